#include "core/dataset/label_match.h"

#include "core/base/text.h"
#include "core/dataset/class_name.h"
#include "core/dataset/imagenet_order.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

namespace lab {

namespace {

using Names = std::vector<std::string>;
constexpr int none = -1;

/// "7", "class 7", "label_007": 7. −1 for names.
int placeholder(const std::string& name) {
    std::string plain = plain_class_name(name);
    for (const std::string_view word : {"class", "label"})
        if (plain.starts_with(word)) {
            plain.erase(0, word.size());
            break;
        }
    return number_as_name(plain);
}

bool all_placeholders(const Names& names) {
    return std::all_of(names.begin(), names.end(),
                       [](const std::string& name) { return placeholder(name) >= 0; });
}

/// "003.cat": "cat"; "3 cats" as well. Empty where no number and separator stand before a name.
std::string without_number(const std::string& name) {
    const std::size_t digits = name.find_first_not_of("0123456789");
    if (digits == 0 || digits == std::string::npos ||
        std::string_view(" ._-:").find(name[digits]) == std::string::npos)
        return {};
    return name.substr(digits + 1);
}

/// What a name may be compared by, the best first.
Names forms_of(const std::string& name) {
    Names forms;
    const auto add = [&](const std::string& text) {
        const std::string plain = plain_class_name(text);
        if (!plain.empty() && std::find(forms.begin(), forms.end(), plain) == forms.end())
            forms.push_back(plain);
    };
    add(name);
    add(name.substr(0, name.find(',')));
    add(without_number(name));
    return forms;
}

std::map<std::string, std::set<int>> places_of(const Names& model_names) {
    std::map<std::string, std::set<int>> places;
    for (std::size_t i = 0; i < model_names.size(); ++i)
        for (const std::string& form : forms_of(model_names[i]))
            places[form].insert(static_cast<int>(i));
    return places;
}

/// The model's class of each class of the data, by name alone; −1 where names do not decide.
std::vector<int> by_name(const DataClasses& data, const Names& model_names) {
    const std::map<std::string, std::set<int>> places = places_of(model_names);
    const bool as_many = data.names.size() == model_names.size();
    std::vector<int> index(data.names.size(), none);
    std::map<int, int> taken;
    for (std::size_t i = 0; i < index.size(); ++i) {
        Names forms = forms_of(data.names[i]);
        if (!data.keys.empty()) {
            const Names more = forms_of(data.keys[i]);
            forms.insert(forms.end(), more.begin(), more.end());
        }
        for (const std::string& form : forms) {
            const auto found = places.find(form);
            if (found == places.end())
                continue;
            if (found->second.size() == 1)
                index[i] = *found->second.begin();
            else if (as_many && found->second.contains(static_cast<int>(i)))
                index[i] = static_cast<int>(i);
            if (index[i] != none)
                break;
        }
        if (data.used[i] && index[i] != none)
            ++taken[index[i]];
    }
    for (int& place : index)
        if (place != none && taken[place] > 1) // two classes of the data would become one
            place = none;
    return index;
}

/// Whether a model's thousand names are ImageNet's in its order, as far as a few that every list has tell; or
/// they are no names.
bool in_imagenet_order(const Names& model_names) {
    if (model_names.size() != 1000)
        return false;
    if (all_placeholders(model_names))
        return true;
    constexpr auto known = std::to_array<std::pair<std::size_t, const char*>>({{1, "goldfish"},
                                                                               {9, "ostrich"},
                                                                               {130, "flamingo"},
                                                                               {291, "lion"},
                                                                               {340, "zebra"},
                                                                               {954, "banana"},
                                                                               {988, "acorn"}});
    return std::all_of(known.begin(), known.end(), [&](const auto& row) {
        const Names forms = forms_of(model_names[row.first]);
        return std::find(forms.begin(), forms.end(), row.second) != forms.end();
    });
}

/// By WordNet id; empty where a class that is used has none.
std::vector<int> by_wordnet(const DataClasses& data) {
    const Names& ids = data.keys.empty() ? data.names : data.keys;
    std::vector<int> index;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        index.push_back(imagenet_index(ids[i]));
        if (index.back() < 0 && data.used[i])
            return {};
    }
    return index;
}

/// Numbers as names; empty where they are none, or none of the model's places.
std::vector<int> by_number(const DataClasses& data, std::size_t classes) {
    std::vector<int> index;
    for (const std::string& name : data.names)
        index.push_back(placeholder(name));
    const std::set<int> each(index.begin(), index.end());
    const bool fits = each.size() == index.size() && !each.empty() && *each.begin() >= 0 &&
                      *each.rbegin() < static_cast<int>(classes);
    return fits ? index : std::vector<int>{};
}

std::string classes_text(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " class" : " classes");
}

/// What is at hand when a match is told or refused.
struct Sides {
    const DataClasses& data;
    const Names& model;
    Names used;        ///< names of the data's classes that are used
    Names not_found;   ///< of these, without one of the model's
    Names not_claimed; ///< of the model's
    bool model_named = false;
    bool in_place = true; ///< every name that was found stands at the same place on both sides

    Sides(const DataClasses& classes, const Names& names, const std::vector<int>& index)
        : data(classes), model(names), model_named(!all_placeholders(names)) {
        std::vector<bool> claimed(model.size(), false);
        for (std::size_t i = 0; i < index.size(); ++i) {
            if (!data.used[i])
                continue;
            used.push_back(data.names[i]);
            if (index[i] == none)
                not_found.push_back(data.names[i]);
            else
                claimed[static_cast<std::size_t>(index[i])] = true;
            in_place = in_place && (index[i] == none || index[i] == static_cast<int>(i));
        }
        for (std::size_t i = 0; i < model.size(); ++i)
            if (!claimed[i])
                not_claimed.push_back(model[i]);
    }

    std::size_t found() const { return used.size() - not_found.size(); }
    std::string both() const {
        return "the data's: " + first_few(used) + "; the model's: " + first_few(model);
    }
    Notice notice(bool warning, const std::string& text) const {
        return {NoticeSubject::labels, warning, text};
    }

    [[noreturn]] void refuse() const {
        std::string why = "model: it knows " + classes_text(model.size()) + ", the data set has " +
                          std::to_string(data.names.size());
        if (found() == 0)
            why += ", and their names do not tell which is which (" + both() + ")";
        else
            why += "; " + std::to_string(found()) + " of " + std::to_string(used.size()) +
                   " are matched by name, but not " + first_few(not_found) +
                   (not_claimed.empty() ? " (of the model's none is left)"
                                        : " (of the model's are left: " + first_few(not_claimed) + ")") +
                   ". Name the folders as the model's classes, or list their names in classes.txt or "
                   "labels.csv";
        throw std::invalid_argument(why);
    }
};

LabelMatch in_order(const Sides& sides) {
    std::vector<int> index;
    for (std::size_t i = 0; i < sides.data.names.size(); ++i)
        index.push_back(static_cast<int>(i));
    const std::string count = classes_text(index.size());
    std::string trap = numbers_out_of_order(sides.data.keys.empty() ? sides.data.names : sides.data.keys);
    if (!trap.empty())
        trap = ". The order is that of texts, not of numbers: " + trap + " (classes.txt sets another)";
    const auto told = [&](bool warning, const std::string& text) {
        return LabelMatch{LabelMatch::Way::order, index,
                          sides.notice(warning || !trap.empty(), count + " taken by order" + text + trap)};
    };
    if (!sides.model_named)
        return told(false, ", because the model's have no names");
    if (sides.found() == 0)
        return told(true, ": no name is in common (" + sides.both() + ")");
    return told(
        true, ": " + std::to_string(sides.found()) + " have the model's names at the same places, but not " +
                  first_few(sides.not_found) + " (the model's: " + first_few(sides.not_claimed) + ")");
}

LabelMatch numbered(const Sides& sides, std::vector<int> index) {
    std::string text =
        classes_text(index.size()) + " taken by number: the data's are called " + first_few(sides.data.names);
    if (sides.model_named)
        text += ", so no name tells whether they are the model's: " + first_few(sides.model);
    return {LabelMatch::Way::numbers, std::move(index), sides.notice(sides.model_named, text)};
}

} // namespace

LabelMatch match_labels(const DataClasses& data, const Names& model_names) {
    std::vector<int> index = all_placeholders(model_names) ? std::vector<int>(data.names.size(), none)
                                                           : by_name(data, model_names);
    const Sides sides(data, model_names, index);
    const std::size_t used = sides.used.size();
    if (sides.model_named && used > 0 && sides.not_found.empty())
        return {LabelMatch::Way::names, std::move(index),
                sides.notice(false, classes_text(used) + " matched by name, of the model's " +
                                        std::to_string(model_names.size()))};
    if (in_imagenet_order(model_names))
        if (std::vector<int> ids = by_wordnet(data); !ids.empty())
            return {
                LabelMatch::Way::wordnet, std::move(ids),
                sides.notice(false, classes_text(used) +
                                        " matched by WordNet id, in ImageNet's order of the model's 1000")};
    if (sides.found() == 0 || !sides.model_named)
        if (std::vector<int> numbers = by_number(data, model_names.size()); !numbers.empty())
            return numbered(sides, std::move(numbers));
    if (data.names.size() != model_names.size() || !sides.in_place)
        sides.refuse();
    return in_order(sides);
}

} // namespace lab
