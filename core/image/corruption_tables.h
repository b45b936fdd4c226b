#pragma once

#include <array>
#include <cstddef>

/// The published parameters of the 19 corruptions: CIFAR-10-C (first row) and ImageNet-C (second row),
/// severities 1 … 5. Source: Hendrycks and Dietterich, "Benchmarking Neural Network Robustness to Common
/// Corruptions and Perturbations", ICLR 2019. Lengths in pixels, intensities in 0 … 1.
namespace lab::tables {

template <class T>
using Row = std::array<T, 5>;
template <class T>
using Table = std::array<Row<T>, 2>;

struct Defocus {
    double disc_radius;
    double antialias_sigma;
};
struct Glass {
    double sigma;
    int max_delta;
    int iterations;
};
struct Motion {
    double radius;
    double sigma;
};
/// Factors 1, 1 + step, … (count of them).
struct Zoom {
    double step;
    int count;
};
struct Snow {
    double layer_mean;
    double layer_std;
    double layer_zoom;
    double layer_threshold;
    double motion_radius;
    double motion_sigma;
    double image_weight;
};
struct Frost {
    double image_weight;
    double frost_weight;
};
struct Fog {
    double strength;
    double wibble_decay;
};
/// For pictures of 32 and 224 pixels; other sizes scale all three.
struct Elastic {
    double displacement_alpha;
    double displacement_sigma;
    double affine_jitter;
};
struct Saturate {
    double factor;
    double offset;
};
enum class SpatterMode { water, mud };
struct Spatter {
    double layer_mean;
    double layer_std;
    double layer_sigma;
    double layer_threshold;
    double intensity_or_mud_sigma; ///< water: intensity; mud: sigma of its edge
    SpatterMode mode;
};

inline constexpr Table<double> gaussian_noise = {Row<double>{0.04, 0.06, 0.08, 0.09, 0.1},
                                                 Row<double>{0.08, 0.12, 0.18, 0.26, 0.38}};
inline constexpr Table<double> shot_noise = {Row<double>{500, 250, 100, 75, 50},
                                             Row<double>{60, 25, 12, 5, 3}};
inline constexpr Table<double> impulse_noise = {Row<double>{0.01, 0.02, 0.03, 0.05, 0.07},
                                                Row<double>{0.03, 0.06, 0.09, 0.17, 0.27}};
inline constexpr Table<double> speckle_noise = {Row<double>{0.06, 0.1, 0.12, 0.16, 0.2},
                                                Row<double>{0.15, 0.2, 0.35, 0.45, 0.6}};
inline constexpr Table<Defocus> defocus_blur = {
    Row<Defocus>{Defocus{0.3, 0.4}, Defocus{0.4, 0.5}, Defocus{0.5, 0.6}, Defocus{1, 0.2}, Defocus{1.5, 0.1}},
    Row<Defocus>{Defocus{3, 0.1}, Defocus{4, 0.5}, Defocus{6, 0.5}, Defocus{8, 0.5}, Defocus{10, 0.5}}};
inline constexpr Table<Glass> glass_blur = {
    Row<Glass>{Glass{0.05, 1, 1}, Glass{0.25, 1, 1}, Glass{0.4, 1, 1}, Glass{0.25, 1, 2}, Glass{0.4, 1, 2}},
    Row<Glass>{Glass{0.7, 1, 2}, Glass{0.9, 2, 1}, Glass{1, 2, 3}, Glass{1.1, 3, 2}, Glass{1.5, 4, 2}}};
inline constexpr Table<Motion> motion_blur = {
    Row<Motion>{Motion{6, 1}, Motion{6, 1.5}, Motion{6, 2}, Motion{8, 2}, Motion{9, 2.5}},
    Row<Motion>{Motion{10, 3}, Motion{15, 5}, Motion{15, 8}, Motion{15, 12}, Motion{20, 15}}};
inline constexpr Table<Zoom> zoom_blur = {
    Row<Zoom>{Zoom{0.01, 7}, Zoom{0.01, 12}, Zoom{0.01, 16}, Zoom{0.01, 21}, Zoom{0.01, 26}},
    Row<Zoom>{Zoom{0.01, 12}, Zoom{0.01, 16}, Zoom{0.02, 11}, Zoom{0.02, 13}, Zoom{0.03, 11}}};
inline constexpr Table<double> gaussian_blur = {Row<double>{0.4, 0.6, 0.7, 0.8, 1},
                                                Row<double>{1, 2, 3, 4, 6}};
inline constexpr Table<Snow> snow = {
    Row<Snow>{Snow{0.1, 0.2, 1, 0.6, 8, 3, 0.95}, Snow{0.1, 0.2, 1, 0.5, 10, 4, 0.9},
              Snow{0.15, 0.3, 1.75, 0.55, 10, 4, 0.9}, Snow{0.25, 0.3, 2.25, 0.6, 12, 6, 0.85},
              Snow{0.3, 0.3, 1.25, 0.65, 14, 12, 0.8}},
    Row<Snow>{Snow{0.1, 0.3, 3, 0.5, 10, 4, 0.8}, Snow{0.2, 0.3, 2, 0.5, 12, 4, 0.7},
              Snow{0.55, 0.3, 4, 0.9, 12, 8, 0.7}, Snow{0.55, 0.3, 4.5, 0.85, 12, 8, 0.65},
              Snow{0.55, 0.3, 2.5, 0.85, 12, 12, 0.55}}};
inline constexpr Table<Frost> frost = {
    Row<Frost>{Frost{1, 0.2}, Frost{1, 0.3}, Frost{0.9, 0.4}, Frost{0.85, 0.4}, Frost{0.75, 0.45}},
    Row<Frost>{Frost{1, 0.4}, Frost{0.8, 0.6}, Frost{0.7, 0.7}, Frost{0.65, 0.7}, Frost{0.6, 0.75}}};
inline constexpr Table<Fog> fog = {
    Row<Fog>{Fog{0.2, 3}, Fog{0.5, 3}, Fog{0.75, 2.5}, Fog{1, 2}, Fog{1.5, 1.75}},
    Row<Fog>{Fog{1.5, 2}, Fog{2.0, 2}, Fog{2.5, 1.7}, Fog{2.5, 1.5}, Fog{3.0, 1.4}}};
inline constexpr Table<double> brightness = {Row<double>{0.05, 0.1, 0.15, 0.2, 0.3},
                                             Row<double>{0.1, 0.2, 0.3, 0.4, 0.5}};
inline constexpr Table<double> contrast = {Row<double>{0.75, 0.5, 0.4, 0.3, 0.15},
                                           Row<double>{0.4, 0.3, 0.2, 0.1, 0.05}};
inline constexpr Table<Saturate> saturate = {
    Row<Saturate>{Saturate{0.3, 0}, Saturate{0.1, 0}, Saturate{1.5, 0}, Saturate{2, 0.1}, Saturate{2.5, 0.2}},
    Row<Saturate>{Saturate{0.3, 0}, Saturate{0.1, 0}, Saturate{2, 0}, Saturate{5, 0.1}, Saturate{20, 0.2}}};
inline constexpr Table<Elastic> elastic_transform = {
    Row<Elastic>{Elastic{0, 0, 2.56}, Elastic{1.6, 6.4, 2.24}, Elastic{2.56, 1.92, 1.92},
                 Elastic{3.2, 1.28, 1.6}, Elastic{3.2, 0.96, 0.96}},
    Row<Elastic>{Elastic{488, 170.8, 24.4}, Elastic{488, 19.52, 48.8}, Elastic{12.2, 2.44, 4.88},
                 Elastic{17.08, 2.44, 4.88}, Elastic{29.28, 2.44, 4.88}}};
inline constexpr Table<double> pixelate = {Row<double>{0.95, 0.9, 0.85, 0.75, 0.65},
                                           Row<double>{0.6, 0.5, 0.4, 0.3, 0.25}};
inline constexpr Table<int> jpeg_compression = {Row<int>{80, 65, 58, 50, 40}, Row<int>{25, 18, 15, 10, 7}};
inline constexpr Table<Spatter> spatter = {Row<Spatter>{Spatter{0.62, 0.1, 0.7, 0.7, 0.5, SpatterMode::water},
                                                        Spatter{0.65, 0.1, 0.8, 0.7, 0.5, SpatterMode::water},
                                                        Spatter{0.65, 0.3, 1, 0.69, 0.5, SpatterMode::water},
                                                        Spatter{0.65, 0.1, 0.7, 0.69, 0.6, SpatterMode::mud},
                                                        Spatter{0.65, 0.1, 0.5, 0.68, 0.6, SpatterMode::mud}},
                                           Row<Spatter>{Spatter{0.65, 0.3, 4, 0.69, 0.6, SpatterMode::water},
                                                        Spatter{0.65, 0.3, 3, 0.68, 0.6, SpatterMode::water},
                                                        Spatter{0.65, 0.3, 2, 0.68, 0.5, SpatterMode::water},
                                                        Spatter{0.65, 0.3, 1, 0.65, 1.5, SpatterMode::mud},
                                                        Spatter{0.67, 0.4, 1, 0.65, 1.5, SpatterMode::mud}}};

} // namespace lab::tables
