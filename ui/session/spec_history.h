#pragma once

#include "core/spec/spec.h"

#include <QElapsedTimer>
#include <QObject>
#include <QUndoStack>

namespace lab {

class RunSession;

/// Undo and redo of every setting: a stack of specifications. Changes of one field that follow each other
/// quickly, as from a slider that is being dragged, are one step. While a run is under way, recipes are given
/// back as switches, and everything else waits for the next run, as when it was set.
class SpecHistory : public QObject {
    Q_OBJECT
  public:
    explicit SpecHistory(RunSession* session, QObject* parent = nullptr);
    QUndoStack* stack() { return &stack_; }
    /// The present specification is where undoing ends.
    void begin();

    /// Two changes of one field within this many milliseconds are one.
    static constexpr int merge_ms = 1000;

  private:
    class Change;
    void look();
    void apply(const ExperimentSpec& spec);

    RunSession* session_;
    QUndoStack stack_;
    ExperimentSpec present_;
    QElapsedTimer clock_;
    bool applying_ = false;
};

/// Paths of the fields in which two specifications differ, as "stream.seed" and
/// "lanes[1].recipe.alignment.alpha". Where the number of lanes differs, "lanes" alone.
QStringList differingFields(const ExperimentSpec& a, const ExperimentSpec& b);
/// A field for people: "Seed"; "Set-up" where it has no name of its own.
QString fieldTitle(const QString& path);

} // namespace lab
