#include "ui/session/data_check.h"

#include "core/experiment/data.h"

#include <exception>

namespace lab {

QString dataFault(const ExperimentSpec& spec) {
    try {
        open_data(spec);
        return {};
    } catch (const std::exception& error) {
        return QString::fromUtf8(error.what());
    }
}

} // namespace lab
