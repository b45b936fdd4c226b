#include "core/base/json_lines.h"

#include <algorithm>
#include <string_view>

namespace lab {

namespace {

/// Walks over the text once and notes where each value begins.
class Walker {
  public:
    explicit Walker(const std::string& text) : text_(text) {}

    std::map<std::string, int> walk() {
        value("");
        return std::move(lines_);
    }

  private:
    void value(const std::string& pointer) {
        skip_space();
        lines_[pointer] = line_;
        if (at_end())
            return;
        if (text_[at_] == '{')
            object(pointer);
        else if (text_[at_] == '[')
            array(pointer);
        else if (text_[at_] == '"')
            string();
        else
            at_ = std::min(text_.find_first_of(",]} \t\r\n", at_), text_.size());
    }

    void object(const std::string& pointer) {
        for (++at_; next_item('}');) {
            const std::string key = string();
            skip_space();
            ++at_; // the colon
            value(pointer + "/" + key);
        }
    }

    void array(const std::string& pointer) {
        int index = 0;
        for (++at_; next_item(']');)
            value(pointer + "/" + std::to_string(index++));
    }

    /// To the beginning of the next item; false behind the bracket that closes the list.
    bool next_item(char closing) {
        skip_space();
        if (!at_end() && text_[at_] == ',') {
            ++at_;
            skip_space();
        }
        if (at_end())
            return false;
        if (text_[at_] != closing)
            return true;
        ++at_;
        return false;
    }

    /// A key's characters as they stand; escapes are of no matter where they are compared with field names.
    std::string string() {
        const std::size_t begin = at_ + 1;
        for (++at_; !at_end() && text_[at_] != '"'; ++at_)
            if (text_[at_] == '\\')
                ++at_;
        const std::size_t length = std::min(at_, text_.size()) - std::min(begin, text_.size());
        ++at_;
        return text_.substr(std::min(begin, text_.size()), length);
    }

    void skip_space() {
        for (; !at_end() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos; ++at_)
            line_ += text_[at_] == '\n' ? 1 : 0;
    }

    bool at_end() const { return at_ >= text_.size(); }

    const std::string& text_;
    std::size_t at_ = 0;
    int line_ = 1;
    std::map<std::string, int> lines_;
};

} // namespace

std::map<std::string, int> json_lines(const std::string& text) {
    return Walker(text).walk();
}

int line_of_offset(const std::string& text, std::size_t offset) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
    return 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
}

std::string json_pointer_of(const std::string& path) {
    std::string pointer = path.empty() ? "" : "/";
    for (const char c : path)
        if (c == '.' || c == '[')
            pointer += '/';
        else if (c != ']')
            pointer += c;
    return pointer;
}

} // namespace lab
