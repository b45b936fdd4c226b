#include "core/adapt/adapter.h"
#include "core/parity/memory_recipes.h"

#include <ATen/ATen.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace lab {

namespace {

/// A picture's place in the trace.
struct Place {
    int step = 0;
    std::int64_t row = 0;
};

class Replay {
  public:
    Replay(const MethodTrace& trace, HyperParameters& given, Comparison& comparison)
        : trace_(trace), comparison_(comparison), method_(trace.method()),
          recipe_(memory_recipe_of(trace, given)), adapter_(trace.classifier(), recipe_, 0),
          recorded_views_(recorded_views_of(trace)) {
        if (method_ == "petta")
            begin_classes();
    }

    void run() {
        for (step_ = 0; step_ < trace_.steps(); ++step_) {
            const at::Tensor pictures = seen(trace_.input(step_));
            for (std::int64_t row = 0; row < pictures.size(0); ++row)
                places_.push_back({step_, row});
            const StepResult result = adapter_.step(pictures, draws());
            compare(result);
            if (step_ == 2)
                compare_tensors("after3.");
        }
        compare_tensors("final.");
    }

  private:
    std::string of_step(const std::string& name) const { return "step" + std::to_string(step_) + "." + name; }

    /// The class means of clean pictures are part of the trace.
    void begin_classes() {
        AdapterState state = adapter_.state();
        const at::Tensor mean = trace_.golden.at("source.mean");
        state["class_drift/mean"] = state["class_drift/prototypes"] = mean;
        state["class_drift/variance"] = trace_.golden.at("source.variance");
        state["class_drift/known"] = at::ones({mean.size(0)}, at::kBool);
        adapter_.restore(state);
        comparison_.note("source.mean");
        comparison_.note("source.variance");
    }

    /// What of a step's pictures, or of a view of them, the method sees.
    at::Tensor seen(const at::Tensor& pictures) const {
        const int only = picture_of(trace_);
        return only < 0 ? pictures : pictures.narrow(0, only, 1);
    }

    Draws draws() {
        Draws draws;
        std::vector<at::Tensor> views;
        for (const at::Tensor& view : trace_.views(step_).unbind(0))
            views.push_back(seen(view));
        draws.views = at::stack(views);
        draws.memory_views = [this](const at::Tensor& numbers) { return remembered_views(numbers); };
        const std::string back = of_step("restore.");
        for (auto at = trace_.golden.lower_bound(back);
             at != trace_.golden.end() && at->first.starts_with(back); ++at) {
            draws.restored[at->first.substr(back.size())] = at->second;
            comparison_.note(at->first);
        }
        if (trace_.golden.contains(of_step("draws.kind"))) {
            drawn_ = 0;
            draws.memory = [this](MemoryDraw draw) { return recorded(draw); };
        }
        return draws;
    }

    /// A stored picture's view is the one recorded with it, by the number of the present step.
    at::Tensor remembered_views(const at::Tensor& numbers) const {
        std::vector<at::Tensor> views;
        for (std::int64_t i = 0; i < numbers.numel(); ++i) {
            const Place place = places_.at(static_cast<std::size_t>(numbers[i].item<std::int64_t>()));
            views.push_back(trace_.views(place.step)[step_ % recorded_views_][place.row]);
        }
        return at::stack(views);
    }

    double recorded(MemoryDraw draw) {
        const at::Tensor kinds = trace_.golden.at(of_step("draws.kind"));
        const auto kind = static_cast<std::int64_t>(draw);
        if (drawn_ >= kinds.numel() || kinds[drawn_].item<std::int64_t>() != kind)
            throw std::runtime_error(of_step("draws.kind") + ": expected another draw at " +
                                     std::to_string(drawn_));
        return trace_.golden.at(of_step("draws.value"))[drawn_++].item<double>();
    }

    void compare(const StepResult& result) {
        NamedTensors told = result.records;
        told.insert({"logits", result.logits});
        told.insert({"loss", result.loss});
        if (method_ == "lame") {
            told["output"] = result.logits.softmax(1);
            told["logits"] = told.at("logits_network");
        }
        const AdapterState state = adapter_.state();
        if (method_ == "t3a")
            tell_supports(state, told);
        if (recipe_.memory.kind != MemoryKind::none)
            tell_memory(state, told);
        if (state.contains("class_drift/prototypes"))
            told["prototypes"] = state.at("class_drift/prototypes");
        for (const auto& [name, value] : told)
            if (!name.starts_with("update"))
                comparison_.check(of_step(name), value);
        compare_updates(told);
        compare_draws();
    }

    void compare_draws() {
        const auto kinds = trace_.golden.find(of_step("draws.kind"));
        if (kinds == trace_.golden.end())
            return;
        if (drawn_ != kinds->second.numel())
            throw std::runtime_error(of_step("draws.kind") + ": expected " +
                                     std::to_string(kinds->second.numel()) + " draws, found " +
                                     std::to_string(drawn_));
        comparison_.note(of_step("draws.kind"));
        comparison_.note(of_step("draws.value"));
    }

    /// Updates are numbered through the whole trace.
    void compare_updates(const NamedTensors& told) {
        for (int in_step = 0; told.contains("update" + std::to_string(in_step) + ".loss"); ++in_step) {
            const std::string mine = "update" + std::to_string(in_step) + ".";
            const std::string theirs = "update" + std::to_string(updates_++) + ".";
            for (auto at = told.lower_bound(mine); at != told.end() && at->first.starts_with(mine); ++at) {
                const std::string part = at->first.substr(mine.size());
                comparison_.check(theirs + part,
                                  part == "index" || part == "sample" ? indices_of(at->second) : at->second);
            }
            comparison_.check(theirs + "step", at::full({}, step_, at::kLong));
        }
    }

    static void tell_supports(const AdapterState& state, NamedTensors& told) {
        const at::Tensor labels = state.at("output/labels"), entropies = state.at("output/entropies");
        const at::Tensor none = at::zeros({told.at("logits").size(1)}, entropies.options());
        told["support_count"] = none.index_add(0, labels, at::ones_like(entropies)).to(at::kLong);
        told["support_entropy_sum"] = none.index_add(0, labels, entropies);
    }

    /// 16·step + place in the batch, as the trace numbers pictures.
    at::Tensor indices_of(const at::Tensor& numbers) const {
        at::Tensor indices = numbers.flatten().clone();
        for (std::int64_t i = 0; i < numbers.numel(); ++i) {
            const Place place = places_.at(static_cast<std::size_t>(indices[i].item<std::int64_t>()));
            const std::int64_t batch = trace_.inputs.at("input.step0").size(0);
            indices[i] = batch * place.step + place.row;
        }
        return indices.view(numbers.sizes());
    }

    /// The bank, filled up to its capacity.
    void tell_memory(const AdapterState& state, NamedTensors& told) const {
        const auto padded = [&](const at::Tensor& values, double empty) {
            const at::Tensor all = at::full({recipe_.memory.capacity}, empty, values.options());
            all.narrow(0, 0, values.numel()).copy_(values);
            return all;
        };
        told["memory.index"] = padded(indices_of(state.at("memory/numbers")), -1);
        told["memory.class"] = padded(state.at("memory/labels"), -1);
        told["memory.age"] = padded(state.at("memory/ages"), -1);
        told["memory.entropy"] = padded(state.at("memory/entropies"), 0);
    }

    /// Trained tensors and statistics of all networks.
    void compare_tensors(const std::string& prefix) {
        static const std::vector<std::pair<std::string, std::string>> places = {
            {"trained/", ""},
            {"statistics/", ""},
            {"teacher/average/", "teacher."},
            {"teacher/source/", "source."},
            {"output/supports", "supports"},
            {"output/labels", "label"},
            {"output/entropies", "entropy"}};
        for (const auto& [name, value] : adapter_.state())
            for (const auto& [block, infix] : places)
                if (name.starts_with(block))
                    comparison_.check(prefix + infix + name.substr(block.size()), value);
    }

    const MethodTrace& trace_;
    Comparison& comparison_;
    std::string method_;
    Recipe recipe_;
    Adapter adapter_;
    std::vector<Place> places_; ///< of the pictures shown so far
    int recorded_views_;        ///< of each picture, for memories
    int step_ = 0;
    int updates_ = 0;
    std::int64_t drawn_ = 0; ///< of the step's recorded draws
};

} // namespace

void replay_memory_method(const MethodTrace& trace, HyperParameters& given, Comparison& comparison) {
    Replay(trace, given, comparison).run();
}

} // namespace lab
