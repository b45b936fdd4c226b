#include "ui/view/recipe_diagram.h"

#include "ui/style/theme.h"
#include "ui/text/recipe_labels.h"

#include <QPainter>
#include <QPolygonF>

#include <vector>

namespace lab {

namespace {

constexpr double gap = 22;         // room for an arrow
constexpr double pair_share = 1.7; // the pair is so much wider than a block
constexpr double caption_height = 20;
constexpr double pair_gap = 22; // between the two branches

struct Block {
    QString caption;
    QString words;
    bool used = false;
};

std::vector<Block> blocksOf(const Recipe& r) {
    const bool on = r.adapts;
    const bool pair = has_pair(r);
    const bool fisher = on && r.regulariser.fisher_alpha > 0;
    const QString optimiser =
        r.optimiser.kind == OptimiserKind::sam ? RecipeDiagram::tr("SAM") : RecipeDiagram::tr("SGD");
    return {{RecipeDiagram::tr("Selection"), on ? valueWords(r, "selection.kind") : RecipeDiagram::tr("none"),
             on},
            {RecipeDiagram::tr("Objective"), on ? valueWords(r, "objective") : RecipeDiagram::tr("none"), on},
            {RecipeDiagram::tr("Alignment pair"),
             pair ? valueWords(r, "alignment.divergence") : RecipeDiagram::tr("none"), pair},
            {RecipeDiagram::tr("Regulariser"),
             fisher ? RecipeDiagram::tr("Fisher\nα %1").arg(valueWords(r, "regulariser.fisher_alpha"))
                    : RecipeDiagram::tr("none"),
             fisher},
            {RecipeDiagram::tr("Optimiser"),
             on ? RecipeDiagram::tr("%1\nrate %2").arg(optimiser, valueWords(r, "optimiser.rate"))
                : RecipeDiagram::tr("none"),
             on},
            {RecipeDiagram::tr("Recovery"),
             on && r.recovery.enabled
                 ? RecipeDiagram::tr("loss below\n%1").arg(valueWords(r, "recovery.threshold"))
                 : RecipeDiagram::tr("none"),
             on && r.recovery.enabled}};
}

class Pencil {
  public:
    explicit Pencil(QPainter& painter) : painter_(painter) {}

    void box(const QRectF& room, const QString& words, bool used, bool dashed = false) {
        painter_.setPen(QPen(used ? theme::accent() : theme::border(), used ? 1.4 : 1,
                             dashed ? Qt::DashLine : Qt::SolidLine));
        painter_.setBrush(used ? theme::hintTint() : theme::card());
        painter_.drawRoundedRect(room, 4, 4);
        painter_.setPen(used ? theme::text() : faint());
        painter_.drawText(room.adjusted(3, 1, -3, -1), Qt::AlignCenter | Qt::TextWordWrap, words);
    }
    void caption(const QRectF& room, const QString& words, bool used) {
        QFont font = painter_.font();
        font.setBold(true);
        painter_.save();
        painter_.setFont(font);
        painter_.setPen(used ? theme::text() : faint());
        painter_.drawText(room, Qt::AlignHCenter | Qt::AlignVCenter, words);
        painter_.restore();
    }
    void arrow(QPointF from, QPointF to, bool used) {
        const QColor color = used ? theme::accent() : theme::border();
        painter_.setPen(QPen(color, 1.4));
        painter_.drawLine(from, to - QPointF(4, 0));
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(color);
        painter_.drawPolygon(QPolygonF{{to, to + QPointF(-6, -4), to + QPointF(-6, 4)}});
    }
    /// One line that splits in two, or two that meet, around the pair.
    void fork(const QRectF& gap_room, double middle, double branch, bool opens, bool used) {
        const QColor color = used ? theme::accent() : theme::border();
        const double knee = opens ? gap_room.left() + 5 : gap_room.right() - 9;
        painter_.setPen(QPen(color, 1.4));
        painter_.drawLine(QPointF(knee, middle - branch), QPointF(knee, middle + branch));
        if (opens) {
            painter_.drawLine(QPointF(gap_room.left(), middle), QPointF(knee, middle));
            arrow({knee, middle - branch}, {gap_room.right(), middle - branch}, used);
            arrow({knee, middle + branch}, {gap_room.right(), middle + branch}, used);
        } else {
            painter_.drawLine(QPointF(gap_room.left(), middle - branch), QPointF(knee, middle - branch));
            painter_.drawLine(QPointF(gap_room.left(), middle + branch), QPointF(knee, middle + branch));
            arrow({knee, middle}, {gap_room.right(), middle}, used);
        }
    }
    static QColor faint() { return {0x9a, 0xa2, 0xac}; }

  private:
    QPainter& painter_;
};

/// Two branches, and between them what keeps them together.
void drawPair(Pencil& pencil, QPainter& painter, const QRectF& room, const Recipe& recipe, bool used) {
    const double height = (room.height() - pair_gap) / 2;
    const QRectF online(room.left(), room.top(), room.width(), height);
    const QRectF target(room.left(), room.bottom() - height, room.width(), height);
    const bool stops = target_is_fixed(recipe);
    pencil.box(online,
               used ? RecipeDiagram::tr("predictor: %1").arg(valueWords(recipe, "alignment.predictor"))
                    : RecipeDiagram::tr("predictor"),
               used);
    pencil.box(target,
               used && !stops ? RecipeDiagram::tr("gradient flows") : RecipeDiagram::tr("stop-gradient"),
               used && stops, used && !stops);
    painter.setPen(used ? theme::quiet() : Pencil::faint());
    const QString words =
        RecipeDiagram::tr("%1, α %2")
            .arg(valueWords(recipe, "alignment.divergence"), valueWords(recipe, "alignment.alpha"));
    painter.drawText(QRectF(room.left(), online.bottom(), room.width(), target.top() - online.bottom()),
                     Qt::AlignCenter, used ? words : RecipeDiagram::tr("not in use"));
}

} // namespace

RecipeDiagram::RecipeDiagram(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    adjustFont(this, -1);
    setAccessibleName(tr("Blocks of the method"));
    setRecipe({});
}

void RecipeDiagram::setRecipe(const Recipe& recipe) {
    recipe_ = recipe;
    setAccessibleDescription(describe());
    update();
}

QString RecipeDiagram::describe() const {
    QStringList used;
    for (const Block& block : blocksOf(recipe_))
        if (block.used)
            used.append(tr("%1: %2").arg(block.caption, block.words.simplified()));
    return used.isEmpty() ? tr("No block is in use.") : used.join(QStringLiteral("; "));
}

void RecipeDiagram::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    Pencil pencil(painter);
    const std::vector<Block> blocks = blocksOf(recipe_);
    const double unit = (width() - 2 - 5 * gap) / (5 + pair_share);
    const double top = caption_height + 4;
    const double middle = top + (height() - 2 - top) / 2;
    double left = 1;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const bool pair = i == 2;
        const double wide = pair ? unit * pair_share : unit;
        // The pair uses the whole height, a block its middle.
        const double high = pair ? height() - 2 - top : 52;
        const QRectF room(left, middle - high / 2, wide, high);
        pencil.caption(QRectF(left - gap / 2, 0, wide + gap, caption_height), blocks[i].caption,
                       blocks[i].used);
        if (pair)
            drawPair(pencil, painter, room, recipe_, blocks[i].used);
        else
            pencil.box(room, blocks[i].words, blocks[i].used);
        const QRectF between(left + wide + 2, 0, gap - 4, height());
        const double branch = ((height() - 2 - top) + pair_gap) / 4;
        if (i == 1 || i == 2)
            pencil.fork(between, middle, branch, i == 1, recipe_.adapts);
        else if (i + 1 < blocks.size())
            pencil.arrow({between.left(), middle}, {between.right(), middle}, recipe_.adapts);
        left += wide + gap;
    }
}

} // namespace lab
