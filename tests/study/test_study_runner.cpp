#include "core/study/study_runner.h"
#include "tests/support/random_models.h"
#include "tests/support/small_data.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>

using namespace lab;

class TestStudyRunner : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    /// Tent and ZeroSiam, two seeds, ten steps each.
    StudyOptions options() const {
        StudyOptions o;
        o.seeds = {0, 1};
        o.images = 640;
        o.data_dir = path("data");
        o.model = path("model.safetensors");
        o.device = "cpu";
        return o;
    }

  private Q_SLOTS:

    void initTestCase() {
        test_data::write_fashion_mnist(path("data"), 200, 12);
        test_models::write(path("model.safetensors"), "resnet14_gn", 12);
    }

    void cancelled_in_the_middle_of_a_cell_it_keeps_what_is_finished() {
        const Study& figure = study("fig2bcd");
        const std::string file = path("cells");
        {
            CellStore store(file);
            std::atomic<int> asked = 0;
            int told = 0;
            // Ten steps make a cell; the fifteenth step is in the middle of the second.
            const bool ended = run_study(
                figure, options(), 1, store, [&](const StudyProgress& news) { told = news.finished; },
                [&] { return ++asked > 18; });
            QVERIFY(!ended);
            QCOMPARE(told, 1);
            QCOMPARE(store.outcomes().size(), std::size_t(1));
        }
        CellStore store(file);
        int cells = 0, before = -1;
        const bool ended = run_study(figure, options(), 2, store, [&](const StudyProgress& news) {
            before = before < 0 ? news.finished : before;
            cells = news.finished;
        });
        QVERIFY(ended);
        QCOMPARE(before, 1);
        QCOMPARE(cells, 2);
    }

    void the_same_study_twice_gives_the_same_accuracies() {
        const Study& figure = study("fig2bcd");
        CellStore one(path("one")), two(path("two"));
        const auto quiet = [](const StudyProgress&) {};
        QVERIFY(run_study(figure, options(), 2, one, quiet));
        QVERIFY(run_study(figure, options(), 2, two, quiet));
        for (const CellOutcome& a : one.outcomes())
            for (const CellOutcome& b : two.outcomes())
                if (a.key == b.key)
                    QCOMPARE(a.lanes.at(1).accuracy, b.lanes.at(1).accuracy);
    }

    void a_failing_cell_ends_the_study_with_its_sentence() {
        StudyOptions absent = options();
        absent.model = path("absent.safetensors");
        CellStore store(path("failed"));
        QVERIFY_EXCEPTION_THROWN(run_study(study("fig2bcd"), absent, 2, store, [](const StudyProgress&) {}),
                                 std::runtime_error);
        QVERIFY(store.outcomes().empty());
    }

    void imbalance_ratios_follow_the_number_of_classes() {
        StudyOptions of_thousand = options(), of_ten = options();
        of_thousand.classes = 1000;
        const auto ratio = [](const StudyOptions& o) {
            return study("fig2a").cells(o).at(1).spec.stream.imbalance_ratio;
        };
        QCOMPARE(ratio(of_thousand), 1000.0);
        // The slot's own class has the same share: IR / (IR + K − 1).
        QVERIFY(std::abs(ratio(of_ten) / (ratio(of_ten) + 9) - 1000.0 / 1999) < 1e-12);
    }
};

QTEST_GUILESS_MAIN(TestStudyRunner)
#include "test_study_runner.moc"
