#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/options.h"
#include "app/cli/process_usage.h"

#include "core/base/elapsed.h"
#include "core/dataset/picture_set.h"
#include "core/dataset/stored_image_set.h"
#include "core/image/fit.h"
#include "core/stream/prefetcher.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <memory>

namespace lab::cli {

namespace {

using SetPointer = std::shared_ptr<const ImageSet>;

struct Arguments {
    std::string pictures;
    std::vector<std::string> kinds;
    int images = 128;
    int severity = 5;
};

constexpr int small_times = 16; ///< so many more of the 32-pixel pictures, which take that much less time

/// Waves with some grain: something to corrupt where no pictures are named.
Image made_picture(int side, int number) {
    Image image{side, side, 3, {}};
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            for (int c = 0; c < 3; ++c) {
                const double wave = std::sin(0.05 * y * (c + 1) + number) + std::cos(0.07 * x + c);
                image.pixels.push_back(static_cast<std::uint8_t>(120 + 50 * wave + (x * 7 + y * 13) % 23));
            }
    return image;
}

/// Pictures of that side, ready in memory.
SetPointer in_memory(const SetPointer& source, int side, int count) {
    std::vector<std::uint8_t> pixels;
    for (int i = 0; i < count; ++i) {
        const Image picture = source ? fit(source->image(i % source->size()), {side, 1.0, "bicubic", 3})
                                     : made_picture(side, i);
        pixels.insert(pixels.end(), picture.pixels.begin(), picture.pixels.end());
    }
    return std::make_shared<StoredImageSet>("pictures in memory", Image{side, side, 3, {}}, std::move(pixels),
                                            std::vector<std::uint8_t>(static_cast<std::size_t>(count), 0),
                                            std::vector<std::string>{"any"});
}

struct Pace {
    double wall = 0; ///< images per second
    double cpu = 0;  ///< images per second of processor time, of all threads together
};

/// The stream's own way: prefetch threads read, decode, fit and corrupt, in batches.
Pace pace(const SetPointer& images, const Corruption& corruption, int count, int threads) {
    std::vector<StreamItem> plan;
    for (int i = 0; i < count; ++i)
        plan.push_back({i % images->size(), corruption, 0, false, false});
    const double cpu = cpu_seconds();
    const auto start = std::chrono::steady_clock::now();
    Prefetcher prefetcher(images, plan, {8, 1, threads, 2 * threads, {}, 0});
    std::size_t seen = 0;
    while (const std::optional<Batch> batch = prefetcher.next()) {
        stop_if_interrupted("what is not printed was not measured to its end");
        seen += batch->images.size();
    }
    const double seconds = seconds_since(start);
    const auto done = static_cast<double>(seen);
    return {done / seconds, done / (cpu_seconds() - cpu)};
}

void print_side(const std::string& heading, const SetPointer& images,
                const std::vector<CorruptionKind>& kinds, int severity, int count) {
    std::printf("\n%s, severity %d, %d pictures: images per second\n", heading.c_str(), severity, count);
    std::printf("%-20s %12s %12s %16s\n", "corruption", "one thread", "two threads", "per CPU second");
    for (const CorruptionKind kind : kinds) {
        const Corruption corruption{kind, severity, CorruptionTable::automatic};
        pace(images, corruption, 8, 1); // tables that are made once
        const Pace one = pace(images, corruption, count, 1), two = pace(images, corruption, count, 2);
        std::printf("%-20s %12.0f %12.0f %16.0f\n", to_string(kind).c_str(), one.wall, two.wall, one.cpu);
        std::fflush(stdout);
    }
}

void bench(const Arguments& a) {
    watch_for_signals();
    std::vector<CorruptionKind> kinds;
    for (const std::string& name : a.kinds)
        kinds.push_back(corruption_from_string(name));
    if (kinds.empty()) {
        kinds = {CorruptionKind::none};
        kinds.insert(kinds.end(), standard_corruptions().begin(), standard_corruptions().end());
        kinds.insert(kinds.end(), extra_corruptions().begin(), extra_corruptions().end());
    }
    SetPointer files, originals;
    if (!a.pictures.empty()) {
        files =
            open_pictures(a.pictures, a.pictures, list_plain_folder(a.pictures), {224, 0.875, "bicubic", 3});
        originals = open_pictures(a.pictures, a.pictures, list_plain_folder(a.pictures), {});
    }
    const int many = small_times * a.images;
    print_side("32×32 pixels in memory", in_memory(originals, 32, many), kinds, a.severity, many);
    print_side("224×224 pixels in memory", in_memory(originals, 224, std::min(a.images, 64)), kinds,
               a.severity, a.images);
    if (files)
        print_side("224×224 pixels, decoded from files, resized and cropped", files, kinds, a.severity,
                   a.images);
}

} // namespace

void add_bench_corruptions_command(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand(
        "bench-corruptions", "Images per second of decoding and corrupting, with one and two threads");
    add_path(command, "--pictures", arguments->pictures, "A folder of pictures; made-up ones without it");
    command->add_option("--corruption", arguments->kinds, "Names (see: info); all without this option");
    add_whole(command, "--images", arguments->images,
              "Pictures per measurement of 224 pixels; 16 times as many of 32", 8, 100'000);
    add_whole(command, "--severity", arguments->severity, "1 to 5", 1, 5);
    command->callback([arguments] { bench(*arguments); });
}

} // namespace lab::cli
