#pragma once

#include "core/experiment/record.h"
#include "core/image/fit.h"
#include "core/image/image_set.h"
#include "core/model/model_file.h"
#include "core/stream/prefetcher.h"

#include <vector>

namespace lab {

/// How the model wants its pictures.
InputGeometry geometry_of(const ModelCard& card);

/// Throws std::runtime_error where the set cannot deliver a corruption of the plan: before the first step,
/// not in the middle of a run.
void require_all(const ImageSet& set, const std::vector<StreamItem>& plan);

/// Pictures without labels can stream past, but not in an order that asks for labels.
/// Throws std::invalid_argument naming the scenario.
void expect_labels(const ImageSet& set, ScenarioKind scenario);

/// Throws std::invalid_argument where the model's classes are not as many as the data set's.
void expect_classes(const ModelCard& card, const ImageSet& set);

/// Adds an event for files that were found unusable when the set was listed (on the first step), and one for
/// pictures that the batch has lost.
void report_dropped(const ImageSet& set, const Batch& batch, std::vector<Event>& events);

} // namespace lab
