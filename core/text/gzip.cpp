#include "core/text/gzip.h"

#include <zlib.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace lab {

bool is_gzip(std::string_view bytes) {
    return bytes.starts_with("\x1f\x8b");
}

std::string gunzipped(const std::string& bytes, std::size_t limit) {
    z_stream stream{};
    if (inflateInit2(&stream, MAX_WBITS + 16) != Z_OK)
        throw std::runtime_error("cannot be decompressed: zlib did not start");
    const std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&stream, inflateEnd);
    // zlib does not write through this pointer, and files here are far below its limit of 4 GB.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string out;
    std::array<char, 1 << 16> buffer;
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = static_cast<uInt>(buffer.size());
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(buffer.data(), buffer.size() - stream.avail_out);
        if (out.size() > limit)
            throw std::runtime_error("is too large: expected at most " + std::to_string(limit) +
                                     " bytes when decompressed");
    }
    if (state == Z_BUF_ERROR)
        throw std::runtime_error("is cut off: the compressed data end too early");
    if (state != Z_STREAM_END)
        throw std::runtime_error("is damaged: the compressed data cannot be read");
    if (stream.avail_in > 0)
        throw std::runtime_error("is damaged: there are bytes behind the end of the compressed data");
    return out;
}

} // namespace lab
