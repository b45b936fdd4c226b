#pragma once

#include "core/record/record_difference.h"
#include "core/record/recording.h"
#include "core/run/experiment.h"
#include "core/text/character_tokenizer.h"
#include "core/text/text_shift.h"
#include "tests/support/small_decoders.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

/// A language model with random weights that knows the tasks' characters, and a short stream of questions.
class SmallLanguage {
  public:
    SmallLanguage() { write_model("model", config()); }

    std::string path(const std::string& name) const { return m_folder.filePath(name.c_str()).toStdString(); }

    static nlohmann::json config() {
        nlohmann::json json = test_models::decoder_config();
        json["vocab_size"] = 48;
        json["eos_token_id"] = 1;
        json["pad_token_id"] = 0;
        json["max_position_embeddings"] = 96;
        return json;
    }

    /// A folder as the hub has them.
    void write_model(const std::string& name, const nlohmann::json& config) const {
        test_models::write_decoder(path(name), config, test_models::decoder_weights(config));
        std::ofstream(std::filesystem::path(path(name)) / "tokenizer.json")
            << lab::character_tokenizer_json({"<pad>", "<end>"}, lab::task_characters());
    }

    /// Eight steps of four questions.
    lab::ExperimentSpec spec(const std::vector<std::string>& methods) const {
        lab::ExperimentSpec spec = lab::language_experiment("chain-arithmetic", path("model"));
        spec.stream.batch_size = 4;
        spec.stream.steps = 8;
        spec.stream.seed = 5;
        spec.stream.decoding.max_tokens = 12;
        spec.device = "cpu";
        spec.threads = 1;
        spec.precision = "float64";
        spec.lanes.clear();
        for (const std::string& method : methods)
            spec.lanes.push_back(lab::make_lane(method, spec));
        return spec;
    }

  private:
    QTemporaryDir m_folder;
};

/// Everything that a run brings, done as a schedule says.
struct LanguageRecord {
    lab::Recording recording;
    std::vector<lab::BatchDetailPtr> details;

    explicit LanguageRecord(const lab::ExperimentSpec& spec, const lab::RunSchedule& schedule = {},
                            bool candidates = false, std::size_t checkpoints = 1 << 24) {
        lab::Experiment experiment(spec);
        experiment.set_checkpoint_bound(checkpoints);
        experiment.set_schedule(schedule);
        experiment.set_details(candidates);
        recording = {spec, experiment.info(), {}, {}};
        const auto take = [&](lab::StepOutput& news) {
            recording.spec.lanes.insert(recording.spec.lanes.end(), news.added_lanes.begin(),
                                        news.added_lanes.end());
            recording.records.insert(recording.records.end(), news.records.begin(), news.records.end());
            recording.events.insert(recording.events.end(), news.events.begin(), news.events.end());
            if (news.detail)
                details.push_back(news.detail);
        };
        lab::StepOutput output;
        for (bool more = true; more;) {
            while (const std::optional<lab::ForkLane> fork = experiment.due_fork())
                experiment.fork(*fork, take);
            more = experiment.step(output);
            take(output);
        }
    }

    std::vector<lab::StepRecord> lane(int index) const {
        std::vector<lab::StepRecord> all;
        for (const lab::StepRecord& record : recording.records)
            if (record.lane == index)
                all.push_back(record);
        return all;
    }
};

/// "" where two lists of records agree but for times and the lane.
inline std::string difference_between(std::vector<lab::StepRecord> a, std::vector<lab::StepRecord> b) {
    for (auto* list : {&a, &b})
        for (lab::StepRecord& record : *list)
            record.lane = 0;
    const auto difference = lab::first_difference(a, b);
    return difference ? lab::sentence_of(*difference) : std::string();
}
