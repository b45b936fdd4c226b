#pragma once

#include "core/record/record.h"
#include "ui/style/lane_style.h"

#include <QFrame>
#include <QImage>
#include <QStringList>

namespace lab {

/// The present batch: as many images as there is room for, the true label under each, and a row of ✓ or ✗
/// with the predicted name per lane.
class ImageStrip : public QFrame {
    Q_OBJECT
  public:
    explicit ImageStrip(QWidget* parent = nullptr);
    void setLanes(const std::vector<LaneStyle>& styles);
    void setClassNames(const QStringList& names);
    void setEmptyText(const QString& text);
    void showPreview(const BatchPreview& preview);
    void clear();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// Label and predictions of one image, for the tool tip.
    QString describe(int image) const;

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

  private:
    QString className(int label) const;
    int shownImages() const;
    /// Cells share the room evenly; pixels.
    int cellWidth() const;
    int rowHeight() const;

    std::vector<LaneStyle> styles_;
    QStringList class_names_;
    QString empty_text_;
    BatchPreview preview_;
    QList<QImage> images_;
};

} // namespace lab
