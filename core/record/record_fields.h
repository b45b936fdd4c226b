#pragma once

#include "core/record/measure_table.h"

/// A record's scalar fields by name, in the order of tables and files. Times come last: they are the only
/// ones that differ from run to run.
namespace lab {

/// visit("lane", &StepRecord::lane), and so on.
template <typename Visit>
void for_each_member(Visit visit) {
    visit("lane", &StepRecord::lane);
    visit("step", &StepRecord::step);
    visit("images_seen", &StepRecord::images_seen);
    visit("batch_size", &StepRecord::batch_size);
    visit("corruption", &StepRecord::corruption);
    visit("severity", &StepRecord::severity);
    visit("segment", &StepRecord::segment);
    for (const MeasureRow& row : measure_table())
        if (row.member != nullptr)
            visit(row.id, row.member);
    visit("kept", &StepRecord::kept);
    visit("resets", &StepRecord::resets);
    visit("collapsed_at", &StepRecord::collapsed_at);
    visit("forward_ms", &StepRecord::forward_ms);
    visit("backward_ms", &StepRecord::backward_ms);
    visit("update_ms", &StepRecord::update_ms);
    visit("measure_ms", &StepRecord::measure_ms);
}

template <typename Visit>
void for_each_field(const StepRecord& record, Visit visit) {
    for_each_member([&](const char* name, auto member) { visit(name, record.*member); });
}

/// The same fields of two records side by side.
template <typename Visit>
void for_each_pair(const StepRecord& a, const StepRecord& b, Visit visit) {
    for_each_member([&](const char* name, auto member) { visit(name, a.*member, b.*member); });
}

} // namespace lab
