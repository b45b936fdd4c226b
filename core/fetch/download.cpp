#include "core/fetch/download.h"

#include "core/fetch/fetch_cancelled.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <curl/curl.h>
#include <memory>
#include <mutex>
#include <stdexcept>

namespace lab {

namespace {

namespace fs = std::filesystem;

constexpr long ok = 200, partial_content = 206, range_not_satisfiable = 416;

std::int64_t size_of(const fs::path& file) {
    std::error_code fault;
    const std::uintmax_t size = fs::file_size(file, fault);
    return fault ? 0 : static_cast<std::int64_t>(size);
}

/// One connection: from the end of what is on the disk to the end of the file or of the connection.
class Transfer {
  public:
    Transfer(const std::string& address, const fs::path& file, const DownloadOptions& options)
        : address_(address), path_(file), options_(options), handle_(curl_easy_init(), curl_easy_cleanup),
          begin_(size_of(file)) {
        if (!handle_)
            throw std::runtime_error(address + ": libcurl cannot be set up");
    }

    /// True where the server says that this was all.
    bool run() {
        set(CURLOPT_URL, address_.c_str());
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
        set(CURLOPT_FOLLOWLOCATION, 1L);
        set(CURLOPT_MAXREDIRS, 10L);
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_USERAGENT, "collapse-lab/" LAB_VERSION);
        set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(options_.connect_seconds));
        set(CURLOPT_LOW_SPEED_LIMIT, 1L);
        set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(options_.silence_seconds));
        set(CURLOPT_ERRORBUFFER, error_);
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_XFERINFOFUNCTION, &Transfer::on_progress);
        set(CURLOPT_XFERINFODATA, this);
        set(CURLOPT_WRITEFUNCTION, &Transfer::on_bytes);
        set(CURLOPT_WRITEDATA, this);
        const std::string range = std::to_string(begin_) + "-";
        if (begin_ > 0)
            set(CURLOPT_RANGE, range.c_str());
        const CURLcode code = curl_easy_perform(handle_.get());
        close();
        return judge(code);
    }

  private:
    template <typename Value>
    void set(CURLoption option, Value value) {
        curl_easy_setopt(handle_.get(), option, value);
    }

    long status() const {
        long status = 0;
        curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
        return status;
    }

    static std::size_t on_bytes(const char* bytes, std::size_t size, std::size_t count, void* self) {
        return static_cast<Transfer*>(self)->write(bytes, size * count);
    }
    static int on_progress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
        return static_cast<Transfer*>(self)->go_on() ? 0 : 1;
    }

    bool go_on() {
        if (!options_.progress)
            return true;
        curl_off_t announced = -1;
        curl_easy_getinfo(handle_.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced);
        const std::int64_t all = options_.expected_bytes > 0 ? options_.expected_bytes
                                 : announced > 0             ? begin_ + announced
                                                             : 0;
        cancelled_ = cancelled_ || !options_.progress(begin_ + written_, all);
        return !cancelled_;
    }

    /// Only bodies of answers that bring the file reach the disk, not pages that explain an error.
    std::size_t write(const char* bytes, std::size_t count) {
        const long answer = status();
        if (answer != ok && answer != partial_content)
            return count;
        if (file_ == nullptr) {
            if (answer == ok)
                begin_ = 0; // the server sends everything, whatever was asked for
            file_ = std::fopen(path_.c_str(), begin_ > 0 ? "ab" : "wb");
        }
        if (file_ == nullptr || std::fwrite(bytes, 1, count, file_) != count) {
            disk_fault_ = errno;
            return 0;
        }
        written_ += static_cast<std::int64_t>(count);
        return count;
    }

    void close() {
        if (file_ != nullptr && std::fclose(file_) != 0 && disk_fault_ == 0)
            disk_fault_ = errno;
        file_ = nullptr;
    }

    bool judge(CURLcode code) const {
        if (cancelled_)
            throw FetchCancelled();
        if (disk_fault_ != 0)
            throw std::runtime_error(
                path_.string() + ": cannot be written: " +
                (disk_fault_ == ENOSPC ? "the disk is full" : std::strerror(disk_fault_)));
        const long answer = status();
        if (code == CURLE_OK && answer == range_not_satisfiable && begin_ > 0) {
            // The beginning on the disk is longer than the file, or all of it; its size and sum decide.
            return true;
        }
        if (code == CURLE_OK && answer != ok && answer != partial_content)
            throw std::runtime_error(address_ + ": the server answered with status " +
                                     std::to_string(answer) +
                                     (answer == 404 ? " (there is no such file)" : ""));
        switch (code) {
        case CURLE_OK:
            return true;
        case CURLE_PARTIAL_FILE:
        case CURLE_RECV_ERROR:
        case CURLE_SEND_ERROR:
        case CURLE_GOT_NOTHING:
        case CURLE_OPERATION_TIMEDOUT:
        case CURLE_HTTP2_STREAM:
        case CURLE_HTTP2:
            if (answer == 0 && code == CURLE_OPERATION_TIMEDOUT)
                break;
            return false;
        default:
            break;
        }
        const std::string why = error_[0] != '\0' ? error_ : curl_easy_strerror(code);
        throw std::runtime_error(address_ + ": " + why);
    }

    std::string address_;
    fs::path path_;
    const DownloadOptions& options_;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle_;
    std::FILE* file_ = nullptr;
    std::int64_t begin_ = 0;   ///< bytes that were on the disk before
    std::int64_t written_ = 0; ///< bytes that this connection brought
    int disk_fault_ = 0;
    bool cancelled_ = false;
    char error_[CURL_ERROR_SIZE] = {};
};

std::string of_bytes(std::int64_t found, std::int64_t expected) {
    return std::to_string(found) + (expected > 0 ? " of " + std::to_string(expected) : "") + " bytes";
}

} // namespace

void download(const std::string& address, const fs::path& file, const DownloadOptions& options) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    const std::int64_t expected = options.expected_bytes;
    for (int attempt = 0; expected == 0 || size_of(file) < expected;) {
        const std::int64_t before = size_of(file);
        const bool complete = Transfer(address, file, options).run();
        const std::int64_t now = size_of(file);
        if (complete && (expected == 0 || now >= expected))
            break;
        attempt = now > before ? 0 : attempt + 1;
        if (complete)
            throw std::runtime_error(address + ": the file ended after " + of_bytes(now, expected));
        if (attempt == options.attempts)
            throw std::runtime_error(address + ": the connection was cut after " + of_bytes(now, expected) +
                                     "; the next call goes on from there");
    }
    if (expected > 0 && size_of(file) > expected) {
        const std::int64_t found = size_of(file);
        fs::remove(file);
        throw std::runtime_error(address + ": expected " + std::to_string(expected) + " bytes, found " +
                                 std::to_string(found));
    }
}

} // namespace lab
