#pragma once

#include "ui/session/background_job.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace lab {

class RunJournal;
class RunSession;

/// Keeps every run that is over as a recording in a folder of its own, without being asked: the run's journal
/// is linked there at once and written as .collapselab on a thread of its own. A program that is killed
/// meanwhile does the rest at its next start. The oldest go when there are more than the bound, but those
/// with a note.
class RunArchive : public QObject {
    Q_OBJECT
  public:
    /// @param folder is made when the first run is kept
    RunArchive(RunSession* session, RunJournal* journal, const QString& folder, QObject* parent = nullptr);

    static constexpr int usual_bound = 500;
    /// Of runs that are kept; 0 keeps none.
    void setBound(int runs);
    /// Works off what an earlier program left.
    void begin();
    QString folder() const { return folder_; }
    bool isBusy() const { return job_.isRunning(); }

  Q_SIGNALS:
    void kept(const QString& file);
    /// A sentence that says why a run could not be kept.
    void failed(const QString& sentence);

  private:
    void keep(const QString& journal);
    void workOff();
    void removeOldest();

    RunSession* session_;
    QString folder_;
    int bound_ = usual_bound;
    BackgroundJob job_;
};

} // namespace lab
