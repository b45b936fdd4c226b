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

/// Every field that is unlike, one assignment each. Where the two have other lanes, theirs are left out.
std::vector<std::string> unlike_fields(const ExperimentSpec& spec, const ExperimentSpec& ground) {
    const Json wanted = spec_value(spec, Unset::listed), there = spec_value(ground, Unset::listed);
    const bool other_lanes = wanted.at("lanes").size() != there.at("lanes").size();
    std::vector<std::string> assignments;
    for (const Leaf& leaf : leaves_of(wanted)) {
        if (leaf.keys.front() == "version" || (other_lanes && leaf.keys.front() == "lanes"))
            continue;
        const Json* const before = find_value(there, leaf.keys);
        if (before == nullptr || *before != leaf.value)
            assignments.push_back(path_of(leaf.keys) + "=" + leaf.value.dump());
    }
    return assignments;
}

/// "lanes=[{"method":"tent"},…]": as many, each with its method's defaults.
std::string plain_lanes(const ExperimentSpec& spec) {
    Json lanes = Json::array();
    for (const LaneSpec& lane : spec.lanes)
        lanes.push_back({{"method", lane.method}});
    return "lanes=" + lanes.dump();
}

bool same_methods(const ExperimentSpec& a, const ExperimentSpec& b) {
    return std::equal(a.lanes.begin(), a.lanes.end(), b.lanes.begin(), b.lanes.end(),
                      [](const LaneSpec& x, const LaneSpec& y) { return x.method == y.method; });
}

bool is_of_a_lane(const std::string& assignment) {
    return assignment.starts_with("lanes");
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
    // Model, data and batch size decide the lanes' rates: lanes are compared with those of the default
    // experiment that has them.
    std::vector<std::string> assignments = unlike_fields(spec, made_of({}));
    std::erase_if(assignments, is_of_a_lane);
    if (!same_methods(spec, made_of(assignments)))
        assignments.push_back(plain_lanes(spec));
    for (std::string& field : unlike_fields(spec, made_of(assignments)))
        if (is_of_a_lane(field))
            assignments.push_back(std::move(field));
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
