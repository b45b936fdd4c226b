#include "core/image/fit.h"
#include "tests/support/test_files.h"

#include <QtTest>
#include <zlib.h>

namespace {

/// A texture that can be made again anywhere from its formula.
lab::Image texture(int height, int width, int channels) {
    lab::Image image{height, width, channels, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < channels; ++c)
                image.pixels.push_back(static_cast<std::uint8_t>(y * 7 + x * 13 + c * 50 + y * x % 31 * 3));
    return image;
}

qulonglong checksum(const lab::Image& image) {
    return adler32(1, image.pixels.data(), static_cast<uInt>(image.pixels.size()));
}

using Bytes = std::vector<std::uint8_t>;

} // namespace

class TestFit : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    /// Halving [0 100 200 50] with the triangle filter of radius 2 about 1 and 3 by hand: weights 3 3 1 and
    /// 1 3 3, sevenths, 71.4 and 121.4. The cubic ones are the Python Imaging Library's.
    void four_pixels_to_two() {
        const lab::Image four{1, 4, 1, {0, 100, 200, 50}};
        QCOMPARE(lab::resized(four, 1, 2, "bilinear").pixels, (Bytes{71, 121}));
        QCOMPARE(lab::resized(four, 1, 2, "bicubic").pixels, (Bytes{68, 127}));
    }
    void four_pixels_to_eight() {
        const lab::Image four{1, 4, 1, {0, 100, 200, 50}};
        QCOMPARE(lab::resized(four, 1, 8, "bilinear").pixels, (Bytes{0, 25, 75, 125, 175, 163, 88, 50}));
        QCOMPARE(lab::resized(four, 1, 8, "bicubic").pixels, (Bytes{0, 17, 71, 131, 193, 174, 81, 37}));
    }
    void the_same_size_changes_nothing() {
        const lab::Image image = texture(19, 23, 3);
        QCOMPARE(lab::resized(image, 19, 23, "bicubic"), image);
        QCOMPARE(lab::resized(image, 19, 23, "bilinear"), image);
    }
    void a_crop_without_resizing_is_a_window() {
        const lab::Image image = texture(10, 14, 3); // 8 / 0.8 is the short side that it has
        lab::InputGeometry geometry;
        geometry.size = 8;
        geometry.crop = 0.8;
        geometry.channels = 3;
        const lab::Image window = lab::fit(image, geometry);
        QVERIFY(window.height == 8 && window.width == 8);
        for (int y = 0; y < 8; ++y)
            for (int i = 0; i < 8 * 3; ++i)
                QCOMPARE(window.pixels[std::size_t(y * 24 + i)],
                         image.pixels[std::size_t((y + 1) * 14 * 3 + 3 * 3 + i)]);
    }
    void a_plain_picture_stays_plain() {
        lab::Image grey{41, 67, 3, {}};
        grey.pixels.assign(grey.byte_count(), 201);
        for (const char* interpolation : {"bicubic", "bilinear"})
            for (const std::uint8_t pixel : lab::resized(grey, 13, 90, interpolation).pixels)
                QCOMPARE(pixel, std::uint8_t(201));
    }

    /// Adler-32 sums of what the Python Imaging Library 9.4 makes of the same texture.
    void resizes_like_the_imaging_library_data() {
        QTest::addColumn<QList<int>>("sizes"); // height, width, channels, new height, new width
        QTest::addColumn<QString>("interpolation");
        QTest::addColumn<qulonglong>("sum");
        QTest::newRow("down, RGB") << QList<int>{37, 53, 3, 16, 20} << "bilinear" << 3233077918ULL;
        QTest::newRow("down, grey") << QList<int>{37, 53, 1, 16, 20} << "bilinear" << 448961814ULL;
        QTest::newRow("up") << QList<int>{9, 7, 3, 23, 31} << "bilinear" << 2641645270ULL;
        QTest::newRow("down and up") << QList<int>{100, 10, 1, 10, 100} << "bilinear" << 2280587269ULL;
        QTest::newRow("down, RGB, cubic") << QList<int>{37, 53, 3, 16, 20} << "bicubic" << 1730665090ULL;
        QTest::newRow("down, grey, cubic") << QList<int>{37, 53, 1, 16, 20} << "bicubic" << 289053965ULL;
        QTest::newRow("up, cubic") << QList<int>{9, 7, 3, 23, 31} << "bicubic" << 2233421359ULL;
        QTest::newRow("down and up, cubic") << QList<int>{100, 10, 1, 10, 100} << "bicubic" << 213647285ULL;
    }
    void resizes_like_the_imaging_library() {
        QFETCH(QList<int>, sizes);
        QFETCH(QString, interpolation);
        const lab::Image image = lab::resized(texture(sizes[0], sizes[1], sizes[2]), sizes[3], sizes[4],
                                              interpolation.toStdString());
        QCOMPARE(image.height, sizes[3]);
        QCOMPARE(image.width, sizes[4]);
        QTEST(checksum(image), "sum");
    }

    /// The whole way, with torchvision's rules for sizes and offsets.
    void fits_like_torchvision_data() {
        QTest::addColumn<QList<int>>("sizes"); // height, width, input size
        QTest::addColumn<double>("crop");
        QTest::addColumn<QString>("interpolation");
        QTest::addColumn<qulonglong>("sum");
        QTest::newRow("ImageNet") << QList<int>{375, 500, 224} << 0.875 << "bicubic" << 1514993234ULL;
        QTest::newRow("bilinear") << QList<int>{375, 500, 224} << 0.875 << "bilinear" << 1931866961ULL;
        QTest::newRow("upright") << QList<int>{61, 40, 32} << 0.9 << "bicubic" << 784461999ULL;
        QTest::newRow("enlarged") << QList<int>{33, 91, 64} << 1.0 << "bilinear" << 792461510ULL;
    }
    void fits_like_torchvision() {
        QFETCH(QList<int>, sizes);
        QFETCH(double, crop);
        QFETCH(QString, interpolation);
        const lab::Image image =
            lab::fit(texture(sizes[0], sizes[1], 3), {sizes[2], crop, interpolation.toStdString(), 3});
        QCOMPARE(image.height, sizes[2]);
        QCOMPARE(image.width, sizes[2]);
        QTEST(checksum(image), "sum");
    }

    void grey_and_colour() {
        const lab::Image colour = texture(5, 6, 3);
        const lab::Image grey = lab::with_channels(colour, 1);
        QCOMPARE(checksum(grey), 2674527236ULL); // the Imaging Library's conversion to "L"
        QCOMPARE(lab::with_channels({1, 1, 3, {255, 0, 0}}, 1).pixels, Bytes{76});
        const lab::Image again = lab::with_channels(grey, 3);
        QCOMPARE(again.byte_count(), again.pixels.size());
        QCOMPARE(lab::with_channels(again, 1), grey);
        QCOMPARE(lab::fit(colour, {0, 0.875, "bicubic", 3}), colour);
        QCOMPARE(lab::fit(colour, {4, 1.0, "bicubic", 1}).channels, 1);
    }

    void what_cannot_be() {
        const lab::Image image = texture(5, 6, 3);
        const auto refusal = [&](const lab::InputGeometry& geometry) {
            return test_files::sentence_of([&] { lab::fit(image, geometry); });
        };
        QCOMPARE(refusal({4, 1.0, "nearest", 3}),
                 std::string("interpolation: expected bicubic or bilinear, found \"nearest\""));
        QVERIFY(refusal({4, 1.5, "bicubic", 3}).starts_with("crop: expected 0.1 to 1, found 1.5"));
        QVERIFY(refusal({4, 1.0, "bicubic", 2}).starts_with("channels: expected 1 or 3"));
        QVERIFY_EXCEPTION_THROWN(lab::fit({}, {4, 1.0, "bicubic", 3}), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(lab::resized(image, 0, 4, "bicubic"), std::invalid_argument);
    }
};

QTEST_GUILESS_MAIN(TestFit)
#include "test_fit.moc"
