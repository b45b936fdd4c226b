#pragma once

#include "core/text/tokenizer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lab {

/// The writers of prompts; no template language is carried out.
enum class ChatWriter {
    llama3, ///< header marks, trimmed texts, end of turn
    chatml, ///< im_start, role, text, im_end: Qwen 2 and 2.5, SmolLM2
    qwen3,  ///< chatml with an empty think block where thinking is off
};
/// "llama3", "chatml", "qwen3": as in files.
const char* name_of(ChatWriter writer);

/// How a model wants to be asked.
struct ChatStyle {
    ChatWriter writer = ChatWriter::chatml;
    /// What the template says where nobody gives a system text; nothing: no system block then.
    std::optional<std::string> default_system;
    /// Llama 3.1 and 3.2 begin their system block with the cut-off date and a date of today.
    bool dated = false;
    bool operator==(const ChatStyle&) const = default;
};

/// The style of a chat template, as tokenizer_config.json or chat_template.jinja hold it: told by the marks,
/// the default sentences and the switches in it. Throws std::invalid_argument where it is none of the known.
ChatStyle chat_style_of(const std::string& chat_template);

struct ChatPrompt {
    std::optional<std::string> system; ///< nothing: the style's own
    std::string question;
    bool thinking = false;            ///< Qwen3: whether it may think first
    std::string date = "26 Jul 2024"; ///< of today, in dated styles: fixed, so that runs can be repeated
};

/// A mark of the template, or text between marks.
struct PromptPart {
    bool mark = false;
    std::string text;
    bool operator==(const PromptPart&) const = default;
};

/// From the begin mark to where the answer begins. Neighbouring texts are one part.
std::vector<PromptPart> chat_parts(const ChatStyle& style, const ChatPrompt& prompt);

/// The parts as one text, for people.
std::string prompt_text(const std::vector<PromptPart>& parts);

/// Their ids: marks by their tokens, texts without looking for marks in them, so that what a question says
/// stays text. Throws std::invalid_argument for a mark that the tokenizer does not have.
std::vector<std::int32_t> prompt_ids(const Tokenizer& tokenizer, const std::vector<PromptPart>& parts);

} // namespace lab
