#include "core/dataset/data_places.h"
#include "core/dataset/fashion_mnist.h"
#include "core/dataset/idx.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <QtTest>

namespace {

using test_files::Bytes;
const std::vector<std::string> three_classes = {"hat", "coat", "shoe"};

/// Two pictures of 2 × 3 pixels with their labels, in a folder of their own.
struct Pair {
    QTemporaryDir folder;
    std::filesystem::path images = std::filesystem::path(folder.path().toStdString()) / "images";
    std::filesystem::path labels = std::filesystem::path(folder.path().toStdString()) / "labels";
    Bytes image_bytes = test_files::idx_bytes({2051, 2, 2, 3}, {0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 255});
    Bytes label_bytes = test_files::idx_bytes({2049, 2}, {2, 0});

    std::unique_ptr<lab::StoredImageSet> read() const {
        test_files::write(images, image_bytes);
        test_files::write(labels, label_bytes);
        return lab::read_idx(images, labels, "Clothes", three_classes);
    }
    std::string refusal() const {
        return test_files::sentence_of([this] { read(); });
    }
};

void check_content(const lab::ImageSet& set) {
    QCOMPARE(set.name(), std::string("Clothes"));
    QCOMPARE(set.size(), 2);
    QCOMPARE(set.image(0), (lab::Image{2, 3, 1, {0, 1, 2, 3, 4, 5}}));
    QCOMPARE(set.image(1), (lab::Image{2, 3, 1, {10, 11, 12, 13, 14, 255}}));
    QCOMPARE(set.label(0), 2);
    QCOMPARE(set.label(1), 0);
    QCOMPARE(set.class_names(), three_classes);
}

} // namespace

class TestIdx : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void reads_plain_files() {
        const Pair pair;
        check_content(*pair.read());
    }

    void reads_compressed_files() {
        const Pair pair;
        test_files::write_gzip(pair.images, pair.image_bytes);
        test_files::write_gzip(pair.labels, pair.label_bytes);
        check_content(*lab::read_idx(pair.images, pair.labels, "Clothes", three_classes));
    }

    void refuses_an_index_outside() {
        const Pair pair;
        const auto set = pair.read();
        const std::string sentence = "Clothes has 2 pictures; number 2 does not exist.";
        QCOMPARE(test_files::sentence_of([&] { set->image(2); }), sentence);
        QVERIFY_EXCEPTION_THROWN(set->label(-1), std::out_of_range);
    }

    void refuses_damaged_files_data() {
        QTest::addColumn<Bytes>("image_bytes");
        QTest::addColumn<Bytes>("label_bytes");
        QTest::addColumn<QString>("sentence"); // after the file's name
        const Bytes images = Pair().image_bytes;
        const Bytes labels = Pair().label_bytes;
        const auto idx = test_files::idx_bytes;
        QTest::newRow("short header") << Bytes{0, 0, 8} << labels
                                      << "images: expected an IDX header, found a file that ends inside it.";
        QTest::newRow("wrong magic")
            << idx({2052, 2, 2, 3}, Bytes(12)) << labels
            << "images: expected the magic number 2051 (8-bit pictures), found 2052.";
        QTest::newRow("files swapped") << labels << images
                                       << "images: expected the magic number 2051 "
                                          "(8-bit pictures), found 2049.";
        QTest::newRow("wrong label magic")
            << images << images << "labels: expected the magic number 2049 (labels), found 2051.";
        QTest::newRow("truncated") << Bytes(images.begin(), images.end() - 1) << labels
                                   << "images: expected 12 bytes after the header, found only 11.";
        QTest::newRow("trailing") << idx({2051, 2, 2, 3}, Bytes(13)) << labels
                                  << "images: expected 12 bytes after the header, found more.";
        QTest::newRow("truncated labels")
            << images << idx({2049, 2}, {1}) << "labels: expected 2 bytes after the header, found only 1.";
        QTest::newRow("label out of range")
            << images << idx({2049, 2}, {1, 3}) << "labels: expected labels from 0 to 2, found 3.";
        QTest::newRow("no columns")
            << idx({2051, 2, 2, 0}, {}) << labels
            << "images: expected pictures of 1 to 1024 pixels a side, found 2 rows and "
               "0 columns.";
        QTest::newRow("huge sides")
            << idx({2051, 2, 0xFFFFFFFF, 0xFFFFFFFF}, {}) << labels
            << "images: expected pictures of 1 to 1024 pixels a side, found 4294967295 "
               "rows and 4294967295 columns.";
        QTest::newRow("huge count") << idx({2051, 0xFFFFFFFF, 2, 3}, {}) << idx({2049, 0xFFFFFFFF}, {})
                                    << "labels: expected at most 2147483648 bytes after the header, found a "
                                       "header that announces 4294967295.";
        QTest::newRow("large count, no data")
            << idx({2051, 0x10000000, 2, 3}, {}) << idx({2049, 0x10000000}, {1, 1, 1})
            << "labels: expected 268435456 bytes after the header, found "
               "only 3.";
    }
    void refuses_damaged_files() {
        QFETCH(Bytes, image_bytes);
        QFETCH(Bytes, label_bytes);
        QFETCH(QString, sentence);
        Pair pair;
        pair.image_bytes = image_bytes;
        pair.label_bytes = label_bytes;
        QCOMPARE(QString::fromStdString(pair.refusal()), pair.folder.path() + "/" + sentence);
    }

    void refuses_counts_that_disagree() {
        Pair pair;
        pair.label_bytes = test_files::idx_bytes({2049, 3}, {0, 1, 2});
        QCOMPARE(pair.refusal(), pair.labels.string() + ": expected 2 labels, as many as pictures in " +
                                     pair.images.string() + ", found 3.");
    }

    void refuses_a_missing_file() {
        const Pair pair;
        const std::string sentence = test_files::sentence_of(
            [&] { lab::read_idx(pair.images, pair.labels, "Clothes", three_classes); });
        QCOMPARE(sentence, pair.images.string() + ": expected an IDX file, found no such file.");
    }

    void refuses_a_cut_archive() {
        Pair pair;
        pair.read();
        test_files::write_gzip(pair.images, test_files::idx_bytes({2051, 2, 2, 3}, Bytes(12, 7)));
        const Bytes archive = test_files::read(pair.images);
        test_files::write(pair.images, Bytes(archive.begin(), std::prev(archive.end(), 9)));
        const std::string sentence = test_files::sentence_of(
            [&] { lab::read_idx(pair.images, pair.labels, "Clothes", three_classes); });
        QCOMPARE(sentence,
                 pair.images.string() + ": expected a whole archive, found one that was cut short.");
    }

    void files_are_found_by_their_usual_names() {
        const QTemporaryDir temporary;
        const std::filesystem::path folder = temporary.path().toStdString();
        const auto found = [&] { return lab::idx_file(folder, "t10k-images", 3); };
        const auto refusal = [&] { return test_files::sentence_of([&] { found(); }); };
        const std::string expected =
            folder.string() + ": expected t10k-images-idx3-ubyte or t10k-images-idx3-ubyte.gz, found ";
        QCOMPARE(refusal(), expected + "nothing.");
        test_files::write(folder / "train-images-idx3-ubyte", {});
        QCOMPARE(refusal(), expected + "\"train-images-idx3-ubyte\".");
        for (const char* name : {"t10k-images.idx3-ubyte.gz", "t10k-images.idx3-ubyte",
                                 "t10k-images-idx3-ubyte.gz", "t10k-images-idx3-ubyte"}) {
            test_files::write(folder / name, {});
            QCOMPARE(found(), folder / name);
        }
    }

    void archives_in_archives_and_pages_are_called_so() {
        Pair pair;
        pair.read();
        test_files::write_gzip(pair.images, {0x1f, 0x8b, 8, 0, 0, 0});
        const auto refusal = [&] {
            return test_files::sentence_of(
                [&] { lab::read_idx(pair.images, pair.labels, "Clothes", three_classes); });
        };
        QVERIFY2(refusal().ends_with(", an archive in the archive: unpack it once."), refusal().c_str());
        const std::string page = "<!DOCTYPE html><title>Not found</title>";
        test_files::write(pair.images, {page.begin(), page.end()});
        QVERIFY2(refusal().find("an HTML page") != std::string::npos, refusal().c_str());
        const std::string pointer = "version https://git-lfs.github.com/spec/v1\n";
        test_files::write(pair.images, {pointer.begin(), pointer.end()});
        QVERIFY2(refusal().find("a Git LFS pointer") != std::string::npos, refusal().c_str());
    }

    /// The format tells nothing of what the pictures show: the first labels do.
    void other_sets_get_no_names_of_clothes_data() {
        QTest::addColumn<QByteArray>("labels");
        QTest::addColumn<bool>("published");
        const QByteArray first("9211614657457341248025791460938833807579613767212244582284807785");
        QTest::newRow("the first 64") << first << true;
        QTest::newRow("the first 20") << first.left(20) << true;
        QTest::newRow("more") << first + QByteArray(100, '3') << true;
        QTest::newRow("too few to tell") << first.left(19) << false;
        QTest::newRow("MNIST") << QByteArray("72104149590690159734966540740131") << false;
        QTest::newRow("one after the other") << QByteArray("012345678901234567890123456789") << false;
        QTest::newRow("another at the end") << first.left(63) + '0' << false;
    }
    void other_sets_get_no_names_of_clothes() {
        QFETCH(QByteArray, labels);
        QFETCH(bool, published);
        QTemporaryDir place;
        const std::filesystem::path folder = place.path().toStdString();
        const auto count = std::uint32_t(labels.size());
        test_files::Bytes bytes;
        for (const char digit : labels)
            bytes.push_back(std::uint8_t(digit - '0'));
        test_files::write(folder / "t10k-labels-idx1-ubyte", test_files::idx_bytes({2049, count}, bytes));
        test_files::write(folder / "t10k-images-idx3-ubyte",
                          test_files::idx_bytes({2051, count, 2, 2}, test_files::Bytes(4 * count, 7)));
        const auto set = lab::open_fashion_mnist(folder, lab::DataSplit::test);
        QCOMPARE(set->class_names().at(1), std::string(published ? "Trouser" : "1"));
        QCOMPARE(set->name(), published ? "Fashion-MNIST test" : folder.filename().string());
        QCOMPARE(set->notices().size(), std::size_t(published ? 0 : 1));
        if (published)
            return;
        const lab::Notice notice = set->notices().front();
        QVERIFY(notice.warning && notice.subject == lab::NoticeSubject::data);
        QVERIFY2(notice.text.starts_with("the files are not Fashion-MNIST's test set: found " +
                                         std::to_string(count) + " pictures with the labels "),
                 notice.text.c_str());
    }

    void opens_the_installed_fashion_mnist() {
        std::filesystem::path folder;
        try {
            folder = lab::require_data("fashion-mnist");
        } catch (const std::runtime_error& error) {
            QSKIP(error.what());
        }
        const auto set = lab::open_fashion_mnist(folder, lab::DataSplit::test);
        QCOMPARE(set->name(), std::string("Fashion-MNIST test"));
        QCOMPARE(set->size(), 10000);
        QVERIFY(set->notices().empty());
        QVERIFY(lab::open_fashion_mnist(folder, lab::DataSplit::train)->notices().empty());
        QCOMPARE(set->image(9999).byte_count(), std::size_t(28 * 28));
        QCOMPARE(set->class_names().at(std::size_t(set->label(0))), std::string("Ankle boot"));
    }
};

QTEST_GUILESS_MAIN(TestIdx)
#include "test_idx.moc"
