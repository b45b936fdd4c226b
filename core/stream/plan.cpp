#include "core/stream/plan.h"

#include "core/base/random.h"

#include <array>
#include <numeric>
#include <stdexcept>
#include <string>

namespace lab {

namespace {

constexpr std::uint64_t order_key = 0x6f72646572; // "order": keeps the streams of random numbers apart

template <typename T>
void shuffle(std::vector<T>& values, Random& random) {
    for (std::size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[random.integer(static_cast<std::uint32_t>(i))]);
}

/// Indices of the samples in random order, `count` of them; a new order begins where the set ends.
std::vector<std::int64_t> shuffled_samples(std::int64_t set_size, std::int64_t count, Random& random) {
    std::vector<std::int64_t> all, order(static_cast<std::size_t>(set_size));
    std::iota(order.begin(), order.end(), 0);
    while (static_cast<std::int64_t>(all.size()) < count) {
        shuffle(order, random);
        const auto take = std::min<std::int64_t>(set_size, count - static_cast<std::int64_t>(all.size()));
        all.insert(all.end(), order.begin(), order.begin() + take);
    }
    return all;
}

std::vector<StreamItem> one_corruption(const Corruption& corruption, int segment, std::int64_t set_size,
                                       std::int64_t count, Random& random) {
    std::vector<StreamItem> items;
    for (const std::int64_t sample : shuffled_samples(set_size, count, random))
        items.push_back({sample, corruption, segment, false});
    return items;
}

std::vector<StreamItem> label_shift(const StreamSpec& spec, const std::vector<int>& labels, int classes,
                                    Random& random) {
    std::vector<std::vector<std::int64_t>> by_class(static_cast<std::size_t>(classes));
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (labels[i] >= 0 && labels[i] < classes)
            by_class[static_cast<std::size_t>(labels[i])].push_back(static_cast<std::int64_t>(i));
    // Of a model's classes the data may have a few alone: the stream is made of these.
    std::vector<int> present;
    for (int c = 0; c < classes; ++c)
        if (!by_class[static_cast<std::size_t>(c)].empty())
            present.push_back(c);
    if (present.empty())
        throw std::invalid_argument("stream.scenario: label_shift needs labels, no picture has one");
    const auto count = std::ssize(present);
    std::vector<int> slots(present.size()); // places in `present`
    std::iota(slots.begin(), slots.end(), 0);
    shuffle(slots, random);
    const double own = spec.imbalance_ratio / (spec.imbalance_ratio + static_cast<double>(count) - 1);
    std::vector<StreamItem> items;
    for (std::int64_t i = 0; i < spec.images; ++i) {
        int place = slots[static_cast<std::size_t>(i * count / spec.images)];
        if (random.uniform() >= own && count > 1) {
            const auto other = static_cast<int>(random.integer(static_cast<std::uint32_t>(count - 1)));
            place = other < place ? other : other + 1;
        }
        const int chosen = present[static_cast<std::size_t>(place)];
        const auto& pool = by_class[static_cast<std::size_t>(chosen)];
        const std::int64_t sample = pool[random.integer(static_cast<std::uint32_t>(pool.size()))];
        items.push_back({sample, spec.corruption, 0, false});
    }
    return items;
}

void append(std::vector<StreamItem>& all, const std::vector<StreamItem>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// Every standard corruption once, `spec.images` pictures each.
std::vector<StreamItem> all_corruptions(const StreamSpec& spec, std::int64_t set_size, Random& random) {
    std::vector<StreamItem> items;
    int segment = 0;
    for (const CorruptionKind kind : standard_corruptions()) {
        const Corruption corruption{kind, spec.corruption.severity, spec.corruption.table};
        append(items, one_corruption(corruption, segment++, set_size, spec.images, random));
    }
    return items;
}

std::vector<StreamItem> blind_spot(const StreamSpec& spec, std::int64_t set_size, Random& random) {
    std::vector<StreamItem> items = one_corruption(spec.corruption, 0, set_size, spec.images, random);
    std::vector<StreamItem> scored = items;
    for (StreamItem& item : scored) {
        item.segment = 1;
        item.frozen = true;
    }
    append(items, scored);
    return items;
}

/// Severity 1, 2, … 5, … 2, 1, an equal share of the images each.
std::vector<StreamItem> ramp(const StreamSpec& spec, std::int64_t set_size, Random& random) {
    constexpr std::array severities = {1, 2, 3, 4, 5, 4, 3, 2, 1};
    std::vector<StreamItem> items;
    std::int64_t begin = 0;
    for (std::size_t i = 0; i < severities.size(); ++i) {
        const std::int64_t end = spec.images * static_cast<std::int64_t>(i + 1) / std::ssize(severities);
        const Corruption corruption{spec.corruption.kind, severities[i], spec.corruption.table};
        append(items, one_corruption(corruption, static_cast<int>(i), set_size, end - begin, random));
        begin = end;
    }
    return items;
}

std::vector<StreamItem> noise_first(const StreamSpec& spec, std::int64_t set_size, Random& random) {
    std::vector<StreamItem> items;
    const std::int64_t pictures = static_cast<std::int64_t>(spec.noise_batches) * spec.batch_size;
    for (std::int64_t i = 0; i < pictures; ++i)
        items.push_back({i, {CorruptionKind::none, 5, CorruptionTable::automatic}, 0, true});
    append(items, one_corruption(spec.corruption, 1, set_size, spec.images, random));
    return items;
}

} // namespace

std::vector<StreamItem> plan_stream(const StreamSpec& spec, const std::vector<int>& labels, int classes) {
    if (labels.empty())
        throw std::invalid_argument("data: the image set is empty");
    Random random({order_key, spec.seed});
    const auto set_size = static_cast<std::int64_t>(labels.size());
    switch (spec.scenario) {
    case ScenarioKind::mild:
        return one_corruption(spec.corruption, 0, set_size, spec.images, random);
    case ScenarioKind::label_shift:
        return label_shift(spec, labels, classes, random);
    case ScenarioKind::mixed: {
        std::vector<StreamItem> items = all_corruptions(spec, set_size, random);
        shuffle(items, random);
        for (StreamItem& item : items)
            item.segment = 0;
        return items;
    }
    case ScenarioKind::continual:
        return all_corruptions(spec, set_size, random);
    case ScenarioKind::noise_first:
        return noise_first(spec, set_size, random);
    case ScenarioKind::blind_spot:
        return blind_spot(spec, set_size, random);
    case ScenarioKind::ramp:
        return ramp(spec, set_size, random);
    case ScenarioKind::custom: {
        std::vector<StreamItem> items;
        int index = 0;
        for (const Segment& segment : spec.segments)
            append(items, one_corruption(segment.corruption, index++, set_size, segment.images, random));
        return items;
    }
    }
    throw std::invalid_argument("stream.scenario: unknown kind");
}

void keep_wrong(std::vector<StreamItem>& plan, const std::vector<bool>& wrong) {
    std::vector<StreamItem> kept;
    std::size_t index = 0;
    for (const StreamItem& item : plan)
        if (item.frozen || wrong.at(index++))
            kept.push_back(item);
    plan = std::move(kept);
}

} // namespace lab
