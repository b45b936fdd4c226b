#include "core/image/data_places.h"

#include "core/base/content_kind.h"
#include "core/base/text.h"
#include "core/image/data_memory.h"
#include "core/image/names_in.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace lab {
namespace {

namespace fs = std::filesystem;

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

bool holds(const fs::path& folder, const KnownData& data) {
    std::error_code ignored;
    return std::any_of(data.marks.begin(), data.marks.end(),
                       [&](const std::string& mark) { return fs::exists(folder / mark, ignored); });
}

/// The folder itself (where that may be meant) or one in it, up to two levels down: an archive unpacked into
/// a folder of its own.
fs::path search(const fs::path& folder, const KnownData& data, bool itself) {
    if (itself && holds(folder, data)) {
        return folder;
    }
    for (const std::string& name : data.folder_names) {
        if (holds(folder / name, data)) {
            return folder / name;
        }
        for (const std::string& inner : data.folder_names) {
            if (holds(folder / name / inner, data)) {
                return folder / name / inner;
            }
        }
    }
    return {};
}

fs::path from_environment(const char* name) {
    const char* const value = std::getenv(name);
    return value != nullptr ? fs::path(value) : fs::path();
}

/// The folders that are searched for a set where none is named.
std::vector<fs::path> usual_places(const std::string& id) {
    std::vector<fs::path> places;
    for (const fs::path& place : {from_environment("LAB_DATA_DIR"), remembered_data(id), data_home(),
                                  fs::path("/usr/share/datasets")}) {
        if (!place.empty()) {
            places.push_back(place);
        }
    }
    return places;
}

bool holds_any(const fs::path& folder, std::initializer_list<const char*> names) {
    std::error_code ignored;
    return std::any_of(names.begin(), names.end(),
                       [&](const char* name) { return fs::exists(folder / name, ignored); });
}

/// What lies in a folder that holds no such set, called what it is.
std::string found_instead(const std::string& id, const fs::path& folder) {
    std::error_code ignored;
    if (fs::is_regular_file(folder, ignored)) {
        const std::string kind = content_kind_of(folder);
        return "a file" + (kind.empty() ? "" : ", " + kind);
    }
    const bool pickles = holds_any(folder, {"test_batch", "data_batch_1", "batches.meta",
                                            "cifar-10-batches-py", "cifar-100-python"}) ||
                         fs::is_regular_file(folder / "test", ignored);
    if (id.starts_with("cifar") && pickles)
        return "the set's version for Python (pickles, which are not read); the binary version is needed";
    if (id.starts_with("cifar") && holds_any(folder, {"airplane", "apple", "test/airplane", "test/apple"}))
        return "a folder of pictures for each class, which data=folder reads";
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const std::string name = entry.path().filename().native();
        for (const char* ending : {".tar.gz", ".tgz", ".tar", ".zip"})
            if (name.ends_with(ending))
                return "\"" + shown(name) + "\", an archive that is not unpacked";
    }
    return names_in(folder);
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

fs::path data_home() {
    if (const fs::path chosen = from_environment("XDG_DATA_HOME"); chosen.is_absolute()) {
        return chosen / "collapse-lab";
    }
    const fs::path home = from_environment("HOME");
    return home.empty() ? home : home / ".local" / "share" / "collapse-lab";
}

fs::path find_data(const std::string& id, const std::string& data_dir) {
    const KnownData& data = known_data(id);
    if (data.own) {
        const fs::path named = data_dir.empty() ? remembered_data(id) : fs::path(data_dir);
        std::error_code ignored;
        return fs::is_directory(named, ignored) ? named : fs::path();
    }
    if (!data_dir.empty()) {
        return search(data_dir, data, true);
    }
    const fs::path remembered = remembered_data(id);
    for (const fs::path& place : usual_places(id)) {
        // labels.npy alone does not tell the CIFAR sets apart, so a nameless folder is not taken for one,
        // unless the user said so.
        const bool itself = place == remembered || data.marks != std::vector<std::string>{"labels.npy"};
        if (const fs::path found = search(place, data, itself); !found.empty()) {
            return found;
        }
    }
    return {};
}

fs::path require_data(const std::string& id, const std::string& data_dir) {
    const fs::path found = find_data(id, data_dir);
    if (!found.empty()) {
        return found;
    }
    const KnownData& data = known_data(id);
    if (data.own) {
        const std::string named = data_dir.empty() ? remembered_data(id).native() : data_dir;
        const std::string place =
            named.empty() ? "data_dir: no folder is named" : shown(named) + ": no such folder";
        throw std::runtime_error(place + "; for " + data.title + " " + data.how_to_get);
    }
    std::string places = shown(data_dir);
    for (const fs::path& place : data_dir.empty() ? usual_places(id) : std::vector<fs::path>{}) {
        places += (places.empty() ? "" : " or ") + shown(place.native());
    }
    throw std::runtime_error(data.title + " is not in " + places + ": " + data.how_to_get +
                             (data_dir.empty() ? "" : " Found: " + found_instead(id, data_dir) + "."));
}

} // namespace lab
