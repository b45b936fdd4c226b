#include "core/run/lane.h"

#include "core/base/elapsed.h"
#include "core/measure/measures.h"
#include "core/model/input.h"
#include "core/record/measure_table.h"

#include <chrono>
#include <cmath>
#include <limits>
#include <utility>

namespace lab {

namespace {

/// What a record holds of a step besides its logits, in the order in which step() reads it.
struct Scalar {
    enum : std::size_t { loss, loss_objective, loss_divergence, distance, kept, stepped, reset };
};

at::Tensor measures_of(const StepResult& result) {
    return packed_measures(result.logits, {result.loss, result.loss_objective, result.loss_divergence,
                                           result.distance, result.kept, result.stepped, result.reset});
}

} // namespace

Lane::Lane(const LaneSpec& spec, int index, Model model, std::uint64_t seed, CleanPictures clean_pictures,
           const LaneCheckpoint* start)
    : spec_(spec), index_(index), name_(lane_title(spec)),
      adapter_(std::move(model.classifier), spec.recipe, seed), clean_pictures_(std::move(clean_pictures)),
      meter_(model.card.shape.classes), detector_(model.card.shape.classes) {
    adapter_.set_measures(measures_of);
    const Normaliser normaliser(model.card, adapter_.classifier().options());
    adapter_.set_picture_scale(normaliser.mean(), normaliser.deviation());
    if (start)
        restore(*start); // and with it what was estimated
    else
        look_at_clean_pictures();
}

void Lane::set_recipe(const Recipe& recipe) {
    spec_.recipe = recipe;
    adapter_.set_recipe(recipe);
    look_at_clean_pictures();
}

void Lane::look_at_clean_pictures() {
    if (spec_.recipe.adapts && spec_.recipe.teacher.by_divergence && !adapter_.knows_class_means())
        adapter_.estimate_class_means(clean_pictures_());
    if (spec_.recipe.adapts && spec_.recipe.regulariser.fisher_alpha > 0 && adapter_.fisher().empty())
        adapter_.estimate_fisher(clean_pictures_());
}

void Lane::reset() {
    adapter_.reset();
    detector_.reset();
    ++resets_;
}

void Lane::apply_reset_policy(const Batch& batch, std::vector<Event>& events) {
    const bool new_segment = segment_ >= 0 && batch.segment != segment_;
    const bool every_batch = spec_.reset == ResetPolicy::batch && segment_ >= 0;
    segment_ = batch.segment;
    if (spec_.reset == ResetPolicy::segment && new_segment)
        events.push_back({0, index_, batch.step, LaneReset{ResetCause::segment}});
    if (every_batch || (spec_.reset == ResetPolicy::segment && new_segment))
        reset();
}

void Lane::stop(const Batch& batch, StopCause cause, std::vector<Event>& events) {
    stopped_ = true;
    events.push_back({0, index_, batch.step, LaneStopped{cause}});
}

void Lane::watch_for_collapse(const Batch& batch, StepRecord& record, std::vector<Event>& events) {
    const bool collapsed = detector_.add(batch.labels, record.predictions, record.logit_norm);
    if (collapsed && collapsed_at_ == 0) {
        collapsed_at_ = batch.step;
        events.push_back({0, index_, batch.step, Collapsed{}});
    }
    record.collapsed_at = collapsed_at_;
    if (!collapsed || spec_.on_collapse == CollapseAction::flag)
        return;
    if (spec_.on_collapse == CollapseAction::stop)
        return stop(batch, StopCause::collapse, events);
    reset();
    collapsed_at_ = 0;
    events.push_back({0, index_, batch.step + 1, LaneReset{ResetCause::collapse}});
}

LaneCheckpoint Lane::checkpoint() const {
    return {adapter_.state(), spec_.recipe, meter_,   detector_, resets_,
            collapsed_at_,    segment_,     stopped_, frozen_,   images_seen_};
}

void Lane::restore(const LaneCheckpoint& saved) {
    adapter_.set_recipe(saved.recipe);
    adapter_.restore(saved.adapter);
    spec_.recipe = saved.recipe;
    meter_ = saved.meter;
    detector_ = saved.detector;
    resets_ = saved.resets;
    collapsed_at_ = saved.collapsed_at;
    segment_ = saved.segment;
    stopped_ = saved.stopped;
    frozen_ = saved.frozen;
    images_seen_ = saved.images_seen;
}

StepRecord Lane::step(const Batch& batch, const at::Tensor& input, std::vector<Event>& events,
                      const DetailMaker* maker, StepDetail* detail) {
    apply_reset_policy(batch, events);
    if (batch.frozen && !frozen_)
        meter_ = Meter(meter_.classes()); // what counts is the score of the frozen model
    frozen_ = batch.frozen;
    const auto detailing = std::chrono::steady_clock::now();
    const DetailMaker::Before before = maker ? DetailMaker::before(adapter_) : DetailMaker::Before{};
    const double before_ms = maker ? milliseconds_since(detailing) : 0;
    const StepResult result = batch.frozen ? adapter_.evaluate(input) : adapter_.step(input);
    if (maker) {
        const auto begin = std::chrono::steady_clock::now();
        *detail = maker->detail(result, adapter_, before);
        detail->lane = index_;
        detail->step = batch.step;
        detail->milliseconds = before_ms + milliseconds_since(begin);
    }

    const auto measuring = std::chrono::steady_clock::now();
    const BatchMeasures m = read_measures(result.measured, input.size(0)); // the one wait for the device
    const bool was_reset = m.scalars[Scalar::reset] > 0, was_stepped = m.scalars[Scalar::stepped] > 0;
    meter_.add(batch.labels, m.predictions, m.confidences);
    confidences_ = m.confidences;

    StepRecord record;
    record.lane = index_;
    record.step = batch.step;
    images_seen_ += static_cast<std::int64_t>(batch.images.size());
    record.images_seen = images_seen_;
    record.batch_size = static_cast<int>(batch.images.size());
    record.corruption = batch.corruption;
    record.severity = batch.severity;
    record.segment = batch.segment + 1;
    record.accuracy = meter_.batch_accuracy();
    record.accuracy_window = meter_.window_accuracy();
    record.accuracy_running = meter_.running_accuracy();
    record.loss = m.scalars[Scalar::loss];
    record.loss_objective = m.scalars[Scalar::loss_objective];
    record.loss_divergence = m.scalars[Scalar::loss_divergence];
    record.predictor_distance = has_predictor_matrix(spec_.recipe) ? m.scalars[Scalar::distance]
                                                                   : std::numeric_limits<double>::quiet_NaN();
    record.entropy = m.entropy;
    record.entropy_normalised = m.entropy / std::log(static_cast<double>(result.logits.size(1)));
    record.confidence = m.confidence;
    record.energy = m.energy;
    record.logit_norm = m.logit_norm;
    record.center_dominance = m.center_dominance;
    record.class_dominance = meter_.class_dominance();
    record.label_dominance = meter_.label_dominance();
    record.effective_classes = m.effective_classes;
    record.calibration_error = meter_.calibration_error();
    record.kept = static_cast<int>(m.scalars[Scalar::kept]);
    record.predictions = m.predictions;
    record.labels = batch.labels;
    record.forward_ms = result.times.forward;
    record.backward_ms = result.times.backward;
    record.update_ms = result.times.update;

    if (was_reset) {
        ++resets_;
        events.push_back({0, index_, batch.step + 1, LaneReset{ResetCause::recovery}});
    }
    record.resets = resets_;
    if (!std::isfinite(m.logit_norm) || (was_stepped && !std::isfinite(record.loss)))
        stop(batch, StopCause::not_finite, events);
    else
        watch_for_collapse(batch, record, events);
    record.measure_ms = result.times.measure + milliseconds_since(measuring);
    return record;
}

} // namespace lab
