#include "tests/fuzz/entries.h"

/// LAB_FUZZ_ENTRY is the entry that this program is made for.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::LAB_FUZZ_ENTRY({data, size});
    return 0;
}
