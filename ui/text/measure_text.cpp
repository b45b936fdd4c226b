#include "ui/text/measure_text.h"

#include <QCoreApplication>

namespace lab {

QString measureText(const char* english) {
    return *english == '\0' ? QString() : QCoreApplication::translate("Measures", english);
}

} // namespace lab
