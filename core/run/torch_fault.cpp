#include "core/run/torch_fault.h"

#include <c10/util/Exception.h>

#include <new>
#include <stdexcept>
#include <string>

namespace lab {

namespace {

std::runtime_error out_of_memory(const ExperimentSpec& spec, const std::string& option) {
    return std::runtime_error(option + ": the memory of " + spec.device + " ran out with " +
                              std::to_string(spec.stream.batch_size) +
                              (is_language(spec) ? " questions" : " pictures") +
                              " per batch; choose a smaller batch or model, or fewer lanes");
}

} // namespace

void in_words(const ExperimentSpec& spec, const std::function<void()>& work,
              const std::string& batch_option) {
    try {
        work();
    } catch (const c10::OutOfMemoryError&) {
        throw out_of_memory(spec, batch_option);
    } catch (const std::bad_alloc&) {
        throw out_of_memory(spec, batch_option);
    } catch (const c10::Error& fault) {
        const std::string words = fault.what_without_backtrace();
        // The allocator of main memory has no type of its own.
        if (words.find("can't allocate memory") != std::string::npos)
            throw out_of_memory(spec, batch_option);
        throw std::runtime_error(words);
    }
}

} // namespace lab
