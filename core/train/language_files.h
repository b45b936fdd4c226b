#pragma once

#include "core/train/language_trainer.h"

#include <string>
#include <vector>

/// The texts beside the weights of a language model that is trained here.
namespace lab {

/// Tokens that are no characters: of padding and of an answer's end, in the order of their ids.
std::vector<std::string> language_marks();
/// config.json of a decoder of this size.
std::string language_config(const DecoderSize& size, std::size_t vocabulary);
/// tokenizer_config.json, so that other programs open the folder, too.
std::string language_tokenizer_config();
/// collapse-lab.json: what it was trained on, how, and how far it came.
std::string language_card(const TrainedLanguageModel& model);

} // namespace lab
