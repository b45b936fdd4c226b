#include "core/adapt/blocks/augmentation.h"
#include "core/adapt/blocks/views.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

using namespace lab;

namespace {

/// Smooth pictures from 0 to 1, so that a turn changes little and much at once.
at::Tensor smooth(std::int64_t channels, std::int64_t n = 3, std::int64_t side = 16) {
    const at::Tensor x = at::linspace(0, 1, side, at::kDouble);
    const at::Tensor plane = 0.5 * (x.view({-1, 1}) + x.square().view({1, -1}));
    const at::Tensor scale = at::linspace(0.4, 1, n * channels, at::kDouble).view({n, channels, 1, 1});
    return plane.view({1, 1, side, side}) * scale;
}

using Augmentation = at::Tensor (*)(const at::Tensor&, Chance&);

double largest(const at::Tensor& x) {
    return x.abs().max().item<double>();
}

} // namespace

Q_DECLARE_METATYPE(Augmentation)

class TestViews : public QObject {
    Q_OBJECT

    static void add_kinds() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<Augmentation>("augmentation");
        QTest::newRow("strong") << static_cast<int>(ViewsKind::strong) << &strong_view;
        QTest::newRow("mild") << static_cast<int>(ViewsKind::mild) << &mild_view;
        QTest::newRow("mixed") << static_cast<int>(ViewsKind::mixed) << &mixed_view;
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void a_view_is_a_picture_data() { add_kinds(); }
    void a_view_is_a_picture() {
        QFETCH(Augmentation, augmentation);
        for (const std::int64_t channels : {1, 3}) {
            Chance chance(5);
            const at::Tensor x = smooth(channels);
            for (int i = 0; i < 30; ++i) {
                const at::Tensor view = augmentation(x, chance);
                QVERIFY(view.sizes() == x.sizes());
                QVERIFY(view.isfinite().all().item<bool>());
                QVERIFY(view.min().item<double>() >= 0 && view.max().item<double>() <= 1);
                QVERIFY(!at::equal(view, x));
            }
        }
        // Of one pixel, black all over, or beyond what pictures are.
        Chance chance(5);
        for (const at::Tensor& x :
             {at::full({2, 3, 1, 1}, 0.5), at::zeros({2, 1, 8, 8}), 9 * at::ones({1, 3, 5, 7})})
            for (int i = 0; i < 30; ++i)
                QVERIFY(augmentation(x, chance).isfinite().all().item<bool>());
    }

    void views_follow_the_seed_data() { add_kinds(); }
    void views_follow_the_seed() {
        QFETCH(int, kind);
        const at::Tensor x = smooth(3);
        const auto views = [&](ViewsBlock& block) {
            std::vector<at::Tensor> all;
            for (int i = 0; i < 4; ++i)
                all.push_back(block.of(x));
            return at::stack(all);
        };
        ViewsBlock first(7), again(7), other(8);
        for (ViewsBlock* block : {&first, &again, &other})
            block->choose({static_cast<ViewsKind>(kind), 4});
        QVERIFY(first.state().empty());
        const at::Tensor drawn = views(first);
        QVERIFY(at::equal(views(again), drawn));
        QVERIFY(!at::equal(views(other), drawn));
        const NamedTensors kept = first.state();
        const at::Tensor onwards = views(first);
        QVERIFY(!at::equal(onwards, drawn));
        other.restore(kept);
        QVERIFY(at::equal(views(other), onwards));
        first.reset({});
        QVERIFY(first.state().empty());
        QVERIFY(at::equal(views(first), drawn));
        QVERIFY_EXCEPTION_THROWN(first.restore({{"x", x}}), std::invalid_argument);
    }

    /// Whatever pictures were normalised with, their views are the same pictures.
    void the_scale_of_pictures_is_heeded_data() { add_kinds(); }
    void the_scale_of_pictures_is_heeded() {
        QFETCH(int, kind);
        const at::Tensor x = smooth(3);
        const at::Tensor mean = at::tensor({0.4, 0.5, 0.3}, at::kDouble).view({1, 3, 1, 1});
        const at::Tensor deviation = at::tensor({0.2, 0.3, 0.25}, at::kDouble).view({1, 3, 1, 1});
        ViewsBlock plain(7), scaled(7);
        plain.choose({static_cast<ViewsKind>(kind), 1});
        scaled.choose({static_cast<ViewsKind>(kind), 1});
        scaled.set_scale(mean, deviation);
        const at::Tensor view = scaled.of((x - mean) / deviation) * deviation + mean;
        QVERIFY(largest(view - plain.of(x)) < 1e-9);
    }

    void no_views_are_the_pictures() {
        ViewsBlock none(7);
        const at::Tensor x = smooth(1);
        QVERIFY(at::equal(none.of(x), x));
        QVERIFY(none.state().empty());
    }

    void a_turn_by_hand() {
        const at::Tensor x = smooth(1);
        QVERIFY(largest(turned(x, {}, BeyondEdge::black) - x) < 1e-12);
        Turn turn;
        turn.degrees = 180;
        QVERIFY(largest(turned(x, turn, BeyondEdge::edge) - x.flip({2, 3})) < 1e-12);
        turn.degrees = 90;
        QVERIFY(largest(turned(x, turn, BeyondEdge::edge).sum() - x.sum()) < 1e-9);
        QVERIFY(largest(turned(x, turn, BeyondEdge::edge) - x.rot90(1, {2, 3})) < 1e-12 ||
                largest(turned(x, turn, BeyondEdge::edge) - x.rot90(-1, {2, 3})) < 1e-12);
    }

    void beyond_the_edge_data() {
        QTest::addColumn<int>("beyond");
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("second");
        QTest::newRow("edge") << static_cast<int>(BeyondEdge::edge) << 1.0 << 1.0;
        QTest::newRow("mirror") << static_cast<int>(BeyondEdge::mirror) << 3.0 << 2.0;
        QTest::newRow("black") << static_cast<int>(BeyondEdge::black) << 0.0 << 0.0;
    }
    /// A row 1 2 3 4 moved two to the right.
    void beyond_the_edge() {
        QFETCH(int, beyond);
        QFETCH(double, first);
        QFETCH(double, second);
        const at::Tensor x = at::arange(1, 5, at::kDouble).view({1, 1, 1, 4}).expand({1, 1, 4, 4});
        Turn turn;
        turn.right = 2;
        const at::Tensor row = turned(x, turn, static_cast<BeyondEdge>(beyond))[0][0][1];
        QVERIFY(largest(row - at::tensor({first, second, 1.0, 2.0}, at::kDouble)) < 1e-12);
        // A margin shows more of the same.
        const at::Tensor wide = turned(x, turn, static_cast<BeyondEdge>(beyond), 2);
        QVERIFY(wide.size(2) == 8 && wide.size(3) == 8);
        QVERIFY(largest(wide[0][0][3].narrow(0, 2, 4) - row) < 1e-12);
    }

    /// Grey pixels have no hue to move; a full circle brings every hue back.
    void jitter_keeps_grey_grey() {
        const at::Tensor grey = smooth(1).expand({3, 3, 16, 16});
        Chance chance(5);
        for (int i = 0; i < 20; ++i) {
            const at::Tensor x = jittered(grey, chance);
            QVERIFY(largest(x.select(1, 0) - x.select(1, 1)) < 1e-9);
            QVERIFY(largest(x.select(1, 1) - x.select(1, 2)) < 1e-9);
        }
    }
};

QTEST_GUILESS_MAIN(TestViews)
#include "test_views.moc"
