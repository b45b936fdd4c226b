#pragma once

#include "ui/text/step_narration.h"
#include "ui/view/canvas.h"

namespace lab {

/// One step as a diagram: images, encoder, features, the two branches, the loss; on the way back the gradient
/// and what it moves. The present phase is drawn strongly, what is still to come palely.
class StepDiagram : public Canvas {
    Q_OBJECT
  public:
    explicit StepDiagram(QWidget* parent = nullptr);
    void setFacts(const StepFacts& facts, StepPhase phase, const QColor& color);
    const StepFacts& facts() const { return facts_; }

  protected:
    void draw(QPainter& painter) override;

  private:
    enum class State { later, now, done };
    State stateOf(StepPhase phase) const;
    void box(QPainter& painter, const QRectF& room, const QString& name, const QString& number, State state,
             bool used = true) const;
    void arrow(QPainter& painter, const QList<QPointF>& way, State state, bool back = false) const;
    QRectF at(double x, double y, double wide, double high) const;

    StepFacts facts_;
    StepPhase phase_ = StepPhase::forward;
    QColor color_;
};

} // namespace lab
