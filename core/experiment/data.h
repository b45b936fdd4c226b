#pragma once

#include "core/experiment/spec.h"
#include "core/image/fit.h"
#include "core/image/image_set.h"

#include <memory>
#include <string>
#include <vector>

namespace lab {

/// The image set that a specification names, behind a cache where its pictures lie in files.
/// @param geometry of the model's input: pictures in files are brought to it; those of the small sets stay as
/// they are. Throws std::runtime_error or std::invalid_argument with a sentence naming the folder or the
/// field.
std::shared_ptr<const ImageSet> open_data(const ExperimentSpec& spec, const InputGeometry& geometry = {});

/// What there is of a data set, for lists and menus.
struct DataPresence {
    std::string id;
    std::string title;
    std::string folder;     ///< where it was found; empty: not on this machine
    bool own = false;       ///< the user's own files: the folder has to be named
    bool fetchable = false; ///< there is a manifest with addresses: fetch_data() can get it
};

/// All known data sets, in the order of menus. Looks at a few file names, opens nothing.
std::vector<DataPresence> data_presence();

} // namespace lab
