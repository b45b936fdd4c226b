#include "ui/session/fetch_session.h"

#include <exception>

namespace lab {

namespace {
constexpr int tell_interval_ms = 100;
} // namespace

FetchSession::FetchSession(QObject* parent) : QObject(parent) {
    timer_.setInterval(tell_interval_ms);
    connect(&timer_, &QTimer::timeout, this, &FetchSession::tell);
}

FetchSession::~FetchSession() = default;

void FetchSession::fetch(const QString& id) {
    if (isRunning())
        return;
    id_ = id;
    pace_ = {};
    timer_.start();
    job_.start([this, id] { work(id); });
    Q_EMIT started(id);
}

void FetchSession::cancel() {
    job_.cancel();
}

void FetchSession::tell() {
    std::optional<FetchProgress> news;
    {
        const std::lock_guard lock(mutex_);
        news.swap(news_);
    }
    if (news)
        Q_EMIT progressChanged(*news, pace_.seconds_left(*news));
}

void FetchSession::end(const std::function<void()>& signal) {
    job_.end([this, signal] {
        timer_.stop();
        signal();
    });
}

void FetchSession::work(const QString& id) {
    const auto progress = [this](const FetchProgress& news) {
        const std::lock_guard lock(mutex_);
        news_ = news;
        return !job_.isCancelled();
    };
    try {
        const FetchResult result = fetch_data(id.toStdString(), {}, progress);
        QStringList unverified;
        for (const std::string& name : result.unverified)
            unverified.append(QString::fromStdString(name));
        const QString folder = QString::fromStdString(result.folder.string());
        end([this, id, folder, unverified] { Q_EMIT finished(id, folder, unverified); });
    } catch (const FetchCancelled&) {
        end([this, id] { Q_EMIT cancelled(id); });
    } catch (const std::exception& error) {
        const QString sentence = QString::fromUtf8(error.what());
        end([this, id, sentence] { Q_EMIT failed(id, sentence); });
    }
}

} // namespace lab
