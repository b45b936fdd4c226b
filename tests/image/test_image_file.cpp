#include "core/image/image_file.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <QtTest>

class TestImageFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_path = m_folder.path().toStdString();

  private Q_SLOTS:
    void png_round_trip_data() {
        QTest::addColumn<int>("channels");
        QTest::newRow("grey") << 1;
        QTest::newRow("RGB") << 3;
    }
    void png_round_trip() {
        QFETCH(int, channels);
        const lab::Image image = test_files::picture(21, 34, channels);
        lab::write_png(image, m_path / "round.png");
        QCOMPARE(lab::read_image(m_path / "round.png"), image);
        lab::write_png(test_files::picture(5, 5, channels), m_path / "round.png");
        QCOMPARE(lab::read_image(m_path / "round.png").height, 5);
    }

    void leaves_nothing_half_written() {
        const std::filesystem::path file = m_path / "no such folder" / "a.png";
        const std::string sentence =
            test_files::sentence_of([&] { lab::write_png(test_files::picture(4, 4, 1), file); });
        QVERIFY2(sentence.starts_with(file.string() + ": cannot be written: "), sentence.c_str());
        QVERIFY_EXCEPTION_THROWN(lab::write_png({}, m_path / "empty.png"), std::runtime_error);
        for (const auto& entry : std::filesystem::directory_iterator(m_path)) {
            QVERIFY(entry.path().extension() == ".png");
        }
        QVERIFY(!std::filesystem::exists(m_path / "empty.png"));
    }

    void refuses_what_is_no_picture() {
        const std::filesystem::path missing = m_path / "missing.png";
        QCOMPARE(test_files::sentence_of([&] { lab::read_image(missing); }),
                 "The picture " + missing.string() + " does not exist.");
        const std::filesystem::path text = m_path / "text.png";
        test_files::write(text, {'h', 'e', 'l', 'l', 'o'});
        QCOMPARE(test_files::sentence_of([&] { lab::read_image(text); }),
                 "The picture " + text.string() +
                     " cannot be read: expected JPEG, PNG, WebP, BMP, GIF, TIFF, PPM, found another file.");
    }

    void lists_pictures_sorted() {
        const std::filesystem::path folder = m_path / "pictures";
        std::filesystem::create_directories(folder / "folder.png");
        for (const char* name : {"c.webp", "a.JPG", "b.png", "notes.txt", "d.bmp", "e.jpeg"}) {
            test_files::write(folder / name, {});
        }
        std::vector<std::string> names;
        for (const auto& file : lab::list_pictures(folder)) {
            names.push_back(file.filename().string());
        }
        QCOMPARE(names, (std::vector<std::string>{"a.JPG", "b.png", "c.webp", "d.bmp", "e.jpeg"}));
        QCOMPARE(test_files::sentence_of([&] { lab::list_pictures(m_path / "nowhere"); }),
                 "The folder of pictures " + (m_path / "nowhere").string() + " does not exist.");
    }
};

QTEST_GUILESS_MAIN(TestImageFile)
#include "test_image_file.moc"
