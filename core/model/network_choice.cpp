#include "core/model/network_choice.h"

#include "core/base/text.h"
#include "core/weights/foreign_names.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace lab {

namespace {

struct Candidate {
    const WeightSet* set;
    std::string prefix;
    std::vector<std::string> prefixes; ///< of all networks of the set
    std::string name;                  ///< for people and --weights
};

std::vector<Candidate> candidates_of(const Checkpoint& checkpoint) {
    std::vector<Candidate> found;
    for (const WeightSet& set : checkpoint.sets) {
        const std::vector<std::string> prefixes = network_prefixes(set.tensors);
        for (const std::string& prefix : prefixes) {
            std::string name = set.name;
            if (prefixes.size() > 1) {
                const std::string part = prefix.empty() ? "plain" : prefix.substr(0, prefix.size() - 1);
                name += (name.empty() ? "" : ".") + part;
            }
            found.push_back({&set, prefix, prefixes, name});
        }
    }
    return found;
}

/// Whether a name's words tell of averaged weights: "state_dict_ema", "teacher", "swa_model".
bool is_average(const std::string& name) {
    std::string word;
    const auto tells = [&] {
        return word == "teacher" || word == "swa" || word == "averaged" || word.starts_with("ema") ||
               word.ends_with("ema");
    };
    for (const char c : name + ".") {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            continue;
        }
        if (tells())
            return true;
        word.clear();
    }
    return false;
}

std::vector<std::string> names_of(const std::vector<Candidate>& candidates,
                                  const Candidate* without = nullptr) {
    std::vector<std::string> names;
    for (const Candidate& candidate : candidates)
        if (&candidate != without)
            names.push_back(candidate.name);
    return names;
}

const Candidate& chosen_of(const std::vector<Candidate>& candidates,
                           const std::optional<std::string>& weights, const std::string& source) {
    if (weights) {
        for (const Candidate& candidate : candidates)
            if (candidate.name == *weights && !candidate.name.empty())
                return candidate;
        const bool unnamed = candidates.size() == 1 && candidates.front().name.empty();
        throw std::runtime_error(source + ": expected weights called " +
                                 (unnamed ? "nothing, for the file holds one set (without --weights)"
                                          : first_few(names_of(candidates), 12)) +
                                 ", found \"" + shown(*weights) + "\"");
    }
    const auto average = std::find_if(candidates.begin(), candidates.end(),
                                      [](const Candidate& candidate) { return is_average(candidate.name); });
    return average != candidates.end() ? *average : candidates.front();
}

/// What lies at the top and neither is a set of weights nor leads to one.
std::vector<std::string> left_out(const Checkpoint& checkpoint, const std::vector<Candidate>& candidates) {
    std::vector<std::string> names;
    for (const std::string& key : checkpoint.beside)
        if (std::none_of(candidates.begin(), candidates.end(), [&](const Candidate& candidate) {
                return candidate.set->name == key || candidate.set->name.starts_with(key + ".");
            }))
            names.push_back(key);
    for (const WeightSet& set : checkpoint.sets) // tensors at the top that are no network
        if (set.name.empty() &&
            std::none_of(candidates.begin(), candidates.end(),
                         [&](const Candidate& candidate) { return candidate.set == &set; }))
            for (const auto& [name, tensor] : set.tensors)
                names.push_back(name);
    return names;
}

void tell(std::vector<Notice>& notices, std::string text, const char* option = "") {
    notices.push_back({NoticeSubject::model, false, std::move(text), option});
}

} // namespace

ChosenNetwork choose_network(const Checkpoint& checkpoint, const std::optional<std::string>& weights,
                             const std::string& source) {
    std::vector<Candidate> candidates = candidates_of(checkpoint);
    if (candidates.empty() && !checkpoint.hint.empty())
        throw std::runtime_error(source + ": " + checkpoint.hint);
    if (candidates.empty()) {
        const auto largest = std::max_element(
            checkpoint.sets.begin(), checkpoint.sets.end(),
            [](const auto& a, const auto& b) { return a.tensors.size() < b.tensors.size(); });
        candidates.push_back({&*largest, "", {""}, largest->name});
    }
    const Candidate& chosen = chosen_of(candidates, weights, source);
    ChosenNetwork network;
    StateDict tensors = chosen.set->tensors;
    network.normalisation = take_stored_normalisation(tensors, checkpoint, network.notices);
    PresentNames present = with_present_names(tensors, chosen.prefix, chosen.prefixes);
    network.tensors = std::move(present.tensors);
    network.counts_batches = present.counts_batches;
    if (candidates.size() > 1)
        tell(network.notices,
             "the weights \"" + shown(chosen.name) + "\" are used; the file also holds " +
                 first_few(names_of(candidates, &chosen)),
             "--weights");
    if (!chosen.prefix.empty())
        tell(network.notices, "the names' prefix \"" + shown(chosen.prefix) + "\" is left off");
    std::vector<std::string> beside = left_out(checkpoint, candidates);
    beside.insert(beside.end(), present.outside.begin(), present.outside.end());
    if (!beside.empty())
        tell(network.notices, "left out beside the weights: " + first_few(beside, 6));
    return network;
}

} // namespace lab
