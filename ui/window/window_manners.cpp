#include "ui/window/window_manners.h"

#include "ui/dialog/command_palette.h"
#include "ui/view/message_strip.h"
#include "ui/view/offer_strip.h"
#include "ui/window/drop_target.h"
#include "ui/window/export_controller.h"
#include "ui/window/lesson_controller.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QTimer>

namespace lab {

WindowManners::WindowManners(MainWindow* window, Settings* settings)
    : QObject(window), window_(window), settings_(settings), journal_(window->session(), journalFolder()),
      history_(window->session()), offer_(new OfferStrip(window)),
      exports_(new ExportController(window, settings, window->fileDialogs())),
      lessons_(new LessonController(window)) {
    auto* drop = new DropTarget(window);
    connect(drop, &DropTarget::fileDropped, window->files(), &FileController::openFile);
    connect(drop, &DropTarget::linkDropped, window->files(), &FileController::readLink);
    window->installEventFilter(this);
}

QString WindowManners::journalFolder() const {
    return QDir(settings_->folder()).filePath(QStringLiteral("journal"));
}

void WindowManners::begin() {
    MessageStrip* message = window_->message();
    connect(&journal_, &RunJournal::failed, message, &MessageStrip::showError);
    connect(exports_, &ExportController::failed, message, &MessageStrip::showError);
    connect(exports_, &ExportController::done, message, &MessageStrip::showNews);
    connect(lessons_, &LessonController::failed, message, &MessageStrip::showError);
    connect(lessons_, &LessonController::activeChanged, window_, &MainWindow::makeRoomForLesson);
    for (const char* id : {"view.setup", "view.images", "view.lanes"}) {
        QAction* action = window_->commands().action(QString::fromLatin1(id));
        Q_EMIT action->toggled(action->isChecked());
    }
    // What the command line sets belongs to the beginning, not to the history.
    QTimer::singleShot(0, this, [this] { history_.begin(); });
    left_behind_ = RunJournal::leftBehind(journalFolder());
    offerJournal();
}

void WindowManners::offerJournal() {
    offer_->disconnect(this);
    if (left_behind_.isEmpty())
        return;
    const QString journal = left_behind_.takeFirst();
    const QString when = QFileInfo(journal).lastModified().toString(tr("d MMMM yyyy, hh:mm"));
    offer_->offer(tr("The last run ended unexpectedly (%1): open what was recorded?").arg(when), tr("Open"),
                  tr("Discard"));
    connect(offer_, &OfferStrip::taken, this, [this, journal] {
        if (window_->files()->recover(journal))
            window_->message()->showNews(
                tr("%1 records of the interrupted run are here. Save them from the File menu.")
                    .arg(window_->session()->recording().records.size()));
        offerJournal();
    });
    connect(offer_, &OfferStrip::left, this, [this, journal] {
        RunJournal::discard(journal);
        offerJournal();
    });
}

void WindowManners::fillRecent(QMenu* menu) {
    menu->clear();
    const QStringList files = window_->files()->recentFiles();
    for (const QString& file : files) {
        QAction* action =
            menu->addAction(QString(QFileInfo(file).fileName()).replace('&', QLatin1String("&&")));
        action->setToolTip(file);
        connect(action, &QAction::triggered, this, [this, file] { window_->files()->openFile(file); });
    }
    if (files.isEmpty()) {
        menu->addAction(tr("No files yet"))->setEnabled(false);
        return;
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Forget these files")), &QAction::triggered, window_->files(),
            &FileController::forgetRecentFiles);
}

void WindowManners::setTheme(ThemeChoice choice) {
    settings_->setChoice(QStringLiteral("theme"), themeName(choice));
    applyTheme(*qApp, choice);
    window_->restyle();
}

void WindowManners::setLanguage(const QString& language) {
    if (language == settings_->choice(QStringLiteral("language")))
        return;
    settings_->setChoice(QStringLiteral("language"), language);
    offer_->disconnect(this);
    offer_->offer(
        tr("The language changes when the window is opened anew. A run under way would be stopped."),
        tr("Open anew"), tr("Later"));
    connect(offer_, &OfferStrip::taken, this, [] { QApplication::exit(open_anew_code); });
}

CommandPalette* WindowManners::palette() const {
    return palette_;
}

void WindowManners::openPalette() {
    if (palette_)
        palette_->close();
    palette_ = new CommandPalette(window_->commands(), window_);
    palette_->show();
    palette_->activateWindow();
}

void WindowManners::resetLayout() {
    for (const char* id : {"view.setup", "view.images", "view.lanes", "view.labels", "view.marks"})
        window_->commands().action(QString::fromLatin1(id))->setChecked(true);
    for (const char* id : {"view.running", "view.centre", "view.presentation"})
        window_->commands().action(QString::fromLatin1(id))->setChecked(false);
    window_->showNormal();
    window_->resize(window_->usualSize());
    settings_->setGeometry({});
}

bool WindowManners::eventFilter(QObject* watched, QEvent* event) {
    // The desktop changed between light and dark.
    if (event->type() == QEvent::ThemeChange &&
        themeNamed(settings_->choice(QStringLiteral("theme"))) == ThemeChoice::system)
        setTheme(ThemeChoice::system);
    return QObject::eventFilter(watched, event);
}

} // namespace lab
