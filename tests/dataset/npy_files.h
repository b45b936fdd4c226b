#pragma once

#include "tests/support/test_files.h"

#include <string>

namespace test_files {

/// An .npy file with this header text (padded as NumPy does it) and these elements.
inline Bytes npy_bytes(const std::string& dictionary, const Bytes& elements, int version = 1) {
    const std::size_t prefix = version == 1 ? 10 : 12;
    std::string header = dictionary;
    header.append(63 - (prefix + header.size()) % 64, ' ');
    header += '\n';
    Bytes bytes = {0x93, 'N', 'U', 'M', 'P', 'Y', static_cast<std::uint8_t>(version), 0};
    for (std::size_t i = 0; i < prefix - 8; ++i)
        bytes.push_back(static_cast<std::uint8_t>(header.size() >> (8 * i)));
    bytes.insert(bytes.end(), header.begin(), header.end());
    bytes.insert(bytes.end(), elements.begin(), elements.end());
    return bytes;
}

inline std::string npy_header(const std::string& descr, const std::string& shape) {
    return "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }";
}

} // namespace test_files
