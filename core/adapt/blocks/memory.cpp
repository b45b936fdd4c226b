#include "core/adapt/blocks/memory.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace lab {

namespace {

template <class Part>
at::Tensor listed(const std::vector<Remembered>& pictures, const Part& part) {
    std::vector<std::int64_t> values;
    for (const Remembered& one : pictures)
        values.push_back(part(one));
    return at::tensor(values, at::kLong);
}

std::vector<std::int64_t> values_of(const at::Tensor& whole) {
    const at::Tensor there = whole.to(at::kCPU, at::kLong).contiguous();
    return {there.data_ptr<std::int64_t>(), there.data_ptr<std::int64_t>() + there.numel()};
}

} // namespace

void MemoryBlock::expect_classes(std::int64_t classes) {
    if (std::ssize(banks_) == classes)
        return;
    forget();
    banks_.resize(static_cast<std::size_t>(classes));
    seen_.assign(static_cast<std::size_t>(classes), 0);
}

void MemoryBlock::choose(const Memory& rule) {
    rule_ = rule;
    while (enabled() && size() > rule_.capacity) {
        Bank& largest = bank(largest_classes().front());
        const auto worse = [this](const Remembered& a, const Remembered& b) { return score(a) <= score(b); };
        largest.erase(std::max_element(largest.begin(), largest.end(), worse));
    }
}

double MemoryBlock::score(const Remembered& picture) const {
    const double age = static_cast<double>(picture.age) / rule_.capacity;
    const double most = std::log(static_cast<double>(banks_.size()));
    return rule_.timeliness / (1 + std::exp(-age)) + rule_.uncertainty * picture.entropy / most;
}

std::vector<std::int64_t> MemoryBlock::largest_classes() const {
    std::size_t most = 0;
    for (const Bank& own : banks_)
        most = std::max(most, own.size());
    std::vector<std::int64_t> largest;
    for (std::size_t c = 0; c < banks_.size(); ++c)
        if (banks_[c].size() == most)
            largest.push_back(static_cast<std::int64_t>(c));
    return largest;
}

bool MemoryBlock::show(const at::Tensor& picture, std::int64_t label, double entropy,
                       const MemoryDraws& draw) {
    Remembered newcomer{picture, shown_++, label, entropy, 0};
    ++seen_[static_cast<std::size_t>(label)];
    if (rule_.kind == MemoryKind::balanced)
        show_balanced(std::move(newcomer), draw);
    else
        show_timely(std::move(newcomer));
    for (Bank& own : banks_)
        for (Remembered& one : own)
            ++one.age;
    ++since_update_;
    if (rule_.update_every == 0 || since_update_ < rule_.update_every)
        return false;
    since_update_ = 0;
    return true;
}

void MemoryBlock::replace_worst(const std::vector<std::int64_t>& classes, Remembered newcomer) {
    Bank* from = nullptr;
    std::ptrdiff_t place = 0;
    double worst = 0;
    for (const std::int64_t c : classes)
        for (std::size_t i = 0; i < bank(c).size(); ++i)
            if (const double s = score(bank(c)[i]); from == nullptr || s >= worst) {
                from = &bank(c);
                place = static_cast<std::ptrdiff_t>(i);
                worst = s;
            }
    if (from == nullptr || !(worst > score(newcomer)))
        return;
    from->erase(from->begin() + place);
    newcomer.picture = newcomer.picture.clone();
    bank(newcomer.label).push_back(std::move(newcomer));
}

/// RoTTA: a class may hold capacity / K, which need not be whole.
void MemoryBlock::show_timely(Remembered newcomer) {
    const double share = static_cast<double>(rule_.capacity) / static_cast<double>(banks_.size());
    Bank& own = bank(newcomer.label);
    if (static_cast<double>(own.size()) >= share)
        return replace_worst({newcomer.label}, std::move(newcomer));
    if (size() >= rule_.capacity)
        return replace_worst(largest_classes(), std::move(newcomer));
    newcomer.picture = newcomer.picture.clone();
    own.push_back(std::move(newcomer));
}

std::int64_t MemoryBlock::place_in(std::int64_t label, const MemoryDraws& draw) {
    const auto held = static_cast<std::int64_t>(bank(label).size());
    if (!draw)
        return chance_.below(held);
    const auto place = static_cast<std::int64_t>(draw(MemoryDraw::place));
    if (place < 0 || place >= held)
        throw std::invalid_argument("memory: expected a place below " + std::to_string(held) + ", found " +
                                    std::to_string(place));
    return place;
}

std::int64_t MemoryBlock::one_of(const std::vector<std::int64_t>& classes, const MemoryDraws& draw) {
    if (!draw)
        return classes[static_cast<std::size_t>(chance_.below(std::ssize(classes)))];
    const auto chosen = static_cast<std::int64_t>(draw(MemoryDraw::largest_class));
    if (std::find(classes.begin(), classes.end(), chosen) == classes.end())
        throw std::invalid_argument("memory: expected one of the largest classes, found " +
                                    std::to_string(chosen));
    return chosen;
}

/// NOTE: of a class among the largest a newcomer enters as a reservoir lets it, in place of one by chance.
void MemoryBlock::show_balanced(Remembered newcomer, const MemoryDraws& draw) {
    Bank& own = bank(newcomer.label);
    if (size() >= rule_.capacity) {
        const auto largest = largest_classes();
        std::int64_t leaves = newcomer.label;
        if (std::find(largest.begin(), largest.end(), newcomer.label) == largest.end()) {
            leaves = one_of(largest, draw);
        } else {
            const double u = draw ? draw(MemoryDraw::entrance) : chance_.uniform();
            const auto seen = static_cast<double>(seen_[static_cast<std::size_t>(newcomer.label)]);
            if (u > static_cast<double>(own.size()) / seen)
                return;
        }
        bank(leaves).erase(bank(leaves).begin() + place_in(leaves, draw));
    }
    newcomer.picture = newcomer.picture.clone();
    own.push_back(std::move(newcomer));
}

std::vector<Remembered> MemoryBlock::pictures() const {
    std::vector<Remembered> all;
    for (const Bank& own : banks_)
        all.insert(all.end(), own.begin(), own.end());
    return all;
}

std::int64_t MemoryBlock::size() const {
    std::int64_t count = 0;
    for (const Bank& own : banks_)
        count += static_cast<std::int64_t>(own.size());
    return count;
}

at::Tensor MemoryBlock::batch() const {
    std::vector<at::Tensor> all;
    for (const Bank& own : banks_)
        for (const Remembered& one : own)
            all.push_back(one.picture);
    return at::stack(all);
}

at::Tensor MemoryBlock::numbers() const {
    return listed(pictures(), [](const Remembered& one) { return one.number; });
}

at::Tensor MemoryBlock::ages() const {
    return listed(pictures(), [](const Remembered& one) { return one.age; });
}

at::Tensor MemoryBlock::age_weights() const {
    const at::Tensor fall = at::exp(-ages().to(at::kDouble) / rule_.capacity);
    return (fall / (1 + fall)).to(options_);
}

NamedTensors MemoryBlock::state() const {
    if (shown_ == 0)
        return {};
    NamedTensors state = {
        {"draws", chance_.state()},
        {"seen", at::tensor(seen_, at::kLong)},
        {"counts", at::tensor(std::vector<std::int64_t>{shown_, since_update_}, at::kLong)}};
    const auto all = pictures();
    if (all.empty())
        return state;
    std::vector<double> entropies;
    for (const Remembered& one : all)
        entropies.push_back(one.entropy);
    state["pictures"] = batch();
    state["numbers"] = numbers();
    state["labels"] = listed(all, [](const Remembered& one) { return one.label; });
    state["ages"] = ages();
    state["entropies"] = at::tensor(entropies, at::kDouble);
    return state;
}

void MemoryBlock::restore(const NamedTensors& state) {
    forget();
    if (!state.contains("counts"))
        return;
    chance_.restore(state.at("draws"));
    seen_ = values_of(state.at("seen"));
    banks_.resize(seen_.size());
    const auto counts = values_of(state.at("counts"));
    shown_ = counts.at(0);
    since_update_ = counts.at(1);
    if (!state.contains("pictures"))
        return;
    const auto labels = values_of(state.at("labels")), numbers = values_of(state.at("numbers")),
               ages = values_of(state.at("ages"));
    const at::Tensor pictures = state.at("pictures").to(options_).clone();
    const at::Tensor entropies = state.at("entropies").to(at::kCPU, at::kDouble);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto row = static_cast<std::int64_t>(i);
        bank(labels[i]).push_back(
            {pictures[row].clone(), numbers[i], labels[i], entropies[row].item<double>(), ages[i]});
    }
}

void MemoryBlock::reset(const at::Tensor& when) {
    if (!when.defined() || when.item<bool>())
        forget();
}

void MemoryBlock::forget() {
    for (Bank& own : banks_)
        own.clear();
    std::fill(seen_.begin(), seen_.end(), 0);
    shown_ = since_update_ = 0;
    chance_.restore({});
}

} // namespace lab
