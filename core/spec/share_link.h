#pragma once

#include "core/spec/spec.h"

#include <string>

namespace lab {

/// An experiment as one line of text to send to someone: "collapselab:" and the specification's JSON,
/// compressed by zlib, as base64url (RFC 4648, section 5, without padding). Folders of this machine
/// (`data_dir`, `frost_dir`) are left out.
std::string share_link(const ExperimentSpec& spec);
/// Reads what share_link writes; white space within and around it, as mail programs add it, is passed over.
/// Throws std::invalid_argument with a sentence: another beginning, a character that does not belong there, a
/// link that is cut off or damaged, or a specification that is refused (spec_json.h).
ExperimentSpec spec_from_share_link(const std::string& link);

} // namespace lab
