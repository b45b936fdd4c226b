#include "core/experiment/data.h"

#include "core/image/fashion_mnist.h"

#include <stdexcept>

namespace lab {

std::shared_ptr<const ImageSet> open_data(const ExperimentSpec& spec) {
    if (spec.data == "fashion-mnist")
        return open_fashion_mnist(find_fashion_mnist(spec.data_dir), DataSplit::test);
    throw std::invalid_argument("data: expected fashion-mnist, found \"" + spec.data + "\"");
}

} // namespace lab
