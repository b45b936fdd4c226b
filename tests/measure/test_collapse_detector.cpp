#include "core/measure/collapse_detector.h"

#include <QtTest>

using namespace lab;

namespace {

constexpr int batch = 64;

/// Feeds `count` images in batches; label and prediction by the number of the image. Returns the number of
/// images after which the detector first says yes, or 0.
template <typename Label, typename Prediction, typename Norm>
int first_flag(CollapseDetector& detector, int count, Label label, Prediction prediction, Norm norm) {
    int flagged = 0;
    for (int begin = 0; begin < count; begin += batch) {
        std::vector<int> labels, predictions;
        for (int i = begin; i < begin + batch; ++i) {
            labels.push_back(label(i));
            predictions.push_back(prediction(i));
        }
        if (detector.add(labels, predictions, norm(begin / batch)) && flagged == 0)
            flagged = begin + batch;
    }
    return flagged;
}

double steady(int) {
    return 5.0;
}
int shuffled(int i) {
    return i * 7 % 10;
}
int class_order(int i) {
    return i / 512 % 10;
}
int nothing(int) {
    return -1;
}
int always_3(int) {
    return 3;
}

} // namespace

class TestCollapseDetector : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void right_predictions_are_no_collapse() {
        for (const auto label : {shuffled, class_order, always_3}) {
            CollapseDetector detector(10);
            QCOMPARE(first_flag(detector, 5120, label, label, steady), 0);
        }
    }

    /// A slot of 1,024 images of one class is longer than the window: the class rightly dominates.
    void long_slots_are_no_collapse() {
        CollapseDetector detector(10);
        const auto label = [](int i) { return i / 1024; };
        const auto mostly = [](int i) { return i % 5 == 0 ? shuffled(i) : i / 1024; };
        QCOMPARE(first_flag(detector, 10240, label, mostly, steady), 0);
    }

    void takeover_is_flagged_once_the_window_is_full() {
        for (const auto label : {shuffled, class_order}) {
            CollapseDetector detector(10);
            QCOMPARE(first_flag(detector, 1280, label, always_3, steady), 640);
        }
    }

    void takeover_in_mid_run() {
        CollapseDetector detector(10);
        const auto turned = [](int i) { return i < 2560 ? shuffled(i) : 3; };
        const int flagged = first_flag(detector, 5120, shuffled, turned, steady);
        // The others' share reaches 80 % after 512 images of a window of 640.
        QVERIFY(flagged > 2560 + 320 && flagged <= 2560 + 640);
    }

    /// 80 % of the images of other classes: just below is none, just above is.
    void the_share_of_others_counts() {
        for (const int stolen : {78, 82}) {
            CollapseDetector detector(10);
            const auto prediction = [&](int i) { return i * 37 % 100 < stolen ? 3 : shuffled(i); };
            QCOMPARE(first_flag(detector, 2560, shuffled, prediction, steady) > 0, stolen > 80);
        }
    }

    /// Two true classes of which one takes all: half the effective classes. Nine tenths of one class, and
    /// fewer than 64 others: nothing can be said.
    void few_others_are_not_enough() {
        CollapseDetector two(10), one(10);
        QVERIFY(first_flag(
                    two, 1280, [](int i) { return i % 2; }, always_one, steady) > 0);
        QCOMPARE(first_flag(
                     one, 1280, [](int i) { return i % 20 == 0 ? 0 : 1; }, always_one, steady),
                 0);
    }

    /// Class 3 has 17 of 20 images and takes 6 of 7 of the others. It is a collapse where nothing else is
    /// predicted any more (1.2 effective classes), none where 3's own images go to many classes.
    void effective_classes_count() {
        const auto label = [](int i) { return i % 20 < 17 ? 3 : (4 + i % 9) % 10; };
        const auto others = [&](int i) { return i / 20 % 7 == 0 ? label(i) : 3; };
        const auto narrow = [&](int i) { return i % 20 < 17 ? 3 : others(i); };
        const auto wide = [&](int i) { return i % 20 < 5 ? (4 + i % 9) % 10 : narrow(i); };
        CollapseDetector first(10), second(10);
        QVERIFY(first_flag(first, 2560, label, narrow, steady) > 0);
        QCOMPARE(first_flag(second, 2560, label, wide, steady), 0);
    }

    void without_labels_the_norm_must_rise_too() {
        const auto rising = [](double factor) {
            return [factor](int step) { return step < 5 ? 5.0 : 5.0 * factor; };
        };
        CollapseDetector grown(10), still(10), varied(10);
        QCOMPARE(first_flag(grown, 2560, nothing, always_3, rising(1.11)), 1024);
        QCOMPARE(first_flag(still, 2560, nothing, always_3, rising(1.09)), 0);
        const auto ten_percent_others = [](int i) { return i % 10 == 0 ? 4 : 3; };
        QCOMPARE(first_flag(varied, 2560, nothing, ten_percent_others, rising(2.0)), 0);
    }

    /// One known label among them: the unlabelled rule keeps out, the labelled one too.
    void half_labelled_windows_are_not_judged() {
        CollapseDetector detector(10);
        const auto rarely = [](int i) { return i % 100 == 0 ? 5 : -1; };
        const auto rising = [](int step) { return 5.0 + step; };
        QCOMPARE(first_flag(detector, 2560, rarely, always_3, rising), 0);
    }

    void the_verdict_stays_until_reset() {
        CollapseDetector detector(10);
        QCOMPARE(first_flag(detector, 640, shuffled, always_3, steady), 640);
        QCOMPARE(first_flag(detector, 6400, shuffled, shuffled, steady), 64); // still
        detector.reset();
        QCOMPARE(first_flag(detector, 6400, shuffled, shuffled, steady), 0);
        // And a reset forgets the window: it takes 640 images anew.
        detector.reset();
        QCOMPARE(first_flag(detector, 1280, shuffled, always_3, steady), 640);
    }

  private:
    static int always_one(int) { return 1; }
};

QTEST_GUILESS_MAIN(TestCollapseDetector)
#include "test_collapse_detector.moc"
