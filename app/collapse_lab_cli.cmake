find_package(CLI11 REQUIRED)

add_executable(collapse-lab-cli
    collapse_lab_cli.cpp
    cli/bench_command.cpp
    cli/bench_corruptions_command.cpp
    cli/bench_network.cpp
    cli/bench_scale.cpp
    cli/cell_options.cpp
    cli/cell_work.cpp
    cli/corrupt_command.cpp
    cli/data_command.cpp
    cli/drift_command.cpp
    cli/export_command.cpp
    cli/fetch_command.cpp
    cli/heartbeat.cpp
    cli/info_command.cpp
    cli/interruption.cpp
    cli/lesson_command.cpp
    cli/model_command.cpp
    cli/model_options.cpp
    cli/options.cpp
    cli/parity_command.cpp
    cli/progress.cpp
    cli/question_options.cpp
    cli/replay_command.cpp
    cli/reproduce_command.cpp
    cli/run_command.cpp
    cli/run_output.cpp
    cli/run_switches.cpp
    cli/sweep_command.cpp
    cli/train_command.cpp
    cli/train_language.cpp
)
# CLI11 is all headers and takes most of the time here; the command line's own code computes nothing.
target_compile_options(collapse-lab-cli PRIVATE $<$<CONFIG:Release>:-O1>)
target_link_libraries(collapse-lab-cli PRIVATE lab_options lab_run lab_lesson lab_study_runs lab_train lab_parity lab_text
    CLI11::CLI11 nlohmann_json::nlohmann_json)
install(TARGETS collapse-lab-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
