#include "core/run/runner.h"
#include "core/weights/safetensors.h"
#include "tests/run/small_experiment.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <chrono>
#include <limits>
#include <thread>

using namespace lab;

namespace {

std::string difference(const std::vector<Event>& a, const std::vector<Event>& b) {
    if (a.size() != b.size())
        return "number of events";
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i].kind() != b[i].kind() || a[i].lane != b[i].lane || a[i].step != b[i].step)
            return "event " + std::to_string(i);
    return "";
}

/// A run with its lanes on several threads and ahead of one another, and what is done to it meanwhile.
struct LeadingRun {
    std::vector<StepRecord> records;
    std::vector<Event> events;
    std::vector<BatchPreview> previews;
    std::vector<BatchDetailPtr> details;
    std::string fault;
    int most_begun = 0;

    using Between = std::function<void(Experiment&, int done)>;
    LeadingRun(const ExperimentSpec& spec, int lead, const RunSchedule& schedule = {},
               const Between& between = {}) {
        Experiment experiment(spec);
        experiment.set_schedule(schedule);
        experiment.set_lead(lead);
        StepOutput output;
        try {
            for (int done = 0;; ++done) {
                if (between)
                    between(experiment, done);
                while (const std::optional<ForkLane> fork = experiment.due_fork())
                    experiment.fork(*fork, [this](StepOutput& news) { take(news); });
                if (!experiment.step(output))
                    break;
                most_begun = std::max(most_begun, experiment.begun());
                take(output);
            }
        } catch (const std::exception& thrown) {
            fault = thrown.what();
        }
    }
    void take(const StepOutput& output) {
        records.insert(records.end(), output.records.begin(), output.records.end());
        events.insert(events.end(), output.events.begin(), output.events.end());
        if (output.preview.step > 0)
            previews.push_back(output.preview);
        if (output.detail)
            details.push_back(output.detail);
    }
};

} // namespace

class TestLanesAtOnce : public QObject {
    Q_OBJECT

    SmallExperiment m_small;

    /// Eighteen steps in nine segments; lanes that reset, switch off, and differ in how long they take.
    ExperimentSpec spec() const {
        ExperimentSpec spec = m_small.spec({"no_adaptation", "sar", "zerosiam", "deyo", "eata"});
        spec.stream.scenario = ScenarioKind::ramp;
        spec.lanes[2].reset = ResetPolicy::segment;
        return spec;
    }

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

    static RunSchedule two_switches() {
        RunSchedule schedule;
        schedule.switches.push_back({4, 1, named_recipe("tent").recipe});
        schedule.switches.push_back({4, 3, named_recipe("no_adaptation").recipe});
        schedule.switches.push_back({9, 0, named_recipe("zerosiam").recipe});
        return schedule;
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    /// Five lanes on two, four and five threads have one each: the digits are those of one thread.
    void the_schedule_changes_no_digit_data() {
        QTest::addColumn<int>("threads");
        QTest::addColumn<int>("lead");
        for (const int threads : {2, 4, 5})
            for (const int lead : {0, 1, 2, 20})
                QTest::addRow("%d threads, lead %d", threads, lead) << threads << lead;
        QTest::newRow("one thread does not lead") << 1 << 3;
    }
    void the_schedule_changes_no_digit() {
        QFETCH(int, threads);
        QFETCH(int, lead);
        ExperimentSpec asked = spec();
        const LeadingRun in_turn(asked, 0, two_switches());
        asked.threads = threads;
        const LeadingRun at_once(asked, lead, two_switches());
        QCOMPARE(in_turn.records.size(), std::size_t(5 * 18));
        QCOMPARE(difference(at_once.records, in_turn.records), std::string());
        QCOMPARE(difference(at_once.events, in_turn.events), std::string());
        QVERIFY(!in_turn.events.empty());
        QCOMPARE(at_once.most_begun, threads == 1 ? 0 : std::min(lead, 17));
        QCOMPARE(at_once.previews.size(), in_turn.previews.size());
        for (std::size_t i = 0; i < in_turn.previews.size(); ++i) {
            QCOMPARE(at_once.previews[i].step, int(i) + 1);
            QVERIFY(at_once.previews[i].predictions == in_turn.previews[i].predictions);
            QVERIFY(at_once.previews[i].confidences == in_turn.previews[i].confidences);
        }
    }

    void two_threads_per_lane_are_as_repeatable() {
        ExperimentSpec asked = m_small.spec({"tent", "zerosiam"});
        asked.threads = 4;
        asked.precision = "float32";
        const LeadingRun first(asked, 2);
        for (const int lead : {0, 1, 5})
            QCOMPARE(difference(LeadingRun(asked, lead).records, first.records), std::string());
    }

    /// A switch that is asked for while lanes lead names the step at which it holds; the same run again, with
    /// the switch in its schedule, has the same digits.
    void a_switch_names_the_step_from_which_it_holds() {
        ExperimentSpec asked = spec();
        asked.threads = 3;
        const Recipe tent = named_recipe("tent").recipe;
        const LeadingRun run(asked, 2, {}, [&](Experiment& experiment, int done) {
            if (done == 5)
                experiment.set_recipe({1, tent});
        });
        int at = 0;
        for (const Event& event : run.events)
            if (event.as<SwitchThrown>())
                at = event.step;
        QCOMPARE(at, 8); // five handed out, two begun
        RunSchedule schedule;
        schedule.switches.push_back({at, 1, tent});
        const LeadingRun again(asked, 0, schedule);
        QCOMPARE(difference(run.records, again.records), std::string());
        QCOMPARE(difference(run.events, again.events), std::string());
        const LeadingRun without(asked, 0);
        QVERIFY(!difference(run.records, without.records).empty());
    }

    void details_are_the_same() {
        ExperimentSpec asked = m_small.spec({"zerosiam", "tent", "sar"});
        const auto wanted = [](Experiment& experiment, int) { experiment.set_details(true); };
        const LeadingRun in_turn(asked, 0, {}, wanted);
        asked.threads = 3;
        const LeadingRun at_once(asked, 2, {}, wanted);
        QCOMPARE(at_once.details.size(), std::size_t(12));
        for (std::size_t i = 0; i < 12; ++i) {
            QCOMPARE(at_once.details[i]->step, int(i) + 1);
            QCOMPARE(at_once.details[i]->lanes.size(), std::size_t(3));
            for (std::size_t lane = 0; lane < 3; ++lane) {
                const StepDetail &found = at_once.details[i]->lanes[lane],
                                 &expected = in_turn.details[i]->lanes[lane];
                QCOMPARE(found.lane, int(lane));
                QCOMPARE(found.norm_change, expected.norm_change);
                QVERIFY(found.projection == expected.projection);
            }
        }
    }

    /// A recipe with which a lane is not finite in the step behind the one in which it is set.
    static Recipe explosive() {
        Recipe recipe = named_recipe("tent").recipe;
        recipe.optimiser.rate = 1e300;
        return recipe;
    }

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

    /// While paused nothing is begun that is not shown, and a single step is a single step.
    void a_pause_shows_everything_that_was_begun() {
        ExperimentSpec asked = m_small.spec({"tent", "zerosiam", "no_adaptation"});
        asked.threads = 2;
        asked.stream.images = 200000;
        Runner runner;
        std::vector<StepRecord> records;
        Update last;
        const auto until = [&](const std::function<bool()>& holds) {
            for (int i = 0; i < 9000; ++i) {
                last = runner.drain();
                records.insert(records.end(), last.records.begin(), last.records.end());
                if (holds())
                    return true;
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
            return false;
        };
        runner.start(asked);
        QVERIFY(until([&] { return records.size() >= 9; }));
        for (int i = 0; i < 3; ++i) {
            runner.pause();
            QVERIFY(until([&] { return last.state == RunState::paused; }));
            const std::size_t before = records.size();
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            QVERIFY(until([] { return true; }));
            QCOMPARE(records.size(), before);
            // A switch thrown now holds from the very next step.
            runner.set_recipe({0, named_recipe(i % 2 == 0 ? "no_adaptation" : "tent").recipe});
            runner.step();
            QVERIFY(until([&] { return records.size() >= before + 3; }));
            QCOMPARE(records.size(), before + 3);
            QCOMPARE(records[before].kept, i % 2 == 0 ? 0 : 8);
            runner.resume();
            QVERIFY(until([&] { return records.size() >= before + 12; }));
        }
        for (std::size_t i = 0; i < records.size(); ++i) {
            QCOMPARE(records[i].step, int(i / 3) + 1);
            QCOMPARE(records[i].lane, int(i % 3));
        }
    }
};

QTEST_GUILESS_MAIN(TestLanesAtOnce)
#include "test_lanes_at_once.moc"
