#include "core/dataset/npy_header.h"

#include <charconv>
#include <set>
#include <stdexcept>

namespace lab {
namespace {

/// The few words of Python that such a header may hold.
class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    NpyHeader dictionary() {
        NpyHeader header;
        std::set<std::string> keys;
        expect('{');
        while (!accept('}')) {
            const std::string key = quoted();
            if (!keys.insert(key).second) {
                throw std::runtime_error("each key once, found \"" + key + "\" twice");
            }
            expect(':');
            if (key == "descr") {
                header.descr = quoted();
            } else if (key == "fortran_order") {
                header.fortran_order = truth();
            } else if (key == "shape") {
                header.shape = tuple();
            } else {
                throw std::runtime_error("the keys descr, fortran_order and shape, found \"" + key + "\"");
            }
            if (!accept(',')) {
                expect('}');
                break;
            }
        }
        skip_space();
        if (at_ != text_.size() || keys.size() != 3) {
            throw std::runtime_error("a dictionary with descr, fortran_order and shape");
        }
        return header;
    }

  private:
    void skip_space() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\0')) {
            ++at_;
        }
    }
    bool accept(char letter) {
        skip_space();
        if (at_ >= text_.size() || text_[at_] != letter) {
            return false;
        }
        ++at_;
        return true;
    }
    void expect(char letter) {
        if (!accept(letter)) {
            throw std::runtime_error(std::string("'") + letter + "' at byte " + std::to_string(at_) +
                                     " of the header");
        }
    }
    std::string quoted() {
        const char mark = accept('"') ? '"' : '\'';
        if (mark == '\'') {
            expect('\'');
        }
        const std::size_t end = text_.find(mark, at_);
        if (end == std::string_view::npos) {
            throw std::runtime_error("a closing quotation mark in the header");
        }
        const std::string word(text_.substr(at_, end - at_));
        at_ = end + 1;
        return word;
    }
    bool truth() {
        skip_space();
        for (const std::string_view word : {"True", "False"}) {
            if (text_.substr(at_, word.size()) == word) {
                at_ += word.size();
                return word == "True";
            }
        }
        throw std::runtime_error("True or False for fortran_order");
    }
    std::vector<std::int64_t> tuple() {
        constexpr std::size_t most_dimensions = 32;
        std::vector<std::int64_t> numbers;
        expect('(');
        while (!accept(')')) {
            skip_space();
            std::int64_t number = 0;
            const auto [end, fault] =
                std::from_chars(text_.data() + at_, text_.data() + text_.size(), number);
            if (fault != std::errc() || number < 0 || numbers.size() == most_dimensions) {
                throw std::runtime_error("a shape of at most 32 whole numbers");
            }
            at_ = static_cast<std::size_t>(end - text_.data());
            numbers.push_back(number);
            if (!accept(',')) {
                expect(')');
                break;
            }
        }
        return numbers;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace

NpyHeader parse_npy_header(std::string_view text) {
    return Reader(text).dictionary();
}

} // namespace lab
