#pragma once

#include "core/model/model_file.h"
#include "core/recipe/recipe.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace lab {

/// What a run is going to take, in bytes.
struct MemoryNeed {
    std::int64_t weights = 0;     ///< of all lanes together
    std::int64_t step = 0;        ///< activations and gradients of the greediest lane's step
    std::int64_t per_picture = 0; ///< the part of `step` that each picture of a batch adds
    std::int64_t total() const { return weights + step; }
};

/// Estimates by doing: every distinct recipe steps once on a batch of one picture and once on two, on the
/// CPU in single precision, while LibTorch's allocator is watched; what the second picture adds is multiplied
/// by the batch size. Lanes of large networks, which are all that is asked about, step one after the other,
/// so the greediest counts. Scratch memory of oneDNN and BLAS is not seen.
/// @param make  a fresh copy of the model, on the CPU
/// @param lanes recipes of the lanes
MemoryNeed estimate_memory(const std::function<Model()>& make, const std::vector<Recipe>& lanes,
                           int batch_size);

/// What LibTorch's allocator hands out on this thread while the work is done, at its highest, in bytes.
std::int64_t peak_of(const std::function<void()>& work);

/// Main memory that is available in bytes, −1 where the system does not tell.
std::int64_t available_memory();

/// Throws std::invalid_argument with a sentence naming the need, what is available and the largest batch size
/// that would fit, where the need does not fit. A negative `available` is not looked at.
/// @param rows what a batch is made of
void check_memory(const MemoryNeed& need, std::int64_t available, int batch_size,
                  const char* rows = "pictures");

} // namespace lab
