#pragma once

#include "core/recipe/recipe.h"

#include <string_view>

namespace lab {

/// A named method with the default rates and the layers left alone of a network: a row of the table, named by
/// Architecture::rates ("resnet50_gn", "vit_base_patch16_224", …) or by the family of the small networks
/// ("resnet_gn", "resnet_bn", "vit"). An unknown one gets those of resnet_gn.
///
/// @param classes of the model: with more than 100, EATA's margin for redundant predictions is 0.05 in place
/// of 0.4 and its Fisher factor 2000 in place of 1, which are the published values for 1,000 and for 10
/// classes; where between the two to change over is our choice
///
/// At batch size 1 the rates are scaled as published (SAR, ICLR 2023; ZeroSiam, ICLR 2026): 1/64, twice that
/// for ResNets with GroupNorm, and doubled once more for SAR, DeYO, COME and ZeroSiam. Other batch sizes keep
/// the rates of 64. Methods of which the table names the published rate have it on every network and at every
/// batch size: Tent with Adam 1e-3 (Döbler et al., test-time-adaptation, CIFAR10-C), SHOT 1e-3 (ICML 2020,
/// encoder), CoTTA, RoTTA and PeTTA 1e-3, NOTE 1e-4, MEMO 2.5e-4 (their own code). With more than 100 classes
/// CoTTA takes its settings for ImageNet-C, PeTTA its one-sided cross-entropy, T3A 20 supports. RDumb, ROID,
/// CMF, ASR and DELTA take that of Tent, as their own code does on ImageNet-C (2.5e-4 for ResNet-50). Throws
/// std::invalid_argument for an unknown method.
Recipe recipe_for(std::string_view method, std::string_view network, int batch_size, int classes = 10);

/// Why a network's rates are what they are: "published for this network", "those of ResNet-50 …".
std::string_view origin_of_rates(std::string_view network);

} // namespace lab
