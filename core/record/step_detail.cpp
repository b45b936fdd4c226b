#include "core/record/step_detail.h"

#include <algorithm>
#include <cmath>

namespace lab {

namespace {

template <typename T>
std::size_t bytes_of(const std::vector<T>& values) {
    return values.size() * sizeof(T);
}

} // namespace

const StepDetail* BatchDetail::of_lane(int lane) const {
    const auto found =
        std::find_if(lanes.begin(), lanes.end(), [&](const StepDetail& d) { return d.lane == lane; });
    return found == lanes.end() ? nullptr : &*found;
}

std::size_t BatchDetail::bytes() const {
    std::size_t sum =
        sizeof(BatchDetail) + bytes_of(samples) + bytes_of(labels) + bytes_of(pictures) + bytes_of(lanes);
    for (const Image& picture : pictures)
        sum += picture.pixels.size();
    for (const AskedQuestion& q : questions)
        sum += sizeof q + q.question.size() + q.expected.size() + q.solution.size();
    for (const TokenText& token : vocabulary)
        sum += sizeof token + token.bytes.size();
    for (const StepDetail& d : lanes)
        for (const AnswerDetail& answer : d.answers)
            sum += answer.bytes();
    for (const StepDetail& d : lanes)
        sum += bytes_of(d.predictions) + bytes_of(d.top_classes) + bytes_of(d.top_probabilities) +
               bytes_of(d.projection) + bytes_of(d.matrix) + bytes_of(d.largest);
    return sum;
}

Image reduced_picture(const Image& image, int side) {
    const int factor = (std::max(image.height, image.width) + side - 1) / std::max(side, 1);
    if (factor <= 1)
        return image;
    Image small{image.height / factor, image.width / factor, image.channels, {}};
    small.height = std::max(small.height, 1);
    small.width = std::max(small.width, 1);
    small.pixels.reserve(small.byte_count());
    for (int y = 0; y < small.height; ++y)
        for (int x = 0; x < small.width; ++x)
            for (int c = 0; c < image.channels; ++c) {
                int sum = 0, count = 0;
                for (int v = y * factor; v < std::min((y + 1) * factor, image.height); ++v)
                    for (int u = x * factor; u < std::min((x + 1) * factor, image.width); ++u) {
                        sum +=
                            image
                                .pixels[static_cast<std::size_t>((v * image.width + u) * image.channels + c)];
                        ++count;
                    }
                small.pixels.push_back(static_cast<std::uint8_t>((sum + count / 2) / std::max(count, 1)));
            }
    return small;
}

int block_side(int size, int side) {
    if (size <= side)
        return size;
    const int factor = (size + side - 1) / side;
    return (size + factor - 1) / factor;
}

std::vector<float> block_means(const std::vector<float>& matrix, int size, int side) {
    const int blocks = block_side(size, side);
    const int factor = (size + blocks - 1) / std::max(blocks, 1);
    std::vector<double> sums(static_cast<std::size_t>(blocks * blocks), 0);
    std::vector<int> counts(sums.size(), 0);
    for (int row = 0; row < size; ++row)
        for (int column = 0; column < size; ++column) {
            const auto block = static_cast<std::size_t>(row / factor * blocks + column / factor);
            sums[block] += std::abs(
                static_cast<double>(matrix[static_cast<std::size_t>(row) * static_cast<std::size_t>(size) +
                                           static_cast<std::size_t>(column)]));
            ++counts[block];
        }
    std::vector<float> means;
    for (std::size_t i = 0; i < sums.size(); ++i)
        means.push_back(static_cast<float>(sums[i] / std::max(counts[i], 1)));
    return means;
}

} // namespace lab
