#include "core/text/tokenizer_document.h"

#include "core/base/text.h"

#include <set>
#include <stdexcept>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;
using Sax = nlohmann::json_sax<Json>;

constexpr std::size_t deepest = 64;
/// Of one object; the library looks through all of them for each one that is added.
constexpr std::size_t most_keys = 4096;

[[noreturn]] void refuse(const std::string& sentence) {
    throw std::invalid_argument(sentence);
}

/// Builds `rest` as the library would, and catches the two large parts on the way.
class DocumentReader : public Sax {
  public:
    explicit DocumentReader(TokenizerDocument& document) : document_(document) {}

    bool null() override { return scalar(Json()); }
    bool boolean(bool value) override { return scalar(value); }
    bool number_integer(number_integer_t value) override { return scalar(value); }
    bool number_unsigned(number_unsigned_t value) override { return scalar(value); }
    bool number_float(number_float_t value, const string_t&) override { return scalar(value); }
    bool binary(binary_t&) override { return false; }

    bool string(string_t& value) override {
        if (part_ == Part::merges)
            take_merge_text(std::move(value));
        else
            scalar(std::move(value));
        return true;
    }

    bool start_object(std::size_t) override {
        if (part_ != Part::rest)
            refuse_inside();
        if (at("vocab")) {
            part_ = Part::vocabulary;
            document_.has_vocabulary = true;
            return true;
        }
        return open(Json::object());
    }
    bool start_array(std::size_t) override {
        if (part_ == Part::merges && !in_pair_) {
            in_pair_ = true;
            pair_.clear();
            return true;
        }
        if (part_ != Part::rest)
            refuse_inside();
        if (at("merges")) {
            part_ = Part::merges;
            document_.has_merges = true;
            return true;
        }
        return open(Json::array());
    }
    bool key(string_t& name) override {
        key_ = std::move(name);
        if (part_ == Part::rest && !keys_.back().insert(key_).second)
            refuse("\"" + shown(key_) + "\": expected once in its object, found again");
        if (part_ == Part::rest && keys_.back().size() > most_keys)
            refuse("expected at most " + std::to_string(most_keys) + " keys in an object, found more");
        return true;
    }
    bool end_object() override { return part_ == Part::vocabulary ? close_part() : close(); }
    bool end_array() override {
        if (part_ == Part::merges && in_pair_) {
            if (pair_.size() != 2)
                refuse_merge("a list of " + std::to_string(pair_.size()));
            document_.merges.emplace_back(std::move(pair_[0]), std::move(pair_[1]));
            in_pair_ = false;
            return true;
        }
        return part_ == Part::merges ? close_part() : close();
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        refuse("is no JSON from byte " + std::to_string(position) + " on");
    }

  private:
    enum class Part { rest, vocabulary, merges };

    bool at(std::string_view name) const { return open_.size() == 2 && path_ == "model" && key_ == name; }

    [[noreturn]] void refuse_merge(const std::string& found) const {
        refuse("model.merges: expected \"a b\" or [\"a\", \"b\"], found " + found + " at entry " +
               std::to_string(document_.merges.size() + 1));
    }
    [[noreturn]] void refuse_inside() const {
        if (part_ == Part::vocabulary)
            refuse("model.vocab: expected a whole number for \"" + shown(key_) +
                   "\", found a list or an object");
        refuse_merge("a list or an object");
    }

    void take_merge_text(std::string text) {
        if (in_pair_) {
            pair_.push_back(std::move(text));
            return;
        }
        if (text.starts_with("#version")) // a line of the older merges.txt, no merge
            return;
        const std::size_t space = text.find(' ');
        if (space == std::string::npos || text.find(' ', space + 1) != std::string::npos)
            refuse_merge("\"" + shown(text.substr(0, 80)) + "\"");
        document_.merges.emplace_back(text.substr(0, space), text.substr(space + 1));
    }

    bool scalar(Json value) {
        if (part_ == Part::vocabulary) {
            const bool whole = value.is_number_integer() && value >= 0 && value <= 0x7fffffff;
            if (!whole)
                refuse("model.vocab: expected a whole number from 0 to 2147483647 for \"" + shown(key_) +
                       "\", found " + shown(value.dump(-1, ' ', false, Json::error_handler_t::replace)));
            document_.vocabulary.emplace_back(std::move(key_), value.get<std::int64_t>());
        } else if (part_ == Part::merges) {
            refuse_merge(value.dump());
        } else {
            place(std::move(value));
        }
        return true;
    }

    /// The value at its place, for the containers that are still open.
    Json& place(Json value) {
        if (open_.empty())
            return document_.rest = std::move(value);
        Json& parent = *open_.back();
        if (parent.is_array()) {
            parent.push_back(std::move(value));
            return parent.back();
        }
        return parent[key_] = std::move(value);
    }
    bool open(Json container) {
        if (open_.size() == deepest)
            refuse("expected lists and objects at most " + std::to_string(deepest) + " deep, found more");
        if (open_.size() == 1)
            path_ = key_;
        open_.push_back(&place(std::move(container)));
        keys_.emplace_back();
        return true;
    }
    bool close() {
        open_.pop_back();
        keys_.pop_back();
        return true;
    }
    bool close_part() {
        part_ = Part::rest;
        return true;
    }

    TokenizerDocument& document_;
    Part part_ = Part::rest;
    /// Stable: while a container is open nothing is added to the ones around it.
    std::vector<Json*> open_;
    std::vector<std::set<std::string>> keys_;
    std::string path_; ///< the key of the root under which the reader is
    std::string key_;
    bool in_pair_ = false;
    std::vector<std::string> pair_;
};

} // namespace

TokenizerDocument parse_tokenizer_document(std::string_view text) {
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    if (!is_utf8(text))
        refuse("is no text in UTF-8");
    TokenizerDocument document;
    DocumentReader reader(document);
    Json::sax_parse(text.begin(), text.end(), &reader);
    return document;
}

} // namespace lab
