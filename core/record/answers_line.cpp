#include "core/record/answers_line.h"

#include "core/base/json_values.h"
#include "core/record/json_field.h"
#include "core/record/recording_checks.h"
#include "core/spec/spec_values.h"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

constexpr int present_version = 1;

[[noreturn]] void refuse(const char* name, const std::string& what) {
    throw std::runtime_error(std::string("\"") + name + "\" " + what);
}

Json numbers_value(const std::vector<float>& values) {
    Json list = Json::array();
    for (const float value : values)
        list.push_back(std::isfinite(value) ? Json(std::round(value * 1e4) / 1e4) : Json(nullptr));
    return list;
}

const Json& list_of(const Json& json, const char* name) {
    const Json& list = field_of(json, name);
    if (!list.is_array())
        refuse(name, "is no list: " + dumped(list).substr(0, 40));
    return list;
}

std::vector<float> numbers(const Json& json, const char* name) {
    std::vector<float> values;
    for (const Json& item : list_of(json, name)) {
        if (!item.is_number() && !item.is_null())
            refuse(name, "holds " + dumped(item).substr(0, 40) + ": expected a number or null");
        values.push_back(item.is_null() ? std::numeric_limits<float>::quiet_NaN() : item.get<float>());
    }
    return values;
}

template <typename Whole>
std::vector<Whole> wholes(const Json& json, const char* name, std::int64_t least, std::int64_t most) {
    std::vector<Whole> values;
    for (const Json& item : list_of(json, name)) {
        values.push_back(whole_number<Whole>(item, name));
        expect_range(name, values.back(), least, most);
    }
    return values;
}

std::string text(const Json& json, const char* name) {
    return text_of(field_of(json, name), name);
}

int whole(const Json& json, const char* name, int least, int most = std::numeric_limits<int>::max()) {
    const int value = whole_number<int>(field_of(json, name), name);
    expect_range(name, value, least, most);
    return value;
}

void expect_size(const char* name, std::size_t found, std::size_t expected) {
    if (found != expected)
        refuse(name, "holds " + std::to_string(found) + " values: expected " + std::to_string(expected));
}

Json answer_value(const AnswerDetail& a) {
    Json json = {
        {"text", text_value(a.text)}, {"found", text_value(a.found)}, {"verdict", name_of(a.verdict)}};
    if (a.steps >= 0)
        json["steps"] = a.steps;
    if (a.first_wrong >= 0)
        json["first_wrong"] = a.first_wrong;
    json["tokens"] = a.tokens;
    json["entropy"] = numbers_value(a.entropy);
    json["log_probability"] = numbers_value(a.log_probability);
    json["counted"] = a.counted;
    const auto add_top = [&](const char* ids, const char* numbers, const auto& tokens, const auto& values) {
        if (tokens.empty())
            return;
        json[ids] = tokens;
        json[numbers] = numbers_value(values);
    };
    add_top("top_tokens", "top_log_probabilities", a.top_tokens, a.top_log_probabilities);
    add_top("online_top_tokens", "online_top_log_probabilities", a.online_top_tokens,
            a.online_top_log_probabilities);
    return json;
}

AnswerVerdict verdict_named(const std::string& name) {
    for (int i = 0; i <= static_cast<int>(AnswerVerdict::unended); ++i)
        if (name == name_of(static_cast<AnswerVerdict>(i)))
            return static_cast<AnswerVerdict>(i);
    refuse("verdict",
           "is \"" + name.substr(0, 40) + "\": expected right, wrong, undecided, no_answer or unended");
}

AnswerDetail answer_from(const Json& json) {
    AnswerDetail a;
    a.text = text(json, "text");
    a.found = text(json, "found");
    a.verdict = verdict_named(text(json, "verdict"));
    if (json.contains("steps"))
        a.steps = whole(json, "steps", 0);
    if (json.contains("first_wrong"))
        a.first_wrong = whole(json, "first_wrong", 0);
    constexpr int any = std::numeric_limits<int>::max();
    a.tokens = wholes<int>(json, "tokens", 0, any);
    a.entropy = numbers(json, "entropy");
    a.log_probability = numbers(json, "log_probability");
    a.counted = text(json, "counted");
    const std::size_t size = a.tokens.size();
    expect_size("entropy", a.entropy.size(), size);
    expect_size("log_probability", a.log_probability.size(), size);
    expect_size("counted", a.counted.size(), size);
    if (a.counted.find_first_not_of("01") != std::string::npos)
        refuse("counted", "is \"" + a.counted.substr(0, 40) + "\": expected 0 and 1");
    const auto read_top = [&](const char* ids, const char* values, auto& tokens, auto& probabilities) {
        if (!json.contains(ids))
            return;
        tokens = wholes<int>(json, ids, -1, any);
        probabilities = numbers(json, values);
        expect_size(ids, tokens.size(), size * AnswerDetail::top);
        expect_size(values, probabilities.size(), tokens.size());
    };
    read_top("top_tokens", "top_log_probabilities", a.top_tokens, a.top_log_probabilities);
    read_top("online_top_tokens", "online_top_log_probabilities", a.online_top_tokens,
             a.online_top_log_probabilities);
    return a;
}

} // namespace

Json answers_value(const BatchDetail& detail) {
    Json questions = Json::array(), vocabulary = Json::array(), lanes = Json::array();
    for (const AskedQuestion& q : detail.questions) {
        questions.push_back({{"question", text_value(q.question)}, {"expected", text_value(q.expected)}});
        if (!q.solution.empty())
            questions.back()["solution"] = text_value(q.solution);
    }
    for (const TokenText& token : detail.vocabulary)
        vocabulary.push_back(Json::array({token.id, text_value(token.bytes)}));
    for (const StepDetail& lane : detail.lanes) {
        Json answers = Json::array();
        for (const AnswerDetail& answer : lane.answers)
            answers.push_back(answer_value(answer));
        lanes.push_back({{"lane", lane.lane}, {"answers", std::move(answers)}});
    }
    return {{"type", "answers"},         {"version", present_version}, {"step", detail.step},
            {"samples", detail.samples}, {"labels", detail.labels},    {"questions", std::move(questions)},
            {"vocabulary", vocabulary},  {"lanes", std::move(lanes)}};
}

BatchDetail answers_from_value(const Json& json, int lanes, int classes) {
    if (const int version = whole(json, "version", 1); version > present_version)
        refuse("version",
               "is " + std::to_string(version) + ": a newer Collapse Lab wrote these answers: expected 1");
    BatchDetail detail;
    detail.step = whole(json, "step", 1);
    detail.samples = wholes<std::int64_t>(json, "samples", 0, std::numeric_limits<std::int64_t>::max());
    detail.labels =
        wholes<int>(json, "labels", -1, classes > 0 ? classes - 1 : std::numeric_limits<int>::max());
    for (const Json& q : list_of(json, "questions"))
        detail.questions.push_back({text(q, "question"), text(q, "expected"),
                                    q.contains("solution") ? text(q, "solution") : std::string()});
    expect_size("samples", detail.samples.size(), detail.questions.size());
    expect_size("labels", detail.labels.size(), detail.questions.size());
    for (const Json& token : list_of(json, "vocabulary")) {
        if (!token.is_array() || token.size() != 2)
            refuse("vocabulary", "holds " + dumped(token).substr(0, 40) + ": expected an id and a text");
        detail.vocabulary.push_back(
            {whole_number<int>(token[0], "vocabulary"), text_of(token[1], "vocabulary")});
    }
    for (const Json& lane : list_of(json, "lanes")) {
        StepDetail& d = detail.lanes.emplace_back();
        d.lane = whole(lane, "lane", 0);
        d.step = detail.step;
        check_recorded_lane(d.lane, static_cast<std::size_t>(lanes));
        for (const Json& answer : list_of(lane, "answers"))
            d.answers.push_back(answer_from(answer));
        expect_size("answers", d.answers.size(), detail.questions.size());
    }
    return detail;
}

} // namespace lab
