#include "core/model/input.h"
#include "core/run/clean_pictures.h"
#include "tests/support/random_models.h"
#include "tests/support/small_data.h"

#include <ATen/ATen.h>
#include <QtTest>

using namespace lab;

namespace {

/// Counts what is read, and cannot read every seventh picture.
class CountingSet final : public ImageSet {
  public:
    explicit CountingSet(int count) : set_(test_data::striped(count, 12, 1)) {}
    std::string name() const override { return "counting"; }
    std::int64_t size() const override { return set_.size(); }
    int label(std::int64_t index) const override { return set_.label(index); }
    const std::vector<std::string>& class_names() const override { return set_.class_names(); }
    Image image(std::int64_t index) const override {
        ++asked;
        if (index % 7 == 0)
            throw UnreadablePicture("no");
        return set_.image(index);
    }
    mutable int asked = 0;

  private:
    StoredImageSet set_;
};

} // namespace

class TestCleanPictures : public QObject {
    Q_OBJECT

    const ModelCard card = test_models::card("resnet14_gn", 12);
    const at::TensorOptions options = at::TensorOptions(at::kFloat);

  private Q_SLOTS:
    void the_batches_are_those_of_the_readable_pictures_in_order() {
        const CountingSet set(500);
        std::vector<Image> all;
        for (std::int64_t i = 0; i < 200; ++i)
            if (const std::int64_t index = i * 500 / 200; index % 7 != 0)
                all.push_back(set.image(index));
        const at::Tensor expected = to_input(all, card, options);
        const NextBatch next = clean_pictures(set, card, options, 200);
        std::vector<at::Tensor> batches;
        for (at::Tensor batch = next(); batch.defined(); batch = next())
            batches.push_back(batch);
        QCOMPARE(batches.size(), (all.size() + 63) / 64);
        for (std::size_t i = 0; i + 1 < batches.size(); ++i)
            QCOMPARE(batches[i].size(0), std::int64_t(64));
        QVERIFY(at::equal(at::cat(batches), expected));
        QVERIFY(!next().defined());
    }

    void pictures_are_read_a_batch_at_a_time() {
        const CountingSet set(500);
        const NextBatch next = clean_pictures(set, card, options, 2000);
        QCOMPARE(set.asked, 0);
        next();
        QVERIFY(set.asked >= 64 && set.asked <= 64 * 7 / 6 + 1);
        const int after_one = set.asked;
        next();
        QVERIFY(set.asked - after_one <= 64 * 7 / 6 + 1);
    }

    void a_set_without_a_readable_picture_has_none() {
        const CountingSet set(1);
        QVERIFY(!clean_pictures(set, card, options, 10)().defined());
    }
};

QTEST_GUILESS_MAIN(TestCleanPictures)
#include "test_clean_pictures.moc"
