#include "core/adapt/adapter.h"

#include "core/adapt/blocks/objective.h"
#include "core/adapt/teacher_step.h"

#include <ATen/ATen.h>

#include <stdexcept>

namespace lab {

namespace {

/// Parts that only one kind of model has.
void expect_fit(const Recipe& recipe, const Classifier& model) {
    const bool language = model.rows_at_once() > 0;
    const auto refuse = [](const std::string& what, const char* kind) {
        throw std::invalid_argument(what + " asks for " + kind + ", which this model does not take");
    };
    if (!language && recipe.objective == ObjectiveKind::next_token)
        refuse("objective: next_token", "tokens");
    if (!language && recipe.selection.kind == SelectionKind::surprising)
        refuse("selection.kind: surprising", "tokens");
    if (language && recipe.selection.kind == SelectionKind::entropy_plpd)
        refuse("selection.kind: entropy_plpd", "pictures");
    if (language && recipe.adapts) {
        if (recipe.memory.kind != MemoryKind::none)
            refuse("memory.kind", "pictures");
        if (recipe.views.kind != ViewsKind::none)
            refuse("views.kind", "pictures");
        if (recipe.teacher.kind != TeacherKind::none)
            refuse("teacher.kind", "pictures");
        if (recipe.output.kind == OutputKind::lame || recipe.output.kind == OutputKind::t3a)
            refuse("output.kind", "pictures");
    }
    if (language && recipe.objective == ObjectiveKind::information_maximisation)
        refuse("objective: information_maximisation", "pictures");
}

} // namespace

Adapter::Adapter(std::unique_ptr<Classifier> classifier, const Recipe& recipe, std::uint64_t seed,
                 std::unique_ptr<Executor> executor)
    : classifier_(std::move(classifier)), seed_(seed),
      blocks_(std::make_unique<StepBlocks>(*classifier_, seed)),
      executor_(executor ? std::move(executor) : std::make_unique<EagerExecutor>()) {
    set_recipe(recipe);
}

void Adapter::set_recipe(const Recipe& recipe) {
    expect_fit(recipe, *classifier_);
    if (recipe.trained.kind == TrainedKind::lora || recipe.trained.kind == TrainedKind::norms_and_lora)
        classifier_->add_lora(recipe.trained.lora, seed_);
    if (recipe.trained.kind == TrainedKind::shift)
        classifier_->add_shift();
    recipe_ = recipe;
    blocks_->choose(recipe);
    classifier_->set_norm_mode(blocks_->statistics.mode());
    make_plans();
}

void Adapter::set_second_pass(SecondPass second_pass) {
    second_pass_ = second_pass;
    make_plans();
}

void Adapter::set_measures(std::function<at::Tensor(const StepResult&)> measures) {
    measures_ = std::move(measures);
    make_plans();
}

void Adapter::set_interrupted(std::function<bool()> interrupted) {
    executor_->set_interrupted(std::move(interrupted));
}

void Adapter::make_plans() {
    plan_ = plan_adaptation(recipe_, *blocks_, second_pass_);
    evaluation_ = plan_evaluation(recipe_, *blocks_);
    if (!measures_)
        return;
    for (StepPlan* plan : {&plan_, &evaluation_})
        plan->phases.push_back({"measures", &StepTimes::measure, [measures = measures_](StepTensors& t) {
                                    t.result.measured = measures(t.result);
                                }});
}

StepResult Adapter::run(const StepPlan& plan, StepTensors tensors) const {
    executor_->run(plan, tensors);
    return std::move(tensors.result);
}

StepResult Adapter::step(const ModelInput& input, const Draws& draws) {
    StepTensors tensors;
    tensors.input = input;
    tensors.draws = draws;
    // An input of the plan: where shapes are fixed, nothing is drawn or sent to the device within it.
    if (recipe_.selection.kind == SelectionKind::entropy_plpd && plan_.capturable()) {
        if (!draws.patch_order.defined())
            tensors.draws.patch_order = blocks_->selection.draw_patch_orders(input.size());
        tensors.draws.patch_order = tensors.draws.patch_order.to(input.tensor().device());
    }
    if (recipe_.adapts && recipe_.loss.consistency > 0 && recipe_.views.kind != ViewsKind::none &&
        !draws.views.defined())
        tensors.draws.views = blocks_->views.of(input.images).unsqueeze(0);
    return run(plan_, std::move(tensors));
}

StepResult Adapter::evaluate(const ModelInput& input) const {
    StepTensors tensors;
    tensors.input = input;
    return run(evaluation_, std::move(tensors));
}

void Adapter::estimate_fisher(const std::vector<at::Tensor>& batches) {
    std::size_t given = 0;
    estimate_fisher([&] { return given < batches.size() ? ModelInput(batches[given++]) : ModelInput(); });
}

void Adapter::estimate_fisher(const std::function<ModelInput()>& next) {
    blocks_->regulariser.estimate(next, [&](const ModelInput& input) {
        const at::Tensor logits = classifier_->head(classifier_->features(input));
        return gradients_of(objective_of(ObjectiveKind::pseudo_label, logits).mean(),
                            blocks_->trained.tensors());
    });
}

void Adapter::estimate_class_means(const std::vector<at::Tensor>& batches) {
    std::size_t given = 0;
    estimate_class_means(
        [&] { return given < batches.size() ? ModelInput(batches[given++]) : ModelInput(); });
}

void Adapter::estimate_class_means(const std::function<ModelInput()>& next) {
    NamedTensors source = blocks_->trained.starts();
    blocks_->drift.estimate(next, [&](const ModelInput& input) {
        const Look look = look_with(*blocks_, source, input);
        return std::pair(look.features, look.logits);
    });
}

void Adapter::set_picture_scale(const at::Tensor& mean, const at::Tensor& deviation) {
    blocks_->views.set_scale(mean, deviation);
}

void Adapter::reset() {
    for (Block* block : blocks_->all())
        block->reset({});
}

AdapterState Adapter::state() const {
    AdapterState state;
    for (const Block* block : std::as_const(*blocks_).all())
        for (const auto& [name, tensor] : block->state())
            state[std::string(block->name()) + "/" + name] = tensor;
    return state;
}

void Adapter::restore(const AdapterState& state) {
    std::size_t taken = 0;
    for (Block* block : blocks_->all()) {
        const std::string prefix = std::string(block->name()) + "/";
        NamedTensors own;
        for (auto at = state.lower_bound(prefix); at != state.end() && at->first.starts_with(prefix); ++at)
            own[at->first.substr(prefix.size())] = at->second;
        taken += own.size();
        block->restore(own);
    }
    if (taken != state.size())
        throw std::invalid_argument("state: expected tensors of the blocks of a step, found " +
                                    std::to_string(state.size() - taken) + " of others");
}

} // namespace lab
