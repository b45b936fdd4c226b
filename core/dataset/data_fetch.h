#pragma once

#include "core/fetch/bytes_text.h"
#include "core/fetch/fetch.h"
#include "core/fetch/fetch_pace.h"

#include <functional>
#include <string>

namespace lab {

/// The manifest of a data set: where it comes from and on which terms. Throws std::runtime_error where there
/// is none.
Manifest data_manifest(const std::string& id);

/// Where fetch_data() puts a data set without another wish, and where it is found again.
std::string fetched_data_folder(const std::string& id);

/// Downloads, verifies and unpacks a data set; see fetch(). Blocks: not for the window's thread.
/// @param folder empty: fetched_data_folder()
FetchResult fetch_data(const std::string& id, const std::string& folder = {},
                       const std::function<bool(const FetchProgress&)>& progress = {});

} // namespace lab
