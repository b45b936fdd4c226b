#include "app/cli/commands.h"
#include "app/cli/options.h"

#include "core/parity/language_parity.h"
#include "core/parity/methods_parity.h"
#include "core/parity/model_parity.h"
#include "core/parity/parity.h"
#include "core/run/device.h"
#include "core/text/tokenizer_parity.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace lab::cli {

namespace {

namespace fs = std::filesystem;

struct Tally {
    int matched = 0, mismatched = 0, unknown = 0;
};

Tally report(const std::vector<ParityResult>& results) {
    Tally tally;
    for (const ParityResult& result : results) {
        if (!result.known) {
            ++tally.unknown;
            std::printf("%-40s  not known yet: %s\n", result.trace.c_str(), result.note.c_str());
            continue;
        }
        const bool match = result.largest_error <= parity_tolerance;
        ++(match ? tally.matched : tally.mismatched);
        std::printf("%-40s  %-8s  largest error %.3g (%s) %s\n", result.trace.c_str(),
                    match ? "match" : "MISMATCH", result.largest_error, result.worst.c_str(),
                    result.note.c_str());
    }
    return tally;
}

/// A folder itself, or those in it, that hold a language model with golden values, in the order of their
/// names.
std::vector<fs::path> language_folders(const fs::path& folder) {
    if (is_language_parity(folder.string()))
        return {folder};
    std::vector<fs::path> found;
    std::error_code fault;
    for (const auto& entry : fs::directory_iterator(folder, fault))
        if (entry.is_directory() && is_language_parity(entry.path().string()))
            found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

Tally replay_models(const std::string& directory, const c10::Device& device) {
    Tally tally;
    std::printf("%-30s  %-8s  %12s  %10s  %10s  %8s\n", "model", "", "parameters", "logits", "features",
                "seconds");
    const auto report = [&](const ModelParity& result) {
        const bool match = result.largest_error() <= parity_tolerance;
        ++(match ? tally.matched : tally.mismatched);
        std::printf("%-30s  %-8s  %12lld  %10.3g  ", result.model.c_str(), match ? "match" : "MISMATCH",
                    static_cast<long long>(result.parameters), result.logits_error);
        if (result.features_error < 0)
            std::printf("%10s  ", "none");
        else
            std::printf("%10.3g  ", result.features_error);
        std::printf("%8.1f  %s %s\n", result.seconds, result.architecture.c_str(), result.note.c_str());
        std::fflush(stdout);
    };
    replay_model_parity(directory, report, device);
    return tally;
}

Tally replay_text(const fs::path& folder) {
    Tally tally;
    std::printf("%-30s  %-8s  %8s  %10s  %10s  %8s\n", "tokenizer", "", "texts", "ids", "differ", "seconds");
    replay_tokenizers(folder, [&](const TokenizerParity& result) {
        ++(result.met() ? tally.matched : tally.mismatched);
        std::printf("%-30s  %-8s  %8zu  %10zu  %10zu  %8.1f  %s\n", result.name.c_str(),
                    result.met() ? "match" : "MISMATCH", result.texts, result.ids, result.mismatched,
                    result.seconds, result.note.c_str());
        std::fflush(stdout);
    });
    return tally;
}

void run_parity(const std::string& directory, const std::string& device_name) {
    at::set_num_threads(1);
    compute_exactly();
    const c10::Device device = device_named(device_name);
    const fs::path folder = directory;
    Tally sum;
    const auto add = [&](const Tally& tally) {
        sum.matched += tally.matched;
        sum.mismatched += tally.mismatched;
        sum.unknown += tally.unknown;
    };
    bool found = false;
    for (const fs::path& place : {folder, folder / "adapt", folder / "methods", folder / "models"}) {
        if (fs::exists(place / "index.json")) {
            add(report(is_methods_parity(place.string()) ? replay_method_traces(place.string(), device)
                                                         : replay_adaptation_traces(place.string(), device)));
            found = true;
        }
        if (fs::exists(place / "models.json")) {
            add(replay_models(place.string(), device));
            found = true;
        }
    }
    for (const fs::path& place : {folder, folder / "tokenizers"}) {
        if (holds_tokenizers(place)) {
            add(replay_text(place));
            found = true;
        }
    }
    for (const fs::path& place : {folder, folder / "language"})
        for (const fs::path& model : language_folders(place)) {
            add(report(replay_language_parity(model.string(), device)));
            found = true;
        }
    if (!found)
        throw std::runtime_error(
            directory +
            ": expected an index.json (adaptation traces), a models.json, a NAME.tokenizer.json, or "
            "a language model's config.json with golden.safetensors, here or in adapt/, methods/, models/, "
            "tokenizers/ and language/, found none of them");
    std::printf("%d matched, %d mismatched, %d not known (tolerance %g)\n", sum.matched, sum.mismatched,
                sum.unknown, parity_tolerance);
    if (sum.mismatched > 0)
        throw std::runtime_error(std::to_string(sum.mismatched) + " of the traces in " + directory +
                                 " are not met");
    if (sum.matched == 0)
        throw std::runtime_error(directory + ": none of its traces is known");
}

} // namespace

void add_parity_command(CLI::App& app) {
    auto directory = std::make_shared<std::string>();
    auto device = std::make_shared<std::string>("cpu");
    CLI::App* command =
        app.add_subcommand("parity", "Replay golden traces, logits and answers in double precision, and the "
                                     "ids of tokenizers, and print the errors");
    add_path(command, "directory", *directory,
             "Folder with index.json and traces, or models.json and logits, or NAME.tokenizer.json and "
             "NAME.json with texts and ids, or language models with golden.safetensors, or with these in "
             "adapt/, methods/, models/, tokenizers/ and language/")
        ->required();
    add_path(command, "--device", *device, "cpu, cuda or cuda:N");
    command->callback([directory, device] { run_parity(*directory, *device); });
}

} // namespace lab::cli
