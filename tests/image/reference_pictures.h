#pragma once

#include "core/base/image.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

/// A JSON file of the reference data; null where it is absent.
nlohmann::json reference_json(const std::string& relative);

/// The clean pictures that a variant ("cifar32", "imagenet224") of the corruption statistics was measured on,
/// in its order; empty where the reference data lacks them.
std::vector<lab::Image> reference_pictures(const nlohmann::json& statistics, const std::string& variant);
