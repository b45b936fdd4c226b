#pragma once

#include "core/model/model_facts.h"

#include <optional>
#include <string>

namespace lab {

/// What lies beside weights from a hub: config.json as timm writes it (architecture, num_classes,
/// pretrained_cfg with mean, std, crop_pct, input_size, interpolation, label_names; older ones have all at
/// the top), or as Hugging Face's transformers do (num_attention_heads, image_size, id2label) with
/// preprocessor_config.json (image_mean, image_std, size, crop_pct, do_normalize, resample).
///
/// @param weights path of a weight file
/// Nothing where there is no such file, or a config.json about something else. One that is no JSON is told in
/// the facts' notices. Throws std::runtime_error naming file and field where a value is of a wrong kind.
std::optional<ModelFacts> hub_facts(const std::string& weights);

/// What the name of a published network tells: "resnet50_gn.a1h_in1k" of GroupNorm with 32 groups,
/// "vit_small_patch16_224" of 6 heads at width 384. Fills what is not yet known.
void add_facts_of_name(const std::string& architecture, ModelFacts& facts);

} // namespace lab
