#pragma once

#include <QDialog>

class QAction;
class QLineEdit;
class QListWidget;

namespace lab {

class CommandRegistry;

/// All commands in a list that is searched by typing. Enter does the chosen one.
class CommandPalette : public QDialog {
    Q_OBJECT
  public:
    CommandPalette(const CommandRegistry& commands, QWidget* parent);
    QLineEdit* search() const { return search_; }
    /// What is listed now, without mnemonics, best match first.
    QStringList titles() const;
    /// What stands on the right of each: its keys, or what it lacks.
    QStringList notes() const;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void fill(const QString& words);
    void trigger();

    const CommandRegistry& commands_;
    QLineEdit* search_;
    QListWidget* list_;
};

} // namespace lab
