#include "app/cli/cell_work.h"

#include "app/cli/heartbeat.h"
#include "app/cli/interruption.h"
#include "app/cli/options.h"
#include "app/cli/progress.h"

#include "core/base/atomic_file.h"
#include "core/base/json_values.h"
#include "core/base/text.h"
#include "core/dataset/stage_data.h"
#include "core/fetch/bytes_text.h"
#include "core/fetch/fetch_cancelled.h"
#include "core/study/array_expression.h"
#include "core/study/cell_merge.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <map>
#include <mutex>

namespace lab::cli {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::array<const char*, 3> merged_endings = {".csv", ".json", ".times.csv"};

bool is_finished(const CellSet& set, std::size_t cell) {
    return stored_cell(fs::path(set.folder) / (set.cells[cell].key + ".json")).has_value();
}

/// The data of cells on the node's own disk, each set once.
class Stage {
  public:
    explicit Stage(std::string folder) : folder_(std::move(folder)) {}

    void move(ExperimentSpec& spec) {
        if (folder_.empty())
            return;
        const auto known = places_.find({spec.data, spec.data_dir});
        const std::string place = known != places_.end() ? known->second : staged(spec);
        places_[{spec.data, spec.data_dir}] = place;
        spec.data_dir = place;
    }

  private:
    std::string staged(const ExperimentSpec& spec) {
        try {
            const StagedData data = stage_data(spec.data, spec.data_dir, folder_,
                                               [this](const std::string& text) { return tell(text); });
            std::printf("data: %s is in %s%s: %lld files, %s\n", shown(spec.data).c_str(),
                        shown(data.folder.native()).c_str(), data.copied ? "" : " already",
                        static_cast<long long>(data.files), bytes_text(data.bytes).c_str());
            return data.folder.native();
        } catch (const FetchCancelled&) {
            throw CutShort(
                "interrupted by " + std::string(interrupted_by()) +
                " before the first run, while data were copied; the same command goes on from there");
        }
    }
    /// @return whether it is to go on
    bool tell(const std::string& text) {
        const auto now = std::chrono::steady_clock::now();
        if (now - told_ > std::chrono::seconds(5)) {
            std::fprintf(stderr, "[stage] %s\n", text.c_str());
            told_ = now;
        }
        return interrupted_by() == nullptr;
    }

    std::string folder_;
    std::map<std::pair<std::string, std::string>, std::string> places_;
    std::chrono::steady_clock::time_point told_ = std::chrono::steady_clock::now();
};

/// How far the work is, for the progress line and the heartbeat.
class Watch {
  public:
    explicit Watch(const Share& share) : title_(share.title.empty() ? "" : share.title + ": ") {}

    void show(const StudyProgress& news) {
        const std::lock_guard lock(mutex_);
        news_ = news;
        line_.show(news.cells > 0 ? static_cast<double>(news.finished) / news.cells : 1, text());
    }
    std::string beat() {
        const std::lock_guard lock(mutex_);
        return title_ + text() + ", " + std::to_string(steps_) + " steps";
    }
    bool cancelled() {
        ++steps_; // asked before every step
        return interrupted_by() != nullptr;
    }
    void finish() { line_.finish(); }

  private:
    std::string text() const {
        const bool known = news_.eta_seconds > 0 || news_.finished == news_.cells;
        return std::to_string(news_.finished) + " of " + std::to_string(news_.cells) + " runs, " +
               (known ? duration_text(news_.eta_seconds) : "unknown time") + " left";
    }

    std::string title_;
    std::mutex mutex_;
    StudyProgress news_;
    std::atomic<long long> steps_ = 0;
    ProgressLine line_;
};

} // namespace

void list_cells(const CellSet& set, const Share& share, bool json) {
    Json list = Json::array();
    if (!json)
        std::printf("%6s  %-12s  %-8s  fields\n", "cell", "id", "state");
    for (const std::size_t i : share.cells) {
        const NumberedCell& cell = set.cells[i];
        const bool finished = is_finished(set, i);
        if (!json) {
            std::printf("%6zu  %-12s  %-8s  %s\n", i, cell.key.substr(0, 12).c_str(),
                        finished ? "finished" : "open", name_of(cell.fields).c_str());
            continue;
        }
        Json fields = Json::object();
        for (const CellField& field : cell.fields)
            fields[field.path] = Json::parse(field.value);
        list.push_back({{"cell", i}, {"id", cell.key}, {"finished", finished}, {"fields", fields}});
    }
    if (json)
        std::printf(
            "%s\n",
            dumped({{"name", shown(set.name)}, {"program", LAB_VERSION}, {"cells", list}}, 1).c_str());
}

void expect_own_cells(const CellSet& set) {
    const std::vector<std::string> foreign = foreign_cells(set.cells, set.folder);
    if (foreign.empty())
        return;
    constexpr std::size_t most = 3;
    std::string list;
    for (std::size_t i = 0; i < std::min(most, foreign.size()); ++i)
        list += (i > 0 ? "; " : "") + foreign[i];
    if (foreign.size() > most)
        list += "; and " + std::to_string(foreign.size() - most) + " more";
    throw std::runtime_error(shown(set.folder) + ": expected cells of " + shown(set.name) +
                             " alone, found others: " + list + ". Take them away, or choose another folder");
}

Attempt run_share(const CellOptions& options, const CellSet& set, const Share& share) {
    const CellPlaces places = places_of(options);
    expect_printed();
    std::vector<std::string> keys;
    for (const std::size_t i : share.cells)
        keys.push_back(set.cells[i].key);
    CellStore store(set.folder, keys);
    Stage stage(options.stage);
    std::vector<CellToRun> cells;
    for (const std::size_t i : share.cells) {
        cells.push_back({set.cells[i].cell, set.cells[i].key, name_of(set.cells[i].fields)});
        if (!store.contains(cells.back().key))
            stage.move(cells.back().cell.spec);
    }
    Watch watch(share);
    bool whole = false;
    {
        const Heartbeat heartbeat(options.heartbeat, [&] { return watch.beat(); });
        whole = run_cells(
            cells, set.curves, places, store, [&](const StudyProgress& news) { watch.show(news); },
            [&] { return watch.cancelled(); });
    }
    watch.finish();
    Attempt attempt;
    for (const std::string& key : keys)
        attempt.finished += store.contains(key) ? 1 : 0;
    if (!whole)
        attempt.ended = "interrupted by " + std::string(interrupted_by()) + " after " +
                        std::to_string(attempt.finished) + " of " + std::to_string(keys.size()) + " runs";
    return attempt;
}

void remove_merged(const CellSet& set) {
    for (const char* ending : merged_endings)
        fs::remove(set.merged + ending);
}

void merge_cells(const CellSet& set) {
    remove_merged(set);
    expect_own_cells(set);
    const CellFindings findings = find_cells(set.cells, set.folder);
    if (!findings.missing.empty()) {
        const std::string expression = array_expression(findings.missing);
        std::printf("%s\n", expression.c_str());
        expect_printed();
        throw CellsMissing(shown(set.folder) + ": " + std::to_string(findings.missing.size()) + " of " +
                           std::to_string(set.cells.size()) + " cells are missing: " + expression);
    }
    write_file_atomically(set.merged + ".times.csv", times_csv(set.cells, findings));
    write_file_atomically(set.merged + ".csv", merged_csv(set.cells, findings));
    write_file_atomically(set.merged + ".json", merged_json(set.cells, findings, set.source, set.settings));
    for (const std::string& sentence : told_by(findings))
        std::printf("%s\n", sentence.c_str());
    std::printf("%s: all %zu cells are in %s.{csv,json}, their times in %s.times.csv\n",
                shown(set.name).c_str(), set.cells.size(), shown(set.merged).c_str(),
                shown(set.merged).c_str());
}

} // namespace lab::cli
