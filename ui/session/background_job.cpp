#include "ui/session/background_job.h"

#include <utility>

namespace lab {

BackgroundJob::~BackgroundJob() {
    cancel();
    join();
}

void BackgroundJob::start(std::function<void()> work) {
    join();
    cancelled_ = false;
    running_ = true;
    thread_ = std::thread(std::move(work));
}

void BackgroundJob::end(std::function<void()> tell) {
    QMetaObject::invokeMethod(
        this,
        [this, tell = std::move(tell)] {
            running_ = false;
            tell();
        },
        Qt::QueuedConnection);
}

void BackgroundJob::join() {
    if (thread_.joinable())
        thread_.join();
}

} // namespace lab
