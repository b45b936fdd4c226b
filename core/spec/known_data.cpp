#include "core/spec/known_data.h"

#include <stdexcept>

namespace lab {
namespace {

const std::string small_sets = "Small pictures";
const std::string photographs = "Photographs";
const std::string own_files = "Own files";

/// The first class of ImageNet: enough to know the set by.
const std::string tench = "n01440764";

std::vector<KnownData> table() {
    const auto fetched = [](const std::string& id) {
        return "\"collapse-lab-cli fetch " + id + "\" gets it, or name the folder that holds it.";
    };
    const std::vector<std::string> imagenet_c_marks = {
        "gaussian_noise",     "defocus_blur",  "snow",
        "contrast",           "speckle_noise", "noise/gaussian_noise",
        "blur/defocus_blur",  "weather/snow",  "digital/contrast",
        "extra/speckle_noise"};
    return {
        {"fashion-mnist",
         "Fashion-MNIST",
         "10,000 grey test pictures of ten kinds of clothing, 28×28 pixels",
         small_sets,
         false,
         {"t10k-images-idx3-ubyte", "t10k-images-idx3-ubyte.gz", "t10k-images.idx3-ubyte",
          "t10k-images.idx3-ubyte.gz"},
         {"fashion-mnist"},
         "install the Debian package dataset-fashion-mnist, or name the folder that holds "
         "t10k-images-idx3-ubyte.gz and its three companions."},
        {"cifar-10",
         "CIFAR-10",
         "10,000 test photographs of ten kinds of things, 32×32 pixels",
         small_sets,
         false,
         {"test_batch.bin"},
         {"cifar-10", "cifar10", "cifar-10-batches-bin"},
         fetched("cifar-10")},
        {"cifar-100",
         "CIFAR-100",
         "10,000 test photographs of a hundred kinds of things, 32×32 pixels",
         small_sets,
         false,
         {"test.bin"},
         {"cifar-100", "cifar100", "cifar-100-binary"},
         fetched("cifar-100")},
        {"cifar-10-c",
         "CIFAR-10-C",
         "CIFAR-10's test pictures with the published corruptions",
         small_sets,
         false,
         {"labels.npy"},
         {"cifar-10-c", "CIFAR-10-C"},
         fetched("cifar-10-c")},
        {"cifar-100-c",
         "CIFAR-100-C",
         "CIFAR-100's test pictures with the published corruptions",
         small_sets,
         false,
         {"labels.npy"},
         {"cifar-100-c", "CIFAR-100-C"},
         fetched("cifar-100-c")},
        {"imagenet",
         "ImageNet validation",
         "50,000 photographs of a thousand classes",
         photographs,
         false,
         {tench, "val/" + tench},
         {"imagenet", "ImageNet", "ILSVRC2012"},
         "ask for it at image-net.org and name the folder with one folder per class (n01440764 …)."},
        {"imagenet-c",
         "ImageNet-C",
         "ImageNet's validation pictures with the published corruptions",
         photographs,
         false,
         imagenet_c_marks,
         {"imagenet-c", "ImageNet-C"},
         fetched("imagenet-c")},
        {"mnist-idx",
         "IDX files",
         "Own grey pictures in the format of MNIST: t10k-images-idx3-ubyte and labels",
         own_files,
         true,
         {},
         {},
         "name the folder that holds t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte."},
        {"folder",
         "Folder of class folders",
         "Own pictures, one folder for each class",
         own_files,
         true,
         {},
         {},
         "name the folder that holds one folder of pictures for each class."},
        {"pictures",
         "Folder of pictures",
         "Own pictures without labels: no accuracy, everything else",
         own_files,
         true,
         {},
         {},
         "name the folder that holds the pictures."},
    };
}

} // namespace

const std::vector<KnownData>& known_data() {
    static const std::vector<KnownData> all = table();
    return all;
}

const KnownData& known_data(const std::string& id) {
    std::string names;
    for (const KnownData& data : known_data()) {
        if (data.id == id) {
            return data;
        }
        names += (names.empty() ? "" : ", ") + data.id;
    }
    throw std::invalid_argument("data: expected one of " + names + ", found \"" + id + "\"");
}

} // namespace lab
