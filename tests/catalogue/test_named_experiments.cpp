#include "core/catalogue/experiment_table.h"
#include "core/catalogue/preset.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

using namespace lab;

namespace {

const NamedExperiment& row_of(const std::string& preset) {
    for (const NamedExperiment& row : named_experiments())
        if (row.preset == preset)
            return row;
    throw std::invalid_argument(preset);
}

} // namespace

class TestNamedExperiments : public QObject {
    Q_OBJECT
  private Q_SLOTS:

    void ids_are_there_once_and_stay() {
        std::set<std::string> presets, studies, titles;
        for (const NamedExperiment& row : named_experiments()) {
            QVERIFY2(!row.preset.empty() || !row.study.empty(), row.title.c_str());
            QVERIFY2(row.preset.empty() || presets.insert(row.preset).second, row.preset.c_str());
            QVERIFY2(row.study.empty() || studies.insert(row.study).second, row.study.c_str());
            QVERIFY2(titles.insert(row.title).second, row.title.c_str());
            QVERIFY2(!row.sentence.empty() && !row.group.empty(), row.title.c_str());
            QVERIFY2(row.study.empty() || !row.published.empty(), row.study.c_str());
        }
        // Scripts, lessons and folders of results name them.
        QCOMPARE(presets,
                 (std::set<std::string>{"default", "shuffled", "switches", "fig2a", "fig2bcd", "fig3", "fig4",
                                        "label-shift", "mixed", "bs1", "blind-spot", "ablation-predictor",
                                        "ablation-divergence", "ablation-objective", "plug-in"}));
        QCOMPARE(studies,
                 (std::set<std::string>{"demo", "fig2a", "fig2bcd", "fig3", "fig4", "table-label-shift",
                                        "table-mixed", "table-bs1", "table-blind-spot", "ablation-predictor",
                                        "ablation-divergence", "ablation-objective", "plug-in"}));
    }

    void a_preset_has_no_lane_of_its_own_but_references() {
        for (const NamedExperiment& row : named_experiments()) {
            ExperimentSpec spec = default_experiment();
            spec.stream = stream_of(row);
            const auto preset = lanes_of(row, UsedIn::preset, spec),
                       study = lanes_of(row, UsedIn::study, spec);
            QVERIFY2(preset.size() >= 2 && preset.size() <= 6, row.title.c_str());
            for (const LaneSpec& lane : preset)
                if (lane.method != "no_adaptation")
                    QVERIFY2(std::find(study.begin(), study.end(), lane) != study.end(), row.title.c_str());
            QVERIFY(row.axis.preset_values.empty() || !row.axis.values.empty());
            for (const double value : row.axis.preset_values)
                QVERIFY2(std::find(row.axis.values.begin(), row.axis.values.end(), value) !=
                             row.axis.values.end(),
                         row.title.c_str());
        }
    }

    void what_a_preset_shows_is_a_value_of_the_figure() {
        const double ratio = preset_experiment("fig2a").stream.imbalance_ratio;
        QVERIFY(std::abs(ratio / (ratio + 9) - 5000.0 / 5999) < 1e-12); // the slot's own class, of ten
        QCOMPARE(preset_experiment("fig3").stream.noise_batches, 20);
        const auto lanes = preset_experiment("fig4").lanes;
        QCOMPARE(lanes.size(), std::size_t(6));
        const double tent = make_lane("tent").recipe.optimiser.rate;
        QCOMPARE(lanes[0].name, std::string("Tent, rate × 0.1"));
        QVERIFY(std::abs(lanes[0].recipe.optimiser.rate / tent - 0.1) < 1e-12);
        QVERIFY(lanes[1] == make_lane("tent"));
        QCOMPARE(lanes[5].name, std::string("ZeroSiam, rate × 10"));
        const Optimiser wide = make_lane("zerosiam").recipe.optimiser;
        QVERIFY(std::abs(lanes[5].recipe.optimiser.predictor_rate / wide.predictor_rate - 10) < 1e-12);
    }

    void ratios_keep_their_meaning_for_other_numbers_of_classes() {
        QCOMPARE(scaled_imbalance(5000, 1000), 5000.0);
        for (const int classes : {2, 10, 100}) {
            const double ratio = scaled_imbalance(2000, classes);
            QVERIFY(std::abs(ratio / (ratio + classes - 1) - 2000.0 / 2999) < 1e-12);
        }
        QCOMPARE(scaled_imbalance(1, 10), 1.0); // uniform stays so
    }

    void rows_set_fields_by_their_paths() {
        QCOMPARE(stream_of(row_of("bs1")).batch_size, 1);
        QCOMPARE(stream_of(row_of("bs1")).scenario, ScenarioKind::mild);
        QCOMPARE(stream_of(row_of("fig2bcd")).corruption.kind, CorruptionKind::snow);
        QVERIFY(stream_of(row_of("default")) == StreamSpec{});
        NamedExperiment wrong = row_of("bs1");
        wrong.fields = {"stream.batch=1"};
        QVERIFY_EXCEPTION_THROWN(stream_of(wrong), std::invalid_argument);
        wrong = row_of("switches");
        wrong.lanes = {{"zerosiam", "x", {{"alignment.predictors", std::string("none")}}}};
        QVERIFY_EXCEPTION_THROWN(lanes_of(wrong, UsedIn::preset, default_experiment()),
                                 std::invalid_argument);
    }
};

QTEST_GUILESS_MAIN(TestNamedExperiments)
#include "test_named_experiments.moc"
