#include "core/image/corruption.h"
#include "core/image/image_file.h"
#include "tests/image/reference_pictures.h"
#include "tests/reference_data.h"

#include <QtTest>
#include <cmath>

namespace {

/// How the values of several pictures differ from the published ones.
struct Agreement {
    std::size_t values = 0;
    std::size_t off = 0;
    std::size_t off_by_more_than_two = 0;
    int largest = 0;

    void add(const lab::Image& ours, const lab::Image& theirs) {
        for (std::size_t i = 0; i < theirs.pixels.size(); ++i) {
            const int difference = std::abs(int(ours.pixels[i]) - int(theirs.pixels[i]));
            ++values;
            off += difference > 0 ? 1 : 0;
            off_by_more_than_two += difference > 2 ? 1 : 0;
            largest = std::max(largest, difference);
        }
    }
    double share(std::size_t count) const { return double(count) / double(values); }
};

} // namespace

/// The deterministic corruptions, pixel by pixel, against pictures from the published generators.
class TestCorruptionExact : public QObject {
    Q_OBJECT

    nlohmann::json m_manifest;

  private Q_SLOTS:
    void initTestCase() { m_manifest = reference_json("data/corruptions/exact/manifest.json"); }

    void published_pixels_data() {
        QTest::addColumn<QString>("variant");
        QTest::addColumn<QString>("corruption");
        QTest::addColumn<double>("most_values_off");
        for (const char* variant : {"cifar32", "imagenet224"}) {
            for (const char* name : {"brightness", "contrast", "saturate", "pixelate"}) {
                QTest::addRow("%s %s", variant, name) << variant << name << 0.0;
            }
            for (const char* name : {"defocus_blur", "zoom_blur", "gaussian_blur", "jpeg_compression"}) {
                QTest::addRow("%s %s", variant, name) << variant << name << 0.02;
            }
        }
    }
    void published_pixels() {
        QFETCH(QString, variant);
        QFETCH(QString, corruption);
        QFETCH(double, most_values_off);
        if (m_manifest.is_null()) {
            QSKIP("The reference data (exact corrupted pictures) is not here.");
        }
        const std::string folder = reference_data("data/corruptions/exact") + "/";
        const auto& reference = m_manifest["variants"][variant.toStdString()];
        std::map<std::string, lab::Image> clean;
        for (const auto& entry : reference["images"]) {
            clean[entry["id"]] = lab::read_image(folder + entry["clean_png"].get<std::string>());
        }
        const auto table =
            variant == "cifar32" ? lab::CorruptionTable::size32 : lab::CorruptionTable::size224;
        Agreement agreement;
        for (const auto& entry : reference["files"]) {
            if (entry["corruption"] == corruption.toStdString()) {
                const lab::Corruption chosen{lab::corruption_from_string(entry["corruption"]),
                                             entry["severity"], table};
                agreement.add(lab::corrupt(clean.at(entry["id"]), chosen, 1, 1),
                              lab::read_image(folder + entry["png"].get<std::string>()));
            }
        }
        QVERIFY(agreement.values > 0);
        qInfo("%zu values, %.5f of them off, %.5f by more than 2 levels, at most by %d", agreement.values,
              agreement.share(agreement.off), agreement.share(agreement.off_by_more_than_two),
              agreement.largest);
        QVERIFY(agreement.share(agreement.off_by_more_than_two) <= 0.01);
        // Another JPEG library than the reference's may differ by a few levels here and there.
        if (corruption != "jpeg_compression") {
            QVERIFY(agreement.largest <= 1);
            QVERIFY(agreement.share(agreement.off) <= most_values_off);
        }
    }
};

QTEST_GUILESS_MAIN(TestCorruptionExact)
#include "test_corruption_exact.moc"
