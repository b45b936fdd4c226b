#pragma once

#include "ui/session/scene.h"
#include "ui/view/canvas.h"

#include <QImage>

namespace lab {

/// One picture closer: what each lane made of it, as its five likeliest classes, and how it fared at the
/// steps at which it was seen.
class SampleCard : public Canvas {
    Q_OBJECT
  public:
    explicit SampleCard(QWidget* parent = nullptr);
    /// @param image its place in the batch of the scene's step; −1 for none
    void setSample(const Scene& scene, int image);
    /// Steps (with details) at which this very picture was in the batch, rising.
    const std::vector<int>& seenAt() const { return seen_at_; }
    QSize sizeHint() const override;

  protected:
    void draw(QPainter& painter) override;

  private:
    void drawLane(QPainter& painter, int lane, double& y) const;
    void drawHistory(QPainter& painter, double y) const;

    Scene scene_;
    int image_ = -1;
    BatchDetailPtr batch_;
    QImage picture_;
    std::vector<int> seen_at_;
};

} // namespace lab
