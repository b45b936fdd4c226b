#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

/// What experiments of earlier versions hold elsewhere, one function for each step:
///
///     1 → 2   data, model and machine are parts with their fields; they stood at the root
namespace lab {

constexpr int experiment_version = 2;

/// Brings an experiment to the present form and takes "version" away. Without a version, fields at the root
/// make it one of version 1. Throws std::invalid_argument for a version that is not known, or one that a
/// newer program wrote.
/// @return the version that it had
int migrate_experiment(nlohmann::ordered_json& json);

/// The same for a part of an experiment, as a lesson holds it.
void experiment_from_1_to_2(nlohmann::ordered_json& json);

/// The keys of a field's path as they are at present: "threads" is "machine", "threads". Those of present
/// paths stay.
std::vector<std::string> present_keys(std::vector<std::string> keys);
std::string present_path(const std::string& path);

/// A sentence that begins with a present path, with the path that version 1 has for it.
std::string in_words_of_version_1(const std::string& sentence);

} // namespace lab
