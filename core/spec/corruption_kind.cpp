#include "core/spec/corruption_kind.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace lab {
namespace {

struct Entry {
    CorruptionKind kind;
    const char* name;
    const char* title;
};

constexpr std::array<Entry, 19> entries = {{
    {CorruptionKind::gaussian_noise, "gaussian_noise", "Gaussian noise"},
    {CorruptionKind::shot_noise, "shot_noise", "Shot noise"},
    {CorruptionKind::impulse_noise, "impulse_noise", "Impulse noise"},
    {CorruptionKind::defocus_blur, "defocus_blur", "Defocus blur"},
    {CorruptionKind::glass_blur, "glass_blur", "Glass blur"},
    {CorruptionKind::motion_blur, "motion_blur", "Motion blur"},
    {CorruptionKind::zoom_blur, "zoom_blur", "Zoom blur"},
    {CorruptionKind::snow, "snow", "Snow"},
    {CorruptionKind::frost, "frost", "Frost"},
    {CorruptionKind::fog, "fog", "Fog"},
    {CorruptionKind::brightness, "brightness", "Brightness"},
    {CorruptionKind::contrast, "contrast", "Contrast"},
    {CorruptionKind::elastic_transform, "elastic_transform", "Elastic transform"},
    {CorruptionKind::pixelate, "pixelate", "Pixelate"},
    {CorruptionKind::jpeg_compression, "jpeg_compression", "JPEG compression"},
    {CorruptionKind::speckle_noise, "speckle_noise", "Speckle noise"},
    {CorruptionKind::gaussian_blur, "gaussian_blur", "Gaussian blur"},
    {CorruptionKind::spatter, "spatter", "Spatter"},
    {CorruptionKind::saturate, "saturate", "Saturate"},
}};
constexpr std::size_t standard_count = 15;

const Entry& entry_of(CorruptionKind kind) {
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [kind](const Entry& entry) { return entry.kind == kind; });
    if (found == entries.end())
        throw std::invalid_argument("There is no corruption number " +
                                    std::to_string(static_cast<int>(kind)) + ".");
    return *found;
}

std::vector<CorruptionKind> kinds_between(std::size_t first, std::size_t last) {
    std::vector<CorruptionKind> kinds;
    for (std::size_t i = first; i < last; ++i)
        kinds.push_back(entries[i].kind);
    return kinds;
}

} // namespace

const std::vector<CorruptionKind>& standard_corruptions() {
    static const std::vector<CorruptionKind> kinds = kinds_between(0, standard_count);
    return kinds;
}

const std::vector<CorruptionKind>& extra_corruptions() {
    static const std::vector<CorruptionKind> kinds = kinds_between(standard_count, entries.size());
    return kinds;
}

std::string to_string(CorruptionKind kind) {
    return kind == CorruptionKind::none ? "none" : entry_of(kind).name;
}

std::string title(CorruptionKind kind) {
    return kind == CorruptionKind::none ? "None" : entry_of(kind).title;
}

CorruptionKind corruption_from_string(const std::string& text) {
    if (text == "none") {
        return CorruptionKind::none;
    }
    std::string names = "none";
    for (const Entry& entry : entries) {
        if (text == entry.name) {
            return entry.kind;
        }
        names += std::string(", ") + entry.name;
    }
    throw std::invalid_argument("There is no corruption \"" + text + "\"; expected one of " + names + ".");
}

} // namespace lab
