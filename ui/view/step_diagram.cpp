#include "ui/view/step_diagram.h"

#include "ui/style/theme.h"
#include "ui/text/recipe_labels.h"

#include <QPainter>
#include <QPolygonF>

#include <cmath>

namespace lab {

StepDiagram::StepDiagram(QWidget* parent) : Canvas(parent) {
    setAccessibleName(tr("Diagram of one step"));
    setMinimumSize(420, 240);
    setFocusPolicy(Qt::NoFocus);
}

void StepDiagram::setFacts(const StepFacts& facts, StepPhase phase, const QColor& color) {
    facts_ = facts;
    phase_ = phase;
    color_ = color;
    setAccessibleDescription(facts.known ? phaseSentence(phase, facts) : QString());
    update();
}

StepDiagram::State StepDiagram::stateOf(StepPhase phase) const {
    return phase == phase_ ? State::now : phase < phase_ ? State::done : State::later;
}

/// Part of the drawing in units of a 100 × 60 sheet.
QRectF StepDiagram::at(double x, double y, double wide, double high) const {
    const double sx = width() / 100.0, sy = height() / 60.0;
    return {x * sx, y * sy, wide * sx, high * sy};
}

void StepDiagram::box(QPainter& painter, const QRectF& room, const QString& name, const QString& number,
                      State state, bool used) const {
    const bool strong = state == State::now && used;
    painter.setPen(
        QPen(strong ? color_ : theme::border(), strong ? 2 : 1, used ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(strong ? theme::hintTint() : theme::card());
    painter.drawRoundedRect(room, 5, 5);
    QFont bold = font();
    bold.setBold(true);
    const bool pale = state == State::later || !used;
    painter.setPen(pale ? theme::quiet() : theme::text());
    const QRectF inside = room.adjusted(4, 3, -4, -3);
    if (number.isEmpty()) {
        painter.drawText(inside, Qt::AlignCenter | Qt::TextWordWrap, name);
        return;
    }
    painter.drawText(QRectF(inside.left(), inside.top(), inside.width(), inside.height() / 2),
                     Qt::AlignHCenter | Qt::AlignBottom, name);
    painter.setFont(bold);
    painter.drawText(QRectF(inside.left(), inside.center().y(), inside.width(), inside.height() / 2),
                     Qt::AlignHCenter | Qt::AlignTop, number);
    painter.setFont(font());
}

void StepDiagram::arrow(QPainter& painter, const QList<QPointF>& way, State state, bool back) const {
    const QColor ink = state == State::now ? color_ : state == State::done ? theme::quiet() : theme::border();
    painter.setPen(QPen(ink, state == State::now ? 2 : 1.2, back ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF(way));
    const QPointF tip = way.last(), from = way[way.size() - 2];
    const double length = std::hypot(tip.x() - from.x(), tip.y() - from.y());
    if (length < 1e-6)
        return;
    const QPointF along = (tip - from) / length, across(-along.y(), along.x());
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF{{tip, tip - along * 7 + across * 4, tip - along * 7 - across * 4}});
}

void StepDiagram::draw(QPainter& painter) {
    const StepFacts& s = facts_;
    const bool pair = s.hasPair(), learns = s.stepped();
    const State forward = stateOf(StepPhase::forward), branches = stateOf(StepPhase::branches),
                loss = stateOf(StepPhase::loss), back = stateOf(StepPhase::backward),
                update = stateOf(StepPhase::update);
    const QRectF images = at(1, 22, 12, 13), encoder = at(18, 22, 13, 13), features = at(36, 22, 12, 13);
    const QRectF predictor = at(54, 7, 14, 13), online = at(73, 7, 12, 13), target = at(73, 37, 12, 13);
    const QRectF total = at(88, 22, 11.5, 13);
    const auto right = [](const QRectF& r) { return QPointF(r.right() + 1, r.center().y()); };
    const auto left = [](const QRectF& r) { return QPointF(r.left() - 1, r.center().y()); };

    arrow(painter, {right(images), left(encoder)}, forward);
    arrow(painter, {right(encoder), left(features)}, forward);
    const double knee = features.right() + (predictor.left() - features.right()) / 2;
    const QPointF split(knee, features.center().y());
    arrow(painter, {right(features), split, {knee, predictor.center().y()}, left(predictor)}, branches);
    arrow(painter, {split, {knee, target.center().y()}, left(target)}, branches);
    arrow(painter, {right(predictor), left(online)}, branches);
    arrow(painter,
          {{online.center().x() + 8, online.bottom() + 1},
           {online.center().x() + 8, total.center().y() - 6},
           {total.left() - 1, total.center().y() - 6}},
          loss);
    arrow(painter,
          {{target.center().x() + 8, target.top() - 1},
           {target.center().x() + 8, total.center().y() + 6},
           {total.left() - 1, total.center().y() + 6}},
          loss);

    box(painter, images, tr("images x"), QString::number(s.record.batch_size), forward);
    const bool moves = learns && update == State::now;
    box(painter, encoder, tr("encoder f"),
        s.recipe.trained.kind == TrainedKind::norms ? tr("norm layers")
                                                    : valueWords(s.recipe, "trained.kind"),
        moves ? update : forward);
    box(painter, features, tr("features z"),
        s.has_detail ? tr("‖z‖ %1").arg(stepNumber(s.feature_norm)) : QString(), forward);
    box(painter, predictor, pair ? tr("predictor h") : tr("no predictor"),
        pair ? valueWords(s.recipe, "alignment.predictor") : QString(), moves ? update : branches, pair);
    box(painter, online, pair ? tr("online pₒ") : tr("as target"),
        learns ? tr("H %1").arg(stepNumber(s.record.loss_objective)) : QString(), loss, s.recipe.adapts);
    box(painter, target, tr("target pᵣ"), tr("‖u‖ %1").arg(stepNumber(s.record.logit_norm)), forward);
    box(painter, total, tr("loss L"), learns ? stepNumber(s.record.loss) : QStringLiteral("–"), loss, learns);

    painter.setPen(loss == State::later ? theme::quiet() : theme::text());
    const QRectF between = at(52, 23, 20, 11);
    if (pair && learns)
        painter.drawText(between, Qt::AlignCenter,
                         tr("α·D = %1 · %2\n= %3")
                             .arg(stepNumber(s.recipe.alignment.alpha), stepNumber(s.record.loss_divergence),
                                  stepNumber(s.alignment())));
    painter.setPen(branches == State::now ? theme::text() : theme::quiet());
    painter.drawText(at(50, 45, 22, 7), Qt::AlignCenter,
                     !pair                       ? QString()
                     : target_is_fixed(s.recipe) ? tr("✕ stop-gradient")
                                                 : tr("gradient flows here too"));
    // The way back, below and above.
    if (learns) {
        const double top = at(0, 2.5, 1, 1).top();
        arrow(painter,
              {{total.center().x(), total.top() - 1},
               {total.center().x(), top},
               {encoder.center().x(), top},
               {encoder.center().x(), encoder.top() - 1}},
              back, true);
        if (pair)
            arrow(painter, {{predictor.center().x(), top}, {predictor.center().x(), predictor.top() - 1}},
                  back, true);
        if (pair && !target_is_fixed(s.recipe)) {
            const double low = at(0, 54, 1, 1).top();
            arrow(painter,
                  {{total.center().x(), total.bottom() + 1},
                   {total.center().x(), low},
                   {encoder.center().x() - 10, low},
                   {encoder.center().x() - 10, encoder.bottom() + 1}},
                  back, true);
        }
    }
    painter.setPen(update == State::now ? theme::text() : theme::quiet());
    if (learns && s.has_detail)
        painter.drawText(at(13, 36, 23, 6), Qt::AlignHCenter | Qt::AlignTop,
                         tr("moved by %1").arg(stepNumber(s.norm_change)));
    if (learns && pair && s.recipe.alignment.predictor == PredictorKind::linear)
        painter.drawText(at(49, 20.5, 24, 4), Qt::AlignHCenter | Qt::AlignTop,
                         tr("‖θₕ − I‖ %1 → %2").arg(stepNumber(s.distance_before), stepNumber(s.distance)));
    painter.setPen(theme::quiet());
    if (s.recipe.adapts)
        painter.drawText(at(84, 37, 16, 6), Qt::AlignCenter,
                         tr("%1 of %2 kept").arg(s.record.kept).arg(s.record.batch_size));
}

} // namespace lab
