#include "core/record/recording.h"
#include "core/spec/spec_json.h"
#include "core/study/chart.h"
#include "core/study/outcome_table.h"
#include "core/study/report.h"
#include "core/study/study_cells.h"
#include "core/study/study_content.h"
#include "core/study/study_result.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace lab;

namespace {

StudyOptions small_options() {
    StudyOptions options;
    options.seeds = {0, 1};
    options.images = 64;
    options.corruptions = {"gaussian_noise", "fog"};
    return options;
}

/// Accuracies 0.2, 0.4 … in the order of the cells, for two lanes.
void fill(CellStore& store, const std::vector<StudyCell>& cells) {
    double accuracy = 0;
    for (const StudyCell& cell : cells) {
        accuracy += 0.2;
        store.add(
            {cell_key(cell),
             cell.column,
             cell.x,
             cell.spec.stream.seed,
             1.5,
             "CPU, 1 thread",
             {{"Tent", accuracy, 0, 0, 1, 3, 10, {}}, {"ZeroSiam", accuracy / 2, 0, 1, 0.1, 0, 11, {}}}});
    }
}

QByteArray content(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestStudy : public QObject {
    Q_OBJECT
  private Q_SLOTS:

    void spreads_are_mean_and_sample_deviation() {
        const Spread spread = spread_of({1, 2, 4});
        QCOMPARE(spread.count, 3);
        QVERIFY(std::abs(spread.mean - 7.0 / 3) < 1e-12);
        QVERIFY(std::abs(spread.sd - std::sqrt(7.0 / 3)) < 1e-12);
        QCOMPARE(spread_of({5}).sd, 0.0);
    }

    void every_study_lays_out_valid_cells() {
        for (const Study& row : studies()) {
            const std::vector<StudyCell> cells = row.cells(small_options());
            QVERIFY2(!cells.empty(), row.id.c_str());
            for (const StudyCell& cell : cells) {
                validate(cell.spec);
                QVERIFY2(!cell.spec.lanes.empty(), row.id.c_str());
                QVERIFY(spec_from_json(to_json(cell.spec)) == cell.spec);
            }
        }
        QVERIFY_EXCEPTION_THROWN(study("fig99"), std::invalid_argument);
    }

    void rates_scale_at_batch_size_one() {
        const StudyCell cell = study("table-bs1").cells(small_options()).front();
        for (const LaneSpec& lane : cell.spec.lanes) {
            const Optimiser wide = make_lane(lane.method).recipe.optimiser;
            const bool doubled =
                lane.method != "tent" && lane.method != "eata" && lane.method != "no_adaptation";
            QVERIFY2(std::abs(lane.recipe.optimiser.rate / wide.rate - (doubled ? 4.0 : 2.0) / 64) < 1e-12,
                     lane.method.c_str());
        }
    }

    void a_store_goes_on_after_an_interruption() {
        QTemporaryDir folder;
        const std::string path = folder.filePath("demo.cells").toStdString();
        const auto cells = study("demo").cells(small_options());
        {
            CellStore store(path);
            fill(store, cells);
        }
        // The last cell's file is cut, as by a damaged disk.
        QFile file(QString::fromStdString(path + "/" + cell_key(cells.back()) + ".json"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() - 7));
        file.close();
        CellStore again(path);
        QCOMPARE(again.outcomes().size(), cells.size() - 1);
        QVERIFY(again.contains(cell_key(cells.front())));
        QVERIFY(!again.contains(cell_key(cells.back())));
        QCOMPARE(again.outcomes().front().lanes.at(1).name, std::string("ZeroSiam"));
    }

    void two_stores_in_one_folder_lose_nothing() {
        QTemporaryDir folder;
        const std::string path = folder.filePath("demo.cells").toStdString();
        const auto cells = study("demo").cells(small_options());
        CellStore one(path), other(path);
        const auto add = [](CellStore& store, const StudyCell& cell) {
            store.add({cell_key(cell), cell.column, 0, cell.spec.stream.seed, 1, "CPU", {}});
        };
        for (std::size_t i = 0; i < cells.size(); ++i)
            add(i % 2 == 0 ? one : other, cells[i]);
        CellStore both(path);
        QCOMPARE(both.outcomes().size(), cells.size());
        // A cell under another's name is none.
        QVERIFY(QFile::rename(QString::fromStdString(path + "/" + cell_key(cells[0]) + ".json"),
                              QString::fromStdString(path + "/other.json")));
        QCOMPARE(CellStore(path).outcomes().size(), cells.size() - 1);
    }

    void a_key_knows_the_content_but_not_its_place() {
        QTemporaryDir folder;
        const auto write = [&](const char* name, const char* text) {
            write_file_atomically(folder.filePath(name).toStdString(), text);
        };
        const auto key = [&](const char* weights, const char* data) {
            StudyOptions options = small_options();
            options.model = folder.filePath(weights).toStdString();
            options.data = "folder";
            options.data_dir = folder.filePath(data).toStdString();
            options.content = study_content(options);
            return cell_key(cells_of(study("demo"), options).front());
        };
        QVERIFY(QDir(folder.path()).mkpath("data"));
        write("data/1.png", "picture");
        write("a", "weights");
        write("b", "weights");
        const std::string first = key("a", "data");
        QCOMPARE(key("b", "data"), first);
        write("b", "weightS");
        QVERIFY(key("b", "data") != first);
        write("a", "weightS"); // at the same path
        QVERIFY(key("a", "data") != first);
        write("a", "weights");
        QCOMPARE(key("a", "data"), first);
        write("data/2.png", "picture");
        QVERIFY(key("a", "data") != first);
        QVERIFY(key("absent", "data") != first);
    }

    void only_some_studies_have_columns_by_corruption() {
        QVERIFY(uses_corruptions(study("table-label-shift"), small_options()));
        QVERIFY(uses_corruptions(study("demo"), small_options()));
        for (const char* id : {"fig2a", "fig2bcd", "fig3", "fig4", "table-mixed"})
            QVERIFY2(!uses_corruptions(study(id), small_options()), id);
    }

    void a_key_knows_the_specification_but_not_the_threads() {
        StudyCell cell = study("demo").cells(small_options()).front();
        const std::string key = cell_key(cell);
        cell.spec.threads = 7;
        QCOMPARE(cell_key(cell), key);
        cell.spec.lanes.front().recipe.optimiser.rate *= 2;
        QVERIFY(cell_key(cell) != key);
    }

    void tables_average_over_columns_within_a_seed() {
        QTemporaryDir folder;
        CellStore store(folder.filePath("cells").toStdString());
        const auto cells = study("demo").cells(small_options());
        QCOMPARE(cells.size(), std::size_t(4)); // two seeds, two corruptions
        fill(store, cells);                     // 0.2 0.4 | 0.6 0.8
        const OutcomeTable table = tabulate(cells, store);
        QVERIFY(std::abs(table.accuracy.at({"Tent", "gaussian_noise"}).mean - 0.4) < 1e-12);
        QVERIFY(std::abs(table.average.at("Tent").mean - 0.5) < 1e-12);
        QVERIFY(std::abs(table.average.at("Tent").sd - 0.4 / std::sqrt(2.0)) < 1e-12);
    }

    void a_report_is_complete() {
        QTemporaryDir folder;
        CellStore store(folder.filePath("demo.cells").toStdString());
        fill(store, study("demo").cells(small_options()));
        write_report(study("demo"), small_options(), store, folder.path().toStdString());
        QVERIFY(content(folder.filePath("demo.md")).contains("| Tent | 40.0"));
        QVERIFY(content(folder.filePath("demo.md")).contains("seeds 0, 1"));
        QCOMPARE(content(folder.filePath("demo.csv")).count('\n'), 1 + 4 * 2);
        QVERIFY(content(folder.filePath("demo.json")).contains("\"specifications\""));
        QVERIFY(content(folder.filePath("demo.svg")).endsWith("</svg>\n"));
        const QImage picture(folder.filePath("demo.png"));
        QCOMPARE(picture.size(), QSize(2 * chart_width, 2 * chart_height));
        QVERIFY(content(folder.filePath("demo.pdf")).startsWith("%PDF-"));
        write_report(study("demo"), small_options(), store, folder.path().toStdString(),
                     "interrupted by hand");
        QVERIFY(content(folder.filePath("demo.md")).contains("**Cut short: interrupted by hand.**"));
        QVERIFY(content(folder.filePath("demo.json")).contains("\"complete\": false"));
        remove_report(study("demo"), folder.path().toStdString());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 0);
    }

    /// Numbers that are there are no numbers of what is not.
    void a_report_that_is_cut_short() {
        QTemporaryDir folder;
        const auto cells = study("demo").cells(small_options());
        CellStore store(folder.filePath("demo.cells").toStdString());
        fill(store, {cells.begin(), cells.begin() + 3}); // a seed with both columns, one with the first
        const OutcomeTable table = tabulate(cells, store);
        QCOMPARE(table.average.at("Tent").count, 1);
        QVERIFY(std::abs(table.average.at("Tent").mean - 0.3) < 1e-12);
        const auto report = [&](const CellStore& of, const char* ending) {
            write_report(study("demo"), small_options(), of, folder.path().toStdString(), "by hand");
            return content(folder.filePath("demo" + QString(ending)));
        };
        QVERIFY(report(store, ".md").contains("**30.0**"));
        QVERIFY(report(store, ".svg").contains("cut short: by hand"));
        CellStore one(folder.filePath("one.cells").toStdString());
        fill(one, {cells.begin(), cells.begin() + 1});
        const QByteArray md = report(one, ".md");
        QVERIFY2(md.contains("Ours (one seed): ") && !md.contains("\u00b1"), md.constData());
        QVERIFY2(md.contains("| Tent | 20.0 | - | **-** |"), md.constData());
        QVERIFY(report(one, ".json").contains("\"sd\": null"));
        QVERIFY(report(one, ".svg").endsWith("</svg>\n"));
    }

    void what_is_written_is_read() {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString();
        for (const char* id : {"demo", "fig3", "fig2bcd"}) {
            const auto cells = study(id).cells(small_options());
            CellStore store(path + "/" + id + ".cells");
            for (std::size_t i = 0; i + 1 < cells.size(); ++i) { // the last is not there yet
                CellOutcome outcome{cell_key(cells[i]), cells[i].column, cells[i].x, 0, 1.5, "CPU", {}};
                for (const LaneSpec& lane : cells[i].spec.lanes)
                    outcome.lanes.push_back({lane_title(lane), 0.1 * double(i + 1), 0, 0, 1, 3, 10, {}});
                for (const StudyCurve& curve : study(id).curves)
                    outcome.lanes[0].curves[curve.field] = {1, 2, 3, 4, 5, 6, 7};
                store.add(outcome);
            }
            write_report(study(id), small_options(), store, path, "by hand");
            StudyResult written = result_of(study(id), tabulate(cells, store), cells, store);
            const StudyResult found = read_study_result(path + "/" + id + ".json");
            QCOMPARE(found.id, std::string(id));
            QCOMPARE(found.title, study(id).title);
            QCOMPARE(found.published, study(id).published);
            QVERIFY(found.kind == study(id).kind);
            QCOMPARE(found.ended, std::string("by hand"));
            QVERIFY(found.conditions.starts_with("fashion-mnist test pictures"));
            QCOMPARE(found.seconds, 1.5 * double(cells.size() - 1));
            QCOMPARE(found.seeds, written.seeds);
            QCOMPARE(found.columns, written.columns);
            QCOMPARE(found.x_title, study(id).x_title);
            QCOMPARE(table_of(found).columns, table_of(written).columns);
            QCOMPARE(table_of(found).lanes, table_of(written).lanes);
            QCOMPARE(table_of(found).cells, table_of(written).cells);
            // The table for people holds the same.
            for (const auto& row : table_of(found).cells)
                for (const std::string& cell : row)
                    QVERIFY2(content(folder.filePath(QString(id) + ".md")).contains(cell.c_str()),
                             cell.c_str());
        }
        const ResultTable curves = table_of(read_study_result(path + "/fig2bcd.json"));
        QCOMPARE(curves.columns.size(), std::size_t(4));
        QCOMPARE(curves.cells[0][1], std::string("3 → 5")); // of 1 … 7 the means of five
        QCOMPARE(curves.cells[1][1], std::string("-"));     // has no curves
    }

    void results_of_earlier_versions_are_read() {
        QTemporaryDir folder;
        const auto write = [&](const QByteArray& rows, const char* id) {
            QByteArray text = QByteArray("{'figure':'") + id +
                              "','title':'T','published':'P','conditions':'C','seconds':3,'rows':" + rows +
                              ",'specifications':[]}";
            const std::string path = folder.filePath("old.json").toStdString();
            write_file_atomically(path, text.replace('\'', '"').toStdString());
            return read_study_result(path);
        };
        const char* const rows =
            "[{'lane':'Tent','accuracy':{'fog':{'mean':0.5,'sd':null,'seeds':1}},"
            "'average':{'mean':null,'sd':null,'seeds':0}},"
            "{'lane':'SAR','accuracy':{'fog':{'mean':0.25,'sd':0.125,'seeds':2},"
            "'snow':{'mean':1,'sd':0,'seeds':2}},'average':{'mean':0.625,'sd':0,'seeds':2}}]";
        const ResultTable table = table_of(write(rows, "demo"));
        QCOMPARE(table.columns, (std::vector<std::string>{"fog", "snow", "average"}));
        QCOMPARE(table.cells[0], (std::vector<std::string>{"50.0", "-", "-"}));
        QCOMPARE(table.cells[1], (std::vector<std::string>{"25.0 ± 12.5", "100.0 ± 0.0", "62.5 ± 0.0"}));
        QVERIFY(!table_of(write(rows, "fig3")).averaged);
        QCOMPARE(table_of(write(rows, "fig2bcd")).columns, std::vector<std::string>{"accuracy (%)"});
        QVERIFY(table_of(write("[]", "demo")).lanes.empty());
    }

    void results_that_are_none_are_told_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("cut") << QByteArray("\"specifications\"") << QByteArray() << QByteArray("JSON");
        QTest::newRow("mean") << QByteArray("\"mean\": 0.4") << QByteArray("\"mean\": \"0.4\"")
                              << QByteArray("rows[0].accuracy.gaussian_noise.mean: expected a number");
        QTest::newRow("seeds") << QByteArray("\"seeds\": 2") << QByteArray("\"seeds\": -2")
                               << QByteArray("seeds: expected a whole number from 0, found -2");
        QTest::newRow("kind") << QByteArray("\"kind\": \"table\"") << QByteArray("\"kind\": \"tables\"")
                              << QByteArray("kind: expected table, sweep or curves, found \"tables\"");
        QTest::newRow("title") << QByteArray("\"title\"") << QByteArray("\"titel\"")
                               << QByteArray("expected \"title\"");
        QTest::newRow("column") << QByteArray("\"gaussian_noise\": {") << QByteArray("\"gaussian\": {")
                                << QByteArray("rows[0].accuracy.gaussian: expected one of the columns");
        QTest::newRow("twice") << QByteArray("\"published\"") << QByteArray("\"title\"")
                               << QByteArray("title");
    }

    void results_that_are_none_are_told() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, sentence);
        QTemporaryDir folder;
        CellStore store(folder.filePath("demo.cells").toStdString());
        fill(store, study("demo").cells(small_options()));
        write_report(study("demo"), small_options(), store, folder.path().toStdString());
        QByteArray text = content(folder.filePath("demo.json"));
        const qsizetype at = text.indexOf(before);
        QVERIFY(at >= 0);
        text = text.left(at) + after + (after.isEmpty() ? QByteArray() : text.mid(at + before.size()));
        const std::string path = folder.filePath("demo.json").toStdString();
        write_file_atomically(path, std::string_view(text.constData(), std::size_t(text.size())));
        try {
            read_study_result(path);
            QFAIL("it was read");
        } catch (const std::runtime_error& error) {
            const QByteArray found = error.what();
            QVERIFY2(found.startsWith(path.c_str()) && found.contains(sentence), error.what());
        }
        QVERIFY_EXCEPTION_THROWN(read_study_result(folder.filePath("absent.json").toStdString()),
                                 std::runtime_error);
    }

    void lanes_that_have_one_column_are_averaged_over_it() {
        QTemporaryDir folder;
        CellStore store(folder.filePath("cells").toStdString());
        const auto cells = study("fig2a").cells(small_options());
        for (const StudyCell& cell : cells)
            store.add({cell_key(cell),
                       cell.column,
                       cell.x,
                       cell.spec.stream.seed,
                       1.5,
                       "CPU, 1 thread",
                       {{lane_title(cell.spec.lanes.front()), 0.5, 0, 0, 1, 3, 10, {}}}});
        const OutcomeTable table = tabulate(cells, store);
        QVERIFY(table.rows.size() > 1);
        for (const std::string& row : table.rows)
            QCOMPARE(table.average.at(row).count, 2);
    }
};

QTEST_GUILESS_MAIN(TestStudy)
#include "test_study.moc"
