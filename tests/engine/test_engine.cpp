#include "core/engine/engine.h"
#include "core/engine/late_runner.h"
#include "tests/ui/quick_experiment.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QtTest>

namespace {

using namespace lab;

/// What a runner tells until its run is over.
struct Told {
    std::vector<StepRecord> records;
    Update last;
    bool over() const {
        return last.state == RunState::finished || last.state == RunState::stopped ||
               last.state == RunState::failed;
    }
    void drain(LateRunner& runner) {
        Update news = runner.drain();
        records.insert(records.end(), news.records.begin(), news.records.end());
        last = std::move(news);
    }
    bool until_over(LateRunner& runner) {
        QElapsedTimer clock;
        clock.start();
        for (; !over() && clock.elapsed() < 60'000; QTest::qWait(5))
            drain(runner);
        return over();
    }
};

QString libraries_of(const QString& file) {
    QProcess ldd;
    ldd.start(QStringLiteral("ldd"), {file});
    ldd.waitForFinished(60'000);
    return QString::fromUtf8(ldd.readAllStandardOutput());
}

} // namespace

class TestEngine : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    // The first test: later ones find the engine loaded.
    void what_is_asked_before_the_engine_is_there_is_done_in_order() {
        LateRunner runner;
        Told told;
        told.drain(runner);
        QCOMPARE(told.last.state, RunState::idle);
        QVERIFY(!engine_is_ready());
        QCOMPARE(known_devices().size(), std::size_t(2));
        runner.set_details(true);
        QCOMPARE(runner.start(quickExperiment(), true), std::uint64_t(1)); // paused
        runner.step();
        told.drain(runner); // does not wait
        QVERIFY(told.last.state == RunState::loading || engine_is_ready());
        QElapsedTimer clock;
        clock.start();
        for (; told.records.size() < quickExperiment().lanes.size() && clock.elapsed() < 60'000;
             QTest::qWait(5))
            told.drain(runner);
        QTest::qWait(50);
        told.drain(runner);
        QCOMPARE(told.records.size(), quickExperiment().lanes.size()); // one step, and then paused
        QCOMPARE(told.last.run, std::uint64_t(1));
        runner.resume();
        QVERIFY(told.until_over(runner));
        QCOMPARE(told.last.state, RunState::finished);
        QCOMPARE(told.records.size(), 6 * quickExperiment().lanes.size());
    }
    void a_second_run_counts_on() {
        LateRunner runner;
        Told told;
        QCOMPARE(runner.start(quickExperiment()), std::uint64_t(1));
        QCOMPARE(runner.start(quickExperiment()), std::uint64_t(2));
        for (; told.last.run != 2; QTest::qWait(5))
            told.drain(runner);
        QVERIFY(told.until_over(runner));
        QCOMPARE(told.last.run, std::uint64_t(2));
    }
    void it_answers_as_the_rooms_do() {
        QVERIFY(engine_is_ready());
        QVERIFY(!engine().build_information().empty());
        QVERIFY(known_devices().size() >= 2);
        QVERIFY(engine().look_at_setup(quickExperiment()).model_fault.empty());
        ExperimentSpec absent = quickExperiment();
        absent.model = "/nowhere/weights.safetensors";
        QVERIFY(QString::fromStdString(engine().look_at_setup(absent).model_fault)
                    .contains(QLatin1String("/nowhere/weights.safetensors")));
    }
    void its_faults_can_be_caught() {
        QVERIFY_EXCEPTION_THROWN(engine().rates_of_card("/nowhere/weights.safetensors", {}), std::exception);
    }
    void programs_link_no_libtorch() {
        const QString bin = QStringLiteral(LAB_BINARY_DIR "/bin/");
        const QString engine_file =
            QStringLiteral(LAB_BINARY_DIR "/lib/collapse-lab/libcollapse-lab-engine.so");
        QVERIFY(libraries_of(engine_file).contains(QLatin1String("libtorch"))); // ldd tells
        for (const char* program : {"collapse-lab", "test_engine"}) {
            const QString libraries = libraries_of(bin + QLatin1String(program));
            QVERIFY(libraries.contains(QLatin1String("libstdc++")));
            QVERIFY2(!libraries.contains(QLatin1String("libtorch")), program);
        }
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "test_engine.moc"
