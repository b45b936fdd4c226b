#pragma once

#include "core/dataset/image_set.h"
#include "core/image/fit.h"
#include "core/spec/spec.h"

#include <memory>
#include <string>
#include <vector>

namespace lab {

/// The image set that a specification names, behind a cache where its pictures lie in files.
/// @param geometry of the model's input: pictures in files are brought to it; those of the small sets stay as
/// they are. Throws std::runtime_error or std::invalid_argument with a sentence naming the folder or the
/// field.
std::shared_ptr<const ImageSet> open_data(const ExperimentSpec& spec, const InputGeometry& geometry = {});

/// Throws what open_data() would throw, as far as names, sizes and headers tell: a few kilobytes are read,
/// whatever the size of the set. For the window, before a run.
void check_data(const ExperimentSpec& spec);

/// Whether the pictures of a set have one shape and are given to a model as they are, padded where they are
/// smaller.
bool is_small_set(const std::string& id);

/// What there is of a data set, for lists and menus.
struct DataPresence {
    std::string id;
    std::string title;
    std::string tip;        ///< one sentence
    std::string folder;     ///< where it was found; empty: not on this machine
    std::string remembered; ///< the folder that the user has pointed at; empty: none
    bool own = false;       ///< the user's own files: the folder has to be named
    bool fetchable = false; ///< there is a manifest with addresses: fetch_data() can get it
};

/// All known data sets, in the order of menus. Looks at a few file names, opens nothing.
std::vector<DataPresence> data_presence();

/// Where a set is, looked for in `data_dir` or, without one, in the usual places; empty: nowhere.
std::string data_folder(const std::string& id, const std::string& data_dir = {});

/// Remembers the folder that holds a set, so that it is found there from now on; empty: forgets it.
/// Throws as check_data() does where the folder does not hold the set.
void point_at_data(const std::string& id, const std::string& folder);

/// Whether the pictures of a set have labels; false for a plain folder of pictures.
bool has_labels(const std::string& id);

} // namespace lab
