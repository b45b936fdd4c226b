#pragma once

#include <string>
#include <vector>

namespace lab {

/// The 15 corruptions of ImageNet-C and its 4 extra ones (Hendrycks and Dietterich, ICLR 2019).
enum class CorruptionKind {
    none,
    gaussian_noise,
    shot_noise,
    impulse_noise,
    defocus_blur,
    glass_blur,
    motion_blur,
    zoom_blur,
    snow,
    frost,
    fog,
    brightness,
    contrast,
    elastic_transform,
    pixelate,
    jpeg_compression,
    speckle_noise,
    gaussian_blur,
    spatter,
    saturate,
};

/// Which of the two published parameter tables applies.
enum class CorruptionTable {
    automatic, ///< up to 96 pixels: 32 for colour, and for the spatial corruptions of grey; all else 224
    size32,    ///< the CIFAR-10-C table
    size224,   ///< the ImageNet-C table
};

struct Corruption {
    CorruptionKind kind = CorruptionKind::none;
    int severity = 5; ///< 1 … 5
    CorruptionTable table = CorruptionTable::automatic;
    bool operator==(const Corruption&) const = default;
};

/// Machine names ("gaussian_noise"), in the published order, without "none".
const std::vector<CorruptionKind>& standard_corruptions();
const std::vector<CorruptionKind>& extra_corruptions();
std::string to_string(CorruptionKind kind);
/// For people: "Gaussian noise".
std::string title(CorruptionKind kind);
/// Throws std::invalid_argument naming the text and what was expected.
CorruptionKind corruption_from_string(const std::string& text);

} // namespace lab
