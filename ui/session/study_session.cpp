#include "ui/session/study_session.h"

#include "core/study/report.h"
#include "core/study/study_runner.h"

#include <QDir>
#include <QThread>

#include <exception>
#include <functional>

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace lab {

namespace {

/// The window goes first; the threads of the study inherit this.
void stepBack() {
#ifdef __linux__
    setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), 10);
#endif
}

} // namespace

StudySession::StudySession(QObject* parent) : QObject(parent) {}

StudySession::~StudySession() {
    cancel_ = true;
    if (thread_.joinable())
        thread_.join();
}

void StudySession::run(const StudyOrder& order) {
    if (running_)
        return;
    if (thread_.joinable())
        thread_.join();
    cancel_ = false;
    running_ = true;
    Q_EMIT started();
    thread_ = std::thread([this, order] { work(order); });
}

void StudySession::cancel() {
    cancel_ = true;
}

void StudySession::end(const std::function<void()>& tell) {
    QMetaObject::invokeMethod(
        this,
        [this, tell] {
            running_ = false;
            tell();
        },
        Qt::QueuedConnection);
}

void StudySession::work(const StudyOrder& order) {
    stepBack();
    const QString id = QString::fromStdString(order.study);
    const QString folder = QDir(order.folder).absolutePath();
    try {
        if (!QDir().mkpath(folder)) {
            const QString sentence = tr("The folder %1 cannot be made: choose another.").arg(folder);
            end([this, sentence] { Q_EMIT failed(sentence); });
            return;
        }
        const Study& figure = study(order.study);
        CellStore store(QDir(folder).filePath(id + QStringLiteral(".cells.jsonl")).toStdString());
        int finished_cells = 0;
        const auto progress = [&](const StudyProgress& news) {
            finished_cells = news.finished;
            QMetaObject::invokeMethod(
                this, [this, news] { Q_EMIT progressChanged(news.finished, news.cells, news.eta_seconds); },
                Qt::QueuedConnection);
        };
        const bool stopped =
            !run_study(figure, order.options, order.jobs, store, progress, [this] { return cancel_.load(); });
        const bool has_report = finished_cells > 0;
        if (has_report)
            write_report(figure, order.options, store, folder.toStdString());
        if (stopped)
            end([this, folder, id, has_report] { Q_EMIT cancelled(folder, id, has_report); });
        else
            end([this, folder, id] { Q_EMIT finished(folder, id); });
    } catch (const std::exception& error) {
        const QString sentence = QString::fromUtf8(error.what());
        end([this, sentence] { Q_EMIT failed(sentence); });
    }
}

} // namespace lab
