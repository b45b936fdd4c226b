#include "core/record/event_text.h"
#include "tests/run/small_experiment.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <cmath>

using namespace lab;

namespace {

/// A model that answers 3 to everything.
std::string write_collapsed(const std::string& file) {
    const ModelCard card = test_models::card("resnet14_gn", SmallExperiment::side);
    const auto net = architecture(card.architecture).make(card.shape, at::TensorOptions(at::kFloat));
    test_models::randomise(*net, 1);
    for (const auto& entry : net->parameters().entries())
        if (entry.name == "fc.weight")
            at::Tensor(entry.value).zero_();
        else if (entry.name == "fc.bias")
            at::Tensor(entry.value).zero_()[3].fill_(2.0f);
    save_model(file, card, *net);
    return file;
}

bool no_number(double value) {
    return std::isnan(value);
}

} // namespace

class TestLane : public QObject {
    Q_OBJECT

    SmallExperiment m_small;

    /// Twenty-two steps of 64 shuffled pictures on a model that has collapsed from the start.
    WholeRun collapsed_run(CollapseAction action) const {
        ExperimentSpec spec = m_small.spec({"no_adaptation"});
        spec.model = write_collapsed(m_small.path("collapsed.safetensors"));
        spec.stream.scenario = ScenarioKind::mild;
        spec.stream.images = 22 * 64;
        spec.stream.batch_size = 64;
        spec.precision = "float32";
        spec.lanes[0].on_collapse = action;
        return WholeRun(spec);
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void numbers_that_are_none_stop_their_lane_alone_data() {
        QTest::addColumn<bool>("together");
        QTest::newRow("among others") << true;
        QTest::newRow("alone") << false;
    }
    /// An absurd rate: the Fisher penalty throws the weights farther at each step, until they overflow.
    void numbers_that_are_none_stop_their_lane_alone() {
        QFETCH(bool, together);
        ExperimentSpec spec = m_small.spec({"eata"});
        spec.precision = "float32";
        spec.lanes[0].recipe.selection.kind = SelectionKind::all;
        spec.lanes[0].recipe.optimiser.rate = 1000;
        spec.lanes[0].recipe.regulariser.fisher_alpha = 1e12;
        if (together)
            spec.lanes.push_back(make_lane("tent"));
        const WholeRun run(spec);
        const auto stops = run.of(EventKind::lane_stopped);
        QCOMPARE(stops.size(), std::size_t(1));
        QCOMPARE(stops[0].lane, 0);
        QCOMPARE(
            sentence_of(stops[0], spec.lanes),
            std::string("EATA stopped: its loss or its logits are no longer finite numbers; try a smaller "
                        "rate"));
        QVERIFY(stops[0].step > 1 && stops[0].step < 12);
        QCOMPARE(int(run.lane(0).size()), stops[0].step); // the record that shows it is the last
        if (together) {
            QCOMPARE(run.lane(1).size(), std::size_t(12));
            ExperimentSpec tent = m_small.spec({"tent"});
            tent.precision = "float32";
            QCOMPARE(difference(run.lane(1), WholeRun(tent).lane(0), false), std::string());
        }
    }

    void episodic_lanes_start_anew_at_each_batch() {
        ExperimentSpec spec = m_small.spec({"tent", "no_adaptation", "tent"});
        spec.lanes[0].recipe.optimiser.rate = spec.lanes[2].recipe.optimiser.rate = 0.5;
        spec.lanes[0].reset = ResetPolicy::batch;
        const WholeRun run(spec);
        const auto episodic = run.lane(0), still = run.lane(1), online = run.lane(2);
        for (std::size_t i = 0; i < episodic.size(); ++i) {
            QVERIFY(std::abs(episodic[i].logit_norm - still[i].logit_norm) < 1e-9);
            QCOMPARE(episodic[i].predictions, still[i].predictions);
            QCOMPARE(episodic[i].resets, int(i));
            QCOMPARE(online[i].resets, 0);
        }
        QVERIFY(std::abs(online.back().logit_norm - still.back().logit_norm) > 1e-3);
    }

    void lanes_can_start_anew_at_each_segment() {
        ExperimentSpec spec = m_small.spec({"tent", "no_adaptation", "tent"});
        spec.lanes[0].recipe.optimiser.rate = spec.lanes[2].recipe.optimiser.rate = 0.5;
        spec.lanes[0].reset = ResetPolicy::segment;
        spec.stream.scenario = ScenarioKind::custom;
        const Corruption noise{CorruptionKind::gaussian_noise, 5, CorruptionTable::automatic};
        const Corruption contrast{CorruptionKind::contrast, 2, CorruptionTable::automatic};
        spec.stream.segments = {{noise, 24}, {contrast, 24}, {noise, 20}};
        const WholeRun run(spec);
        const auto with = run.lane(0), still = run.lane(1), without = run.lane(2);
        QCOMPARE(with.size(), std::size_t(9));
        for (std::size_t i = 0; i < 9; ++i) {
            const bool first = i % 3 == 0;
            QCOMPARE(std::abs(with[i].logit_norm - still[i].logit_norm) < 1e-9, first);
            QCOMPARE(std::abs(without[i].logit_norm - still[i].logit_norm) < 1e-9, i == 0);
            QCOMPARE(with[i].resets, int(i / 3));
            QCOMPARE(with[i].corruption, std::string(i / 3 == 1 ? "contrast" : "gaussian_noise"));
        }
        QCOMPARE(with.back().batch_size, 4);
        const auto borders = run.of(EventKind::segment);
        QCOMPARE(borders.size(), std::size_t(2));
        QVERIFY(borders[0].step == 4 && borders[0].as<SegmentBegan>()->corruption == "contrast" &&
                borders[0].lane == -1);
        QVERIFY(borders[1].step == 7 && borders[1].as<SegmentBegan>()->corruption == "gaussian_noise");
    }

    void a_collapse_is_flagged() {
        const WholeRun run = collapsed_run(CollapseAction::flag);
        const auto events = run.of(EventKind::collapsed);
        QCOMPARE(events.size(), std::size_t(1));
        QCOMPARE(events[0].step, 10); // 640 images
        QCOMPARE(sentence_of(events[0], {make_lane("no_adaptation")}),
                 std::string("No adaptation collapsed"));
        QCOMPARE(run.records.size(), std::size_t(22));
        for (const StepRecord& r : run.records) {
            QCOMPARE(r.collapsed_at, r.step < 10 ? 0 : 10);
            QCOMPARE(r.class_dominance, 1.0);
        }
    }

    void a_collapse_can_stop_the_lane() {
        const WholeRun run = collapsed_run(CollapseAction::stop);
        QCOMPARE(run.records.size(), std::size_t(10));
        const auto stops = run.of(EventKind::lane_stopped);
        QCOMPARE(stops.size(), std::size_t(1));
        QCOMPARE(stops[0].as<LaneStopped>()->cause, StopCause::collapse);
        QCOMPARE(run.of(EventKind::collapsed).size(), std::size_t(1));
    }

    void a_collapse_can_reset_the_lane() {
        const WholeRun run = collapsed_run(CollapseAction::reset);
        QCOMPARE(run.records.size(), std::size_t(22));
        const auto resets = run.of(EventKind::reset);
        QCOMPARE(resets.size(), std::size_t(2)); // and again after 640 more
        QCOMPARE(resets[0].step, 11);
        QCOMPARE(resets[1].step, 21);
        QCOMPARE(run.records[9].collapsed_at, 10);
        QCOMPARE(run.records[10].collapsed_at, 0);
        QCOMPARE(run.records[10].resets, 1);
        QCOMPARE(run.records[21].resets, 2);
    }

    void a_recovery_is_an_event() {
        ExperimentSpec spec = m_small.spec({"sar"});
        spec.lanes[0].recipe.selection.kind = SelectionKind::all;
        spec.lanes[0].recipe.recovery.threshold = 100; // every loss is below
        const WholeRun run(spec);
        const auto resets = run.of(EventKind::reset);
        QCOMPARE(resets.size(), std::size_t(12));
        QCOMPARE(resets[0].step, 2); // the first step for which it holds
        QVERIFY(std::get<LaneReset>(resets[0].what).cause == ResetCause::recovery);
        QCOMPARE(run.records[0].resets, 1);
        QCOMPARE(run.records[11].resets, 12);
    }

    void noise_has_no_labels() {
        ExperimentSpec spec = m_small.spec({"tent"});
        spec.stream.scenario = ScenarioKind::noise_first;
        spec.stream.noise_batches = 3;
        const WholeRun run(spec);
        QCOMPARE(run.records.size(), std::size_t(15));
        for (const StepRecord& r : run.records) {
            const bool noise = r.step <= 3;
            QCOMPARE(r.corruption, std::string(noise ? "noise" : "gaussian_noise"));
            QCOMPARE(no_number(r.accuracy), noise);
            QCOMPARE(no_number(r.accuracy_running), noise);
            QCOMPARE(no_number(r.label_dominance), noise);
            QVERIFY(!no_number(r.class_dominance));
            QCOMPARE(r.labels, noise ? std::vector<int>(8, -1) : r.labels);
        }
    }

    /// The Fisher term of EATA is estimated on clean pictures and holds the weights back.
    void eata_estimates_its_fisher_term() {
        ExperimentSpec spec = m_small.spec({"eata", "eta"});
        for (LaneSpec& lane : spec.lanes) {
            lane.recipe.selection.margin = 0.99;
            lane.recipe.selection.redundancy_margin = 1.1;
        }
        spec.lanes[0].recipe.regulariser.fisher_alpha = 50;
        const WholeRun run(spec);
        const auto eata = run.lane(0), eta = run.lane(1);
        QCOMPARE(difference(eata[0], eta[0], false), std::string());
        QVERIFY(eata[1].kept > 0);
        QVERIFY(eata[1].loss > eata[1].loss_objective + 1e-12);
        QVERIFY(std::abs(eta[1].loss - eta[1].loss_objective) < 1e-15);
        QVERIFY(!difference(eata[11], eta[11], false).empty());
    }
};

QTEST_GUILESS_MAIN(TestLane)
#include "test_lane.moc"
