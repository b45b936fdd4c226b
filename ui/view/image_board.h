#pragma once

#include "ui/view/image_grid.h"
#include "ui/view/sample_card.h"
#include "ui/view/view_page.h"

class QCheckBox;
class QComboBox;

namespace lab {

/// "Images": the same pictures for all lanes, a filter, and one picture closer.
class ImageBoard : public ViewPage {
    Q_OBJECT
  public:
    explicit ImageBoard(QWidget* parent = nullptr);
    void showScene(const Scene& scene) override;
    void addTo(ViewChoice& choice, bool in_front) const override;
    ImageGrid* grid() const { return grid_; }
    SampleCard* card() const { return card_; }
    void setFilter(const ImageFilter& filter);
    ImageFilter filter() const;

  private:
    void fillMenus();

    Scene scene_;
    ImageGrid* grid_;
    SampleCard* card_;
    QCheckBox* filtered_;
    QComboBox* right_;
    QComboBox* wrong_;
};

} // namespace lab
