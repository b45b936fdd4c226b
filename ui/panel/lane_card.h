#pragma once

#include "core/experiment/record.h"
#include "ui/view/lane_style.h"

#include <QFrame>
#include <QTimer>

class QGridLayout;
class QLabel;
class QToolButton;

namespace lab {

class RecipeSwitches;

/// One lane: its name and colour, its latest numbers, the collapse badge and, unfolded, its switches.
class LaneCard : public QFrame {
    Q_OBJECT
  public:
    LaneCard(const LaneSpec& lane, const LaneStyle& style, QWidget* parent = nullptr);

    void setUnfolded(bool unfolded);
    bool isUnfolded() const;
    /// False for a lane that only evaluates.
    bool hasSwitches() const { return switches_ != nullptr; }
    void setRemovable(bool removable);

    void showRecord(const StepRecord& record);
    /// Forgets numbers, badge and note.
    void clear();
    /// What a switch did: "stop-gradient off from step 47 on".
    void showNote(const QString& note);
    QString note() const;
    QString badge() const;
    RecipeSwitches* switches() const { return switches_; }

    /// A slider that is being dragged is one change: it is told after this many milliseconds of rest.
    static constexpr int settle_ms = 200;

  Q_SIGNALS:
    void recipeChanged(const lab::Recipe& recipe, const QString& text);
    void unfoldRequested(bool unfolded);
    void removeRequested();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void settle();
    QLabel* addNumber(QGridLayout* grid, int column, const QString& caption, const QString& tip);

    LaneStyle style_;
    Recipe told_;
    QTimer settle_timer_;
    QLabel* badge_;
    QLabel* note_;
    QLabel* accuracy_;
    QLabel* norm_;
    QLabel* dominance_;
    QLabel* distance_;
    QToolButton* fold_button_;
    QToolButton* remove_button_;
    RecipeSwitches* switches_ = nullptr;
};

} // namespace lab
