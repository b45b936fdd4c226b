#pragma once

#include <stdexcept>

namespace lab {

/// The user has had enough. What has arrived stays, and the next call goes on from there.
class FetchCancelled : public std::runtime_error {
  public:
    FetchCancelled() : std::runtime_error("cancelled; the next call goes on from here") {}
};

} // namespace lab
