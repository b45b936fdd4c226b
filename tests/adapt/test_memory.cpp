#include "core/adapt/blocks/memory.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace lab;

namespace {

constexpr int classes = 4;

struct Bank : MemoryBlock {
    explicit Bank(const Memory& rule, std::uint64_t seed = 3) : MemoryBlock(at::kDouble, seed) {
        choose(rule);
        expect_classes(classes);
    }
    Bank(MemoryKind kind, int capacity, int update_every = 1000, std::uint64_t seed = 3)
        : Bank(Memory{kind, capacity, update_every, 1.0, 1.0}, seed) {}
};

/// A picture that tells its own number.
at::Tensor picture(std::int64_t number) {
    return at::full({1, 2, 2}, static_cast<double>(number), at::kDouble);
}

bool show(MemoryBlock& memory, std::int64_t label, double entropy = 0.5) {
    return memory.show(picture(memory.shown()), label, entropy);
}

std::map<std::int64_t, int> counts_of(const MemoryBlock& memory) {
    std::map<std::int64_t, int> counts;
    for (const Remembered& one : memory.pictures())
        ++counts[one.label];
    return counts;
}

std::vector<std::int64_t> numbers_of(const MemoryBlock& memory) {
    std::vector<std::int64_t> numbers;
    for (const Remembered& one : memory.pictures())
        numbers.push_back(one.number);
    return numbers;
}

bool same(const NamedTensors& a, const NamedTensors& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.first == y.first && at::equal(x.second, y.second);
    });
}

/// Labels of a stream in which one class is far more frequent than the others.
std::int64_t label_of(int number) {
    return number % 5 < 3 ? 0 : 1 + number % (classes - 1);
}

} // namespace

class TestMemory : public QObject {
    Q_OBJECT

    static void add_kinds() {
        QTest::addColumn<int>("kind");
        QTest::newRow("timely") << static_cast<int>(MemoryKind::timely);
        QTest::newRow("balanced") << static_cast<int>(MemoryKind::balanced);
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void a_bank_is_bounded_and_balanced_data() { add_kinds(); }
    void a_bank_is_bounded_and_balanced() {
        QFETCH(int, kind);
        for (const int capacity : {1, 3, 8, 13}) {
            Bank memory(static_cast<MemoryKind>(kind), capacity);
            for (int i = 0; i < 200; ++i) {
                show(memory, label_of(i), 0.1 + 0.01 * (i % 90));
                QVERIFY(memory.size() <= capacity);
                QCOMPARE(memory.size(), static_cast<std::int64_t>(memory.pictures().size()));
            }
            int most = 0, least = capacity;
            for (const auto& [label, count] : counts_of(memory)) {
                most = std::max(most, count);
                least = std::min(least, count);
            }
            QVERIFY2(capacity < classes || most - least <= 1, qPrintable(QString::number(capacity)));
            for (const Remembered& one : memory.pictures())
                QCOMPARE(one.picture[0][0][0].item<std::int64_t>(), one.number);
        }
    }

    /// RoTTA: 5 places for 4 classes make 1.25 each, so a class may have two.
    void a_class_may_hold_its_share_rounded_up() {
        Bank memory(MemoryKind::timely, 5);
        for (int i = 0; i < 4; ++i)
            show(memory, 2);
        QCOMPARE(memory.size(), std::int64_t(2));
        show(memory, 0);
        show(memory, 1);
        show(memory, 3);
        QCOMPARE(memory.size(), std::int64_t(5));
    }

    /// λ_t/(1 + e^(−age/M)) + λ_u H/ln K by hand: who leaves, and who of equals.
    void the_worst_leaves() {
        Bank memory(MemoryKind::timely, 8); // two of each class
        show(memory, 0, 1.0);
        show(memory, 0, 0.2);
        show(memory, 0, 1.2); // less sure than both: refused, though they are older
        QCOMPARE(numbers_of(memory), (std::vector<std::int64_t>{0, 1}));
        show(memory, 0, 0.9); // surer than the first
        QCOMPARE(numbers_of(memory), (std::vector<std::int64_t>{1, 3}));
        QCOMPARE(memory.pictures()[0].age, std::int64_t(3));
        QCOMPARE(memory.pictures()[1].age, std::int64_t(1));
        // With age alone the oldest leaves; of pictures that are equal in all the later.
        Bank aged(Memory{MemoryKind::timely, 8, 1000, 1.0, 0.0});
        for (int i = 0; i < 3; ++i)
            show(aged, 1, 0.1 * i);
        QCOMPARE(numbers_of(aged), (std::vector<std::int64_t>{1, 2}));
        Bank equal(Memory{MemoryKind::timely, 8, 1000, 0.0, 1.0});
        for (const double entropy : {0.5, 0.5, 0.4})
            show(equal, 1, entropy);
        QCOMPARE(numbers_of(equal), (std::vector<std::int64_t>{0, 2}));
        show(equal, 1, 0.5); // as bad as the worst is not better
        QCOMPARE(numbers_of(equal), (std::vector<std::int64_t>{0, 2}));
    }

    void a_newcomer_of_a_small_class_replaces_one_of_the_largest() {
        Bank memory(Memory{MemoryKind::timely, 6, 1000, 1.0, 0.0}); // 1.5 each
        for (const std::int64_t label : {0, 0, 1, 1, 2, 2, 3})
            show(memory, label);
        QCOMPARE(memory.size(), std::int64_t(6));
        QCOMPARE(numbers_of(memory), (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6}));
    }

    /// NOTE with draws that are given: a newcomer of a class among the largest enters at u <= held/seen.
    void a_reservoir_by_hand() {
        Bank memory(MemoryKind::balanced, 4);
        for (const std::int64_t label : {0, 0, 0, 1})
            show(memory, label);
        std::vector<MemoryDraw> asked;
        std::vector<double> answers = {0.75, 2, 0.76, 0, 1};
        const auto draw = [&](MemoryDraw kind) {
            asked.push_back(kind);
            return answers.at(asked.size() - 1);
        };
        memory.show(picture(4), 0, 0, draw); // the fourth of its class, of which three are held
        QCOMPARE(numbers_of(memory), (std::vector<std::int64_t>{0, 1, 4, 3}));
        memory.show(picture(5), 0, 0, [&](MemoryDraw kind) {
            asked.push_back(kind);
            return 0.61; // above 3/5
        });
        QCOMPARE(numbers_of(memory), (std::vector<std::int64_t>{0, 1, 4, 3}));
        asked.resize(3);
        memory.show(picture(6), 1, 0, draw);
        using Draw = MemoryDraw;
        QCOMPARE(asked, (std::vector<MemoryDraw>{Draw::entrance, Draw::place, Draw::entrance,
                                                 Draw::largest_class, Draw::place}));
        QCOMPARE(numbers_of(memory), (std::vector<std::int64_t>{0, 4, 3, 6}));
        // A draw that cannot be is no draw.
        QVERIFY_EXCEPTION_THROWN(memory.show(picture(7), 3, 0, [](MemoryDraw) { return 3.0; }),
                                 std::invalid_argument);
    }

    void updates_come_every_so_many_pictures_data() { add_kinds(); }
    void updates_come_every_so_many_pictures() {
        QFETCH(int, kind);
        for (const int every : {1, 3, 7}) {
            Bank memory(static_cast<MemoryKind>(kind), 4, every);
            for (int i = 1; i <= 40; ++i)
                QCOMPARE(show(memory, label_of(i)), i % every == 0);
        }
        Bank by_batch(static_cast<MemoryKind>(kind), 4, 0);
        for (int i = 0; i < 40; ++i)
            QVERIFY(!show(by_batch, label_of(i)));
    }

    void weights_of_ages_by_hand() {
        Bank memory(MemoryKind::timely, 4);
        show(memory, 0);
        show(memory, 1);
        const at::Tensor weights = memory.age_weights(); // ages 2 and 1
        for (int i = 0; i < 2; ++i) {
            const double fall = std::exp(-(2.0 - i) / 4);
            QVERIFY(std::abs(weights[i].item<double>() - fall / (1 + fall)) < 1e-15);
        }
    }

    void a_state_goes_on_data() { add_kinds(); }
    /// Bit for bit in the middle of a memory, its random draws included.
    void a_state_goes_on() {
        QFETCH(int, kind);
        const auto chosen = static_cast<MemoryKind>(kind);
        Bank memory(chosen, 6, 5);
        for (int i = 0; i < 33; ++i)
            show(memory, label_of(i), 0.02 * (i % 50));
        const NamedTensors kept = memory.state();
        const auto onwards = [&](MemoryBlock& block) {
            std::vector<bool> due;
            for (int i = 33; i < 90; ++i)
                due.push_back(show(block, label_of(i), 0.02 * (i % 50)));
            return due;
        };
        const std::vector<bool> due = onwards(memory);
        const NamedTensors after = memory.state();
        Bank other(chosen, 6, 5, 99);
        show(other, 3);
        other.restore(kept);
        QVERIFY(same(other.state(), kept));
        QCOMPARE(onwards(other), due);
        QVERIFY(same(other.state(), after));
        other.restore({});
        QCOMPARE(other.size(), std::int64_t(0));
        QVERIFY(other.state().empty());
        memory.reset(at::zeros({}, at::kBool));
        QVERIFY(same(memory.state(), after));
        memory.reset(at::ones({}, at::kBool));
        QVERIFY(memory.state().empty());
    }

    void a_smaller_capacity_takes_pictures_away() {
        Bank memory(MemoryKind::timely, 12);
        for (int i = 0; i < 60; ++i)
            show(memory, label_of(i), 0.02 * (i % 50));
        QCOMPARE(memory.size(), std::int64_t(12));
        memory.choose({MemoryKind::timely, 5, 1000, 1.0, 1.0});
        QCOMPARE(memory.size(), std::int64_t(5));
        for (const auto& [label, count] : counts_of(memory))
            QVERIFY(count <= 2);
        memory.choose({MemoryKind::none});
        QCOMPARE(memory.size(), std::int64_t(5)); // another switch finds it again
    }
};

QTEST_GUILESS_MAIN(TestMemory)
#include "test_memory.moc"
