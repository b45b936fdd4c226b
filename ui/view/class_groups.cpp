#include "ui/view/class_groups.h"

#include "ui/style/theme.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace lab {

QColor classColor(int index) {
    // Neighbours in the order of the classes are far apart in hue and lightness.
    struct Tint {
        float hue, saturation, lightness;
    };
    static constexpr std::array<Tint, ClassGroups::most> tints{{{0.58F, 0.45F, 0.47F},
                                                                {0.10F, 0.75F, 0.68F},
                                                                {0.42F, 0.32F, 0.40F},
                                                                {0.97F, 0.50F, 0.68F},
                                                                {0.77F, 0.32F, 0.50F},
                                                                {0.52F, 0.45F, 0.75F},
                                                                {0.05F, 0.45F, 0.45F},
                                                                {0.27F, 0.40F, 0.62F},
                                                                {0.66F, 0.40F, 0.76F},
                                                                {0.14F, 0.55F, 0.47F}}};
    const Tint& tint = tints[static_cast<std::size_t>(index) % tints.size()];
    return QColor::fromHslF(tint.hue, tint.saturation, tint.lightness);
}

ClassGroups::ClassGroups(const std::vector<std::int64_t>& counts) {
    std::vector<int> order(counts.size());
    std::iota(order.begin(), order.end(), 0);
    other_ = counts.size() > most;
    if (other_) {
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
            return counts[static_cast<std::size_t>(a)] > counts[static_cast<std::size_t>(b)];
        });
        order.resize(most - 1);
        std::sort(order.begin(), order.end());
    }
    shown_ = order;
    group_.assign(counts.size(), static_cast<int>(shown_.size()));
    for (std::size_t group = 0; group < shown_.size(); ++group)
        group_[static_cast<std::size_t>(shown_[group])] = static_cast<int>(group);
}

int ClassGroups::of(int label) const {
    const auto at = static_cast<std::size_t>(label);
    return label >= 0 && at < group_.size() ? group_[at] : static_cast<int>(shown_.size());
}

int ClassGroups::classOf(int group) const {
    const auto at = static_cast<std::size_t>(group);
    return group >= 0 && at < shown_.size() ? shown_[at] : -1;
}

QColor ClassGroups::color(int group) const {
    return group < static_cast<int>(shown_.size()) ? classColor(group) : theme::border();
}

} // namespace lab
