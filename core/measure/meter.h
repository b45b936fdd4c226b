#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <vector>

namespace lab {

/// Keeps what measures over windows and whole runs need. Labels are −1 where unknown; such images count for
/// the predictions' dominance only.
class Meter {
  public:
    static constexpr int dominance_window = 200; ///< images
    static constexpr int accuracy_window = 10;   ///< batches
    static constexpr int calibration_bins = 15;

    explicit Meter(int classes);

    void add(const std::vector<int>& labels, const std::vector<int>& predictions,
             const std::vector<float>& confidences);

    double batch_accuracy() const { return batch_accuracy_; } ///< 0 … 1, NaN without labels
    double window_accuracy() const;                           ///< over the last 10 batches' images
    double running_accuracy() const;                          ///< over all images
    double class_dominance() const;                           ///< most predicted class, last 200 images
    double label_dominance() const;                           ///< most frequent label, likewise; NaN without
    /// Expected calibration error over all images: Σ_bins share · |accuracy − confidence| (Guo et al., 2017).
    double calibration_error() const;
    int classes() const { return classes_; }

  private:
    struct Bin {
        double count = 0, right = 0, confidence = 0;
    };
    struct Score {
        std::int64_t right = 0, labelled = 0;
    };

    int classes_;
    double batch_accuracy_ = 0;
    Score total_;
    std::deque<Score> recent_batches_;
    std::deque<std::pair<int, int>> recent_images_; ///< label, prediction
    std::array<Bin, calibration_bins> bins_{};
};

} // namespace lab
