#include "core/run/experiment.h"

#include "core/base/text.h"
#include "core/model/input.h"
#include "core/nn/barriers.h"
#include "core/nn/half_precision.h"
#include "core/run/clean_pictures.h"
#include "core/run/device.h"
#include "core/run/experiment_parts.h"
#include "core/run/frozen_layers.h"
#include "core/run/language_run.h"
#include "core/run/memory_need.h"
#include "core/run/model_source.h"
#include "core/run/picture_checks.h"
#include "core/run/torch_fault.h"
#include "core/spec/spec_use.h"
#include "core/weights/safetensors.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>
#include <opencv2/core/utility.hpp>

#include <algorithm>
#include <optional>

namespace lab {

namespace {

/// Tensors of the model, by its names, out of what the adapter's blocks remember.
NamedTensors changed_weights(const Adapter& adapter) {
    NamedTensors changed;
    for (const auto& [name, tensor] : adapter.state()) {
        const std::size_t slash = name.find('/');
        const std::string block = name.substr(0, slash), own = name.substr(slash + 1);
        if (block == "trained" ||
            (block == "statistics" && (own.ends_with(".running_mean") || own.ends_with(".running_var"))))
            changed[own] = tensor;
    }
    return changed;
}

constexpr std::int64_t fisher_images = 2000; // as in EATA
/// So few that another program takes a large part of them, and that sleep costs little.
constexpr int few_cores = 4;

std::vector<int> labels_of(const ImageSet& set) {
    std::vector<int> labels;
    for (std::int64_t i = 0; i < set.size(); ++i)
        labels.push_back(set.label(i));
    return labels;
}

/// Networks for large pictures are tried on one and two of them first: a run that cannot fit is refused
/// before it begins.
void check_fits(const ExperimentSpec& spec, const OpenedModel& opened, const c10::Device& device) {
    if (opened.card.shape.image_size < large_image_size)
        return;
    std::vector<Recipe> recipes;
    for (const LaneSpec& lane : spec.lanes)
        recipes.push_back(lane.recipe);
    MemoryNeed need =
        estimate_memory([&] { return opened.make(at::kFloat); }, recipes, spec.stream.batch_size);
    if (spec.precision == "float64")
        need = {2 * need.weights, 2 * need.step, 2 * need.per_picture};
    check_memory(need, usable_memory(device), spec.stream.batch_size);
}

} // namespace

Prefetcher::Options Experiment::Parts::stream_options(int first_step) const {
    return {spec.stream.batch_size, spec.stream.seed, spec.prefetch_threads, 4, spec.frost_dir, first_step};
}

Model Experiment::Parts::new_model() const {
    Model model = opened.make(options);
    if (spec.precision == "bfloat16")
        narrow_encoder(*model.classifier, at::kBFloat16);
    return model;
}

std::unique_ptr<Lane> Experiment::Parts::new_lane(const LaneSpec& lane, int index,
                                                  const LaneCheckpoint* start) {
    Model model = new_model();
    const Recipe defaults = make_lane(lane.method, spec).recipe;
    if (lane.recipe.adapts != defaults.adapts)
        info.notices.push_back({NoticeSubject::lanes, true,
                                "lane " + std::to_string(index + 1) + " (" + shown(lane_title(lane)) + ") " +
                                    (lane.recipe.adapts ? "adapts" : "does not adapt") +
                                    ", unlike its method: recipe.adapts was set by hand"});
    for (const Notice& notice : check_frozen_layers(lane, index, defaults, *model.classifier))
        info.notices.push_back(notice);
    if (!lane.start_from.empty())
        model.classifier->parameters().overlay(read_safetensors(lane.start_from).tensors, lane.start_from);
    const auto clean = [this] { return clean_pictures(*images, card, options, fisher_images); };
    auto made = std::make_unique<Lane>(lane, index, std::move(model), spec.stream.seed, clean, start);
    made->adapter().set_interrupted(interrupted);
    return made;
}

BatchDetailPtr Experiment::Parts::detail_of(const Batch& batch, std::vector<StepDetail> lane_details) const {
    auto detail = std::make_shared<BatchDetail>();
    detail->step = batch.step;
    detail->samples = batch.samples;
    detail->labels = batch.labels;
    const std::size_t kept = std::min<std::size_t>(BatchDetail::pictures_kept, batch.images.size());
    for (std::size_t i = 0; i < kept; ++i)
        detail->pictures.push_back(reduced_picture(batch.images[i], BatchDetail::picture_side));
    detail->axis_shares = maker->axes().shares;
    detail->lanes = std::move(lane_details);
    return detail;
}

std::vector<bool> Experiment::wrong_of_unadapted(const Parts& p, const std::vector<StreamItem>& plan) {
    std::vector<StreamItem> asked;
    for (const StreamItem& item : plan)
        if (!item.frozen)
            asked.push_back(item);
    const Model model = p.new_model();
    const StreamSpec& stream = p.spec.stream;
    Prefetcher pictures(p.images, asked, {256, stream.seed, p.spec.prefetch_threads, 4, p.spec.frost_dir});
    const c10::NoGradGuard no_grad;
    std::vector<bool> wrong;
    while (const std::optional<Batch> batch = pictures.next()) {
        const at::Tensor input = to_input(batch->images, p.card, p.options);
        const at::Tensor logits = model.classifier->head(model.classifier->features(input));
        const at::Tensor labels = at::tensor(batch->labels, at::kLong).to(logits.device()).unsqueeze(1);
        const at::Tensor better =
            (logits > logits.gather(1, labels)).sum(1).cpu(); // classes ahead of the label
        // A picture that cannot be read counts as known: there is nothing to adapt on.
        std::vector<bool> verdict(static_cast<std::size_t>(batch->planned), true);
        for (const Batch::Dropped& dropped : batch->dropped)
            verdict[static_cast<std::size_t>(dropped.position)] = false;
        std::int64_t read = 0;
        for (std::size_t i = 0; i < verdict.size(); ++i)
            if (verdict[i])
                verdict[i] = better[read++].item<std::int64_t>() >= stream.blind_spot_top;
        wrong.insert(wrong.end(), verdict.begin(), verdict.end());
    }
    return wrong;
}

DetailMaker Experiment::Parts::new_maker() const {
    const Model model = new_model();
    const c10::NoGradGuard no_grad;
    std::vector<at::Tensor> features;
    std::optional<Corruption> instead;
    for (const StreamItem& item : prefetcher->plan())
        if (!images->has_clean() && !instead && !item.pure_noise)
            instead = item.corruption;
    const NextBatch next = clean_pictures(*images, card, options, axes_images, instead);
    for (at::Tensor batch = next(); batch.defined(); batch = next())
        features.push_back(model.classifier->features(batch));
    return DetailMaker(principal_axes(at::cat(features)));
}

void Experiment::set_details(bool wanted) {
    details_wanted_ = wanted;
    if (language_)
        language_->set_details(wanted);
}

void Experiment::set_checkpoint_bound(std::size_t bytes) {
    if (language_)
        return language_->set_checkpoint_bound(bytes);
    parts_->checkpoints = CheckpointStore(bytes);
}

CheckpointUse Experiment::checkpoints() const {
    if (language_)
        return language_->checkpoints();
    const CheckpointStore& store = parts_->checkpoints;
    return {static_cast<int>(store.size()), store.interval(), store.bytes(), store.bound()};
}

Experiment::Experiment(const ExperimentSpec& spec, LaneOrder order) {
    in_words(spec, [&] {
        if (is_language(spec)) {
            language_ = std::make_unique<LanguageRun>(spec, order);
        } else {
            parts_ = std::make_unique<Parts>();
            open(spec, order);
        }
    });
}

void Experiment::open(const ExperimentSpec& spec, LaneOrder order) {
    validate(spec);
    Parts& p = *parts_;
    p.spec = spec;
    const int threads = arithmetic_threads(spec.threads);
    cv::setNumThreads(1);
    compute_exactly();
    const c10::Device device = device_named(spec.device);
    if (spec.precision == "bfloat16" && !device.is_cuda())
        throw std::invalid_argument(
            "precision: bfloat16 is for CUDA devices (LibTorch's sums on the processor "
            "lose digits in it); expected float32 or float64 on the CPU");
    p.options = at::TensorOptions(spec.precision == "float64" ? at::kDouble : at::kFloat).device(device);
    p.opened = open_weights(spec.model, spec.model_options);
    p.card = p.opened.card;
    p.images = open_data_for(spec, p.card);
    expect_labels(*p.images, spec.stream.scenario);
    check_fits(spec, p.opened, device);
    const bool in_turn =
        order == LaneOrder::in_turn || device.is_cuda() || p.card.shape.image_size >= large_image_size;
    const LaneShare share = shared_threads(threads, in_turn ? 1 : static_cast<int>(spec.lanes.size()));
    // What this thread does for a lane, Fisher information and forks, has the digits of the lane's own
    // worker.
    at::set_num_threads(share.threads);
    const int cores = arithmetic_threads(0);
    if (share.threads > 1 && threads >= cores && cores <= few_cores)
        sleep_at_barriers();
    for (std::size_t i = 0; i < spec.lanes.size(); ++i) {
        p.lanes.push_back(p.new_lane(spec.lanes[i], static_cast<int>(i)));
        p.recipes.push_back(spec.lanes[i].recipe);
        p.stopped.push_back(false);
    }
    std::vector<StreamItem> plan = plan_stream(spec.stream, labels_of(*p.images), p.card.shape.classes);
    require_all(*p.images, plan);
    if (spec.stream.scenario == ScenarioKind::blind_spot)
        keep_wrong(plan, wrong_of_unadapted(p, plan));
    p.info.total_images = static_cast<std::int64_t>(plan.size());
    p.prefetcher = std::make_unique<Prefetcher>(p.images, std::move(plan), p.stream_options(0));
    p.stream.emplace(*p.prefetcher, p.card, p.options);
    p.info.total_steps = p.prefetcher->steps();
    p.info.class_names = p.card.class_names;
    p.info.data_title = p.images->name();
    p.info.model_title = p.card.title;
    p.info.notices.insert(p.info.notices.begin(), p.card.notices.begin(), p.card.notices.end());
    if (p.info.total_images > p.images->size())
        p.info.notices.push_back({NoticeSubject::data, false,
                                  "the stream of " + std::to_string(p.info.total_images) +
                                      " pictures is longer than the data: the " +
                                      std::to_string(p.images->size()) + " come again"});
    for (const std::vector<Notice>& more : {p.images->notices(), unused_fields(spec)})
        p.info.notices.insert(p.info.notices.end(), more.begin(), more.end());
    p.info.device = device_info(device, threads);
    p.info.program = LAB_VERSION;
    p.info.weights = p.card.model_hash;
    p.info.feature_count = p.lanes.front()->adapter().classifier().feature_count();
    p.pool.emplace(share.workers, [&share] { at::set_num_threads(share.threads); });
}

Experiment::~Experiment() = default;

const RunInfo& Experiment::info() const {
    return language_ ? language_->info() : parts_->info;
}

void Experiment::check(int lane, const Recipe& recipe) const {
    if (language_)
        return language_->check(lane, recipe);
    expect_lane(lane, parts_->lanes.size());
    LaneSpec changed = parts_->spec.lanes.at(static_cast<std::size_t>(lane));
    changed.recipe = recipe;
    const LaneSpec& as_begun = parts_->spec.lanes.at(static_cast<std::size_t>(lane));
    check_frozen_layers(changed, lane, as_begun.recipe,
                        parts_->lanes.at(static_cast<std::size_t>(lane))->adapter().classifier());
}

void Experiment::set_recipe(const SetRecipe& command) {
    if (language_)
        return language_->set_recipe(command);
    expect_lane(command.lane, parts_->lanes.size());
    parts_->control.add(command);
}

void Experiment::set_schedule(const RunSchedule& schedule) {
    if (language_)
        return language_->set_schedule(schedule);
    parts_->control.set_schedule(schedule, parts_->info.total_steps, static_cast<int>(parts_->lanes.size()));
}

std::optional<ForkLane> Experiment::due_fork() {
    if (language_)
        return language_->due_fork();
    return parts_->control.due_fork();
}

bool Experiment::cut_short() const {
    if (language_)
        return language_->cut_short();
    const Parts& p = *parts_;
    return p.control.is_over() && p.control.done() < p.info.total_steps && !p.all_stopped();
}

void Experiment::set_interrupted(std::function<bool()> interrupted) {
    if (language_)
        return language_->set_interrupted(std::move(interrupted));
    parts_->interrupted = std::move(interrupted);
    for (const auto& lane : parts_->lanes)
        lane->adapter().set_interrupted(parts_->interrupted);
}

void Experiment::save_state(int lane, const std::string& path) const {
    if (language_)
        return language_->save_state(lane, path);
    if (begun() > 0)
        throw std::logic_error("save_state: lanes are at work");
    const Lane& saved = *parts_->lanes.at(static_cast<std::size_t>(lane));
    write_safetensors(path, changed_weights(saved.adapter()),
                      {{"collapse_lab_state", saved.name()}, {"model", parts_->spec.model}});
}

} // namespace lab
