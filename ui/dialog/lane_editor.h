#pragma once

#include "core/spec/spec.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;

namespace lab {

class RecipeDiagram;
class RecipeForm;

/// All of one lane, block by block. It stays open beside the window: recipe edits hold from the next step on,
/// the rest from the next run on.
class LaneEditor : public QDialog {
    Q_OBJECT
  public:
    explicit LaneEditor(QWidget* parent = nullptr);

    /// Shows another lane, or the same one after a change elsewhere.
    void setLane(int lane, const LaneSpec& spec, const QString& name);
    int lane() const { return lane_; }
    void setRunUnderWay(bool under_way);
    /// What the latest edit did: "objective COME from step 47 on".
    void showNote(const QString& note);
    QString note() const;
    RecipeForm* form() const { return form_; }
    RecipeDiagram* diagram() const { return diagram_; }
    QComboBox* resetPolicy() const { return reset_; }
    QComboBox* onCollapse() const { return on_collapse_; }

    /// A slider that is being dragged is one change: it is told after this many milliseconds of rest.
    static constexpr int settle_ms = 200;

  Q_SIGNALS:
    void recipeChanged(int lane, const lab::Recipe& recipe, const QString& text);
    void policyChanged(int lane, lab::ResetPolicy reset, lab::CollapseAction on_collapse);

  protected:
    void done(int result) override;

  private:
    void settle();
    void tellPolicy();

    int lane_ = -1;
    Recipe told_;
    bool showing_ = false;
    bool under_way_ = false;
    QTimer settle_timer_;
    QLabel* name_;
    QLabel* note_;
    RecipeDiagram* diagram_;
    RecipeForm* form_;
    QComboBox* reset_;
    QComboBox* on_collapse_;
};

} // namespace lab
