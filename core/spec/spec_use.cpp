#include "core/spec/spec_use.h"

#include "core/base/json_values.h"
#include "core/base/text.h"
#include "core/recipe/recipe_fields.h"
#include "core/spec/names.h"
#include "core/spec/spec_values.h"

#include <algorithm>
#include <initializer_list>
#include <stdexcept>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;
using Keys = std::vector<std::string>;

bool is_one_of(ScenarioKind scenario, std::initializer_list<ScenarioKind> list) {
    return std::find(list.begin(), list.end(), scenario) != list.end();
}

std::string only_for(ScenarioKind wanted, const StreamSpec& stream) {
    if (stream.scenario == wanted)
        return "";
    return "it is for the scenario " + name_of(wanted) + ", found " + name_of(stream.scenario);
}

std::string not_for(std::initializer_list<ScenarioKind> list, const StreamSpec& stream) {
    return is_one_of(stream.scenario, list) ? "the scenario " + name_of(stream.scenario) + " has its own"
                                            : "";
}

std::string corruption_unused(const StreamSpec& s, const std::string& field) {
    using enum ScenarioKind;
    if (field == "kind")
        return not_for({mixed, continual, custom}, s);
    const std::string own = field == "severity" ? not_for({ramp, custom}, s) : not_for({custom}, s);
    const bool clean =
        s.corruption.kind == CorruptionKind::none && !is_one_of(s.scenario, {mixed, continual});
    return own.empty() && clean ? "the pictures are clean: stream.corruption.kind is none" : own;
}

/// The same for a stream of questions.
std::string questions_unused(const StreamSpec& s, const Keys& keys) {
    if (keys[1] == "imbalance_ratio" && s.order != QuestionOrder::by_answer)
        return "it is for the order by_answer, found " + name_of(s.order);
    if (keys.size() < 3)
        return "";
    if (keys[1] == "shift" && keys[2] == "severity" && s.shift.kind == QuestionShiftKind::none)
        return "the questions are as in training: stream.shift.kind is none";
    const bool draws = s.decoding.temperature > 0;
    return keys[1] == "decoding" && (keys[2] == "top_p" || keys[2] == "seed") && !draws
               ? "answers are greedy: stream.decoding.temperature is 0"
               : "";
}

/// Why a field of the stream has no effect; empty where it has one.
std::string stream_unused(const StreamSpec& s, const Keys& keys) {
    if (keys.size() < 2)
        return "";
    const std::string& field = keys[1];
    if (field == "imbalance_ratio")
        return only_for(ScenarioKind::label_shift, s);
    if (field == "noise_batches")
        return only_for(ScenarioKind::noise_first, s);
    if (field == "blind_spot_top")
        return only_for(ScenarioKind::blind_spot, s);
    if (field == "segments")
        return only_for(ScenarioKind::custom, s);
    if (field == "images")
        return s.scenario == ScenarioKind::custom ? "the segments tell their own" : "";
    return field == "corruption" && keys.size() > 2 ? corruption_unused(s, keys[2]) : "";
}

/// A whole block, or a whole recipe, has an effect with any of its fields: they are asked one by one.
std::string recipe_unused(const Recipe& recipe, const Keys& keys) {
    const RecipeField* field = find_recipe_field(path_of(keys));
    return field == nullptr ? "" : why_unused(*field, recipe);
}

bool has_segments(const StreamSpec& s) {
    return s.scenario == ScenarioKind::custom
               ? s.segments.size() > 1
               : !is_one_of(s.scenario, {ScenarioKind::mild, ScenarioKind::label_shift, ScenarioKind::mixed});
}

bool uses_frost(const StreamSpec& s) {
    if (s.scenario == ScenarioKind::custom)
        return std::any_of(s.segments.begin(), s.segments.end(), [](const Segment& segment) {
            return segment.corruption.kind == CorruptionKind::frost;
        });
    return is_one_of(s.scenario, {ScenarioKind::mixed, ScenarioKind::continual}) ||
           s.corruption.kind == CorruptionKind::frost;
}

/// Why a field has no effect in a specification; empty where it has one.
std::string why_unused(const ExperimentSpec& spec, const Keys& keys) {
    if (keys[0] == "stream" && is_language(spec))
        return keys.size() < 2 ? "" : questions_unused(spec.stream, keys);
    if (keys[0] == "stream")
        return stream_unused(spec.stream, keys);
    if (keys.size() > 1 && keys[0] == "data" && keys[1] == "frost_folder" && !uses_frost(spec.stream))
        return "the stream has no frost";
    if (keys[0] != "lanes" || keys.size() < 3)
        return "";
    const LaneSpec& lane = spec.lanes.at(std::stoul(keys[1]));
    if (keys[2] == "recipe" && keys.size() > 3)
        return recipe_unused(lane.recipe, {keys.begin() + 3, keys.end()});
    if (keys[2] != "reset" || lane.reset == ResetPolicy::none)
        return "";
    if (!lane.recipe.adapts)
        return "the lane does not adapt";
    if (lane.reset == ResetPolicy::segment && is_language(spec))
        return "a stream of questions has one segment";
    return lane.reset == ResetPolicy::segment && !has_segments(spec.stream)
               ? "the scenario " + name_of(spec.stream.scenario) + " has one segment"
               : "";
}

/// What the field would be without a word about it.
Json default_of(const ExperimentSpec& spec, const Keys& keys) {
    ExperimentSpec plain;
    plain.questions.source = spec.questions.source;
    plain.lanes.resize(spec.lanes.size());
    Json value = spec_value(plain);
    for (std::size_t i = 0; i < spec.lanes.size(); ++i)
        value["lanes"][i]["recipe"] = default_recipe(spec.lanes[i].method, lane_basis(spec));
    const Json* const found = find_value(value, keys);
    return found == nullptr ? Json() : *found;
}

/// Segments have an effect all together, or none.
Keys field_named(Keys keys) {
    if (keys.size() > 2 && keys[0] == "stream" && keys[1] == "segments")
        keys.resize(2);
    return keys;
}

bool is_used(const ExperimentSpec& spec, const Keys& keys, const std::vector<ExperimentSpec>& later) {
    return why_unused(spec, keys).empty() || std::any_of(later.begin(), later.end(), [&](const auto& then) {
               return why_unused(then, keys).empty();
           });
}

} // namespace

void expect_used(const ExperimentSpec& spec, const std::vector<std::string>& assignments,
                 const std::vector<ExperimentSpec>& later) {
    const Json value = spec_value(spec);
    for (const std::string& text : assignments) {
        const Assignment assignment = assignment_of(text);
        const Json* const present = find_value(value, assignment.keys);
        if (present == nullptr)
            continue; // of a list that another assignment replaces
        for (const Leaf& leaf : leaves_of(assigned_value(assignment, *present), assignment.keys)) {
            const Json* const found = find_value(value, leaf.keys);
            if (found != nullptr && !is_used(spec, leaf.keys, later) && *found != default_of(spec, leaf.keys))
                throw std::invalid_argument(shown(in_words_of(assignment, path_of(field_named(leaf.keys)))) +
                                            ": has no effect: " + why_unused(spec, leaf.keys));
        }
    }
}

std::vector<Notice> unused_fields(const ExperimentSpec& spec) {
    std::vector<Notice> notices;
    const Json value = spec_value(spec);
    for (const Keys& keys : {Keys{"stream", "imbalance_ratio"}, Keys{"stream", "noise_batches"},
                             Keys{"stream", "blind_spot_top"}, Keys{"stream", "segments"},
                             Keys{"stream", "decoding", "top_p"}, Keys{"stream", "decoding", "seed"}}) {
        if (find_value(value, keys) == nullptr)
            continue; // of the other kind of experiment
        const std::string why = why_unused(spec, keys);
        if (!why.empty() && *find_value(value, keys) != default_of(spec, keys))
            notices.push_back({NoticeSubject::data, false, path_of(keys) + " has no effect: " + why});
    }
    return notices;
}

} // namespace lab
