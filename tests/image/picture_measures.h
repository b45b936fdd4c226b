#pragma once

#include "core/base/image.h"

/// How far a corrupted picture is from its clean one, on 0 … 1 unless said otherwise.
struct PictureMeasures {
    double mse;
    double mean_shift;
    double std_ratio;
    double clean_laplacian_variance;     ///< of the grey values, border left out
    double corrupted_laplacian_variance; ///< likewise
    double ssim; ///< 7 × 7 uniform window, K1 = 0.01, K2 = 0.03, sample covariance (Wang et al., 2004)
};

/// Both 8-bit RGB and of one size, at least 7 × 7 pixels.
PictureMeasures measure(const lab::Image& clean, const lab::Image& corrupted);
