#include "core/dataset/fashion_mnist.h"

#include "core/base/text.h"
#include "core/dataset/idx.h"
#include "core/dataset/published_labels.h"

namespace lab {
namespace {

struct Files {
    std::filesystem::path images, labels;
};

Files files_of(const std::filesystem::path& folder, DataSplit split) {
    const std::string prefix = split == DataSplit::train ? "train" : "t10k";
    return {idx_file(folder, prefix + "-images", 3), idx_file(folder, prefix + "-labels", 1)};
}

PublishedSet published(DataSplit split) {
    if (split == DataSplit::train)
        return {"Fashion-MNIST's training set", 60'000,
                "9003027255095579106431484302445366085216679592730333722668335055"};
    return {"Fashion-MNIST's test set", 10'000,
            "9211614657457341248025791460938833807579613767212244582284807785"};
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
    auto set =
        read_idx(images, labels, split == DataSplit::train ? "Fashion-MNIST train" : "Fashion-MNIST test",
                 fashion_mnist_classes());
    const std::filesystem::path whole = (folder / "").parent_path(); // "folder/" has no name of its own
    expect_published(*set, published(split), shown(whole.filename().native()));
    return set;
}

void check_fashion_mnist(const std::filesystem::path& folder, DataSplit split) {
    const auto [images, labels] = files_of(folder, split);
    check_idx(images, labels);
}

} // namespace lab
