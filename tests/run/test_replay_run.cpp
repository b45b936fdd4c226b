#include "core/record/recording_file.h"
#include "core/record/replay.h"
#include "tests/run/small_experiment.h"
#include "tests/support/test_files.h"

#include <ATen/Parallel.h>
#include <QtTest>

using namespace lab;

namespace {

/// Does what a schedule says, to its end, and keeps everything.
Recording recorded(const ExperimentSpec& spec, const RunSchedule& schedule) {
    Experiment experiment(spec);
    experiment.set_checkpoint_bound(1 << 24);
    experiment.set_schedule(schedule);
    Recording recording{spec, experiment.info(), {}, {}};
    const auto take = [&](const StepOutput& news) {
        recording.spec.lanes.insert(recording.spec.lanes.end(), news.added_lanes.begin(),
                                    news.added_lanes.end());
        recording.records.insert(recording.records.end(), news.records.begin(), news.records.end());
        recording.events.insert(recording.events.end(), news.events.begin(), news.events.end());
    };
    StepOutput output;
    do {
        while (const std::optional<ForkLane> fork = experiment.due_fork())
            experiment.fork(*fork, take);
        const bool more = experiment.step(output);
        take(output);
        if (!more)
            break;
    } while (true);
    return recording;
}

} // namespace

class TestReplayRun : public QObject {
    Q_OBJECT

    SmallExperiment m_small;

    ExperimentSpec spec() const { return m_small.spec({"tent", "zerosiam", "sar"}); }

    /// Switches on two lanes, one of them twice; forks from back then and from now, one of a fork, and a
    /// switch of a fork.
    RunSchedule schedule() const {
        Recipe off = spec().lanes[1].recipe, mlp = off, still = spec().lanes[0].recipe;
        off.alignment.stop_gradient = false;
        mlp.alignment.predictor = PredictorKind::mlp;
        still.adapts = false;
        return {{{3, 1, off}, {5, 0, still}, {6, 1, mlp}, {9, 3, off}},
                {{4, 1, 2, mlp, "back then"},
                 {7, 2, 7, spec().lanes[2].recipe, "now"},
                 {8, 3, 6, off, "of a fork"}},
                11};
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void aRunWithSwitchesAndForksIsTheSameAgain() {
        const Recording first = recorded(spec(), schedule());
        QCOMPARE(first.spec.lanes.size(), std::size_t(6));
        const std::string file = m_small.path("run.collapselab");
        save_recording(file, first);
        const Recording read = load_recording(file);
        const Replay replay = replay_of(read);
        QVERIFY(replay.schedule == schedule());
        QVERIFY(replay.spec == spec());
        const Recording second = recorded(replay.spec, replay.schedule);
        const auto difference = first_difference(read.records, second.records);
        QVERIFY2(!difference, difference ? sentence_of(*difference).c_str() : "");
        QCOMPARE(second.records.size(), first.records.size());
        QVERIFY(second.events == first.events);
    }

    void aSwitchAStepLaterIsNotTheSame() {
        const Recording first = recorded(spec(), schedule());
        for (std::size_t i = 0; i < schedule().switches.size(); ++i) {
            RunSchedule other = schedule();
            ++other.switches[i].step;
            QVERIFY(first_difference(first.records, recorded(spec(), other).records));
        }
    }

    void aScheduleEndsARun() {
        RunSchedule until;
        until.last_step = 4;
        Experiment experiment(spec());
        experiment.set_schedule(until);
        StepOutput output;
        for (int step = 1; step <= 4; ++step) {
            QVERIFY(!experiment.cut_short());
            QVERIFY(experiment.step(output));
        }
        QVERIFY(!experiment.step(output));
        QVERIFY(experiment.cut_short());
    }

    void theRunnerFollowsASchedule() {
        const Recording first = recorded(spec(), schedule());
        Runner runner;
        runner.start(spec(), false, schedule());
        std::vector<StepRecord> records;
        Update news;
        const auto over = [&] {
            news = runner.drain();
            records.insert(records.end(), news.records.begin(), news.records.end());
            return news.state == RunState::finished || news.state == RunState::stopped ||
                   news.state == RunState::failed;
        };
        QTRY_VERIFY_WITH_TIMEOUT(over(), 60'000);
        QCOMPARE(news.state, RunState::stopped); // after step 11 of 12
        const auto difference = first_difference(first.records, records);
        QVERIFY2(!difference, difference ? sentence_of(*difference).c_str() : "");
        // A schedule is no matter of the next run.
        runner.start(spec());
        QTRY_VERIFY_WITH_TIMEOUT(over(), 60'000);
        QCOMPARE(news.state, RunState::finished);
    }

    void schedulesThatDoNotFitAreRefused() {
        Experiment experiment(spec());
        const auto refusal = [&](const RunSchedule& wrong) {
            return test_files::sentence_of([&] { experiment.set_schedule(wrong); });
        };
        QCOMPARE(refusal({{{13, 0, {}}}, {}, 0}), std::string("schedule: step: expected 1 to 12, found 13"));
        QCOMPARE(refusal({{{1, 3, {}}}, {}, 0}), std::string("schedule: lane: expected 0 to 2, found 3"));
        QCOMPARE(refusal({{}, {{1, -1, 1, {}, ""}}, 0}),
                 std::string("schedule: lane: expected 0 to 3, found -1"));
        QCOMPARE(refusal({{{0, 0, {}}}, {}, 0}), std::string("schedule: step: expected 1 to 12, found 0"));
    }
};

QTEST_GUILESS_MAIN(TestReplayRun)
#include "test_replay_run.moc"
