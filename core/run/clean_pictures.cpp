#include "core/run/clean_pictures.h"

#include "core/model/input.h"

#include <algorithm>
#include <vector>

namespace lab {

namespace {
constexpr std::size_t batch_size = 64;
} // namespace

NextBatch clean_pictures(const ImageSet& set, const ModelCard& card, const at::TensorOptions& options,
                         std::int64_t most, const std::optional<Corruption>& instead) {
    const std::int64_t count = std::min<std::int64_t>(most, set.size());
    return [&set, &card, options, instead, count, i = std::int64_t{0}]() mutable {
        std::vector<Image> images;
        for (; i < count && images.size() < batch_size; ++i) {
            const std::int64_t index = i * set.size() / count;
            try {
                images.push_back(instead ? set.published(index, *instead).value() : set.image(index));
            } catch (const UnreadablePicture&) {
                // Left out here as in the stream.
            }
        }
        return images.empty() ? at::Tensor() : to_input(images, card, options);
    };
}

} // namespace lab
