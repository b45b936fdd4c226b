#pragma once

#include "core/record/record.h"
#include "ui/style/lane_style.h"

#include <QFrame>
#include <QStringList>
#include <QTimer>

#include <optional>

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace lab {

class ElidedLabel;
class RecipeSwitches;

/// One lane: its name and colour, its latest numbers, the collapse badge and, unfolded, its switches.
class LaneCard : public QFrame {
    Q_OBJECT
  public:
    LaneCard(const LaneSpec& lane, const LaneStyle& style, QWidget* parent = nullptr);

    void setUnfolded(bool unfolded);
    bool isUnfolded() const;
    /// False for a lane that only evaluates.
    bool hasSwitches() const { return told_.adapts; }
    /// Shows a recipe that was changed elsewhere, without a signal.
    void setRecipe(const Recipe& recipe);
    void setRemovable(bool removable);
    /// The method can be exchanged only while no run is under way.
    void setMethodChangeable(bool changeable);
    QPushButton* editButton() const { return edit_; }
    QPushButton* methodButton() const { return method_; }

    /// Only these controls (README of the lessons); nothing: all of them.
    void setShownControls(const std::optional<QStringList>& names);
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
    void editRequested();
    void methodRequested();
    /// Why the lane collapsed.
    void whyRequested();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void settle();
    void buildButtons();
    QLabel* addNumber(QGridLayout* grid, int column, const QString& caption, const QString& tip);

    void showParts();

    bool restricted_ = false; ///< buttons that change the lane are hidden
    bool any_switch_ = true;  ///< of the switches, some are shown
    bool unfolded_ = false;
    LaneStyle style_;
    Recipe told_;
    QTimer settle_timer_;
    QLabel* name_;
    QLabel* badge_;
    QToolButton* why_;
    ElidedLabel* note_;
    QLabel* accuracy_;
    QLabel* norm_;
    QLabel* dominance_;
    QLabel* distance_;
    QToolButton* edit_glyph_; ///< stands for the button where the card is folded
    QToolButton* fold_button_;
    QToolButton* remove_button_;
    QPushButton* method_;
    QPushButton* edit_;
    QWidget* buttons_; ///< their row
    RecipeSwitches* switches_;
};

} // namespace lab
