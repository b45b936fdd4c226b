#include "ui/window/recent_files.h"

#include "ui/window/file_controller.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>

namespace lab {

RecentFiles::RecentFiles(FileController* files, QMenu* menu) : QObject(menu), files_(files), menu_(menu) {
    menu_->setToolTipsVisible(true);
    connect(menu_, &QMenu::aboutToShow, this, &RecentFiles::fill);
}

void RecentFiles::fill() {
    menu_->clear();
    const QStringList files = files_->recentFiles();
    for (const QString& file : files) {
        QAction* action =
            menu_->addAction(QString(QFileInfo(file).fileName()).replace('&', QLatin1String("&&")));
        action->setToolTip(file);
        connect(action, &QAction::triggered, this, [this, file] { files_->openFile(file); });
    }
    if (files.isEmpty()) {
        menu_->addAction(tr("No files yet"))->setEnabled(false);
        return;
    }
    menu_->addSeparator();
    connect(menu_->addAction(tr("Forget these files")), &QAction::triggered, files_,
            &FileController::forgetRecentFiles);
}

} // namespace lab
