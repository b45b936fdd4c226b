#include "core/study/study.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace lab {

namespace {

using Cells = std::vector<StudyCell>;

/// A run with its lanes, before the axis has its value.
ExperimentSpec run_of(const NamedExperiment& experiment, const StudyOptions& options, std::uint64_t seed) {
    ExperimentSpec spec;
    spec.data = options.data;
    spec.data_dir = options.data_dir;
    spec.model = options.model;
    spec.device = options.device;
    spec.stream = stream_of(experiment);
    spec.stream.images = std::max<std::int64_t>(1, options.images / experiment.parts);
    spec.stream.seed = seed;
    spec.lanes = lanes_of(experiment, UsedIn::study, spec);
    return spec;
}

std::vector<std::string> corruptions_of(const NamedExperiment& experiment, const StudyOptions& options) {
    if (!options.corruptions.empty())
        return options.corruptions;
    if (!experiment.axis.corruptions.empty())
        return experiment.axis.corruptions;
    std::vector<std::string> names;
    for (const CorruptionKind kind : standard_corruptions())
        names.push_back(to_string(kind));
    return names;
}

/// "IR 5000"
std::string lane_name(const NamedExperiment& experiment, const std::string& value) {
    std::string name = experiment.axis.lane_name;
    return name.replace(name.find("%1"), 2, value);
}

StudyCell cell_at(const NamedExperiment& experiment, const StudyOptions& options,
                  const ExperimentSpec& ground, double value) {
    StudyCell cell{"", value, ground};
    vary(experiment, value, options.classes, cell.spec);
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    cell.column = text;
    if (!experiment.axis.lane_name.empty())
        for (LaneSpec& lane : cell.spec.lanes)
            lane.name = lane_name(experiment, std::to_string(static_cast<int>(value)));
    return cell;
}

/// For each seed a run, or one for each corruption or value of the axis.
Cells cells_of(const NamedExperiment& experiment, const StudyOptions& options) {
    Cells cells;
    for (const std::uint64_t seed : options.seeds) {
        const ExperimentSpec ground = run_of(experiment, options, seed);
        if (experiment.axis.field == VariedField::nothing)
            cells.push_back({experiment.column, 0, ground});
        else if (experiment.axis.field == VariedField::corruption)
            for (const std::string& name : corruptions_of(experiment, options)) {
                cells.push_back({name, 0, ground});
                cells.back().spec.stream.corruption.kind = corruption_from_string(name);
            }
        else
            for (const double value : experiment.axis.values)
                cells.push_back(cell_at(experiment, options, ground, value));
    }
    return cells;
}

StudyKind kind_of(const NamedExperiment& experiment) {
    if (!experiment.curves.empty())
        return StudyKind::curves;
    return experiment.axis.values.empty() ? StudyKind::table : StudyKind::sweep;
}

Study study_of(const NamedExperiment& row) {
    const StudyKind kind = kind_of(row);
    return {row.study,
            row.title,
            row.published,
            kind,
            kind == StudyKind::curves ? "step" : row.axis.title,
            row.axis.logarithmic,
            row.curves,
            [&row](const StudyOptions& options) { return cells_of(row, options); }};
}

} // namespace

const std::vector<Study>& studies() {
    static const std::vector<Study> table = [] {
        std::vector<Study> all;
        for (const NamedExperiment& row : named_experiments())
            if (!row.study.empty())
                all.push_back(study_of(row));
        return all;
    }();
    return table;
}

const Study& study(const std::string& id) {
    std::string known;
    for (const Study& row : studies()) {
        if (row.id == id)
            return row;
        known += (known.empty() ? "" : ", ") + row.id;
    }
    throw std::invalid_argument("figure: expected one of " + known + ", found \"" + id + "\"");
}

} // namespace lab
