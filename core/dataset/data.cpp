#include "core/dataset/data.h"

#include "core/base/text.h"
#include "core/dataset/cached_image_set.h"
#include "core/dataset/cifar.h"
#include "core/dataset/cifar_c.h"
#include "core/dataset/data_memory.h"
#include "core/dataset/data_places.h"
#include "core/dataset/fashion_mnist.h"
#include "core/dataset/idx.h"
#include "core/dataset/picture_set.h"

#include <stdexcept>

namespace lab {

namespace {

namespace fs = std::filesystem;
using SetPointer = std::shared_ptr<const ImageSet>;

/// The uncorrupted companion of a published corrupted set; null where it is not on this machine.
SetPointer clean_companion(const std::string& id) {
    const fs::path folder = find_data(id);
    if (folder.empty())
        return nullptr;
    return id == "cifar-10" ? open_cifar10(folder, DataSplit::test) : open_cifar100(folder, DataSplit::test);
}

/// The validation pictures lie in class folders, in the folder itself or in "val".
fs::path validation_folder(const fs::path& folder) {
    return fs::is_directory(folder / "val") ? folder / "val" : folder;
}

constexpr const char* idx_images = "t10k-images";
constexpr const char* idx_labels = "t10k-labels";

SetPointer open_idx(const fs::path& folder) {
    std::vector<std::string> digits;
    for (int digit = 0; digit < 10; ++digit)
        digits.push_back(std::to_string(digit));
    const fs::path images = idx_file(folder, idx_images, 3);
    return read_idx(images, idx_file(folder, idx_labels, 1), shown(folder.filename().native()), digits);
}

void check_idx_in(const fs::path& folder) {
    const fs::path images = idx_file(folder, idx_images, 3);
    check_idx(images, idx_file(folder, idx_labels, 1));
}

SetPointer open_files(const ExperimentSpec& spec, const fs::path& folder, const InputGeometry& geometry) {
    if (spec.data == "imagenet-c") {
        const fs::path clean = find_data("imagenet");
        return open_imagenet_c(folder, clean.empty() ? clean : validation_folder(clean), geometry);
    }
    if (spec.data == "pictures")
        return open_pictures(folder, "pictures in " + shown(folder.native()), list_plain_folder(folder),
                             geometry);
    const fs::path classes = spec.data == "imagenet" ? validation_folder(folder) : folder;
    return open_pictures(classes, spec.data == "imagenet" ? "ImageNet validation" : shown(folder.native()),
                         list_class_folders(classes), geometry);
}

} // namespace

SetPointer open_data(const ExperimentSpec& spec, const InputGeometry& geometry) {
    const std::string& id = spec.data;
    const fs::path folder = require_data(id, spec.data_dir);
    if (id == "fashion-mnist")
        return open_fashion_mnist(folder, DataSplit::test);
    if (id == "mnist-idx")
        return open_idx(folder);
    if (id == "cifar-10")
        return open_cifar10(folder, DataSplit::test);
    if (id == "cifar-100")
        return open_cifar100(folder, DataSplit::test);
    if (id == "cifar-10-c")
        return open_cifar_c(folder, "CIFAR-10-C", cifar10_classes(), clean_companion("cifar-10"));
    if (id == "cifar-100-c")
        return open_cifar_c(folder, "CIFAR-100-C", cifar100_classes(), clean_companion("cifar-100"));
    SetPointer files = open_files(spec, folder, geometry);
    if (spec.cache_mib == 0)
        return files;
    return std::make_shared<CachedImageSet>(files, static_cast<std::size_t>(spec.cache_mib) << 20);
}

void check_data(const ExperimentSpec& spec) {
    const std::string& id = spec.data;
    const fs::path folder = require_data(id, spec.data_dir);
    if (id == "fashion-mnist")
        check_fashion_mnist(folder, DataSplit::test);
    else if (id == "mnist-idx")
        check_idx_in(folder);
    else if (id == "cifar-10")
        check_cifar10(folder, DataSplit::test);
    else if (id == "cifar-100")
        check_cifar100(folder, DataSplit::test);
    else if (id == "cifar-10-c")
        open_cifar_c(folder, "CIFAR-10-C", cifar10_classes(), nullptr);
    else if (id == "cifar-100-c")
        open_cifar_c(folder, "CIFAR-100-C", cifar100_classes(), nullptr);
    else if (id == "imagenet-c")
        check_imagenet_c(folder);
    else if (id == "pictures")
        expect_pictures(folder);
    else
        expect_class_folders(id == "imagenet" ? validation_folder(folder) : folder);
}

std::string data_folder(const std::string& id, const std::string& data_dir) {
    return find_data(id, data_dir).native();
}

void point_at_data(const std::string& id, const std::string& folder) {
    if (!folder.empty()) {
        ExperimentSpec spec;
        spec.data = id;
        spec.data_dir = folder;
        check_data(spec);
    }
    remember_data(id, folder);
}

bool is_small_set(const std::string& id) {
    return id != "imagenet" && id != "imagenet-c" && id != "folder" && id != "pictures";
}

bool has_labels(const std::string& id) {
    return id != "pictures";
}

} // namespace lab
