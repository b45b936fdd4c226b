#include "core/dataset/stored_image_set.h"

#include <stdexcept>
#include <utility>

namespace lab {

StoredImageSet::StoredImageSet(std::string name, Image shape, std::vector<std::uint8_t> pixels,
                               std::vector<std::uint8_t> labels, std::vector<std::string> class_names)
    : name_(std::move(name)), shape_(std::move(shape)), pixels_(std::move(pixels)),
      labels_(std::move(labels)), class_names_(std::move(class_names)) {
    shape_.pixels.clear();
    if (pixels_.size() != labels_.size() * shape_.byte_count()) {
        throw std::invalid_argument(name_ + ": expected " +
                                    std::to_string(labels_.size() * shape_.byte_count()) +
                                    " bytes of pixels for " + std::to_string(labels_.size()) +
                                    " labels, found " + std::to_string(pixels_.size()) + ".");
    }
    for (const std::uint8_t label : labels_) {
        if (label >= class_names_.size()) {
            throw std::invalid_argument(name_ + ": expected labels from 0 to " +
                                        std::to_string(static_cast<int>(class_names_.size()) - 1) +
                                        ", found " + std::to_string(label) + ".");
        }
    }
}

Image StoredImageSet::image(std::int64_t index) const {
    const std::size_t start = checked(index) * shape_.byte_count();
    Image result = shape_;
    const auto first = pixels_.begin() + static_cast<std::ptrdiff_t>(start);
    result.pixels.assign(first, first + static_cast<std::ptrdiff_t>(shape_.byte_count()));
    return result;
}

int StoredImageSet::label(std::int64_t index) const {
    return labels_[checked(index)];
}

void StoredImageSet::rename(std::string name, std::vector<std::string> class_names, Notice why) {
    if (class_names.size() != class_names_.size()) {
        throw std::invalid_argument(name_ + ": expected " + std::to_string(class_names_.size()) +
                                    " names of classes, found " + std::to_string(class_names.size()) + ".");
    }
    name_ = std::move(name);
    class_names_ = std::move(class_names);
    notices_.push_back(std::move(why));
}

std::size_t StoredImageSet::checked(std::int64_t index) const {
    if (index < 0 || index >= size()) {
        throw std::out_of_range(name_ + " has " + std::to_string(size()) + " pictures; number " +
                                std::to_string(index) + " does not exist.");
    }
    return static_cast<std::size_t>(index);
}

} // namespace lab
