#include "core/weights/safetensors.h"
#include "tests/run/leading_run.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <limits>
#include <stdexcept>

using namespace lab;

/// Lanes that work at the same time, and one of them stops, fails or is forked.
class TestLanesApart : public QObject {
    Q_OBJECT

    SmallExperiment m_small;

    /// Norm layers from which a lane is not finite at its first step.
    std::string broken_state() const {
        const std::string file = m_small.path("broken.safetensors");
        Experiment(m_small.spec({"tent"})).save_state(0, file);
        StateDict state = read_safetensors(file).tensors;
        for (auto& [name, value] : state)
            value.fill_(std::numeric_limits<double>::quiet_NaN());
        write_safetensors(file, state, {});
        return file;
    }

    /// A recipe with which a lane is not finite in the step behind the one in which it is set.
    static Recipe explosive() {
        Recipe recipe = named_recipe("tent").recipe;
        recipe.optimiser.rate = 1e300;
        return recipe;
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    /// Lane 1 is not finite from the start, lane 2 from step 8 on; the others go on to the end.
    void a_lane_that_stops_does_not_stop_the_others() {
        ExperimentSpec asked = m_small.spec({"zerosiam", "tent", "tent", "no_adaptation"});
        asked.lanes[1].start_from = broken_state();
        RunSchedule schedule;
        schedule.switches.push_back({7, 2, explosive()});
        const LeadingRun in_turn(asked, 0, schedule);
        for (const int lead : {0, 2}) {
            asked.threads = 4;
            const LeadingRun run(asked, lead, schedule);
            QVERIFY2(run.fault.empty(), run.fault.c_str());
            QCOMPARE(difference(run.records, in_turn.records), std::string());
            QCOMPARE(difference(run.events, in_turn.events), std::string());
            std::vector<int> steps(4), stops(4);
            for (const StepRecord& record : run.records)
                ++steps[std::size_t(record.lane)];
            for (const Event& event : run.events)
                if (event.as<LaneStopped>())
                    ++stops[std::size_t(event.lane)];
            QCOMPARE(steps, (std::vector<int>{12, 1, 8, 12}));
            QCOMPARE(stops, (std::vector<int>{0, 1, 1, 0}));
        }
    }

    void a_run_ends_when_every_lane_has_stopped() {
        ExperimentSpec asked = m_small.spec({"tent", "tent", "tent"});
        for (LaneSpec& lane : asked.lanes)
            lane.start_from = broken_state();
        const LeadingRun in_turn(asked, 0);
        asked.threads = 3;
        const LeadingRun run(asked, 2);
        QCOMPARE(run.records.size(), std::size_t(3));
        QCOMPARE(difference(run.records, in_turn.records), std::string());
        QCOMPARE(difference(run.events, in_turn.events), std::string());
    }

    /// What one lane throws is told in its turn: everything before has been handed out.
    void a_fault_is_told_at_its_step_data() {
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("lane");
        for (const int step : {1, 5, 12})
            for (const int lane : {0, 2})
                QTest::addRow("step %d, lane %d", step, lane) << step << lane;
    }
    void a_fault_is_told_at_its_step() {
        QFETCH(int, step);
        QFETCH(int, lane);
        ExperimentSpec asked = m_small.spec({"tent", "sar", "zerosiam"});
        RunSchedule schedule;
        Recipe of_language = named_recipe("tent").recipe;
        of_language.objective =
            ObjectiveKind::next_token; // refused by the lane when it takes the recipe over
        schedule.switches.push_back({step, lane, of_language});
        for (const int threads : {1, 3}) {
            asked.threads = threads;
            const LeadingRun run(asked, 2, schedule);
            QVERIFY2(run.fault.starts_with("objective: next_token"), run.fault.c_str());
            QCOMPARE(run.records.size(), std::size_t(3 * (step - 1)));
        }
    }

    void a_fault_of_the_stream_is_told_at_its_step() {
        ExperimentSpec asked = m_small.spec({"tent", "zerosiam"});
        asked.threads = 2;
        RunSchedule schedule; // the switch is for a lane that a fork would have to bring first
        schedule.switches.push_back({6, 2, named_recipe("tent").recipe});
        schedule.forks.push_back({8, 0, 3, named_recipe("tent").recipe, "late"});
        const LeadingRun run(asked, 2, schedule);
        QVERIFY2(run.fault.starts_with("lane: expected 0 to 1"), run.fault.c_str());
        QCOMPARE(run.records.size(), std::size_t(2 * 5));
    }

    /// Steps that are begun come first, then the fork; a schedule makes it at the same step again.
    void a_fork_finds_all_lanes_at_the_same_step() {
        ExperimentSpec asked = m_small.spec({"zerosiam", "sar", "tent"});
        asked.threads = 2;
        const ForkLane wish{0, 4, named_recipe("tent").recipe, "fork"};
        std::vector<StepOutput> published;
        const LeadingRun run(asked, 2, {}, [&](Experiment& experiment, int done) {
            if (done == 5)
                experiment.fork(wish, [&](StepOutput& news) { published.push_back(news); });
        });
        QVERIFY(published.size() > 3);
        QCOMPARE(published[0].records.size(), std::size_t(3)); // step 6, begun already
        QCOMPARE(published[1].records.back().step, 7);
        QCOMPARE(published[2].added_lanes.size(), std::size_t(1));
        const auto* forked = published[2].events.front().as<LaneForked>();
        QVERIFY(forked && forked->asked_after == 7);
        RunSchedule schedule;
        schedule.forks.push_back({7, 0, 4, wish.recipe, wish.name});
        for (const int lead : {0, 2}) {
            const LeadingRun again(asked, lead, schedule);
            std::vector<StepRecord> all = run.records;
            for (const StepOutput& news : published)
                all.insert(all.end(), news.records.begin(), news.records.end());
            const auto by_step = [](const StepRecord& a, const StepRecord& b) {
                return std::pair(a.step, a.lane) < std::pair(b.step, b.lane);
            };
            std::vector<StepRecord> expected = again.records;
            std::sort(all.begin(), all.end(), by_step);
            std::sort(expected.begin(), expected.end(), by_step);
            QCOMPARE(difference(all, expected), std::string());
        }
    }

    /// A fork of a run whose lanes have all stopped goes on with the very next batch.
    void a_fork_of_lanes_that_have_stopped_misses_no_batch() {
        ExperimentSpec asked = m_small.spec({"tent", "tent"});
        RunSchedule schedule;
        for (const int lane : {0, 1})
            schedule.switches.push_back({4, lane, explosive()});
        std::vector<std::vector<StepRecord>> runs;
        for (const int threads : {1, 2}) {
            asked.threads = threads;
            Experiment experiment(asked);
            experiment.set_schedule(schedule);
            experiment.set_lead(2);
            StepOutput output;
            int steps = 0;
            while (experiment.step(output))
                ++steps;
            QCOMPARE(steps, 5);
            QCOMPARE(experiment.begun(), 0);
            std::vector<StepRecord> forked;
            const auto take = [&](const StepOutput& news) {
                forked.insert(forked.end(), news.records.begin(), news.records.end());
            };
            experiment.fork({0, 3, named_recipe("zerosiam").recipe, "fork"}, take);
            while (experiment.step(output))
                take(output);
            QCOMPARE(forked.size(), std::size_t(9));
            for (std::size_t i = 0; i < forked.size(); ++i)
                QCOMPARE(forked[i].step, int(i) + 4);
            runs.push_back(forked);
        }
        QCOMPARE(difference(runs[0], runs[1]), std::string());
    }

    void the_schedules_end_is_kept() {
        ExperimentSpec asked = m_small.spec({"tent", "zerosiam"});
        asked.threads = 2;
        for (const int last : {1, 2, 11}) {
            RunSchedule schedule;
            schedule.last_step = last;
            Experiment experiment(asked);
            experiment.set_schedule(schedule);
            experiment.set_lead(3);
            StepOutput output;
            int steps = 0;
            while (experiment.step(output))
                ++steps;
            QCOMPARE(steps, last);
            QCOMPARE(experiment.begun(), 0);
            QVERIFY(experiment.cut_short());
        }
    }

    void a_state_is_not_saved_while_lanes_are_at_work() {
        ExperimentSpec asked = m_small.spec({"tent", "zerosiam"});
        asked.threads = 2;
        Experiment experiment(asked);
        experiment.set_lead(2);
        StepOutput output;
        QVERIFY(experiment.step(output));
        QCOMPARE(experiment.begun(), 2);
        QVERIFY_EXCEPTION_THROWN(experiment.save_state(0, m_small.path("early.safetensors")),
                                 std::logic_error);
        experiment.set_lead(0);
        while (experiment.begun() > 0)
            QVERIFY(experiment.step(output));
        QCOMPARE(output.records.back().step, 3);
        experiment.save_state(0, m_small.path("settled.safetensors"));
    }
};

QTEST_GUILESS_MAIN(TestLanesApart)
#include "test_lanes_apart.moc"
