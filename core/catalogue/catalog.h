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
/// The data set that a shipped model was trained on; empty for a model of the user's.
std::string data_for(const std::string& model);
/// The shipped model of the same kind that was trained on a data set; `model` itself where it was, where
/// there is none, and where it is the user's own.
std::string model_for(const std::string& data, const std::string& model);
std::vector<Choice> corruption_choices();
std::vector<Choice> scenario_choices();
std::vector<Choice> method_choices();
/// Named experiments: "default" first.
std::vector<Choice> preset_choices();
/// auto and cpu, which every machine has.
std::vector<Choice> processor_choices();

} // namespace lab
