#include "core/run/runner.h"
#include "tests/run/leading_run.h"

#include <ATen/Parallel.h>
#include <QtTest>

#include <chrono>
#include <thread>

using namespace lab;

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
        const auto add = [](int threads, int lead) {
            QTest::addRow("%d threads, lead %d", threads, lead) << threads << lead;
        };
        for (const int lead : {0, 1, 2, 20})
            add(2, lead);
        add(4, 1);
        add(5, 2);
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
