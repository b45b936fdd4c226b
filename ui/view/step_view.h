#pragma once

#include "ui/view/step_diagram.h"
#include "ui/view/view_page.h"

#include <QTimer>

#include <functional>

class QLabel;
class QToolButton;

namespace lab {

/// "Slow motion": one step of one lane, phase by phase.
class StepView : public ViewPage {
    Q_OBJECT
  public:
    /// Milliseconds for which a phase stays when it plays.
    static constexpr int phase_ms = 2500;

    explicit StepView(QWidget* parent = nullptr);
    /// Says which recipe a lane follows, where no detail does.
    void setRecipes(std::function<Recipe(int lane)> recipes) { recipes_ = std::move(recipes); }
    void showScene(const Scene& scene) override;
    void addTo(ViewChoice& choice, bool in_front) const override;
    StepDiagram* diagram() const { return diagram_; }
    StepPhase phase() const { return phase_; }
    void setPhase(StepPhase phase);
    QString words() const;

  protected:
    void hideEvent(QHideEvent* event) override;

  private:
    void play(bool on);
    void showPhase();

    StepDiagram* diagram_;
    QList<QToolButton*> phases_;
    QToolButton* play_;
    QLabel* words_;
    QTimer timer_;
    StepFacts facts_;
    StepPhase phase_ = StepPhase::forward;
    QColor color_;
    std::function<Recipe(int)> recipes_;
};

} // namespace lab
