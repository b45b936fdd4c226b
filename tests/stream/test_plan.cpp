#include "core/stream/plan.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace lab;

namespace {

constexpr int classes = 10;
constexpr int set_size = 500;

/// Picture i is of class i modulo 10: fifty of each.
std::vector<int> labels() {
    std::vector<int> all;
    for (int i = 0; i < set_size; ++i)
        all.push_back(i % classes);
    return all;
}

int class_of(const StreamItem& item) {
    return static_cast<int>(item.sample % classes);
}

StreamSpec spec_of(ScenarioKind kind, std::int64_t images, std::uint64_t seed = 1) {
    StreamSpec spec;
    spec.scenario = kind;
    spec.images = images;
    spec.seed = seed;
    spec.corruption = {CorruptionKind::fog, 3, CorruptionTable::size32};
    return spec;
}

std::vector<StreamItem> plan(const StreamSpec& spec) {
    return plan_stream(spec, labels(), classes);
}

std::vector<std::int64_t> samples(const std::vector<StreamItem>& items, std::size_t begin, std::size_t end) {
    std::vector<std::int64_t> all;
    for (std::size_t i = begin; i < end; ++i)
        all.push_back(items[i].sample);
    return all;
}

/// Every sample once, in an order other than the set's.
bool is_shuffle(std::vector<std::int64_t> order) {
    const bool shuffled = !std::is_sorted(order.begin(), order.end());
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < order.size(); ++i)
        if (order[i] != static_cast<std::int64_t>(i))
            return false;
    return shuffled && order.size() == set_size;
}

/// Σ (found − expected)² / expected over the classes.
double chi_square(const std::vector<int>& counts, double expected) {
    double sum = 0;
    for (const int count : counts)
        sum += (count - expected) * (count - expected) / expected;
    return sum;
}

} // namespace

class TestPlan : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void the_seed_decides_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("mild") << int(ScenarioKind::mild);
        QTest::newRow("label shift") << int(ScenarioKind::label_shift);
        QTest::newRow("mixed") << int(ScenarioKind::mixed);
        QTest::newRow("continual") << int(ScenarioKind::continual);
        QTest::newRow("noise first") << int(ScenarioKind::noise_first);
        QTest::newRow("blind spot") << int(ScenarioKind::blind_spot);
        QTest::newRow("ramp") << int(ScenarioKind::ramp);
        QTest::newRow("custom") << int(ScenarioKind::custom);
    }
    void the_seed_decides() {
        QFETCH(int, kind);
        bool inside = true;
        const auto samples_with = [&](std::uint64_t seed) {
            StreamSpec spec = spec_of(ScenarioKind(kind), 300, seed);
            spec.segments = {{{CorruptionKind::snow, 2, CorruptionTable::automatic}, 300}};
            const auto items = plan(spec);
            for (const StreamItem& item : items)
                inside = inside && item.sample >= 0 && (item.pure_noise || item.sample < set_size);
            return samples(items, 0, items.size());
        };
        QCOMPARE(samples_with(1), samples_with(1));
        QVERIFY(samples_with(1) != samples_with(2));
        QCOMPARE(samples_with(1).size(), samples_with(2).size());
        QVERIFY(inside);
    }

    void mild_draws_without_replacement() {
        const auto items = plan(spec_of(ScenarioKind::mild, 1200));
        QCOMPARE(items.size(), std::size_t(1200));
        QVERIFY(is_shuffle(samples(items, 0, set_size)));
        QVERIFY(is_shuffle(samples(items, set_size, 2 * set_size)));
        QVERIFY(samples(items, 0, set_size) != samples(items, set_size, 2 * set_size));
        const auto rest = samples(items, 1000, 1200);
        QCOMPARE(std::set<std::int64_t>(rest.begin(), rest.end()).size(), std::size_t(200));
        for (const StreamItem& item : items) {
            QCOMPARE(item.corruption, (Corruption{CorruptionKind::fog, 3, CorruptionTable::size32}));
            QVERIFY(item.segment == 0 && !item.pure_noise && !item.frozen);
        }
    }

    /// Ratio 1: every class equally likely at every time. 99.9 % of chi-square with 9 degrees lie below 27.9.
    void label_shift_with_ratio_one_is_uniform() {
        StreamSpec spec = spec_of(ScenarioKind::label_shift, 20000);
        spec.imbalance_ratio = 1;
        const auto items = plan(spec);
        QCOMPARE(items.size(), std::size_t(20000));
        for (int slot = 0; slot < 10; ++slot) {
            std::vector<int> counts(classes, 0);
            for (int i = 2000 * slot; i < 2000 * (slot + 1); ++i)
                ++counts[std::size_t(class_of(items[std::size_t(i)]))];
            QVERIFY2(chi_square(counts, 200) < 27.9, QByteArray::number(slot));
        }
        // Within a class pictures are drawn with replacement, all equally likely: 499 degrees, below 602.
        std::vector<int> counts(set_size, 0);
        for (const StreamItem& item : items)
            ++counts[std::size_t(item.sample)];
        QVERIFY(chi_square(counts, 40) < 602);
        QVERIFY(chi_square(counts, 40) > 400); // as even as a shuffle it is not
    }

    /// Ratio 9 and ten classes: 9/18 for the slot's class, 1/18 for each other.
    void label_shift_draws_with_the_ratio() {
        StreamSpec spec = spec_of(ScenarioKind::label_shift, 20000);
        spec.imbalance_ratio = 9;
        const auto items = plan(spec);
        std::set<int> owners;
        for (int slot = 0; slot < 10; ++slot) {
            std::vector<int> counts(classes, 0);
            for (int i = 2000 * slot; i < 2000 * (slot + 1); ++i)
                ++counts[std::size_t(class_of(items[std::size_t(i)]))];
            const auto top = std::max_element(counts.begin(), counts.end());
            QVERIFY(std::abs(*top - 1000) < 4 * std::sqrt(2000 * 0.25));
            owners.insert(int(top - counts.begin()));
            counts.erase(top);
            for (const int count : counts)
                QVERIFY(std::abs(count - 2000 / 18.0) < 4.5 * std::sqrt(2000 / 18.0));
        }
        QCOMPARE(owners.size(), std::size_t(classes)); // each class owns one slot
    }

    void label_shift_with_a_very_large_ratio_is_class_order() {
        StreamSpec spec = spec_of(ScenarioKind::label_shift, 997); // slots of 99 or 100
        spec.imbalance_ratio = 1e12;
        std::vector<int> order;
        std::map<int, int> lengths;
        for (const StreamItem& item : plan(spec)) {
            if (order.empty() || order.back() != class_of(item))
                order.push_back(class_of(item));
            ++lengths[class_of(item)];
        }
        QCOMPARE(order.size(), std::size_t(classes));
        QCOMPARE(lengths.size(), std::size_t(classes)); // every class occurs
        for (const auto& [c, length] : lengths)
            QVERIFY(length == 99 || length == 100);
        QVERIFY(!std::is_sorted(order.begin(), order.end())); // the class order is shuffled
    }

    /// Data with a few of the model's classes: the stream is made of these, in slots of one length.
    void label_shift_of_a_few_classes() {
        std::vector<int> few = labels();
        for (int& label : few)
            label = label % 2 == 0 ? 3 : 8;
        StreamSpec spec = spec_of(ScenarioKind::label_shift, 100);
        spec.imbalance_ratio = 1e6;
        const auto items = plan_stream(spec, few, classes);
        QCOMPARE(items.size(), std::size_t(100));
        for (std::size_t i = 0; i < items.size(); ++i)
            QCOMPARE(few[std::size_t(items[i].sample)], few[std::size_t(items[i < 50 ? 0 : 99].sample)]);
        QVERIFY(few[std::size_t(items[0].sample)] != few[std::size_t(items[99].sample)]);
        const std::vector<int> one(20, 4);
        QCOMPARE(plan_stream(spec, one, classes).size(), std::size_t(100));
    }

    void label_shift_needs_labels() {
        const std::vector<int> unknown(20, -1);
        try {
            plan_stream(spec_of(ScenarioKind::label_shift, 100), unknown, classes);
            QFAIL("nothing was thrown");
        } catch (const std::invalid_argument& fault) {
            QCOMPARE(std::string(fault.what()),
                     std::string("stream.scenario: label_shift needs labels, no picture has one"));
        }
        QVERIFY_EXCEPTION_THROWN(plan_stream(spec_of(ScenarioKind::mild, 100), {}, classes),
                                 std::invalid_argument);
    }

    void mixed_shuffles_all_fifteen() {
        const auto items = plan(spec_of(ScenarioKind::mixed, 40));
        QCOMPARE(items.size(), std::size_t(600));
        std::map<CorruptionKind, int> counts;
        int changes = 0;
        for (std::size_t i = 0; i < items.size(); ++i) {
            ++counts[items[i].corruption.kind];
            changes += i > 0 && items[i].corruption.kind != items[i - 1].corruption.kind;
            QCOMPARE(items[i].segment, 0);
            QCOMPARE(items[i].corruption.severity, 3);
        }
        QCOMPARE(counts.size(), std::size_t(15));
        for (const CorruptionKind kind : standard_corruptions())
            QCOMPARE(counts[kind], 40);
        QVERIFY(changes > 500); // 14 of 15 neighbours differ
    }

    void continual_goes_through_all_fifteen_in_order() {
        const auto items = plan(spec_of(ScenarioKind::continual, 40));
        QCOMPARE(items.size(), std::size_t(600));
        for (std::size_t i = 0; i < items.size(); ++i) {
            QCOMPARE(items[i].segment, int(i / 40));
            QCOMPARE(items[i].corruption,
                     (Corruption{standard_corruptions()[i / 40], 3, CorruptionTable::size32}));
        }
    }

    void noise_comes_first() {
        StreamSpec spec = spec_of(ScenarioKind::noise_first, 100);
        spec.noise_batches = 3;
        spec.batch_size = 16;
        const auto items = plan(spec);
        QCOMPARE(items.size(), std::size_t(148));
        for (std::size_t i = 0; i < items.size(); ++i) {
            QCOMPARE(items[i].pure_noise, i < 48);
            QCOMPARE(items[i].segment, i < 48 ? 0 : 1);
            if (i < 48)
                QCOMPARE(items[i].sample, std::int64_t(i)); // each noise picture is another
            else
                QCOMPARE(items[i].corruption.kind, CorruptionKind::fog);
        }
    }

    void blind_spot_adapts_on_wrong_ones_and_scores_all() {
        auto items = plan(spec_of(ScenarioKind::blind_spot, 100));
        QCOMPARE(items.size(), std::size_t(200));
        QCOMPARE(samples(items, 0, 100), samples(items, 100, 200));
        for (std::size_t i = 0; i < items.size(); ++i) {
            QCOMPARE(items[i].frozen, i >= 100);
            QCOMPARE(items[i].segment, i >= 100 ? 1 : 0);
        }
        std::vector<bool> wrong(100, false);
        wrong[7] = wrong[99] = true;
        const auto before = items;
        keep_wrong(items, wrong);
        QCOMPARE(items.size(), std::size_t(102));
        QCOMPARE(items[0].sample, before[7].sample);
        QCOMPARE(items[1].sample, before[99].sample);
        QCOMPARE(samples(items, 2, 102), samples(before, 100, 200));
        QVERIFY(!items[1].frozen && items[2].frozen);
    }

    void ramp_goes_up_and_down() {
        const auto items = plan(spec_of(ScenarioKind::ramp, 95)); // nine pieces of 10 or 11
        QCOMPARE(items.size(), std::size_t(95));
        std::vector<int> severities;
        std::map<int, int> lengths;
        for (const StreamItem& item : items) {
            QCOMPARE(item.corruption.kind, CorruptionKind::fog);
            if (std::size_t(item.segment) == severities.size())
                severities.push_back(item.corruption.severity);
            QCOMPARE(item.corruption.severity, severities.back());
            ++lengths[item.segment];
        }
        QCOMPARE(severities, (std::vector<int>{1, 2, 3, 4, 5, 4, 3, 2, 1}));
        for (const auto& [segment, length] : lengths)
            QVERIFY(length == 10 || length == 11);
    }

    void custom_follows_its_segments() {
        StreamSpec spec = spec_of(ScenarioKind::custom, 1);
        const Corruption none, snow{CorruptionKind::snow, 2, CorruptionTable::automatic};
        spec.segments = {{none, 5}, {snow, 7}, {none, 600}};
        const auto items = plan(spec);
        QCOMPARE(items.size(), std::size_t(612));
        for (std::size_t i = 0; i < items.size(); ++i) {
            QCOMPARE(items[i].segment, i < 5 ? 0 : i < 12 ? 1 : 2);
            QCOMPARE(items[i].corruption, items[i].segment == 1 ? snow : none);
        }
        QVERIFY(is_shuffle(samples(items, 12, 512)));
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "test_plan.moc"
