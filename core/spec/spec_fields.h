#pragma once

#include "core/spec/spec.h"

/// The specification's fields by their JSON names, listed once: a visitor reads or writes them all.
namespace lab {

template <typename Visitor>
void fields(Visitor& v, Selection& s) {
    v("kind", s.kind);
    v("margin", s.margin);
    v("weight_margin", s.weight_margin);
    v("redundancy_margin", s.redundancy_margin);
    v("plpd_threshold", s.plpd_threshold);
}

template <typename Visitor>
void fields(Visitor& v, Alignment& a) {
    v("predictor", a.predictor);
    v("stop_gradient", a.stop_gradient);
    v("alpha", a.alpha);
    v("divergence", a.divergence);
}

template <typename Visitor>
void fields(Visitor& v, Regulariser& r) {
    v("fisher_alpha", r.fisher_alpha);
}

template <typename Visitor>
void fields(Visitor& v, Optimiser& o) {
    v("kind", o.kind);
    v("rate", o.rate);
    v("predictor_rate", o.predictor_rate);
    v("momentum", o.momentum);
    v("rho", o.rho);
}

template <typename Visitor>
void fields(Visitor& v, Recovery& r) {
    v("enabled", r.enabled);
    v("threshold", r.threshold);
}

template <typename Visitor>
void fields(Visitor& v, Recipe& r) {
    v("adapts", r.adapts);
    v("selection", r.selection);
    v("objective", r.objective);
    v("alignment", r.alignment);
    v("regulariser", r.regulariser);
    v("optimiser", r.optimiser);
    v("recovery", r.recovery);
    v("frozen_prefixes", r.frozen_prefixes);
    v("reference_quirks", r.reference_quirks);
}

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

template <typename Visitor>
void fields(Visitor& v, ExperimentSpec& e) {
    v("data", e.data);
    v("data_dir", e.data_dir);
    v("cache_mib", e.cache_mib);
    v("model", e.model);
    v("model_options", e.model_options);
    v("stream", e.stream);
    v("frost_dir", e.frost_dir);
    v("lanes", e.lanes);
    v("device", e.device);
    v("threads", e.threads);
    v("prefetch_threads", e.prefetch_threads);
    v("precision", e.precision);
}

} // namespace lab
