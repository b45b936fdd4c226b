#pragma once

#include <string>

namespace lab {

/// What a model is, wherever its files lie: a hash of its weights' names and values, and one of its card,
/// into which goes what lies beside them. Of a file that is no model the SHA-256 of its bytes, "absent" where
/// there is none.
std::string model_file_hash(const std::string& id_or_path);

} // namespace lab
