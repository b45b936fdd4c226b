#include "core/run/language_run.h"

#include "core/base/text.h"
#include "core/recipe/recipe_fields.h"
#include "core/run/device.h"
#include "core/run/language_checks.h"
#include "core/run/language_memory.h"
#include "core/spec/names.h"
#include "core/spec/spec_use.h"
#include "core/weights/safetensors.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <exception>
#include <map>
#include <stdexcept>

namespace lab {

namespace {

/// Larger networks use all threads by themselves; their lanes work in turn.
constexpr std::int64_t most_weights_at_once = 20'000'000;

Decoding decoding_of(const StreamSpec& stream) {
    Decoding decoding;
    decoding.most_tokens = stream.decoding.max_tokens;
    decoding.temperature = stream.decoding.temperature;
    decoding.top_p = stream.decoding.top_p;
    decoding.seed = stream.decoding.seed;
    if (stream.shift.kind == QuestionShiftKind::embedding_noise)
        decoding.noise = {prompt_noise_sigma(stream.shift.severity), stream.seed};
    return decoding;
}

void expect_device(const ExperimentSpec& spec, const at::Device& device) {
    if (spec.precision == "bfloat16" && !device.is_cuda())
        throw std::invalid_argument(
            "precision: bfloat16 is for CUDA devices (LibTorch's sums on the processor "
            "lose digits in it); expected float32 or float64 on the CPU");
}

} // namespace

LanguageRun::LanguageRun(const ExperimentSpec& spec, LaneOrder order) : spec_(spec) {
    validate(spec);
    const int threads = arithmetic_threads(spec.threads);
    compute_exactly();
    const at::Device device = device_named(spec.device);
    expect_device(spec, device);
    stream_ = std::make_unique<QuestionStream>(spec);
    model_ = std::make_unique<LanguageModel>(spec, device);
    const bool in_turn = order == LaneOrder::in_turn || device.is_cuda() ||
                         model_->unadapted().parameters().count() > most_weights_at_once;
    const LaneShare share = shared_threads(threads, in_turn ? 1 : static_cast<int>(spec.lanes.size()));
    at::set_num_threads(share.threads); // what this thread does for a lane has the digits of its worker
    parts_ = std::make_unique<LanguageRunParts>(
        LanguageRunParts{*model_, *stream_, decoding_of(spec.stream), name_of(spec.stream.shift.kind),
                         spec.stream.shift.kind == QuestionShiftKind::none ? 0 : spec.stream.shift.severity});
    for (std::size_t i = 0; i < spec.lanes.size(); ++i)
        check_language_recipe(spec.lanes[i].recipe, static_cast<int>(i), *model_);
    const std::int64_t longest = longest_question(*stream_, *model_, spec.stream.decoding.max_tokens);
    const std::int64_t available = usable_memory(device);
    MemoryNeed need = language_memory(*model_, spec, longest, available);
    need.step *= share.workers;
    need.per_picture *= share.workers;
    check_memory(need, available, spec.stream.batch_size, "questions");
    for (std::size_t i = 0; i < spec.lanes.size(); ++i)
        lanes_.push_back(new_lane(spec.lanes[i], static_cast<int>(i)));
    tell_all(spec, device, threads);
    pool_.emplace(share.workers, [&share] { at::set_num_threads(share.threads); });
}

void LanguageRun::tell_all(const ExperimentSpec& spec, const at::Device& device, int threads) {
    info_.total_images = stream_->questions();
    info_.total_steps = stream_->steps();
    info_.class_names = stream_->class_names();
    info_.data_title = stream_->title();
    info_.model_title = model_->title();
    info_.device = device_info(device, threads);
    info_.program = LAB_VERSION;
    info_.weights = model_->hash();
    info_.feature_count = static_cast<int>(model_->unadapted().config().width);
    for (const std::vector<Notice>& more : {model_->notices(), stream_->notices(), unused_fields(spec)})
        info_.notices.insert(info_.notices.end(), more.begin(), more.end());
    for (std::size_t i = 0; i < spec.lanes.size(); ++i)
        if (const LaneSpec& lane = spec.lanes[i];
            lane.recipe.adapts != language_recipe(lane.method).recipe.adapts)
            info_.notices.push_back({NoticeSubject::lanes, true,
                                     "lane " + std::to_string(i + 1) + " (" + shown(lane_title(lane)) + ") " +
                                         (lane.recipe.adapts ? "adapts" : "does not adapt") +
                                         ", unlike its method: recipe.adapts was set by hand"});
}

std::unique_ptr<LanguageLane> LanguageRun::new_lane(const LaneSpec& lane, int index,
                                                    const LanguageLaneState* start) const {
    std::unique_ptr<Decoder> decoder = model_->make();
    if (!lane.start_from.empty()) {
        const TrainedKind kind = lane.recipe.trained.kind;
        if (kind == TrainedKind::lora || kind == TrainedKind::norms_and_lora)
            decoder->add_lora(lane.recipe.trained.lora, spec_.stream.seed);
        decoder->parameters().overlay(read_safetensors(lane.start_from).tensors, lane.start_from);
    }
    auto made =
        std::make_unique<LanguageLane>(lane, index, std::move(decoder), *parts_, spec_.stream.seed, start);
    made->adapter().set_interrupted(interrupted_);
    return made;
}

QuestionBatch LanguageRun::batch(int step) const {
    QuestionBatch batch;
    batch.step = step;
    batch.first = static_cast<std::uint64_t>(step - 1) * static_cast<std::uint64_t>(spec_.stream.batch_size);
    batch.questions = stream_->batch(step);
    for (const StreamQuestion& question : batch.questions) {
        batch.prompts.push_back(model_->prompt(question.asked));
        batch.solutions.push_back(question.solution.empty() ? TokenIds()
                                                            : model_->solution(question.solution));
    }
    return batch;
}

BatchDetailPtr LanguageRun::detail_of(const QuestionBatch& batch, std::vector<StepDetail> lanes) const {
    auto detail = std::make_shared<BatchDetail>();
    detail->step = batch.step;
    for (const StreamQuestion& question : batch.questions) {
        detail->samples.push_back(question.sample);
        detail->labels.push_back(question.label);
        detail->questions.push_back({question.asked, question.expected, question.solution});
    }
    std::map<int, std::string> vocabulary;
    const auto name = [&](const std::vector<int>& tokens) {
        for (const int id : tokens)
            if (id >= 0 && !vocabulary.contains(id)) {
                const std::string_view bytes = model_->tokenizer().token_bytes(id);
                vocabulary[id] = bytes.empty() ? model_->tokenizer().token_name(id) : std::string(bytes);
            }
    };
    for (const StepDetail& lane : lanes)
        for (const AnswerDetail& answer : lane.answers) {
            name(answer.tokens);
            name(answer.top_tokens);
            name(answer.online_top_tokens);
        }
    for (const auto& [id, bytes] : vocabulary)
        detail->vocabulary.push_back({id, bytes});
    detail->lanes = std::move(lanes);
    return detail;
}

void LanguageRun::set_recipe(const SetRecipe& command) {
    expect_lane(command.lane, lanes_.size());
    control_.add(command);
}

void LanguageRun::set_schedule(const RunSchedule& schedule) {
    control_.set_schedule(schedule, info_.total_steps, static_cast<int>(lanes_.size()));
}

std::optional<ForkLane> LanguageRun::due_fork() {
    return control_.due_fork();
}

bool LanguageRun::cut_short() const {
    const bool ended = control_.is_over() || interrupted();
    return ended && control_.done() < info_.total_steps &&
           std::any_of(lanes_.begin(), lanes_.end(), [](const auto& lane) { return !lane->stopped(); });
}

void LanguageRun::check(int lane, const Recipe& recipe) const {
    expect_lane(lane, lanes_.size());
    const std::string path = "lanes[" + std::to_string(lane) + "].recipe";
    validate_recipe(recipe, path);
    expect_recipe_for(true, recipe, path);
    check_language_recipe(recipe, lane, *model_);
    expect_same_pairs(lanes_[static_cast<std::size_t>(lane)]->recipe(), recipe, lane);
}

void LanguageRun::save_state(int lane, const std::string& path) const {
    const LanguageLane& saved = *lanes_.at(static_cast<std::size_t>(lane));
    write_safetensors(path, saved.adapter().adapter().trained_norms(),
                      {{"collapse_lab_state", saved.name()}, {"model", spec_.model}});
}

void LanguageRun::set_interrupted(std::function<bool()> interrupted) {
    interrupted_ = std::move(interrupted);
    for (const auto& lane : lanes_)
        lane->adapter().set_interrupted(interrupted_);
}

CheckpointUse LanguageRun::checkpoints() const {
    return {static_cast<int>(states_.size()), states_.interval(), states_.bytes(), states_.bound()};
}

bool LanguageRun::work_on_all(const QuestionBatch& questions, StepOutput& output) {
    /// What one lane makes of the step.
    struct Turn {
        std::optional<StepRecord> record;
        std::vector<Event> events;
        StepDetail detail;
    };
    std::vector<Turn> turns(lanes_.size());
    std::vector<std::size_t> tickets;
    for (std::size_t i = 0; i < lanes_.size(); ++i)
        tickets.push_back(pool_->add(i, [&lane = *lanes_[i], &turn = turns[i], &questions, this] {
            if (!lane.stopped())
                turn.record = lane.step(questions, turn.events, turn.detail, candidates_);
        }));
    std::exception_ptr fault; // all have to be done before their turns go
    for (std::size_t i = 0; i < lanes_.size(); ++i)
        try {
            pool_->wait(i, tickets[i]);
        } catch (...) {
            fault = fault ? fault : std::current_exception();
        }
    if (fault)
        std::rethrow_exception(fault);
    if (interrupted())
        return false;
    std::vector<StepDetail> details;
    for (Turn& turn : turns) {
        output.events.insert(output.events.end(), turn.events.begin(), turn.events.end());
        if (!turn.record)
            continue;
        output.records.push_back(std::move(*turn.record));
        details.push_back(std::move(turn.detail));
    }
    output.detail = detail_of(questions, std::move(details));
    return true;
}

bool LanguageRun::step(StepOutput& output) {
    output = {};
    const int step = control_.done() + 1;
    if (control_.is_over() || step > info_.total_steps ||
        std::all_of(lanes_.begin(), lanes_.end(), [](const auto& lane) { return lane->stopped(); }))
        return false;
    const QuestionBatch questions = batch(step);
    for (const SetRecipe& command : control_.take_switches(step, lanes_.size())) {
        LanguageLane& lane = *lanes_.at(static_cast<std::size_t>(command.lane));
        output.events.push_back({0, command.lane, step, SwitchThrown{lane.recipe(), command.recipe}});
        lane.set_recipe(command.recipe);
    }
    output.preview.step = step;
    if (!work_on_all(questions, output)) {
        output = {};
        return false;
    }
    control_.finish(step);
    if (states_.wants(step)) {
        std::vector<LanguageLaneState> states;
        for (const auto& lane : lanes_)
            states.push_back(lane->state());
        states_.add(step, std::move(states));
    }
    return true;
}

} // namespace lab
