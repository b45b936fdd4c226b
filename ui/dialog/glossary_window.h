#pragma once

#include "ui/text/glossary.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace lab {

/// Every measure, method, switch, scenario and corruption with what it means; a line to search in, a list,
/// and the entry.
class GlossaryWindow : public QDialog {
    Q_OBJECT
  public:
    explicit GlossaryWindow(QWidget* parent = nullptr);
    /// Shows an entry; an unknown id shows the first.
    void showEntry(const QString& id);
    /// The entry that is shown; empty where the search finds none.
    QString shownEntry() const;
    QString text() const;
    QLineEdit* search() const { return search_; }

  private:
    void fill(const QString& words);
    void showCurrent();

    QList<GlossaryEntry> entries_;
    QLineEdit* search_;
    QListWidget* list_;
    QTextBrowser* text_;
};

} // namespace lab
