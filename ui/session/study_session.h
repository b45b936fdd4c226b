#pragma once

#include "core/study/study.h"
#include "ui/session/background_job.h"

#include <QObject>
#include <QString>

namespace lab {

/// What a study is to do, and where its results go.
struct StudyOrder {
    std::string study; ///< id
    StudyOptions options;
    QString folder; ///< is made if it is not there; finished runs in it are not repeated
    int jobs = 0;   ///< runs at a time; 0: one per core
};

/// Runs a study on a thread of its own.
///
///     window's thread                         study's thread
///     run(order) ───────────────────────────▶ run_study ── cells on its worker threads
///     cancel() ── flag ─────────────────────▶ looked at before every step
///     signals ◀── queued calls ────────────── progress, end
///
/// A cancelled study keeps its finished cells; the next run of the same order in the same folder goes on
/// from there. The destructor cancels and waits for the steps in flight.
class StudySession : public QObject {
    Q_OBJECT
  public:
    explicit StudySession(QObject* parent = nullptr);
    ~StudySession() override;

    /// Does nothing while another study runs.
    void run(const StudyOrder& order);
    void cancel();
    bool isRunning() const { return job_.isRunning(); }

  Q_SIGNALS:
    void started();
    void progressChanged(int finished, int cells, double eta_seconds);
    /// The report is written; the folder holds table and charts.
    void finished(const QString& folder, const QString& study);
    /// @param has_report some cells are finished, and the folder shows them
    void cancelled(const QString& folder, const QString& study, bool has_report);
    /// A sentence a user can act on.
    void failed(const QString& sentence);

  private:
    void work(const StudyOrder& order);

    BackgroundJob job_;
};

} // namespace lab
