#pragma once

#include "core/adapt/recipe.h"

#include <string_view>

namespace lab {

/// A named method with the default rates and the layers left alone of an architecture family ("resnet_gn",
/// "resnet_bn", "vit"; an unknown one gets those of resnet_gn).
///
/// At batch size 1 the rates are scaled as published (SAR, ICLR 2023; ZeroSiam, ICLR 2026): 1/64, twice that
/// for ResNets with GroupNorm, and doubled once more for SAR, DeYO, COME and ZeroSiam. Other batch sizes keep
/// the rates of 64. Throws std::invalid_argument for an unknown method.
Recipe recipe_for(std::string_view method, std::string_view family, int batch_size);

} // namespace lab
