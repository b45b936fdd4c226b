#pragma once

#include "core/spec/spec.h"

/// The specification's fields by their JSON names, listed once: a visitor reads or writes them all. A
/// recipe is one of them; what is in it stands in its own table (core/recipe/recipe_fields.h).
namespace lab {

template <typename Visitor>
void fields(Visitor& v, Corruption& c) {
    v("kind", c.kind);
    v("severity", c.severity);
    v("table", c.table);
}

template <typename Visitor>
void fields(Visitor& v, Segment& s) {
    v("corruption", s.corruption);
    v("images", s.images);
}

template <typename Visitor>
void fields(Visitor& v, QuestionShift& s) {
    v("kind", s.kind);
    v("severity", s.severity);
}

template <typename Visitor>
void fields(Visitor& v, AnswerDrawing& d) {
    v("max_tokens", d.max_tokens);
    v("temperature", d.temperature);
    v("top_p", d.top_p);
    v("seed", d.seed);
}

template <typename Visitor>
void fields(Visitor& v, StreamSpec& s) {
    v("scenario", s.scenario);
    v("corruption", s.corruption);
    v("imbalance_ratio", s.imbalance_ratio);
    v("images", s.images);
    v("batch_size", s.batch_size);
    v("seed", s.seed);
    v("noise_batches", s.noise_batches);
    v("blind_spot_top", s.blind_spot_top);
    v("segments", s.segments);
    v("order", s.order);
    v("steps", s.steps);
    v("shift", s.shift);
    v("decoding", s.decoding);
}

template <typename Visitor>
void fields(Visitor& v, LaneSpec& l) {
    v("method", l.method);
    v("name", l.name);
    v("recipe", l.recipe);
    v("reset", l.reset);
    v("on_collapse", l.on_collapse);
    v("start_from", l.start_from);
}

template <typename Visitor>
void fields(Visitor& v, ModelOptions& m) {
    v("norm", m.norm);
    v("groups", m.groups);
    v("heads", m.heads);
    v("stem", m.stem);
    v("image_size", m.image_size);
    v("mean", m.mean);
    v("std", m.std);
    v("crop", m.crop);
    v("interpolation", m.interpolation);
    v("labels", m.labels);
    v("weights", m.weights);
}

/// The parts of an experiment's file that are no structures of their own.
struct DataPart {
    ExperimentSpec& e;
};
struct ModelPart {
    ExperimentSpec& e;
};
struct MachinePart {
    ExperimentSpec& e;
};

template <typename Visitor>
void fields(Visitor& v, DataPart& part) {
    v("id", part.e.data);
    v("folder", part.e.data_dir);
    v("cache_mib", part.e.cache_mib);
    v("frost_folder", part.e.frost_dir);
    v("questions", part.e.questions.source);
    v("layout", part.e.questions.layout);
    v("prompt", part.e.questions.prompt);
    v("instruction", part.e.questions.instruction);
}

template <typename Visitor>
void fields(Visitor& v, ModelPart& part) {
    v("id", part.e.model);
    v("options", part.e.model_options);
}

template <typename Visitor>
void fields(Visitor& v, MachinePart& part) {
    v("device", part.e.device);
    v("threads", part.e.threads);
    v("prefetch_threads", part.e.prefetch_threads);
    v("precision", part.e.precision);
}

template <typename Visitor>
void fields(Visitor& v, ExperimentSpec& e) {
    DataPart data{e};
    ModelPart model{e};
    MachinePart machine{e};
    v("data", data);
    v("model", model);
    v("stream", e.stream);
    v("lanes", e.lanes);
    v("machine", machine);
}

} // namespace lab
