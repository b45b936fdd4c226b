#pragma once

#include "core/record/record.h"
#include "ui/style/lane_style.h"

#include <QList>
#include <QStringList>
#include <QWidget>

#include <optional>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace lab {

class LaneCard;

/// The lanes' cards, and the button that adds one. Cards fold themselves so that all stay in sight.
class LanePanel : public QWidget {
    Q_OBJECT
  public:
    static constexpr int min_lanes = 2;
    static constexpr int max_lanes = 6;

    explicit LanePanel(QWidget* parent = nullptr);

    /// Builds the cards anew where lanes came, went or got another name; else shows their recipes.
    void setLanes(const std::vector<LaneSpec>& lanes, const std::vector<LaneStyle>& styles);
    /// Lanes can be added and removed only while no run is under way.
    void setRunUnderWay(bool under_way);
    /// Only these controls on the cards (README of the lessons); nothing: all of them.
    void setShownSwitches(const std::optional<QStringList>& names);
    /// Forgets the numbers of the run before.
    void clear();
    void showRecord(const StepRecord& record);
    LaneCard* card(int lane) const;
    int count() const { return static_cast<int>(cards_.size()); }

  Q_SIGNALS:
    void recipeChanged(int lane, const lab::Recipe& recipe, const QString& text);
    void addRequested();
    void methodRequested(int lane);
    void editRequested(int lane);
    void removeRequested(int lane);
    void whyRequested();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void unfold(LaneCard* card, bool unfolded);
    /// Folds cards, the longest unfolded first, until all fit; `keep` stays.
    void fit(const LaneCard* keep);
    bool shows(const std::vector<LaneSpec>& lanes, const std::vector<LaneStyle>& styles) const;
    void enableButtons();

    QList<LaneCard*> cards_;
    QList<LaneCard*> unfolded_; ///< in the order of unfolding
    QScrollArea* area_;
    QVBoxLayout* column_;
    QPushButton* add_;
    std::vector<LaneSpec> lanes_;
    std::vector<LaneStyle> styles_;
    bool under_way_ = false;
    std::optional<QStringList> shown_;
};

} // namespace lab
