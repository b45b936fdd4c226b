#include "core/run/runner.h"
#include "tests/run/small_experiment.h"

#include <ATen/Parallel.h>
#include <QtTest>

#include <chrono>
#include <functional>
#include <thread>

using namespace lab;

namespace {

/// Drains a runner as the window does, and keeps everything.
struct Watcher {
    explicit Watcher(Runner& watched) : runner(watched) {}

    Runner& runner;
    Update last;
    RunInfo info;
    int times_info = 0, times_preview = 0;
    std::vector<StepRecord> records;
    std::vector<Event> events;

    void drain() {
        last = runner.drain();
        records.insert(records.end(), last.records.begin(), last.records.end());
        events.insert(events.end(), last.events.begin(), last.events.end());
        times_preview += last.has_preview;
        if (last.info_changed) {
            info = last.info;
            ++times_info;
        }
    }

    /// False after a minute and a half: the test then fails in place of hanging.
    bool until(const std::function<bool()>& holds) {
        for (int i = 0; i < 9000; ++i) {
            drain();
            if (holds())
                return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return false;
    }
    bool until(RunState state) {
        return until([&] { return last.state == state; });
    }
    bool until_records(std::size_t count) {
        return until([&] { return records.size() >= count; });
    }
    /// Some time in which nothing more may come.
    bool stays_quiet() {
        const std::size_t before = records.size();
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        drain();
        return records.size() == before;
    }
};

} // namespace

class TestRunner : public QObject {
    Q_OBJECT

    SmallExperiment m_small;

    /// A thousand steps: longer than any test waits for.
    ExperimentSpec long_spec() const {
        ExperimentSpec spec = m_small.spec({"zerosiam"});
        spec.precision = "float32";
        spec.stream.images = 200000;
        return spec;
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void idle_before_the_first_run() {
        Runner runner;
        Watcher watcher(runner);
        runner.stop();
        runner.pause();
        runner.resume();
        watcher.drain();
        QCOMPARE(watcher.last.state, RunState::idle);
        QCOMPARE(watcher.last.run, std::uint64_t(0));
        QVERIFY(watcher.events.empty() && !watcher.last.info_changed && !watcher.last.has_preview);
        runner.start(m_small.spec({"no_adaptation"})); // what was asked before is forgotten
        QVERIFY(watcher.until(RunState::finished));
    }

    void a_whole_run_is_that_of_the_experiment() {
        const ExperimentSpec spec = m_small.spec({"tent", "zerosiam"});
        const WholeRun direct(spec);
        Runner runner;
        Watcher watcher(runner);
        const std::uint64_t run = runner.start(spec);
        QVERIFY(watcher.until(RunState::finished));
        QCOMPARE(difference(watcher.records, direct.records), std::string());
        for (const StepRecord& record : watcher.records)
            QCOMPARE(record.run, run);
        QCOMPARE(watcher.events.size(), std::size_t(2));
        QCOMPARE(watcher.events[0].kind(), EventKind::run_started);
        QCOMPARE(watcher.events[1].kind(), EventKind::run_finished);
        QCOMPARE(watcher.events[1].run, run);
        QCOMPARE(watcher.events[1].step, 12);
        QCOMPARE(watcher.times_info, 1);
        QVERIFY(watcher.times_preview >= 1);
        QCOMPARE(watcher.info.total_steps, 12);
        QVERIFY(watcher.last.message.empty() && watcher.last.eta_seconds == 0);
        watcher.drain(); // news come once, the state stays
        QCOMPARE(watcher.last.state, RunState::finished);
        QCOMPARE(watcher.events.size(), std::size_t(2));
    }

    void step_by_step() {
        Runner runner;
        Watcher watcher(runner);
        runner.start(m_small.spec({"tent", "no_adaptation"}), true);
        QVERIFY(watcher.until(RunState::paused));
        QVERIFY(watcher.stays_quiet() && watcher.records.empty());
        runner.step();
        QVERIFY(watcher.until_records(2));
        QVERIFY(watcher.stays_quiet());
        QCOMPARE(watcher.records.size(), std::size_t(2));
        runner.step();
        runner.step();
        QVERIFY(watcher.until_records(6));
        QVERIFY(watcher.stays_quiet());
        QCOMPARE(watcher.records.back().step, 3);
        QCOMPARE(watcher.last.state, RunState::paused);
        runner.resume();
        QVERIFY(watcher.until(RunState::finished));
        QCOMPARE(watcher.records.size(), std::size_t(24));
    }

    void steps_asked_for_while_loading_are_done() {
        Runner runner;
        Watcher watcher(runner);
        runner.start(m_small.spec({"tent"}), true);
        runner.step();
        QVERIFY(watcher.until_records(1));
        QVERIFY(watcher.stays_quiet());
        QCOMPARE(watcher.records.size(), std::size_t(1));
    }

    void pause_and_resume() {
        Runner runner;
        Watcher watcher(runner);
        runner.start(long_spec());
        QVERIFY(watcher.until_records(2));
        QCOMPARE(watcher.last.state, RunState::running);
        QVERIFY(watcher.last.images_per_second > 0 && watcher.last.eta_seconds > 0);
        runner.pause();
        QVERIFY(watcher.until(RunState::paused));
        QVERIFY(watcher.stays_quiet());
        const std::size_t before = watcher.records.size();
        runner.resume();
        QVERIFY(watcher.until_records(before + 2));
        for (std::size_t i = 0; i < watcher.records.size(); ++i)
            QCOMPARE(watcher.records[i].step, int(i) + 1); // nothing lost, nothing twice
    }

    void stop_ends_a_run() {
        for (const bool paused : {false, true}) {
            Runner runner;
            Watcher watcher(runner);
            const std::uint64_t run = runner.start(long_spec(), paused);
            QVERIFY(paused ? watcher.until(RunState::paused) : watcher.until_records(1));
            runner.stop();
            QVERIFY(watcher.until(RunState::stopped));
            QCOMPARE(watcher.events.back().kind(), EventKind::run_stopped);
            QVERIFY(watcher.stays_quiet());
            QVERIFY(runner.start(m_small.spec({"no_adaptation"})) > run);
            QVERIFY(watcher.until(RunState::finished)); // a stop is not remembered
        }
    }

    void a_stop_while_loading_counts() {
        Runner runner;
        Watcher watcher(runner);
        runner.start(long_spec());
        runner.stop();
        QVERIFY(watcher.until(RunState::stopped));
        QVERIFY(watcher.records.size() <= 1);
    }

    void nothing_of_an_old_run_after_a_restart() {
        Runner runner;
        Watcher watcher(runner);
        std::uint64_t old = runner.start(long_spec());
        for (int i = 0; i < 4; ++i) {
            if (i < 3) // the last restart comes while the run before is being loaded
                QVERIFY(watcher.until_records(1));
            const std::uint64_t run = runner.start(i < 3 ? long_spec() : m_small.spec({"tent"}));
            QVERIFY(run > old);
            watcher.records.clear();
            watcher.events.clear();
            watcher.drain();
            QCOMPARE(watcher.last.run, run);
            for (const StepRecord& record : watcher.records)
                QCOMPARE(record.run, run);
            old = run;
        }
        QVERIFY(watcher.until(RunState::finished));
        QCOMPARE(watcher.records.size(), std::size_t(12));
        for (const StepRecord& record : watcher.records)
            QCOMPARE(record.run, old);
        for (const Event& event : watcher.events)
            QCOMPARE(event.run, old);
        QCOMPARE(watcher.events.size(), std::size_t(2));
    }

    void faults_end_as_a_sentence() {
        Runner runner;
        Watcher watcher(runner);
        ExperimentSpec spec = m_small.spec({"tent"});
        spec.data_dir = m_small.path("nowhere");
        runner.start(spec);
        QVERIFY(watcher.until(RunState::failed));
        QVERIFY(watcher.last.message.starts_with("Fashion-MNIST is not in " + spec.data_dir));
        watcher.drain();
        QVERIFY(!watcher.last.message.empty()); // it stays for the status line

        spec = m_small.spec({"tent"}); // a fault in the first step, after loading went well
        spec.model = test_models::write(m_small.path("small.safetensors"), "resnet14_gn", 8);
        runner.start(spec);
        QVERIFY(watcher.until(RunState::failed));
        QVERIFY(watcher.last.message.starts_with("the model expects pictures of at most 8 pixels"));

        runner.start(m_small.spec({"tent"}));
        QVERIFY(watcher.until(RunState::finished));
        QVERIFY(watcher.last.message.empty());
    }

    void only_the_last_switch_of_a_lane_counts() {
        const ExperimentSpec spec = m_small.spec({"tent", "tent"});
        Runner runner;
        Watcher watcher(runner);
        runner.start(spec, true);
        QVERIFY(watcher.until(RunState::paused));
        SetRecipe command{1, named_recipe("zerosiam").recipe};
        runner.set_recipe(command);
        command.lane = 0;
        runner.set_recipe(command);
        command = {1, named_recipe("no_adaptation").recipe};
        runner.set_recipe(command);
        runner.step();
        QVERIFY(watcher.until_records(2));
        std::vector<int> lanes;
        for (const Event& event : watcher.events)
            if (const auto* thrown = event.as<SwitchThrown>()) {
                QCOMPARE(event.step, 1);
                QVERIFY(thrown->after == named_recipe(event.lane == 0 ? "zerosiam" : "no_adaptation").recipe);
                lanes.push_back(event.lane);
            }
        QCOMPARE(lanes, (std::vector<int>{0, 1}));
        QVERIFY(watcher.records[0].kept == 8 && watcher.records[1].kept == 0);
        // A switch that waits is no matter of the next run.
        runner.set_recipe({0, named_recipe("no_adaptation").recipe});
        watcher.events.clear();
        runner.start(spec);
        QVERIFY(watcher.until(RunState::finished));
        QCOMPARE(watcher.events.size(), std::size_t(2));
    }

    void can_be_destroyed_at_any_time() {
        for (int i = 0; i < 6; ++i) {
            Runner runner;
            Watcher watcher(runner);
            if (i > 0)
                runner.start(long_spec(), i % 2 == 1);
            if (i == 2 || i == 4)
                QVERIFY(watcher.until_records(1));
            if (i == 3)
                QVERIFY(watcher.until(RunState::paused));
        }
    }
};

QTEST_GUILESS_MAIN(TestRunner)
#include "test_runner.moc"
