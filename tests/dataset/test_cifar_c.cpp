#include "core/dataset/cifar.h"
#include "core/dataset/cifar_c.h"
#include "tests/dataset/npy_files.h"

#include <QTemporaryDir>
#include <QtTest>

namespace {

using test_files::Bytes;
using test_files::npy_bytes;
using test_files::npy_header;

constexpr std::size_t picture_bytes = 32 * 32 * 3;

/// Pictures of one colour each: 10 · severity + number.
Bytes corrupted(int count) {
    Bytes pixels;
    for (int severity = 1; severity <= 5; ++severity)
        for (int i = 0; i < count; ++i)
            pixels.insert(pixels.end(), picture_bytes, static_cast<std::uint8_t>(10 * severity + i));
    return npy_bytes(npy_header("|u1", "(" + std::to_string(5 * count) + ", 32, 32, 3)"), pixels);
}

std::shared_ptr<const lab::ImageSet> clean(const Bytes& labels) {
    return std::make_shared<lab::StoredImageSet>("clean", lab::Image{32, 32, 3, {}},
                                                 Bytes(labels.size() * picture_bytes, 99), labels,
                                                 lab::cifar10_classes());
}

} // namespace

class TestCifarC : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_path = m_folder.path().toStdString();

    std::unique_ptr<lab::ImageSet> open(std::shared_ptr<const lab::ImageSet> companion = nullptr) const {
        return lab::open_cifar_c(m_path, "CIFAR-10-C", lab::cifar10_classes(), std::move(companion));
    }
    std::string refusal() const {
        return test_files::sentence_of([this] { open(); });
    }
    void write_labels(const Bytes& labels) const {
        test_files::write(m_path / "labels.npy",
                          npy_bytes(npy_header("|u1", "(" + std::to_string(labels.size()) + ",)"), labels));
    }

  private Q_SLOTS:
    void init() {
        write_labels({3, 8, 3, 8, 3, 8, 3, 8, 3, 8});
        test_files::write(m_path / "fog.npy", corrupted(2));
    }

    void severity_picks_a_fifth() {
        const auto set = open();
        QCOMPARE(set->size(), 2);
        QCOMPARE(set->label(1), 8);
        for (const int severity : {1, 3, 5})
            for (const int i : {0, 1}) {
                const auto picture = set->published(i, {lab::CorruptionKind::fog, severity});
                QVERIFY(picture.has_value());
                QCOMPARE(picture->byte_count(), picture_bytes);
                QCOMPARE(picture->pixels.front(), std::uint8_t(10 * severity + i));
                QCOMPARE(picture->pixels.back(), std::uint8_t(10 * severity + i));
            }
        QVERIFY_EXCEPTION_THROWN(set->published(2, {lab::CorruptionKind::fog, 1}), std::out_of_range);
        QVERIFY_EXCEPTION_THROWN(set->published(0, {lab::CorruptionKind::fog, 6}), std::invalid_argument);
    }

    void the_clean_pictures_come_from_the_companion() {
        QVERIFY(!open()->has_clean());
        QVERIFY(!open()->published(0, {lab::CorruptionKind::none, 1}));
        QVERIFY(test_files::sentence_of([&] {
                    open()->image(0);
                }).starts_with("CIFAR-10-C holds corrupted pictures only"));
        const auto set = open(clean({3, 8}));
        QVERIFY(set->has_clean());
        QCOMPARE(set->image(1).pixels.front(), std::uint8_t(99));
        // Another order or another set is no companion.
        QVERIFY(!open(clean({8, 3}))->has_clean());
        QVERIFY(!open(clean({3, 8, 3}))->has_clean());
    }

    void says_beforehand_what_is_missing() {
        const auto set = open();
        set->require({lab::CorruptionKind::fog, 5});
        QCOMPARE(test_files::sentence_of([&] {
                     set->require({lab::CorruptionKind::snow, 5});
                 }),
                 (m_path / "snow.npy").string() + ": expected an .npy file, found no such file.");
        test_files::write(m_path / "fog.npy", corrupted(3));
        QCOMPARE(test_files::sentence_of([&] {
                     open()->require({lab::CorruptionKind::fog, 5});
                 }),
                 (m_path / "fog.npy").string() +
                     ": expected 8-bit pictures, 10 × 32 × 32 × 3, found 15 × 32 × 32 × 3.");
    }

    void labels_of_64_bits() {
        Bytes numbers(40, 0);
        for (std::size_t i = 0; i < numbers.size(); i += 8)
            numbers[i] = 7;
        test_files::write(m_path / "labels.npy", npy_bytes(npy_header("<i8", "(5,)"), numbers));
        QCOMPARE(open()->size(), 1);
        QCOMPARE(open()->label(0), 7);
    }

    void refuses_labels_that_cannot_be() {
        const std::string file = (m_path / "labels.npy").string();
        write_labels({3, 8, 3, 8, 3, 8, 3, 8, 3, 12});
        QCOMPARE(refusal(), file + ": expected labels from 0 to 9, found 12 at 9.");
        write_labels({3, 8, 3, 8, 3, 8, 3, 8, 8, 3});
        QCOMPARE(refusal(), file + ": expected the same labels for each severity, found others at 8.");
        write_labels({3, 8, 3, 8});
        QCOMPARE(refusal(), file + ": expected a list of labels, five times as many as pictures, found 4.");
        std::filesystem::remove(m_path / "labels.npy");
        QCOMPARE(refusal(), file + ": expected an .npy file, found no such file.");
    }
};

QTEST_GUILESS_MAIN(TestCifarC)
#include "test_cifar_c.moc"
