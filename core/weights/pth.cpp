#include "core/weights/pth.h"

#include "core/base/text.h"
#include "core/weights/file_kind.h"
#include "core/weights/pickled_state.h"
#include "core/weights/zip_directory.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <stdexcept>

namespace lab {

namespace {

[[noreturn]] void fail(const std::string& path, const std::string& what) {
    throw std::runtime_error(path + ": not a usable .pth file: " + what);
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
    explicit TorchArchive(std::shared_ptr<const FileBytes> file) : file_(std::move(file)) {
        if (file_kind(*file_) != FileKind::zip)
            fail(path(), "it is no zip archive, as torch.save writes since PyTorch 1.6");
        const std::string pickle = "data.pkl";
        bool arrays = false, program = false;
        files_ = stored_files(*file_, [&](const std::string& name) {
            const bool code = name.ends_with("/constants.pkl") || name.find("/code/") != std::string::npos;
            arrays = arrays || name.ends_with(".npy");
            program = program || code;
            return !code && !name.ends_with(".npy");
        });
        for (const auto& [name, bytes] : files_)
            if (name == pickle || name.ends_with("/" + pickle))
                folder_ = name.substr(0, name.size() - pickle.size());
        if (program)
            fail(path(), "it is a TorchScript program: save its weights in Python with "
                         "torch.save(torch.jit.load(file).state_dict(), new_file)");
        if (!files_.contains(folder_ + pickle))
            fail(path(),
                 arrays ? "it is an archive of NumPy arrays (.npz)" : "there is no data.pkl in the archive");
        if (const auto order = files_.find(folder_ + "byteorder"); order != files_.end())
            if (text_of(order->second) != "little")
                fail(path(), "its numbers have the most significant byte first");
    }

    const std::string& path() const { return file_->source(); }
    ByteSpan pickle() const { return read(files_.at(folder_ + "data.pkl")); }

    /// [n] the place of all values of a storage; where it is not aligned they are copied once.
    at::Tensor storage(const PickledTensor& view) {
        at::Tensor& values = storages_[view.storage_type + "/" + view.storage_key];
        if (values.defined())
            return values;
        const auto found = files_.find(folder_ + "data/" + view.storage_key);
        if (found == files_.end())
            fail(path(), "the storage data/" + shown(view.storage_key) + " is missing");
        at::ScalarType type = at::kFloat;
        for (const StorageType& row : storage_types)
            if (view.storage_type == row.name)
                type = row.type;
        const auto element = static_cast<std::uint64_t>(c10::elementSize(type));
        const auto count = static_cast<std::int64_t>(found->second.size() / element);
        values = tensor_at(file_, found->second, type, {count});
        return values;
    }

  private:
    ByteSpan read(ByteSpan part) const {
        return file_->read(static_cast<std::uint64_t>(part.data() - file_->place()), part.size());
    }
    std::string text_of(ByteSpan part) const {
        const ByteSpan letters = read(part);
        return {letters.begin(), letters.end()};
    }

    std::shared_ptr<const FileBytes> file_;
    std::map<std::string, ByteSpan> files_;
    std::string folder_;
    std::map<std::string, at::Tensor> storages_; ///< by type and key
};

/// Throws unless the view stays within its storage, as the pickle and the archive give it.
void check_view(const PickledTensor& view, std::int64_t available, const std::string& name,
                const std::string& path) {
    const auto refuse = [&](const std::string& what) {
        fail(path, "tensor \"" + shown(name) + "\" " + what);
    };
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

Checkpoint open_pth(std::shared_ptr<const FileBytes> file) {
    TorchArchive archive(file);
    PickledSets pickled = pickled_sets(archive.pickle(), archive.path());
    Checkpoint checkpoint{{}, {}, std::move(pickled.beside), {}, {std::move(file)}};
    if (!pickled.whole_model.empty())
        checkpoint.hint = whole_model_sentence(pickled.whole_model);
    for (const PickledSet& set : pickled.sets) {
        WeightSet& opened = checkpoint.sets.emplace_back(WeightSet{set.name, {}});
        for (const auto& [name, view] : set.tensors) {
            const at::Tensor values = archive.storage(view);
            check_view(view, values.size(0), name, archive.path());
            opened.tensors[name] = values.as_strided(view.sizes, view.strides, view.offset);
        }
    }
    return checkpoint;
}

} // namespace lab
