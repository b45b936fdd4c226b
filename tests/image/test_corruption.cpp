#include "core/image/corruption.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <QtTest>
#include <map>
#include <opencv2/core/utility.hpp>
#include <set>
#include <thread>

namespace {

using lab::CorruptionKind;

std::vector<CorruptionKind> all_corruptions() {
    std::vector<CorruptionKind> kinds = lab::standard_corruptions();
    kinds.insert(kinds.end(), lab::extra_corruptions().begin(), lab::extra_corruptions().end());
    return kinds;
}

bool is_random(CorruptionKind kind) {
    const std::set<CorruptionKind> fixed = {CorruptionKind::defocus_blur,     CorruptionKind::zoom_blur,
                                            CorruptionKind::brightness,       CorruptionKind::contrast,
                                            CorruptionKind::pixelate,         CorruptionKind::gaussian_blur,
                                            CorruptionKind::jpeg_compression, CorruptionKind::saturate};
    return !fixed.contains(kind);
}

using Results = std::map<std::pair<CorruptionKind, std::uint64_t>, lab::Image>;

} // namespace

class TestCorruption : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    /// As in a run: pictures are corrupted on several threads, and OpenCV starts none of its own.
    void initTestCase() { cv::setNumThreads(1); }

    void names_round_trip() {
        QCOMPARE(lab::standard_corruptions().size(), std::size_t(15));
        QCOMPARE(lab::extra_corruptions().size(), std::size_t(4));
        for (const CorruptionKind kind : all_corruptions()) {
            QCOMPARE(lab::corruption_from_string(lab::to_string(kind)), kind);
            QVERIFY(!lab::title(kind).empty());
        }
        QCOMPARE(lab::corruption_from_string("none"), CorruptionKind::none);
        QCOMPARE(lab::to_string(CorruptionKind::none), std::string("none"));
        QVERIFY_EXCEPTION_THROWN(lab::corruption_from_string("rain"), std::invalid_argument);
        const std::string sentence = test_files::sentence_of([] { lab::corruption_from_string("rain"); });
        QVERIFY(
            sentence.starts_with("There is no corruption \"rain\"; expected one of none, gaussian_noise"));
    }

    void every_size_runs_data() {
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("channels");
        QTest::newRow("28 grey") << 28 << 28 << 1;
        QTest::newRow("32 RGB") << 32 << 32 << 3;
        QTest::newRow("48 x 64 RGB") << 48 << 64 << 3;
        QTest::newRow("97 x 31 grey") << 97 << 31 << 1;
        QTest::newRow("224 RGB") << 224 << 224 << 3;
        QTest::newRow("400 x 512 RGB") << 400 << 512 << 3;
    }
    void every_size_runs() {
        QFETCH(int, height);
        QFETCH(int, width);
        QFETCH(int, channels);
        const lab::Image clean = test_files::picture(height, width, channels);
        for (const CorruptionKind kind : all_corruptions()) {
            for (int severity = 1; severity <= 5; ++severity) {
                for (const auto table : {lab::CorruptionTable::automatic, lab::CorruptionTable::size32,
                                         lab::CorruptionTable::size224}) {
                    // The tables made for other sizes run too, but for time's sake not at every severity.
                    if (table != lab::CorruptionTable::automatic && severity != 2) {
                        continue;
                    }
                    const lab::Image result = lab::corrupt(clean, {kind, severity, table}, 1, 2);
                    QCOMPARE(result.height, height);
                    QCOMPARE(result.width, width);
                    QCOMPARE(result.channels, channels);
                    QCOMPARE(result.pixels.size(), clean.pixels.size());
                }
            }
        }
    }

    void severity_five_is_seen() {
        const lab::Image clean = test_files::picture(32, 32, 3);
        for (const CorruptionKind kind : all_corruptions()) {
            QVERIFY2(lab::corrupt(clean, {kind, 5, {}}, 1, 2) != clean, lab::to_string(kind).c_str());
        }
        QCOMPARE(lab::corrupt(clean, {CorruptionKind::none, 5, {}}, 1, 2), clean);
    }

    void threads_and_order_do_not_matter() {
        const lab::Image clean = test_files::picture(32, 32, 3);
        const auto kinds = all_corruptions();
        const auto run = [&](bool backwards) {
            Results results;
            for (std::size_t i = 0; i < kinds.size() * 4; ++i) {
                const std::size_t at = backwards ? kinds.size() * 4 - 1 - i : i;
                const CorruptionKind kind = kinds[at / 4];
                const std::uint64_t id = at % 4;
                results[{kind, id}] = lab::corrupt(clean, {kind, 4, {}}, 77, id);
            }
            return results;
        };
        Results forwards;
        Results backwards;
        std::thread first([&] { forwards = run(false); });
        std::thread second([&] { backwards = run(true); });
        first.join();
        second.join();
        QVERIFY(forwards == backwards);
    }

    void seeds_and_ids_matter_where_chance_does() {
        const lab::Image clean = test_files::picture(32, 32, 3);
        for (const CorruptionKind kind : all_corruptions()) {
            const lab::Image first = lab::corrupt(clean, {kind, 3, {}}, 1, 2);
            QCOMPARE(lab::corrupt(clean, {kind, 3, {}}, 5, 2) != first, is_random(kind));
            QCOMPARE(lab::corrupt(clean, {kind, 3, {}}, 1, 9) != first, is_random(kind));
        }
    }

    void automatic_table_by_size() {
        using lab::CorruptionTable;
        const auto same = [](int side, CorruptionKind kind, CorruptionTable table, int channels = 1) {
            const lab::Image clean = test_files::picture(side, side, channels);
            return lab::corrupt(clean, {kind, 3, CorruptionTable::automatic}, 1, 2) ==
                   lab::corrupt(clean, {kind, 3, table}, 1, 2);
        };
        QVERIFY(same(28, CorruptionKind::contrast, CorruptionTable::size224));
        QVERIFY(!same(28, CorruptionKind::contrast, CorruptionTable::size32));
        QVERIFY(same(96, CorruptionKind::pixelate, CorruptionTable::size32));
        QVERIFY(same(97, CorruptionKind::pixelate, CorruptionTable::size224));
        QVERIFY(same(32, CorruptionKind::contrast, CorruptionTable::size32, 3));
        QVERIFY(!same(32, CorruptionKind::contrast, CorruptionTable::size224, 3));
        QVERIFY(same(97, CorruptionKind::contrast, CorruptionTable::size224, 3));
    }

    void grey_stands_for_three_equal_channels() {
        constexpr auto table = lab::CorruptionTable::size32;
        const lab::Image grey = test_files::picture(32, 32, 1);
        lab::Image rgb{32, 32, 3, {}};
        for (const std::uint8_t value : grey.pixels) {
            rgb.pixels.insert(rgb.pixels.end(), 3, value);
        }
        for (const char* name :
             {"defocus_blur", "motion_blur", "zoom_blur", "glass_blur", "snow", "fog", "brightness",
              "contrast", "elastic_transform", "pixelate", "gaussian_blur"}) {
            const CorruptionKind kind = lab::corruption_from_string(name);
            const lab::Image from_grey = lab::corrupt(grey, {kind, 3, table}, 1, 2);
            const lab::Image from_rgb = lab::corrupt(rgb, {kind, 3, table}, 1, 2);
            for (std::size_t i = 0; i < from_grey.pixels.size(); ++i) {
                const int difference = int(from_grey.pixels[i]) - int(from_rgb.pixels[3 * i]);
                QVERIFY2(std::abs(difference) <= 1, name);
            }
        }
    }

    void refuses_nonsense() {
        const lab::Image clean = test_files::picture(28, 28, 1);
        const auto attempt = [](const lab::Image& image, int severity) {
            return test_files::sentence_of([&] {
                lab::corrupt(image, {CorruptionKind::fog, severity, {}}, 1, 2);
            });
        };
        QCOMPARE(attempt(clean, 0),
                 std::string("A corruption's severity runs from 1 to 5; 0 was asked for."));
        QCOMPARE(attempt(clean, 6),
                 std::string("A corruption's severity runs from 1 to 5; 6 was asked for."));
        QCOMPARE(attempt({}, 3), std::string("A picture to corrupt must not be empty."));
        QCOMPARE(attempt({2, 2, 2, std::vector<std::uint8_t>(8)}, 3),
                 std::string("A picture to corrupt has 1 or 3 channels; this one has 2."));
        QVERIFY_EXCEPTION_THROWN(lab::corrupt(clean, {CorruptionKind::fog, 9, {}}, 1, 2),
                                 std::invalid_argument);
    }

    void frost_folders_are_checked() {
        QTemporaryDir folder;
        const lab::Image clean = test_files::picture(28, 28, 1);
        const auto attempt = [&](const std::string& path) {
            return test_files::sentence_of([&] {
                lab::corrupt(clean, {CorruptionKind::frost, 3, {}}, 1, 2, path);
            });
        };
        const std::string path = folder.path().toStdString();
        QCOMPARE(attempt(path), "The folder of frost pictures " + path + " holds no picture.");
        QCOMPARE(attempt(path + "/no"), "The folder of pictures " + path + "/no does not exist.");
    }
};

QTEST_GUILESS_MAIN(TestCorruption)
#include "test_corruption.moc"
