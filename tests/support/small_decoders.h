#pragma once

#include "core/model/language/decoder.h"
#include "core/nn/parameters.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <memory>
#include <string>

/// Language models of a few thousand weights in folders as the hub has them.
namespace test_models {

/// config.json of a small model: 40 tokens, width 16, two layers, four heads that share two of keys.
nlohmann::json decoder_config(const std::string& family = "llama");
/// Weights that fit it, made from a hash of their names, in single precision; a head of their own unless the
/// config says tied.
lab::StateDict decoder_weights(const nlohmann::json& config);
/// Writes config.json and model.safetensors. Returns the folder.
std::string write_decoder(const std::filesystem::path& folder, const nlohmann::json& config,
                          const lab::StateDict& weights);
std::string write_decoder(const std::filesystem::path& folder, const std::string& family = "llama");
/// One in double precision.
std::unique_ptr<lab::Decoder> decoder(const std::string& family = "llama");
std::unique_ptr<lab::Decoder> decoder_of(const nlohmann::json& config);

} // namespace test_models
