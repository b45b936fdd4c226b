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

FetchSession::~FetchSession() {
    cancel_ = true;
    if (thread_.joinable())
        thread_.join();
}

void FetchSession::fetch(const QString& id) {
    if (running_)
        return;
    if (thread_.joinable())
        thread_.join();
    cancel_ = false;
    running_ = true;
    id_ = id;
    pace_ = {};
    timer_.start();
    Q_EMIT started(id);
    thread_ = std::thread([this, id] { work(id); });
}

void FetchSession::cancel() {
    cancel_ = true;
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
    QMetaObject::invokeMethod(
        this,
        [this, signal] {
            timer_.stop();
            running_ = false;
            signal();
        },
        Qt::QueuedConnection);
}

void FetchSession::work(const QString& id) {
    const auto progress = [this](const FetchProgress& news) {
        const std::lock_guard lock(mutex_);
        news_ = news;
        return !cancel_;
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
