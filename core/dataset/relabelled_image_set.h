#pragma once

#include "core/dataset/image_set.h"

namespace lab {

/// Another set whose labels are those of a model: its classes matched to the model's.
class RelabelledImageSet final : public ImageSet {
  public:
    /// @param index of each class of `images` among `class_names`; −1 for classes without pictures
    /// @param more  notices behind those of `images`
    RelabelledImageSet(std::shared_ptr<const ImageSet> images, std::vector<int> index,
                       std::vector<std::string> class_names, std::vector<Notice> more)
        : images_(std::move(images)), index_(std::move(index)), class_names_(std::move(class_names)),
          more_(std::move(more)) {}

    std::string name() const override { return images_->name(); }
    std::int64_t size() const override { return images_->size(); }
    Image image(std::int64_t index) const override { return images_->image(index); }
    int label(std::int64_t index) const override {
        return index_.at(static_cast<std::size_t>(images_->label(index)));
    }
    const std::vector<std::string>& class_names() const override { return class_names_; }
    std::optional<Image> published(std::int64_t index, const Corruption& corruption) const override {
        return images_->published(index, corruption);
    }
    bool has_clean() const override { return images_->has_clean(); }
    void require(const Corruption& corruption) const override { images_->require(corruption); }
    std::vector<std::string> skipped() const override { return images_->skipped(); }
    std::vector<Notice> notices() const override {
        std::vector<Notice> all = images_->notices();
        all.insert(all.end(), more_.begin(), more_.end());
        return all;
    }

  private:
    std::shared_ptr<const ImageSet> images_;
    std::vector<int> index_;
    std::vector<std::string> class_names_;
    std::vector<Notice> more_;
};

} // namespace lab
