#pragma once

#include <QString>

namespace lab {

class RunSession;

/// What details and saved states take: "details 12 MB · states 1.3 MB".
QString memoryText(const RunSession& session);
/// The same in sentences, with bounds.
QString storeText(const RunSession& session);

} // namespace lab
