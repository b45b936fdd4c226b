#pragma once

#include "core/catalogue/experiment_table.h"
#include "core/spec/spec.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

/// A study repeats runs over seeds and conditions to make one figure or table of the ZeroSiam paper
/// (arXiv 2509.23183) on the data and model at hand.
namespace lab {

struct StudyOptions {
    std::vector<std::uint64_t> seeds = {0, 1, 2};
    std::int64_t images = 2000; ///< per run (per corruption where a stream holds several)
    std::string model = "resnet-gn";
    std::string data = "fashion-mnist";
    std::string data_dir;
    int classes = 10; ///< that the model knows: the paper's imbalance ratios are scaled to it
    std::string device = "auto";
    std::vector<std::string> corruptions; ///< empty: the study's own
    std::string content = {};             ///< study_content(): what it runs on
};

/// One run of a study: several lanes on one stream.
struct StudyCell {
    std::string column; ///< "gaussian_noise", or the x value as text
    double x = 0;       ///< position on the chart's axis, where the study has one
    ExperimentSpec spec;
    std::string content = {}; ///< fingerprint of weights, data and program
};

enum class StudyKind {
    table,  ///< rows are lanes, columns conditions; the chart shows the rows' averages as bars
    sweep,  ///< one line per lane over x
    curves, ///< measures over the steps of the runs, one line per lane and column
};

struct Study {
    std::string id; ///< "table-label-shift"
    std::string title;
    std::string published; ///< what the paper reports, in words and figures, with its conditions
    StudyKind kind = StudyKind::table;
    std::string x_title; ///< sweep
    bool x_logarithmic = false;
    std::vector<StudyCurve> curves;
    std::function<std::vector<StudyCell>(const StudyOptions&)> cells;
};

const std::vector<Study>& studies();
/// Throws std::invalid_argument naming the id and the known ones.
const Study& study(const std::string& id);

} // namespace lab
