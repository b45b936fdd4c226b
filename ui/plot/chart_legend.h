#pragma once

#include "ui/style/lane_style.h"

#include <QList>
#include <QWidget>

namespace lab {

/// Swatches and names in a row; a second row where one has no room for all.
class ChartLegend : public QWidget {
    Q_OBJECT
  public:
    explicit ChartLegend(QWidget* parent = nullptr);
    void setLanes(const std::vector<LaneStyle>& styles);
    /// Name of the thin grey line; empty: there is none.
    void setReference(const QString& name);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    struct Entry {
        QString text;
        QRect box;
    };
    void describe();
    int rowHeight() const;
    /// What stands where at the present width.
    QList<Entry> entries() const;
    void fitHeight();

    std::vector<LaneStyle> styles_;
    QString reference_;
};

} // namespace lab
