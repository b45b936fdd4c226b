#pragma once

#include "core/adapt/blocks/block.h"
#include "core/adapt/blocks/chance.h"
#include "core/adapt/draws.h"
#include "core/recipe/recipe.h"

#include <cstdint>
#include <vector>

namespace lab {

/// A picture of the past.
struct Remembered {
    at::Tensor picture;      ///< [C,H,W], as the model eats it
    std::int64_t number = 0; ///< of the picture in the stream, from 0
    std::int64_t label = 0;  ///< predicted when it came
    double entropy = 0;      ///< likewise, nats
    std::int64_t age = 0;    ///< pictures that came since, itself included
};

/// A bank of pictures with as many of every predicted class as there are: RoTTA's (CVPR 2023), which lets the
/// old and the uncertain go, or NOTE's (NeurIPS 2022), which draws by chance.
class MemoryBlock : public Block {
  public:
    /// @param options of the model's tensors; seed of the random draws
    MemoryBlock(const at::TensorOptions& options, std::uint64_t seed) : options_(options), chance_(seed) {}

    /// Of a smaller capacity than before the bank loses what it would part with first.
    void choose(const Memory& rule);
    bool enabled() const { return rule_.kind != MemoryKind::none; }
    const Memory& rule() const { return rule_; }

    /// Shows a picture to the bank, which may take it in. Its number is one more than the last one's.
    /// @param draw stands in for draws by chance where it is given; of largest_class it tells the class
    /// @return whether it is time for an update
    bool show(const at::Tensor& picture, std::int64_t label, double entropy, const MemoryDraws& draw = {});
    /// K, before the first picture is shown; a bank of another number forgets.
    void expect_classes(std::int64_t classes);
    /// Number of pictures that were shown.
    std::int64_t shown() const { return shown_; }

    /// Class by class, within a class in the order of arrival.
    std::vector<Remembered> pictures() const;
    std::int64_t size() const;
    /// Of them, [n,C,H,W]; there must be some.
    at::Tensor batch() const;
    at::Tensor numbers() const; ///< [n] int64
    at::Tensor ages() const;    ///< [n] int64
    /// e^(−a)/(1 + e^(−a)) of a = age / capacity, [n]: RoTTA's weights.
    at::Tensor age_weights() const;

    const char* name() const override { return "memory"; }
    NamedTensors state() const override;
    void restore(const NamedTensors& state) override;
    void reset(const at::Tensor& when) override;

  private:
    using Bank = std::vector<Remembered>; ///< of a class

    void show_timely(Remembered picture);
    void show_balanced(Remembered picture, const MemoryDraws& draw);
    /// Removes the worst of some classes if it scores above the newcomer, who takes its place.
    void replace_worst(const std::vector<std::int64_t>& classes, Remembered newcomer);
    double score(const Remembered& picture) const;
    std::vector<std::int64_t> largest_classes() const;
    Bank& bank(std::int64_t label) { return banks_[static_cast<std::size_t>(label)]; }
    const Bank& bank(std::int64_t label) const { return banks_[static_cast<std::size_t>(label)]; }
    std::int64_t place_in(std::int64_t label, const MemoryDraws& draw);
    std::int64_t one_of(const std::vector<std::int64_t>& classes, const MemoryDraws& draw);
    void forget();

    at::TensorOptions options_;
    Memory rule_;
    Chance chance_;
    std::vector<Bank> banks_;        ///< by class
    std::vector<std::int64_t> seen_; ///< pictures shown, by class
    std::int64_t shown_ = 0, since_update_ = 0;
};

} // namespace lab
