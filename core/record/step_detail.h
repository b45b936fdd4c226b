#pragma once

#include "core/base/image.h"
#include "core/recipe/recipe.h"
#include "core/record/answer_detail.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

/// A step seen closer than its records: what the views that explain draw. Plain values. Details are made
/// beside the records and change none of them; they cost time, so they are made only where they are wanted.
namespace lab {

struct MatrixEntry {
    int row = 0;
    int column = 0;
    float value = 0;
    bool operator==(const MatrixEntry&) const = default;
};

/// One lane at one step. N pictures, D features, K classes. Everything about predictions refers to the logits
/// before the update; the predictor's matrix is the one after it.
struct StepDetail {
    static constexpr int top = 5;            ///< classes that are kept per picture
    static constexpr int largest_side = 128; ///< of the matrix that is kept
    static constexpr int entries = 8;        ///< of the matrix that are named

    int lane = 0;
    int step = 0;
    Recipe recipe; ///< that this step followed

    std::vector<int> predictions;         ///< [N]
    std::vector<int> top_classes;         ///< [N × top], the likeliest first; −1 where K is smaller
    std::vector<float> top_probabilities; ///< [N × top]
    std::vector<float> projection;        ///< [N × 2] on the principal axes of the unadapted features

    int features = 0;          ///< D
    int matrix_side = 0;       ///< of `matrix`; 0 without a linear or fixed random predictor
    std::vector<float> matrix; ///< θ_h − I, row by row; where D > largest_side the mean |value| of each block
    std::vector<MatrixEntry> largest; ///< of the whole θ_h − I, by absolute value, falling

    double feature_norm = 0;     ///< mean ‖z‖₂
    double distance_before = 0;  ///< ‖θ_h − I‖_F before the update
    double distance = 0;         ///< and after it
    double norm_change = 0;      ///< ‖Δθ‖₂ of this update over the norm layers' trained parameters
    double predictor_change = 0; ///< ‖Δθ_h‖_F of this update; 0 without a matrix
    double milliseconds = 0;     ///< that making this detail took

    /// Language: one per question. What stands above but lane, step and recipe is of pictures alone.
    std::vector<AnswerDetail> answers;

    bool matrix_is_reduced() const { return matrix_side < features; }
};

/// One step: its pictures and what each lane made of them.
struct BatchDetail {
    static constexpr int pictures_kept = 64; ///< at most
    static constexpr int picture_side = 64;  ///< larger ones are made smaller

    int step = 0;
    std::vector<std::int64_t> samples; ///< [N] indices into the data set; numbers of noise pictures
    std::vector<int> labels;           ///< [N] −1 where unknown
    std::vector<Image> pictures;       ///< of the first min(N, 64) samples, reduced where large
    /// Share of the unadapted features' variance along the two axes of the projections.
    std::array<double, 2> axis_shares{};
    std::vector<StepDetail> lanes; ///< of the lanes that took the step
    std::vector<AskedQuestion>
        questions;                     ///< [N] language; the samples are their numbers in the stream's source
    std::vector<TokenText> vocabulary; ///< of all tokens that the answers name, rising

    /// Null for a lane that did not take the step.
    const StepDetail* of_lane(int lane) const;
    /// Memory that it holds, bytes.
    std::size_t bytes() const;
};

using BatchDetailPtr = std::shared_ptr<const BatchDetail>;

/// The picture reduced by a whole factor (mean of each block) so that neither side exceeds `side`.
Image reduced_picture(const Image& image, int side);
/// Mean absolute value over blocks of a square matrix [size × size, row by row], at most `side` blocks a
/// side.
std::vector<float> block_means(const std::vector<float>& matrix, int size, int side);
/// Side of what block_means returns.
int block_side(int size, int side);

} // namespace lab
