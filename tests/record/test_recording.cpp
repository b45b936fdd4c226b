#include "core/record/recording.h"
#include "core/record/summary.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

using namespace lab;
using Json = nlohmann::json;

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// The cells of a table in comma-separated values, quotes understood.
std::vector<std::vector<std::string>> cells_of(const std::string& csv) {
    std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (c == '"' && quoted && i + 1 < csv.size() && csv[i + 1] == '"') {
            rows.back().back() += '"';
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            rows.back().emplace_back();
        } else if (c == '\n' && !quoted) {
            rows.emplace_back(1);
        } else {
            rows.back().back() += c;
        }
    }
    rows.pop_back(); // after the last line feed
    return rows;
}

StepRecord record(int lane, int step, int batch = 10) {
    StepRecord r;
    r.lane = lane;
    r.step = step;
    r.batch_size = batch;
    r.images_seen = std::int64_t(step) * batch;
    r.corruption = "fog";
    r.predictions = std::vector<int>(std::size_t(batch), lane);
    return r;
}

bool near(double a, double b) {
    return std::abs(a - b) < 1e-12;
}

} // namespace

class TestRecording : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string path(const std::string& name) const { return m_folder.filePath(name.c_str()).toStdString(); }
    std::string content(const std::string& file) const {
        const auto bytes = test_files::read(file);
        return {bytes.begin(), bytes.end()};
    }

  private Q_SLOTS:
    void csv_has_as_many_cells_as_headings() {
        Recording recording;
        recording.spec = default_experiment();
        recording.spec.lanes[0].name = "Tent, \"fast\"\nand loose";
        recording.spec.model = "/a,b/model.safetensors";
        recording.spec.stream.seed = 42;
        recording.spec.stream.imbalance_ratio = 0.1;
        StepRecord first = record(0, 1);
        first.accuracy = nothing;
        first.loss = -std::numeric_limits<double>::infinity();
        first.entropy = 1.0 / 3.0;
        first.severity = 3;
        first.segment = 2;
        recording.records = {first, record(2, 1)};
        const auto rows = cells_of(to_csv(recording));
        QCOMPARE(rows.size(), std::size_t(3));
        QCOMPARE(rows[1].size(), rows[0].size());
        QCOMPARE(rows[2].size(), rows[0].size());
        const auto cell = [&](std::size_t row, const std::string& heading) {
            const auto at = std::find(rows[0].begin(), rows[0].end(), heading);
            return at == rows[0].end() ? "no such column" : rows[row][std::size_t(at - rows[0].begin())];
        };
        QCOMPARE(cell(1, "lane_name"), recording.spec.lanes[0].name);
        QCOMPARE(cell(1, "method"), std::string("tent"));
        QCOMPARE(cell(1, "model"), recording.spec.model);
        QCOMPARE(cell(1, "scenario"), std::string("label_shift"));
        QCOMPARE(cell(2, "seed"), std::string("42"));
        QCOMPARE(cell(1, "severity"), std::string("3")); // the step's, not the specification's
        QCOMPARE(cell(2, "severity"), std::string());    // not known
        QCOMPARE(cell(1, "segment"), std::string("2"));
        QCOMPARE(std::count(rows[0].begin(), rows[0].end(), "severity"), 1);
        QCOMPARE(cell(1, "imbalance_ratio"), std::string("0.1"));
        QCOMPARE(cell(1, "accuracy"), std::string()); // NaN is an empty cell
        QCOMPARE(cell(1, "loss"), std::string());
        QCOMPARE(std::stod(cell(1, "entropy")), 1.0 / 3.0); // the same number again
        QCOMPARE(cell(2, "lane_name"), std::string("No adaptation"));
        QCOMPARE(cell(2, "lane"), std::string("2"));
        QCOMPARE(cell(2, "corruption"), std::string("fog"));
    }

    void csv_without_records_is_a_heading() {
        Recording recording;
        recording.spec = default_experiment();
        QCOMPARE(cells_of(to_csv(recording)).size(), std::size_t(1));
    }

    void json_lines() {
        StepRecord r = record(1, 3, 2);
        r.accuracy = nothing;
        r.loss = 0.1;
        r.kept = 2;
        const std::string line = to_json_line(r);
        QCOMPARE(line.find('\n'), std::string::npos);
        const Json json = Json::parse(line);
        QVERIFY(json.at("type") == "record" && json.at("lane") == 1 && json.at("step") == 3);
        QVERIFY(!json.contains("accuracy")); // what does not apply is absent
        QVERIFY(json.at("loss") == 0.1 && json.at("kept") == 2 && json.at("images_seen") == 6);
        QVERIFY(json.at("predictions") == Json({1, 1}));
        Recipe off = make_lane("zerosiam").recipe;
        off.alignment.stop_gradient = false;
        const Json event =
            Json::parse(to_json_line(Event{7, 1, 4, SwitchThrown{make_lane("zerosiam").recipe, off}}));
        QVERIFY(event.at("type") == "event" && event.at("kind") == "switch_thrown" && event.at("step") == 4);
        QVERIFY(event.at("before").at("alignment").at("stop_gradient") == true);
        QVERIFY(event.at("after").at("alignment").at("stop_gradient") == false);
        QVERIFY(Json::parse(to_json_line(Event{1, -1, 1, RunStopped{}})).at("kind") == "run_stopped");
    }

    void files_are_written_completely_or_not_at_all() {
        const std::string file = path("table.csv");
        write_file_atomically(file, "first");
        write_file_atomically(file, "second\n");
        QCOMPARE(content(file), std::string("second\n"));
        QCOMPARE(QDir(m_folder.path()).entryList({"*.part"}, QDir::Files | QDir::Hidden).size(), 0);

        const std::string absent = path("absent/table.csv");
        QCOMPARE(test_files::sentence_of([&] { write_file_atomically(absent, "x"); }),
                 absent + ": cannot be written: No such file or directory");
        const std::string below_a_file = file + "/table.csv";
        QVERIFY(test_files::sentence_of([&] {
                    write_file_atomically(below_a_file, "x");
                }).starts_with(below_a_file + ": cannot be written: "));
        QDir(m_folder.path()).mkpath("folder/full");
        QVERIFY(test_files::sentence_of([&] {
                    write_file_atomically(path("folder"), "x");
                }).starts_with(path("folder") + ": cannot be written: "));
        QCOMPARE(QDir(m_folder.path()).entryList({"*.part"}, QDir::Files | QDir::Hidden).size(), 0);
        QVERIFY(QDir(path("folder/full").c_str()).exists());
    }

    /// Ten batches of ten pictures; lane 1 without any.
    void summary_by_hand() {
        Recording recording;
        recording.spec = default_experiment();
        recording.spec.lanes.resize(2);
        for (int step = 1; step <= 10; ++step) {
            StepRecord r = record(0, step);
            r.accuracy = step <= 8 ? 0.2 : step == 9 ? 0.5 : 1.0;
            r.accuracy_running = 0.25;
            r.logit_norm = step;
            r.center_dominance = 0.1 * step;
            r.predictor_distance = step;
            r.calibration_error = 0.5;
            r.kept = step <= 4 ? 5 : 0;
            r.resets = step >= 6 ? 1 : 0;
            r.collapsed_at = step >= 7 ? 7 : 0;
            r.forward_ms = 1;
            r.backward_ms = 2;
            r.update_ms = 3;
            r.measure_ms = step <= 5 ? 4 : 0;
            r.predictions = std::vector<int>(10, step <= 5 ? 1 : 2);
            recording.records.push_back(r);
        }
        recording.records[9].predictions[0] = 0; // 50, 49 and 1 of three classes
        const auto lanes = summarise(recording);
        QCOMPARE(lanes.size(), std::size_t(2));
        const LaneSummary& lane = lanes[0];
        QCOMPARE(lane.name, std::string("Tent"));
        QCOMPARE(lane.steps, 10);
        QCOMPARE(lane.images, 100);
        QVERIFY(near(lane.accuracy, 0.25));
        QVERIFY(near(lane.accuracy_last_fifth, 0.75)); // batches 9 and 10
        QVERIFY(near(lane.logit_norm_first, 3) && near(lane.logit_norm_last, 8));
        QVERIFY(near(lane.center_dominance, 0.8));
        QVERIFY(near(lane.distance, 10));
        QVERIFY(near(lane.top_class_share, 0.5));
        const double entropy = -0.5 * std::log(0.5) - 0.49 * std::log(0.49) - 0.01 * std::log(0.01);
        QVERIFY(near(lane.effective_classes, std::exp(entropy)));
        QVERIFY(near(lane.kept_share, 0.2) && near(lane.calibration_error, 0.5));
        QCOMPARE(lane.resets, 1);
        QCOMPARE(lane.collapsed_at, 7);
        QVERIFY(near(lane.ms_per_step, 8));
        QCOMPARE(lanes[1].steps, 0);

        const Json json = Json::parse(summary_json(recording));
        QCOMPARE(json.at("lanes").size(), std::size_t(2));
        QVERIFY(json.at("lanes")[0].at("accuracy") == 0.25 && json.at("lanes")[0].at("collapsed_at") == 7);
        QVERIFY(json.at("specification").at("stream").at("seed") == default_experiment().stream.seed);
    }

    void summary_looks_at_the_last_thousand_predictions() {
        Recording recording;
        recording.spec = default_experiment();
        for (int step = 1; step <= 3; ++step) {
            StepRecord r = record(0, step, 600);
            r.predictions = std::vector<int>(600, step); // 600 of class 3, the later 400 of class 2
            r.accuracy = nothing;
            r.logit_norm = nothing;
            recording.records.push_back(r);
        }
        const LaneSummary lane = summarise(recording)[0];
        QVERIFY(near(lane.top_class_share, 0.6));
        QVERIFY(near(lane.effective_classes, std::exp(-0.6 * std::log(0.6) - 0.4 * std::log(0.4))));
        QVERIFY(std::isnan(lane.accuracy_last_fifth));
        QVERIFY(Json::parse(summary_json(recording)).at("lanes")[0].at("logit_norm_last").is_null());
    }
};

QTEST_GUILESS_MAIN(TestRecording)
#include "test_recording.moc"
