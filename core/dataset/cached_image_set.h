#pragma once

#include "core/dataset/image_set.h"

#include <list>
#include <map>
#include <mutex>
#include <tuple>

namespace lab {

/// Keeps the pictures of another set that were read last, up to a number of bytes of pixels; the one that was
/// not asked for the longest goes first. Decoding happens outside the lock, so that threads do not wait for
/// each other's files. What image() and published() return is that of the other set, always.
class CachedImageSet final : public ImageSet {
  public:
    CachedImageSet(std::shared_ptr<const ImageSet> images, std::size_t byte_limit);

    std::string name() const override { return images_->name(); }
    std::int64_t size() const override { return images_->size(); }
    Image image(std::int64_t index) const override;
    int label(std::int64_t index) const override { return images_->label(index); }
    const std::vector<std::string>& class_names() const override { return images_->class_names(); }
    const std::vector<std::string>& class_keys() const override { return images_->class_keys(); }
    std::optional<Image> published(std::int64_t index, const Corruption& corruption) const override;
    bool has_clean() const override { return images_->has_clean(); }
    void require(const Corruption& corruption) const override { images_->require(corruption); }
    std::vector<std::string> skipped() const override { return images_->skipped(); }
    std::vector<Notice> notices() const override { return images_->notices(); }

    std::size_t bytes() const; ///< of the pixels that are kept at the moment
    std::int64_t hits() const; ///< pictures so far that did not have to be read

  private:
    using Key = std::tuple<std::int64_t, CorruptionKind, int>; ///< picture, corruption, severity
    struct Entry {
        Key key;
        Image image;
    };
    std::optional<Image> kept(const Key& key) const;
    void keep(const Key& key, const Image& image) const;

    std::shared_ptr<const ImageSet> images_;
    std::size_t byte_limit_;
    mutable std::mutex mutex_;
    mutable std::list<Entry> recent_; ///< the latest first
    mutable std::map<Key, std::list<Entry>::iterator> places_;
    mutable std::size_t bytes_ = 0;
    mutable std::int64_t hits_ = 0;
};

} // namespace lab
