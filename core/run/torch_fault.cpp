#include "core/run/torch_fault.h"

#include <c10/util/Exception.h>

#include <new>
#include <stdexcept>
#include <string>

namespace lab {

namespace {

std::runtime_error out_of_memory(const ExperimentSpec& spec) {
    return std::runtime_error("stream.batch_size: the memory of " + spec.device + " ran out with " +
                              std::to_string(spec.stream.batch_size) +
                              " pictures per batch; choose a smaller batch or model, or fewer lanes");
}

} // namespace

void in_words(const ExperimentSpec& spec, const std::function<void()>& work) {
    try {
        work();
    } catch (const c10::OutOfMemoryError&) {
        throw out_of_memory(spec);
    } catch (const std::bad_alloc&) {
        throw out_of_memory(spec);
    } catch (const c10::Error& fault) {
        const std::string words = fault.what_without_backtrace();
        // The allocator of main memory has no type of its own.
        if (words.find("can't allocate memory") != std::string::npos)
            throw out_of_memory(spec);
        throw std::runtime_error(words);
    }
}

} // namespace lab
