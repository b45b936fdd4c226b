#pragma once

#include "core/model/language/config_fields.h"
#include "core/model/language/decoder_config.h"

namespace lab {

/// Reads what config.json says of the rotations: rope_theta and rope_scaling, or rope_parameters as newer
/// files have it; both must agree where both are there. Throws std::runtime_error for other kinds than
/// "default" and "llama3".
void read_rotations(const ConfigFields& fields, DecoderConfig& config);

} // namespace lab
