#include "core/dataset/cifar.h"
#include "tests/reference_data.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <QtTest>

namespace {

/// A record whose red, green and blue planes count up from 0, 80 and 160.
test_files::Bytes record(std::uint8_t label) {
    test_files::Bytes bytes = {label};
    for (int plane = 0; plane < 3; ++plane) {
        for (int i = 0; i < 1024; ++i) {
            bytes.push_back(static_cast<std::uint8_t>(80 * plane + i % 64));
        }
    }
    return bytes;
}

} // namespace

class TestCifar : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_file = std::filesystem::path(m_folder.path().toStdString()) / "test_batch.bin";

    std::string refusal() const {
        return test_files::sentence_of(
            [this] { lab::open_cifar10(m_file.parent_path(), lab::DataSplit::test); });
    }

  private Q_SLOTS:
    void reads_and_interleaves() {
        test_files::Bytes bytes = record(3);
        const test_files::Bytes second = record(9);
        bytes.insert(bytes.end(), second.begin(), second.end());
        test_files::write(m_file, bytes);
        const auto set = lab::open_cifar10(m_file.parent_path(), lab::DataSplit::test);
        QCOMPARE(set->name(), std::string("CIFAR-10 test"));
        QCOMPARE(set->size(), 2);
        QCOMPARE(set->label(1), 9);
        QCOMPARE(set->class_names().at(3), std::string("cat"));
        const lab::Image image = set->image(1);
        QCOMPARE(image.byte_count(), std::size_t(3072));
        QCOMPARE(image.pixels.at(3), std::uint8_t(1));
        QCOMPARE(image.pixels.at(4), std::uint8_t(81));
        QCOMPARE(image.pixels.at(5), std::uint8_t(161));
    }

    void refuses_damaged_files() {
        std::filesystem::remove(m_file);
        const std::string file = m_file.string();
        QCOMPARE(refusal(), file + ": expected a CIFAR-10 file in the binary version, found no such file.");
        test_files::Bytes bytes = record(3);
        bytes.pop_back();
        test_files::write(m_file, bytes);
        const std::string records = ": expected whole records of 3073 bytes, 1 GiB at most, found ";
        QCOMPARE(refusal(), file + records + "3072 bytes.");
        test_files::write(m_file, {});
        QCOMPARE(refusal(), file + records + "0 bytes.");
        test_files::write(m_file, record(10));
        QCOMPARE(refusal(), file + ": expected labels from 0 to 9, found 10 in record 0.");
    }

    void reads_cifar_100() {
        test_files::Bytes bytes = {19, 99};
        const test_files::Bytes pixels = record(0);
        bytes.insert(bytes.end(), pixels.begin() + 1, pixels.end());
        const std::filesystem::path file = m_file.parent_path() / "test.bin";
        test_files::write(file, bytes);
        const auto set = lab::open_cifar100(m_file.parent_path(), lab::DataSplit::test);
        QCOMPARE(set->name(), std::string("CIFAR-100 test"));
        QCOMPARE(set->size(), 1);
        QCOMPARE(set->class_names().size(), std::size_t(100));
        QCOMPARE(set->class_names().at(std::size_t(set->label(0))), std::string("worm"));
        QCOMPARE(set->class_names().at(57), std::string("pear"));
        QCOMPARE(set->image(0).pixels.at(4), std::uint8_t(81));

        const auto sentence = [&] {
            return test_files::sentence_of([&] { lab::read_cifar100({file}, "CIFAR-100"); });
        };
        bytes[0] = 20;
        test_files::write(file, bytes);
        QCOMPARE(sentence(), file.string() + ": expected coarse labels from 0 to 19, found 20 in record 0.");
        bytes[1] = 100;
        test_files::write(file, bytes);
        QCOMPARE(sentence(), file.string() + ": expected labels from 0 to 99, found 100 in record 0.");
        bytes.push_back(0);
        test_files::write(file, bytes);
        QCOMPARE(sentence(),
                 file.string() + ": expected whole records of 3074 bytes, 1 GiB at most, found 3075 bytes.");
    }

    void reads_the_real_test_batch() {
        const std::string file = reference_data("data/cifar10/test_batch.bin");
        if (file.empty()) {
            QSKIP("The reference data has no CIFAR-10 here.");
        }
        const auto set = lab::read_cifar10({file}, "CIFAR-10 test");
        QCOMPARE(set->size(), 10000);
        QCOMPARE(set->class_names().at(std::size_t(set->label(4))), std::string("frog"));
    }
};

QTEST_GUILESS_MAIN(TestCifar)
#include "test_cifar.moc"
