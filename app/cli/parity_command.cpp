#include "app/cli/commands.h"

#include "core/adapt/parity.h"

#include <ATen/Parallel.h>

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>

namespace lab::cli {

namespace {

void run_parity(const std::string& directory) {
    at::set_num_threads(1);
    int mismatches = 0, unknown = 0, matched = 0;
    for (const ParityResult& result : replay_adaptation_traces(directory)) {
        if (!result.known) {
            ++unknown;
            std::printf("%-40s  not known yet: %s\n", result.trace.c_str(), result.note.c_str());
            continue;
        }
        const bool match = result.largest_error <= parity_tolerance;
        ++(match ? matched : mismatches);
        std::printf("%-40s  %-8s  largest error %.3g (%s) %s\n", result.trace.c_str(),
                    match ? "match" : "MISMATCH", result.largest_error, result.worst.c_str(),
                    result.note.c_str());
    }
    std::printf("%d matched, %d mismatched, %d not known (tolerance %g)\n", matched, mismatches, unknown,
                parity_tolerance);
    if (mismatches > 0)
        throw std::runtime_error(std::to_string(mismatches) + " of the traces in " + directory +
                                 " are not met");
    if (matched == 0)
        throw std::runtime_error(directory + ": none of its traces is known");
}

} // namespace

void add_parity_command(CLI::App& app) {
    auto directory = std::make_shared<std::string>();
    CLI::App* command =
        app.add_subcommand("parity", "Replay golden traces in double precision and print the errors");
    command->add_option("directory", *directory, "Folder with index.json and the traces")->required();
    command->callback([directory] { run_parity(*directory); });
}

} // namespace lab::cli
