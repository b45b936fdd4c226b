#pragma once

#include <CLI/CLI.hpp>

/// The commands of collapse-lab-cli. Each adds its options to the parser and runs as its callback; faults are
/// thrown as exceptions with a sentence and become exit code 1 (see collapse_lab_cli.cpp).
namespace lab::cli {

void add_bench_command(CLI::App& app);
void add_bench_corruptions_command(CLI::App& app);
void add_data_command(CLI::App& app);
void add_drift_command(CLI::App& app);
void add_export_command(CLI::App& app);
void add_fetch_command(CLI::App& app);
void add_corrupt_command(CLI::App& app);
void add_info_command(CLI::App& app);
void add_lesson_command(CLI::App& app);
void add_model_command(CLI::App& app);
void add_parity_command(CLI::App& app);
void add_replay_command(CLI::App& app);
void add_reproduce_command(CLI::App& app);
void add_run_command(CLI::App& app);
void add_sweep_command(CLI::App& app);
void add_train_command(CLI::App& app);

} // namespace lab::cli
