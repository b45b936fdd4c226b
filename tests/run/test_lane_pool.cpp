#include "core/run/lane_pool.h"

#include <QtTest>

#include <atomic>
#include <chrono>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace lab;

namespace {

/// A lane that remembers what it did: a chain, so that an order that is another gives another end.
struct Chain {
    std::uint64_t value = 1;
    std::vector<int> done;

    void add(int step) {
        value = value * 6364136223846793005u + static_cast<std::uint64_t>(step);
        done.push_back(step);
    }
};

std::string fault_of(LanePool& pool, std::size_t lane, std::size_t ticket) {
    try {
        pool.wait(lane, ticket);
    } catch (const std::runtime_error& fault) {
        return fault.what();
    }
    return "";
}

/// Waits a minute at most: a pool that does one work after the other fails in place of hanging.
bool comes_true(const std::atomic<int>& value, int least) {
    for (int i = 0; i < 6000 && value < least; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return value >= least;
}

} // namespace

class TestLanePool : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void threads_are_shared_evenly_data() {
        QTest::addColumn<int>("threads");
        QTest::addColumn<int>("lanes");
        QTest::addColumn<int>("workers");
        QTest::addColumn<int>("each");
        QTest::newRow("one thread") << 1 << 3 << 1 << 1;
        QTest::newRow("a lane alone has all") << 8 << 1 << 1 << 8;
        QTest::newRow("fewer threads than lanes") << 2 << 3 << 2 << 1;
        QTest::newRow("as many") << 3 << 3 << 3 << 1;
        QTest::newRow("more threads") << 16 << 3 << 3 << 5;
        QTest::newRow("no lane") << 4 << 0 << 1 << 4;
        QTest::newRow("no thread") << 0 << 2 << 1 << 1;
    }
    void threads_are_shared_evenly() {
        QFETCH(int, threads);
        QFETCH(int, lanes);
        const LaneShare share = shared_threads(threads, lanes);
        QTEST(share.workers, "workers");
        QTEST(share.threads, "each");
    }

    void a_lanes_works_are_done_in_order_whatever_the_schedule() {
        constexpr int lanes = 5, steps = 60;
        std::vector<Chain> expected(lanes);
        for (int step = 0; step < steps; ++step)
            for (int lane = 0; lane < lanes; ++lane)
                expected[std::size_t(lane)].add(step * lanes + lane);
        for (const int workers : {1, 2, 3, 8}) {
            std::vector<Chain> found(lanes);
            LanePool pool(workers);
            std::mt19937 random(static_cast<unsigned>(workers));
            for (int step = 0; step < steps; ++step)
                for (int lane = 0; lane < lanes; ++lane) {
                    const auto pause = std::chrono::microseconds(random() % 200);
                    const std::size_t ticket = pool.add(std::size_t(lane), [&found, step, lane, pause] {
                        std::this_thread::sleep_for(pause);
                        found[std::size_t(lane)].add(step * lanes + lane);
                    });
                    QCOMPARE(ticket, std::size_t(step + 1));
                }
            for (int lane = 0; lane < lanes; ++lane) {
                pool.wait(std::size_t(lane), steps);
                QCOMPARE(found[std::size_t(lane)].done, expected[std::size_t(lane)].done);
                QCOMPARE(found[std::size_t(lane)].value, expected[std::size_t(lane)].value);
            }
        }
    }

    void lanes_work_at_the_same_time() {
        LanePool pool(3);
        std::atomic<int> met = 0;
        std::atomic<bool> all = true;
        for (std::size_t lane = 0; lane < 3; ++lane)
            pool.add(lane, [&] {
                ++met;
                all = comes_true(met, 3) && all;
            });
        for (std::size_t lane = 0; lane < 3; ++lane)
            pool.wait(lane, 1);
        QVERIFY(all);
    }

    /// One lane is held; the others do everything they have, each in its order.
    void a_slow_lane_holds_nobody() {
        LanePool pool(2);
        std::atomic<int> release = 0;
        pool.add(0, [&] { comes_true(release, 1); });
        std::vector<Chain> others(3);
        for (int step = 0; step < 20; ++step)
            for (std::size_t lane = 1; lane < 4; ++lane)
                pool.add(lane, [&others, lane, step] { others[lane - 1].add(step); });
        for (std::size_t lane = 1; lane < 4; ++lane)
            pool.wait(lane, 20);
        for (const Chain& chain : others)
            QCOMPARE(chain.done.size(), std::size_t(20));
        release = 1;
        pool.wait(0, 1);
    }

    void one_worker_is_the_caller_and_goes_lane_by_lane() {
        LanePool pool(1, [] { QFAIL("no thread has anything to begin with"); });
        std::vector<int> order;
        std::vector<std::thread::id> ids;
        for (int step = 0; step < 2; ++step)
            for (int lane = 0; lane < 3; ++lane)
                pool.add(std::size_t(lane), [&, step, lane] {
                    order.push_back(10 * step + lane);
                    ids.push_back(std::this_thread::get_id());
                });
        QVERIFY(order.empty());
        for (std::size_t lane = 0; lane < 3; ++lane)
            pool.wait(lane, 1);
        QCOMPARE(order, (std::vector<int>{0, 1, 2}));
        pool.wait(1, 2);
        pool.wait(1, 1); // done already
        QCOMPARE(order, (std::vector<int>{0, 1, 2, 11}));
        for (const std::thread::id id : ids)
            QVERIFY(id == std::this_thread::get_id());
    }

    void every_worker_begins_once_one_after_the_other() {
        int begun = 0; // no atomic: the pool keeps them apart
        {
            const LanePool pool(6, [&begun] {
                const int before = begun;
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
                begun = before + 1;
            });
            QCOMPARE(begun, 6);
        }
        QCOMPARE(begun, 6);
    }

    void a_fault_ends_its_lane_alone_data() {
        QTest::addColumn<int>("workers");
        for (const int workers : {1, 2, 4})
            QTest::addRow("%d workers", workers) << workers;
    }
    void a_fault_ends_its_lane_alone() {
        QFETCH(int, workers);
        LanePool pool(workers);
        std::vector<Chain> lanes(3);
        for (int step = 1; step <= 6; ++step)
            for (std::size_t lane = 0; lane < 3; ++lane)
                pool.add(lane, [&lanes, lane, step] {
                    if (lane == 1 && step == 4)
                        throw std::runtime_error("lane 1 at step 4");
                    lanes[lane].add(step);
                });
        QCOMPARE(fault_of(pool, 1, 3), std::string());
        for (const std::size_t ticket : {4, 6, 4})
            QCOMPARE(fault_of(pool, 1, ticket), std::string("lane 1 at step 4"));
        QCOMPARE(fault_of(pool, 1, 2), std::string()); // what came before it stays done
        const std::size_t later = pool.add(1, [&lanes] { lanes[1].add(99); });
        QCOMPARE(later, std::size_t(7));
        QCOMPARE(fault_of(pool, 1, later), std::string("lane 1 at step 4"));
        pool.wait(0, 6);
        pool.wait(2, 6);
        QCOMPARE(lanes[0].done.size(), std::size_t(6));
        QCOMPARE(lanes[1].done, (std::vector<int>{1, 2, 3}));
        QCOMPARE(lanes[2].done.size(), std::size_t(6));
    }

    /// What is in hand is finished, what is not begun is dropped, and nothing of either is left behind.
    void can_end_at_any_time() {
        for (int i = 0; i < 20; ++i) {
            std::atomic<int> begun = 0, ended = 0;
            const auto held = std::make_shared<int>(7);
            {
                LanePool pool(2);
                for (int step = 0; step < 50; ++step)
                    for (std::size_t lane = 0; lane < 3; ++lane)
                        pool.add(lane, [&, held] {
                            ++begun;
                            std::this_thread::sleep_for(std::chrono::microseconds(300));
                            ++ended;
                        });
                if (i % 2 == 0)
                    pool.wait(0, 2);
            }
            QCOMPARE(begun.load(), ended.load());
            QVERIFY(ended < 150);
            QCOMPARE(held.use_count(), 1L);
        }
    }

    /// A lane that comes later has tickets of its own.
    void lanes_may_join() {
        LanePool pool(2);
        Chain first, second;
        for (int step = 0; step < 5; ++step)
            pool.add(0, [&first, step] { first.add(step); });
        pool.wait(0, 5);
        QCOMPARE(pool.add(4, [&second] { second.add(1); }), std::size_t(1));
        pool.wait(4, 1);
        QCOMPARE(second.done.size(), std::size_t(1));
        QCOMPARE(first.done.size(), std::size_t(5));
    }
};

QTEST_GUILESS_MAIN(TestLanePool)
#include "test_lane_pool.moc"
