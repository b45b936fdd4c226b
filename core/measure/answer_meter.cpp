#include "core/measure/answer_meter.h"

#include <algorithm>
#include <cmath>

namespace lab {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

double ratio(double part, double whole) {
    return whole > 0 ? part / whole : nothing;
}

template <typename Value>
class Counter {
  public:
    void add(const Value& value) { most_ = std::max(most_, ++counts_[value]); }
    double most() const { return static_cast<double>(most_); }

  private:
    std::map<Value, std::size_t> counts_;
    std::size_t most_ = 0;
};

} // namespace

void AnswerMeter::add(const std::vector<SaidAnswer>& answers) {
    for (const SaidAnswer& answer : answers) {
        recent_.push_back({answer.found, answer.expected, answer.tokens, answer.true_tokens});
        certain_.emplace_back(answer.entropy(), answer.right);
    }
    while (recent_.size() > dominance_window)
        recent_.pop_front();
    while (certain_.size() > certainty_window)
        certain_.pop_front();
}

double AnswerMeter::answer_dominance() const {
    Counter<std::string> counter;
    for (const Entry& entry : recent_)
        if (!entry.found.empty())
            counter.add(entry.found);
    return ratio(counter.most(), static_cast<double>(recent_.size()));
}

double AnswerMeter::true_answer_dominance() const {
    Counter<std::string> counter;
    for (const Entry& entry : recent_)
        counter.add(entry.expected);
    return ratio(counter.most(), static_cast<double>(recent_.size()));
}

double AnswerMeter::token_dominance() const {
    Counter<std::int64_t> counter;
    double all = 0;
    for (const Entry& entry : recent_)
        for (const std::int64_t token : entry.tokens) {
            counter.add(token);
            ++all;
        }
    return ratio(counter.most(), all);
}

double AnswerMeter::true_token_dominance() const {
    Counter<std::int64_t> counter;
    double all = 0;
    for (const Entry& entry : recent_)
        for (const std::int64_t token : entry.true_tokens) {
            counter.add(token);
            ++all;
        }
    return ratio(counter.most(), all);
}

double AnswerMeter::entropy_auroc() const {
    std::vector<double> wrong, right;
    for (const auto& [entropy, is_right] : certain_)
        (is_right ? right : wrong).push_back(entropy);
    return chance_of_larger(wrong, right);
}

AnswerMeasures measures_of(const std::vector<SaidAnswer>& answers) {
    AnswerMeasures m;
    std::vector<double> entropies;
    double said = 0, tails = 0, asked = 0, right = 0, distinct = 0, with_tokens = 0;
    for (const SaidAnswer& answer : answers) {
        entropies.insert(entropies.end(), answer.entropies.begin(), answer.entropies.end());
        m.tokens += static_cast<double>(answer.entropies.size());
        m.ended_share += answer.ended ? 1 : 0;
        m.extraction_failures += answer.ended && answer.found.empty() ? 1 : 0;
        m.undecided_share += answer.undecided ? 1 : 0;
        said += static_cast<double>(answer.tokens.size());
        tails += static_cast<double>(periodic_tail(answer.tokens));
        if (!answer.tokens.empty()) {
            distinct += distinct_share(answer.tokens);
            ++with_tokens;
        }
        if (answer.steps_asked >= 0) {
            asked += answer.steps_asked;
            right += answer.steps_right;
        }
    }
    const auto count = static_cast<double>(answers.size());
    m.answer_length = ratio(m.tokens, count);
    m.ended_share = ratio(m.ended_share, count);
    m.extraction_failures = ratio(m.extraction_failures, count);
    m.undecided_share = ratio(m.undecided_share, count);
    m.steps_right = ratio(right, asked);
    m.distinct_tokens = ratio(distinct, with_tokens);
    m.periodic_tail = ratio(tails, said);
    m.entropy_top_fifth = share_of_top_fifth(std::move(entropies));
    return m;
}

} // namespace lab
