#include "core/base/input_file.h"
#include "core/base/json_values.h"
#include "core/base/text.h"
#include "core/spec/spec_json.h"
#include "core/study/study_result.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::pair<StudyKind, const char*>, 3> kinds = {
    {{StudyKind::table, "table"}, {StudyKind::sweep, "sweep"}, {StudyKind::curves, "curves"}}};

/// No number where too few seeds give none.
Json json_of(const Spread& spread) {
    const auto number = [](double value, bool there) {
        return there && std::isfinite(value) ? Json(value) : Json();
    };
    return {{"mean", number(spread.mean, spread.count > 0)},
            {"sd", number(spread.sd, spread.count > 1)},
            {"seeds", spread.count}};
}

Json json_of(const ResultRow& row, const StudyResult& result) {
    Json columns = Json::object(), curves = Json::object();
    for (std::size_t i = 0; i < row.accuracy.size(); ++i)
        if (row.accuracy[i].count > 0)
            columns[result.columns[i]] = json_of(row.accuracy[i]);
    for (std::size_t i = 0; i < row.curves.size(); ++i)
        curves[result.measures[i].field] = {{"first", json_of(row.curves[i].first)},
                                            {"last", json_of(row.curves[i].last)}};
    return {{"lane", row.lane}, {"accuracy", columns}, {"average", json_of(row.average)}, {"curves", curves}};
}

/// Reads values of an object by their keys; a sentence tells what was expected.
class Reader {
  public:
    Reader(const Json& json, std::string path) : json_(json), path_(std::move(path)) {
        if (!json.is_object())
            throw std::invalid_argument(path_ + ": expected an object, found " + piece(json));
    }

    bool has(const char* key) const { return json_.contains(key); }
    const Json& at(const char* key) const {
        if (!has(key))
            throw std::invalid_argument(path_ + ": expected \"" + key + "\"");
        return json_[key];
    }
    std::string text(const char* key) const {
        return expect(key, "a text", &Json::is_string).get<std::string>();
    }
    double number(const char* key) const { return expect(key, "a number", &Json::is_number).get<double>(); }
    const Json& list(const char* key) const { return expect(key, "a list", &Json::is_array); }
    Reader object(const char* key) const { return {at(key), place(key)}; }
    /// A mean that is null is none of a number.
    Spread spread(const char* key) const {
        const Reader of = object(key);
        const auto value = [&](const char* name, double otherwise) {
            return of.at(name).is_null() ? otherwise : of.number(name);
        };
        const int seeds = of.whole("seeds");
        return {value("mean", seeds > 0 ? std::numeric_limits<double>::quiet_NaN() : 0), value("sd", 0),
                seeds};
    }
    int whole(const char* key) const {
        const Json& value = at(key);
        if (!fits<int>(value) || value.get<int>() < 0)
            throw std::invalid_argument(place(key) + ": expected a whole number from 0, found " +
                                        piece(value));
        return value.get<int>();
    }
    const Json& json() const { return json_; }
    std::string place(const std::string& key) const { return path_.empty() ? key : path_ + "." + key; }

  private:
    static std::string piece(const Json& value) { return dumped(value).substr(0, 40); }
    const Json& expect(const char* key, const char* what, bool (Json::*is)() const noexcept) const {
        const Json& value = at(key);
        if (!(value.*is)())
            throw std::invalid_argument(place(key) + ": expected " + what + ", found " + piece(value));
        return value;
    }

    const Json& json_;
    std::string path_;
};

StudyKind kind_of(const Reader& reader) {
    if (!reader.has("kind"))
        return study(reader.text("figure")).kind; // of a version that did not tell it
    const std::string name = reader.text("kind");
    for (const auto& [kind, known] : kinds)
        if (name == known)
            return kind;
    throw std::invalid_argument("kind: expected table, sweep or curves, found \"" + shown(name) + "\"");
}

/// In the order in which rows first tell them, for versions that did not list them.
std::vector<std::string> columns_of(const Reader& reader) {
    std::vector<std::string> columns;
    const auto add = [&](const std::string& column) {
        if (std::find(columns.begin(), columns.end(), column) == columns.end())
            columns.push_back(column);
    };
    if (reader.has("columns")) {
        for (const Json& column : reader.list("columns"))
            if (!column.is_string())
                throw std::invalid_argument("columns: expected texts, found " + dumped(column));
            else
                add(column.get<std::string>());
        return columns;
    }
    for (const Json& row : reader.list("rows"))
        for (const auto& [column, spread] : Reader(row, "rows").object("accuracy").json().items())
            add(column);
    return columns;
}

ResultRow row_of(const Reader& reader, const StudyResult& result) {
    ResultRow row{reader.text("lane"), {}, reader.spread("average"), {}};
    const Reader accuracy = reader.object("accuracy");
    for (const std::string& column : result.columns)
        row.accuracy.push_back(accuracy.has(column.c_str()) ? accuracy.spread(column.c_str()) : Spread{});
    for (const auto& [column, spread] : accuracy.json().items())
        if (std::find(result.columns.begin(), result.columns.end(), column) == result.columns.end())
            throw std::invalid_argument(accuracy.place(column) + ": expected one of the columns");
    for (const StudyCurve& measure : result.measures) {
        const Reader ends = reader.object("curves").object(measure.field.c_str());
        row.curves.push_back({ends.spread("first"), ends.spread("last")});
    }
    return row;
}

StudyResult result_from(const Json& json) {
    const Reader reader(json, "");
    StudyResult result;
    result.id = reader.text("figure");
    result.title = reader.text("title");
    result.published = reader.text("published");
    result.kind = kind_of(reader);
    result.conditions = reader.text("conditions");
    result.ended = reader.has("ended") ? reader.text("ended") : "";
    result.seconds = reader.number("seconds");
    result.x_title = reader.has("x_title") ? reader.text("x_title") : "";
    result.columns = columns_of(reader);
    if (reader.has("measures"))
        for (const Json& measure : reader.list("measures")) {
            const Reader one(measure, "measures");
            result.measures.push_back({one.text("field"), one.text("title")});
        }
    int index = 0;
    for (const Json& row : reader.list("rows"))
        result.rows.push_back(row_of({row, "rows[" + std::to_string(index++) + "]"}, result));
    for (const ResultRow& row : result.rows)
        for (const Spread& spread : row.accuracy)
            result.seeds = std::max(result.seeds, spread.count);
    return result;
}

} // namespace

std::string to_json(const StudyResult& result, const std::vector<StudyCell>& cells) {
    const auto kind =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto& row) { return row.first == result.kind; });
    Json measures = Json::array(), rows = Json::array(), specifications = Json::array();
    for (const StudyCurve& measure : result.measures)
        measures.push_back({{"field", measure.field}, {"title", measure.title}});
    for (const ResultRow& row : result.rows)
        rows.push_back(json_of(row, result));
    for (const StudyCell& cell : cells)
        specifications.push_back(Json::parse(to_json(cell.spec)));
    const Json json = {{"figure", result.id},
                       {"title", result.title},
                       {"published", result.published},
                       {"kind", kind->second},
                       {"conditions", result.conditions},
                       {"seconds", result.seconds},
                       {"complete", result.ended.empty()},
                       {"ended", result.ended},
                       {"x_title", result.x_title},
                       {"columns", result.columns},
                       {"measures", measures},
                       {"rows", rows},
                       {"specifications", specifications}};
    return dumped(json, 1) + "\n";
}

StudyResult read_study_result(const std::string& path) {
    const std::string text = text_file_content(path);
    try {
        expect_shallow(text, "results");
        return result_from(parsed_json(text));
    } catch (const Json::exception& error) {
        throw std::runtime_error(shown(path) + ": expected the results of a study in JSON, found " +
                                 error.what());
    } catch (const std::invalid_argument& error) {
        throw std::runtime_error(shown(path) + ": expected the results of a study: " + error.what());
    }
}

} // namespace lab
