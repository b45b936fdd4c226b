#include "ui/view/confusion_view.h"

#include "ui/style/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace lab {

namespace {
constexpr double head = 20;
constexpr double foot = 30;
constexpr double least_number_cell = 22; ///< below this a cell shows no number
} // namespace

ConfusionCanvas::ConfusionCanvas(QWidget* parent) : Canvas(parent) {
    setAccessibleName(tr("Confusion matrices"));
    setMinimumSize(320, 200);
}

void ConfusionCanvas::setScene(const Scene& scene, int batches) {
    scene_ = scene;
    counts_.resize(static_cast<std::size_t>(scene.lanes()));
    const int first = batches > 0 ? std::max(1, scene.step - batches + 1) : 1;
    std::vector<std::int64_t> totals(static_cast<std::size_t>(scene.class_names.size()), 0);
    for (int lane = 0; lane < scene.lanes(); ++lane) {
        ConfusionCounts& counts = counts_[static_cast<std::size_t>(lane)];
        counts.count(scene, lane, first, scene.step);
        const std::vector<std::int64_t> own = counts.totals();
        for (std::size_t c = 0; c < own.size(); ++c)
            totals[c] += own[c];
    }
    groups_ = ClassGroups(totals);
    grouped_.clear();
    QStringList words;
    for (int lane = 0; lane < scene.lanes(); ++lane) {
        const ConfusionCounts& counts = counts_[static_cast<std::size_t>(lane)];
        grouped_.push_back(counts.grouped(groups_));
        if (std::isfinite(counts.accuracy()))
            words.append(tr("%1: %2 % right")
                             .arg(scene.styles[static_cast<std::size_t>(lane)].name)
                             .arg(std::lround(100 * counts.accuracy())));
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    names_width_ = 0;
    for (int g = 0; g < groups_.size(); ++g)
        names_width_ = std::max<double>(
            names_width_, fontMetrics().horizontalAdvance(groupNumber(g) + QLatin1Char(' ') + groupName(g)));
    names_width_ = std::min(names_width_ + 8, 96.0);
    update();
}

bool ConfusionCanvas::isLabelled() const {
    return std::any_of(counts_.begin(), counts_.end(),
                       [](const ConfusionCounts& counts) { return std::isfinite(counts.accuracy()); });
}

QString ConfusionCanvas::groupName(int group) const {
    const int label = groups_.classOf(group);
    return label < 0 ? tr("other") : scene_.className(label);
}

QString ConfusionCanvas::groupNumber(int group) const {
    const int label = groups_.classOf(group);
    return label < 0 ? QStringLiteral("…") : QString::number(label);
}

QRectF ConfusionCanvas::panelBox(int lane) const {
    const int lanes = std::max(scene_.lanes(), 1);
    const int columns = lanes <= 1 ? 1 : lanes <= 4 ? 2 : 3;
    const int rows = (lanes + columns - 1) / columns;
    const double wide = width() / static_cast<double>(columns);
    const double high = height() / static_cast<double>(rows);
    return {lane % columns * wide, lane / columns * high, wide, high};
}

QRectF ConfusionCanvas::matrixBox(int lane) const {
    const QRectF panel = panelBox(lane);
    const double size =
        std::max(20.0, std::min(panel.width() - names_width_ - 12, panel.height() - head - foot));
    // Whole pixels, so that all cells are alike.
    const int groups = std::max(groups_.size(), 1);
    const double whole = std::max(1.0, std::floor(size / groups)) * groups;
    return {std::round(panel.left() + names_width_), std::round(panel.top() + head), whole, whole};
}

QRectF ConfusionCanvas::cellBox(int lane, int row, int column) const {
    const QRectF box = matrixBox(lane);
    const double cell = box.width() / std::max(groups_.size(), 1);
    return {box.left() + column * cell, box.top() + row * cell, cell, cell};
}

void ConfusionCanvas::draw(QPainter& painter) {
    for (int lane = 0; lane < scene_.lanes(); ++lane)
        drawLane(painter, lane);
}

void ConfusionCanvas::drawLane(QPainter& painter, int lane) const {
    const QRectF panel = panelBox(lane), box = matrixBox(lane);
    const LaneStyle& style = scene_.styles[static_cast<std::size_t>(lane)];
    const auto size = static_cast<std::size_t>(groups_.size());
    drawSwatch(painter, style, QRectF(panel.left(), panel.top() + 1, 18, 16));
    painter.setPen(theme::text());
    const double accuracy = counts_[static_cast<std::size_t>(lane)].accuracy();
    write(painter, QRectF(panel.left() + 24, panel.top() + 1, panel.width() - 30, 16),
          Qt::AlignLeft | Qt::AlignVCenter,
          std::isfinite(accuracy) ? tr("%1, %2 % right").arg(style.name).arg(std::lround(100 * accuracy))
                                  : tr("%1, no labels").arg(style.name));
    painter.setRenderHint(QPainter::Antialiasing, false);
    const bool numbers = box.width() / std::max(groups_.size(), 1) >= least_number_cell;
    for (int row = 0; row < groups_.size(); ++row) {
        const auto first = grouped_[static_cast<std::size_t>(lane)].begin() +
                           static_cast<std::ptrdiff_t>(static_cast<std::size_t>(row) * size);
        std::int64_t all = 0;
        for (std::size_t c = 0; c < size; ++c)
            all += first[static_cast<std::ptrdiff_t>(c)];
        for (int column = 0; column < groups_.size(); ++column) {
            const QRectF cell = cellBox(lane, row, column);
            const std::int64_t count = first[column];
            const double share = all > 0 ? static_cast<double>(count) / static_cast<double>(all) : 0;
            QColor ink = style.color;
            ink.setAlphaF(static_cast<float>(share));
            painter.fillRect(cell, ink);
            painter.setPen(QPen(theme::border(), 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(cell);
            if (!numbers || count == 0)
                continue;
            painter.setPen(share > 0.55 ? theme::card() : theme::text());
            painter.drawText(cell, Qt::AlignCenter, QString::number(std::lround(100 * share)));
        }
        painter.setPen(theme::quiet());
        write(painter,
              QRectF(panel.left(), cellBox(lane, row, 0).top(), names_width_ - 4,
                     cellBox(lane, row, 0).height()),
              Qt::AlignRight | Qt::AlignVCenter, tr("%1 %2").arg(groupName(row), groupNumber(row)));
        const QRectF under = cellBox(lane, size == 0 ? 0 : groups_.size() - 1, row);
        write(painter, QRectF(under.left() + 1, under.bottom() + 1, under.width() - 2, 14),
              Qt::AlignHCenter | Qt::AlignTop, groupNumber(row));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme::quiet(), 1));
    for (int group = 0; group < groups_.size(); ++group)
        painter.drawRect(cellBox(lane, group, group));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::quiet());
    write(painter, QRectF(box.left(), box.bottom() + 14, box.width(), 15), Qt::AlignHCenter | Qt::AlignTop,
          tr("answer"));
}

QString ConfusionCanvas::hoverText(QPoint position) const {
    for (int lane = 0; lane < scene_.lanes(); ++lane) {
        if (!matrixBox(lane).contains(position))
            continue;
        for (int row = 0; row < groups_.size(); ++row)
            for (int column = 0; column < groups_.size(); ++column) {
                if (!cellBox(lane, row, column).contains(position))
                    continue;
                const auto size = static_cast<std::size_t>(groups_.size());
                const auto& counts = grouped_[static_cast<std::size_t>(lane)];
                std::int64_t all = 0;
                for (std::size_t c = 0; c < size; ++c)
                    all += counts[static_cast<std::size_t>(row) * size + c];
                return tr("%1 calls %2 of %3 images of %4 %5")
                    .arg(scene_.styles[static_cast<std::size_t>(lane)].name)
                    .arg(counts[static_cast<std::size_t>(row) * size + static_cast<std::size_t>(column)])
                    .arg(all)
                    .arg(groupName(row), groupName(column));
            }
    }
    return {};
}

ConfusionView::ConfusionView(QWidget* parent)
    : ViewPage(tr("Confusion"),
               tr("A row is a true class; its numbers say what share of it (in %) gets which answer. A "
                  "collapse is "
                  "one dark column."),
               parent),
      canvas_(new ConfusionCanvas(this)), span_(new QComboBox(this)) {
    span_->addItem(tr("last 10 batches"), 10);
    span_->addItem(tr("last 100 batches"), 100);
    span_->addItem(tr("all so far"), 0);
    span_->setCurrentIndex(2);
    span_->setAccessibleName(tr("Batches that are counted"));
    adjustFont(span_, -0.5);
    controls()->addWidget(span_);
    connect(span_, &QComboBox::currentIndexChanged, this, &ViewPage::sceneNeeded);
    body()->addWidget(canvas_, 1);
}

void ConfusionView::addTo(ViewChoice& choice, bool /*in_front*/) const {
    choice.confusion_batches = span_->currentData().toInt();
}

void ConfusionView::showScene(const Scene& scene) {
    canvas_->setScene(scene, span_->currentData().toInt());
    canvas_->setEmptyText(scene.step == 0         ? scene.empty_text
                          : canvas_->isLabelled() ? QString()
                                                  : tr("These images have no labels, so no answer can be "
                                                       "called right or wrong. The page Classes shows what "
                                                       "is answered."));
}

} // namespace lab
