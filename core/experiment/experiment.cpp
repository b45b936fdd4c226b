#include "core/experiment/experiment.h"

#include "core/experiment/data.h"
#include "core/experiment/device.h"
#include "core/experiment/lane.h"
#include "core/experiment/model_source.h"
#include "core/model/input.h"
#include "core/model/safetensors.h"
#include "core/stream/prefetcher.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <opencv2/core/utility.hpp>

#include <algorithm>

namespace lab {

namespace {

constexpr std::size_t preview_images = 32;

std::vector<int> labels_of(const ImageSet& set) {
    std::vector<int> labels;
    for (std::int64_t i = 0; i < set.size(); ++i)
        labels.push_back(set.label(i));
    return labels;
}

/// 2,000 clean pictures, spread evenly over the set, in batches of 64 (EATA's Fisher estimate).
std::vector<at::Tensor> clean_batches(const ImageSet& set, const ModelCard& card,
                                      const at::TensorOptions& options) {
    const std::int64_t count = std::min<std::int64_t>(2000, set.size());
    std::vector<at::Tensor> batches;
    std::vector<Image> images;
    for (std::int64_t i = 0; i < count; ++i) {
        images.push_back(set.image(i * set.size() / count));
        if (images.size() == 64 || i + 1 == count) {
            batches.push_back(to_input(images, card, options));
            images.clear();
        }
    }
    return batches;
}

BatchPreview preview_of(const Batch& batch) {
    const std::size_t count = std::min(preview_images, batch.images.size());
    BatchPreview preview;
    preview.step = batch.step;
    preview.images.assign(batch.images.begin(), batch.images.begin() + static_cast<std::ptrdiff_t>(count));
    preview.labels.assign(batch.labels.begin(), batch.labels.begin() + static_cast<std::ptrdiff_t>(count));
    return preview;
}

} // namespace

struct Experiment::Parts {
    ExperimentSpec spec;
    RunInfo info;
    ModelCard card;
    at::TensorOptions options;
    std::shared_ptr<const ImageSet> images;
    std::vector<std::unique_ptr<Lane>> lanes;
    std::unique_ptr<Prefetcher> prefetcher;
    std::vector<SetRecipe> waiting; ///< applied before the next step
    int segment = -1;
};

std::vector<bool> Experiment::wrong_of_unadapted(const Parts& p, const std::vector<StreamItem>& plan) {
    std::vector<StreamItem> asked;
    for (const StreamItem& item : plan)
        if (!item.frozen)
            asked.push_back(item);
    const Model model = open_model(p.spec.model, p.options);
    const StreamSpec& stream = p.spec.stream;
    Prefetcher pictures(p.images, asked, {256, stream.seed, p.spec.prefetch_threads, 4, p.spec.frost_dir});
    const at::NoGradGuard no_grad;
    std::vector<bool> wrong;
    while (const std::optional<Batch> batch = pictures.next()) {
        const at::Tensor input = to_input(batch->images, p.card, p.options);
        const at::Tensor logits = model.classifier->head(model.classifier->features(input));
        const at::Tensor labels = at::tensor(batch->labels, at::kLong).to(logits.device()).unsqueeze(1);
        const at::Tensor better =
            (logits > logits.gather(1, labels)).sum(1).cpu(); // classes ahead of the label
        for (std::int64_t i = 0; i < better.size(0); ++i)
            wrong.push_back(better[i].item<std::int64_t>() >= stream.blind_spot_top);
    }
    return wrong;
}

Experiment::Experiment(const ExperimentSpec& spec) : parts_(std::make_unique<Parts>()) {
    validate(spec);
    Parts& p = *parts_;
    p.spec = spec;
    const int threads = arithmetic_threads(spec.threads);
    at::set_num_threads(threads);
    cv::setNumThreads(1);
    const c10::Device device = device_named(spec.device);
    p.options = at::TensorOptions(spec.precision == "float64" ? at::kDouble : at::kFloat).device(device);
    p.images = open_data(spec);
    for (std::size_t i = 0; i < spec.lanes.size(); ++i) {
        Model model = open_model(spec.model, p.options);
        p.card = model.card;
        if (!spec.lanes[i].start_from.empty())
            model.classifier->parameters().overlay(read_safetensors(spec.lanes[i].start_from).tensors,
                                                   spec.lanes[i].start_from);
        const auto clean = [this] { return clean_batches(*parts_->images, parts_->card, parts_->options); };
        p.lanes.push_back(std::make_unique<Lane>(spec.lanes[i], static_cast<int>(i), std::move(model),
                                                 spec.stream.seed, clean));
    }
    if (p.card.class_names.size() != p.images->class_names().size())
        throw std::invalid_argument("model: it knows " + std::to_string(p.card.class_names.size()) +
                                    " classes, the data set has " +
                                    std::to_string(p.images->class_names().size()));
    std::vector<StreamItem> plan = plan_stream(spec.stream, labels_of(*p.images), p.card.shape.classes);
    if (spec.stream.scenario == ScenarioKind::blind_spot)
        keep_wrong(plan, wrong_of_unadapted(p, plan));
    p.info.total_images = static_cast<std::int64_t>(plan.size());
    p.prefetcher =
        std::make_unique<Prefetcher>(p.images, std::move(plan),
                                     Prefetcher::Options{spec.stream.batch_size, spec.stream.seed,
                                                         spec.prefetch_threads, 4, spec.frost_dir});
    p.info.total_steps = p.prefetcher->steps();
    p.info.class_names = p.card.class_names;
    p.info.data_title = p.images->name();
    p.info.model_title = architecture(p.card.architecture).title;
    p.info.device = device_title(device, threads);
    p.info.feature_count = p.lanes.front()->adapter().classifier().feature_count();
}

Experiment::~Experiment() = default;

const RunInfo& Experiment::info() const {
    return parts_->info;
}

void Experiment::set_recipe(const SetRecipe& command) {
    if (command.lane < 0 || command.lane >= std::ssize(parts_->lanes))
        throw std::invalid_argument("lane: expected 0 to " + std::to_string(parts_->lanes.size() - 1) +
                                    ", found " + std::to_string(command.lane));
    std::erase_if(parts_->waiting, [&](const SetRecipe& other) { return other.lane == command.lane; });
    parts_->waiting.push_back(command);
}

void Experiment::set_interrupted(std::function<bool()> interrupted) {
    for (const auto& lane : parts_->lanes)
        lane->adapter().set_interrupted(interrupted);
}

void Experiment::save_state(int lane, const std::string& path) const {
    const Lane& saved = *parts_->lanes.at(static_cast<std::size_t>(lane));
    write_safetensors(path, saved.adapter().trained_norms(),
                      {{"collapse_lab_state", saved.name()}, {"model", parts_->spec.model}});
}

bool Experiment::step(StepOutput& output) {
    Parts& p = *parts_;
    output = {};
    if (std::all_of(p.lanes.begin(), p.lanes.end(), [](const auto& lane) { return lane->stopped(); }))
        return false;
    const std::optional<Batch> batch = p.prefetcher->next();
    if (!batch)
        return false;
    for (const SetRecipe& command : p.waiting) {
        p.lanes.at(static_cast<std::size_t>(command.lane))->set_recipe(command.recipe);
        output.events.push_back({0, EventKind::switch_thrown, command.lane, batch->step, command.text});
    }
    p.waiting.clear();
    if (batch->segment != p.segment && p.segment >= 0)
        output.events.push_back({0, EventKind::segment, -1, batch->step, batch->corruption});
    p.segment = batch->segment;

    output.preview = preview_of(*batch);
    const at::Tensor input = to_input(batch->images, p.card, p.options);
    for (const auto& lane : p.lanes) {
        std::vector<int> predictions;
        std::vector<float> confidences;
        if (!lane->stopped()) {
            output.records.push_back(lane->step(*batch, input, output.events));
            predictions = output.records.back().predictions;
            confidences = lane->confidences();
            predictions.resize(output.preview.images.size());
            confidences.resize(output.preview.images.size());
        }
        output.preview.predictions.push_back(predictions);
        output.preview.confidences.push_back(confidences);
    }
    return true;
}

} // namespace lab
