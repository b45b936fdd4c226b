#include "core/record/detail_store.h"

#include <algorithm>
#include <iterator>

namespace lab {

void DetailStore::add(const BatchDetailPtr& detail) {
    BatchDetailPtr whole = detail;
    if (const auto old = details_.find(detail->step); old != details_.end()) {
        auto merged = std::make_shared<BatchDetail>(*old->second);
        for (const StepDetail& lane : detail->lanes) {
            std::erase_if(merged->lanes, [&](const StepDetail& d) { return d.lane == lane.lane; });
            merged->lanes.push_back(lane);
        }
        for (const TokenText& token : detail->vocabulary)
            if (const auto at =
                    std::lower_bound(merged->vocabulary.begin(), merged->vocabulary.end(), token,
                                     [](const TokenText& a, const TokenText& b) { return a.id < b.id; });
                at == merged->vocabulary.end() || at->id != token.id)
                merged->vocabulary.insert(at, token);
        bytes_ -= old->second->bytes();
        details_.erase(old);
        whole = merged;
    }
    bytes_ += whole->bytes();
    details_[whole->step] = std::move(whole);
    if (bytes_ > bound_)
        thin();
}

void DetailStore::thin() {
    // Somewhat below the bound, so that not every step has to thin again.
    const std::size_t aim = bound_ / 8 * 7;
    const auto drop = [&](auto at) {
        bytes_ -= at->second->bytes();
        return details_.erase(at);
    };
    // The stride of the last time first takes what it would have left out among the steps that came since.
    for (int stride = std::max(2, thinning_); bytes_ > aim && details_.size() > 4; stride *= 2) {
        auto at = details_.begin();
        for (std::size_t left = details_.size() - details_.size() / 4; left > 0 && bytes_ > aim; --left)
            at = at->first % stride == 0 ? std::next(at) : drop(at);
        thinning_ = stride;
        if (stride > details_.rbegin()->first)
            break;
    }
    while (bytes_ > bound_ && !details_.empty())
        drop(details_.begin());
}

void DetailStore::clear() {
    details_.clear();
    bytes_ = 0;
    thinning_ = 1;
}

BatchDetailPtr DetailStore::at(int step) const {
    const auto found = details_.find(step);
    return found == details_.end() ? nullptr : found->second;
}

BatchDetailPtr DetailStore::at_or_before(int step) const {
    const auto after = details_.upper_bound(step);
    return after == details_.begin() ? nullptr : std::prev(after)->second;
}

std::vector<BatchDetailPtr> DetailStore::window(int step, int count) const {
    std::vector<BatchDetailPtr> found;
    for (auto at = details_.upper_bound(step); at != details_.begin() && std::ssize(found) < count;)
        found.push_back((--at)->second);
    std::reverse(found.begin(), found.end());
    return found;
}

std::vector<int> DetailStore::steps_with(std::int64_t sample) const {
    std::vector<int> found;
    for (const auto& [step, detail] : details_)
        if (std::find(detail->samples.begin(), detail->samples.end(), sample) != detail->samples.end())
            found.push_back(step);
    return found;
}

std::vector<int> DetailStore::steps() const {
    std::vector<int> all;
    for (const auto& [step, detail] : details_)
        all.push_back(step);
    return all;
}

} // namespace lab
