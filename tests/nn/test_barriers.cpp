#include "core/nn/barriers.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <filesystem>

using namespace lab;

namespace {

int threads_of_this_process() {
    int count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/task"))
        ++count;
    return count;
}

} // namespace

class TestBarriers : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    /// As many sleepers as make libgomp share, once; sums are the same with them.
    void sleepers_are_made_once() {
        if (!std::filesystem::exists("/proc/self/task"))
            QSKIP("the system does not list a process's threads");
        at::set_num_threads(2);
        const at::Tensor values = at::arange(100000, at::kDouble);
        const double before = values.sin().sum().item<double>();
        const int threads = threads_of_this_process();
        sleep_at_barriers();
        const int added = threads_of_this_process() - threads;
        QVERIFY(added == 0 || added == QThread::idealThreadCount() + 1); // 0: built without OpenMP
        for (int i = 0; i < 3; ++i)
            sleep_at_barriers();
        QCOMPARE(threads_of_this_process(), threads + added);
        QCOMPARE(values.sin().sum().item<double>(), before);
    }
};

QTEST_GUILESS_MAIN(TestBarriers)
#include "test_barriers.moc"
