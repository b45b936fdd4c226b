#pragma once

#include "core/adapt/blocks/block.h"
#include "core/adapt/blocks/selected.h"
#include "core/nn/model_input.h"
#include "core/recipe/recipe.h"

#include <ATen/core/Generator.h>

#include <cstdint>
#include <functional>

namespace lab {

/// Chooses the samples that a step learns from. Remembers the moving average of predictions (EATA: of the
/// kept ones; ROID: of all), that of DELTA's classes, and the generator of DeYO's patch orders.
class SelectionBlock final : public Block {
  public:
    /// Logits [N,K] of the same pictures with their patches shuffled; rows outside the mask [N] may hold
    /// anything finite. Asked for by DeYO only.
    using ShuffledLogits = std::function<at::Tensor(const at::Tensor& mask)>;

    /// @param options of the model's tensors
    SelectionBlock(const at::TensorOptions& options, std::uint64_t seed);

    /// @param objective decides which entropy the margins compare: COME brings its own
    void choose(const Selection& rule, ObjectiveKind objective);
    const Selection& rule() const { return rule_; }

    /// @param logits [N,K] of the reported branch, before the update
    /// @param rows of a language model: those that may be looked at, and the questions they belong to
    Selected select(const at::Tensor& logits, const ShuffledLogits& shuffled, const TokenRows& rows = {});
    /// [N] bool: what is asked of the entropy, which every selection begins with: below the margin, or above
    /// it (uncertain). A second look at other weights asks this alone; where nothing is asked it holds for
    /// every finite entropy.
    at::Tensor confident(const at::Tensor& logits) const;

    /// Orders of 16 patches for n pictures, [n,16], on the CPU; every call draws.
    at::Tensor draw_patch_orders(std::int64_t n);

    /// What a loss over a batch of n rows with K classes is divided by, for what select() chose.
    void divide(Selected& selected, const Loss& loss, std::int64_t n, std::int64_t classes) const;
    /// What the last select() looked at, for reports: "diversity", "certainty", "weight" [N], averages [K].
    const NamedTensors& records() const { return records_; }

    /// The moving average [K]; undefined before the first batch. It counts where `has_average` is true.
    const at::Tensor& moving_average() const { return moving_average_; }
    const at::Tensor& has_average() const { return has_average_; }

    const char* name() const override { return "selection"; }
    NamedTensors state() const override;
    void restore(const NamedTensors& state) override;
    /// The patch orders go on.
    void reset(const at::Tensor& when) override;

  private:
    Selected finished(const at::Tensor& mask, const at::Tensor& weights) const;
    Selected without_redundancy(const at::Tensor& p, const at::Tensor& confident, const at::Tensor& weights);
    Selected surprising(const at::Tensor& logits, const TokenRows& rows) const;
    Selected diverse_and_certain(const at::Tensor& logits, const at::Tensor& p, const TokenRows& rows);
    Selected chosen(const at::Tensor& reported, const ShuffledLogits& shuffled, const TokenRows& rows);
    void begin_average(const at::Tensor& p);
    void balance(Selected& selected, const at::Tensor& logits);
    at::Tensor entropy(const at::Tensor& logits) const;
    /// A margin in nats, for K classes.
    double in_nats(double margin, std::int64_t classes) const;

    Selection rule_;
    ObjectiveKind objective_ = ObjectiveKind::entropy;
    at::TensorOptions options_;
    std::uint64_t seed_;
    at::Generator generator_;
    at::Tensor moving_average_, has_average_;
    at::Tensor class_average_; ///< DELTA's q [K], uniform at first; undefined before the first batch
    NamedTensors records_;
};

} // namespace lab
