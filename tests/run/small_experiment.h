#pragma once

#include "core/record/record_fields.h"
#include "core/run/experiment.h"
#include "tests/support/random_models.h"
#include "tests/support/small_data.h"

#include <QTemporaryDir>

#include <bit>
#include <string>
#include <vector>

/// Data, a model with random weights and a short stream: an experiment that runs in a moment, anywhere.
class SmallExperiment {
  public:
    static constexpr int side = 12;

    SmallExperiment() {
        test_data::write_fashion_mnist(path("data"), 200, side);
        test_models::write(path("model.safetensors"), "resnet14_gn", side);
    }

    std::string path(const std::string& name) const { return m_folder.filePath(name.c_str()).toStdString(); }

    /// Twelve steps of eight pictures in class order.
    lab::ExperimentSpec spec(const std::vector<std::string>& methods) const {
        lab::ExperimentSpec spec;
        spec.data_dir = path("data");
        spec.model = path("model.safetensors");
        spec.stream.images = 96;
        spec.stream.batch_size = 8;
        spec.stream.seed = 5;
        spec.device = "cpu";
        spec.threads = 1;
        spec.precision = "float64";
        for (const std::string& method : methods)
            spec.lanes.push_back(lab::make_lane(method));
        return spec;
    }

  private:
    QTemporaryDir m_folder;
};

/// Everything that a whole run brings.
struct WholeRun {
    std::vector<lab::StepRecord> records;
    std::vector<lab::Event> events;
    lab::RunInfo info;

    explicit WholeRun(const lab::ExperimentSpec& spec) {
        lab::Experiment experiment(spec);
        info = experiment.info();
        lab::StepOutput output;
        while (experiment.step(output)) {
            records.insert(records.end(), output.records.begin(), output.records.end());
            events.insert(events.end(), output.events.begin(), output.events.end());
        }
    }

    std::vector<lab::StepRecord> lane(int index) const {
        std::vector<lab::StepRecord> own;
        for (const lab::StepRecord& record : records)
            if (record.lane == index)
                own.push_back(record);
        return own;
    }

    std::vector<lab::Event> of(lab::EventKind kind) const {
        std::vector<lab::Event> found;
        for (const lab::Event& event : events)
            if (event.kind() == kind)
                found.push_back(event);
        return found;
    }
};

/// All fields but the times, and the lane where it is told to, bit for bit: the name of the first that
/// differs, or "".
inline std::string difference(const lab::StepRecord& a, const lab::StepRecord& b, bool lanes = true) {
    std::vector<std::pair<std::string, std::string>> of_a, of_b;
    const auto collect = [](auto& fields) {
        return [&fields](const char* name, const auto& value) {
            if constexpr (std::is_same_v<std::decay_t<decltype(value)>, double>)
                fields.emplace_back(name, std::to_string(std::bit_cast<std::uint64_t>(value)));
            else if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>)
                fields.emplace_back(name, value);
            else
                fields.emplace_back(name, std::to_string(value));
        };
    };
    for_each_field(a, collect(of_a));
    for_each_field(b, collect(of_b));
    for (std::size_t i = 0; i < of_a.size(); ++i)
        if (!of_a[i].first.ends_with("_ms") && (lanes || of_a[i].first != "lane") && of_a[i] != of_b[i])
            return of_a[i].first;
    return a.predictions == b.predictions ? "" : "predictions";
}

inline std::string difference(const std::vector<lab::StepRecord>& a, const std::vector<lab::StepRecord>& b,
                              bool lanes = true) {
    if (a.size() != b.size())
        return "number of records";
    for (std::size_t i = 0; i < a.size(); ++i)
        if (const std::string field = difference(a[i], b[i], lanes); !field.empty())
            return field + " of record " + std::to_string(i);
    return "";
}
