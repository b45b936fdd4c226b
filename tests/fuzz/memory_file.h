#pragma once

#include "tests/fuzz/entries.h"

#include <stdexcept>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

namespace fuzz {

/// Bytes under a path, without a disk.
class MemoryFile {
  public:
    explicit MemoryFile(Bytes bytes) : m_descriptor(memfd_create("fuzz", MFD_CLOEXEC)) {
        if (m_descriptor < 0 || write(m_descriptor, bytes.data(), bytes.size()) != ssize_t(bytes.size()))
            throw std::logic_error("no file in memory can be made");
    }
    ~MemoryFile() { close(m_descriptor); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    std::string path() const { return "/proc/self/fd/" + std::to_string(m_descriptor); }

  private:
    int m_descriptor;
};

/// Runs the action; sentences are fine, other exceptions pass.
template <typename Action>
void expect_a_sentence_at_most(Action action) {
    try {
        action();
    } catch (const std::runtime_error&) {
    } catch (const std::invalid_argument&) {
    }
}

} // namespace fuzz
