#include "core/run/staged_stream.h"
#include "tests/stream/counting_set.h"

#include <ATen/ATen.h>
#include <QtTest>

#include <chrono>
#include <memory>

using namespace lab;

namespace {

constexpr int batch_size = 8;

ModelCard grey_card() {
    ModelCard card;
    card.shape = {1, 32, 10};
    card.mean = {0.25};
    card.std = {0.5};
    return card;
}

} // namespace

/// The hand-over from the prefetcher to the model, one batch ahead.
class TestStagedStream : public QObject {
    Q_OBJECT

    std::shared_ptr<CountingSet> m_set = std::make_shared<CountingSet>();

    std::unique_ptr<Prefetcher> prefetcher(int pictures, int threads = 2) const {
        return std::make_unique<Prefetcher>(m_set, in_order(pictures),
                                            Prefetcher::Options{batch_size, 3, threads, 4, "", 0});
    }

  private Q_SLOTS:
    void init() { m_set = std::make_shared<CountingSet>(); }

    void every_batch_comes_once_and_in_order() {
        const auto source = prefetcher(60), again = prefetcher(60);
        StagedStream stream(*source, grey_card(), at::kFloat);
        for (int step = 1; step <= 8; ++step) { // 60 pictures: the last batch has four
            const std::optional<StagedBatch> staged = stream.next();
            const std::optional<Batch> plain = again->next();
            QVERIFY(staged && plain);
            QCOMPARE(staged->batch.step, step);
            QCOMPARE(staged->batch.samples, plain->samples);
            QVERIFY(at::equal(staged->input, to_input(plain->images, grey_card(), at::kFloat)));
            QCOMPARE(staged->input.size(0), std::int64_t(step < 8 ? 8 : 4));
        }
        QVERIFY(!stream.next());
        QVERIFY(!stream.next());
    }

    void values_are_normalised_with_the_cards_constants() {
        const auto source = prefetcher(8);
        StagedStream stream(*source, grey_card(), at::kDouble);
        const StagedBatch staged = stream.next().value();
        // The first pixel of picture i is i.
        for (int i = 0; i < batch_size; ++i)
            QCOMPARE(staged.input[i][0][0][0].item<double>(), (i / 255.0 - 0.25) / 0.5);
    }

    void a_fault_comes_out_where_it_belongs_and_once() {
        m_set->broken = 20; // in the third batch
        const auto source = prefetcher(60, 1);
        StagedStream stream(*source, grey_card(), at::kFloat);
        QVERIFY(stream.next() && stream.next());
        QVERIFY_EXCEPTION_THROWN(stream.next(), std::runtime_error);
        QVERIFY(!stream.next());
    }

    void it_can_be_left_at_any_time() {
        m_set->delay = std::chrono::milliseconds(1);
        for (int taken = 0; taken < 4; ++taken) {
            const auto source = prefetcher(200);
            StagedStream stream(*source, grey_card(), at::kFloat);
            for (int i = 0; i < taken; ++i)
                QVERIFY(stream.next());
        }
    }
};

QTEST_APPLESS_MAIN(TestStagedStream)
#include "test_staged_stream.moc"
