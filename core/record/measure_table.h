#pragma once

#include "core/base/modality.h"
#include "core/record/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace lab {

/// What a value is taken over.
enum class MeasureScope {
    batch,
    window, ///< of the last batches or pictures
    run     ///< everything so far
};
enum class Better { higher, lower, neither };

/// Where the window draws a measure; those of one place can be chosen between.
enum class ChartPlace { none, accuracy, norm, predictor, dominance, loss, objective, alignment, kept };

/// A row of the table of measures: what a step's record holds of a lane, and how it is told. Files, charts,
/// cards, lessons, studies and reports read it from here. Texts are in English, with the context "Measures".
struct MeasureRow {
    const char* id; ///< of columns, keys and lessons: "logit_norm"
    /// Of the record; null for what is worked out of others, which files do not hold.
    double StepRecord::*member;
    double (*derived)(const StepRecord&);
    const char* title;    ///< with unit: "Accuracy, so far (%)"
    const char* choice;   ///< beside others of its place: "whole stream"; empty where there are none
    const char* sentence; ///< what to look for
    const char* hint;     ///< formula and source
    const char* unit;     ///< of what is shown: "%", "nats", "share"; empty for a pure number
    double factor;        ///< from the value to what is shown: 100 for per cent
    double low, high;     ///< range of what is shown; both 0: open
    Modality modality;
    MeasureScope scope;
    Better better;
    ChartPlace place;
    const char* figure; ///< in names of exported files: "logit-norm"; empty: no figure of its own

    /// NaN where the measure does not apply: accuracy without labels, the distance of no predictor.
    double value(const StepRecord& record) const;
    /// In the unit of the title.
    double shown(const StepRecord& record) const { return factor * value(record); }
};

/// In the order of columns.
const std::vector<MeasureRow>& measure_table();
/// Whether a row, or a field that is no measure, has a meaning in an experiment of that kind.
bool is_measured_in(std::string_view id, Modality modality);
/// Throws std::invalid_argument naming the id and the known ones.
const MeasureRow& measure(std::string_view id);
/// Those that a chart of the window can show; measures of a window of the stream go first.
std::vector<const MeasureRow*> measures_at(ChartPlace place);

/// The first of them.
const MeasureRow& first_at(ChartPlace place);

/// Whether the recipe's predictor is a matrix, which has a distance from the identity.
bool has_predictor_matrix(const Recipe& recipe);

} // namespace lab
