#pragma once

#include "core/spec/spec.h"

#include <QWidget>

namespace lab {

/// The six blocks of a method in the order in which a batch passes them. Blocks that the recipe does not use
/// are pale; the alignment pair shows its two branches.
class RecipeDiagram : public QWidget {
    Q_OBJECT
  public:
    explicit RecipeDiagram(QWidget* parent = nullptr);
    void setRecipe(const Recipe& recipe);
    const Recipe& recipe() const { return recipe_; }
    /// The blocks in use, as a sentence, for the accessible description.
    QString describe() const;
    QSize sizeHint() const override { return {624, 118}; }
    QSize minimumSizeHint() const override { return {560, 118}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Recipe recipe_;
};

} // namespace lab
