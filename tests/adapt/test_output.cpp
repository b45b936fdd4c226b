#include "core/adapt/adapter.h"
#include "core/adapt/blocks/lame.h"
#include "core/adapt/blocks/objective.h"
#include "core/adapt/blocks/supports.h"
#include "tests/support/random_models.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <cmath>

using namespace lab;

/// What is reported in place of the network's logits: LAME and T3A.
class TestOutput : public QObject {
    Q_OBJECT

    static at::Tensor some_logits() { return test_models::pictures(6, 5, 1, 4).flatten(1).narrow(1, 0, 10); }
    static double largest(const at::Tensor& x) { return x.abs().max().item<double>(); }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void neighbours_by_hand_data() {
        QTest::addColumn<int>("k");
        QTest::addColumn<QVector<int>>("of_first");
        QTest::newRow("one") << 1 << QVector<int>{0, 1, 0, 0};
        QTest::newRow("two") << 2 << QVector<int>{0, 1, 1, 0};
        QTest::newRow("more than there are") << 9 << QVector<int>{0, 1, 1, 1};
    }
    /// On the unit circle at 0°, 10°, 30° and 180°; lengths do not count.
    void neighbours_by_hand() {
        QFETCH(int, k);
        QFETCH(QVector<int>, of_first);
        const at::Tensor angle = at::tensor({0.0, 10.0, 30.0, 180.0}, at::kDouble) * (M_PI / 180);
        const at::Tensor length = at::tensor({1.0, 5.0, 0.1, 2.0}, at::kDouble).unsqueeze(1);
        Lame rule;
        rule.neighbours = k;
        const at::Tensor w = affinity_of(at::stack({angle.cos(), angle.sin()}, 1) * length, rule);
        for (int j = 0; j < 4; ++j)
            QCOMPARE(w[0][j].item<int>(), of_first[j]);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(w[i].sum().item<int>(), std::min(k, 3));
        rule.symmetric = true;
        QCOMPARE(largest(affinity_of(at::stack({angle.cos(), angle.sin()}, 1), rule) - 0.5 * (w + w.t())),
                 0.0);
    }

    /// Twins: oneself is not one's own neighbour, whichever of the two comes first.
    void twins_are_neighbours_of_each_other() {
        const at::Tensor rows = at::tensor({1.0, 0.0, 1.0, 0.0, 0.0, 1.0}, at::kDouble).view({3, 2});
        Lame rule;
        rule.neighbours = 1;
        const at::Tensor w = affinity_of(rows, rule);
        QCOMPARE(w[0][1].item<int>(), 1);
        QCOMPARE(w[1][0].item<int>(), 1);
        QCOMPARE(w.diagonal().sum().item<int>(), 0);
    }

    /// σ is the mean distance to the k-th nearest, oneself counted; with k = 1 or equal rows it is 0.
    void the_gaussian_by_hand() {
        Lame rule;
        rule.affinity = LameAffinity::rbf;
        rule.neighbours = 2;
        const at::Tensor rows = at::tensor({1.0, 0.0, 0.0, 1.0, -1.0, 0.0}, at::kDouble).view({3, 2});
        const at::Tensor w = affinity_of(rows, rule);
        const double sigma = std::sqrt(2.0); // every nearest other is a quarter of the circle away
        QVERIFY(std::abs(w[0][1].item<double>() - std::exp(-2 / (2 * sigma * sigma))) < 1e-12);
        QVERIFY(std::abs(w[0][2].item<double>() - std::exp(-4 / (2 * sigma * sigma))) < 1e-12);
        QCOMPARE(w[1][1].item<double>(), 1.0);
        const at::Tensor same = affinity_of(at::ones({4, 2}, at::kDouble), rule);
        QCOMPARE(largest(same - 1), 0.0);
        rule.neighbours = 1;
        QVERIFY(!affinity_of(rows, rule).isnan().any().item<bool>());
    }

    /// Alone, a sample is only made surer: its order of classes stays.
    void an_identity_affinity_keeps_the_order() {
        const at::Tensor logits = some_logits();
        const LameResult result = lame(logits, at::eye(6, at::kDouble), Lame{});
        QVERIFY(at::equal(result.log_assignment.argmax(1), logits.argmax(1)));
        QVERIFY(largest(result.log_assignment.exp().sum(1) - 1) < 1e-12);
        QVERIFY(entropy_of(result.log_assignment).sum().item<double>() <
                entropy_of(logits).sum().item<double>());
    }

    void no_neighbours_change_nothing() {
        const at::Tensor logits = some_logits();
        const LameResult result = lame(logits, at::zeros({6, 6}, at::kDouble), Lame{});
        QVERIFY(largest(result.log_assignment.exp() - logits.softmax(1)) < 1e-8);
        QCOMPARE(result.energy.size(), std::size_t(3)); // settled, and the third round may tell
    }

    void rounds_and_tolerance_bound_the_work() {
        Lame rule;
        rule.rounds = 2;
        const at::Tensor logits = some_logits(), w = at::ones({6, 6}, at::kDouble);
        QCOMPARE(lame(logits, w, rule).energy.size(), std::size_t(2));
        rule.rounds = 100;
        rule.tolerance = 0.9;
        const std::size_t loose = lame(logits, w, rule).energy.size();
        rule.tolerance = 0;
        QVERIFY(lame(logits, w, rule).energy.size() > loose);
    }

    /// Sure samples that are not alike stay numbers in single precision, too.
    void far_logits_stay_finite() {
        const at::Tensor logits = (200 * at::eye(10, at::kDouble)).to(at::kFloat);
        const LameResult result = lame(logits, 50 * at::ones({10, 10}), Lame{});
        QVERIFY(result.log_assignment.isfinite().all().item<bool>());
        QVERIFY(std::isfinite(result.energy.back()));
    }

    void lame_remembers_nothing() {
        const Recipe recipe = named_recipe("lame").recipe;
        Adapter adapter(test_models::convnet(), recipe, 7);
        const AdapterState before = adapter.state();
        const at::Tensor x = test_models::pictures(16, 101);
        const at::Tensor first = adapter.step(x).logits;
        adapter.step(test_models::pictures(5, 102));
        QVERIFY(at::equal(adapter.step(x).logits, first));
        QVERIFY(at::equal(adapter.evaluate(x).logits, first));
        const AdapterState after = adapter.state();
        QCOMPARE(after.size(), before.size());
        for (const auto& [name, tensor] : before)
            QVERIFY(at::equal(tensor, after.at(name)));
        QVERIFY(!at::equal(first, adapter.step(x).records.at("logits_network")));
        // One picture has no neighbours.
        const StepResult alone = adapter.step(test_models::pictures(1, 103));
        QVERIFY(largest(alone.logits.softmax(1) - alone.records.at("logits_network").softmax(1)) < 1e-8);
    }

    void supports_are_bounded_per_class_data() {
        QTest::addColumn<int>("most");
        for (const int most : {1, 3, 20})
            QTest::addRow("%d", most) << most;
    }
    void supports_are_bounded_per_class() {
        QFETCH(int, most);
        const auto network = test_models::convnet();
        Supports supports(*network);
        for (std::uint64_t i = 0; i < 6; ++i) {
            const at::Tensor z = network->features(test_models::pictures(16, 100 + i));
            supports.add(z, network->head(z), most, false);
            const at::Tensor counts = supports.labels().bincount();
            QVERIFY(counts.max().item<int>() <= most);
        }
        // Within a class the surest come first.
        const at::Tensor labels = supports.labels(), entropies = supports.entropies();
        for (std::int64_t i = 1; i < labels.numel(); ++i)
            if (labels[i].item<int>() == labels[i - 1].item<int>())
                QVERIFY(entropies[i].item<double>() >= entropies[i - 1].item<double>());
    }

    void supports_without_bound_data() {
        QTest::addColumn<bool>("quirk");
        QTest::addColumn<int>("kept");
        QTest::newRow("all") << false << 26;
        QTest::newRow("the code's -1") << true << -1;
    }
    void supports_without_bound() {
        QFETCH(bool, quirk);
        QFETCH(int, kept);
        const auto network = test_models::convnet();
        Supports supports(*network);
        const at::Tensor z = network->features(test_models::pictures(16, 100));
        const at::Tensor rows = network->parameters().state().at("fc.weight");
        const at::Tensor labels = at::cat({network->head(rows).argmax(1), network->head(z).argmax(1)});
        supports.add(z, network->head(z), 0, quirk);
        const std::int64_t classes = labels.bincount().gt(0).sum().item<std::int64_t>();
        QCOMPARE(supports.labels().numel(), kept > 0 ? kept : 26 - classes);
    }

    /// A support in the direction of another class's pictures draws them there; one without supports has 0.
    void scores_by_hand() {
        const auto network = test_models::convnet();
        Supports supports(*network);
        supports.restore({{"supports", at::eye(16, at::kDouble).narrow(0, 0, 2) * 3},
                          {"labels", at::tensor({4, 4}, at::kLong)},
                          {"entropies", at::zeros({2}, at::kDouble)}});
        const at::Tensor z = at::arange(16, at::kDouble).add(1).view({1, 16});
        const at::Tensor scores = supports.scores(z);
        QVERIFY(std::abs(scores[0][4].item<double>() - 3 / std::sqrt(2.0)) < 1e-12);
        QCOMPARE(scores.abs().sum().item<double>(), scores[0][4].item<double>());
    }

    void evaluation_takes_nothing_in() {
        Adapter adapter(test_models::convnet(), named_recipe("t3a").recipe, 7);
        const at::Tensor x = test_models::pictures(16, 101);
        const at::Tensor untouched = adapter.evaluate(x).logits;
        QVERIFY(at::equal(adapter.evaluate(x).logits, untouched));
        const at::Tensor stepped = adapter.step(x).logits;
        QVERIFY(!at::equal(stepped, untouched));
        QVERIFY(at::equal(adapter.evaluate(x).logits, stepped));
        adapter.reset();
        QVERIFY(at::equal(adapter.evaluate(x).logits, untouched));
    }

    /// Other outputs go with methods that learn, and may be switched in a run.
    void outputs_go_with_learning() {
        Recipe recipe = named_recipe("tent").recipe;
        recipe.optimiser.rate = 0.05;
        Adapter tent(test_models::convnet(), recipe, 7);
        recipe.output.kind = OutputKind::lame;
        Adapter smoothed(test_models::convnet(), recipe, 7);
        for (std::uint64_t i = 0; i < 3; ++i) {
            const at::Tensor x = test_models::pictures(16, 100 + i);
            const at::Tensor plain = tent.step(x).logits;
            const StepResult made = smoothed.step(x);
            QVERIFY(at::equal(made.records.at("logits_network"), plain));
            QVERIFY(!at::equal(made.logits, plain));
            QVERIFY(made.stepped.item<bool>());
        }
        recipe.output.kind = OutputKind::t3a;
        smoothed.set_recipe(recipe);
        smoothed.step(test_models::pictures(16, 103));
        QVERIFY(smoothed.state().contains("output/supports"));
        recipe.output.kind = OutputKind::live;
        smoothed.set_recipe(recipe);
        tent.step(test_models::pictures(16, 103));
        const at::Tensor x = test_models::pictures(16, 104);
        QVERIFY(at::equal(smoothed.step(x).logits, tent.step(x).logits));
    }
};

QTEST_GUILESS_MAIN(TestOutput)
#include "test_output.moc"
