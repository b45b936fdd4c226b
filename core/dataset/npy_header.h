#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lab {

/// What stands in the header of an .npy file.
struct NpyHeader {
    std::string descr; ///< "|u1", "<i8" …
    bool fortran_order = false;
    std::vector<std::int64_t> shape;
};

/// Reads the Python dictionary of an .npy header: exactly the keys descr (a string), fortran_order (True or
/// False) and shape (a tuple of whole numbers), in any order. Nothing else is understood, nothing is
/// executed. Throws std::runtime_error with what was expected, without the file's name.
NpyHeader parse_npy_header(std::string_view text);

} // namespace lab
