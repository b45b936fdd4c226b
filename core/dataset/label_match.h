#pragma once

#include "core/base/notice.h"

#include <string>
#include <vector>

namespace lab {

/// The classes of a data set, in the order of its labels.
struct DataClasses {
    std::vector<std::string> names;
    std::vector<std::string> keys; ///< folder names, WordNet ids; empty, or as many as names
    std::vector<bool> used;        ///< whether a picture has the label
};

/// Which class of a model each class of a data set is, and how that was found.
struct LabelMatch {
    enum class Way {
        names,   ///< every class that is used has a name of the model's
        wordnet, ///< by WordNet id, for a model of ImageNet's thousand classes
        numbers, ///< the data's names are numbers, taken as the model's places
        order,   ///< place by place
    };
    Way way = Way::order;
    std::vector<int>
        index;     ///< of each class of the data among the model's; −1 where it has none and no picture
    Notice notice; ///< which way, and for how many classes
};

/// Matches by name: letters' case, "_", "-", "/" and spaces make no difference, of "tench, Tinca tinca" the
/// first part does, and a number before a name ("003.cat") is passed over. A name that two classes share
/// decides nothing, unless both sides have it at the same place. Where names do not decide, WordNet ids do,
/// then numbers as names, and then the order, if there are as many classes as the model has and no name
/// contradicts it. "class 0", "class 1" … count as no names. The notice is a warning where names are at hand
/// on the model's side and not all of them agree. Throws std::invalid_argument naming both sides where
/// nothing decides.
LabelMatch match_labels(const DataClasses& data, const std::vector<std::string>& model_names);

} // namespace lab
