#pragma once

#include "core/image/image.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace lab {

/// A data set: pictures with labels, read at random. Implementations are safe to read from several threads.
class ImageSet {
  public:
    virtual ~ImageSet() = default;

    virtual std::string name() const = 0;  ///< for people: "Fashion-MNIST test"
    virtual std::int64_t size() const = 0; ///< number of pictures
    virtual Image image(std::int64_t index) const = 0;
    virtual int label(std::int64_t index) const = 0; ///< 0 … class count − 1
    virtual const std::vector<std::string>& class_names() const = 0;
};

} // namespace lab
