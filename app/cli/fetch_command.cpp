#include "app/cli/commands.h"
#include "app/cli/progress.h"

#include "core/experiment/data_fetch.h"

#include <chrono>
#include <cstdio>
#include <memory>

namespace lab::cli {

namespace {

struct Arguments {
    std::string id;
    std::string to;
    std::string manifest;
};

std::string mebibytes(std::int64_t bytes) {
    char text[40];
    std::snprintf(text, sizeof text, "%.1f MiB", static_cast<double>(bytes) / (1 << 20));
    return text;
}

/// The line of one file and phase; speed and time that is left of the download.
class FetchLine {
  public:
    bool show(const FetchProgress& news) {
        if (news.number != number_ || news.phase != phase_) {
            number_ = news.number;
            phase_ = news.phase;
            start_ = std::chrono::steady_clock::now();
            first_ = news.bytes;
        }
        const char* const verb = news.phase == FetchPhase::download ? "getting"
                                 : news.phase == FetchPhase::verify ? "checking"
                                                                    : "unpacking";
        std::string text = std::string(verb) + " " + news.file;
        if (news.count > 1)
            text += " (" + std::to_string(news.number) + "/" + std::to_string(news.count) + ")";
        text += ", " + mebibytes(news.bytes);
        const double seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
        const double speed = static_cast<double>(news.bytes - first_) / seconds;
        if (news.total > 0) {
            text += " of " + mebibytes(news.total);
            if (seconds > 2 && speed > 0)
                text += ", " + duration_text(static_cast<double>(news.total - news.bytes) / speed) + " left";
        }
        line_.show(news.total > 0 ? static_cast<double>(news.bytes) / static_cast<double>(news.total) : 0,
                   text);
        return true;
    }
    void finish() { line_.finish(); }

  private:
    ProgressLine line_;
    int number_ = 0;
    FetchPhase phase_ = FetchPhase::download;
    std::chrono::steady_clock::time_point start_;
    std::int64_t first_ = 0;
};

void run_fetch(const Arguments& a) {
    const Manifest manifest = a.manifest.empty() ? data_manifest(a.id) : read_manifest(a.manifest);
    if (manifest.id != a.id)
        throw std::runtime_error(a.manifest + ": id: expected " + a.id + ", found " + manifest.id);
    if (!manifest.files.empty())
        std::printf("%s, %s\nLicence: %s\nPlease cite: %s\n", manifest.title.c_str(),
                    mebibytes(manifest.bytes()).c_str(), manifest.licence.c_str(), manifest.citation.c_str());
    std::fflush(stdout);
    FetchLine line;
    const auto show = [&line](const FetchProgress& news) { return line.show(news); };
    FetchResult result;
    try {
        result = fetch(manifest, a.to.empty() ? fetched_data_folder(a.id) : a.to, show);
    } catch (...) {
        line.finish();
        throw;
    }
    line.finish();
    for (const std::string& name : result.unverified)
        std::printf("%s could not be verified: no checksum of it is published.\n", name.c_str());
    std::printf("%s is in %s\n", manifest.title.c_str(), result.folder.c_str());
}

} // namespace

void add_fetch_command(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("fetch", "Download, verify and unpack a data set");
    command->add_option("id", arguments->id, "Which data set (see: data)")->required();
    command->add_option("--to", arguments->to, "Folder for it; without one where the lab finds it by itself");
    command->add_option("--manifest", arguments->manifest, "Another description of where its files are");
    command->callback([arguments] { run_fetch(*arguments); });
}

} // namespace lab::cli
