#pragma once

#include "core/nn/classifier.h"
#include "core/nn/named_tensors.h"

#include <vector>

namespace lab {

/// While one lives, some of a network's tensors have other values: a teacher predicts with the layers that
/// are there. What the layers change meanwhile (running statistics) ends up among those values. No graph
/// that reaches these tensors may be alive.
class WornTensors {
  public:
    /// @param values by the network's names; must outlive this
    WornTensors(const Classifier& network, NamedTensors& values);
    ~WornTensors();
    WornTensors(const WornTensors&) = delete;
    WornTensors& operator=(const WornTensors&) = delete;

  private:
    void exchange() const;

    struct Pair {
        at::Tensor of_network, of_values;
    };
    std::vector<Pair> pairs_;
};

} // namespace lab
