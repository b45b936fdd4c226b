#include "core/dataset/cifar.h"
#include "core/dataset/idx.h"
#include "core/dataset/npy.h"
#include "core/image/image_file.h"
#include "tests/fuzz/memory_file.h"

#include <algorithm>

namespace fuzz {

namespace {

void look_at(const lab::ImageSet& set) {
    for (const std::int64_t index : {std::int64_t{0}, set.size() - 1})
        if (index >= 0 && index < set.size()) {
            const lab::Image image = set.image(index);
            if (image.pixels.size() != image.byte_count() ||
                set.label(index) >= std::ssize(set.class_names()))
                throw std::logic_error("a picture without its pixels, or a label without its class");
        }
}

} // namespace

void cifar(Bytes bytes) {
    const MemoryFile file(bytes);
    expect_a_sentence_at_most([&] { look_at(*lab::read_cifar10({file.path()}, "fuzz")); });
    expect_a_sentence_at_most([&] { look_at(*lab::read_cifar100({file.path()}, "fuzz")); });
}

void idx(Bytes bytes) {
    if (bytes.size() < 2)
        return;
    const std::size_t length = std::min<std::size_t>(bytes[0] + 256u * bytes[1], bytes.size() - 2);
    const MemoryFile images(bytes.subspan(2, length)), labels(bytes.subspan(2 + length));
    expect_a_sentence_at_most([&] {
        look_at(*lab::read_idx(images.path(), labels.path(), "fuzz", {"a", "b", "c"}));
    });
}

void picture(Bytes bytes) {
    const std::string_view content(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    expect_a_sentence_at_most([&] {
        const lab::Image image = lab::decoded_picture(content);
        if (image.pixels.size() != image.byte_count() || image.byte_count() == 0)
            throw std::logic_error("a picture without its pixels");
    });
}

void npy(Bytes bytes) {
    const MemoryFile file(bytes);
    expect_a_sentence_at_most([&] {
        const lab::NpyFile array(file.path());
        for (const std::int64_t index : {std::int64_t{0}, array.count() - 1})
            if (index >= 0 && index < array.count())
                array.integers(index, 1);
    });
}

} // namespace fuzz
