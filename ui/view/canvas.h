#pragma once

#include <QFontMetrics>
#include <QStringList>
#include <QWidget>

#include <vector>

namespace lab {

/// A surface that a view paints on: words where it is empty, a tool tip with values under the pointer, a
/// frame where it has the keyboard.
class Canvas : public QWidget {
    Q_OBJECT
  public:
    explicit Canvas(QWidget* parent = nullptr);
    /// What is said in place of a picture; empty where there is one.
    void setEmptyText(const QString& text);
    const QString& emptyText() const { return empty_text_; }
    /// The words shown when the pointer rests there.
    virtual QString hoverText(QPoint position) const;
    /// Makes it a drawing for paper of that width, in pixels, that no window shows: type in pixels, which
    /// every paper shows alike. Give it its contents after that; light paper must be chosen
    /// (theme::LightColours).
    void setPrintSize(int width, int height);
    /// Draws it on a page, its corner there.
    void drawOn(QPainter& painter, const QPointF& corner);

  protected:
    bool isPrinted() const { return printed_; }
    /// Pixels of a picture per pixel of the drawing.
    double pictureScale() const;
    virtual void draw(QPainter& painter) = 0;
    /// The pointer was pressed, or moved with the button down.
    virtual void picked(QPoint position);
    void paintEvent(QPaintEvent* event) final;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    /// Shortens a name with an ellipsis and draws it.
    static void write(QPainter& painter, const QRectF& box, int flags, const QString& text);

  private:
    QString empty_text_;
    bool printed_ = false;
};
/// Widths of a legend's entries in one row: to each the room of its name where all of them fit, else an even
/// share, in which names are elided.
/// @param extra room of an entry besides its name
std::vector<double> legendWidths(const QFontMetrics& font, const QStringList& names, double extra,
                                 double room);

} // namespace lab
