#include "ui/text/time_left.h"

#include <QCoreApplication>

#include <cmath>

namespace lab {

QString timeLeft(double seconds) {
    if (!(seconds > 0))
        return {};
    if (seconds < 90)
        return QCoreApplication::translate("StudyWindow", ", about %1 s left").arg(std::lround(seconds));
    if (seconds < 5400)
        return QCoreApplication::translate("StudyWindow", ", about %1 min left")
            .arg(std::lround(seconds / 60));
    return QCoreApplication::translate("StudyWindow", ", about %1 h left")
        .arg(QString::number(seconds / 3600, 'f', 1));
}

} // namespace lab
