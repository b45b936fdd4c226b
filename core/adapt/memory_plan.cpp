#include "core/adapt/memory_plan.h"

#include "core/adapt/blocks/objective.h"
#include "core/adapt/step_parts.h"
#include "core/adapt/teacher_step.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <string>
#include <utility>
#include <vector>

namespace lab {

namespace {

using Pass = StatisticsBlock::Pass;

/// Added inside the logarithm, as RoTTA's published code does.
at::Tensor uncertainty_of(const at::Tensor& logits) {
    const at::Tensor p = logits.softmax(1);
    return -(p * (p + 1e-6).log()).sum(1);
}

/// Learns from what the memory holds, and has the teacher follow.
class MemoryUpdate {
  public:
    MemoryUpdate(const Recipe& recipe, StepBlocks& blocks, StepTensors& step, std::string name)
        : recipe_(recipe), blocks_(blocks), step_(step), name_(std::move(name)),
          pictures_(blocks.memory.batch()), numbers_(blocks.memory.numbers()) {}

    /// @param gamma PeTTA's divergence; undefined where nobody asks for it
    LossTerms run(const at::Tensor& gamma) {
        const DuringPass learning(blocks_.statistics, Pass::learn);
        look_from_outside();
        const LossTerms loss = loss_of_students(gamma);
        NamedTensors gradients = gradients_of(loss.total, blocks_.learning());
        make_update(recipe_.optimiser, blocks_, gradients, {});
        blocks_.teacher.follow(gamma.defined() ? 1 - gamma : gamma, {});
        blocks_.stochastic_return.apply(blocks_.trained, step_.draws.restored);
        blocks_.restoration.draw_back({}, step_.result.records);
        return {loss.total.detach(), loss.objective.detach(), loss.divergence.detach()};
    }

  private:
    /// The teacher and, where something asks for it, the source.
    void look_from_outside() {
        if (blocks_.teacher.enabled()) {
            teacher_ = look_with(blocks_, blocks_.teacher.tensors(), pictures_).logits;
            tell("teacher_logits", teacher_);
        }
        if (anchored())
            source_ = look_with(blocks_, blocks_.teacher.source(), pictures_).logits;
    }

    at::Tensor view() {
        if (!blocks_.views.enabled())
            return pictures_;
        const auto& given = step_.draws.memory_views;
        return given ? given(numbers_).to(pictures_.options()) : blocks_.views.of(pictures_);
    }

    Branches student(const at::Tensor& pictures) const {
        Branches branches = forward(blocks_, pictures);
        branches.teacher = teacher_;
        return branches;
    }

    LossTerms loss_of_students(const at::Tensor& gamma) {
        // The plain pictures first: every look of a learning pass moves statistics.
        Branches plain;
        if (looks_twice())
            plain = student(pictures_);
        const Branches seen = student(view());
        tell("student_logits", seen.target.detach());
        const Selected all = everything(seen.target.size(1));
        LossTerms loss = loss_of(blocks_, seen, all);
        if (looks_twice() && recipe_.objective == ObjectiveKind::teacher_symmetric) {
            const LossTerms other = loss_of(blocks_, plain, all);
            loss = {0.5 * (loss.total + other.total), 0.5 * (loss.objective + other.objective),
                    0.5 * (loss.divergence + other.divergence)};
        }
        hold(loss, seen, gamma);
        tell("loss", loss.total.detach());
        return loss;
    }

    /// Weights of the memory's pictures, and what their sum is divided by.
    Selected everything(std::int64_t classes) {
        Selected all;
        blocks_.selection.divide(all, recipe_.loss, pictures_.size(0), classes);
        if (weighs_ages()) {
            all.weights = blocks_.memory.age_weights();
            tell("weight", all.weights);
        }
        tell("index", numbers_);
        tell("age", blocks_.memory.ages());
        tell("sample", at::full({}, blocks_.memory.shown() - 1, at::kLong));
        return all;
    }

    /// What keeps the student near the source.
    void hold(LossTerms& loss, const Branches& seen, const at::Tensor& gamma) {
        step_.result.records["loss_class"] = loss.objective.detach();
        if (recipe_.regulariser.cosine > 0) {
            const at::Tensor penalty = blocks_.regulariser.departure(blocks_.trained);
            const at::Tensor share = gamma.defined() ? gamma : at::ones_like(penalty);
            const at::Tensor factor = recipe_.regulariser.cosine * share;
            step_.result.records["regulariser"] = penalty.detach();
            step_.result.records["weight_regulariser"] = factor.detach();
            loss.total = loss.total + factor * penalty;
        }
        if (source_.defined()) {
            const at::Tensor anchor =
                distance_to_teacher(ObjectiveKind::teacher_cross_entropy, seen.online, source_).mean();
            step_.result.records["loss_anchor"] = anchor.detach();
            loss.total = loss.total + recipe_.regulariser.anchor * anchor;
        }
    }

    bool anchored() const { return recipe_.regulariser.anchor > 0 && blocks_.teacher.enabled(); }
    /// PeTTA's student sees the memory plain and as a view.
    bool looks_twice() const { return recipe_.teacher.by_divergence && blocks_.views.enabled(); }
    bool weighs_ages() const {
        return recipe_.memory.kind == MemoryKind::timely && !recipe_.teacher.by_divergence;
    }
    void tell(const char* what, const at::Tensor& value) { step_.result.records[name_ + "." + what] = value; }

    const Recipe& recipe_;
    StepBlocks& blocks_;
    StepTensors& step_;
    std::string name_; ///< of the update in what is told: "update0"
    at::Tensor pictures_, numbers_;
    at::Tensor teacher_, source_; ///< logits for the memory [n,K]; undefined: nobody asks
};

/// A step over the pictures of a batch.
class MemoryStep {
  public:
    MemoryStep(const Recipe& recipe, StepBlocks& blocks, StepTensors& step)
        : recipe_(recipe), blocks_(blocks), step_(step) {}

    /// Of the rows from `begin` on; those before stay as they are.
    void predict(std::int64_t begin) {
        const c10::NoGradGuard no_grad;
        const at::Tensor& pictures = step_.input.images;
        NamedTensors none;
        const Look look = look_with(blocks_, follows() ? blocks_.teacher.tensors() : none,
                                    pictures.narrow(0, begin, pictures.size(0) - begin));
        Branches& known = step_.branches;
        const auto behind = [&](const at::Tensor& old, const at::Tensor& now) {
            return begin == 0 ? now : at::cat({old.narrow(0, 0, begin), now});
        };
        known.features = behind(known.features, look.features);
        known.target = behind(known.target, look.logits);
        known.teacher = known.target;
        blocks_.memory.expect_classes(known.target.size(1));
        labels_ = known.target.argmax(1);
        entropies_ = uncertainty_of(known.target);
        labels_there_ = labels_.to(at::kCPU);
        entropies_there_ = entropies_.to(at::kCPU, at::kDouble);
    }

    void learn() {
        const std::int64_t first = blocks_.memory.shown(), n = step_.input.size();
        tell_predictions();
        for (std::int64_t i = 0; i < n; ++i) {
            const bool due = blocks_.memory.show(step_.input.images[i], labels_there_[i].item<std::int64_t>(),
                                                 entropies_there_[i].item<double>(), step_.draws.memory);
            if (!due)
                continue;
            update();
            // NOTE meets pictures one by one; RoTTA's teacher has predicted the batch as a whole.
            if (recipe_.memory.kind == MemoryKind::balanced && i + 1 < n)
                predict(i + 1);
        }
        if (recipe_.memory.update_every == 0)
            update();
        finish(first);
    }

  private:
    bool follows() const { return recipe_.output.kind == OutputKind::teacher; }

    void tell_predictions() {
        step_.result.records["pseudo_label"] = labels_;
        step_.result.records["entropy"] = entropies_;
    }

    void update() {
        if (blocks_.memory.size() == 0)
            return;
        if (recipe_.teacher.by_divergence && !gamma_.defined()) {
            const at::Tensor gamma = gamma_ =
                blocks_.drift.gamma(step_.branches.features, labels_, recipe_.teacher.prototype_momentum);
            step_.result.records["gamma"] = gamma;
            step_.result.records["alpha"] = (1 - gamma) * (1 - recipe_.teacher.momentum);
        }
        const std::string name = "update" + std::to_string(losses_.size());
        losses_.push_back(MemoryUpdate(recipe_, blocks_, step_, name).run(gamma_));
    }

    /// The losses of all updates as one, and which pictures of the batch the memory holds now.
    void finish(std::int64_t first) {
        const c10::NoGradGuard no_grad;
        const at::TensorOptions flags = step_.branches.target.options().dtype(at::kBool);
        step_.steps = at::full({}, losses_.empty() ? 0.0 : 1.0, flags);
        const auto mean = [&](at::Tensor LossTerms::*term) {
            std::vector<at::Tensor> all;
            for (const LossTerms& loss : losses_)
                all.push_back(loss.*term);
            return all.empty() ? at::zeros({}, step_.branches.target.options()) : at::stack(all).mean();
        };
        step_.loss = {mean(&LossTerms::total), mean(&LossTerms::objective), mean(&LossTerms::divergence)};
        const at::Tensor places = blocks_.memory.numbers() - first;
        const at::Tensor here = places.index({places >= 0});
        step_.selected.mask = at::zeros({step_.input.size()}, flags);
        step_.selected.mask.index_fill_(0, here.to(flags.device()), true);
        step_.selected.kept = step_.selected.mask.sum().to(step_.branches.target.dtype());
    }

    const Recipe& recipe_;
    StepBlocks& blocks_;
    StepTensors& step_;
    at::Tensor labels_, entropies_;             ///< [N]
    at::Tensor labels_there_, entropies_there_; ///< on the CPU
    at::Tensor gamma_;                          ///< PeTTA: of the batch
    std::vector<LossTerms> losses_;
};

} // namespace

void add_memory(StepPlan& plan, const Recipe& recipe, StepBlocks& blocks) {
    plan.shapes_depend_on_data = "which pictures are learnt from depends on the predictions";
    plan.phases.push_back({"memory", &StepTimes::backward, [recipe, &blocks](StepTensors& t) {
                               t.back = at::zeros({}, t.input.images.options().dtype(at::kBool));
                               MemoryStep step(recipe, blocks, t);
                               step.predict(0);
                               step.learn();
                           }});
}

} // namespace lab
