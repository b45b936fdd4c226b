#include "core/parity/adapter_replay.h"

#include <ATen/ATen.h>

#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace lab {

namespace {

/// What some blocks remember, under their own names: "norm1.weight", "hidden.norm1.weight".
void check_state(const Adapter& adapter, const std::string& prefix, const std::set<std::string>& blocks,
                 Comparison& comparison) {
    for (const auto& [name, tensor] : adapter.state())
        if (const std::size_t slash = name.find('/'); blocks.contains(name.substr(0, slash)))
            comparison.check(prefix + name.substr(slash + 1), tensor);
}

/// Blocks whose tensors a trace names after three steps and after the last.
const std::set<std::string> remembering = {"trained", "restoration", "statistics"};

void check_step(const StepResult& step, const std::string& prefix, Comparison& comparison) {
    comparison.check(prefix + "logits", step.logits);
    comparison.check(prefix + "loss", step.loss);
    for (const char* mask : {"selected", "kept", "used"})
        comparison.check(prefix + mask, step.selected);
    comparison.check(prefix + "reset_after", step.reset);
    if (!step.records.contains("logits_before_correction"))
        comparison.check(prefix + "logits_before_correction", step.logits);
    for (const auto& [name, tensor] : step.records)
        comparison.check(prefix + name, tensor);
}

/// Short lists of the entry: numbers of samples kept, steps after which everything went back.
void check_list(const MethodTrace& trace, const char* key, const std::vector<int>& found) {
    if (!trace.entry.contains(key) || trace.entry.at(key).is_null())
        return;
    if (trace.entry.at(key).get<std::vector<int>>() != found)
        throw std::runtime_error("another list " + std::string(key));
}

} // namespace

void replay_steps(const MethodTrace& trace, Adapter& adapter, Comparison& comparison, const EachStep& each) {
    std::vector<int> kept, resets;
    for (int i = 0; i < trace.steps(); ++i) {
        const at::Tensor input = trace.input(i);
        Draws draws;
        draws.views = trace.views(i);
        const StepResult step = adapter.step(input, draws);
        const std::string prefix = "step" + std::to_string(i) + ".";
        check_step(step, prefix, comparison);
        check_state(adapter, prefix, {"statistics"}, comparison);
        kept.push_back(step.kept.item<int>());
        if (step.reset.item<double>() > 0) {
            resets.push_back(i);
            check_state(adapter, prefix + "weights_after_reset.", {"trained"}, comparison);
        }
        if (each)
            each(prefix, input, step);
        if (i == 2)
            check_state(adapter, "after3.", remembering, comparison);
    }
    check_state(adapter, "final.", remembering, comparison);
    for (const char* key : {"selected_per_step", "kept_per_step", "used_per_step"})
        check_list(trace, key, kept);
    check_list(trace, "resets_after_step", resets);
}

} // namespace lab
