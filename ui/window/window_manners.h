#pragma once

#include "ui/session/run_journal.h"
#include "ui/session/settings.h"
#include "ui/session/spec_history.h"
#include "ui/style/theme.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>

class QMenu;

namespace lab {

class CommandPalette;
class ExportController;
class LessonController;
class MainWindow;
class OfferStrip;

/// What a desktop program is expected to do besides its work: recent files, drag and drop, recovery after a
/// crash, undo and redo, the palette of commands, theme, language, and a layout that is remembered.
class WindowManners : public QObject {
    Q_OBJECT
  public:
    WindowManners(MainWindow* window, Settings* settings);

    // Each adds its commands to the menu of that title, at the place where it is called.
    void addFileCommands(const QString& menu);
    void addEditCommands(const QString& menu);
    void addViewCommands(const QString& menu);
    void addLessonCommands(const QString& menu);
    /// Once the menus are there.
    void connectMenus();
    /// Once the window is built: what is remembered is shown again, and a run that a killed program left
    /// behind is offered.
    void begin();

    SpecHistory* history() { return &history_; }
    OfferStrip* offer() const { return offer_; }
    ExportController* exports() const { return exports_; }
    LessonController* lessons() const { return lessons_; }
    CommandPalette* palette() const;
    /// Folder of the journals within the settings' folder.
    QString journalFolder() const;

    void setTheme(ThemeChoice choice);
    /// @param language "system", "en", "de", "zh"; holds from the next window on
    void setLanguage(const QString& language);
    void openPalette();
    void resetLayout();

    /// The program ends with this code when a new window is asked for.
    static constexpr int open_anew_code = 64;

    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void offerJournal();
    void fillRecent(QMenu* menu);
    void addChoices(const QString& menu, const QString& setting,
                    const QList<QPair<QString, QString>>& choices,
                    const std::function<void(const QString&)>& choose);
    void addPanelToggle(const QString& menu, const QString& id, const QString& text, const QKeySequence& keys,
                        const std::function<void(bool)>& show);

    MainWindow* window_;
    Settings* settings_;
    RunJournal journal_;
    SpecHistory history_;
    OfferStrip* offer_;
    ExportController* exports_;
    LessonController* lessons_;
    QPointer<CommandPalette> palette_;
    QStringList left_behind_;
};

} // namespace lab
