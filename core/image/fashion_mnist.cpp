#include "core/image/fashion_mnist.h"

#include "core/image/idx.h"

#include <cstdlib>
#include <stdexcept>

namespace lab {
namespace {

/// The plain file where there is one, else the compressed one.
std::filesystem::path plain_or_compressed(const std::filesystem::path& plain) {
    return std::filesystem::exists(plain) ? plain : std::filesystem::path(plain.string() + ".gz");
}

bool holds_fashion_mnist(const std::filesystem::path& folder) {
    return std::filesystem::exists(plain_or_compressed(folder / "t10k-images-idx3-ubyte"));
}

} // namespace

const std::vector<std::string>& fashion_mnist_classes() {
    static const std::vector<std::string> names = {"T-shirt/top", "Trouser",   "Pullover", "Dress",
                                                   "Coat",        "Sandal",    "Shirt",    "Sneaker",
                                                   "Bag",         "Ankle boot"};
    return names;
}

std::filesystem::path find_fashion_mnist(const std::string& data_dir) {
    const char* from_environment = std::getenv("LAB_DATA_DIR");
    std::filesystem::path folder = "/usr/share/datasets/fashion-mnist";
    if (!data_dir.empty()) {
        folder = data_dir;
    } else if (from_environment != nullptr && *from_environment != '\0') {
        folder = from_environment;
    }
    if (holds_fashion_mnist(folder)) {
        return folder;
    }
    if (holds_fashion_mnist(folder / "fashion-mnist")) {
        return folder / "fashion-mnist";
    }
    throw std::runtime_error("Fashion-MNIST is not in " + folder.string() +
                             ": install the Debian package dataset-fashion-mnist, or name the folder "
                             "that holds t10k-images-idx3-ubyte.gz and its three companions.");
}

std::unique_ptr<StoredImageSet> open_fashion_mnist(const std::filesystem::path& folder, DataSplit split) {
    const bool train = split == DataSplit::train;
    const std::string prefix = train ? "train" : "t10k";
    return read_idx(plain_or_compressed(folder / (prefix + "-images-idx3-ubyte")),
                    plain_or_compressed(folder / (prefix + "-labels-idx1-ubyte")),
                    train ? "Fashion-MNIST train" : "Fashion-MNIST test", fashion_mnist_classes());
}

} // namespace lab
