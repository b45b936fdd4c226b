#include "core/record/measure_table.h"
#include "core/record/recording.h"
#include "core/record/recording_file.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>
#include <set>
#include <sstream>

using namespace lab;
using Json = nlohmann::json;

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// One step of one lane, in which every measure has another value.
Recording sample() {
    Recording recording;
    recording.spec.lanes = {make_lane("zerosiam")};
    StepRecord record;
    record.step = 1;
    record.batch_size = 4;
    record.kept = 3;
    double value = 0.25;
    for (const MeasureRow& row : measure_table())
        if (row.member != nullptr)
            record.*row.member = value += 0.5;
    recording.records = {record};
    return recording;
}

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells(1);
    for (const char c : line)
        if (c == ',')
            cells.emplace_back();
        else
            cells.back() += c;
    return cells;
}

} // namespace

class TestMeasureTable : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyRowIsWhole() {
        std::set<std::string> ids, figures;
        for (const MeasureRow& row : measure_table()) {
            QVERIFY2(ids.insert(row.id).second, row.id);
            QVERIFY2((row.member != nullptr) != (row.derived != nullptr), row.id);
            QVERIFY2(*row.title != '\0' && *row.sentence != '\0' && *row.hint != '\0', row.id);
            QVERIFY2(row.factor > 0 && row.low <= row.high, row.id);
            QVERIFY2(*row.figure == '\0' || figures.insert(row.figure).second, row.id);
            QCOMPARE(measure(row.id).id, row.id);
            QVERIFY2(row.place != ChartPlace::none || *row.choice == '\0', row.id);
        }
        QVERIFY(test_files::sentence_of([] {
                    measure("beauty");
                }).starts_with("measure: expected one of accuracy, "));
    }

    /// What a new row brings with it.
    void everyRowIsInEveryFile() {
        const Recording recording = sample();
        std::istringstream csv(to_csv(recording));
        std::string head, line;
        std::getline(csv, head);
        std::getline(csv, line);
        const std::vector<std::string> columns = cells_of(head), cells = cells_of(line);
        const Json json = Json::parse(to_json_line(recording.records[0]));
        std::size_t at = 0;
        for (const MeasureRow& row : measure_table()) {
            const auto found = std::find(columns.begin(), columns.end(), row.id);
            const bool column_there = row.member != nullptr && row.modality != Modality::language;
            QVERIFY2((found != columns.end()) == column_there, row.id);
            QVERIFY2(json.contains(row.id) == (row.member != nullptr), row.id);
            if (!column_there)
                continue;
            const auto column = static_cast<std::size_t>(found - columns.begin());
            QVERIFY2(column > at, row.id); // in the table's order
            at = column;
            QCOMPARE(std::stod(cells.at(column)), row.value(recording.records[0]));
            QCOMPARE(json.at(row.id).get<double>(), row.value(recording.records[0]));
        }
    }

    void whatDoesNotApplyIsAbsentAndComesBackSo() {
        QTemporaryDir folder;
        const std::string file = folder.filePath("run.collapselab").toStdString();
        for (const MeasureRow& row : measure_table()) {
            if (row.member == nullptr)
                continue;
            Recording recording = sample();
            recording.records[0].*row.member = nothing;
            QVERIFY2(!Json::parse(to_json_line(recording.records[0])).contains(row.id), row.id);
            save_recording(file, recording);
            const StepRecord read = load_recording(file).records.at(0);
            for (const MeasureRow& other : measure_table())
                if (other.member != nullptr)
                    QVERIFY2(std::isnan(read.*other.member) == (&other == &row), other.id);
        }
    }

    void placesOfTheBoardHaveTheirMeasures() {
        const auto ids = [](ChartPlace place) {
            std::vector<std::string> all;
            for (const MeasureRow* row : measures_at(place))
                all.emplace_back(row->id);
            return all;
        };
        using List = std::vector<std::string>;
        QVERIFY(ids(ChartPlace::accuracy) == (List{"accuracy_window", "accuracy_running"}));
        QVERIFY(ids(ChartPlace::norm) == List{"logit_norm"});
        QVERIFY(ids(ChartPlace::predictor) == List{"predictor_distance"});
        QVERIFY(ids(ChartPlace::dominance) == (List{"class_dominance", "center_dominance"}));
        for (const ChartPlace place :
             {ChartPlace::loss, ChartPlace::objective, ChartPlace::alignment, ChartPlace::kept})
            QCOMPARE(measures_at(place).size(), std::size_t(1));
    }

    void derivedMeasures() {
        StepRecord record;
        record.loss = 2;
        record.loss_objective = 0.5;
        record.batch_size = 8;
        record.kept = 2;
        QCOMPARE(measure("alignment").value(record), 1.5);
        QCOMPARE(measure("kept_share").shown(record), 0.25);
        record.accuracy_running = 0.5;
        QCOMPARE(measure("accuracy_running").shown(record), 50.0);
    }

    void predictorsThatAreMatrices() {
        Recipe recipe;
        for (const auto& [kind, matrix] :
             std::initializer_list<std::pair<PredictorKind, bool>>{{PredictorKind::none, false},
                                                                   {PredictorKind::linear, true},
                                                                   {PredictorKind::fixed_random, true},
                                                                   {PredictorKind::mlp, false}}) {
            recipe.alignment.predictor = kind;
            QCOMPARE(has_predictor_matrix(recipe), matrix);
        }
    }
};

QTEST_GUILESS_MAIN(TestMeasureTable)
#include "test_measure_table.moc"
