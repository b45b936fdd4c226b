#pragma once

#include "core/catalogue/catalog.h"
#include "core/record/run_info.h"

#include <QString>

#include <string>

namespace lab {

/// What core/ calls something, as "Gaussian noise" or the tip of a scenario, in the window's language. Words
/// that no translation knows, as names of methods and data sets, stay as they are.
QString coreText(const std::string& english);

/// The title of the choice with this id in the window's language; an id that is not among them stays as it
/// is.
QString choiceTitle(const std::vector<Choice>& choices, const std::string& id);

/// The device of a run, as "CPU, 2 threads".
QString deviceText(const DeviceInfo& device);

} // namespace lab
