#pragma once

#include <string>
#include <vector>

/// What can be chosen, for menus and help texts: plain strings, no work.
namespace lab {

struct Choice {
    std::string id;
    std::string title;
    std::string tip;   ///< one sentence
    std::string group; ///< "Noise", "Blur" …; may be empty
};

std::vector<Choice> data_choices();
std::vector<Choice> model_choices();
std::vector<Choice> corruption_choices();
std::vector<Choice> scenario_choices();
std::vector<Choice> method_choices();
/// auto, cpu, and every CUDA device that is there.
std::vector<Choice> device_choices();
/// Named experiments: "default" first.
std::vector<Choice> preset_choices();

/// "LibTorch 1.13.1, OpenCV 4.6.0, 2 threads …" as key and value, for About and `info`.
std::vector<std::pair<std::string, std::string>> build_information();

} // namespace lab
