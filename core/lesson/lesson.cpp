#include "core/lesson/lesson.h"

#include "core/base/json_lines.h"
#include "core/catalogue/preset.h"
#include "core/lesson/lesson_check.h"
#include "core/lesson/lesson_reader.h"
#include "core/lesson/lesson_words.h"
#include "core/recipe/recipe_fields.h"
#include "core/record/recording.h"
#include "core/spec/migration.h"
#include "core/spec/spec_json.h"
#include "core/spec/spec_values.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <stdexcept>

namespace lab {

namespace {

using Json = LessonFile::Json;

constexpr int lesson_version = 1;

bool is_one_of(const std::string& word, const std::vector<std::string>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string listed(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words)
        all += (all.empty() ? "" : ", ") + word;
    return all;
}

/// A text in one language, or an object with a text per language.
LocalText local_text(const LessonFile& file, const Json& object, const std::string& field, const char* key) {
    LocalText text;
    if (object.contains(key) && object[key].is_object()) {
        const std::string inner = joined(field, key);
        file.only(object[key], inner, {"en", "de", "zh"});
        text.words["en"] = file.text(object[key], inner, "en");
        for (const std::string& language : lesson_languages())
            if (object[key].contains(language))
                text.words[language] = file.text(object[key], inner, language.c_str());
    } else {
        text.words["en"] = file.text(object, field, key);
    }
    return text;
}

/// A preset, changed by what the object says: a partial specification.
ExperimentSpec experiment_of(const LessonFile& file, const Json& object, const std::string& field) {
    if (!object.is_object())
        file.refuse(field, "an object", object);
    nlohmann::ordered_json changes = object;
    Json json;
    int version = experiment_version;
    try {
        const std::string preset = object.contains("preset") ? file.text(object, field, "preset") : "default";
        changes.erase("preset");
        json = Json::parse(to_json(preset_experiment(preset)));
    } catch (const std::invalid_argument& fault) {
        file.refuse(joined(field, "preset"), fault.what());
    }
    try {
        version = migrate_experiment(changes);
        json.merge_patch(changes);
        const ExperimentSpec spec = spec_from_json(json.dump());
        validate(spec);
        return spec;
    } catch (const std::invalid_argument& fault) {
        // "stream.seed: expected …": the field within the experiment leads to its line.
        const std::string what = version == 1 ? in_words_of_version_1(fault.what()) : fault.what();
        const auto colon = what.find(": ");
        if (colon == std::string::npos || what.find(' ') < colon)
            file.refuse(field, what);
        file.refuse(joined(field, what.substr(0, colon)), what.substr(colon + 2));
    }
}

LessonQuestion question_of(const LessonFile& file, const Json& object, const std::string& field) {
    file.only(object, field, {"text", "options", "answer", "why"});
    LessonQuestion question;
    question.text = local_text(file, object, field, "text");
    question.why = local_text(file, object, field, "why");
    const Json& options = file.list(object, field, "options");
    if (options.size() < 2)
        file.refuse(joined(field, "options"), "two or more options", options);
    for (std::size_t i = 0; i < options.size(); ++i) {
        const std::string inner = joined(field, "options") + "[" + std::to_string(i) + "]";
        const Json wrapped = {{"text", options[i]}};
        question.options.push_back(local_text(file, wrapped, inner, "text"));
    }
    question.answer = file.whole(object, field, "answer", -1, 0);
    if (question.answer < 0 || question.answer >= static_cast<int>(options.size()))
        file.refuse(joined(field, "answer"),
                    "the index of an option, 0 to " + std::to_string(options.size() - 1),
                    Json(question.answer));
    return question;
}

void read_measure(const LessonFile& file, const Json& object, const std::string& field, LessonCheck& check) {
    check.measure = file.text(object, field, "measure");
    check.from = file.whole(object, field, "from", 0, 1);
    check.to = file.whole(object, field, "to", 0, 1);
    const std::vector<std::string>& whole_run = lesson_measures();
    if (check.to == 0 && check.from == 0 && !is_one_of(check.measure, whole_run))
        file.refuse(joined(field, "measure"),
                    "one of " + listed(whole_run) + " (or \"from\" and \"to\" besides)", object["measure"]);
    if (check.to > 0 || check.from > 0) {
        if (check.from < 1 || check.to < check.from)
            file.refuse(field, "expected \"from\" and \"to\", the first not behind the second");
        if (!is_one_of(check.measure, record_measures()))
            file.refuse(joined(field, "measure"), "one of " + listed(record_measures()), object["measure"]);
    }
    if (object.contains("above"))
        check.above = file.number(object, field, "above");
    if (object.contains("below"))
        check.below = file.number(object, field, "below");
    if (object.contains("above_lane"))
        check.above_lane = file.whole(object, field, "above_lane", 0, 0);
    if (object.contains("below_lane"))
        check.below_lane = file.whole(object, field, "below_lane", 0, 0);
    if (object.contains("by"))
        check.by = file.number(object, field, "by");
    if (!check.above && !check.below && !check.above_lane && !check.below_lane)
        file.refuse(field, "expected one of above, below, above_lane, below_lane");
}

void read_setting(const LessonFile& file, const Json& object, const std::string& field, LessonCheck& check) {
    check.setting = file.text(object, field, "setting");
    if (!object.contains("equals"))
        file.refuse(field, "expected \"equals\" besides \"setting\"");
    check.equals = object["equals"].dump();
}

LessonCheck check_of(const LessonFile& file, const Json& object, const std::string& field) {
    file.only(object, field,
              {"text", "lane", "measure", "from", "to", "above", "below", "above_lane", "below_lane", "by",
               "setting", "equals", "event", "at_least"});
    LessonCheck check;
    check.text = local_text(file, object, field, "text");
    check.lane = file.whole(object, field, "lane", 0, 0);
    const int kinds = static_cast<int>(object.contains("measure")) +
                      static_cast<int>(object.contains("setting")) +
                      static_cast<int>(object.contains("event"));
    if (kinds != 1)
        file.refuse(field, "expected one of measure, setting, event; found " + std::to_string(kinds));
    if (object.contains("measure")) {
        read_measure(file, object, field, check);
    } else if (object.contains("setting")) {
        read_setting(file, object, field, check);
    } else {
        check.event = file.text(object, field, "event");
        check.at_least = file.whole(object, field, "at_least", 1, 1);
        try {
            event_kind_named(check.event);
        } catch (const std::invalid_argument& fault) {
            file.refuse(joined(field, "event"), fault.what());
        }
    }
    return check;
}

/// The lanes and fields that a check names must be there in the experiment.
void check_fits(const LessonFile& file, const LessonCheck& check, const std::string& field,
                const ExperimentSpec& spec) {
    const int lanes = static_cast<int>(spec.lanes.size());
    const int highest = std::max({check.lane, check.above_lane.value_or(0), check.below_lane.value_or(0)});
    if (highest >= lanes)
        file.refuse(field, "expected lanes from 0 to " + std::to_string(lanes - 1) + ", found " +
                               std::to_string(highest));
    if (!check.setting.empty() &&
        !spec_value(spec, Unset::listed)
             .contains(Json::json_pointer(json_pointer_of(present_path(check.setting)))))
        file.refuse(joined(field, "setting"), "is no field of the experiment: \"" + check.setting + "\"");
}

LessonStep step_of(const LessonFile& file, const Json& object, const std::string& field,
                   const ExperimentSpec* before) {
    file.only(object, field, {"id", "title", "experiment", "controls", "tasks", "question", "checks"});
    LessonStep step;
    step.id = file.text(object, field, "id");
    step.title = local_text(file, object, field, "title");
    step.sets_up = object.contains("experiment");
    if (step.sets_up)
        step.experiment = experiment_of(file, object["experiment"], joined(field, "experiment"));
    else if (before != nullptr)
        step.experiment = *before;
    else
        file.refuse(field, "the first step needs an \"experiment\"");
    const Json& controls = file.list(object, field, "controls");
    for (std::size_t i = 0; i < controls.size(); ++i) {
        if (!controls[i].is_string() || !is_one_of(controls[i].get<std::string>(), lesson_controls()))
            file.refuse(joined(field, "controls") + "[" + std::to_string(i) + "]",
                        "one of " + listed(lesson_controls()), controls[i]);
        step.controls.push_back(controls[i].get<std::string>());
    }
    ExperimentSpec after = step.experiment;
    const Json& tasks = file.list(object, field, "tasks");
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const std::string inner = joined(field, "tasks") + "[" + std::to_string(i) + "]";
        if (!tasks[i].is_string())
            file.refuse(inner, "a text like \"stream.seed=3\"", tasks[i]);
        step.tasks.push_back(tasks[i].get<std::string>());
        try {
            set_field(after, step.tasks.back());
        } catch (const std::invalid_argument& fault) {
            file.refuse(inner, fault.what());
        }
    }
    if (object.contains("question"))
        step.question = question_of(file, object["question"], joined(field, "question"));
    const Json& checks = file.list(object, field, "checks");
    for (std::size_t i = 0; i < checks.size(); ++i) {
        const std::string inner = joined(field, "checks") + "[" + std::to_string(i) + "]";
        step.checks.push_back(check_of(file, checks[i], inner));
        check_fits(file, step.checks.back(), inner, after);
    }
    return step;
}

} // namespace

const std::string& LocalText::in(const std::string& language) const {
    static const std::string none;
    const auto found = words.find(language);
    if (found != words.end())
        return found->second;
    const auto english = words.find("en");
    return english == words.end() ? none : english->second;
}

std::vector<std::string> lesson_controls() {
    std::vector<std::string> names = {"data",      "model", "corruption", "severity", "scenario",
                                      "imbalance", "batch", "images",     "seed",     "device"};
    for (const RecipeField* field : card_fields())
        names.push_back(field->name());
    names.emplace_back("lanes");
    return names;
}

Lesson load_lesson(const std::string& json_file) {
    const LessonFile file(json_file);
    const Json& root = file.root();
    file.only(root, "", {"format", "version", "id", "title", "summary", "minutes", "steps"});
    if (file.text(root, "", "format") != "collapse-lab-lesson")
        file.refuse("format", "\"collapse-lab-lesson\"", root["format"]);
    if (file.whole(root, "", "version", 0, 1) != lesson_version)
        file.refuse("version", std::to_string(lesson_version), root.value("version", Json()));
    Lesson lesson;
    lesson.id = file.text(root, "", "id");
    const std::filesystem::path path(json_file);
    if (lesson.id != path.stem().string())
        file.refuse("id", "\"" + path.stem().string() + "\", the file's own name", root["id"]);
    lesson.title = local_text(file, root, "", "title");
    lesson.summary = local_text(file, root, "", "summary");
    lesson.minutes = file.whole(root, "", "minutes", 0, 1);
    const Json& steps = file.list(root, "", "steps");
    if (steps.empty())
        file.refuse("steps", "one step or more", steps);
    std::set<std::string> ids;
    ExperimentSpec before;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::string field = "steps[" + std::to_string(i) + "]";
        lesson.steps.push_back(step_of(file, steps[i], field, i > 0 ? &before : nullptr));
        const LessonStep& step = lesson.steps.back();
        if (!ids.insert(step.id).second || step.id == "teacher")
            file.refuse(field + ".id", "a name that no other step has, and not \"teacher\"", Json(step.id));
        before = experiment_with_tasks(step, step.experiment);
    }
    read_lesson_words(lesson, path.parent_path().string());
    return lesson;
}

std::vector<std::string> lesson_files(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code fault;
    for (const auto& entry : std::filesystem::directory_iterator(folder, fault))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    return files;
}

ExperimentSpec experiment_with_tasks(const LessonStep& step, const ExperimentSpec& before) {
    ExperimentSpec spec = before;
    for (const std::string& task : step.tasks)
        set_field(spec, task);
    return spec;
}

} // namespace lab
