#include "core/base/json_values.h"
#include "core/base/text.h"
#include "core/spec/spec_json.h"
#include "core/spec/spec_values.h"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;
using Keys = std::vector<std::string>;

/// What a lane was before, and what is wished for it.
struct LaneEdit {
    Json by_hand = Json::object(); ///< of its recipe: unlike the defaults before
    Json wished = Json::object();  ///< of its recipe: assigned
    std::string method;            ///< before; empty for a lane that was not there
};

std::string method_of(const Json& lane) {
    return lane.is_object() && lane.contains("method") && lane["method"].is_string()
               ? lane["method"].get<std::string>()
               : std::string();
}

Json nested(const Keys& keys, std::size_t first, const Json& value) {
    return first == keys.size() ? value : Json{{keys[first], nested(keys, first + 1, value)}};
}

/// All assignments laid on one specification.
class Editor {
  public:
    explicit Editor(const ExperimentSpec& spec)
        : before_(lane_basis(spec)), specification_(spec_value(spec, Unset::listed)) {
        for (const LaneSpec& lane : spec.lanes) {
            edits_.emplace_back().method = lane.method;
            recipes_before_.push_back(recipe_value(lane.recipe));
        }
    }

    void assign(const Assignment& assignment) {
        const Json* const present = find_value(specification_, assignment.keys);
        if (present == nullptr)
            throw std::invalid_argument(shown(assignment.path) + ": unknown key");
        const Json value = assigned_value(assignment, *present);
        if (assignment.keys == Keys{"lanes"})
            return replace_lanes(value);
        Json& field = const_cast<Json&>(*present); // found in a value of this class
        field = is_text(field) ? value : merged(field, value);
        if (assignment.keys.front() == "lanes")
            wish(assignment.keys, value);
    }

    ExperimentSpec finished(std::vector<Notice>& notices) {
        const LaneBasis basis = lane_basis(spec_without_lanes(specification_));
        Json& lanes = specification_["lanes"];
        for (std::size_t i = 0; i < edits_.size(); ++i)
            if (!method_of(lanes[i]).empty())
                fill_in(lanes[i], edits_[i], basis, i, notices);
        return spec_from_value(specification_);
    }

  private:
    void replace_lanes(const Json& value) {
        edits_.clear();
        Json& lanes = specification_["lanes"] = value;
        if (!value.is_array())
            return; // refused when the specification is read
        for (Json& lane : lanes) {
            LaneEdit& edit = edits_.emplace_back();
            if (!lane.is_object())
                continue;
            if (lane.contains("recipe"))
                edit.wished = lane["recipe"];
            lane = merged(lane_value(), lane);
        }
    }

    /// A lane with every field, so that what is assigned to one of them finds it.
    static Json lane_value() {
        ExperimentSpec spec;
        spec.lanes.emplace_back();
        return spec_value(spec)["lanes"][0];
    }

    /// Notes what a recipe is wished to be. A list is one wish, whichever of its items is named.
    void wish(const Keys& keys, const Json& value) {
        LaneEdit& edit = edits_[std::stoul(keys[1])];
        if (keys.size() == 2) {
            if (value.is_object() && value.contains("recipe"))
                edit.wished = merged(edit.wished, value["recipe"]);
        } else if (keys[2] == "recipe") {
            Keys to_list = keys;
            for (std::size_t i = 3; i < keys.size(); ++i)
                if (find_value(specification_, {keys.begin(), keys.begin() + std::ptrdiff_t(i)})->is_array())
                    to_list.resize(std::min(to_list.size(), i));
            const Json whole = to_list == keys ? value : *find_value(specification_, to_list);
            edit.wished = merged(edit.wished, nested(to_list, 3, whole));
        }
    }

    void fill_in(Json& lane, const LaneEdit& edit, const LaneBasis& basis, std::size_t index,
                 std::vector<Notice>& notices) const {
        const std::string method = method_of(lane);
        if (method == edit.method && basis == before_)
            return; // what was assigned stands in the recipe already
        Json defaults;
        try {
            defaults = default_recipe(method, basis);
        } catch (const std::invalid_argument& fault) {
            throw std::invalid_argument("lanes[" + std::to_string(index) + "]." + fault.what());
        }
        Json by_hand = Json::object();
        if (!edit.method.empty())
            by_hand = differences(recipes_before_.at(index), default_recipe(edit.method, before_));
        lane["recipe"] = merged(merged(defaults, by_hand), edit.wished);
        tell(lane, edit, differences(by_hand, defaults), index, notices);
    }

    void tell(const Json& lane, const LaneEdit& edit, const Json& kept, std::size_t index,
              std::vector<Notice>& notices) const {
        std::string list;
        for (const Leaf& leaf : leaves_of(kept))
            if (find_value(edit.wished, leaf.keys) == nullptr)
                list += (list.empty() ? "" : ", ") + path_of(leaf.keys) + " " + dumped(leaf.value);
        if (list.empty())
            return;
        LaneSpec named;
        named.method = method_of(lane);
        if (lane["name"].is_string())
            named.name = lane["name"].get<std::string>();
        notices.push_back({NoticeSubject::lanes, false,
                           "lane " + std::to_string(index + 1) + " (" + shown(lane_title(named)) +
                               "): kept as set by hand: " + list});
    }

    LaneBasis before_;
    Json specification_;
    std::vector<LaneEdit> edits_;      ///< one for each lane
    std::vector<Json> recipes_before_; ///< of the lanes that were there
};

/// A field that two assignments name: which of them holds is told. They come in the order in which they are
/// laid on.
void tell_twice(const std::vector<Assignment>& all, std::vector<Notice>& notices) {
    std::map<Keys, const Assignment*> said;
    for (const Assignment& assignment : all) {
        Json value = Json::parse(assignment.text, nullptr, false);
        if (value.is_discarded())
            value = assignment.text;
        for (const Leaf& leaf : leaves_of(value, assignment.keys)) {
            const Assignment*& before = said[leaf.keys];
            if (before != nullptr && before->text != assignment.text)
                notices.push_back({NoticeSubject::lanes, true,
                                   shown(in_words_of(assignment, path_of(leaf.keys))) +
                                       " is set twice, and " + shown(assignment.path) + "=" +
                                       shown(assignment.text.substr(0, 60)) + " holds"});
            before = &assignment;
        }
    }
}

} // namespace

std::vector<Notice> set_fields(ExperimentSpec& spec, const std::vector<std::string>& assignments) {
    std::vector<Assignment> all;
    for (const std::string& text : assignments)
        all.push_back(assignment_of(text));
    // What holds others goes first: "lanes=[…]" takes nothing of "lanes[0].name=…" away, whichever is named
    // first.
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.keys.size() < b.keys.size(); });
    Editor editor(spec);
    for (const Assignment& assignment : all)
        editor.assign(assignment);
    std::vector<Notice> notices;
    tell_twice(all, notices);
    try {
        spec = editor.finished(notices);
    } catch (const std::invalid_argument& fault) {
        std::string sentence = fault.what();
        for (const Assignment& assignment : all)
            sentence = in_words_of(assignment, sentence);
        throw std::invalid_argument(sentence);
    }
    return notices;
}

void set_field(ExperimentSpec& spec, const std::string& assignment) {
    set_fields(spec, {assignment});
}

} // namespace lab
