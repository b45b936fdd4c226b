#include "core/run/frozen_layers.h"

#include "core/base/text.h"

#include <algorithm>
#include <stdexcept>

namespace lab {

namespace {

bool contains(const std::vector<std::string>& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

} // namespace

std::vector<std::string> unmatched_prefixes(const Recipe& recipe, const Classifier& classifier) {
    const std::vector<const Norm*> norms = classifier.norms();
    std::vector<std::string> unmatched;
    for (const std::string& prefix : recipe.frozen_prefixes)
        if (std::none_of(norms.begin(), norms.end(), [&](const Norm* norm) {
                return norm->name == prefix || norm->name.starts_with(prefix + ".");
            }))
            unmatched.push_back(prefix);
    return unmatched;
}

std::vector<Notice> check_frozen_layers(const LaneSpec& lane, int index, const Recipe& defaults,
                                        const Classifier& classifier) {
    std::vector<Notice> notices;
    for (const std::string& prefix : unmatched_prefixes(lane.recipe, classifier)) {
        if (!contains(defaults.frozen_prefixes, prefix)) {
            std::vector<std::string> names;
            for (const Norm* norm : classifier.norms())
                names.push_back(norm->name);
            throw std::invalid_argument("lanes[" + std::to_string(index) +
                                        "].recipe.frozen_prefixes: expected the beginning of a norm layer's "
                                        "name (" +
                                        first_few(names) + "), found \"" + shown(prefix) + "\"");
        }
        notices.push_back({NoticeSubject::lanes, false,
                           "lane " + std::to_string(index + 1) + " (" + shown(lane_title(lane)) +
                               "): the layers \"" + shown(prefix) +
                               "\", which its method leaves alone by default, are not in this model"});
    }
    return notices;
}

} // namespace lab
