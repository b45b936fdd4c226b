#include "core/image/image_file.h"
#include "core/image/orientation.h"
#include "core/image/picture_whole.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <QtTest>

#include <map>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <zlib.h>

using namespace std::string_literals;
using lab::PictureState;
namespace fs = std::filesystem;

/// Every kind of picture that is read: as it is, turned by its mark, cut short, damaged.
class TestPictureFormats : public QObject {
    Q_OBJECT

    /// Upper left red, upper right green, lower left blue, lower right grey.
    static cv::Mat quarters() {
        cv::Mat picture(48, 64, CV_8UC3, cv::Scalar(60, 60, 60));
        picture(cv::Rect(0, 0, 32, 24)) = cv::Scalar(40, 30, 220);
        picture(cv::Rect(32, 0, 32, 24)) = cv::Scalar(50, 200, 20);
        picture(cv::Rect(0, 24, 32, 24)) = cv::Scalar(210, 40, 30);
        return picture;
    }
    static std::string encoded(const std::string& ending, const cv::Mat& picture = quarters(),
                               const std::vector<int>& options = {}) {
        std::vector<std::uint8_t> bytes;
        cv::imencode(ending, picture, bytes, options);
        return {bytes.begin(), bytes.end()};
    }
    static std::string number(std::uint32_t value, int bytes, bool little = false) {
        std::string text;
        for (int i = 0; i < bytes; ++i)
            text += static_cast<char>(value >> 8 * (little ? i : bytes - 1 - i));
        return text;
    }
    /// EXIF with nothing but the mark.
    static std::string exif(std::uint32_t mark) {
        return "MM\0*\0\0\0\x08\0\x01"s + number(0x0112, 2) + number(3, 2) + number(1, 4) + number(mark, 2) +
               "\0\0\0\0\0\0"s;
    }
    static std::string marked(const std::string& ending, std::uint32_t mark) {
        std::string bytes = encoded(ending, quarters(), {cv::IMWRITE_WEBP_QUALITY, 101});
        if (ending == ".jpg") {
            const std::string content = "Exif\0\0"s + exif(mark);
            return bytes.insert(2, "\xff\xe1" + number(std::uint32_t(content.size()) + 2, 2) + content);
        }
        if (ending == ".png") {
            const std::string chunk = "eXIf" + exif(mark);
            const auto sum = crc32(0, reinterpret_cast<const Bytef*>(chunk.data()), uInt(chunk.size()));
            return bytes.insert(33, number(std::uint32_t(chunk.size()) - 4, 4) + chunk +
                                        number(std::uint32_t(sum), 4));
        }
        bytes += "EXIF" + number(std::uint32_t(exif(mark).size()), 4, true) + exif(mark);
        return bytes.replace(4, 4, number(std::uint32_t(bytes.size()) - 8, 4, true));
    }
    /// The colours of the four quarters, each by a letter.
    static std::string look(const lab::Image& picture) {
        std::string text;
        for (const auto& [y, x] : {std::pair{1, 1}, {1, 3}, {3, 1}, {3, 3}}) {
            const std::size_t at = (std::size_t(picture.height * y / 4) * std::size_t(picture.width) +
                                    std::size_t(picture.width * x / 4)) *
                                   3;
            const auto near = [&](int r, int g, int b) {
                return std::abs(picture.pixels[at] - r) < 9 && std::abs(picture.pixels[at + 1] - g) < 9 &&
                       std::abs(picture.pixels[at + 2] - b) < 9;
            };
            text += near(220, 30, 40)   ? 'r'
                    : near(20, 200, 50) ? 'g'
                    : near(30, 40, 210) ? 'b'
                    : near(60, 60, 60)  ? '.'
                                        : '?';
        }
        return text;
    }
    static std::string refusal(const std::string& bytes) {
        return test_files::sentence_of([&] { lab::decoded_picture(bytes); });
    }
    /// Two by two pixels of four colours; codes of three bits: clear, 0, 1, 2, 3, end.
    static std::string small_gif(const std::string& descriptor = "\0\0\0\0\x02\0\x02\0\0"s) {
        return "GIF89a\x02\0\x02\0\xf1\0\0"s + "\0\0\0\xff\0\0\0\xff\0\0\0\xff"s + ","s + descriptor +
               "\x02\x03\x44\x34\x05\0;"s;
    }

    /// Two pixels beside each other, uncompressed; each with its colours and one more number.
    /// @param extra what the last number is: 1 mixed alpha, 2 alpha beside the colours, 0 anything
    static std::string tiff(int channels, int bits, std::uint32_t extra, const std::string& pixels,
                            bool little) {
        const auto u16 = [&](std::uint32_t value) { return number(value, 2, little); };
        const auto u32 = [&](std::uint32_t value) { return number(value, 4, little); };
        std::string entries;
        int count = 0;
        const auto entry = [&](std::uint32_t tag, std::uint32_t value, std::uint32_t many = 1) {
            entries += u16(tag) + u16(many > 2 ? 3 : 4) + u32(many) + u32(value);
            ++count;
        };
        constexpr std::uint32_t directory = 8, most = 12;
        const std::uint32_t behind = directory + 2 + most * 12 + 4;
        entry(256, 2);
        entry(257, 1);
        entries += u16(258) + u16(3) + u32(std::uint32_t(channels)) +
                   (channels > 2 ? u32(behind) : u16(std::uint32_t(bits)) + u16(std::uint32_t(bits)));
        ++count;
        entry(259, 1);
        entry(262, channels > 2 ? 2 : 1);
        entry(273, behind + 8);
        entry(277, std::uint32_t(channels));
        entry(278, 1);
        entry(279, std::uint32_t(pixels.size()));
        entries += u16(338) + u16(3) + u32(1) + u16(extra) + u16(0);
        ++count;
        std::string file =
            (little ? "II*\0"s : "MM\0*"s) + u32(directory) + u16(std::uint32_t(count)) + entries + u32(0);
        file.resize(behind);
        for (int i = 0; i < 4; ++i)
            file += u16(std::uint32_t(bits));
        return file + pixels;
    }
    /// The chunks of a WebP behind its header.
    static std::string webp_chunks(int quality, const cv::Mat& picture = quarters()) {
        const std::string still = encoded(".webp", picture, {cv::IMWRITE_WEBP_QUALITY, quality});
        return still.substr(still.compare(12, 4, "VP8X") == 0 ? 30 : 12);
    }
    static std::string webp(const std::string& chunks) {
        return "RIFF" + number(std::uint32_t(chunks.size()) + 4, 4, true) + "WEBP" + chunks;
    }
    static std::string chunk(const char* name, const std::string& content) {
        return name + number(std::uint32_t(content.size()), 4, true) + content +
               std::string(content.size() % 2, '\0');
    }
    static std::string animated(const std::string& first, const std::string& second, int width = 64) {
        const auto frame = [&](const std::string& picture) {
            return chunk("ANMF", number(0, 3, true) + number(0, 3, true) +
                                     number(std::uint32_t(width) - 1, 3, true) + number(47, 3, true) +
                                     number(100, 3, true) + "\0"s + picture);
        };
        return webp(chunk("VP8X", "\x02\0\0\0"s + number(63, 3, true) + number(47, 3, true)) +
                    chunk("ANIM", "\0\0\0\0\0\0"s) + frame(first) + frame(second));
    }

  private Q_SLOTS:
    void alpha_leaves_colours_alone_data() {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("bits");
        QTest::addColumn<QByteArray>("pixels");
        QTest::newRow("colour") << 4 << 8 << QByteArray("\xc8\x64\x32\x80\x0a\x14\x1e\x00", 8);
        QTest::newRow("colour of 16 bits")
            << 4 << 16 << QByteArray("\xc8\xc8\x64\x64\x32\x32\x80\x80\x0a\x0a\x14\x14\x1e\x1e\x00\x00", 16);
        QTest::newRow("grey") << 2 << 8 << QByteArray("\xc8\x80\x0a\x00", 4);
    }
    void alpha_leaves_colours_alone() {
        QFETCH(int, channels);
        QFETCH(int, bits);
        QFETCH(QByteArray, pixels);
        const std::vector<std::uint8_t> colours = {200, 100, 50, 10, 20, 30}, grey = {200, 10};
        for (const std::uint32_t extra : {0u, 1u, 2u})
            for (const bool little : {true, false}) {
                std::vector<std::uint8_t> found =
                    lab::decoded_picture(tiff(channels, bits, extra, pixels.toStdString(), little)).pixels;
                if (channels == 2 && found.size() == 6) // grey as three equal colours
                    found = {found[0], found[3]};
                QCOMPARE(found, channels == 2 ? grey : colours);
            }
    }

    void animations_show_their_first_picture() {
        const std::string other = webp_chunks(101, cv::Mat(48, 64, CV_8UC3, cv::Scalar(0, 0, 0)));
        for (const int quality : {101, 100, 90}) { // VP8L, VP8, VP8
            const std::string bytes = animated(webp_chunks(quality), other);
            QCOMPARE(lab::state_of(bytes), PictureState::whole);
            QCOMPARE(look(lab::decoded_picture(bytes)), std::string("rgb."));
        }
        const std::string with_alpha =
            animated(chunk("ALPH", "\0\1\2"s) + webp_chunks(90), other); // of another length: padded
        QCOMPARE(look(lab::decoded_picture(with_alpha)), std::string("rgb."));
        QCOMPARE(refusal(animated(webp_chunks(101), other, 60)),
                 std::string("expected an animation whose first picture fills it, found a part of it"));
        const std::string bytes = animated(webp_chunks(101), other);
        for (std::size_t length = 12; length < bytes.size(); length += 7)
            QVERIFY(refusal(bytes.substr(0, length)) != "nothing was thrown");
        const std::string no_frame =
            webp(chunk("VP8X", "\x02\0\0\0"s + number(63, 3, true) + number(47, 3, true)));
        QCOMPARE(refusal(no_frame), std::string("it is cut short"));
    }

    void every_kind_is_read_data() {
        QTest::addColumn<QByteArray>("bytes");
        for (const char* ending : {".jpg", ".png", ".webp", ".bmp", ".tif", ".ppm"})
            QTest::newRow(ending) << QByteArray::fromStdString(encoded(ending));
    }
    void every_kind_is_read() {
        QFETCH(QByteArray, bytes);
        const std::string content = bytes.toStdString();
        QCOMPARE(look(lab::decoded_picture(content)), std::string("rgb."));
        QCOMPARE(lab::state_of(content), PictureState::whole);
        // Cut anywhere it is refused, or all of its pixels are still there (TIFF ends with its tags).
        for (std::size_t length = 0; length < content.size() - 1; length += 1 + content.size() / 97) {
            const std::string cut = content.substr(0, length);
            if (refusal(cut) == "nothing was thrown")
                QCOMPARE(look(lab::decoded_picture(cut)), std::string("rgb."));
        }
        QVERIFY(lab::state_of(content.substr(0, content.size() / 2)) != PictureState::whole);
    }

    void turned_by_the_mark_data() {
        QTest::addColumn<int>("mark");
        QTest::addColumn<QByteArray>("right");
        const char* const right[] = {"rgb.", "gr.b", ".bgr", "b.rg", "rbg.", "br.g", ".gbr", "g.rb"};
        for (int mark = 1; mark <= 8; ++mark)
            QTest::addRow("%d", mark) << mark << QByteArray(right[mark - 1]);
    }
    void turned_by_the_mark() {
        QFETCH(int, mark);
        QFETCH(QByteArray, right);
        for (const char* ending : {".jpg", ".png", ".webp"}) {
            const lab::Image picture = lab::decoded_picture(marked(ending, std::uint32_t(mark)));
            QCOMPARE(look(picture), right.toStdString());
            QCOMPARE(picture.width, mark < 5 ? 64 : 48);
        }
    }
    void marks_that_make_no_sense() {
        for (const std::uint32_t mark : {0u, 9u, 65535u})
            QCOMPARE(look(lab::decoded_picture(marked(".jpg", mark))), std::string("rgb."));
        std::string wild = marked(".jpg", 6);
        wild[2 + 4 + 6 + 7] = '\xff'; // its directory lies far outside
        QCOMPARE(look(lab::decoded_picture(wild)), std::string("rgb."));
    }

    void gif_pictures() {
        const std::vector<std::uint8_t> colours = {0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255};
        const lab::Image picture = lab::decoded_picture(small_gif());
        QCOMPARE(picture.width * 10 + picture.height, 22);
        QCOMPARE(picture.pixels, colours);
        // On the right half of a canvas whose background is the first colour.
        std::string wide = small_gif("\x02\0\0\0\x02\0\x02\0\0"s);
        wide[6] = 4;
        QCOMPARE(lab::decoded_picture(wide).pixels,
                 (std::vector<std::uint8_t>{0, 0, 0, 0, 0, 0, 0, 0,   0, 255, 0, 0,
                                            0, 0, 0, 0, 0, 0, 0, 255, 0, 0,   0, 255}));
        const std::string whole = small_gif();
        for (std::size_t length = 6; length < whole.size() - 1; ++length)
            QVERIFY2(refusal(whole.substr(0, length)) != "nothing was thrown",
                     qPrintable(QString::number(length)));
        QCOMPARE(refusal(small_gif("\0\0\0\0\x03\0\x02\0\0"s)), std::string("it has 4 of its 6 pixels"));
        QVERIFY(
            refusal(small_gif("\0\0\0\0\xff\xff\xff\xff\0"s)).starts_with("expected 1 to 134217728 pixels"));
        std::string colourless = whole;
        colourless[10] = '\xf0'; // a palette of two colours: what follows is no picture
        QVERIFY(refusal(colourless) != "nothing was thrown");
    }

    void damage_inside() {
        cv::Mat noise(120, 120, CV_8UC3);
        cv::randu(noise, 0, 255);
        std::string jpeg = encoded(".jpg", noise);
        const std::size_t middle = jpeg.size() / 2;
        QCOMPARE(refusal(jpeg), std::string("nothing was thrown"));
        QCOMPARE(refusal(jpeg + std::string(4000, '\0')), std::string("nothing was thrown"));
        QCOMPARE(refusal(jpeg.substr(0, jpeg.size() - 2)), std::string("it is cut short"));
        std::string hole = jpeg;
        hole.replace(middle, 3000, std::string(3000, '\0'));
        QVERIFY2(refusal(hole).starts_with("it is damaged: "), refusal(hole).c_str());
        std::string png = encoded(".png", noise);
        png[png.size() / 2] ^= 0x10;
        QCOMPARE(refusal(png), std::string("it is damaged"));
    }

    void numbers_and_sizes_that_are_not_read() {
        QVERIFY(refusal("P5 2 2 15\n\1\2\3\4"s)
                    .starts_with("expected numbers up to 255 or 65535, found some up to 15"));
        QCOMPARE(lab::decoded_picture("P5\n# dark\n2 1\n255\n\1\2"s).pixels,
                 (std::vector<std::uint8_t>{1, 2}));
        QVERIFY(refusal("version https://git-lfs.github.com/spec/v1\n").find("Git LFS pointer") !=
                std::string::npos);
        QVERIFY(refusal("<!doctype html><title>404</title>").find("HTML page") != std::string::npos);
        QVERIFY(refusal("").ends_with("found an empty file"));
        cv::Mat deep(2, 2, CV_16UC1, cv::Scalar(25700));
        for (const char* ending : {".png", ".tif", ".pgm"})
            QCOMPARE(lab::decoded_picture(encoded(ending, deep)).pixels, std::vector<std::uint8_t>(4, 100));
        std::string bomb = encoded(".png");
        bomb.replace(16, 8, number(30000, 4) + number(30000, 4));
        const auto sum = crc32(0, reinterpret_cast<const Bytef*>(bomb.data() + 12), 17);
        bomb.replace(29, 4, number(std::uint32_t(sum), 4));
        QVERIFY(refusal(bomb).starts_with("expected 1 to 134217728 pixels, found 30000x30000"));
    }

    void names_of_pictures() {
        for (const char* name : {"a.JPG", "a.jpe", "a.JFIF", "a.tif", "a.TIFF", "a.gif", "a.pgm", "b.v1.Bmp"})
            QVERIFY2(lab::is_picture_name(name), name);
        for (const char* name : {"a.heic", "a.jp2", "jpg", "a.jpg.txt", ".png"})
            QVERIFY2(!lab::is_picture_name(name), name);
    }
};

QTEST_GUILESS_MAIN(TestPictureFormats)
#include "test_picture_formats.moc"
