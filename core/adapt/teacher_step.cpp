#include "core/adapt/teacher_step.h"

#include "core/adapt/blocks/worn_tensors.h"
#include "core/adapt/step_parts.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace lab {

Look look_with(const StepBlocks& blocks, NamedTensors& values, const ModelInput& input) {
    const c10::NoGradGuard no_grad;
    const WornTensors worn(blocks.classifier, values);
    Look look;
    look.features = blocks.classifier.features(input);
    look.logits = blocks.classifier.head(look.features);
    return look;
}

at::Tensor teacher_targets(StepBlocks& blocks, StepTensors& t) {
    const ModelInput& input = t.input;
    NamedTensors& records = t.result.records;
    const c10::NoGradGuard no_grad;
    NamedTensors& teacher = blocks.teacher.tensors();
    if (!blocks.views.enabled())
        return look_with(blocks, teacher, input).logits;
    const at::Tensor source = look_with(blocks, blocks.teacher.source(), input).logits;
    const at::Tensor confidence = source.softmax(1).amax(1).mean();
    const at::Tensor unsure = confidence < blocks.teacher.rule().view_confidence;
    records["logits_source"] = source;
    records["confidence"] = confidence;
    records["used_views"] = unsure;
    if (!unsure.item<bool>())
        return look_with(blocks, teacher, input).logits;
    const WornTensors worn(blocks.classifier, teacher);
    at::Tensor sum;
    for (std::int64_t view = 0; view < blocks.views.count(); ++view) {
        const at::Tensor logits =
            blocks.classifier.head(blocks.classifier.features(view_of(blocks, t, view)));
        sum = sum.defined() ? sum + logits : logits;
    }
    return sum / static_cast<double>(blocks.views.count());
}

} // namespace lab
