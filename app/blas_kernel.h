#pragma once

#if defined(__linux__) && defined(__x86_64__)
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <unistd.h>
#endif

namespace lab {

/// OpenBLAS chooses its kernels by the processor's model number while it is being loaded. A processor newer
/// than the library is unknown to it, and Debian 12's then falls back to SSE3 code of 2004, which multiplies
/// matrices four to nine times slower than the processor could. Where that has happened, this starts the
/// program once more with the kernels that the processor's features allow; OPENBLAS_CORETYPE in the
/// environment, ours or the user's, ends the search. Call first thing in main().
inline void choose_blas_kernels([[maybe_unused]] char** argv) {
#if defined(__linux__) && defined(__x86_64__)
    if (std::getenv("OPENBLAS_CORETYPE") != nullptr)
        return;
    using CoreName = char* (*)();
    dlopen("libblas.so.3", RTLD_LAZY | RTLD_GLOBAL); // where the engine that needs it is not loaded yet
    const auto core_name = reinterpret_cast<CoreName>(dlsym(RTLD_DEFAULT, "openblas_get_corename"));
    if (core_name == nullptr || std::strcmp(core_name(), "Prescott") != 0)
        return;
    const bool avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
                        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq");
    const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    if (!avx512 && !avx2)
        return;
    char program[4096];
    const ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0)
        return;
    program[length] = '\0';
    setenv("OPENBLAS_CORETYPE", avx512 ? "SkylakeX" : "Haswell", 0);
    execv(program, argv);
#endif
}

} // namespace lab
