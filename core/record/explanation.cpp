#include "core/record/explanation.h"

#include "core/record/measure_table.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <span>
#include <tuple>
#include <utility>

namespace lab {

namespace {

constexpr int longest_window = 10;
constexpr std::size_t steps_before_the_turn = 3;

using Steps = std::span<const StepRecord* const>;

double mean_of(Steps steps, const std::function<double(const StepRecord&)>& value) {
    double sum = 0;
    int count = 0;
    for (const StepRecord* step : steps)
        if (const double found = value(*step); std::isfinite(found)) {
            sum += found;
            ++count;
        }
    return count == 0 ? StepRecord::nothing : sum / count;
}

/// How often each class stands in a list; unknown ones (negative) are not counted.
std::map<int, int> counts_of(Steps steps, std::vector<int> StepRecord::*list) {
    std::map<int, int> counts;
    for (const StepRecord* step : steps)
        for (const int index : step->*list)
            if (index >= 0)
                ++counts[index];
    return counts;
}

/// The most frequent class and its share.
std::pair<int, double> most_frequent(const std::map<int, int>& counts) {
    int all = 0;
    auto top = counts.end();
    for (auto entry = counts.begin(); entry != counts.end(); ++entry) {
        all += entry->second;
        if (top == counts.end() || entry->second > top->second)
            top = entry;
    }
    return top == counts.end() ? std::pair{-1, StepRecord::nothing}
                               : std::pair{top->first, static_cast<double>(top->second) / all};
}

/// Share of the pictures of other classes that were called this one.
double taken_by(int top_class, Steps steps) {
    int others = 0, taken = 0;
    for (const StepRecord* step : steps)
        for (std::size_t i = 0; i < std::min(step->labels.size(), step->predictions.size()); ++i)
            if (step->labels[i] >= 0 && step->labels[i] != top_class) {
                ++others;
                taken += step->predictions[i] == top_class;
            }
    return others == 0 ? StepRecord::nothing : static_cast<double>(taken) / others;
}

/// The recipe that the lane follows at the account's end, and its latest switch up to there.
void take_recipe(const Recording& recording, LaneExplanation& account) {
    account.recipe = account.began = recording.spec.lanes[static_cast<std::size_t>(account.lane)].recipe;
    bool first = true;
    for (const Event& event : recording.events) {
        const auto* thrown = event.as<SwitchThrown>();
        if (thrown == nullptr || event.lane != account.lane)
            continue;
        if (first)
            account.recipe = account.began =
                thrown->before; // a window's specification may hold what was switched to
        first = false;
        if (event.step > account.steps)
            break;
        account.recipe = thrown->after;
        account.switched_at = event.step;
    }
}

void take_classes(Steps steps, Steps first, Steps last, LaneExplanation& account) {
    std::tie(account.top_class, account.top_share) = most_frequent(counts_of(last, &StepRecord::predictions));
    if (account.top_class < 0)
        return;
    const std::map<int, int> labels = counts_of(last, &StepRecord::labels);
    int all = 0;
    for (const auto& [index, count] : labels)
        all += count;
    if (all == 0)
        return;
    const auto own = labels.find(account.top_class);
    account.true_share = own == labels.end() ? 0 : static_cast<double>(own->second) / all;
    account.taken = {taken_by(account.top_class, first), taken_by(account.top_class, last)};
    if (!(account.taken.after >= 0.5))
        return; // nothing has taken over
    std::size_t turned = steps.size();
    for (std::size_t i = steps.size(); i-- > 0;) {
        const double taken = taken_by(account.top_class, steps.subspan(i, 1));
        if (taken < 0.5)
            break;
        if (taken >= 0.5) // a step of that class alone tells nothing
            turned = i;
    }
    if (turned == steps.size())
        return;
    account.turned_at = steps[turned]->step;
    const std::size_t from = turned - std::min(turned, steps_before_the_turn);
    std::tie(account.stream_class, account.stream_share) =
        most_frequent(counts_of(steps.subspan(from, turned - from), &StepRecord::labels));
}

LaneExplanation account_of(const Recording* run, int lane, Steps all) {
    LaneExplanation account;
    account.lane = lane;
    for (const StepRecord* step : all)
        if (step->collapsed_at > 0 && account.collapsed_at == 0)
            account.collapsed_at = step->collapsed_at;
    std::size_t end = all.size();
    if (account.collapsed_at > 0)
        while (end > 1 && all[end - 1]->step > account.collapsed_at)
            --end;
    const Steps steps = all.first(end);
    account.steps = steps.back()->step;
    account.window =
        std::min(longest_window, std::max(1, static_cast<int>(steps.size()) / 2)); // the two do not overlap
    const Steps first = steps.first(static_cast<std::size_t>(account.window)),
                last = steps.last(static_cast<std::size_t>(account.window));
    const auto course = [&](const char* id) {
        const MeasureRow& row = measure(id);
        const auto value = [&](const StepRecord& record) { return row.value(record); };
        return Course{mean_of(first, value), mean_of(last, value)};
    };
    account.accuracy = course("accuracy");
    account.logit_norm = course("logit_norm");
    account.entropy = course("entropy");
    account.distance = course(first_at(ChartPlace::predictor).id);
    account.divergence = course("loss_divergence");
    if (run != nullptr && static_cast<std::size_t>(lane) < run->spec.lanes.size())
        take_recipe(*run, account);
    take_classes(steps, first, last, account);
    return account;
}

} // namespace

std::vector<LaneExplanation> explain(const std::vector<StepRecord>& records, int up_to_step,
                                     const Recording* run) {
    std::map<int, std::vector<const StepRecord*>> lanes;
    for (const StepRecord& record : records)
        if (record.lane >= 0 && record.step <= up_to_step)
            lanes[record.lane].push_back(&record);
    std::vector<LaneExplanation> accounts;
    for (const auto& [lane, steps] : lanes)
        accounts.push_back(account_of(run, lane, steps));
    return accounts;
}

std::vector<LaneExplanation> explain(const Recording& recording) {
    return explain(recording.records, std::numeric_limits<int>::max(), &recording);
}

} // namespace lab
