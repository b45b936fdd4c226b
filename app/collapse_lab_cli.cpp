#include "app/blas_kernel.h"
#include "app/cli/cell_work.h"
#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/options.h"
#include "app/memory_settings.h"
#include "core/run/card_rates.h"

#include "core/base/text.h"

#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>

/// Exit codes: 0 done; 1 the work failed (a sentence on standard error says why); 3 a signal cut it short,
/// and it says what is written; 4 cells are missing (--merge); 100 and above: the command line could not be
/// understood.
int main(int argc, char** argv) {
    lab::choose_blas_kernels(argv);
    lab::keep_freed_memory();
    lab::read_rates_from_cards();
    CLI::App app("Collapse Lab: watch test-time adaptation collapse, and see what prevents it",
                 "collapse-lab-cli");
    app.set_version_flag("--version", LAB_VERSION);
    app.require_subcommand(1);
    app.footer(
        "Exit codes: 0 done; 1 the work failed, a sentence says why; 3 cut short by SIGINT, SIGTERM, "
        "SIGHUP or SIGUSR1, a sentence says what is written, and the same call goes on; 4 cells are missing "
        "(--merge); 100 and above: wrong usage.");
    // A closed pipe is told as a full disk is, when the work is done and its files are written.
    std::signal(SIGPIPE, SIG_IGN);
    lab::cli::add_run_command(app);
    lab::cli::add_replay_command(app);
    lab::cli::add_export_command(app);
    lab::cli::add_reproduce_command(app);
    lab::cli::add_sweep_command(app);
    lab::cli::add_train_command(app);
    lab::cli::add_model_command(app);
    lab::cli::add_parity_command(app);
    lab::cli::add_lesson_command(app);
    lab::cli::add_info_command(app);
    lab::cli::add_data_command(app);
    lab::cli::add_fetch_command(app);
    lab::cli::add_corrupt_command(app);
    lab::cli::add_bench_command(app);
    lab::cli::add_bench_corruptions_command(app);
    lab::cli::add_drift_command(app);
    try {
        int code = 0;
        try {
            app.parse(argc, argv);
        } catch (const CLI::ParseError& fault) {
            code = app.exit(fault);
        }
        std::cout.flush();
        lab::cli::expect_printed();
        return code;
    } catch (const lab::cli::CutShort& fault) {
        std::fprintf(stderr, "collapse-lab-cli: %s\n", fault.what());
        return lab::cli::cut_short_code;
    } catch (const lab::cli::CellsMissing& fault) {
        std::fprintf(stderr, "collapse-lab-cli: %s\n", fault.what());
        return lab::cli::cells_missing_code;
    } catch (const std::filesystem::filesystem_error& fault) { // its own words name the function
        std::fprintf(stderr, "collapse-lab-cli: %s: %s\n", lab::shown(fault.path1().native()).c_str(),
                     fault.code().message().c_str());
        return 1;
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "collapse-lab-cli: %s\n", fault.what());
        return 1;
    }
}
