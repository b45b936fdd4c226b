#pragma once

#include "ui/session/scene.h"

#include <cmath>
#include <memory>

/// A recording made of nothing: two lanes on a stream that goes through its classes one after the other. The
/// first lane is always right up to half of the run and says class 0 from then on; the second is always right
/// and has a predictor.
class SceneMaker {
  public:
    static constexpr int batch = 8;

    explicit SceneMaker(int steps = 20, int classes = 4, bool details = true, bool labels = true)
        : steps_(steps), classes_(classes), labels_(labels) {
        for (int step = 1; step <= steps; ++step)
            addStep(step, details);
        index_.append(records_, 0);
    }

    int labelOf(int step) const { return (step - 1) * classes_ / steps_; }
    int answerOf(int lane, int step) const { return lane == 0 && 2 * step > steps_ ? 0 : labelOf(step); }

    lab::Scene scene(int step) const {
        lab::Scene scene;
        scene.records = &records_;
        scene.index = &index_;
        scene.details = &details_;
        scene.styles = lab::laneStyles({lab::make_lane("tent"), lab::make_lane("zerosiam")});
        for (int c = 0; c < classes_; ++c)
            scene.class_names.append(QStringLiteral("class %1 with a long name").arg(c));
        scene.step = step;
        scene.total_steps = steps_;
        scene.empty_text = QStringLiteral("Press Run.");
        return scene;
    }
    const std::vector<lab::StepRecord>& records() const { return records_; }
    const lab::DetailStore& details() const { return details_; }

  private:
    void addStep(int step, bool with_details) {
        auto detail = std::make_shared<lab::BatchDetail>();
        detail->step = step;
        detail->axis_shares = {0.5, 0.25};
        for (int i = 0; i < batch; ++i) {
            detail->samples.push_back(i % 2 == 0 ? i
                                                 : step * batch + i); // the even ones come again and again
            detail->labels.push_back(labels_ ? labelOf(step) : -1);
            detail->pictures.push_back({6, 6, 1, std::vector<std::uint8_t>(36, std::uint8_t(step * 7))});
        }
        for (int lane = 0; lane < 2; ++lane) {
            lab::StepRecord record;
            record.lane = lane;
            record.step = step;
            record.batch_size = batch;
            record.kept = batch;
            record.labels = detail->labels;
            record.predictions.assign(batch, answerOf(lane, step));
            record.accuracy = !labels_ ? std::nan("") : answerOf(lane, step) == labelOf(step) ? 1 : 0;
            record.loss_objective = 0.5;
            record.loss_divergence = lane == 1 ? 0.25 : 0;
            record.loss = record.loss_objective + record.loss_divergence;
            record.predictor_distance = lane == 1 ? 0.1 * step : 0;
            records_.push_back(record);
            detail->lanes.push_back(detailOf(record));
        }
        if (with_details)
            details_.add(detail);
    }
    lab::StepDetail detailOf(const lab::StepRecord& record) const {
        lab::StepDetail d;
        d.lane = record.lane;
        d.step = record.step;
        d.recipe = lab::make_lane(record.lane == 1 ? "zerosiam" : "tent").recipe;
        d.predictions = record.predictions;
        for (int i = 0; i < batch; ++i) {
            for (int k = 0; k < lab::StepDetail::top; ++k) {
                d.top_classes.push_back(k < classes_ ? (record.predictions[std::size_t(i)] + k) % classes_
                                                     : -1);
                d.top_probabilities.push_back(k == 0 ? 0.8F : 0.05F);
            }
            d.projection.push_back(float(record.labels[std::size_t(i)]) + 0.1F * float(i));
            d.projection.push_back(float(record.lane) - 0.05F * float(i));
        }
        d.features = 16;
        d.feature_norm = 3.5;
        d.norm_change = 0.01;
        if (record.lane == 1) {
            d.matrix_side = 16;
            d.matrix.assign(256, 0);
            d.matrix[5 * 16 + 3] = -float(record.predictor_distance);
            d.largest = {{5, 3, d.matrix[5 * 16 + 3]}};
            d.distance = record.predictor_distance;
            d.distance_before = record.predictor_distance - 0.1;
        }
        return d;
    }

    int steps_, classes_;
    bool labels_;
    std::vector<lab::StepRecord> records_;
    lab::RecordIndex index_;
    lab::DetailStore details_;
};
