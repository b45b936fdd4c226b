#include "app/cli/run_output.h"

#include "app/cli/options.h"
#include "core/base/text.h"
#include "core/record/detail_line.h"
#include "core/record/recording_file.h"
#include "core/record/summary.h"
#include "core/spec/schedule_words.h"

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <stdexcept>
#include <sys/file.h>

namespace lab::cli {

namespace {

namespace fs = std::filesystem;

/// A run's files in a folder, by their names.
std::vector<fs::path> run_files(const std::string& folder) {
    std::vector<fs::path> files;
    std::error_code fault;
    for (const auto& entry : fs::directory_iterator(folder, fault)) {
        const std::string name = entry.path().filename().native();
        const bool state = name.starts_with("lane") && name.ends_with(".state.safetensors");
        if (state || name == "records.jsonl" || name == "records.csv" || name == "summary.json" ||
            name == "recording.collapselab")
            files.push_back(entry.path());
    }
    return files;
}

/// Held until the program ends: two runs must not write into one folder.
void lock_folder(const std::string& folder) {
    const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    // Where a file system knows no locks, none is needed to go on.
    if (descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        throw std::runtime_error(shown(folder) + ": another run is writing there; choose another folder");
}

/// A dash for what does not apply: a score without labels, the distance of no predictor.
std::string fixed(double value, int digits) {
    if (!std::isfinite(value))
        return "-";
    char text[40];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

std::string percent(double share) {
    return fixed(100 * share, 1);
}

} // namespace

void expect_free_folder(const std::string& folder, bool overwrite) {
    expect_output_folder(folder);
    std::vector<std::string> names;
    for (const fs::path& file : run_files(folder))
        names.push_back(file.filename().native());
    if (!names.empty() && !overwrite)
        throw std::runtime_error(shown(folder) + ": holds an earlier run (" + first_few(names) +
                                 "); choose another folder, or --overwrite");
}

RunOutput::RunOutput(const std::string& folder) : folder_(folder) {
    make_output_folder(folder);
    lock_folder(folder);
    for (const fs::path& file : run_files(folder))
        fs::remove(file);
    records_.open(folder + "/records.jsonl", std::ios::binary);
    if (!records_)
        throw std::runtime_error(shown(folder) + "/records.jsonl: cannot be written");
}

void RunOutput::add(const StepOutput& step) {
    for (const Event& event : step.events)
        records_ << to_json_line(event) << '\n';
    for (const StepRecord& record : step.records)
        records_ << to_json_line(record) << '\n';
    if (step.detail && !step.detail->questions.empty()) {
        records_ << to_json_line(*step.detail) << '\n';
        answers_.add(step.detail);
    }
    records_.flush();
    if (!records_)
        throw std::runtime_error(shown(folder_) + "/records.jsonl: cannot be written, is the disk full?");
}

void RunOutput::finish(const Recording& recording) const {
    write_file_atomically(folder_ + "/records.csv", to_csv(recording));
    write_file_atomically(folder_ + "/summary.json", summary_json(recording));
    save_recording(folder_ + "/recording.collapselab", recording, answers_);
}

void print_heading(const Recording& recording) {
    const StreamSpec& s = recording.spec.stream;
    std::printf("%s, %s, %s, seed %llu, %lld %s, batch %d, %s\n", shown(recording.info.data_title).c_str(),
                shown(recording.info.model_title).c_str(), stream_words(recording.spec).c_str(),
                static_cast<unsigned long long>(s.seed), static_cast<long long>(recording.info.total_images),
                is_language(recording.spec) ? "questions" : "images", s.batch_size,
                device_title(recording.info.device).c_str());
    for (const Notice& notice : recording.info.notices)
        std::printf("%s\n", shown(sentence_of(notice)).c_str());
    expect_printed();
}

namespace {

double last_fifth(const LaneSummary& lane, std::string_view id) {
    for (const LaneSummary::Answers& row : lane.answers)
        if (row.id == id)
            return row.last_fifth;
    return StepRecord::nothing;
}

/// How the answers were over the last fifth of the steps.
void print_answers(const Recording& recording) {
    std::printf("\n%-22s %15s %9s %9s %10s %9s %10s %11s\n", "answers, last fifth", "entropy", "length",
                "ended", "no answer", "steps", "periodic", "divergence");
    std::printf("%-22s %15s %9s %9s %10s %9s %10s %11s\n", "", "first > last", "tokens", "%", "%", "right %",
                "tail %", "nats");
    for (const LaneSummary& lane : summarise(recording))
        std::printf("%-22s %7.3f > %5.3f %9s %9s %10s %9s %10s %11s\n", shown(lane.name).c_str(),
                    lane.entropy_first, lane.entropy_last,
                    fixed(last_fifth(lane, "answer_length"), 1).c_str(),
                    percent(last_fifth(lane, "ended_share")).c_str(),
                    percent(last_fifth(lane, "extraction_failures")).c_str(),
                    percent(last_fifth(lane, "steps_right")).c_str(),
                    percent(last_fifth(lane, "periodic_tail")).c_str(),
                    fixed(last_fifth(lane, "unadapted_divergence"), 3).c_str());
}

} // namespace

void print_table(const Recording& recording) {
    std::printf("%-22s %9s %11s %15s %9s %10s %10s %10s %9s\n", "lane", "accuracy", "last fifth",
                "logit norm", "top class", "predictor", "kept", "collapsed", "ms/step");
    std::printf("%-22s %9s %11s %15s %9s %10s %10s %10s %9s\n", "", "%", "%", "first > last", "share",
                "distance", "%", "at step", "");
    for (const LaneSummary& lane : summarise(recording)) {
        const std::string collapsed = lane.collapsed_at > 0 ? std::to_string(lane.collapsed_at) : "-";
        std::printf("%-22s %9s %11s %7.2f > %5.2f %9.2f %10s %10.1f %10s %9.1f\n", shown(lane.name).c_str(),
                    percent(lane.accuracy).c_str(), percent(lane.accuracy_last_fifth).c_str(),
                    lane.logit_norm_first, lane.logit_norm_last, lane.top_class_share,
                    fixed(lane.distance, 3).c_str(), 100 * lane.kept_share, collapsed.c_str(),
                    lane.ms_per_step);
    }
    if (is_language(recording.spec))
        print_answers(recording);
}

} // namespace lab::cli
