#include "core/weights/safetensors.h"

#include "core/base/atomic_file.h"
#include "core/weights/file_kind.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <stdexcept>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t largest_header = 100u << 20;

[[noreturn]] void fail(const std::string& path, const std::string& what) {
    throw std::runtime_error(path + ": not a usable .safetensors file: " + what);
}

struct TypeName {
    const char* name;
    at::ScalarType type;
};
constexpr TypeName type_names[] = {{"F64", at::kDouble},    {"F32", at::kFloat}, {"F16", at::kHalf},
                                   {"BF16", at::kBFloat16}, {"I64", at::kLong},  {"I32", at::kInt},
                                   {"U8", at::kByte},       {"BOOL", at::kBool}};

std::optional<at::ScalarType> type_from_name(const std::string& name) {
    for (const TypeName& row : type_names)
        if (name == row.name)
            return row.type;
    return std::nullopt;
}

std::string name_of_type(at::ScalarType type) {
    for (const TypeName& row : type_names)
        if (type == row.type)
            return row.name;
    throw std::invalid_argument("safetensors: tensors of this type cannot be stored");
}

/// One entry of the header, checked: shape and offsets into the values.
struct Entry {
    at::ScalarType type;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0, end = 0;
};

Entry parse_entry(const std::string& path, const std::string& name, const Json& value,
                  std::uint64_t data_size) {
    if (!value.is_object() || !value.contains("dtype") || !value["dtype"].is_string() ||
        !value.contains("shape") || !value["shape"].is_array() || !value.contains("data_offsets") ||
        !value["data_offsets"].is_array() || value["data_offsets"].size() != 2)
        fail(path, "tensor \"" + name + "\" lacks dtype, shape or data_offsets");
    const auto type = type_from_name(value["dtype"].get<std::string>());
    if (!type)
        fail(path, "tensor \"" + name + "\" has the unknown type " + value["dtype"].dump());
    Entry entry{*type, {}, 0, 0};
    std::uint64_t bytes = c10::elementSize(*type);
    for (const Json& side : value["shape"]) {
        if (!side.is_number_unsigned())
            fail(path, "tensor \"" + name + "\" has a shape that is no list of sizes");
        const auto length = side.get<std::uint64_t>();
        if (length != 0 && bytes > data_size / length)
            fail(path, "tensor \"" + name + "\" is larger than the file");
        bytes *= length;
        entry.shape.push_back(static_cast<std::int64_t>(length));
    }
    for (const Json& offset : value["data_offsets"])
        if (!offset.is_number_unsigned())
            fail(path, "tensor \"" + name + "\" has offsets that are no numbers");
    entry.begin = value["data_offsets"][0].get<std::uint64_t>();
    entry.end = value["data_offsets"][1].get<std::uint64_t>();
    if (entry.begin > entry.end || entry.end > data_size)
        fail(path, "tensor \"" + name + "\" lies outside the file (truncated?): bytes " +
                       std::to_string(entry.begin) + " to " + std::to_string(entry.end) + " of " +
                       std::to_string(data_size));
    if (entry.end - entry.begin != bytes)
        fail(path, "tensor \"" + name + "\" holds " + std::to_string(entry.end - entry.begin) +
                       " bytes, its shape asks for " + std::to_string(bytes));
    return entry;
}

std::uint64_t read_little_endian(const std::uint8_t* bytes) {
    std::uint64_t value = 0;
    for (int i = 7; i >= 0; --i)
        value = value << 8 | bytes[i];
    return value;
}

} // namespace

Checkpoint open_safetensors(std::shared_ptr<const FileBytes> file) {
    const std::string& path = file->source();
    if (file->size() < 8)
        fail(path, "shorter than the 8 bytes of its header length");
    const std::uint64_t header_size = read_little_endian(file->read(0, 8).data());
    const bool too_long = header_size > largest_header || header_size > file->size() - 8;
    if (too_long && (file->size() == 8 || file->read(8, 1)[0] != '{'))
        fail(path, "it does not begin like one: expected the length of a header and a JSON object");
    if (too_long)
        fail(path, "its header claims " + std::to_string(header_size) + " bytes, the file has " +
                       std::to_string(file->size()));
    const auto* text = reinterpret_cast<const char*>(file->read(8, header_size).data());
    const Json header = Json::parse(text, text + header_size, nullptr, false);
    if (!header.is_object())
        fail(path, "its header is no JSON object");

    const std::uint64_t begin = 8 + header_size, data_size = file->size() - begin;
    Checkpoint checkpoint{{WeightSet{}}, {}, {}, {}, {file}};
    std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges;
    for (const auto& [name, value] : header.items()) {
        if (name != "__metadata__") {
            const Entry entry = parse_entry(path, name, value, data_size);
            ranges.emplace_back(entry.begin, entry.end);
            const ByteSpan bytes{file->place() + begin + entry.begin, entry.end - entry.begin};
            checkpoint.sets.front().tensors[name] = tensor_at(file, bytes, entry.type, entry.shape);
        } else if (value.is_object()) {
            for (const auto& [key, text_value] : value.items())
                if (text_value.is_string())
                    checkpoint.metadata[key] = text_value.get<std::string>();
        }
    }
    std::sort(ranges.begin(), ranges.end());
    for (std::size_t i = 1; i < ranges.size(); ++i)
        if (ranges[i].first < ranges[i - 1].second)
            fail(path, "its tensors overlap");
    return checkpoint;
}

SafetensorsFile read_safetensors(const std::string& path) {
    const auto file = std::make_shared<const FileBytes>(path);
    if (file_kind(*file) != FileKind::safetensors)
        if (const std::string what = what_else(*file); !what.empty())
            fail(file->source(), what);
    Checkpoint checkpoint = open_safetensors(file);
    SafetensorsFile read{std::move(checkpoint.sets.front().tensors), std::move(checkpoint.metadata)};
    checkpoint.fetch(read.tensors);
    checkpoint.expect_unchanged();
    return read;
}

void write_safetensors(const std::string& path, const StateDict& tensors,
                       const std::map<std::string, std::string>& metadata) {
    Json header = Json::object();
    if (!metadata.empty())
        header["__metadata__"] = metadata;
    std::vector<at::Tensor> values;
    std::uint64_t offset = 0;
    for (const auto& [name, tensor] : tensors) {
        values.push_back(tensor.detach().cpu().contiguous());
        const std::uint64_t bytes = values.back().nbytes();
        header[name] = {{"dtype", name_of_type(tensor.scalar_type())},
                        {"shape", tensor.sizes().vec()},
                        {"data_offsets", {offset, offset + bytes}}};
        offset += bytes;
    }
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' ');

    write_atomically(path, [&](std::ostream& out) {
        for (int i = 0; i < 8; ++i)
            out.put(static_cast<char>(text.size() >> (8 * i) & 0xff));
        out << text;
        for (const at::Tensor& tensor : values)
            out.write(static_cast<const char*>(tensor.data_ptr()),
                      static_cast<std::streamsize>(tensor.nbytes()));
    });
}

} // namespace lab
