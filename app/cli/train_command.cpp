#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/options.h"
#include "app/cli/progress.h"
#include "app/cli/train_language.h"

#include "core/base/atomic_file.h"
#include "core/base/text.h"
#include "core/dataset/cifar.h"
#include "core/dataset/data_places.h"
#include "core/dataset/fashion_mnist.h"
#include "core/run/device.h"
#include "core/train/trainer.h"

#include <ATen/Parallel.h>

#include <cstdio>
#include <memory>
#include <sstream>
#include <thread>

namespace lab::cli {

namespace {

struct Arguments {
    TrainOptions train;
    std::string data = "fashion-mnist";
    std::string data_dir;
    std::string out;
};

/// The command as a user would type it again.
std::string command_text(const Arguments& a) {
    std::ostringstream text;
    text << "collapse-lab-cli train --data " << a.data << " --architecture " << a.train.architecture
         << " --epochs " << a.train.epochs << " --batch " << a.train.batch_size << " --shift "
         << a.train.shift << " --noise " << a.train.noise;
    if (a.train.label_smoothing > 0)
        text << " --label-smoothing " << a.train.label_smoothing;
    if (a.train.mixup > 0)
        text << " --mixup " << a.train.mixup;
    if (a.train.mimetic)
        text << " --mimetic";
    if (!a.train.start_from.empty())
        text << " --start-from " << a.train.start_from;
    if (a.train.rate > 0)
        text << " --rate " << a.train.rate;
    if (a.train.device != "cpu")
        text << " --device " << a.train.device;
    text << " --seed " << a.train.seed << " --threads " << a.train.threads << " --out " << a.out;
    return text.str();
}

std::unique_ptr<StoredImageSet> open_split(const Arguments& a, DataSplit split) {
    if (a.data == "fashion-mnist")
        return open_fashion_mnist(require_data("fashion-mnist", a.data_dir), split);
    return open_cifar10(require_data("cifar-10", a.data_dir), split);
}

void run_train(Arguments a) {
    watch_for_signals();
    if (a.train.mimetic && architecture(a.train.architecture).family != "vit")
        throw std::runtime_error("--mimetic: has no effect on " + a.train.architecture +
                                 ", which has no attention");
    if (!a.out.ends_with(".safetensors"))
        throw std::runtime_error("--out: expected a name that ends in .safetensors, found \"" + a.out + "\"");
    expect_writable_file(a.out);
    if (a.train.threads == 0)
        a.train.threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    at::set_num_threads(a.train.threads);
    a.train.device = device_named(a.train.device).str();
    a.train.command = command_text(a);
    const auto training = open_split(a, DataSplit::train);
    const auto test = open_split(a, DataSplit::test);
    ProgressLine line;
    int kept = 0;
    const auto keep = [&](const Model& model) {
        save_model(a.out, model.card, *model.classifier);
        ++kept;
    };
    const auto tell = [&](const TrainProgress& news) {
        if (interrupted_by() != nullptr && kept < news.epochs) {
            line.finish();
            throw CutShort(std::string("interrupted by ") + interrupted_by() + " in epoch " +
                           std::to_string(news.epoch) + " of " + std::to_string(news.epochs) + "; " +
                           (kept > 0 ? shown(a.out) + " holds the weights after epoch " + std::to_string(kept)
                                     : "no weights are written before the first epoch ends"));
        }
        char text[200];
        std::snprintf(text, sizeof text, "epoch %d/%d, loss %.3f, %.0f images/s, %s left", news.epoch,
                      news.epochs, news.loss, news.images_per_second,
                      duration_text(news.eta_seconds).c_str());
        line.show((news.epoch - 1 + static_cast<double>(news.batch) / news.batches) / news.epochs, text);
        if (news.test_accuracy >= 0) {
            line.finish();
            std::printf("epoch %d: test accuracy %.2f %%\n", news.epoch, 100 * news.test_accuracy);
            std::fflush(stdout);
        }
    };
    const Model model = train(*training, *test, a.train, tell, keep);
    std::printf("%s: %s, %lld parameters, test accuracy %.2f %% on %lld images (%s)\n", a.out.c_str(),
                model.card.architecture.c_str(),
                static_cast<long long>(model.classifier->parameters().count()),
                100 * model.card.clean_accuracy, static_cast<long long>(test->size()), test->name().c_str());
}

/// Options that language models have no use for.
std::vector<CLI::Option*> add_picture_options(CLI::App* command, Arguments& a) {
    std::vector<std::string> ids;
    for (const Architecture& row : architectures())
        ids.push_back(row.id);
    TrainOptions& t = a.train;
    return {
        command->add_option("--data", a.data, "fashion-mnist or cifar-10")
            ->check(CLI::IsMember({"fashion-mnist", "cifar-10"}))
            ->capture_default_str(),
        command->add_option("--architecture", t.architecture, "Which network")
            ->check(CLI::IsMember(ids))
            ->capture_default_str(),
        add_whole(command, "--epochs", t.epochs, "Passes over the training pictures", 1, 100'000),
        add_whole(command, "--shift", t.shift, "Augmentation: random shift in pixels", 0, 1024),
        add_real(command, "--noise", t.noise,
                 "Augmentation: Gaussian noise of up to this standard deviation (pixels 0 to 1)", 0, 10),
        add_real(command, "--label-smoothing", t.label_smoothing, "0 (none) to below 1", 0, 1),
        add_real(command, "--mixup", t.mixup,
                 "Augmentation: share of the batches in which pictures and labels are mixed in pairs", 0, 1),
        command->add_flag("--mimetic", t.mimetic, "Transformers: start from attention that looks trained"),
        add_path(command, "--start-from", t.start_from, "Go on from these weights of the same network"),
        add_path(command, "--device", t.device, "cpu, cuda or cuda:N"),
        add_path(command, "--data-dir", a.data_dir, "Folder with the data set's files"),
        add_path(command, "--out", a.out, "The .safetensors file to write, anew after each epoch"),
    };
}

} // namespace

void add_train_command(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        app.add_subcommand("train", "Train a classifier or a small language model and write it");
    auto shared = std::make_shared<SharedTraining>();
    const std::vector<CLI::Option*> pictures_only = add_picture_options(command, *arguments);
    const auto language = add_language_training(command, pictures_only);
    add_whole(command, "--batch", shared->batch_size,
              "Pictures or questions per step; 0: 128 pictures, 512 questions", 0, 65'536);
    add_real(command, "--rate", shared->rate,
             "Peak learning rate; 0: the architecture's default, 0.001 for language", 0, 1000);
    add_seed(command, "--seed", shared->seed, "Seed of weights, order and augmentation, or of the questions");
    add_whole(command, "--threads", shared->threads, "Threads of the arithmetic; 0: one per core", 0, 1024);
    command->callback([arguments, shared, language] {
        if (is_asked_for(*language)) {
            run_language_training(*language, *shared);
            return;
        }
        if (arguments->out.empty())
            throw CLI::RequiredError("--out");
        TrainOptions& train = arguments->train;
        if (shared->batch_size > 0)
            train.batch_size = shared->batch_size;
        train.rate = shared->rate;
        train.seed = shared->seed;
        train.threads = shared->threads;
        run_train(*arguments);
    });
}

} // namespace lab::cli
