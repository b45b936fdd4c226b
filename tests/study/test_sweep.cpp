#include "core/spec/spec_json.h"
#include "core/study/sweep_file.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace lab;

namespace {

std::string sentence(const std::function<void()>& work) {
    return test_files::sentence_of(work);
}

} // namespace

/// A sweep's file, and the cells that it lays out.
class TestSweep : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string file(const QByteArray& text) const {
        const std::string path = m_folder.filePath("grid.json").toStdString();
        test_files::write(path, {text.begin(), text.end()});
        return path;
    }
    Sweep sweep(const QByteArray& text, const std::vector<std::string>& settings = {}) const {
        return read_sweep(file(text), settings);
    }
    /// What is said of a file; of its first cell that is wrong where the file is well.
    std::string fault(const QByteArray& text, const std::vector<std::string>& settings = {}) const {
        return sentence([&] {
            const Sweep all = sweep(text, settings);
            std::vector<Notice> notices;
            for (std::size_t i = 0; i < all.size(); ++i)
                spec_of(all, i, notices);
        });
    }

  private Q_SLOTS:

    void the_last_field_varies_fastest() {
        const Sweep all = sweep(R"({"version": 1,
            "grid": {"stream.seed": [4, 5], "stream.corruption.severity": [1, 3, 5]},
            "zip": {"stream.batch_size": [8, 16], "stream.images": [64, 128]}})");
        QCOMPARE(all.name, std::string("grid"));
        QCOMPARE(all.size(), std::size_t(12));
        std::vector<std::string> names;
        for (std::size_t i = 0; i < all.size(); ++i)
            names.push_back(name_of(fields_of(all, i)));
        QCOMPARE(names[0], std::string("stream.seed=4, stream.corruption.severity=1, stream.batch_size=8, "
                                       "stream.images=64"));
        QCOMPARE(names[1], std::string("stream.seed=4, stream.corruption.severity=1, stream.batch_size=16, "
                                       "stream.images=128"));
        QCOMPARE(names[2], std::string("stream.seed=4, stream.corruption.severity=3, stream.batch_size=8, "
                                       "stream.images=64"));
        QCOMPARE(names[11], std::string("stream.seed=5, stream.corruption.severity=5, "
                                        "stream.batch_size=16, stream.images=128"));
        QCOMPARE(std::set<std::string>(names.begin(), names.end()).size(), names.size());
        std::vector<Notice> notices;
        const ExperimentSpec last = spec_of(all, 11, notices);
        QCOMPARE(last.stream.seed, std::uint64_t(5));
        QCOMPARE(last.stream.corruption.severity, 5);
        QCOMPARE(last.stream.batch_size, 16);
        QCOMPARE(last.stream.images, std::int64_t(128));
    }

    void several_zips_are_several_axes() {
        const Sweep all = sweep(R"({"version": 1, "zip": [
            {"stream.seed": [1, 2], "stream.images": [64, 32]}, {"stream.batch_size": [4, 8, 16]}]})");
        QCOMPARE(all.size(), std::size_t(6));
        QCOMPARE(name_of(fields_of(all, 4)),
                 std::string("stream.seed=2, stream.images=32, stream.batch_size=8"));
    }

    void cells_have_the_defaults_of_their_model_and_batch() {
        const Sweep all = sweep(R"({"version": 1, "preset": "default",
            "grid": {"stream.batch_size": [1, 64], "lanes[0].method": ["sar", "tent"]}})");
        std::vector<Notice> notices;
        const auto rate = [&](std::size_t cell) {
            return spec_of(all, cell, notices).lanes[0].recipe.optimiser.rate;
        };
        QCOMPARE(rate(0), make_lane("sar", "resnet-gn", 1).recipe.optimiser.rate);
        QCOMPARE(rate(3), make_lane("tent", "resnet-gn", 64).recipe.optimiser.rate);
        QVERIFY(rate(0) != rate(2));
    }

    void any_field_of_an_experiment_and_every_kind_of_value() {
        const Sweep all = sweep(R"({"version": 1,
            "experiment": {"stream": {"images": 64}, "lanes": [{"method": "tent"}, {"method": "zerosiam"}]},
            "grid": {"lanes": [[{"method": "tent"}], [{"method": "sar"}, {"method": "eata"}]],
                     "stream": [{"corruption": {"kind": "fog"}}, {"corruption": {"kind": "snow"}}],
                     "stream.seed": [18446744073709551615], "threads": [1]}})");
        std::vector<Notice> notices;
        const ExperimentSpec spec = spec_of(all, 3, notices);
        QCOMPARE(spec.lanes.size(), std::size_t(2));
        QCOMPARE(spec.lanes[1].method, std::string("eata"));
        QVERIFY(spec.stream.corruption.kind == CorruptionKind::snow);
        QCOMPARE(spec.stream.images, std::int64_t(64));
        QCOMPARE(spec.stream.seed, std::uint64_t(18446744073709551615U));
        QCOMPARE(spec.threads, 1);
        const Sweep lane = sweep(R"({"version": 1, "experiment": {"lanes": [{"method": "tent"}]},
            "grid": {"lanes[0].recipe.optimiser.rate": [0.5, 1e-3], "stream.seed": [0, 1]}})");
        QCOMPARE(spec_of(lane, 2, notices).lanes[0].recipe.optimiser.rate, 1e-3);
    }

    void settings_hold_for_all_cells() {
        const Sweep all = sweep(R"({"version": 1, "grid": {"stream.seed": [0, 1]}})",
                                {"stream.images=96", "data_dir=/somewhere"});
        std::vector<Notice> notices;
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(spec_of(all, i, notices).stream.images, std::int64_t(96));
            QCOMPARE(spec_of(all, i, notices).data_dir, std::string("/somewhere"));
        }
        QVERIFY(notices.empty());
    }

    void what_is_wrong_is_told_with_file_and_field_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        const auto grid = [](const char* fields) {
            return QByteArray(R"({"version": 1, "grid": {)") + fields + "}}";
        };
        QTest::newRow("no JSON") << QByteArray("{") << "expected a sweep in JSON";
        QTest::newRow("a list") << QByteArray("[1]") << "sweep: expected a JSON object, found [1]";
        QTest::newRow("no version") << QByteArray(R"({"grid": {"stream.seed": [1]}})")
                                    << "version: expected 1, found nothing";
        QTest::newRow("newer") << QByteArray(R"({"version": 2, "grid": {"stream.seed": [1]}})")
                               << "version: a newer Collapse Lab wrote this";
        QTest::newRow("version 0") << QByteArray(R"({"version": 0})") << "version: expected 1, found 0";
        QTest::newRow("unknown key") << QByteArray(R"({"version": 1, "gird": {"stream.seed": [1]}})")
                                     << "gird: unknown key";
        QTest::newRow("key twice")
            << QByteArray(R"({"version": 1, "grid": {"stream.seed": [1], "stream.seed": [2]}})")
            << "stream.seed";
        QTest::newRow("nothing varies")
            << QByteArray(R"({"version": 1})") << "grid: expected at least one field";
        QTest::newRow("empty grid") << grid("") << "grid: expected at least one field";
        QTest::newRow("grid is a list")
            << QByteArray(R"({"version": 1, "grid": [1]})") << "grid: expected an object";
        QTest::newRow("both") << QByteArray(
                                     R"({"version": 1, "experiment": {}, "preset": "default", "grid": {}})")
                              << "experiment: expected experiment or preset, found both";
        QTest::newRow("unknown preset")
            << QByteArray(R"({"version": 1, "preset": "defualt", "grid": {"stream.seed": [1]}})")
            << "preset: expected one of";
        QTest::newRow("in the experiment")
            << QByteArray(
                   R"({"version": 1, "experiment": {"stream": {"sed": 1}}, "grid": {"stream.seed": [1]}})")
            << "experiment.stream.sed: unknown key";
        QTest::newRow("empty list") << grid(R"("stream.seed": [])")
                                    << "grid.stream.seed: expected a list with at least one value, found []";
        QTest::newRow("no list") << grid(R"("stream.seed": 3)")
                                 << "grid.stream.seed: expected a list with at least one value, found 3";
        QTest::newRow("value twice") << grid(R"("stream.seed": [1, 2, 1])")
                                     << "grid.stream.seed: expected each value once, found 1 again";
        QTest::newRow("equal numbers")
            << grid(R"("lanes[0].recipe.optimiser.rate": [1, 0.5, 1.0])") << "expected each value once";
        QTest::newRow("unknown field")
            << grid(R"("stream.sead": [1])") << "cell 0 (stream.sead=1): stream.sead: unknown key";
        QTest::newRow("no such lane") << grid(R"("lanes[7].name": ["a"])") << "lanes[7].name: unknown key";
        QTest::newRow("an assignment")
            << grid(R"("stream.seed=1": [2])") << "grid: expected the path of a field";
        QTest::newRow("no field") << grid(R"("": [2])") << "grid: expected the path of a field";
        QTest::newRow("another name")
            << grid(R"("threads": [1], "machine.threads": [2])")
            << "machine.threads: expected each field once, found it again (threads)";
        QTest::newRow("grid and zip")
            << QByteArray(R"({"version": 1, "grid": {"stream.seed": [1]}, "zip": {"stream.seed": [2]}})")
            << "stream.seed: expected each field once";
        QTest::newRow("part and whole")
            << grid(R"("stream": [{"seed": 1}], "stream.seed": [2, 3])") << "is set twice";
        QTest::newRow("last value bad")
            << grid(R"("stream.batch_size": [1, 2, 0])")
            << "cell 2 (stream.batch_size=0): stream.batch_size: expected 1 to 4096";
        QTest::newRow("wrong type") << grid(R"("stream.seed": ["x"])")
                                    << "stream.seed: expected a whole number";
        QTest::newRow("negative seed") << grid(R"("stream.seed": [1, -1])") << "cell 1 (stream.seed=-1)";
        QTest::newRow("without effect")
            << grid(R"("stream.scenario": ["label_shift", "mild"], "stream.imbalance_ratio": [5])")
            << "cell 1 (stream.scenario=\"mild\", stream.imbalance_ratio=5): stream.imbalance_ratio";
        QTest::newRow("lengths")
            << QByteArray(R"({"version": 1, "zip": {"stream.seed": [1, 2], "stream.images": [5]}})")
            << "zip.stream.images: expected 2 values, as zip.stream.seed has, found 1";
        QTest::newRow("empty zip") << QByteArray(R"({"version": 1, "zip": [{}]})")
                                   << "zip[0]: expected an object";
        QTest::newRow("deep") << QByteArray(R"({"version": 1, "grid": {"stream.seed": )") +
                                     QByteArray(500, '[') + QByteArray(500, ']') + "}}"
                              << "sweep";
    }
    void what_is_wrong_is_told_with_file_and_field() {
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        const QString found = QString::fromStdString(fault(text));
        QVERIFY2(found.contains(said), qPrintable(found));
    }

    void a_setting_does_not_hide_a_field() {
        const QByteArray text = R"({"version": 1, "grid": {"stream.seed": [0, 1]}})";
        QVERIFY(fault(text, {"stream.seed=0"}).find("expected each field once") != std::string::npos);
        QVERIFY(fault(text, {"stream={\"seed\":3}"}).find("stream.seed is set twice") != std::string::npos);
        QCOMPARE(fault(text, {"stream.images=50"}), std::string("nothing was thrown"));
    }

    void too_many_cells_are_refused_at_once() {
        QByteArray list = "[0";
        for (int i = 1; i < 1000; ++i)
            list += "," + QByteArray::number(i);
        list += "]";
        const auto cells = [&](const QByteArray& more) {
            return R"({"version": 1, "grid": {"stream.seed": )" + list + more + "}}";
        };
        QCOMPARE(sweep(cells("")).size(), std::size_t(1000));
        const std::string million = fault(cells(", \"stream.images\": " + list));
        QVERIFY2(million.find("grid: expected at most 100000 cells, found 1000 times 1000") !=
                     std::string::npos,
                 million.c_str());
        // Beyond 64 bits.
        QByteArray fields;
        for (int i = 0; i < 12; ++i)
            fields += ", \"field" + QByteArray::number(i) + "\": " + list;
        QVERIFY(fault(cells(fields)).find("expected at most") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestSweep)
#include "test_sweep.moc"
