#pragma once

#include "core/record/step_detail.h"

#include <nlohmann/json.hpp>

namespace lab {

/// The answers of a step's lanes as a line of JSON, in records.jsonl and in recordings:
///
///     {"type":"answers","version":1,"step":3,"samples":[48,…],"labels":[7,…],
///      "questions":[{"question":"7+8*3-5=?","expected":"6","solution":"8*3=4;…"},…],
///      "vocabulary":[[14,"7"],…],                       the bytes of every token that is named below
///      "lanes":[{"lane":0,"answers":[{"text":"8*3=4;…","found":"6","verdict":"right","steps":3,
///                "tokens":[…],"entropy":[…],"log_probability":[…],"counted":"111…"},…]},…]}
///
/// Numbers have four digits behind the point; what is no number is null. An answer with candidates has
/// "top_tokens", "top_log_probabilities" and, of a pair, "online_top_tokens",
/// "online_top_log_probabilities".
nlohmann::ordered_json answers_value(const BatchDetail& detail);
/// Back. Throws std::exception naming the field for what is missing, of a wrong kind, or does not fit
/// together.
/// @param lanes, classes of the recording
BatchDetail answers_from_value(const nlohmann::ordered_json& json, int lanes, int classes);

} // namespace lab
