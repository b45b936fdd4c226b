#include "core/weights/file_kind.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace lab {

namespace {

std::string_view beginning(const FileBytes& file) {
    constexpr std::uint64_t looked_at = 512;
    const ByteSpan bytes = file.read(0, std::min(looked_at, file.size()));
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The first letters in lower case, without a byte-order mark and the white space before them.
std::string first_letters(std::string_view text) {
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    std::string letters(text.substr(0, 16));
    std::transform(letters.begin(), letters.end(), letters.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return letters;
}

bool is_tar(std::string_view start) {
    return start.size() >= 262 && start.substr(257, 5) == "ustar";
}

/// A pickle of protocol 2 to 5, which PyTorch before 1.6 wrote, begins with this number.
constexpr std::string_view legacy_number = "\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";

} // namespace

FileKind file_kind(const FileBytes& file) {
    const std::string_view start = beginning(file);
    if (start.starts_with("PK\3\4") || start.starts_with("PK\5\6")) // the latter without any file
        return FileKind::zip;
    // The length of a header comes first, then a brace: a text does not look like that.
    if (start.size() > 8 && start[8] == '{' && start[7] == '\0' && start[6] == '\0')
        return FileKind::safetensors;
    return first_letters(start).starts_with('{') ? FileKind::json : FileKind::other;
}

std::string what_else(const FileBytes& file) {
    const std::string_view start = beginning(file);
    const std::string letters = first_letters(start);
    if (start.starts_with("version https://git-lfs"))
        return "it is a pointer of Git LFS, not the file itself: fetch that with \"git lfs pull\"";
    for (const char* mark : {"<!doctype", "<html", "<head", "<?xml", "<body"})
        if (letters.starts_with(mark))
            return "it is a page of HTML or XML, as a server sends in place of a file: download it again and "
                   "look at the page";
    if (start.starts_with('\x80') && start.substr(2).starts_with(legacy_number))
        return "it is a file that PyTorch before 1.6 wrote: save it anew there with "
               "torch.save(torch.load(file), new_file)";
    if (start.size() > 2 && start[0] == '\x80' && start[1] >= 2 && start[1] <= 5)
        return "it is a bare pickle, which is not executed: load it in Python and save the model's "
               "state_dict "
               "with torch.save";
    if (start.starts_with("\x1f\x8b"))
        return "it is compressed with gzip: unpack it first";
    if (is_tar(start))
        return "it is a tar archive: unpack it first and name the weight file in it";
    for (const auto& [mark, kind] : {std::pair{"\x89HDF", "an HDF5 file, as Keras writes"},
                                     {"GGUF", "a GGUF file"},
                                     {"\x93NUMPY", "a NumPy array"},
                                     {"BZh", "compressed with bzip2"},
                                     {"\xfd"
                                      "7zXZ",
                                      "compressed with xz"},
                                     {"7z\xbc\xaf", "a 7z archive"},
                                     {"\x28\xb5\x2f\xfd", "compressed with zstd"}})
        if (start.starts_with(mark))
            return std::string("it is ") + kind +
                   "; expected .safetensors, or what torch.save(model.state_dict(), file) writes";
    if (letters.starts_with('{') || letters.starts_with('['))
        return "it is a JSON file, and no index of a model in several files";
    return "";
}

} // namespace lab
