#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace lab::cli {

/// For options with a path: an empty one (a variable of a script that is not set) is refused before any work.
inline CLI::Validator given_path() {
    return {[](std::string& path) {
                return path.empty() ? std::string("expected a path, found an empty one") : std::string();
            },
            "PATH"};
}

} // namespace lab::cli
