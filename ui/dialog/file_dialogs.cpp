#include "ui/dialog/file_dialogs.h"

#include <QFileDialog>

namespace lab {

FileDialogs FileDialogs::native() {
    return {[](QWidget* parent, const QString& title, const QString& start, const QString& filter) {
                return QFileDialog::getOpenFileName(parent, title, start, filter);
            },
            [](QWidget* parent, const QString& title, const QString& start, const QString& filter) {
                return QFileDialog::getSaveFileName(parent, title, start, filter);
            },
            [](QWidget* parent, const QString& title, const QString& start, const QString&) {
                return QFileDialog::getExistingDirectory(parent, title, start);
            }};
}

} // namespace lab
