#include "core/dataset/cached_image_set.h"
#include "tests/support/test_files.h"

#include <QtTest>

#include <atomic>
#include <thread>

namespace {

constexpr std::size_t picture_bytes = 4 * 4 * 3;

/// Pictures of one colour, their own number; counts how often it is asked. Every tenth cannot be read.
class Counting final : public lab::ImageSet {
  public:
    std::string name() const override { return "counting"; }
    std::int64_t size() const override { return 100; }
    lab::Image image(std::int64_t index) const override {
        ++asked;
        if (index % 10 == 9)
            throw lab::UnreadablePicture("damaged");
        lab::Image image{4, 4, 3, {}};
        image.pixels.assign(picture_bytes, static_cast<std::uint8_t>(index));
        return image;
    }
    std::optional<lab::Image> published(std::int64_t index,
                                        const lab::Corruption& corruption) const override {
        if (corruption.kind == lab::CorruptionKind::none)
            return std::nullopt;
        lab::Image image = this->image(index);
        image.pixels.front() = static_cast<std::uint8_t>(100 + corruption.severity);
        return image;
    }
    int label(std::int64_t index) const override { return static_cast<int>(index % 7); }
    const std::vector<std::string>& class_names() const override { return names; }

    std::vector<std::string> names = {"a", "b", "c", "d", "e", "f", "g"};
    mutable std::atomic<int> asked = 0;
};

} // namespace

class TestCachedImageSet : public QObject {
    Q_OBJECT

    std::shared_ptr<Counting> m_images = std::make_shared<Counting>();

  private Q_SLOTS:
    void init() { m_images->asked = 0; }

    void reads_each_picture_once() {
        const lab::CachedImageSet cache(m_images, 10 * picture_bytes);
        for (int round = 0; round < 3; ++round)
            for (int i = 0; i < 5; ++i)
                QCOMPARE(cache.image(i), m_images->image(i));
        QCOMPARE(m_images->asked.load(), 5 + 15);
        QCOMPARE(cache.hits(), 10);
        QCOMPARE(cache.bytes(), 5 * picture_bytes);
        QCOMPARE(cache.label(8), 1);
        QCOMPARE(cache.size(), 100);
        QCOMPARE(cache.class_names(), m_images->names);
        QVERIFY(cache.has_clean());
    }

    void the_longest_unused_goes_first() {
        const lab::CachedImageSet cache(m_images, 3 * picture_bytes + 1);
        for (const int i : {0, 1, 2, 0, 3}) // 3 drives out 1
            cache.image(i);
        m_images->asked = 0;
        for (const int i : {0, 2, 3})
            cache.image(i);
        QCOMPARE(m_images->asked.load(), 0);
        cache.image(1);
        QCOMPARE(m_images->asked.load(), 1);
        QVERIFY(cache.bytes() <= 3 * picture_bytes + 1);
    }

    void a_bound_smaller_than_a_picture_keeps_none() {
        const lab::CachedImageSet cache(m_images, picture_bytes - 1);
        cache.image(1);
        QCOMPARE(cache.image(1).pixels.front(), std::uint8_t(1));
        QCOMPARE(m_images->asked.load(), 2);
        QCOMPARE(cache.bytes(), std::size_t(0));
    }

    void corruptions_and_severities_are_kept_apart() {
        const lab::CachedImageSet cache(m_images, 10 * picture_bytes);
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(cache.image(3).pixels.front(), std::uint8_t(3));
            for (const int severity : {1, 5})
                for (const auto kind : {lab::CorruptionKind::fog, lab::CorruptionKind::snow})
                    QCOMPARE(cache.published(3, {kind, severity})->pixels.front(),
                             std::uint8_t(100 + severity));
        }
        QCOMPARE(m_images->asked.load(), 5);
        QVERIFY(!cache.published(3, {lab::CorruptionKind::none, 1}));
    }

    void what_cannot_be_read_is_told_each_time() {
        const lab::CachedImageSet cache(m_images, 10 * picture_bytes);
        for (int round = 0; round < 2; ++round)
            QVERIFY_EXCEPTION_THROWN(cache.image(9), lab::UnreadablePicture);
        QCOMPARE(cache.bytes(), std::size_t(0));
    }

    void many_threads_read_the_same_pictures() {
        const lab::CachedImageSet cache(m_images, 20 * picture_bytes);
        std::atomic<int> wrong = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < 2000; ++i) {
                    const int index = (i * (t + 3)) % 30;
                    if (index % 10 == 9)
                        continue;
                    const lab::Image plain = cache.image(index);
                    const auto foggy = cache.published(index, {lab::CorruptionKind::fog, 1 + i % 5});
                    wrong += plain.pixels != std::vector<std::uint8_t>(picture_bytes, std::uint8_t(index));
                    wrong += foggy->pixels.front() != 101 + i % 5;
                }
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
        QVERIFY(cache.bytes() <= 20 * picture_bytes);
    }
};

QTEST_GUILESS_MAIN(TestCachedImageSet)
#include "test_cached_image_set.moc"
