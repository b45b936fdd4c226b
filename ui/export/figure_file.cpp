#include "ui/export/figure_page.h"
#include "ui/style/theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <stdexcept>

namespace lab {

namespace {

constexpr double picture_scale = 2;

void paint(QPainter& painter, const FigurePage& page) {
    const theme::LightColours light;
    painter.fillRect(QRectF(QPointF(), page.size), Qt::white);
    page.draw(painter);
}

QByteArray svgOf(const FigurePage& page) {
    QBuffer bytes;
    QSvgGenerator generator;
    generator.setOutputDevice(&bytes);
    generator.setSize(page.size);
    generator.setViewBox(QRect(QPoint(), page.size));
    generator.setTitle(page.title);
    generator.setDescription(QStringLiteral("Collapse Lab " LAB_VERSION));
    QPainter painter(&generator);
    paint(painter, page);
    painter.end();
    return bytes.data();
}

QByteArray pdfOf(const FigurePage& page) {
    // A point per pixel of the page; text stays text.
    constexpr int dots_per_inch = 288;
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    QPdfWriter writer(&bytes);
    writer.setResolution(dots_per_inch);
    writer.setPageSize(QPageSize(QSizeF(page.size), QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(page.title);
    writer.setCreator(QStringLiteral("Collapse Lab " LAB_VERSION));
    QPainter painter(&writer);
    painter.scale(dots_per_inch / 72.0, dots_per_inch / 72.0);
    paint(painter, page);
    painter.end();
    return bytes.data();
}

} // namespace

QByteArray figurePng(const FigurePage& page) {
    QImage picture(page.size * picture_scale, QImage::Format_RGB32);
    picture.setDevicePixelRatio(picture_scale);
    picture.setText(QStringLiteral("Title"), page.title);
    picture.setText(QStringLiteral("Software"), QStringLiteral("Collapse Lab " LAB_VERSION));
    QPainter painter(&picture);
    paint(painter, page);
    painter.end();
    QBuffer bytes;
    picture.save(&bytes, "PNG");
    return bytes.data();
}

void writeFigure(const QString& file, const FigurePage& page) {
    const QString ending = QFileInfo(file).suffix().toLower();
    QByteArray bytes;
    if (ending == QLatin1String("png"))
        bytes = figurePng(page);
    else if (ending == QLatin1String("svg"))
        bytes = svgOf(page);
    else if (ending == QLatin1String("pdf"))
        bytes = pdfOf(page);
    else
        throw std::invalid_argument(
            QCoreApplication::translate("Figure", "%1: expected a name that ends in .png, .svg or .pdf.")
                .arg(file)
                .toStdString());
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        throw std::runtime_error(QCoreApplication::translate("Figure", "%1 cannot be written: %2.")
                                     .arg(file, out.errorString())
                                     .toStdString());
}

} // namespace lab
