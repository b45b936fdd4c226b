#include "core/dataset/cached_image_set.h"

#include <utility>

namespace lab {

CachedImageSet::CachedImageSet(std::shared_ptr<const ImageSet> images, std::size_t byte_limit)
    : images_(std::move(images)), byte_limit_(byte_limit) {}

Image CachedImageSet::image(std::int64_t index) const {
    const Key key{index, CorruptionKind::none, 0};
    if (std::optional<Image> found = kept(key)) {
        return std::move(*found);
    }
    Image fresh = images_->image(index);
    keep(key, fresh);
    return fresh;
}

std::optional<Image> CachedImageSet::published(std::int64_t index, const Corruption& corruption) const {
    if (corruption.kind == CorruptionKind::none) {
        return images_->published(index, corruption);
    }
    const Key key{index, corruption.kind, corruption.severity};
    if (std::optional<Image> found = kept(key)) {
        return found;
    }
    std::optional<Image> fresh = images_->published(index, corruption);
    if (fresh) {
        keep(key, *fresh);
    }
    return fresh;
}

std::size_t CachedImageSet::bytes() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
}

std::int64_t CachedImageSet::hits() const {
    const std::lock_guard lock(mutex_);
    return hits_;
}

std::optional<Image> CachedImageSet::kept(const Key& key) const {
    const std::lock_guard lock(mutex_);
    const auto place = places_.find(key);
    if (place == places_.end()) {
        return std::nullopt;
    }
    ++hits_;
    recent_.splice(recent_.begin(), recent_, place->second);
    return recent_.front().image;
}

void CachedImageSet::keep(const Key& key, const Image& image) const {
    const std::lock_guard lock(mutex_);
    // Another thread may have read the same picture in the meantime.
    if (places_.contains(key) || image.pixels.size() > byte_limit_) {
        return;
    }
    recent_.push_front({key, image});
    places_[key] = recent_.begin();
    bytes_ += image.pixels.size();
    while (bytes_ > byte_limit_) {
        bytes_ -= recent_.back().image.pixels.size();
        places_.erase(recent_.back().key);
        recent_.pop_back();
    }
}

} // namespace lab
