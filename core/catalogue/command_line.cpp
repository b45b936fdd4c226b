#include "core/catalogue/command_line.h"

#include "core/catalogue/preset.h"
#include "core/spec/spec_json.h"
#include "core/spec/spec_use.h"
#include "core/spec/spec_values.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>
#include <string_view>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

ExperimentSpec made_of(const std::vector<std::string>& assignments) {
    std::vector<Notice> notices;
    return preset_with("default", assignments, notices);
}

/// Every field that is unlike, one assignment each; lanes as one where `whole_lanes` says so.
std::vector<std::string> unlike_fields(const ExperimentSpec& spec, const ExperimentSpec& ground,
                                       bool whole_lanes) {
    const Json wanted = spec_value(spec, Unset::listed), there = spec_value(ground, Unset::listed);
    std::vector<std::string> assignments;
    for (const Leaf& leaf : leaves_of(wanted)) {
        if (leaf.keys.front() == "version" || (whole_lanes && leaf.keys.front() == "lanes"))
            continue;
        const Json* const before = find_value(there, leaf.keys);
        if (before == nullptr || *before != leaf.value)
            assignments.push_back(path_of(leaf.keys) + "=" + leaf.value.dump());
    }
    if (whole_lanes)
        assignments.push_back("lanes=" + spec_value(spec).at("lanes").dump());
    return assignments;
}

bool has_effect(const ExperimentSpec& spec, const std::string& assignment) {
    try {
        expect_used(spec, {assignment});
        return true;
    } catch (const std::invalid_argument&) {
        return false;
    }
}

std::string in_quotes(const std::string& word) {
    const bool plain = std::all_of(word.begin(), word.end(), [](unsigned char c) {
        return std::isalnum(c) ||
               std::string_view("_-./=:,+%@").find(static_cast<char>(c)) != std::string_view::npos;
    });
    if (plain && !word.empty())
        return word;
    std::string quoted = "'";
    for (const char c : word)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

} // namespace

std::vector<std::string> assignments_for(const ExperimentSpec& spec) {
    // The model, data and batch size decide the lanes' rates: fields are compared with the default experiment
    // that has them.
    std::vector<std::string> ground = unlike_fields(spec, made_of({}), true);
    ground.pop_back();
    const ExperimentSpec default_there = made_of(ground);
    const bool same_lanes = std::equal(
        spec.lanes.begin(), spec.lanes.end(), default_there.lanes.begin(), default_there.lanes.end(),
        [](const LaneSpec& a, const LaneSpec& b) { return a.method == b.method; });
    std::vector<std::string> assignments = ground;
    for (std::string& field : unlike_fields(spec, default_there, !same_lanes))
        if (field.starts_with("lanes"))
            assignments.push_back(std::move(field));
    if (!(made_of(assignments) == spec)) {
        assignments = ground;
        assignments.push_back(unlike_fields(spec, default_there, true).back());
    }
    std::erase_if(assignments, [&](const std::string& field) { return !has_effect(spec, field); });
    return assignments;
}

std::string command_line_of(const ExperimentSpec& spec, const std::string& out) {
    std::string line = "collapse-lab-cli run";
    for (const std::string& assignment : assignments_for(spec))
        line += " --set " + in_quotes(assignment);
    return line + " --out " + in_quotes(out);
}

} // namespace lab
