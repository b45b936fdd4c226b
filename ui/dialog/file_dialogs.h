#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace lab {

/// Asks the user for a file. Injected, so that tests can answer. An empty answer means "never mind".
struct FileDialogs {
    using Ask = std::function<QString(QWidget* parent, const QString& title, const QString& start,
                                      const QString& filter)>;
    Ask open;
    Ask save;
    Ask folder = {};
    static FileDialogs native();
};

} // namespace lab
