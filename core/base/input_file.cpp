#include "core/base/input_file.h"

#include "core/base/text.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace lab {

namespace fs = std::filesystem;

namespace {

const char* kind_of(fs::file_type type) {
    switch (type) {
    case fs::file_type::not_found:
        return "nothing";
    case fs::file_type::directory:
        return "a folder";
    case fs::file_type::fifo:
        return "a pipe";
    case fs::file_type::socket:
        return "a socket";
    case fs::file_type::block:
    case fs::file_type::character:
        return "a device";
    default:
        return "something else";
    }
}

} // namespace

void expect_regular_file(const fs::path& path, const std::string& expected) {
    if (path.empty())
        throw std::runtime_error("expected the path of " + expected + ", found an empty path");
    std::error_code fault;
    const fs::file_status status = fs::status(path, fault);
    if (fault && status.type() != fs::file_type::not_found)
        throw std::runtime_error(shown(path.native()) + ": cannot be looked at: " + fault.message());
    if (!fs::is_regular_file(status))
        throw std::runtime_error(shown(path.native()) + ": expected " + expected + ", found " +
                                 kind_of(status.type()));
}

std::string file_content(const fs::path& path, std::uint64_t most) {
    expect_regular_file(path);
    std::error_code fault;
    const std::uint64_t size = fs::file_size(path, fault);
    if (!fault && size > most)
        throw std::runtime_error(shown(path.native()) + ": expected at most " + std::to_string(most) +
                                 " bytes, found " + std::to_string(size));
    std::ifstream file(path, std::ios::binary);
    std::string content(fault ? 0 : size, '\0');
    file.read(content.data(), static_cast<std::streamsize>(content.size()));
    if (fault || !file.is_open() || static_cast<std::uint64_t>(file.gcount()) != content.size())
        throw std::runtime_error(shown(path.native()) + ": cannot be read: " +
                                 (errno != 0 ? std::strerror(errno) : "it became shorter"));
    return content;
}

std::string text_file_content(const fs::path& path, std::uint64_t most) {
    return decoded_text(file_content(path, most));
}

} // namespace lab
