#include "core/stream/prefetcher.h"

#include <QtTest>

#include <set>

namespace {

/// Grey pictures of 3 × 5 pixels whose value is their number; some cannot be read. Published with fog.
class Damaged final : public lab::ImageSet {
  public:
    Damaged(std::int64_t size, std::set<std::int64_t> unreadable)
        : m_size(size), m_unreadable(std::move(unreadable)) {}

    std::string name() const override { return "damaged"; }
    std::int64_t size() const override { return m_size; }
    lab::Image image(std::int64_t index) const override {
        if (m_unreadable.contains(index))
            throw lab::UnreadablePicture("picture " + std::to_string(index) + " is damaged");
        lab::Image image{3, 5, 1, {}};
        image.pixels.assign(15, static_cast<std::uint8_t>(index));
        return image;
    }
    std::optional<lab::Image> published(std::int64_t index,
                                        const lab::Corruption& corruption) const override {
        if (corruption.kind != lab::CorruptionKind::fog)
            return std::nullopt;
        lab::Image image = this->image(index);
        image.pixels.assign(15, static_cast<std::uint8_t>(200 + corruption.severity));
        return image;
    }
    int label(std::int64_t index) const override { return static_cast<int>(index % 10); }
    const std::vector<std::string>& class_names() const override { return m_names; }

  private:
    std::int64_t m_size;
    std::set<std::int64_t> m_unreadable;
    std::vector<std::string> m_names = std::vector<std::string>(10, "class");
};

std::vector<lab::StreamItem> plan_of(const std::vector<std::int64_t>& samples,
                                     lab::CorruptionKind kind = lab::CorruptionKind::none) {
    std::vector<lab::StreamItem> plan;
    for (const std::int64_t sample : samples)
        plan.push_back({sample, {kind, 4}, 0, false, false});
    return plan;
}

std::vector<lab::Batch> all(const std::set<std::int64_t>& unreadable,
                            const std::vector<lab::StreamItem>& plan, int batch_size, int threads = 1) {
    lab::Prefetcher prefetcher(std::make_shared<Damaged>(20, unreadable), plan,
                               {batch_size, 1, threads, 4, {}, 0});
    std::vector<lab::Batch> batches;
    while (std::optional<lab::Batch> batch = prefetcher.next())
        batches.push_back(std::move(*batch));
    return batches;
}

using Samples = std::vector<std::int64_t>;

} // namespace

class TestDroppedPictures : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_damaged_picture_is_left_out_and_reported() {
        const auto batches = all({3, 4}, plan_of({1, 3, 5, 4, 7, 9}), 3);
        QCOMPARE(batches.size(), std::size_t(2));
        QCOMPARE(batches[0].samples, (Samples{1, 5}));
        QCOMPARE(batches[0].labels, (std::vector<int>{1, 5}));
        QCOMPARE(batches[0].images.size(), std::size_t(2));
        QCOMPARE(batches[0].planned, 3);
        QCOMPARE(batches[0].dropped.size(), std::size_t(1));
        QCOMPARE(batches[0].dropped[0].position, 1);
        QCOMPARE(batches[0].dropped[0].why, std::string("picture 3 is damaged"));
        QCOMPARE(batches[1].samples, (Samples{7, 9}));
        QCOMPARE(batches[1].dropped[0].position, 0);
        QCOMPARE(batches[1].step, 2);
    }

    /// One batch for each step, whatever is damaged.
    void a_batch_that_loses_all_takes_the_next_picture() {
        const auto batches = all({3, 4, 5}, plan_of({1, 2, 3, 4, 5, 6}), 2);
        QCOMPARE(batches.size(), std::size_t(3));
        QCOMPARE(batches[1].samples, Samples{6});
        QCOMPARE(batches[1].dropped.size(), std::size_t(2));
        QCOMPARE(batches[2].samples, Samples{6});
        QCOMPARE(all({5, 6}, plan_of({1, 2, 5, 6}), 2)[1].samples,
                 Samples{1}); // behind the last comes the first
    }

    void when_nothing_can_be_read_the_run_ends() {
        try {
            all({1, 2}, plan_of({1, 2}), 2);
            QFAIL("nothing was thrown");
        } catch (const lab::UnreadablePicture&) {
            QFAIL("expected a fault of the whole set");
        } catch (const std::runtime_error& fault) {
            QCOMPARE(std::string(fault.what()),
                     std::string("damaged: none of the pictures can be read. picture 1 is damaged"));
        }
    }

    void the_number_of_threads_changes_nothing() {
        Samples samples;
        for (int i = 0; i < 200; ++i)
            samples.push_back(i * 7 % 20);
        const auto plan = plan_of(samples, lab::CorruptionKind::gaussian_noise);
        const auto one = all({2, 9, 11}, plan, 6), four = all({2, 9, 11}, plan, 6, 4);
        QCOMPARE(one.size(), four.size());
        for (std::size_t i = 0; i < one.size(); ++i) {
            QCOMPARE(one[i].samples, four[i].samples);
            QVERIFY(one[i].images == four[i].images);
            QCOMPARE(one[i].dropped.size(), four[i].dropped.size());
        }
    }

    void published_corruptions_are_not_corrupted_again() {
        const auto batches = all({}, plan_of({1, 2}, lab::CorruptionKind::fog), 2);
        QCOMPARE(batches[0].corruption, std::string("fog"));
        for (const lab::Image& image : batches[0].images)
            QCOMPARE(image.pixels, std::vector<std::uint8_t>(15, 204));
        // A corruption that the set was not published with is made on the fly.
        const auto made = all({}, plan_of({1, 2}, lab::CorruptionKind::brightness), 2);
        QVERIFY(made[0].images[0].pixels[0] > 1);
    }

    void noise_has_the_size_of_the_first_readable_picture() {
        std::vector<lab::StreamItem> plan = plan_of({3, 5});
        plan.insert(plan.begin(), {0, {}, 0, true, true});
        const auto batches = all({0, 3}, plan, 4);
        QCOMPARE(batches[0].images[0].height, 3);
        QCOMPARE(batches[0].images[0].width, 5);
        QCOMPARE(batches[0].labels[0], -1);
    }
};

QTEST_GUILESS_MAIN(TestDroppedPictures)
#include "test_dropped_pictures.moc"
