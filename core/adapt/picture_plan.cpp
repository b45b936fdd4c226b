#include "core/adapt/picture_plan.h"

#include "core/adapt/step_parts.h"
#include "core/adapt/teacher_step.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <vector>

namespace lab {

namespace {

/// A step over the pictures of a batch, one after another.
class PictureStep {
  public:
    PictureStep(const Recipe& recipe, StepBlocks& blocks, StepTensors& step)
        : recipe_(recipe), blocks_(blocks), step_(step) {}

    void run() {
        const std::int64_t n = step_.input.size();
        for (std::int64_t row = 0; row < n; ++row) {
            if (recipe_.recovery.enabled && recipe_.recovery.kind == RecoveryKind::episodic)
                blocks_.begin_anew();
            const at::Tensor picture = step_.input.images.narrow(0, row, 1);
            if (recipe_.output.kind != OutputKind::adapted)
                looks_.push_back(look(picture));
            learn_from(views_of(row));
            if (recipe_.output.kind == OutputKind::adapted)
                looks_.push_back(look(picture));
        }
        finish();
    }

  private:
    at::Tensor views_of(std::int64_t row) {
        std::vector<at::Tensor> views;
        for (std::int64_t view = 0; view < blocks_.views.count(); ++view)
            views.push_back(step_.draws.views.defined()
                                ? step_.draws.views[view].narrow(0, row, 1)
                                : blocks_.views.of(step_.input.images.narrow(0, row, 1)));
        return at::cat(views).to(step_.input.images.options());
    }

    Look look(const at::Tensor& picture) {
        NamedTensors none;
        const bool taught = recipe_.output.kind == OutputKind::teacher;
        return look_with(blocks_, taught ? blocks_.teacher.tensors() : none, picture);
    }

    void learn_from(const at::Tensor& views) {
        const Branches branches = forward(blocks_, views);
        step_.result.records["logits_views"] = branches.target.detach();
        const LossTerms loss = loss_of(blocks_, branches, {});
        const NamedTensors gradients = gradients_of(loss.total, blocks_.learning());
        make_update(recipe_.optimiser, blocks_, gradients, {});
        blocks_.teacher.follow({}, {});
        blocks_.stochastic_return.apply(blocks_.trained, step_.draws.restored);
        blocks_.restoration.draw_back({}, step_.result.records);
        losses_.push_back({loss.total.detach(), loss.objective.detach(), loss.divergence.detach()});
    }

    /// The step's loss is the mean over pictures.
    void finish() {
        const auto mean = [this](at::Tensor LossTerms::*term) {
            std::vector<at::Tensor> all;
            for (const LossTerms& loss : losses_)
                all.push_back(loss.*term);
            return at::stack(all).mean();
        };
        step_.loss = {mean(&LossTerms::total), mean(&LossTerms::objective), mean(&LossTerms::divergence)};
        std::vector<at::Tensor> features, logits;
        for (const Look& one : looks_) {
            features.push_back(one.features);
            logits.push_back(one.logits);
        }
        step_.branches.features = at::cat(features);
        step_.branches.target = step_.branches.teacher = at::cat(logits);
    }

    const Recipe& recipe_;
    StepBlocks& blocks_;
    StepTensors& step_;
    std::vector<Look> looks_;
    std::vector<LossTerms> losses_;
};

} // namespace

void add_pictures(StepPlan& plan, const Recipe& recipe, StepBlocks& blocks) {
    plan.shapes_depend_on_data = "views are drawn picture by picture";
    plan.phases.push_back({"pictures", &StepTimes::backward, [recipe, &blocks](StepTensors& t) {
                               t.back = at::zeros({}, t.input.images.options().dtype(at::kBool));
                               PictureStep(recipe, blocks, t).run();
                           }});
}

} // namespace lab
