#pragma once

#include "core/model/language/decoder.h"
#include "core/model/language/sequences.h"
#include "core/spec/spec.h"
#include "core/text/chat_prompt.h"
#include "core/text/tokenizer.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lab {

/// The language model of an experiment, read once from its folder for all lanes: weights, tokeniser, and how
/// it wants to be asked.
class LanguageModel {
  public:
    /// Reads the folder. Rounded where the stream's shift asks for low bits.
    /// Throws std::invalid_argument or std::runtime_error naming file or field: what load_decoder() and
    /// Tokenizer::load() refuse, a tokeniser whose ids have no row in the embedding, no end token, a prompt
    /// style that the folder has no template for.
    LanguageModel(const ExperimentSpec& spec, const at::Device& device);

    /// A model as it was trained (and rounded), with weights of its own.
    std::unique_ptr<Decoder> make() const;
    /// The one that is never adapted.
    const Decoder& unadapted() const { return *unadapted_; }
    const Tokenizer& tokenizer() const { return tokenizer_; }
    /// A question as the model reads it. Throws std::invalid_argument for characters that it has no tokens
    /// for.
    TokenIds prompt(const std::string& question) const;
    /// A solution as the model would say it, without end token; empty where it has no tokens for it.
    TokenIds solution(const std::string& text) const;
    /// Tokens that mark an answer ("#"), as far as the tokeniser has it as one.
    TokenIds marks() const;

    const std::string& title() const { return title_; } ///< "demo, Llama, 4 layers of 128, 0.73 M weights"
    const std::string& hash() const { return hash_; }   ///< of the weights as they are stored
    const std::vector<Notice>& notices() const { return notices_; }

  private:
    void read_style(const ExperimentSpec& spec, const std::string& folder);

    std::unique_ptr<Decoder> unadapted_;
    Tokenizer tokenizer_;
    std::optional<ChatStyle> style_; ///< none: the question alone
    at::ScalarType matrices_;
    std::string title_, hash_;
    std::vector<Notice> notices_;
};

/// The folder behind the id of a shipped language model, or the path itself.
std::string language_model_folder(const std::string& id_or_path);

} // namespace lab
