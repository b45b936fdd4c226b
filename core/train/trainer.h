#pragma once

#include "core/dataset/image_set.h"
#include "core/model/model_file.h"

#include <cstdint>
#include <functional>
#include <string>

namespace lab {

struct TrainOptions {
    std::string architecture = "resnet14_gn";
    int epochs = 15;
    int batch_size = 128;
    double rate = 0;          ///< peak of the one-cycle schedule; 0: the architecture's default
    double weight_decay = -1; ///< −1: the architecture's default
    double label_smoothing = 0.0;
    int shift = 2; ///< augmentation: random shift by up to so many pixels; and mirroring
    double noise =
        0.0; ///< augmentation: on half of the pictures, Gaussian noise with σ up to this (of [0, 1])
    double mixup = 0; ///< augmentation: share of the batches in which pictures and labels are mixed in pairs
    bool mimetic = false;   ///< transformers: initialise_mimetic() on top of the fresh weights
    std::string start_from; ///< a model of the same architecture to go on from; empty: fresh weights
    std::uint64_t seed = 0;
    int threads = 0;            ///< 0: one per core
    std::string device = "cpu"; ///< "cpu" or "cuda:N"
    std::string command;        ///< stored in the card
};

/// What is told while training, once per 50 batches and at the end of each epoch.
struct TrainProgress {
    int epoch = 0, epochs = 0;
    int batch = 0, batches = 0;
    double loss = 0;
    double test_accuracy = -1; ///< 0 … 1 at the end of an epoch, else −1
    double images_per_second = 0;
    double eta_seconds = 0;
};

/// Trains a classifier from scratch on 8-bit pictures of one size, reproducibly: the same options give the
/// same weights on one machine's processor with the same number of threads. On a CUDA device start, order and
/// augmentation are the same, the sums are not to the last bit. Throws std::invalid_argument for options that
/// make no sense, std::runtime_error when the loss is not finite.
/// @param keep called after each epoch with the model as it is then, so that hours of training are not lost
Model train(const ImageSet& training, const ImageSet& test, const TrainOptions& options,
            const std::function<void(const TrainProgress&)>& progress,
            const std::function<void(const Model&)>& keep = {});

/// Share of right predictions in evaluation mode, 0 … 1.
double evaluate(const Model& model, const ImageSet& images);

} // namespace lab
