#pragma once

#include "core/record/record.h"

/// A record's scalar fields by name, in the order of tables and files. Times come last: they are the only
/// ones that differ from run to run.
namespace lab {

template <typename Visit>
void for_each_field(const StepRecord& r, Visit visit) {
    visit("lane", r.lane);
    visit("step", r.step);
    visit("images_seen", r.images_seen);
    visit("batch_size", r.batch_size);
    visit("corruption", r.corruption);
    visit("severity", r.severity);
    visit("segment", r.segment);
    visit("accuracy", r.accuracy);
    visit("accuracy_window", r.accuracy_window);
    visit("accuracy_running", r.accuracy_running);
    visit("loss", r.loss);
    visit("loss_objective", r.loss_objective);
    visit("loss_divergence", r.loss_divergence);
    visit("entropy", r.entropy);
    visit("entropy_normalised", r.entropy_normalised);
    visit("confidence", r.confidence);
    visit("energy", r.energy);
    visit("logit_norm", r.logit_norm);
    visit("center_dominance", r.center_dominance);
    visit("class_dominance", r.class_dominance);
    visit("label_dominance", r.label_dominance);
    visit("effective_classes", r.effective_classes);
    visit("predictor_distance", r.predictor_distance);
    visit("calibration_error", r.calibration_error);
    visit("kept", r.kept);
    visit("resets", r.resets);
    visit("collapsed_at", r.collapsed_at);
    visit("forward_ms", r.forward_ms);
    visit("backward_ms", r.backward_ms);
    visit("update_ms", r.update_ms);
    visit("measure_ms", r.measure_ms);
}

} // namespace lab
