#include "core/dataset/fashion_mnist.h"

#include "core/dataset/idx.h"

namespace lab {
namespace {

struct Files {
    std::filesystem::path images, labels;
};

Files files_of(const std::filesystem::path& folder, DataSplit split) {
    const std::string prefix = split == DataSplit::train ? "train" : "t10k";
    return {idx_file(folder, prefix + "-images", 3), idx_file(folder, prefix + "-labels", 1)};
}

} // namespace

const std::vector<std::string>& fashion_mnist_classes() {
    static const std::vector<std::string> names = {"T-shirt/top", "Trouser",   "Pullover", "Dress",
                                                   "Coat",        "Sandal",    "Shirt",    "Sneaker",
                                                   "Bag",         "Ankle boot"};
    return names;
}

std::unique_ptr<StoredImageSet> open_fashion_mnist(const std::filesystem::path& folder, DataSplit split) {
    const auto [images, labels] = files_of(folder, split);
    return read_idx(images, labels, split == DataSplit::train ? "Fashion-MNIST train" : "Fashion-MNIST test",
                    fashion_mnist_classes());
}

void check_fashion_mnist(const std::filesystem::path& folder, DataSplit split) {
    const auto [images, labels] = files_of(folder, split);
    check_idx(images, labels);
}

} // namespace lab
