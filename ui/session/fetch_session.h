#pragma once

#include "core/dataset/data_fetch.h"
#include "ui/session/background_job.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <mutex>
#include <optional>

namespace lab {

/// Downloads a data set on a thread of its own.
///
///     window's thread                        fetch's thread
///     fetch(id) ───────────────────────────▶ fetch_data: download, verify, unpack, put in place
///     cancel() ── flag ────────────────────▶ looked at with every piece of news
///     progressChanged, ten times a second ◀─ the latest news, under a lock
///     finished, cancelled, failed ◀────────── queued call
///
/// What has arrived of a cancelled set stays, and the next call goes on from there. The destructor cancels
/// and waits.
class FetchSession : public QObject {
    Q_OBJECT
  public:
    explicit FetchSession(QObject* parent = nullptr);
    ~FetchSession() override;

    /// Does nothing while another set is on its way.
    void fetch(const QString& id);
    void cancel();
    bool isRunning() const { return job_.isRunning(); }
    /// The set that is or was fetched last.
    QString id() const { return id_; }

  Q_SIGNALS:
    void started(const QString& id);
    /// @param seconds_left of this file and phase; 0: not known
    void progressChanged(const lab::FetchProgress& news, double seconds_left);
    /// @param unverified files for which no checksum is published
    void finished(const QString& id, const QString& folder, const QStringList& unverified);
    void cancelled(const QString& id);
    /// A sentence a user can act on.
    void failed(const QString& id, const QString& sentence);

  private:
    void work(const QString& id);
    void tell();
    /// Back in the window's thread.
    void end(const std::function<void()>& signal);

    QString id_;
    QTimer timer_;
    FetchPace pace_;
    std::mutex mutex_;
    std::optional<FetchProgress> news_; ///< not told yet
    BackgroundJob job_;
};

} // namespace lab
