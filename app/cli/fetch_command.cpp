#include "app/cli/commands.h"
#include "app/cli/given_path.h"
#include "app/cli/interruption.h"
#include "app/cli/progress.h"

#include "core/base/text.h"
#include "core/dataset/data_fetch.h"

#include <cstdio>
#include <memory>

namespace lab::cli {

namespace {

struct Arguments {
    std::string id;
    std::string to;
    std::string manifest;
};

/// The line of one file and phase, with the time that is left.
class FetchLine {
  public:
    bool show(const FetchProgress& news) {
        const char* const verb = news.phase == FetchPhase::download ? "getting"
                                 : news.phase == FetchPhase::verify ? "checking"
                                                                    : "unpacking";
        std::string text = std::string(verb) + " " + news.file;
        if (news.count > 1)
            text += " (" + std::to_string(news.number) + "/" + std::to_string(news.count) + ")";
        text += ", " + bytes_text(news.bytes);
        if (news.total > 0)
            text += " of " + bytes_text(news.total);
        if (const double left = pace_.seconds_left(news); left > 0)
            text += ", " + duration_text(left) + " left";
        line_.show(news.total > 0 ? static_cast<double>(news.bytes) / static_cast<double>(news.total) : 0,
                   text);
        return interrupted_by() == nullptr;
    }
    void finish() { line_.finish(); }

  private:
    ProgressLine line_;
    FetchPace pace_;
};

void run_fetch(const Arguments& a) {
    const Manifest manifest = a.manifest.empty() ? data_manifest(a.id) : read_manifest(a.manifest);
    if (manifest.id != a.id)
        throw std::runtime_error(a.manifest + ": id: expected " + a.id + ", found " + manifest.id);
    if (!manifest.files.empty())
        std::printf("%s, %s\nLicence: %s\nPlease cite: %s\n", manifest.title.c_str(),
                    bytes_text(manifest.bytes()).c_str(), manifest.licence.c_str(),
                    manifest.citation.c_str());
    std::fflush(stdout);
    watch_for_signals();
    FetchLine line;
    const std::string target = a.to.empty() ? fetched_data_folder(a.id) : a.to;
    const auto show = [&line](const FetchProgress& news) { return line.show(news); };
    FetchResult result;
    try {
        result = fetch(manifest, target, show);
    } catch (const std::exception& fault) {
        line.finish();
        const std::int64_t kept = partly_fetched(manifest, target);
        const std::string left = kept > 0 ? "; " + bytes_text(kept) + " are kept in " + shown(target) +
                                                ".part, and the same command goes on from there"
                                          : "";
        if (interrupted_by() != nullptr)
            throw CutShort(std::string("interrupted by ") + interrupted_by() +
                           (left.empty() ? "; nothing has arrived" : left));
        throw std::runtime_error(fault.what() + left);
    }
    line.finish();
    for (const std::string& name : result.unverified)
        std::printf("%s could not be verified: no checksum of it is published.\n", name.c_str());
    std::printf("%s is in %s\n", manifest.title.c_str(), shown(result.folder.native()).c_str());
}

} // namespace

void add_fetch_command(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("fetch", "Download, verify and unpack a data set");
    command->add_option("id", arguments->id, "Which data set (see: data)")->required();
    command->add_option("--to", arguments->to, "Folder for it; without one where the lab finds it by itself")
        ->check(given_path());
    command->add_option("--manifest", arguments->manifest, "Another description of where its files are")
        ->check(given_path());
    command->callback([arguments] { run_fetch(*arguments); });
}

} // namespace lab::cli
