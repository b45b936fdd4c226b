#pragma once

#include "core/dataset/image_set.h"
#include "core/image/fit.h"
#include "core/model/model_file.h"
#include "core/record/record.h"
#include "core/spec/spec.h"
#include "core/stream/prefetcher.h"

#include <memory>
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

/// The specification's image set for a model: pictures of files at its size (those of the small sets stay as
/// they are), labels as its classes (match_labels()), and notices of what was left out, how classes were
/// matched and what is padded. Throws as open_data() and match_labels() do, and std::invalid_argument where
/// the pictures of a small set do not go into the model.
std::shared_ptr<const ImageSet> open_data_for(const ExperimentSpec& spec, const ModelCard& card);

/// Adds an event for files that were found unusable when the set was listed (on the first step), and one for
/// pictures that the batch has lost.
void report_dropped(const ImageSet& set, const Batch& batch, std::vector<Event>& events);

} // namespace lab
