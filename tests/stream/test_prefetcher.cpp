#include "core/stream/prefetcher.h"
#include "tests/stream/counting_set.h"

#include <QtTest>

#include <chrono>
#include <stdexcept>

using namespace lab;

namespace {

Prefetcher::Options options(int batch_size, int threads, int depth = 4, std::uint64_t seed = 3) {
    return {batch_size, seed, threads, depth, ""};
}

std::vector<Batch> all_of(Prefetcher& prefetcher) {
    std::vector<Batch> batches;
    while (std::optional<Batch> batch = prefetcher.next())
        batches.push_back(std::move(*batch));
    return batches;
}

bool same(const Batch& a, const Batch& b) {
    return a.step == b.step && a.images == b.images && a.labels == b.labels && a.samples == b.samples &&
           a.segment == b.segment && a.corruption == b.corruption && a.frozen == b.frozen;
}

/// Noise, an even mix of corruptions, one corruption, frozen pictures: all that a plan can hold.
std::vector<StreamItem> varied() {
    std::vector<StreamItem> items;
    for (int i = 0; i < 60; ++i) {
        const auto kind = standard_corruptions()[std::size_t(i) % 3];
        const Corruption mixed{kind, 3, CorruptionTable::automatic};
        const Corruption noise{CorruptionKind::gaussian_noise, 5, CorruptionTable::automatic};
        if (i < 20)
            items.push_back({i, {}, 0, true, false});
        else if (i < 40)
            items.push_back({i, mixed, 1, false, false});
        else
            items.push_back({i, noise, i < 50 ? 2 : 3, false, i >= 50});
    }
    return items;
}

} // namespace

class TestPrefetcher : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void batches_follow_the_plan() {
        const auto set = std::make_shared<CountingSet>();
        Prefetcher prefetcher(set, in_order(10), options(4, 1));
        QCOMPARE(prefetcher.steps(), 3);
        const std::vector<Batch> batches = all_of(prefetcher);
        QCOMPARE(batches.size(), std::size_t(3));
        for (int step = 0; step < 3; ++step) {
            const Batch& batch = batches[std::size_t(step)];
            QCOMPARE(batch.step, step + 1);
            QCOMPARE(batch.images.size(), std::size_t(step < 2 ? 4 : 2));
            QCOMPARE(batch.corruption, std::string("none"));
            for (std::size_t i = 0; i < batch.images.size(); ++i) {
                const std::int64_t sample = 4 * step + std::int64_t(i);
                QCOMPARE(batch.samples[i], sample);
                QCOMPARE(batch.labels[i], int(sample % 10));
                QCOMPARE(batch.images[i], set->image(sample)); // clean ones are not touched
            }
        }
        QVERIFY(!prefetcher.next() && !prefetcher.next()); // the end stays the end
    }

    void an_empty_plan_ends_at_once() {
        Prefetcher prefetcher(std::make_shared<CountingSet>(), {}, options(4, 2));
        QCOMPARE(prefetcher.steps(), 0);
        QVERIFY(!prefetcher.next());
    }

    void batches_do_not_cross_segments() {
        std::vector<StreamItem> items = in_order(10);
        const Corruption fog{CorruptionKind::fog, 1, CorruptionTable::automatic};
        for (std::size_t i = 5; i < 8; ++i) {
            items[i].segment = 1;
            items[i].corruption = fog;
        }
        items[8].segment = items[9].segment = 2;
        Prefetcher prefetcher(std::make_shared<CountingSet>(), items, options(4, 1));
        QCOMPARE(prefetcher.steps(), 4);
        std::vector<std::size_t> sizes;
        std::vector<std::string> corruptions;
        std::vector<int> segments;
        for (const Batch& batch : all_of(prefetcher)) {
            sizes.push_back(batch.images.size());
            corruptions.push_back(batch.corruption);
            segments.push_back(batch.segment);
        }
        QCOMPARE(sizes, (std::vector<std::size_t>{4, 1, 3, 2}));
        QCOMPARE(corruptions, (std::vector<std::string>{"none", "none", "fog", "none"}));
        QCOMPARE(segments, (std::vector<int>{0, 0, 1, 2}));
    }

    void kinds_of_batches_are_named() {
        Prefetcher prefetcher(std::make_shared<CountingSet>(), varied(), options(10, 1));
        const std::vector<Batch> batches = all_of(prefetcher);
        QCOMPARE(batches.size(), std::size_t(6));
        QCOMPARE(batches[0].corruption, std::string("noise"));
        QCOMPARE(batches[0].labels, std::vector<int>(10, -1));
        QCOMPARE(batches[2].corruption, std::string("mixed"));
        QCOMPARE(batches[4].corruption, std::string("gaussian_noise"));
        QVERIFY(!batches[4].frozen && batches[5].frozen);
    }

    /// Frozen pictures are only scored, so small batches would be a waste.
    void frozen_batches_hold_at_least_64() {
        std::vector<StreamItem> items = in_order(203);
        for (std::size_t i = 3; i < items.size(); ++i) {
            items[i].frozen = true;
            items[i].segment = 1;
        }
        Prefetcher prefetcher(std::make_shared<CountingSet>(), items, options(1, 1));
        std::vector<std::size_t> sizes;
        for (const Batch& batch : all_of(prefetcher))
            sizes.push_back(batch.images.size());
        QCOMPARE(sizes, (std::vector<std::size_t>{1, 1, 1, 64, 64, 64, 8}));
    }

    void pure_noise_is_around_middle_grey() {
        std::vector<StreamItem> items = in_order(40);
        for (StreamItem& item : items)
            item.pure_noise = true;
        Prefetcher prefetcher(std::make_shared<CountingSet>(), items, options(40, 1));
        const Batch batch = *prefetcher.next();
        double sum = 0, squares = 0, count = 0;
        for (const Image& image : batch.images) {
            QCOMPARE(image.byte_count(), std::size_t(1024)); // the set's shape
            for (const std::uint8_t pixel : image.pixels) {
                sum += pixel;
                squares += double(pixel) * pixel;
                ++count;
            }
        }
        const double mean = sum / count;
        QVERIFY(std::abs(mean - 127) < 2); // cut at 0 and 255: two standard deviations on each side
        QVERIFY(std::abs(std::sqrt(squares / count - mean * mean) - 61) < 3);
        QVERIFY(batch.images[0].pixels != batch.images[1].pixels);
    }

    void threads_change_nothing() {
        const auto set = std::make_shared<CountingSet>();
        std::vector<std::vector<Batch>> runs;
        for (const int threads : {1, 2, 4}) {
            Prefetcher prefetcher(set, varied(), options(3, threads, threads));
            runs.push_back(all_of(prefetcher));
        }
        for (const auto& run : runs) {
            QCOMPARE(run.size(), runs[0].size());
            for (std::size_t i = 0; i < run.size(); ++i)
                QVERIFY(same(run[i], runs[0][i]));
        }
        Prefetcher other(set, varied(), options(3, 1, 4, 4));
        const std::vector<Batch> reseeded = all_of(other);
        QVERIFY(reseeded[0].images != runs[0][0].images);
        QVERIFY(reseeded.back().images != runs[0].back().images);
    }

    void no_more_than_depth_batches_ahead() {
        for (const int threads : {1, 2}) {
            const auto set = std::make_shared<CountingSet>();
            Prefetcher prefetcher(set, in_order(400), options(4, threads, 3));
            QTRY_COMPARE_WITH_TIMEOUT(set->reads.load(), 12, 60000);
            QTest::qWait(50);
            QCOMPARE(set->reads.load(), 12);
            prefetcher.next();
            prefetcher.next();
            QTRY_COMPARE_WITH_TIMEOUT(set->reads.load(), 20, 60000);
            QTest::qWait(50);
            QCOMPARE(set->reads.load(), 20);
        }
    }

    void faults_arrive_in_next() {
        const auto set = std::make_shared<CountingSet>();
        set->broken = 9; // the third batch
        Prefetcher prefetcher(set, in_order(400), options(4, 1));
        QTRY_COMPARE_WITH_TIMEOUT(set->reads.load(), 9, 60000);
        QTest::qWait(20);
        QCOMPARE(prefetcher.next()->step, 1); // what was made before is not lost
        QCOMPARE(prefetcher.next()->step, 2);
        for (int i = 0; i < 2; ++i) { // and it stays a fault
            try {
                prefetcher.next();
                QFAIL("nothing was thrown");
            } catch (const std::runtime_error& fault) {
                QCOMPARE(std::string(fault.what()), std::string("picture 9 is damaged"));
            }
        }
    }

    void faults_of_any_thread_arrive() {
        const auto set = std::make_shared<CountingSet>();
        set->broken = 90;
        Prefetcher prefetcher(set, in_order(400), options(4, 4, 8));
        QVERIFY_EXCEPTION_THROWN(all_of(prefetcher), std::runtime_error);
    }

    void faults_of_the_corruption_arrive() {
        std::vector<StreamItem> items = in_order(4);
        items[2].corruption = {CorruptionKind::fog, 9, CorruptionTable::automatic};
        Prefetcher prefetcher(std::make_shared<CountingSet>(), items, options(4, 1));
        QVERIFY_EXCEPTION_THROWN(prefetcher.next(), std::invalid_argument);
    }

    /// While workers wait for room, while they read, after a fault nobody asked for: hanging is the failure.
    void can_be_destroyed_at_any_time() {
        for (int i = 0; i < 20; ++i) {
            const auto set = std::make_shared<CountingSet>();
            set->delay = std::chrono::milliseconds(i % 3);
            set->broken = i % 4 == 0 ? 5 : -1;
            Prefetcher prefetcher(set, in_order(400), options(2, 1 + i % 3, 2));
            if (i % 2 == 1)
                prefetcher.next();
            if (i % 5 == 0)
                QTest::qWait(10);
        }
    }
};

QTEST_GUILESS_MAIN(TestPrefetcher)
#include "test_prefetcher.moc"
