#pragma once

#include "core/run/setup_findings.h"

class QWidget;

namespace lab {

/// The model's card, what was assumed about it, what was left out of the data, and how labels were matched,
/// each with the option that sets it otherwise. Does not stop a run: the dialog is not modal.
void showFindings(QWidget* parent, const SetupFindings& findings);

} // namespace lab
