#include "core/study/sweep_file.h"

#include "core/base/input_file.h"
#include "core/base/json_values.h"
#include "core/base/text.h"
#include "core/catalogue/preset.h"
#include "core/spec/spec_json.h"
#include "core/spec/spec_use.h"
#include "core/spec/spec_values.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <stdexcept>
#include <string_view>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

constexpr int sweep_version = 1;

std::string piece(const Json& value) {
    return shown(dumped(value).substr(0, 60));
}

[[noreturn]] void refuse(const std::string& field, const std::string& expected, const Json& found) {
    throw std::invalid_argument(shown(field) + ": expected " + expected + ", found " + piece(found));
}

void expect_known_keys(const Json& json) {
    constexpr std::array<std::string_view, 5> known = {"version", "experiment", "preset", "grid", "zip"};
    for (const auto& [key, value] : json.items())
        if (std::find(known.begin(), known.end(), key) == known.end())
            throw std::invalid_argument(shown(key) +
                                        ": unknown key, expected version, experiment, preset, grid and zip");
}

void expect_version(const Json& json) {
    if (!json.contains("version"))
        throw std::invalid_argument("version: expected 1, found nothing");
    const Json& found = json["version"];
    if (fits<int>(found) && found.get<int>() > sweep_version)
        throw std::invalid_argument("version: a newer Collapse Lab wrote this: expected 1, found " +
                                    piece(found));
    if (!fits<int>(found) || found.get<int>() != sweep_version)
        refuse("version", "1", found);
}

/// A field's values, each once where they make an axis of their own.
const Json& expect_values(const Json& values, const std::string& place, bool each_once) {
    if (!values.is_array() || values.empty())
        refuse(place, "a list with at least one value", values);
    std::vector<Json> sorted(values.begin(), values.end()); // 1 and 1.0 are equal
    std::sort(sorted.begin(), sorted.end());
    if (const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
        each_once && twice != sorted.end())
        throw std::invalid_argument(shown(place) + ": expected each value once, found " + piece(*twice) +
                                    " again");
    return values;
}

void expect_path(const std::string& field, const std::string& place) {
    if (field.empty() || field.find('=') != std::string::npos)
        throw std::invalid_argument(place + ": expected the path of a field, such as stream.seed, found \"" +
                                    shown(field) + "\"");
}

/// Of one object of "zip".
SweepAxis zipped(const Json& json, const std::string& place) {
    if (!json.is_object() || json.empty())
        refuse(place, "an object with a list of values for each field", json);
    SweepAxis axis;
    for (const auto& [field, values] : json.items()) {
        expect_path(field, place);
        const std::string here = place + "." + field;
        expect_values(values, here, false);
        if (!axis.fields.empty() && values.size() != axis.points.size())
            throw std::invalid_argument(shown(here) + ": expected " + std::to_string(axis.points.size()) +
                                        " values, as " + shown(place + "." + axis.fields.front()) +
                                        " has, found " + std::to_string(values.size()));
        axis.fields.push_back(field);
        axis.points.resize(values.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            axis.points[i].push_back(dumped(values[i]));
    }
    return axis;
}

std::vector<SweepAxis> axes_of(const Json& json) {
    std::vector<SweepAxis> axes;
    if (json.contains("grid")) {
        const Json& grid = json["grid"];
        if (!grid.is_object())
            refuse("grid", "an object with a list of values for each field", grid);
        for (const auto& [field, values] : grid.items()) {
            expect_path(field, "grid");
            SweepAxis& axis = axes.emplace_back();
            axis.fields = {field};
            for (const Json& value : expect_values(values, "grid." + field, true))
                axis.points.push_back({dumped(value)});
        }
    }
    if (json.contains("zip")) {
        const Json& zip = json["zip"];
        if (!zip.is_array())
            axes.push_back(zipped(zip, "zip"));
        for (std::size_t i = 0; zip.is_array() && i < zip.size(); ++i)
            axes.push_back(zipped(zip[i], "zip[" + std::to_string(i) + "]"));
    }
    if (axes.empty())
        throw std::invalid_argument(
            "grid: expected at least one field with its values, here or in zip, found none");
    return axes;
}

/// The same field by another of its paths is the same field.
void expect_each_field_once(const Sweep& sweep) {
    std::vector<Assignment> all;
    const auto add = [&](const Assignment& assignment, const std::string& found) {
        for (const Assignment& before : all)
            if (before.keys == assignment.keys)
                throw std::invalid_argument(shown(found) + ": expected each field once, found it again (" +
                                            shown(before.path) + ")");
        all.push_back(assignment);
    };
    for (const std::string& setting : sweep.settings)
        add(assignment_of(setting), "--set " + assignment_of(setting).path);
    for (const SweepAxis& axis : sweep.axes)
        for (std::size_t i = 0; i < axis.fields.size(); ++i)
            add(assignment_of(axis.fields[i] + "=" + axis.points.front()[i]), axis.fields[i]);
}

void expect_few_cells(const Sweep& sweep) {
    std::size_t cells = 1;
    for (const SweepAxis& axis : sweep.axes) {
        if (axis.points.size() > most_cells / cells)
            throw std::invalid_argument("grid: expected at most " + std::to_string(most_cells) +
                                        " cells, found " + std::to_string(cells) + " times " +
                                        std::to_string(axis.points.size()) +
                                        " and more: make several sweeps of it");
        cells *= axis.points.size();
    }
}

ExperimentSpec experiment_of(const Json& json) {
    if (!json.is_object())
        refuse("experiment", "an object", json);
    try {
        return spec_from_json(dumped(json));
    } catch (const std::invalid_argument& fault) {
        throw std::invalid_argument("experiment." + std::string(fault.what()));
    }
}

Sweep sweep_of(const Json& json) {
    if (!json.is_object())
        refuse("sweep", "a JSON object", json);
    expect_version(json);
    expect_known_keys(json);
    Sweep sweep;
    sweep.source = dumped(json);
    if (json.contains("experiment") && json.contains("preset"))
        throw std::invalid_argument("experiment: expected experiment or preset, found both");
    if (json.contains("preset") && !json["preset"].is_string())
        refuse("preset", "the id of a preset", json["preset"]);
    if (json.contains("experiment"))
        sweep.experiment = experiment_of(json["experiment"]);
    else
        sweep.preset = json.contains("preset") ? json["preset"].get<std::string>() : "default";
    sweep.axes = axes_of(json);
    return sweep;
}

std::vector<std::string> assignments_of(const Sweep& sweep, const std::vector<CellField>& fields) {
    std::vector<std::string> all = sweep.settings;
    for (const CellField& field : fields)
        all.push_back(field.path + "=" + field.value);
    return all;
}

} // namespace

std::size_t Sweep::size() const {
    std::size_t cells = 1;
    for (const SweepAxis& axis : axes)
        cells *= axis.points.size();
    return cells;
}

Sweep read_sweep(const std::string& path, const std::vector<std::string>& settings) {
    const std::string text = text_file_content(path);
    try {
        expect_shallow(text, "sweep");
        Sweep sweep = sweep_of(parsed_json(text));
        sweep.name = std::filesystem::path(path).stem().native();
        sweep.settings = settings;
        expect_few_cells(sweep);
        expect_each_field_once(sweep);
        return sweep;
    } catch (const Json::exception& fault) {
        throw std::runtime_error(shown(path) + ": expected a sweep in JSON, found " + fault.what());
    } catch (const std::invalid_argument& fault) {
        throw std::runtime_error(shown(path) + ": " + fault.what());
    }
}

std::vector<CellField> fields_of(const Sweep& sweep, std::size_t cell) {
    std::vector<CellField> fields;
    for (auto axis = sweep.axes.rbegin(); axis != sweep.axes.rend(); ++axis) {
        const std::vector<std::string>& point = axis->points[cell % axis->points.size()];
        cell /= axis->points.size();
        for (std::size_t i = point.size(); i-- > 0;)
            fields.push_back({axis->fields[i], point[i]});
    }
    std::reverse(fields.begin(), fields.end());
    return fields;
}

std::string name_of(const std::vector<CellField>& fields) {
    constexpr std::size_t most = 60;
    std::string name;
    for (const CellField& field : fields)
        name += (name.empty() ? "" : ", ") + shown(field.path) + "=" +
                (field.value.size() > most ? shown(field.value.substr(0, most)) + "…" : field.value);
    return name;
}

ExperimentSpec spec_of(const Sweep& sweep, std::size_t cell, std::vector<Notice>& notices) {
    const std::vector<CellField> fields = fields_of(sweep, cell);
    const std::vector<std::string> assignments = assignments_of(sweep, fields);
    try {
        ExperimentSpec spec;
        std::vector<Notice> told;
        if (sweep.experiment) {
            spec = *sweep.experiment;
            told = set_fields(spec, assignments);
        } else {
            spec = preset_with(sweep.preset, assignments, told);
        }
        for (const Notice& notice : told)
            if (notice.warning) // one of two values that a cell names would not hold
                throw std::invalid_argument(notice.text);
        validate(spec);
        expect_used(spec, assignments);
        notices.insert(notices.end(), told.begin(), told.end());
        return spec;
    } catch (const std::exception& fault) {
        throw std::invalid_argument("cell " + std::to_string(cell) + " (" + name_of(fields) +
                                    "): " + fault.what());
    }
}

} // namespace lab
