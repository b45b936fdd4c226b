#include "core/run/language_lane.h"

#include "core/base/elapsed.h"
#include "core/record/measure_table.h"
#include "core/run/answer_reading.h"
#include "core/run/checkpoint_store.h"
#include "core/run/token_candidates.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>
#include <utility>

namespace lab {

namespace {

using Clock = std::chrono::steady_clock;

void add_measures(const AnswerMeasures& m, const AnswerMeter& meter, StepRecord& record) {
    record.tokens = m.tokens;
    record.answer_length = m.answer_length;
    record.ended_share = m.ended_share;
    record.extraction_failures = m.extraction_failures;
    record.undecided_share = m.undecided_share;
    record.steps_right = m.steps_right;
    record.distinct_tokens = m.distinct_tokens;
    record.periodic_tail = m.periodic_tail;
    record.entropy_top_fifth = m.entropy_top_fifth;
    record.answer_dominance = meter.answer_dominance();
    record.true_answer_dominance = meter.true_answer_dominance();
    record.token_dominance = meter.token_dominance();
    record.true_token_dominance = meter.true_token_dominance();
    record.entropy_auroc = meter.entropy_auroc();
}

void add_measures(const TokenMeasures& m, std::int64_t vocabulary, StepRecord& record) {
    record.entropy = m.all.entropy;
    record.entropy_normalised = m.all.entropy / std::log(static_cast<double>(vocabulary));
    record.confidence = m.all.confidence;
    record.energy = m.all.energy;
    record.logit_norm = m.all.logit_norm;
    record.center_dominance = m.all.center_dominance;
    record.effective_classes = m.all.effective_classes;
    record.unadapted_divergence = m.divergence;
}

void add_meter(const Meter& meter, StepRecord& record) {
    record.accuracy = meter.batch_accuracy();
    record.accuracy_window = meter.window_accuracy();
    record.accuracy_running = meter.running_accuracy();
    record.class_dominance = meter.class_dominance();
    record.label_dominance = meter.label_dominance();
    record.calibration_error = meter.calibration_error();
}

} // namespace

std::size_t LanguageLaneState::bytes() const {
    constexpr std::size_t windows = 256 << 10;
    return windows + bytes_of(adapter);
}

LanguageLane::LanguageLane(const LaneSpec& spec, int index, std::unique_ptr<Decoder> decoder,
                           const LanguageRunParts& parts, std::uint64_t seed, const LanguageLaneState* start)
    : spec_(spec), index_(index), name_(lane_title(spec)), parts_(parts),
      adapter_(std::move(decoder), spec.recipe, seed, AnswerMarks{parts.model.marks()}),
      meter_(static_cast<int>(parts.stream.class_names().size())), unadapted_(spec.start_from.empty()) {
    note_parts(spec.recipe);
    if (start != nullptr)
        restore(*start);
}

void LanguageLane::set_recipe(const Recipe& recipe) {
    adapter_.adapter().set_recipe(recipe);
    spec_.recipe = recipe;
    note_parts(recipe);
}

void LanguageLane::note_parts(const Recipe& recipe) {
    const TrainedKind kind = recipe.trained.kind;
    if (kind == TrainedKind::lora || kind == TrainedKind::norms_and_lora || kind == TrainedKind::shift)
        with_parts_.push_back(recipe);
}

void LanguageLane::reset() {
    adapter_.adapter().reset();
    detector_.reset();
    unadapted_ = spec_.start_from.empty();
    ++resets_;
}

void LanguageLane::stop(int step, StopCause cause, std::vector<Event>& events) {
    stopped_ = true;
    events.push_back({0, index_, step, LaneStopped{cause}});
}

void LanguageLane::watch_for_collapse(int step, const std::vector<SaidAnswer>& said, StepRecord& record,
                                      std::vector<Event>& events) {
    const bool collapsed = detector_.add(said);
    if (collapsed && collapsed_at_ == 0) {
        collapsed_at_ = step;
        events.push_back({0, index_, step, Collapsed{}});
    }
    record.collapsed_at = collapsed_at_;
    if (!collapsed || spec_.on_collapse == CollapseAction::flag)
        return;
    if (spec_.on_collapse == CollapseAction::stop)
        return stop(step, StopCause::collapse, events);
    reset();
    collapsed_at_ = 0;
    events.push_back({0, index_, step + 1, LaneReset{ResetCause::collapse}});
}

LanguageLaneState LanguageLane::state() const {
    return {adapter_.adapter().state(),
            spec_.recipe,
            meter_,
            answers_,
            detector_,
            resets_,
            collapsed_at_,
            begun_,
            stopped_,
            unadapted_,
            questions_seen_,
            with_parts_};
}

void LanguageLane::restore(const LanguageLaneState& saved) {
    for (const Recipe& recipe : saved.with_parts) // so that all tensors of the state have their place
        adapter_.adapter().set_recipe(recipe);
    adapter_.adapter().set_recipe(saved.recipe);
    adapter_.adapter().restore(saved.adapter);
    spec_.recipe = saved.recipe;
    meter_ = saved.meter;
    answers_ = saved.answers;
    detector_ = saved.detector;
    resets_ = saved.resets;
    collapsed_at_ = saved.collapsed_at;
    begun_ = saved.begun;
    stopped_ = saved.stopped;
    unadapted_ = saved.unadapted;
    questions_seen_ = saved.questions_seen;
    with_parts_ = saved.with_parts;
}

StepRecord LanguageLane::step(const QuestionBatch& batch, std::vector<Event>& events, StepDetail& detail,
                              bool candidates) {
    if (spec_.reset == ResetPolicy::batch && begun_)
        reset();
    begun_ = true;
    detail.lane = index_;
    detail.step = batch.step;
    detail.recipe = spec_.recipe;
    std::optional<TokenCandidates> likeliest;
    if (candidates)
        likeliest.emplace(adapter_.adapter());
    Decoding decoding = parts_.decoding;
    decoding.first_question = batch.first;
    const auto begin = Clock::now();
    const QuestionStep answered = adapter_.step(batch.prompts, decoding);
    const StepResult& result = answered.result;
    const double whole = milliseconds_since(begin);

    const auto measuring = Clock::now();
    StepRecord record;
    record.lane = index_;
    record.step = batch.step;
    record.batch_size = static_cast<int>(batch.questions.size());
    questions_seen_ += record.batch_size;
    record.images_seen = questions_seen_;
    record.corruption = parts_.shift;
    record.severity = parts_.severity;
    record.segment = 1;
    record.loss = result.loss.item<double>();
    record.loss_objective = result.loss_objective.item<double>();
    record.loss_divergence = result.loss_divergence.item<double>();
    record.predictor_distance =
        has_predictor_matrix(spec_.recipe) ? result.distance.item<double>() : StepRecord::nothing;
    record.rows = static_cast<double>(result.logits.size(0));
    record.kept = static_cast<int>(result.kept.item<double>());
    record.backward_ms = result.times.backward;
    record.update_ms = result.times.update;
    record.forward_ms = std::max(0.0, whole - result.times.backward - result.times.update);
    AnswersRead read = read_answers(batch, answered, parts_, unadapted_ && !spec_.recipe.adapts);
    add_measures(read.measures, answered.said_logits.size(1), record);
    meter_.add(read.labels, read.predictions, read.confidences);
    answers_.add(read.said);
    add_meter(meter_, record);
    add_measures(measures_of(read.said), answers_, record);
    record.labels = std::move(read.labels);
    record.predictions = std::move(read.predictions);
    detail.answers = std::move(read.details);
    if (likeliest)
        likeliest->add_to(detail.answers, answered, adapter_.decoder());

    const bool stepped = result.stepped.item<double>() > 0;
    unadapted_ = unadapted_ && (!stepped || spec_.recipe.tokens.reset_each);
    if (result.reset.item<double>() > 0) {
        ++resets_;
        events.push_back({0, index_, batch.step + 1, LaneReset{ResetCause::recovery}});
    }
    record.resets = resets_;
    if (!std::isfinite(record.logit_norm) || (stepped && !std::isfinite(record.loss)))
        stop(batch.step, StopCause::not_finite, events);
    else
        watch_for_collapse(batch.step, read.said, record, events);
    record.measure_ms = milliseconds_since(measuring);
    return record;
}

} // namespace lab
