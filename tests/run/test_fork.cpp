#include "core/run/checkpoint_store.h"
#include "core/run/lane.h"
#include "core/run/model_source.h"
#include "tests/run/small_experiment.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <cmath>

using namespace lab;

namespace {

/// A run that forks lane `parent` from the state after `from` when `now` steps are done.
struct ForkedRun {
    std::vector<StepRecord> records;
    std::vector<Event> events;
    std::vector<LaneSpec> added;
    CheckpointUse checkpoints;

    ForkedRun(const ExperimentSpec& spec, ForkLane wish, int now, std::size_t bound = 1 << 24,
              const std::vector<std::pair<int, SetRecipe>>& switches = {}) {
        Experiment experiment(spec);
        experiment.set_checkpoint_bound(bound);
        StepOutput output;
        for (int done = 0;; ++done) {
            if (done == now)
                experiment.fork(wish, [this](StepOutput& news) { take(news); });
            for (const auto& [step, command] : switches)
                if (step == done)
                    experiment.set_recipe(command);
            if (!experiment.step(output))
                break;
            take(output);
        }
        checkpoints = experiment.checkpoints();
    }
    void take(const StepOutput& output) {
        records.insert(records.end(), output.records.begin(), output.records.end());
        events.insert(events.end(), output.events.begin(), output.events.end());
        added.insert(added.end(), output.added_lanes.begin(), output.added_lanes.end());
    }
    std::vector<StepRecord> lane(int index, int after = 0) const {
        std::vector<StepRecord> own;
        for (const StepRecord& record : records)
            if (record.lane == index && record.step > after)
                own.push_back(record);
        return own;
    }
};

} // namespace

class TestFork : public QObject {
    Q_OBJECT

    SmallExperiment m_small;

    static ForkLane fork_of(const ExperimentSpec& spec, int parent, int step) {
        return {parent, step, spec.lanes[std::size_t(parent)].recipe, "fork"};
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void a_fork_without_a_change_has_its_parents_digits_data() {
        QTest::addColumn<QString>("method");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("now");
        for (const char* method : {"zerosiam", "eata", "sar", "deyo", "zerosiam_deyo", "no_adaptation"}) {
            QTest::addRow("%s, here", method) << method << 5 << 5;
            QTest::addRow("%s, back then", method) << method << 4 << 9;
        }
        QTest::newRow("from the start") << "zerosiam" << 0 << 6;
        QTest::newRow("before the first step") << "tent" << 0 << 0;
    }
    void a_fork_without_a_change_has_its_parents_digits() {
        QFETCH(QString, method);
        QFETCH(int, from);
        QFETCH(int, now);
        ExperimentSpec spec = m_small.spec({"tent", method.toStdString()});
        spec.stream.images = 8 * 14;
        const ForkedRun run(spec, fork_of(spec, 1, from), now);
        QCOMPARE(run.lane(2).size(), std::size_t(14 - from));
        QCOMPARE(difference(run.lane(1, from), run.lane(2), false), std::string());
        // Those who are not forked notice nothing.
        std::vector<StepRecord> others;
        for (const StepRecord& record : run.records)
            if (record.lane < 2)
                others.push_back(record);
        QCOMPARE(difference(others, WholeRun(spec).records), std::string());
    }

    void a_fork_from_a_state_behind_a_checkpoint_is_exact_too() {
        ExperimentSpec spec = m_small.spec({"zerosiam"});
        spec.stream.images = 8 * 30;
        for (const std::size_t bound : {std::size_t(0), std::size_t(1) << 24}) {
            const ForkedRun run(spec, fork_of(spec, 0, 23), 27, bound);
            QCOMPARE(difference(run.lane(0, 23), run.lane(1), false), std::string());
            QCOMPARE(run.checkpoints.steps, bound == 0 ? 0 : 3);
            QVERIFY(run.checkpoints.bytes <= run.checkpoints.bound);
        }
    }

    void a_forks_past_has_the_switches_of_its_parent() {
        ExperimentSpec spec = m_small.spec({"zerosiam"});
        Recipe mlp = spec.lanes[0].recipe;
        mlp.alignment.predictor = PredictorKind::mlp;
        // The parent turns to another predictor at step 3; the fork from step 5 takes that along.
        ForkLane wish{0, 5, mlp, "fork"};
        const ForkedRun run(spec, wish, 8, 1 << 24, {{2, SetRecipe{0, mlp}}});
        QCOMPARE(run.lane(1).size(), std::size_t(7));
        QCOMPARE(difference(run.lane(0, 5), run.lane(1), false), std::string());
        QVERIFY(difference(run.lane(0, 2), WholeRun(spec).lane(0)) != "");
    }

    void a_fork_goes_its_own_way_and_says_so() {
        ExperimentSpec spec = m_small.spec({"zerosiam"});
        spec.lanes[0].recipe.optimiser.rate = 0.5;
        ForkLane wish = fork_of(spec, 0, 4);
        wish.recipe.alignment.predictor = PredictorKind::none;
        wish.name = "ZeroSiam without predictor";
        const ForkedRun run(spec, wish, 4);
        QCOMPARE(run.added.size(), std::size_t(1));
        QCOMPARE(run.added[0].name, wish.name);
        QVERIFY(run.added[0].recipe == wish.recipe);
        QCOMPARE(run.events.size(), std::size_t(1));
        const auto* forked = run.events[0].as<LaneForked>();
        QVERIFY(forked);
        QVERIFY(forked->parent == 0 && forked->asked_after == 4 && forked->name == wish.name);
        QVERIFY(forked->before == spec.lanes[0].recipe && forked->recipe == wish.recipe);
        QCOMPARE(run.events[0].lane, 1);
        QCOMPARE(run.events[0].step, 5);
        const auto parent = run.lane(0, 4), child = run.lane(1);
        QCOMPARE(child[0].logit_norm, parent[0].logit_norm); // predicted before the first different update
        QVERIFY(std::isnan(child[0].predictor_distance));    // it has no predictor
        QVERIFY(child.back().logit_norm != parent.back().logit_norm);
    }

    void forks_can_be_forked() {
        ExperimentSpec spec = m_small.spec({"zerosiam"});
        Experiment experiment(spec);
        StepOutput output;
        std::vector<StepRecord> child, grandchild;
        const auto take = [&](StepOutput& news) {
            for (const StepRecord& record : news.records)
                if (record.lane > 0)
                    (record.lane == 1 ? child : grandchild).push_back(record);
        };
        for (int i = 0; i < 3; ++i)
            experiment.step(output);
        ForkLane first = fork_of(spec, 0, 3);
        first.recipe.alignment.stop_gradient = false;
        experiment.fork(first, take);
        for (int i = 0; i < 4; ++i) {
            experiment.step(output);
            take(output);
        }
        experiment.fork({1, 5, first.recipe, "again"}, take);
        while (experiment.step(output))
            take(output);
        child.erase(child.begin(), child.begin() + 2);
        QCOMPARE(difference(child, grandchild, false), std::string());
        // Before its birth there is nothing to fork from.
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, experiment.fork({1, 2, {}, ""}, take));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, experiment.fork({0, 13, {}, ""}, take));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, experiment.fork({7, 1, {}, ""}, take));
    }

    /// Fisher information comes with a state; only a recipe that first needs it has it estimated.
    void a_lane_from_a_state_asks_for_no_clean_pictures() {
        const ExperimentSpec spec = m_small.spec({"eata", "tent"});
        const at::TensorOptions doubles(at::kDouble);
        int asked = 0;
        const auto clean = [&asked]() -> NextBatch {
            ++asked;
            return [given = 0]() mutable {
                return given++ == 0 ? test_models::pictures(4, 1, 1, SmallExperiment::side) : at::Tensor();
            };
        };
        const auto lane_of = [&](const LaneSpec& lane, const LaneCheckpoint* start) {
            return std::make_unique<Lane>(lane, 0, open_model(spec.model, doubles), 5, clean, start);
        };
        const auto eata = lane_of(spec.lanes[0], nullptr);
        QCOMPARE(asked, 1);
        const LaneCheckpoint state = eata->checkpoint();
        const auto again = lane_of(spec.lanes[0], &state);
        QCOMPARE(asked, 1);
        QVERIFY(!again->adapter().fisher().empty());
        for (const auto& [name, f] : eata->adapter().fisher())
            QVERIFY(at::equal(again->adapter().fisher().at(name), f));
        const LaneCheckpoint without = lane_of(spec.lanes[1], nullptr)->checkpoint();
        const auto turned = lane_of(spec.lanes[1], &without);
        QCOMPARE(asked, 1);
        turned->set_recipe(spec.lanes[0].recipe);
        QCOMPARE(asked, 2);
    }

    void checkpoints_keep_their_bound() {
        const auto lane = [] {
            LaneCheckpoint state{{}, {}, Meter(10), CollapseDetector(10)};
            state.adapter["trained/w"] = at::zeros({1024});
            return state;
        };
        const std::size_t one = lane().bytes();
        CheckpointStore store(one * 8);
        for (int step = 1; step <= 1000; ++step)
            if (store.wants(step)) {
                std::vector<LaneCheckpoint> lanes;
                lanes.push_back(lane());
                store.add(step, std::move(lanes));
                QVERIFY(store.bytes() <= store.bound());
            }
        QVERIFY(store.size() >= 4 && store.size() <= 8);
        QCOMPARE(store.bytes(), one * store.size());
        int found = 0;
        QVERIFY(store.at_or_before(999, 0, found));
        QCOMPARE(found, 999 / store.interval() * store.interval());
        QVERIFY(!store.at_or_before(999, 1, found));
        QVERIFY(!store.at_or_before(5, 0, found));
    }
};

QTEST_GUILESS_MAIN(TestFork)
#include "test_fork.moc"
