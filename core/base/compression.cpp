#include "core/base/compression.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>

namespace lab {

namespace {

/// zlib takes the container from the size of the window: 16 more means gzip.
int window_bits(Wrapping wrapping) {
    return wrapping == Wrapping::gzip ? MAX_WBITS + 16 : MAX_WBITS;
}

/// A link should be short; of a file, which can be a hundred times longer, the usual ratio is enough.
int level(Wrapping wrapping) {
    return wrapping == Wrapping::gzip ? Z_DEFAULT_COMPRESSION : Z_BEST_COMPRESSION;
}

/// zlib counts in unsigned int; longer inputs are handed over in pieces.
constexpr std::size_t piece = std::numeric_limits<uInt>::max() / 2;

class Feeder {
  public:
    Feeder(z_stream& stream, const std::string& bytes) : stream_(stream), bytes_(bytes) {}
    bool finished() const { return next_ == bytes_.size(); }
    void refill() {
        if (stream_.avail_in > 0 || finished())
            return;
        const std::size_t count = std::min(piece, bytes_.size() - next_);
        // zlib does not write through this pointer; its interface is older than const.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes_.data() + next_));
        stream_.avail_in = static_cast<uInt>(count);
        next_ += count;
    }

  private:
    z_stream& stream_;
    const std::string& bytes_;
    std::size_t next_ = 0;
};

} // namespace

bool is_gzip(std::string_view bytes) {
    return bytes.starts_with("\x1f\x8b");
}

std::string compressed(const std::string& bytes, Wrapping wrapping) {
    z_stream stream{};
    if (deflateInit2(&stream, level(wrapping), Z_DEFLATED, window_bits(wrapping), 9, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        throw std::runtime_error("cannot be compressed: zlib did not start");
    std::string out;
    std::array<char, 1 << 16> buffer;
    Feeder feeder(stream, bytes);
    int state = Z_OK;
    while (state == Z_OK) {
        feeder.refill();
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = static_cast<uInt>(buffer.size());
        state = deflate(&stream, feeder.finished() ? Z_FINISH : Z_NO_FLUSH);
        out.append(buffer.data(), buffer.size() - stream.avail_out);
    }
    deflateEnd(&stream);
    if (state != Z_STREAM_END)
        throw std::runtime_error("cannot be compressed: zlib stopped with code " + std::to_string(state));
    return out;
}

std::string decompressed(const std::string& bytes, Wrapping wrapping, std::size_t limit) {
    z_stream stream{};
    if (inflateInit2(&stream, window_bits(wrapping)) != Z_OK)
        throw std::runtime_error("cannot be decompressed: zlib did not start");
    std::string out;
    std::array<char, 1 << 16> buffer;
    Feeder feeder(stream, bytes);
    int state = Z_OK;
    while (state == Z_OK && out.size() <= limit) {
        feeder.refill();
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = static_cast<uInt>(buffer.size());
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(buffer.data(), buffer.size() - stream.avail_out);
    }
    const bool more_behind = stream.avail_in > 0 || !feeder.finished();
    inflateEnd(&stream);
    if (out.size() > limit)
        throw std::runtime_error("is too large: expected at most " + std::to_string(limit) +
                                 " bytes when decompressed");
    if (state == Z_BUF_ERROR)
        throw std::runtime_error("is cut off: the compressed data end too early");
    if (state != Z_STREAM_END)
        throw std::runtime_error("is damaged: the compressed data cannot be read");
    if (more_behind)
        throw std::runtime_error("is damaged: there are bytes behind the end of the compressed data");
    return out;
}

} // namespace lab
