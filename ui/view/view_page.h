#pragma once

#include "ui/session/scene.h"
#include "ui/view/view_choice.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace lab {

class ElidedCombo;

/// A page of the main area: title, one sentence on what to look for, controls at the right of the title, and
/// the view. It draws what showScene() was last given.
class ViewPage : public QFrame {
    Q_OBJECT
  public:
    ViewPage(const QString& title, const QString& sentence, QWidget* parent = nullptr);
    virtual void showScene(const Scene& scene) = 0;
    /// Adds what is chosen on the page. @param in_front whether it is the page in front
    virtual void addTo(ViewChoice& choice, bool in_front) const;
    /// The lane that pages with one lane show; the same on all of them.
    void setLane(int lane);
    int lane() const { return lane_; }
    QString title() const;
    QString sentence() const;
    /// Whether someone asked for this lane, so that the page must not choose a better one.
    bool laneIsChosen() const { return lane_is_chosen_; }
    /// Why there is no detail to draw, and what to do; empty where the step has one.
    static QString detailFault(const Scene& scene);
    void setPresentation(bool on);

  Q_SIGNALS:
    void stepPicked(int step);
    void laneChosen(int lane);
    /// A control of the page was used: it needs its scene again.
    void sceneNeeded();

  protected:
    /// For a page that knows which lane has something to show.
    void suggestLane(int lane) { lane_ = lane; }
    QHBoxLayout* controls() const { return controls_; }
    QVBoxLayout* body() const { return body_; }
    void setSentence(const QString& sentence);
    /// A menu of lanes that sets lane(); filled by fillLanes().
    ElidedCombo* addLaneMenu();
    void fillLanes(const Scene& scene);

  private:
    QLabel* title_;
    QLabel* sentence_;
    QHBoxLayout* controls_;
    QVBoxLayout* body_;
    ElidedCombo* lane_menu_ = nullptr;
    int lane_ = 0;
    bool lane_is_chosen_ = false;
};

} // namespace lab
