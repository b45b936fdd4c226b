#pragma once

#include "core/base/notice.h"
#include "core/model/language/decoder.h"

#include <memory>
#include <string>
#include <vector>

namespace lab {

/// Types in which a decoder computes.
enum class DecoderPrecision {
    float64,
    float32,
    bfloat16, ///< embedding, head and linear maps; norms, attention and all that is trained in float32
};

struct LoadedDecoder {
    std::unique_ptr<Decoder> decoder;
    std::vector<Notice> notices; ///< what was assumed, ignored, or disagrees
    std::string hash;            ///< of the weights as they are stored
};

/// Opens a folder as the Hugging Face hub has them: config.json, generation_config.json,
/// model.safetensors or the parts that model.safetensors.index.json names. A head that is equal to the
/// embedding is tied to it; one that is missing, too. Throws std::runtime_error naming file and field or
/// tensor: what read_decoder_config() and open_checkpoint() refuse, tensors that are missing, superfluous or
/// of another shape, weights that are no finite floating-point numbers.
LoadedDecoder load_decoder(const std::string& folder, DecoderPrecision precision,
                           const at::Device& device = at::kCPU);

} // namespace lab
