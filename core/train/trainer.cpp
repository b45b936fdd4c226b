#include "core/train/trainer.h"

#include "core/base/elapsed.h"
#include "core/model/input.h"
#include "core/train/augment.h"
#include "core/train/expect_option.h"
#include "core/train/initialise.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <c10/core/GradMode.h>
#include <torch/optim/adamw.h>
#include <torch/optim/sgd.h>

#include <chrono>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace lab {

namespace {

/// All pictures of a set as one [N,C,H,W] byte tensor and their labels [N].
struct Pictures {
    at::Tensor bytes, labels;
    Pictures to(const c10::Device& device) const { return {bytes.to(device), labels.to(device)}; }
};

Pictures gather(const ImageSet& set) {
    const Image first = set.image(0);
    const auto n = set.size();
    Pictures all{at::empty({n, first.height, first.width, first.channels}, at::kByte),
                 at::empty({n}, at::kLong)};
    auto* out = all.bytes.data_ptr<std::uint8_t>();
    for (std::int64_t i = 0; i < n; ++i) {
        const Image image = set.image(i);
        if (image.height != first.height || image.width != first.width || image.channels != first.channels)
            throw std::invalid_argument(set.name() + ": training needs pictures of one size");
        out = std::copy(image.pixels.begin(), image.pixels.end(), out);
        all.labels[i] = set.label(i);
    }
    all.bytes = all.bytes.permute({0, 3, 1, 2}).contiguous();
    return all;
}

at::Tensor normalise(const at::Tensor& bytes, const ModelCard& card) {
    return (bytes.to(at::kFloat) / 255.0 - per_channel(card.mean, bytes.device())) /
           per_channel(card.std, bytes.device());
}

/// Cross-entropy to the labels and, where pictures were mixed, to those of the others, in the same shares.
at::Tensor mixed_loss(const at::Tensor& logits, const at::Tensor& labels, const Mixture& mixture,
                      double smoothing) {
    const auto loss_for = [&](const at::Tensor& wanted) {
        return at::cross_entropy_loss(logits, wanted, {}, at::Reduction::Mean, -100, smoothing);
    };
    const at::Tensor loss = loss_for(labels);
    if (!mixture.others.defined())
        return loss;
    return mixture.share * loss + (1 - mixture.share) * loss_for(labels.index_select(0, mixture.others));
}

/// One-cycle schedule: a linear rise over a fifth of the training, then half a cosine down to zero.
double one_cycle(double progress) {
    constexpr double rise = 0.2;
    if (progress < rise)
        return std::max(0.04, progress / rise);
    return 0.5 * (1.0 + std::cos(std::numbers::pi * (progress - rise) / (1.0 - rise)));
}

std::unique_ptr<torch::optim::Optimizer> make_optimiser(Classifier& classifier, bool transformer,
                                                        double weight_decay) {
    std::vector<at::Tensor> decayed, plain; // norm layers and biases carry no weight decay
    for (const auto& entry : classifier.parameters().entries())
        if (!entry.buffer) {
            at::Tensor value = entry.value;
            value.set_requires_grad(true);
            (value.dim() >= 2 ? decayed : plain).push_back(value);
        }
    const auto groups = [&](auto with_decay) {
        auto without = with_decay;
        without.weight_decay(0.0);
        std::vector<torch::optim::OptimizerParamGroup> all;
        all.emplace_back(decayed, std::make_unique<decltype(with_decay)>(with_decay));
        all.emplace_back(plain, std::make_unique<decltype(without)>(without));
        return all;
    };
    if (transformer)
        return std::make_unique<torch::optim::AdamW>(
            groups(torch::optim::AdamWOptions().weight_decay(weight_decay)));
    return std::make_unique<torch::optim::SGD>(
        groups(torch::optim::SGDOptions(0.1).momentum(0.9).nesterov(true).weight_decay(weight_decay)),
        torch::optim::SGDOptions(0.1));
}

double accuracy(Classifier& classifier, const Pictures& pictures, const ModelCard& card) {
    const c10::NoGradGuard no_grad;
    classifier.set_norm_mode(NormMode::evaluation);
    std::int64_t right = 0;
    const auto n = pictures.bytes.size(0);
    for (std::int64_t begin = 0; begin < n; begin += 250) {
        const auto count = std::min<std::int64_t>(250, n - begin);
        const at::Tensor x = normalise(pictures.bytes.narrow(0, begin, count), card);
        const at::Tensor predicted = classifier.head(classifier.features(x)).argmax(1);
        right += predicted.eq(pictures.labels.narrow(0, begin, count)).sum().item<std::int64_t>();
    }
    return static_cast<double>(right) / static_cast<double>(n);
}

ModelCard make_card(const ImageSet& training, const Pictures& pictures, const TrainOptions& options) {
    ModelCard card;
    card.architecture = options.architecture;
    card.shape = {static_cast<int>(pictures.bytes.size(1)), static_cast<int>(pictures.bytes.size(2)),
                  static_cast<int>(training.class_names().size())};
    const at::Tensor values = pictures.bytes.to(at::kFloat) / 255.0;
    for (int c = 0; c < card.shape.channels; ++c) {
        card.mean.push_back(values.select(1, c).mean().item<double>());
        card.std.push_back(values.select(1, c).std().item<double>());
    }
    card.class_names = training.class_names();
    card.data = training.name();
    card.seed = options.seed;
    card.command = options.command;
    return card;
}

/// Fresh weights. They are drawn in main memory, so that the same seed starts alike on every device.
std::unique_ptr<Classifier> fresh(const Architecture& row, const ModelShape& shape,
                                  const TrainOptions& options, const c10::Device& device) {
    auto drawn = row.make(shape, at::TensorOptions(at::kFloat));
    initialise(*drawn, options.seed);
    if (options.mimetic)
        initialise_mimetic(*drawn, options.seed + 2);
    if (device.is_cpu())
        return drawn;
    auto moved = row.make(shape, at::TensorOptions(at::kFloat).device(device));
    moved->parameters().load(drawn->parameters().state(), "fresh weights");
    return moved;
}

void check(const TrainOptions& o) {
    expect_option(o.epochs >= 1, "epochs", "1 or more", o.epochs);
    expect_option(o.batch_size >= 2, "batch size", "2 or more", o.batch_size);
    expect_option(std::isfinite(o.rate) && o.rate >= 0, "rate", "a number, 0 or more", o.rate);
    expect_option(o.shift >= 0 && o.shift <= 8, "shift", "0 to 8", o.shift);
    expect_option(o.noise >= 0 && o.noise <= 1, "noise", "0 to 1", o.noise);
    expect_option(o.mixup >= 0 && o.mixup <= 1, "mixup", "0 to 1", o.mixup);
    expect_option(o.label_smoothing >= 0 && o.label_smoothing < 1, "label smoothing", "0 to below 1",
                  o.label_smoothing);
}

} // namespace

Model train(const ImageSet& training, const ImageSet& test, const TrainOptions& options,
            const std::function<void(const TrainProgress&)>& progress,
            const std::function<void(const Model&)>& keep) {
    check(options);
    const Architecture& row = architecture(options.architecture);
    const bool transformer = row.family == "vit";
    const double peak = options.rate > 0 ? options.rate : (transformer ? 0.002 : 0.1);
    const double decay = options.weight_decay >= 0 ? options.weight_decay : (transformer ? 0.05 : 5e-4);

    const c10::Device device(options.device);
    Pictures pictures = gather(training);
    const Pictures held_out = gather(test).to(device);
    Model model{make_card(training, pictures, options), nullptr};
    pictures = pictures.to(device);
    model.classifier = fresh(row, model.card.shape, options, device);
    if (!options.start_from.empty()) {
        const Model before = load_model(options.start_from, at::kFloat);
        model.classifier->parameters().load(before.classifier->parameters().state(), options.start_from);
        model.card.command = before.card.command + " ; " + options.command;
    }
    const auto optimiser = make_optimiser(*model.classifier, transformer, decay);
    const at::Generator generator = at::detail::createCPUGenerator(options.seed + 1);

    const auto n = pictures.bytes.size(0);
    const auto batches = n / options.batch_size;
    if (batches < 1)
        throw std::invalid_argument("train: the batch size " + std::to_string(options.batch_size) +
                                    " exceeds the number of pictures " + std::to_string(n));
    const auto start = std::chrono::steady_clock::now();
    TrainProgress news{1, options.epochs, 0, static_cast<int>(batches), 0, -1, 0, 0};
    for (int epoch = 0; epoch < options.epochs; ++epoch) {
        model.classifier->set_norm_mode(NormMode::training);
        const at::Tensor order = at::randperm(n, generator, at::kLong);
        for (std::int64_t batch = 0; batch < batches; ++batch) {
            const double done =
                static_cast<double>(epoch * batches + batch) / static_cast<double>(options.epochs * batches);
            for (auto& group : optimiser->param_groups())
                group.options().set_lr(peak * one_cycle(done));
            const at::Tensor chosen =
                order.narrow(0, batch * options.batch_size, options.batch_size).to(device);
            const at::Tensor clean = normalise(pictures.bytes.index_select(0, chosen), model.card);
            const Mixture mixture = draw_mixture(options.mixup, options.batch_size, device, generator);
            const at::Tensor x = mixture.mixed(with_noise(mirror_and_shift(clean, options.shift, generator),
                                                          options.noise, model.card, generator));
            const at::Tensor logits = model.classifier->head(model.classifier->features(x));
            const at::Tensor labels = pictures.labels.index_select(0, chosen);
            const at::Tensor loss = mixed_loss(logits, labels, mixture, options.label_smoothing);
            if (!std::isfinite(loss.item<double>()))
                throw std::runtime_error("train: the loss is no longer finite; try a smaller rate");
            optimiser->zero_grad();
            loss.backward();
            optimiser->step();
            if (batch % 50 == 0) {
                const double seconds = seconds_since(start);
                const double trained = static_cast<double>(epoch * batches + batch + 1);
                news = {epoch + 1,
                        options.epochs,
                        static_cast<int>(batch + 1),
                        static_cast<int>(batches),
                        loss.item<double>(),
                        -1,
                        trained * options.batch_size / seconds,
                        seconds / trained * (static_cast<double>(options.epochs * batches) - trained)};
                progress(news);
            }
        }
        news.batch = news.batches;
        news.test_accuracy = accuracy(*model.classifier, held_out, model.card);
        progress(news);
        model.card.clean_accuracy = news.test_accuracy;
        if (keep)
            keep(model);
    }
    for (const auto& entry : model.classifier->parameters().entries())
        at::Tensor(entry.value).set_requires_grad(false);
    return model;
}

double evaluate(const Model& model, const ImageSet& images) {
    return accuracy(*model.classifier, gather(images).to(model.classifier->options().device()), model.card);
}

} // namespace lab
