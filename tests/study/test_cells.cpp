#include "core/base/json_values.h"
#include "core/run/card_rates.h"
#include "core/study/cell_merge.h"
#include "core/study/cell_store.h"
#include "core/study/numbered_cell.h"
#include "core/study/study_runner.h"
#include "core/study/sweep_cells.h"
#include "tests/support/random_models.h"
#include "tests/support/small_data.h"
#include "tests/support/test_files.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>
#include <thread>

using namespace lab;
namespace fs = std::filesystem;

namespace {

/// JSON with single quotation marks, which moc reads.
std::string json_of(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

CellOutcome outcome_of(const NumberedCell& cell, double accuracy) {
    CellOutcome outcome{cell.key, "", 0, cell.cell.spec.stream.seed, 1.5, "CPU, 1 thread", {}};
    outcome.program = LAB_VERSION;
    outcome.content = short_content(cell.cell);
    outcome.name = name_of(cell.fields);
    const double none = std::numeric_limits<double>::quiet_NaN();
    outcome.lanes = {{"Tent", accuracy, 0.1, none, 1, 3, 10, {}},
                     {"a, \"b\"", accuracy / 3, 0, 2, 0.1, 0, 11, {}}};
    return outcome;
}

} // namespace

/// Cells of many tasks: their files, and what is put together of them.
class TestCells : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string path(const std::string& name) const { return m_folder.path().toStdString() + "/" + name; }

    Sweep sweep(const std::string& grid, const std::string& name = "grid.json") const {
        const std::string text = json_of(
            "{'version': 1, 'experiment': {'lanes': [{'method': 'tent'}, {'method': 'zerosiam'}],"
            " 'machine': {'device': 'cpu', 'threads': 1}, 'stream': {'images': 48, 'batch_size': 16},"
            " 'data': {'folder': '" +
            path("data") + "'}, 'model': {'id': '" + path("model.safetensors") + "'}}, " + grid + "}");
        test_files::write(path(name), {text.begin(), text.end()});
        return read_sweep(path(name));
    }
    std::vector<NumberedCell> cells(const std::string& grid) const { return cells_of(sweep(grid)).cells; }
    std::string fault(const std::string& grid) const {
        return test_files::sentence_of([&] { cells(grid); });
    }
    static std::vector<CellToRun> to_run(const std::vector<NumberedCell>& cells) {
        std::vector<CellToRun> all;
        for (const NumberedCell& cell : cells)
            all.push_back({cell.cell, cell.key, name_of(cell.fields)});
        return all;
    }

  private Q_SLOTS:

    void initTestCase() {
        read_rates_from_cards();
        test_data::write_fashion_mnist(path("data"), 200, 12);
        test_models::write(path("model.safetensors"), "resnet14_gn", 12);
        fs::copy_file(path("model.safetensors"), path("same.safetensors"));
    }

    void the_same_run_twice_is_refused() {
        for (const std::string& grid :
             {std::string("'grid': {'threads': [1, 2]}"),
              "'grid': {'model.id': ['" + path("model.safetensors") + "', '" + path("same.safetensors") +
                  "']}",
              std::string("'zip': {'stream.seed': [1, 2, 1], 'stream.images': [32, 32, 32]}")}) {
            const std::string said = fault(grid);
            QVERIFY2(said.find(" is the same run as cell 0 (") != std::string::npos, said.c_str());
        }
        QVERIFY(fault("'grid': {'stream.seed': [1, 2]}") == "nothing was thrown");
    }

    void models_and_data_are_looked_at_before_any_run() {
        const std::string model = fault("'grid': {'stream.seed': [1], 'model.id': ['" +
                                        path("model.safetensors") + "', '/absent.safetensors']}");
        QVERIFY2(model.find("cell 1 (") != std::string::npos &&
                     model.find("/absent.safetensors") != std::string::npos,
                 model.c_str());
        const std::string data = fault("'grid': {'data.folder': ['/absent']}");
        QVERIFY2(data.find("cell 0 (") != std::string::npos && data.find("/absent") != std::string::npos,
                 data.c_str());
        const std::string device = fault("'grid': {'machine.device': ['cpu', 'cuda:77']}");
        QVERIFY2(device.find("cell 1 (") != std::string::npos && device.find("cuda:77") != std::string::npos,
                 device.c_str());
    }

    void missing_cells_and_the_order_of_what_is_there() {
        const std::vector<NumberedCell> all =
            cells("'grid': {'stream.seed': [5, 1, 3], 'lanes[0].name': ['x', 'y']}");
        const std::string folder = path("order.cells");
        QCOMPARE(find_cells(all, folder).missing.size(), std::size_t(6)); // no folder yet
        {
            CellStore store(folder);
            for (const std::size_t i : {5, 0, 3})
                store.add(outcome_of(all[i], 0.1 * double(i)));
        }
        const CellFindings findings = find_cells(all, folder);
        QVERIFY(findings.missing == (std::vector<std::size_t>{1, 2, 4}));
        QVERIFY(foreign_cells(all, folder).empty());
        const QStringList rows = QString::fromStdString(merged_csv(all, findings)).split('\n');
        QCOMPARE(rows.size(), 8); // heading, two lanes of three cells, the end
        QCOMPARE(rows[0], QString("cell,id,stream.seed,lanes[0].name,lane,name,accuracy,accuracy_last_fifth,"
                                  "predictor_distance,top_class_share,collapsed_at"));
        QVERIFY(rows[1].startsWith("0," + QString::fromStdString(all[0].key) + ",5,x,0,Tent,0,0.1,,1,3"));
        QVERIFY2(rows[4].contains(",1,y,1,\"a, \"\"b\"\"\",0.1"), qPrintable(rows[4]));
        const auto json = nlohmann::ordered_json::parse(merged_json(all, findings, "{\"a\":1}", {"x=1"}));
        QCOMPARE(json.at("cells").size(), std::size_t(3));
        QCOMPARE(json.at("cells")[1].at("cell").get<int>(), 3);
        QCOMPARE(json.at("cells")[1].at("fields").at("stream.seed").get<int>(), 1);
        QVERIFY(json.at("cells")[0].at("lanes")[0].at("predictor_distance").is_null());
        QVERIFY(json.at("source").at("a") == 1 && json.at("settings")[0] == "x=1");
    }

    void what_was_added_last_changes_no_byte() {
        const std::vector<NumberedCell> all = cells("'grid': {'stream.seed': [1, 2, 3, 4]}");
        const auto merged = [&](const std::string& folder, std::vector<std::size_t> order, double seconds) {
            CellStore store(path(folder));
            for (const std::size_t i : order) {
                CellOutcome outcome = outcome_of(all[i], 1.0 / 3 * double(i));
                outcome.seconds = seconds;
                outcome.lanes[0].ms_per_step = seconds;
                outcome.device = seconds > 1 ? "CUDA 0, card" : "CPU, 1 thread";
                store.add(outcome);
            }
            const CellFindings findings = find_cells(all, path(folder));
            return merged_csv(all, findings) + merged_json(all, findings, "{}", {});
        };
        const std::string first = merged("one.cells", {0, 1, 2, 3}, 1);
        QVERIFY(!first.empty());
        QCOMPARE(merged("two.cells", {3, 1, 0, 2, 3}, 2), first);
        QVERIFY(first.find("0.3333333333333333") != std::string::npos); // no digit is lost
    }

    void foreign_cells_are_named_with_the_reason() {
        const std::string grid = "'grid': {'stream.seed': [1, 2]}";
        const std::vector<NumberedCell> all = cells(grid),
                                        others = cells("'grid': {'stream.seed': [1, 7, 8, 9]}");
        const std::string folder = path("foreign.cells");
        CellStore store(folder);
        store.add(outcome_of(all[0], 0.5));
        QVERIFY(foreign_cells(all, folder).empty());
        store.add(outcome_of(others[1], 0.5));
        CellOutcome old = outcome_of(others[2], 0.5);
        old.program = "0.0.9";
        store.add(old);
        CellOutcome elsewhere = outcome_of(others[3], 0.5);
        elsewhere.content = "0123456789abcdef";
        store.add(elsewhere);
        CellOutcome silent = outcome_of(others[3], 0.5);
        silent.program.clear();
        silent.key = std::string(32, 'a');
        store.add(silent);
        test_files::write(folder + "/" + std::string(32, 'b') + ".json", {'{', '}'});
        test_files::write(folder + "/.collapse-lab.1.1.part", {'{'}); // of a task that was killed
        QString told;
        for (const std::string& line : foreign_cells(all, folder))
            told += QString::fromStdString(line) + "\n";
        const auto file = [](const std::string& key) { return QString::fromStdString(key) + ".json: "; };
        QVERIFY2(told.contains(file(others[1].key) + "of another specification (stream.seed=7)"),
                 qPrintable(told));
        QVERIFY2(told.contains(file(others[2].key) + "of version 0.0.9, and this is " LAB_VERSION),
                 qPrintable(told));
        QVERIFY2(told.contains(file(others[3].key) + "on other weights or data"), qPrintable(told));
        QVERIFY2(told.contains(file(std::string(32, 'a')) + "of a version that did not tell itself"),
                 qPrintable(told));
        QVERIFY2(told.contains(file(std::string(32, 'b')) + "no finished cell"), qPrintable(told));
        QCOMPARE(told.count('\n'), 5);
    }

    void a_cut_file_is_a_missing_cell() {
        const std::vector<NumberedCell> all = cells("'grid': {'stream.seed': [1, 2]}");
        const std::string folder = path("cut.cells");
        CellStore store(folder);
        for (const NumberedCell& cell : all)
            store.add(outcome_of(cell, 0.5));
        fs::resize_file(folder + "/" + all[1].key + ".json", 40);
        QVERIFY(find_cells(all, folder).missing == std::vector<std::size_t>{1});
        QVERIFY(foreign_cells(all, folder).empty());
    }

    void notices_and_devices_of_cells_are_told() {
        const std::vector<NumberedCell> all = cells("'grid': {'stream.seed': [1, 2, 3]}");
        CellStore store(path("told.cells"));
        for (std::size_t i = 0; i < 3; ++i) {
            CellOutcome outcome = outcome_of(all[i], 0.5);
            outcome.notices = {{NoticeSubject::labels, true, "no names in common", {}}};
            outcome.device = i == 0 ? "CPU, 2 threads" : "CPU, 1 thread";
            store.add(outcome);
        }
        const std::vector<std::string> told = told_by(find_cells(all, path("told.cells")));
        QCOMPARE(told.size(), std::size_t(2));
        QVERIFY2(told[0].find("no names in common (3 cells)") != std::string::npos, told[0].c_str());
        QVERIFY2(told[1].find("CPU, 1 thread (2 cells); CPU, 2 threads (1 cell)") != std::string::npos,
                 told[1].c_str());
    }

    void a_store_of_some_keys_sees_what_others_finish() {
        const std::vector<NumberedCell> all = cells("'grid': {'stream.seed': [1, 2, 3]}");
        const std::string folder = path("some.cells");
        CellStore writer(folder);
        writer.add(outcome_of(all[0], 0.5));
        writer.add(outcome_of(all[1], 0.5));
        CellStore reader(folder, {all[1].key, all[2].key});
        QVERIFY(!reader.contains(all[0].key) && reader.contains(all[1].key));
        QVERIFY(!reader.look_again(all[2].key));
        writer.add(outcome_of(all[2], 0.25));
        QVERIFY(!reader.contains(all[2].key));
        QVERIFY(reader.look_again(all[2].key));
        QCOMPARE(reader.find(all[2].key)->lanes.at(0).accuracy, 0.25);
    }

    void two_tasks_in_one_folder_at_once_share_without_harm() {
        const std::vector<NumberedCell> all = cells("'grid': {'stream.seed': [1, 2, 3, 4]}");
        const auto quiet = [](const StudyProgress&) {};
        CellStore alone(path("alone.cells"));
        QVERIFY(run_cells(to_run(all), {}, {1, 1, -1}, alone, quiet));
        const std::string folder = path("both.cells");
        const auto task = [&] {
            CellStore store(folder);
            run_cells(to_run(all), {}, {2, 2, -1}, store, quiet);
        };
        std::thread other(task);
        task();
        other.join();
        const CellFindings one = find_cells(all, path("alone.cells")), two = find_cells(all, folder);
        QVERIFY(two.missing.empty());
        QCOMPARE(merged_csv(all, two), merged_csv(all, one));
        QCOMPARE(QDir(QString::fromStdString(folder)).entryList(QDir::Files | QDir::Hidden).size(), 4);
    }

    void a_failing_cell_is_named() {
        std::vector<CellToRun> all = to_run(cells("'grid': {'stream.seed': [1, 2]}"));
        all[1].cell.spec.data_dir = "/absent";
        CellStore store(path("failing.cells"));
        const std::string said = test_files::sentence_of([&] {
            run_cells(all, {}, {1, 1, -1}, store, [](const StudyProgress&) {});
        });
        QVERIFY2(said.starts_with("stream.seed=2: ") && said.find("/absent") != std::string::npos,
                 said.c_str());
        QVERIFY(store.contains(all[0].key));
    }

    void cells_are_dealt_to_cards() {
        const auto dealt = [](const char* device, int worker, int cards, int card = -1) {
            return device_of_worker(device, worker, cards, card);
        };
        QCOMPARE(dealt("auto", 0, 0), std::string("auto"));
        QCOMPARE(dealt("auto", 0, 1), std::string("cuda:0"));
        QCOMPARE(dealt("auto", 5, 4), std::string("cuda:1"));
        QCOMPARE(dealt("cuda", 3, 4), std::string("cuda:3"));
        QCOMPARE(dealt("cuda:2", 3, 4), std::string("cuda:2")); // named
        QCOMPARE(dealt("cpu", 3, 4), std::string("cpu"));
        for (int worker = 0; worker < 4; ++worker) // a task of srun has one
            QCOMPARE(dealt("auto", worker, 4, 2), std::string("cuda:2"));
    }
};

QTEST_GUILESS_MAIN(TestCells)
#include "test_cells.moc"
