#include "core/adapt/step_plan.h"

#include <torch/csrc/autograd/autograd.h>

namespace lab {

namespace {

/// A seed of its own for each block that draws.
std::uint64_t apart(std::uint64_t seed, std::uint64_t block) {
    return seed ^ (0x9e3779b97f4a7c15 * block);
}

} // namespace

StepBlocks::StepBlocks(const Classifier& model, std::uint64_t seed)
    : classifier(model), trained(model), selection(model.options(), seed),
      alignment(model.feature_count(), model.options(), seed), recovery(model.options()), statistics(model),
      restoration(trained, model.options()), adaptive_reset(trained, model.options()), views(apart(seed, 1)),
      memory(model.options(), apart(seed, 2)), teacher(model, trained), drift(model.options()),
      stochastic_return(apart(seed, 3)), output(model) {}

std::vector<Block*> StepBlocks::all() {
    return {&trained, &selection, &objective,  &alignment,         &regulariser,    &optimiser,
            &adamw,   &recovery,  &statistics, &restoration,       &adaptive_reset, &views,
            &memory,  &teacher,   &drift,      &stochastic_return, &output};
}

std::vector<const Block*> StepBlocks::all() const {
    return {&trained, &selection, &objective,  &alignment,         &regulariser,    &optimiser,
            &adamw,   &recovery,  &statistics, &restoration,       &adaptive_reset, &views,
            &memory,  &teacher,   &drift,      &stochastic_return, &output};
}

void StepBlocks::choose(const Recipe& recipe) {
    const bool learns = recipe.adapts && recipe.trained.kind != TrainedKind::none;
    trained.choose(recipe.trained, recipe.frozen_prefixes, learns);
    selection.choose(recipe.selection, recipe.objective);
    objective.choose(recipe.objective, recipe.loss);
    alignment.choose(recipe.alignment, learns);
    regulariser.choose(recipe.regulariser);
    recovery.choose(recipe.recovery, recipe.reference_quirks);
    statistics.choose(recipe.statistics, recipe.adapts);
    const bool adaptive = learns && recipe.recovery.enabled && recipe.recovery.kind == RecoveryKind::adaptive;
    restoration.choose(recipe.restoration, adaptive && recipe.reference_quirks);
    adaptive_reset.choose(recipe.adaptive_reset, adaptive, recipe.regulariser.running_fisher);
    views.choose(recipe.views);
    memory.choose(recipe.memory);
    const bool asks_source = recipe.views.kind != ViewsKind::none || recipe.regulariser.anchor > 0;
    teacher.choose(recipe.teacher, recipe.teacher.kind != TeacherKind::none && asks_source);
    stochastic_return.choose(recipe.restoration);
    output.choose(recipe.adapts ? recipe.output : Output{}, recipe.lame, recipe.reference_quirks);
    mean = recipe.tokens.mean;
}

void StepBlocks::begin_anew() {
    for (Block* block : std::initializer_list<Block*>{&trained, &alignment, &optimiser, &adamw, &statistics,
                                                      &teacher, &restoration})
        block->reset({});
}

NamedTensors gradients_of(const at::Tensor& loss, const NamedTensors& tensors) {
    std::vector<at::Tensor> inputs;
    for (const auto& [name, value] : tensors)
        inputs.push_back(value);
    const auto grads = torch::autograd::grad({loss}, inputs, {}, {}, false, true);
    NamedTensors named;
    std::size_t i = 0;
    for (const auto& [name, value] : tensors)
        named[name] = grads[i++];
    return named;
}

} // namespace lab
