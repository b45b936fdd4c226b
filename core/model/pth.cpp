#include "core/model/pth.h"

#include "core/model/file_mapping.h"
#include "core/model/pickled_state.h"
#include "core/model/zip_directory.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace lab {

namespace {

[[noreturn]] void fail(const std::string& path, const std::string& what) {
    throw std::runtime_error(path + ": not a usable .pth file: " + what);
}

bool is_zip(const std::uint8_t* bytes, std::uint64_t size) {
    return size >= 4 && std::memcmp(bytes, "PK\3\4", 4) == 0;
}

struct StorageType {
    const char* name;
    at::ScalarType type;
};
constexpr StorageType storage_types[] = {{"FloatStorage", at::kFloat}, {"DoubleStorage", at::kDouble},
                                         {"HalfStorage", at::kHalf},   {"BFloat16Storage", at::kBFloat16},
                                         {"LongStorage", at::kLong},   {"IntStorage", at::kInt},
                                         {"ShortStorage", at::kShort}, {"CharStorage", at::kChar},
                                         {"ByteStorage", at::kByte},   {"BoolStorage", at::kBool}};

/// An archive as torch.save lays it out: FOLDER/data.pkl, FOLDER/data/0, FOLDER/data/1, …
class TorchArchive {
  public:
    explicit TorchArchive(const std::string& path)
        : path_(path), mapping_(std::make_shared<FileMapping>(path)) {
        if (!is_zip(mapping_->data(), mapping_->size()))
            fail(path,
                 "it is no zip archive. Files that PyTorch before 1.6 wrote can be saved anew there with "
                 "torch.save(torch.load(file), new_file)");
        files_ = stored_files({mapping_->data(), mapping_->size()}, path);
        const std::string pickle = "data.pkl";
        for (const auto& [name, bytes] : files_)
            if (name == pickle || name.ends_with("/" + pickle))
                folder_ = name.substr(0, name.size() - pickle.size());
        if (!files_.contains(folder_ + pickle))
            fail(path, "there is no data.pkl in the archive");
        if (const auto order = files_.find(folder_ + "byteorder"); order != files_.end())
            if (std::string(order->second.begin(), order->second.end()) != "little")
                fail(path, "its numbers have the most significant byte first");
    }

    ByteSpan pickle() const { return files_.at(folder_ + "data.pkl"); }

    /// [n] all values of a storage, mapped or, where they are not aligned, copied once.
    at::Tensor storage(const PickledTensor& view) {
        at::Tensor& values = storages_[view.storage_type + "/" + view.storage_key];
        if (values.defined())
            return values;
        const auto file = files_.find(folder_ + "data/" + view.storage_key);
        if (file == files_.end())
            fail(path_, "the storage data/" + view.storage_key + " is missing");
        at::ScalarType type = at::kFloat;
        for (const StorageType& row : storage_types)
            if (view.storage_type == row.name)
                type = row.type;
        const ByteSpan bytes = file->second;
        const auto element = static_cast<std::uint64_t>(c10::elementSize(type));
        const auto count = static_cast<std::int64_t>(bytes.size() / element);
        const at::TensorOptions options(type);
        if (reinterpret_cast<std::uintptr_t>(bytes.data()) % element == 0) {
            values = at::from_blob(
                bytes.data(), {count}, [mapping = mapping_](void*) {}, options);
        } else {
            values = at::empty({count}, options);
            std::memcpy(values.data_ptr(), bytes.data(), static_cast<std::uint64_t>(count) * element);
        }
        return values;
    }

  private:
    const std::string& path_;
    std::shared_ptr<FileMapping> mapping_;
    std::map<std::string, ByteSpan> files_;
    std::string folder_;
    std::map<std::string, at::Tensor> storages_; ///< by type and key
};

/// Throws unless the view stays within its storage, as the pickle and the archive give it.
void check_view(const PickledTensor& view, std::int64_t available, const std::string& name,
                const std::string& path) {
    const auto refuse = [&](const std::string& what) { fail(path, "tensor \"" + name + "\" " + what); };
    if (view.storage_size < 0 || view.storage_size > available)
        refuse("has a storage of " + std::to_string(view.storage_size) + " values, the file holds " +
               std::to_string(available));
    if (view.sizes.size() != view.strides.size())
        refuse("has other numbers of sizes and strides");
    std::int64_t count = 1, last = view.offset;
    bool empty = false, fits = view.offset >= 0;
    for (std::size_t i = 0; i < view.sizes.size() && fits; ++i) {
        std::int64_t reach = 0;
        fits = view.sizes[i] >= 0 && view.strides[i] >= 0;
        empty = empty || view.sizes[i] == 0;
        fits =
            fits && !__builtin_mul_overflow(count, std::max<std::int64_t>(view.sizes[i], 1), &count) &&
            !__builtin_mul_overflow(std::max<std::int64_t>(view.sizes[i] - 1, 0), view.strides[i], &reach) &&
            !__builtin_add_overflow(last, reach, &last);
    }
    if (!fits ||
        (empty ? view.offset > view.storage_size : last >= view.storage_size || count > view.storage_size))
        refuse("reaches outside its storage of " + std::to_string(view.storage_size) + " values");
}

} // namespace

StateDict read_pth(const std::string& path) {
    TorchArchive archive(path);
    StateDict state;
    for (const auto& [name, view] : pickled_tensors(archive.pickle(), path)) {
        const at::Tensor values = archive.storage(view);
        check_view(view, values.size(0), name, path);
        state[name] = values.as_strided(view.sizes, view.strides, view.offset);
    }
    return state;
}

bool looks_like_pth(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    char start[4] = {};
    file.read(start, sizeof start);
    if (file.gcount() == sizeof start && is_zip(reinterpret_cast<const std::uint8_t*>(start), sizeof start))
        return true;
    const std::string extension = std::filesystem::path(path).extension().string();
    return extension == ".pth" || extension == ".pt" || extension == ".bin";
}

} // namespace lab
