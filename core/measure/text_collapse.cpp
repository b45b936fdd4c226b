#include "core/measure/text_collapse.h"

#include <algorithm>
#include <map>

namespace lab {

namespace {

/// Occurrences of the most frequent text; empty ones are none.
std::size_t most_frequent(const auto& entries, auto text_of) {
    std::map<std::string, std::size_t> counts;
    std::size_t most = 0;
    for (const auto& entry : entries)
        if (const std::string& text = text_of(entry); !text.empty())
            most = std::max(most, ++counts[text]);
    return most;
}

} // namespace

bool TextCollapseDetector::add(const std::vector<SaidAnswer>& answers) {
    for (const SaidAnswer& answer : answers) {
        const double entropy = answer.entropy();
        if (first_count_ < first) {
            first_entropy_ += entropy;
            ++first_count_;
        }
        recent_.push_back({answer.found, answer.expected, answer.tokens.size(),
                           static_cast<std::size_t>(periodic_tail(answer.tokens)), answer.failed(), entropy});
        if (recent_.size() > window)
            recent_.pop_front();
    }
    collapsed_ = collapsed_ || holds();
    return collapsed_;
}

void TextCollapseDetector::reset() {
    *this = TextCollapseDetector();
}

bool TextCollapseDetector::one_answer() const {
    constexpr double least = 0.4;
    const auto said = static_cast<double>(
        most_frequent(recent_, [](const Entry& e) -> const std::string& { return e.found; }));
    const auto true_ones = static_cast<double>(
        most_frequent(recent_, [](const Entry& e) -> const std::string& { return e.expected; }));
    return said - true_ones >= least * static_cast<double>(window);
}

bool TextCollapseDetector::holds() const {
    constexpr double repeated = 0.6, silent = 0.8, fallen = 3;
    if (recent_.size() < window)
        return false;
    double entropy = 0;
    std::size_t tokens = 0, tail = 0, failed = 0;
    for (const Entry& entry : recent_) {
        entropy += entry.entropy;
        tokens += entry.tokens;
        tail += entry.tail;
        failed += entry.failed ? 1 : 0;
    }
    if (!(entropy / window < first_entropy_ / static_cast<double>(first_count_) / fallen))
        return false;
    return one_answer() ||
           (tokens > 0 && static_cast<double>(tail) >= repeated * static_cast<double>(tokens)) ||
           static_cast<double>(failed) >= silent * static_cast<double>(window);
}

} // namespace lab
