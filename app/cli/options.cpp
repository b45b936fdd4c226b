#include "app/cli/options.h"

#include "core/base/text.h"
#include "core/base/whole_number.h"

#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <limits>
#include <stdexcept>

namespace lab::cli {

namespace {

/// @param take throws std::invalid_argument with a sentence that begins with the name
template <typename Take>
CLI::Option* add(CLI::App* command, const std::string& name, const std::string& text, Take take) {
    return command->add_option_function<std::string>(
        name,
        [take](const std::string& found) {
            try {
                take(found);
            } catch (const std::invalid_argument& fault) {
                throw CLI::ValidationError(fault.what());
            }
        },
        text);
}

template <typename T>
CLI::Option* add_number(CLI::App* command, const std::string& name, T& target, const std::string& text,
                        std::int64_t least, std::int64_t most) {
    return add(command, name, text,
               [&target, name, least, most](const std::string& found) {
                   target = static_cast<T>(whole_number_from(found, name, least, most));
               })
        ->type_name("INT in [" + std::to_string(least) + " - " + std::to_string(most) + "]")
        ->default_str(std::to_string(target));
}

double real_from(const std::string& text, const std::string& name, double least, double most) {
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault == std::errc() && end == text.data() + text.size() && std::isfinite(value) && value >= least &&
        value <= most)
        return value;
    char bounds[80];
    std::snprintf(bounds, sizeof bounds, "%g to %g", least, most);
    throw std::invalid_argument(name + ": expected a number from " + bounds + ", found \"" + shown(text) +
                                "\"");
}

} // namespace

CLI::Option* add_whole(CLI::App* command, const std::string& name, int& target, const std::string& text,
                       std::int64_t least, std::int64_t most) {
    return add_number(command, name, target, text, least, most);
}

CLI::Option* add_whole(CLI::App* command, const std::string& name, std::int64_t& target,
                       const std::string& text, std::int64_t least, std::int64_t most) {
    return add_number(command, name, target, text, least, most);
}

CLI::Option* add_seed(CLI::App* command, const std::string& name, std::uint64_t& target,
                      const std::string& text) {
    return add(command, name, text,
               [&target, name](const std::string& found) { target = seed_from(found, name); })
        ->type_name("SEED")
        ->default_str(std::to_string(target));
}

CLI::Option* add_seeds(CLI::App* command, const std::string& name, std::vector<std::uint64_t>& target,
                       const std::string& text) {
    std::string present;
    for (const std::uint64_t seed : target)
        present += (present.empty() ? "" : ",") + std::to_string(seed);
    return add(command, name, text,
               [&target, name](const std::string& found) { target = seeds_from(found, name); })
        ->type_name("SEED,SEED…")
        ->default_str(present);
}

CLI::Option* add_real(CLI::App* command, const std::string& name, double& target, const std::string& text,
                      double least, double most) {
    char present[32];
    std::snprintf(present, sizeof present, "%g", target);
    return add(command, name, text,
               [&target, name, least, most](const std::string& found) {
                   target = real_from(found, name, least, most);
               })
        ->type_name("NUMBER")
        ->default_str(present);
}

CLI::Option* add_path(CLI::App* command, const std::string& name, std::string& target,
                      const std::string& text) {
    return add(command, name, text,
               [&target, name](const std::string& found) {
                   if (found.empty())
                       throw std::invalid_argument(name + ": expected a path or a name, found an empty text");
                   target = found;
               })
        ->type_name("TEXT")
        ->default_str(target);
}

void expect_printed() {
    errno = 0;
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
        throw std::runtime_error(
            std::string("the standard output cannot be written: ") +
            (errno != 0 ? std::strerror(errno) : "the disk is full or the pipe is closed"));
}

} // namespace lab::cli
