#include "tests/weights/pth_bytes.h"

namespace pth_bytes {

namespace {

std::string little(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i, value >>= 8)
        text += static_cast<char>(value & 0xff);
    return text;
}

std::string names_of(const std::vector<std::int64_t>& values) {
    std::vector<std::string> items;
    for (const std::int64_t value : values)
        items.push_back(number(value));
    return tuple(items);
}

} // namespace

std::string zip(const std::vector<StoredFile>& files, bool zip64, int shift) {
    std::string out, directory;
    for (const StoredFile& file : files) {
        const std::string size = little(zip64 ? 0xffffffff : file.bytes.size(), 4);
        const std::string padding(out.empty() ? static_cast<std::size_t>(shift) : 0, '\0');
        std::string extra;
        if (zip64)
            extra = little(1, 2) + little(24, 2) + little(file.bytes.size(), 8) +
                    little(file.bytes.size(), 8) + little(out.size(), 8);
        directory += little(0x02014b50, 4) + little(0, 4) +
                     little(static_cast<std::uint64_t>(file.flags), 2) +
                     little(static_cast<std::uint64_t>(file.method), 2) + little(0, 8) + size + size +
                     little(file.name.size(), 2) + little(extra.size(), 2) + little(0, 10) +
                     little(zip64 ? 0xffffffff : out.size(), 4) + file.name + extra;
        out += little(0x04034b50, 4) + little(0, 14) + size + size + little(file.name.size(), 2) +
               little(padding.size(), 2) + file.name + padding + file.bytes;
    }
    const std::size_t start = out.size();
    out += directory;
    if (zip64) {
        const std::size_t end = out.size();
        out += little(0x06064b50, 4) + little(44, 8) + little(0, 12) + little(files.size(), 8) +
               little(files.size(), 8) + little(directory.size(), 8) + little(start, 8);
        out += little(0x07064b50, 4) + little(0, 4) + little(end, 8) + little(1, 4);
    }
    out += little(0x06054b50, 4) + little(0, 4) + little(zip64 ? 0xffff : files.size(), 2) +
           little(zip64 ? 0xffff : files.size(), 2) + little(zip64 ? 0xffffffff : directory.size(), 4) +
           little(zip64 ? 0xffffffff : start, 4) + little(0, 2);
    return out;
}

std::string whole(const std::string& value) {
    return "\x80\x02" + value + ".";
}

std::string number(std::int64_t value) {
    return "\x8a" + little(8, 1) + little(static_cast<std::uint64_t>(value), 8);
}

std::string text(const std::string& value) {
    return "X" + little(value.size(), 4) + value;
}

std::string tuple(const std::vector<std::string>& items) {
    std::string out = "(";
    for (const std::string& item : items)
        out += item;
    return out + "t";
}

std::string global(const std::string& module, const std::string& name) {
    return "c" + module + "\n" + name + "\n";
}

std::string call(const std::string& function, const std::vector<std::string>& arguments) {
    return function + tuple(arguments) + "R";
}

std::string dictionary(const std::vector<std::pair<std::string, std::string>>& items) {
    std::string out = "}(";
    for (const auto& [key, value] : items)
        out += text(key) + value;
    return out + "u";
}

std::string state_dictionary(const std::vector<std::pair<std::string, std::string>>& items) {
    std::string out = call(global("collections", "OrderedDict"), {}) + "(";
    for (const auto& [key, value] : items)
        out += text(key) + value;
    return out + "u" + dictionary({{"_metadata", dictionary({})}}) + "b";
}

std::string storage(const std::string& type, const std::string& key, std::int64_t size) {
    return tuple({text("storage"), global("torch", type), text(key), text("cpu"), number(size)}) + "Q";
}

std::string tensor(const std::string& stored, std::int64_t offset, const std::vector<std::int64_t>& sizes,
                   const std::vector<std::int64_t>& strides) {
    return call(global("torch._utils", "_rebuild_tensor_v2"),
                {stored, number(offset), names_of(sizes), names_of(strides), "\x89",
                 call(global("collections", "OrderedDict"), {})});
}

std::string archive(const std::string& pickle, const std::vector<std::string>& storages, bool zip64,
                    int shift) {
    std::vector<StoredFile> files = {{"archive/data.pkl", pickle}};
    for (std::size_t i = 0; i < storages.size(); ++i)
        files.push_back({"archive/data/" + std::to_string(i), storages[i]});
    files.push_back({"archive/version", "3\n"});
    return zip(files, zip64, shift);
}

} // namespace pth_bytes
