#pragma once

#include "core/dataset/image_set.h"
#include "core/stream/plan.h"

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

namespace lab {

/// Grey pictures that say which they are; counts its readers, may be slow, may fail at one picture.
class CountingSet final : public ImageSet {
  public:
    std::int64_t broken = -1;
    std::chrono::milliseconds delay{0};
    mutable std::atomic<int> reads = 0;

    std::string name() const override { return "counting"; }
    std::int64_t size() const override { return 1000; }
    Image image(std::int64_t index) const override {
        if (index == broken)
            throw std::runtime_error("picture " + std::to_string(index) + " is damaged");
        std::this_thread::sleep_for(delay);
        Image image{32, 32, 1, {}};
        for (int i = 0; i < 1024; ++i)
            image.pixels.push_back(static_cast<std::uint8_t>(index + i));
        ++reads;
        return image;
    }
    int label(std::int64_t index) const override { return static_cast<int>(index % 10); }
    const std::vector<std::string>& class_names() const override { return names_; }

  private:
    std::vector<std::string> names_ = std::vector<std::string>(10, "class");
};

/// Clean pictures in order, `count` of them.
inline std::vector<StreamItem> in_order(int count) {
    std::vector<StreamItem> items;
    for (int i = 0; i < count; ++i)
        items.push_back({i, {}, 0, false, false});
    return items;
}

} // namespace lab
