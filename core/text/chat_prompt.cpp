#include "core/text/chat_prompt.h"

#include "core/base/text.h"

#include <array>
#include <stdexcept>

namespace lab {

namespace {

/// The sentences that published templates of this form begin with where nobody gives one.
constexpr std::array<std::string_view, 4> default_sentences = {
    "You are Qwen, created by Alibaba Cloud. You are a helpful assistant.",
    "You are a helpful AI assistant named SmolLM, trained by Hugging Face",
    "Please reason step by step, and put your final answer within \\boxed{}.",
    "You are a helpful assistant.",
};

bool holds(const std::string& text, std::string_view what) {
    return text.find(what) != std::string::npos;
}

/// Collects parts; texts that follow each other become one.
class PartWriter {
  public:
    void mark(const std::string& name) { parts_.push_back({true, name}); }
    void text(const std::string& text) {
        if (text.empty())
            return;
        if (parts_.empty() || parts_.back().mark)
            parts_.push_back({false, text});
        else
            parts_.back().text += text;
    }
    std::vector<PromptPart> take() { return std::move(parts_); }

  private:
    std::vector<PromptPart> parts_;
};

std::vector<PromptPart> llama3_parts(const ChatStyle& style, const ChatPrompt& prompt) {
    PartWriter out;
    out.mark("<|begin_of_text|>");
    const auto block = [&](const std::string& role, const std::string& text) {
        out.mark("<|start_header_id|>");
        out.text(role);
        out.mark("<|end_header_id|>");
        out.text("\n\n" + text);
        out.mark("<|eot_id|>");
    };
    const std::optional<std::string>& system = prompt.system ? prompt.system : style.default_system;
    const std::string dates =
        style.dated ? "Cutting Knowledge Date: December 2023\nToday Date: " + prompt.date + "\n\n" : "";
    if (style.dated || system)
        block("system", dates + trimmed(system.value_or("")));
    block("user", trimmed(prompt.question));
    out.mark("<|start_header_id|>");
    out.text("assistant");
    out.mark("<|end_header_id|>");
    out.text("\n\n");
    return out.take();
}

std::vector<PromptPart> chatml_parts(const ChatStyle& style, const ChatPrompt& prompt) {
    PartWriter out;
    const auto block = [&](const std::string& role, const std::string& text) {
        out.mark("<|im_start|>");
        out.text(role + "\n" + text);
        out.mark("<|im_end|>");
        out.text("\n");
    };
    if (const std::optional<std::string>& system = prompt.system ? prompt.system : style.default_system)
        block("system", *system);
    block("user", prompt.question);
    out.mark("<|im_start|>");
    out.text("assistant\n");
    if (style.writer == ChatWriter::qwen3 && !prompt.thinking) {
        out.mark("<think>");
        out.text("\n\n");
        out.mark("</think>");
        out.text("\n\n");
    }
    return out.take();
}

} // namespace

const char* name_of(ChatWriter writer) {
    switch (writer) {
    case ChatWriter::llama3:
        return "llama3";
    case ChatWriter::chatml:
        return "chatml";
    case ChatWriter::qwen3:
        break;
    }
    return "qwen3";
}

ChatStyle chat_style_of(const std::string& chat_template) {
    ChatStyle style;
    if (holds(chat_template, "<|start_header_id|>") && holds(chat_template, "<|eot_id|>")) {
        style.writer = ChatWriter::llama3;
        style.dated = holds(chat_template, "Cutting Knowledge Date: December 2023");
        return style;
    }
    if (!holds(chat_template, "<|im_start|>") || !holds(chat_template, "<|im_end|>"))
        throw std::invalid_argument(
            "the chat template: expected that of Llama 3, Qwen 2 to 3 or SmolLM2, found another one: " +
            shown(chat_template.substr(0, 120)));
    if (holds(chat_template, "enable_thinking")) {
        style.writer = ChatWriter::qwen3;
        return style;
    }
    for (const std::string_view sentence : default_sentences) {
        std::string escaped(sentence); // as it stands in a quoted text of the template
        if (const std::size_t slash = escaped.find('\\'); slash != std::string::npos)
            escaped.insert(slash, "\\");
        if (holds(chat_template, sentence) || holds(chat_template, escaped)) {
            style.default_system = std::string(sentence);
            break;
        }
    }
    return style;
}

std::vector<PromptPart> chat_parts(const ChatStyle& style, const ChatPrompt& prompt) {
    return style.writer == ChatWriter::llama3 ? llama3_parts(style, prompt) : chatml_parts(style, prompt);
}

std::string prompt_text(const std::vector<PromptPart>& parts) {
    std::string text;
    for (const PromptPart& part : parts)
        text += part.text;
    return text;
}

std::vector<std::int32_t> prompt_ids(const Tokenizer& tokenizer, const std::vector<PromptPart>& parts) {
    std::vector<std::int32_t> ids;
    for (const PromptPart& part : parts) {
        if (!part.mark) {
            const EncodedText encoded = tokenizer.encode(part.text, {false, MarksInText::none});
            ids.insert(ids.end(), encoded.ids.begin(), encoded.ids.end());
            continue;
        }
        const auto id = tokenizer.id_of(part.text);
        if (!id)
            throw std::invalid_argument("the tokenizer has no token for the mark " + part.text +
                                        " of the model's template");
        ids.push_back(*id);
    }
    return ids;
}

} // namespace lab
