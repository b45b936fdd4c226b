#include "core/dataset/picture_set.h"

#include "core/base/text.h"
#include "core/image/image_file.h"

#include <optional>
#include <stdexcept>

namespace lab {
namespace {

namespace fs = std::filesystem;

class PictureSet : public ImageSet {
  public:
    PictureSet(fs::path folder, std::string name, PictureListing listing, InputGeometry geometry)
        : folder_(std::move(folder)), name_(std::move(name)), listing_(std::move(listing)),
          geometry_(std::move(geometry)) {}

    std::string name() const override { return name_; }
    std::int64_t size() const override { return std::ssize(listing_.files); }
    Image image(std::int64_t index) const override { return picture(folder_, index, geometry_); }
    int label(std::int64_t index) const override { return listing_.labels[checked(index)]; }
    const std::vector<std::string>& class_names() const override { return listing_.class_names; }
    const std::vector<std::string>& class_keys() const override { return listing_.class_keys; }
    std::vector<std::string> skipped() const override { return listing_.skipped; }
    std::vector<Notice> notices() const override { return listing_.notices; }

  protected:
    Image picture(const fs::path& root, std::int64_t index, const InputGeometry& geometry) const {
        const std::size_t number = checked(index);
        const fs::path file = root / listing_.files[number];
        // Asked afterwards: what was replaced while it was read is no picture of the set either. A set that
        // changes under a run ends it, damaged pictures are left out.
        const auto expect_unchanged = [&] {
            if (root == listing_.folder && stamp_of(file) != listing_.stamps[number])
                throw std::runtime_error(
                    "The picture " + shown(file.native()) +
                    " is not the one that was found at the start: it was changed since.");
        };
        std::optional<Image> read;
        std::string damage;
        try {
            read = fit(read_image(file), geometry);
        } catch (const std::runtime_error& fault) {
            damage = fault.what();
        }
        expect_unchanged();
        if (!read)
            throw UnreadablePicture(damage);
        return *std::move(read);
    }

    const InputGeometry& geometry() const { return geometry_; }

  private:
    std::size_t checked(std::int64_t index) const {
        if (index < 0 || index >= size()) {
            throw std::out_of_range(name_ + " has " + std::to_string(size()) + " pictures; number " +
                                    std::to_string(index) + " does not exist.");
        }
        return static_cast<std::size_t>(index);
    }

    fs::path folder_;
    std::string name_;
    PictureListing listing_;
    InputGeometry geometry_;
};

class ImageNetC final : public PictureSet {
  public:
    ImageNetC(fs::path root, const fs::path& clean, PictureListing listing, const InputGeometry& geometry)
        : PictureSet(clean, "ImageNet-C", std::move(listing), geometry), root_(std::move(root)),
          has_clean_(!clean.empty()) {}

    Image image(std::int64_t index) const override {
        if (!has_clean_) {
            throw std::runtime_error("ImageNet-C holds corrupted pictures only, and ImageNet's validation "
                                     "pictures were not found: choose a corruption.");
        }
        return PictureSet::image(index);
    }

    std::optional<Image> published(std::int64_t index, const Corruption& corruption) const override {
        if (corruption.kind == CorruptionKind::none) {
            return std::nullopt;
        }
        InputGeometry cropped = geometry();
        cropped.crop = 1.0;
        const fs::path folder = imagenet_c_folder(root_, corruption.kind);
        return picture(folder / std::to_string(corruption.severity), index, cropped);
    }

    bool has_clean() const override { return has_clean_; }

    void require(const Corruption& corruption) const override {
        if (corruption.kind == CorruptionKind::none) {
            if (!has_clean_) {
                image(0);
            }
            return;
        }
        const fs::path folder = imagenet_c_folder(root_, corruption.kind);
        if (folder.empty() || !fs::is_directory(folder / std::to_string(corruption.severity))) {
            throw std::runtime_error(shown(root_.native()) + ": expected the folder " +
                                     to_string(corruption.kind) + "/" + std::to_string(corruption.severity) +
                                     ", found none.");
        }
    }

  private:
    fs::path root_;
    bool has_clean_;
};

} // namespace

std::unique_ptr<ImageSet> open_pictures(const fs::path& folder, const std::string& name,
                                        PictureListing listing, const InputGeometry& geometry) {
    return std::make_unique<PictureSet>(folder, name, std::move(listing), geometry);
}

fs::path imagenet_c_folder(const fs::path& folder, CorruptionKind kind) {
    for (const char* archive : {"", "noise", "blur", "weather", "digital", "extra"}) {
        const fs::path place = folder / archive / to_string(kind);
        if (fs::is_directory(place)) {
            return place;
        }
    }
    return {};
}

namespace {

/// The folder of one corruption and severity: all of them hold the same pictures, so one listing does for
/// all.
fs::path any_severity(const fs::path& folder) {
    std::vector<CorruptionKind> kinds = standard_corruptions();
    kinds.insert(kinds.end(), extra_corruptions().begin(), extra_corruptions().end());
    for (const CorruptionKind kind : kinds) {
        const fs::path place = imagenet_c_folder(folder, kind);
        for (const char* severity : {"5", "4", "3", "2", "1"}) {
            if (!place.empty() && fs::is_directory(place / severity)) {
                return place / severity;
            }
        }
    }
    throw std::runtime_error(shown(folder.native()) +
                             ": expected ImageNet-C's folders <corruption>/<severity>/<class>, found none.");
}

} // namespace

std::unique_ptr<ImageSet> open_imagenet_c(const fs::path& folder, const fs::path& clean,
                                          const InputGeometry& geometry) {
    return std::make_unique<ImageNetC>(folder, clean, list_class_folders(any_severity(folder), folder),
                                       geometry);
}

void check_imagenet_c(const fs::path& folder) {
    expect_class_folders(any_severity(folder));
}

} // namespace lab
