#include "core/fetch/bytes_text.h"
#include "core/run/memory_need.h"
#include "core/run/torch_fault.h"
#include "tests/support/random_models.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QTemporaryDir>
#include <QtTest>

using namespace lab;

namespace {

constexpr std::int64_t mebi = 1024 * 1024;

} // namespace

class TestMemoryNeed : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    Model model() const { return load_model(m_folder.filePath("m.safetensors").toStdString(), at::kFloat); }

    MemoryNeed need(const std::vector<const char*>& methods, int batch) const {
        std::vector<Recipe> lanes;
        for (const char* method : methods)
            lanes.push_back(named_recipe(method).recipe);
        return estimate_memory([this] { return model(); }, lanes, batch);
    }

  private Q_SLOTS:

    void initTestCase() {
        at::set_num_threads(1);
        test_models::write(m_folder.filePath("m.safetensors").toStdString(), "resnet14_gn", 28);
    }

    void a_step_grows_with_the_batch_and_lanes_with_their_weights() {
        const MemoryNeed small = need({"tent"}, 8), large = need({"tent"}, 64);
        QVERIFY(small.per_picture > 0);
        QCOMPARE(large.step - small.step, 56 * small.per_picture);
        // Fifteen convolutions' and norms' outputs of 28 x 28 x 16 floats and less: some hundred kilobytes.
        QVERIFY2(small.per_picture > 300'000 && small.per_picture < 5'000'000,
                 qPrintable(QString::number(small.per_picture)));
        QCOMPARE(need({"tent", "zerosiam", "sar"}, 8).weights, 3 * small.weights);
    }

    void looking_takes_less_than_learning() {
        QVERIFY(2 * need({"no_adaptation"}, 64).step < need({"tent"}, 64).step);
        QVERIFY(need({"no_adaptation", "tent"}, 64).step == need({"tent"}, 64).step);
    }

    void what_does_not_fit_is_refused_with_what_would() {
        const MemoryNeed tight{10 * mebi, 90 * mebi, mebi};
        check_memory(tight, 100 * mebi, 64);
        check_memory(tight, -1, 64);
        QCOMPARE(test_files::sentence_of([&] { check_memory(tight, 80 * mebi, 64); }),
                 std::string("stream.batch_size: with 64 pictures per batch this run needs about 100 MiB of "
                             "memory, 80 MiB are available; a batch size of 44 would fit"));
        const std::string hopeless = test_files::sentence_of([&] { check_memory(tight, mebi, 64); });
        QVERIFY(QString::fromStdString(hopeless).endsWith("choose a smaller model or fewer lanes"));
    }

    void memory_that_runs_out_is_told_in_words() {
        ExperimentSpec spec;
        spec.stream.batch_size = 4000;
        spec.device = "cpu";
        const std::string expected =
            "stream.batch_size: the memory of cpu ran out with 4000 pictures per batch; "
            "choose a smaller batch or model, or fewer lanes";
        const auto told = [&](const std::function<void()>& work) {
            return test_files::sentence_of([&] { in_words(spec, work); });
        };
        QCOMPARE(told([] { at::empty({std::int64_t(1) << 45}); }), expected);
        QCOMPARE(told([] { throw std::bad_alloc(); }), expected);
        QCOMPARE(told([] { TORCH_CHECK_WITH(OutOfMemoryError, false, "CUDA out of memory"); }), expected);
        // Other errors of LibTorch lose their backtrace; what is in words already stays.
        const std::string shapes = told([] { at::mm(at::zeros({2, 3}), at::zeros({2, 3})); });
        QVERIFY2(shapes.find("cannot be multiplied") != std::string::npos &&
                     shapes.find("Exception raised from") == std::string::npos,
                 shapes.c_str());
        QCOMPARE(told([] { throw std::invalid_argument("lane: wrong"); }), std::string("lane: wrong"));
    }

    void bytes_are_told_in_fitting_units() {
        QCOMPARE(bytes_text(3 * mebi / 2), std::string("2 MiB"));
        QCOMPARE(bytes_text(1536 * mebi), std::string("1.5 GiB"));
    }
};

QTEST_GUILESS_MAIN(TestMemoryNeed)
#include "test_memory_need.moc"
