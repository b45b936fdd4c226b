#include "core/dataset/cifar_c.h"

#include "core/base/text.h"
#include "core/dataset/file_refusal.h"
#include "core/dataset/npy.h"

#include <map>
#include <mutex>

namespace lab {
namespace {

constexpr int side = 32;
constexpr int severities = 5;

class CifarC final : public ImageSet {
  public:
    CifarC(std::filesystem::path folder, std::string name, const std::vector<std::string>& class_names,
           std::shared_ptr<const ImageSet> clean)
        : folder_(std::move(folder)), name_(std::move(name)), class_names_(class_names),
          clean_(std::move(clean)) {
        read_labels();
        if (clean_ && !same_labels(*clean_)) {
            clean_ = nullptr;
        }
    }

    std::string name() const override { return name_; }
    std::int64_t size() const override { return static_cast<std::int64_t>(labels_.size()); }
    int label(std::int64_t index) const override { return labels_[checked(index)]; }
    const std::vector<std::string>& class_names() const override { return class_names_; }

    Image image(std::int64_t index) const override {
        if (!clean_) {
            throw std::runtime_error(name_ +
                                     " holds corrupted pictures only, and the uncorrupted test set was "
                                     "not found: choose a corruption, or fetch the uncorrupted set.");
        }
        return clean_->image(index);
    }

    std::optional<Image> published(std::int64_t index, const Corruption& corruption) const override {
        if (corruption.kind == CorruptionKind::none) {
            return std::nullopt;
        }
        Image picture{side, side, 3, {}};
        const auto count = static_cast<std::int64_t>(picture.byte_count());
        const std::int64_t record =
            (corruption.severity - 1) * size() + static_cast<std::int64_t>(checked(index));
        picture.pixels = file_of(corruption).bytes(record * count, count);
        return picture;
    }

    bool has_clean() const override { return clean_ != nullptr; }

    void require(const Corruption& corruption) const override {
        if (corruption.kind == CorruptionKind::none) {
            image(0);
        } else {
            file_of(corruption);
        }
    }

  private:
    std::size_t checked(std::int64_t index) const {
        if (index < 0 || index >= size()) {
            throw std::out_of_range(name_ + " has " + std::to_string(size()) + " pictures; number " +
                                    std::to_string(index) + " does not exist.");
        }
        return static_cast<std::size_t>(index);
    }

    bool same_labels(const ImageSet& other) const {
        bool same = other.size() == size();
        for (std::int64_t i = 0; same && i < size(); ++i) {
            same = other.label(i) == label(i);
        }
        return same;
    }

    void read_labels() {
        const std::filesystem::path file = folder_ / "labels.npy";
        const NpyFile labels(file);
        if (labels.shape().size() != 1 || labels.count() == 0 || labels.count() % severities != 0) {
            refuse_file(file, "a list of labels, five times as many as pictures",
                        std::to_string(labels.count()));
        }
        const std::int64_t count = labels.count() / severities;
        constexpr std::int64_t most = 50'000'000;
        if (labels.count() > most) {
            refuse_file(file, "at most " + std::to_string(most) + " labels", std::to_string(labels.count()));
        }
        const std::vector<std::int64_t> all = labels.integers(0, labels.count());
        for (std::int64_t i = 0; i < labels.count(); ++i) {
            const std::int64_t label = all[static_cast<std::size_t>(i)];
            if (label < 0 || label >= std::ssize(class_names_)) {
                refuse_file(file, "labels from 0 to " + std::to_string(class_names_.size() - 1),
                            std::to_string(label) + " at " + std::to_string(i));
            }
            if (i < count) {
                labels_.push_back(static_cast<int>(label));
            } else if (label != labels_[static_cast<std::size_t>(i % count)]) {
                refuse_file(file, "the same labels for each severity", "others at " + std::to_string(i));
            }
        }
    }

    const NpyFile& file_of(const Corruption& corruption) const {
        if (corruption.severity < 1 || corruption.severity > severities) {
            throw std::invalid_argument("A corruption's severity runs from 1 to 5; " +
                                        std::to_string(corruption.severity) + " was asked for.");
        }
        const std::lock_guard lock(mutex_);
        const auto known = files_.find(corruption.kind);
        if (known != files_.end()) {
            return known->second;
        }
        const std::filesystem::path path = folder_ / (to_string(corruption.kind) + ".npy");
        NpyFile file(path);
        const std::vector<std::int64_t> shape = {severities * size(), side, side, 3};
        if (file.type() != NpyType::uint8 || file.shape() != shape) {
            std::string found;
            for (const std::int64_t length : file.shape()) {
                found += (found.empty() ? "" : " × ") + std::to_string(length);
            }
            refuse_file(path, "8-bit pictures, " + std::to_string(shape[0]) + " × 32 × 32 × 3",
                        (file.type() == NpyType::uint8 ? "" : "other numbers, ") + found);
        }
        return files_.emplace(corruption.kind, std::move(file)).first->second;
    }

    std::filesystem::path folder_;
    std::string name_;
    std::vector<std::string> class_names_;
    std::shared_ptr<const ImageSet> clean_;
    std::vector<int> labels_;
    mutable std::mutex mutex_;
    mutable std::map<CorruptionKind, NpyFile> files_; ///< never shrinks: references stay good
};

} // namespace

std::unique_ptr<ImageSet> open_cifar_c(const std::filesystem::path& folder, const std::string& name,
                                       const std::vector<std::string>& class_names,
                                       std::shared_ptr<const ImageSet> clean) {
    return std::make_unique<CifarC>(folder, name, class_names, std::move(clean));
}

} // namespace lab
