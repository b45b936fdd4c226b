#pragma once

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace lab {

/// Keeps freed memory in the process instead of handing every large tensor back to the system: an adaptation
/// step then has about a hundred page faults in place of twelve thousand, and is a quarter faster. All three
/// belong together: the trim threshold alone would switch off glibc's own adjustment and slow things down.
inline void keep_freed_memory() {
#if defined(__GLIBC__)
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 2'000'000'000);
    mallopt(M_TOP_PAD, 64 << 20);
#endif
}

} // namespace lab
