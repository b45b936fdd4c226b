#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <string>
#include <vector>

/// The same reader for every command's numbers, seeds and paths. What is wrong is wrong usage: exit code 105.
namespace lab::cli {

/// A whole number from `least` to `most`, all digits; "010" is ten and "0x10" is none.
CLI::Option* add_whole(CLI::App* command, const std::string& name, int& target, const std::string& text,
                       std::int64_t least, std::int64_t most);
CLI::Option* add_whole(CLI::App* command, const std::string& name, std::int64_t& target,
                       const std::string& text, std::int64_t least, std::int64_t most);
/// 0 to 2⁶⁴ − 1.
CLI::Option* add_seed(CLI::App* command, const std::string& name, std::uint64_t& target,
                      const std::string& text);
/// "0,1,2", each once.
CLI::Option* add_seeds(CLI::App* command, const std::string& name, std::vector<std::uint64_t>& target,
                       const std::string& text);
/// A finite number from `least` to `most`.
CLI::Option* add_real(CLI::App* command, const std::string& name, double& target, const std::string& text,
                      double least, double most);
/// A text that must not be empty, such as a path from a variable that is not set.
CLI::Option* add_path(CLI::App* command, const std::string& name, std::string& target,
                      const std::string& text);

/// Throws std::runtime_error where what was printed could not be written: a full disk, a closed pipe.
void expect_printed();

} // namespace lab::cli
