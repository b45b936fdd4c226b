#include "core/experiment/catalog.h"

/// In place of the real ones, which ask LibTorch for its devices: no assignment's text reaches them.
std::string lab::data_for(const std::string&) {
    return {};
}

std::string lab::model_for(const std::string&, const std::string& model) {
    return model;
}
