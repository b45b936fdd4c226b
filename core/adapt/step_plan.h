#pragma once

#include "core/adapt/blocks/adamw.h"
#include "core/adapt/blocks/adaptive_reset.h"
#include "core/adapt/blocks/alignment.h"
#include "core/adapt/blocks/class_drift.h"
#include "core/adapt/blocks/fisher.h"
#include "core/adapt/blocks/memory.h"
#include "core/adapt/blocks/objective_block.h"
#include "core/adapt/blocks/output.h"
#include "core/adapt/blocks/recovery.h"
#include "core/adapt/blocks/restoration.h"
#include "core/adapt/blocks/selection.h"
#include "core/adapt/blocks/sgd.h"
#include "core/adapt/blocks/sharpness.h"
#include "core/adapt/blocks/statistics.h"
#include "core/adapt/blocks/stochastic_return.h"
#include "core/adapt/blocks/teacher.h"
#include "core/adapt/blocks/trained.h"
#include "core/adapt/blocks/views.h"
#include "core/adapt/draws.h"
#include "core/adapt/step_result.h"

#include <functional>
#include <string>
#include <vector>

namespace lab {

/// A model and the blocks that adapt it.
struct StepBlocks {
    StepBlocks(const Classifier& model, std::uint64_t seed);

    const Classifier& classifier;
    TrainedBlock trained;
    SelectionBlock selection;
    ObjectiveBlock objective;
    AlignmentBlock alignment;
    FisherBlock regulariser;
    SgdBlock optimiser;
    Sharpness sharpness;
    AdamWBlock adamw;
    RecoveryBlock recovery;
    StatisticsBlock statistics;
    RestorationBlock restoration;
    AdaptiveResetBlock adaptive_reset;
    ViewsBlock views;
    MemoryBlock memory;
    TeacherBlock teacher;
    ClassDriftBlock drift;
    StochasticReturn stochastic_return;
    OutputBlock output;
    TokenMean mean = TokenMean::tokens; ///< of a language model's loss

    /// Whether the loss is worked out a few rows at a time (row_loss.h).
    bool by_rows() const { return classifier.rows_at_once() > 0; }
    /// All that may remember something, in a fixed order.
    std::vector<Block*> all();
    std::vector<const Block*> all() const;
    /// Takes the recipe's blocks over; what was learnt stays.
    void choose(const Recipe& recipe);
    /// Back to the start with what learns and what helps it; random draws, memories and averages of the
    /// stream go on.
    void begin_anew();
    /// Everything that is trained now: of the model and of the predictor.
    NamedTensors learning() const { return joined(trained.tensors(), alignment.tensors()); }
};

/// dL/dθ by name, for a scalar L; undefined where L does not depend on a tensor.
NamedTensors gradients_of(const at::Tensor& loss, const NamedTensors& tensors);

/// Both branches of a forward pass.
struct Branches {
    at::Tensor features; ///< z [N,D]
    at::Tensor target;   ///< u_r [N,K], reported
    at::Tensor online;   ///< u_o [N,K]
    at::Tensor teacher;  ///< [N,K], without a graph; undefined where nobody asks for it
};

struct LossTerms {
    at::Tensor total, objective, divergence;
};

/// What the phases of a step hand on to one another.
struct StepTensors {
    ModelInput input;  ///< N rows
    Draws draws;       ///< where an order of patches is undefined the kept rows' orders are drawn
    at::Tensor source; ///< [N,K]: the source's logits, where something asks for them
    Branches branches;
    Selected selected;
    at::Tensor rows;         ///< rows of the second pass; undefined: all
    at::Tensor seen;         ///< [N,C,H,W]: a view of each picture
    bool views_kept = false; ///< of the kept pictures alone
    at::Tensor view;         ///< [N,K]: its logits, ones where nobody looks
    LossTerms loss;
    at::Tensor root;          ///< by rows: features with their graph
    at::Tensor root_gradient; ///< by rows: dL/dz
    NamedTensors gradients;
    at::Tensor steps;    ///< 0-dimensional bool: whether an update is made; undefined: for certain
    at::Tensor back;     ///< likewise: whether the recovery brings everything back to the start
    at::Tensor reported; ///< [N,K]; undefined: the target branch's
    StepResult result;
};

/// A part of a step that runs on the device as a whole.
struct Phase {
    const char* name;
    double StepTimes::*time; ///< what it counts to
    std::function<void(StepTensors&)> run;
    /// Where this is false the phase changes nothing but intermediate values, so that an executor that knows
    /// it may leave the phase out; the digits are the same.
    at::Tensor StepTensors::*gate = nullptr;
    bool interruptible = false; ///< a long one, before which a run may be broken off
};

/// What a second forward pass looks at: DeYO's shuffled pictures, SAM's look from above.
enum class SecondPass {
    kept_rows,   ///< only what the first pass kept: quicker, but shapes depend on the data
    whole_batch, ///< every picture, the others masked: shapes are fixed, so a device can replay the step
};

/// A step as a list of phases: forward, selection, loss, backward, update, recovery, report. No phase reads
/// anything back from the device, unless `shapes_depend_on_data` says so.
struct StepPlan {
    std::vector<Phase> phases;
    std::string shapes_depend_on_data; ///< why, for people; "" where every shape is fixed

    bool capturable() const { return shapes_depend_on_data.empty(); }
};

/// @param blocks must outlive the plan and have taken the recipe over
StepPlan plan_adaptation(const Recipe& recipe, StepBlocks& blocks, SecondPass second_pass);
/// Predicts, changes nothing.
StepPlan plan_evaluation(const Recipe& recipe, StepBlocks& blocks);

} // namespace lab
