#pragma once

#include "core/spec/spec.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lab {

/// Words in several languages, by "en", "de", "zh".
struct LocalText {
    std::map<std::string, std::string> words;
    /// In that language, or else in English.
    const std::string& in(const std::string& language) const;
};

/// What the recording must show. One of `measure`, `setting` and `event` is set.
struct LessonCheck {
    LocalText text;      ///< the statement, for people
    int lane = 0;        ///< of the measure or event
    std::string measure; ///< lesson_measures(), or a field of the records with `from` and `to`
    int from = 0;        ///< with `to`: mean over these steps; 0: the measure of the whole run
    int to = 0;
    std::optional<double> above, below;
    std::optional<int> above_lane, below_lane; ///< compared with the same measure of another lane
    double by = 0;                             ///< by at least so much
    std::string setting;                       ///< path of a field of the specification
    std::string equals;                        ///< its value as JSON
    std::string event;                         ///< kind, as "switch_thrown"
    int at_least = 1;                          ///< so many events of that kind on the lane
};

/// "Predict first": asked before the run.
struct LessonQuestion {
    LocalText text;
    std::vector<LocalText> options;
    int answer = 0; ///< index of the right one
    LocalText why;  ///< shown after the answer
};

struct LessonStep {
    std::string id;
    LocalText title;
    LocalText text;                    ///< Markdown
    std::vector<std::string> controls; ///< shown besides the transport: lesson_controls()
    ExperimentSpec experiment;         ///< set up when the step begins
    bool sets_up = false;              ///< false: goes on with the experiment as the learner left it
    std::vector<std::string> tasks;    ///< assignments that the learner is asked to make: "stream.seed=3"
    std::optional<LessonQuestion> question;
    std::vector<LessonCheck> checks; ///< empty: nothing is run in this step
};

struct Lesson {
    std::string id;
    LocalText title;
    LocalText summary;
    int minutes = 0;
    LocalText teacher; ///< Markdown
    std::vector<LessonStep> steps;
};

/// Reads FOLDER/ID.json with its texts FOLDER/ID.LANGUAGE.md; the format stands in
/// resources/lessons/README.md. Throws std::runtime_error "FILE:LINE: FIELD: expected …, found …".
Lesson load_lesson(const std::string& json_file);
/// Paths of the lessons in a folder, by name.
std::vector<std::string> lesson_files(const std::string& folder);
/// The step's experiment with its tasks done.
ExperimentSpec experiment_with_tasks(const LessonStep& step, const ExperimentSpec& before);
/// Names of the controls that a step can show.
std::vector<std::string> lesson_controls();

} // namespace lab
