#pragma once

#include "core/toy/toy_experiment.h"
#include "ui/view/view_page.h"

#include <QTimer>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QScrollArea;
class QToolButton;

namespace lab {

class ToyCanvas;
class ToyControls;
class ToyCurves;
class ToyNumbers;

/// "Why it collapses": a toy world of two features and three classes, drawn while it learns. It needs no run.
class ToyPage : public ViewPage {
    Q_OBJECT
  public:
    static constexpr int steps_per_second = 25; ///< at most, while it plays

    explicit ToyPage(QWidget* parent = nullptr);
    /// Nothing of the run is shown.
    void showScene(const Scene& scene) override;

    const ToyExperiment& experiment() const { return experiment_; }
    ToyCanvas* canvas() const { return canvas_; }
    ToyCurves* curves() const { return curves_; }
    ToyControls* settings() const { return settings_; }
    ToyNumbers* numbers() const { return numbers_; }
    QToolButton* playButton() const { return play_; }
    QToolButton* stepButton() const { return step_; }
    QToolButton* resetButton() const { return reset_; }
    /// What is seen.
    QString words() const;
    bool isPlaying() const { return timer_.isActive(); }
    void setPlaying(bool on);

  protected:
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    QToolButton* addButton(const QString& text, const QString& tip);
    void connectAll();
    bool hasRoomBeside() const;
    void arrange();
    void step();
    void reset();
    void showAll();

    ToyExperiment experiment_;
    QTimer timer_;
    ToyCanvas* canvas_;
    ToyControls* settings_;
    ToyNumbers* numbers_;
    ToyCurves* curves_;
    QLabel* words_;
    QLabel* counter_;
    QToolButton* play_;
    QToolButton* step_;
    QToolButton* reset_;
    QScrollArea* scroll_;
    QHBoxLayout* above_;
    QGridLayout* below_;
    bool wide_ = false;
};

} // namespace lab
