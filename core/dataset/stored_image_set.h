#pragma once

#include "core/dataset/image_set.h"

namespace lab {

/// The two halves of the usual data sets.
enum class DataSplit { train, test };

/// A data set that fits in memory: pictures of one shape, kept back to back. Reading is thread-safe.
class StoredImageSet final : public ImageSet {
  public:
    /// @param shape  height, width and channels of every picture; its pixels are not looked at
    /// @param pixels count × height × width × channels bytes, channels interleaved
    /// @param labels count values, 0 … class count − 1
    /// Throws std::invalid_argument where the sizes disagree or a label is out of range.
    StoredImageSet(std::string name, Image shape, std::vector<std::uint8_t> pixels,
                   std::vector<std::uint8_t> labels, std::vector<std::string> class_names);

    std::string name() const override { return name_; }
    std::int64_t size() const override { return static_cast<std::int64_t>(labels_.size()); }
    /// Throws std::out_of_range for an index outside 0 … size − 1; label() likewise.
    Image image(std::int64_t index) const override;
    int label(std::int64_t index) const override;
    const std::vector<std::string>& class_names() const override { return class_names_; }
    std::vector<Notice> notices() const override { return notices_; }

    /// Puts other names in the place of set and classes, as many as there are, and adds what must be known.
    void rename(std::string name, std::vector<std::string> class_names, Notice why);

  private:
    std::size_t checked(std::int64_t index) const;

    std::string name_;
    Image shape_;
    std::vector<std::uint8_t> pixels_;
    std::vector<std::uint8_t> labels_;
    std::vector<std::string> class_names_;
    std::vector<Notice> notices_;
};

} // namespace lab
