#include "core/image/corruption.h"

#include "core/image/corruption_steps.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace lab {
namespace {

using Apply = Image (*)(const Image&, const steps::Setting&, Random&);

struct Entry {
    CorruptionKind kind;
    bool spatial; ///< its parameters depend on the size of the picture
    Apply apply;
};

constexpr std::array<Entry, 19> entries = {{
    {CorruptionKind::gaussian_noise, false, steps::gaussian_noise},
    {CorruptionKind::shot_noise, false, steps::shot_noise},
    {CorruptionKind::impulse_noise, false, steps::impulse_noise},
    {CorruptionKind::defocus_blur, true, steps::defocus_blur},
    {CorruptionKind::glass_blur, true, steps::glass_blur},
    {CorruptionKind::motion_blur, true, steps::motion_blur},
    {CorruptionKind::zoom_blur, true, steps::zoom_blur},
    {CorruptionKind::snow, true, steps::snow},
    {CorruptionKind::frost, true, steps::frost},
    {CorruptionKind::fog, true, steps::fog},
    {CorruptionKind::brightness, false, steps::brightness},
    {CorruptionKind::contrast, false, steps::contrast},
    {CorruptionKind::elastic_transform, true, steps::elastic_transform},
    {CorruptionKind::pixelate, true, steps::pixelate},
    {CorruptionKind::jpeg_compression, true, steps::jpeg_compression},
    {CorruptionKind::speckle_noise, false, steps::speckle_noise},
    {CorruptionKind::gaussian_blur, true, steps::gaussian_blur},
    {CorruptionKind::spatter, true, steps::spatter},
    {CorruptionKind::saturate, false, steps::saturate},
}};
constexpr int largest_small_side = 96;

const Entry& entry_of(CorruptionKind kind) {
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [kind](const Entry& entry) { return entry.kind == kind; });
    if (found == entries.end()) {
        throw std::invalid_argument("There is no corruption number " +
                                    std::to_string(static_cast<int>(kind)) + ".");
    }
    return *found;
}

void check(const Image& clean, const Corruption& corruption) {
    if (clean.byte_count() == 0 || clean.pixels.size() != clean.byte_count()) {
        throw std::invalid_argument("A picture to corrupt must not be empty.");
    }
    if (clean.channels != 1 && clean.channels != 3) {
        throw std::invalid_argument("A picture to corrupt has 1 or 3 channels; this one has " +
                                    std::to_string(clean.channels) + ".");
    }
    if (corruption.kind != CorruptionKind::none && (corruption.severity < 1 || corruption.severity > 5)) {
        throw std::invalid_argument("A corruption's severity runs from 1 to 5; " +
                                    std::to_string(corruption.severity) + " was asked for.");
    }
}

bool uses_small_table(const Image& clean, const Corruption& corruption, const Entry& entry) {
    if (corruption.table != CorruptionTable::automatic) {
        return corruption.table == CorruptionTable::size32;
    }
    const bool small = std::max(clean.height, clean.width) <= largest_small_side;
    return small && (clean.channels == 3 || entry.spatial);
}

} // namespace

Image corrupt(const Image& clean, const Corruption& corruption, std::uint64_t seed, std::uint64_t image_id,
              const std::string& frost_folder) {
    check(clean, corruption);
    if (corruption.kind == CorruptionKind::none) {
        return clean;
    }
    const Entry& entry = entry_of(corruption.kind);
    const steps::Setting setting{uses_small_table(clean, corruption, entry), corruption.severity,
                                 frost_folder};
    Random random{seed, image_id, static_cast<std::uint64_t>(corruption.kind),
                  static_cast<std::uint64_t>(corruption.severity)};
    return entry.apply(clean, setting, random);
}

} // namespace lab
