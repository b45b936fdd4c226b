#include "core/fetch/manifest.h"

#include "core/base/input_file.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <numeric>
#include <sstream>
#include <stdexcept>

namespace lab {

namespace {

using Json = nlohmann::json;

/// Reads fields and names the manifest and the field where they do not fit.
struct Reader {
    const std::string& path;

    [[noreturn]] void refuse(const std::string& field, const std::string& expected) const {
        throw std::runtime_error(path + ": " + field + ": expected " + expected);
    }
    std::string text(const Json& json, const char* field, bool needed) const {
        if (!json.contains(field) && !needed)
            return {};
        if (!json.contains(field) || !json[field].is_string() || json[field].get<std::string>().empty())
            refuse(field, "a text");
        return json[field].get<std::string>();
    }
    std::string checksum(const Json& json, const char* field, std::size_t digits) const {
        const std::string sum = text(json, field, false);
        const bool hexadecimal = sum.find_first_not_of("0123456789abcdef") == std::string::npos;
        if (!sum.empty() && (sum.size() != digits || !hexadecimal))
            refuse(field, std::to_string(digits) + " hexadecimal digits in lower case");
        return sum;
    }
    ManifestFile file(const Json& json) const {
        if (!json.is_object())
            refuse("files", "a list of objects");
        ManifestFile file;
        file.name = text(json, "name", true);
        file.address = text(json, "address", true);
        file.sha256 = checksum(json, "sha256", 64);
        file.md5 = checksum(json, "md5", 32);
        if (file.name.find('/') != std::string::npos || file.name.starts_with('.'))
            refuse("name", "the name of a file, found \"" + file.name + "\"");
        if (!file.address.starts_with("http://") && !file.address.starts_with("https://"))
            refuse("address", "http:// or https://, found \"" + file.address + "\"");
        if (json.contains("bytes")) {
            if (!json["bytes"].is_number_unsigned() || json["bytes"].get<std::uint64_t>() > (1ull << 50))
                refuse("bytes", "a number of bytes");
            file.bytes = json["bytes"].get<std::int64_t>();
        }
        const std::string unpack = text(json, "unpack", false);
        if (!unpack.empty() && unpack != "tar")
            refuse("unpack", "tar, found \"" + unpack + "\"");
        file.unpack = !unpack.empty();
        return file;
    }
};

} // namespace

std::int64_t Manifest::bytes() const {
    return std::accumulate(files.begin(), files.end(), std::int64_t{0},
                           [](std::int64_t sum, const ManifestFile& file) { return sum + file.bytes; });
}

Manifest read_manifest(const std::string& path) {
    expect_regular_file(path, "the description of a data set"); // a pipe would be waited for
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    if (!stream)
        throw std::runtime_error(path + ": cannot be read");
    const Json json = Json::parse(content.str(), nullptr, false);
    if (!json.is_object())
        throw std::runtime_error(path + ": expected a JSON object");
    const Reader reader{path};
    Manifest manifest;
    manifest.id = reader.text(json, "id", true);
    manifest.title = reader.text(json, "title", true);
    manifest.licence = reader.text(json, "licence", true);
    manifest.citation = reader.text(json, "citation", true);
    manifest.summary = reader.text(json, "summary", false);
    manifest.homepage = reader.text(json, "homepage", false);
    manifest.how_to_get = reader.text(json, "how_to_get", false);
    if (!json.contains("files") || !json["files"].is_array())
        reader.refuse("files", "a list");
    for (const Json& file : json["files"])
        manifest.files.push_back(reader.file(file));
    return manifest;
}

} // namespace lab
