#include "core/record/detail_store.h"
#include "core/run/feature_axes.h"
#include "tests/run/small_experiment.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <cmath>
#include <numeric>

using namespace lab;

namespace {

/// The details of a whole run, beside its records.
struct DetailedRun {
    std::vector<StepRecord> records;
    std::vector<BatchDetailPtr> details;

    explicit DetailedRun(const ExperimentSpec& spec) {
        Experiment experiment(spec);
        experiment.set_details(true);
        StepOutput output;
        while (experiment.step(output)) {
            records.insert(records.end(), output.records.begin(), output.records.end());
            details.push_back(output.detail);
        }
    }
};

BatchDetailPtr detail_of_step(int step, std::size_t pixels = 1000, int lane = 0) {
    auto detail = std::make_shared<BatchDetail>();
    detail->step = step;
    detail->samples = {step % 7, 100 + step};
    detail->labels = {0, 1};
    detail->pictures.push_back({1, static_cast<int>(pixels), 1, std::vector<std::uint8_t>(pixels)});
    detail->lanes.emplace_back();
    detail->lanes.back().lane = lane;
    return detail;
}

} // namespace

class TestDetails : public QObject {
    Q_OBJECT

    SmallExperiment m_small;

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void records_are_the_same_with_details_and_without() {
        const ExperimentSpec spec = m_small.spec({"tent", "zerosiam", "deyo", "no_adaptation"});
        const DetailedRun detailed(spec);
        QCOMPARE(difference(detailed.records, WholeRun(spec).records), std::string());
        QCOMPARE(detailed.details.size(), std::size_t(12));
        Experiment without(spec);
        StepOutput output;
        QVERIFY(without.step(output));
        QVERIFY(!output.detail);
    }

    void details_agree_with_their_records() {
        const DetailedRun run(m_small.spec({"zerosiam", "tent"}));
        double before = 0;
        for (std::size_t step = 0; step < run.details.size(); ++step) {
            const BatchDetail& batch = *run.details[step];
            const StepRecord& record = run.records[2 * step];
            const StepDetail* detail = batch.of_lane(0);
            QVERIFY(detail && batch.of_lane(1) && !batch.of_lane(2));
            QCOMPARE(detail->predictions, record.predictions);
            QCOMPARE(batch.labels, record.labels);
            QCOMPARE(batch.samples.size(), record.labels.size());
            QCOMPARE(batch.pictures.size(), record.labels.size());
            const double norm = std::sqrt(std::inner_product(detail->matrix.begin(), detail->matrix.end(),
                                                             detail->matrix.begin(), 0.0));
            QVERIFY(norm > 0 && std::abs(norm / record.predictor_distance - 1) < 1e-5);
            QCOMPARE(detail->distance, record.predictor_distance);
            QVERIFY(std::abs(detail->distance_before - before) < 1e-12);
            before = record.predictor_distance;
            QVERIFY(detail->norm_change > 0 && detail->predictor_change > 0 && detail->feature_norm > 0);

            const std::size_t n = record.predictions.size();
            QCOMPARE(detail->projection.size(), 2 * n);
            QCOMPARE(detail->top_classes.size(), n * StepDetail::top);
            double confidence = 0;
            for (std::size_t i = 0; i < n; ++i) {
                QCOMPARE(detail->top_classes[i * StepDetail::top], record.predictions[i]);
                confidence += static_cast<double>(detail->top_probabilities[i * StepDetail::top]) / double(n);
            }
            QVERIFY(std::abs(confidence - record.confidence) < 1e-6);
            QCOMPARE(batch.of_lane(1)->matrix_side, 0);
            QCOMPARE(batch.of_lane(1)->predictor_change, 0.0);
        }
    }

    void largest_entries_are_those_of_the_matrix() {
        const DetailedRun run(m_small.spec({"zerosiam"}));
        const StepDetail& detail = *run.details.back()->of_lane(0);
        QCOMPARE(detail.largest.size(), std::size_t(StepDetail::entries));
        std::vector<float> sorted;
        for (const float value : detail.matrix)
            sorted.push_back(std::abs(value));
        std::sort(sorted.rbegin(), sorted.rend());
        for (std::size_t i = 0; i < detail.largest.size(); ++i) {
            const MatrixEntry& entry = detail.largest[i];
            QCOMPARE(std::abs(entry.value), sorted[i]);
            QCOMPARE(detail.matrix[std::size_t(entry.row * detail.matrix_side + entry.column)], entry.value);
        }
    }

    void axes_are_the_principal_ones() {
        // Points along (3, 4, 0)/5 with variance 4 and along (−4, 3, 0)/5 with variance 1, a little of z.
        at::Tensor t = at::arange(0, 400, at::kDouble);
        const at::Tensor a = 2 * std::sqrt(2.0) * (t * 2 * M_PI / 400).sin();
        const at::Tensor b = std::sqrt(2.0) * (t * 2 * M_PI / 400).cos();
        const at::Tensor c = 0.1 * (t * 14 * M_PI / 400).sin();
        const at::Tensor x = at::stack({0.6 * a - 0.8 * b + 7, 0.8 * a + 0.6 * b - 2, c}, 1);
        const FeatureAxes axes = principal_axes(x);
        const at::Tensor expected = at::tensor({0.6, -0.8, 0.8, 0.6, 0.0, 0.0}, at::kDouble).reshape({3, 2});
        // The sign: the largest entry of each axis is positive.
        QVERIFY(at::allclose(axes.directions.select(1, 0), expected.select(1, 0), 0, 1e-6));
        QVERIFY(at::allclose(axes.directions.select(1, 1), -expected.select(1, 1), 0, 1e-6));
        QVERIFY(std::abs(axes.shares[0] - 4 / 5.005) < 1e-6);
        QVERIFY(std::abs(axes.shares[1] - 1 / 5.005) < 1e-6);
        const at::Tensor on_axes = projected(axes, x);
        QVERIFY(at::allclose(on_axes.select(1, 0).to(at::kDouble), a, 0, 1e-5));
        QVERIFY(at::equal(principal_axes(x).directions, axes.directions));
    }

    void large_matrices_and_pictures_are_reduced() {
        std::vector<float> matrix(9, 0);
        matrix[0] = -3;
        matrix[1] = 1;
        matrix[8] = 5;
        QCOMPARE(block_means(matrix, 3, 2), (std::vector<float>{1, 0, 0, 5}));
        QCOMPARE(block_side(300, 128), 100);
        QCOMPARE(block_side(64, 128), 64);
        const Image image{2, 4, 1, {0, 10, 20, 30, 40, 50, 60, 70}};
        QCOMPARE(reduced_picture(image, 4), image);
        QCOMPARE(reduced_picture(image, 2), (Image{1, 2, 1, {25, 45}}));
    }

    void the_store_keeps_its_bound_and_the_newest() {
        const std::size_t one = detail_of_step(1)->bytes();
        DetailStore store(one * 40);
        for (int step = 1; step <= 1000; ++step) {
            store.add(detail_of_step(step));
            QVERIFY(store.bytes() <= store.bound());
            QVERIFY(store.at(step));
        }
        const std::vector<int> steps = store.steps();
        QCOMPARE(store.bytes(), one * steps.size());
        QVERIFY(steps.size() >= 25);
        QVERIFY(store.thinning() > 1);
        // The newest are whole, and the old ones reach back to the beginning.
        for (std::size_t i = steps.size() - 6; i < steps.size(); ++i)
            QCOMPARE(steps[i], 1000 - int(steps.size() - 1 - i));
        QVERIFY(steps.front() <= 2 * store.thinning());
        QCOMPARE(steps.front() % (store.thinning() / 2), 0);
        DetailStore again(one * 40);
        for (int step = 1; step <= 1000; ++step)
            again.add(detail_of_step(step));
        QCOMPARE(again.steps(), steps);
    }

    void the_store_finds_steps() {
        DetailStore store;
        for (const int step : {2, 4, 9})
            store.add(detail_of_step(step));
        QVERIFY(!store.at(3) && !store.at_or_before(1));
        QCOMPARE(store.at_or_before(8)->step, 4);
        QCOMPARE(store.window(8, 5).size(), std::size_t(2));
        QCOMPARE(store.window(100, 2).front()->step, 4);
        QCOMPARE(store.steps_with(2), (std::vector<int>{2, 9}));
        store.add(detail_of_step(4, 1000, 1));
        QCOMPARE(store.size(), std::size_t(3));
        QVERIFY(store.at(4)->of_lane(0) && store.at(4)->of_lane(1));
        store.clear();
        QVERIFY(store.empty() && store.bytes() == 0);
    }

    void a_step_larger_than_the_bound_is_not_kept() {
        DetailStore store(500);
        store.add(detail_of_step(1));
        QVERIFY(store.empty());
    }
};

QTEST_GUILESS_MAIN(TestDetails)
#include "test_details.moc"
