#include "ui/view/view_page.h"

#include "ui/style/elided.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace lab {

ViewPage::ViewPage(const QString& title, const QString& sentence, QWidget* parent)
    : QFrame(parent), title_(new QLabel(title, this)), sentence_(new ElidedLabel(this)),
      controls_(new QHBoxLayout), body_(new QVBoxLayout) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(title);
    adjustFont(title_, 0.5, true);
    adjustFont(sentence_, -0.5);
    makeQuiet(sentence_);
    title_->setMinimumHeight(title_->fontMetrics().height() + 8);
    setSentence(sentence);
    auto* heading = new QHBoxLayout;
    heading->setSpacing(8);
    heading->addWidget(title_, 1);
    heading->addLayout(controls_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(2);
    layout->addLayout(heading);
    layout->addWidget(sentence_);
    layout->addSpacing(4);
    layout->addLayout(body_, 1);
}

void ViewPage::addTo(ViewChoice& /*choice*/, bool /*in_front*/) const {}

QString ViewPage::title() const {
    return title_->text();
}

QString ViewPage::sentence() const {
    return static_cast<const ElidedLabel*>(sentence_)->fullText();
}

void ViewPage::setSentence(const QString& sentence) {
    static_cast<ElidedLabel*>(sentence_)->setFullText(sentence);
}

void ViewPage::setPresentation(bool on) {
    adjustFont(title_, on ? 4 : 0.5, true);
    adjustFont(sentence_, on ? 2 : -0.5);
}

ElidedCombo* ViewPage::addLaneMenu() {
    lane_menu_ = new ElidedCombo(16, this);
    lane_menu_->setAccessibleName(tr("Lane"));
    lane_menu_->setToolTip(tr("The lane that is shown"));
    adjustFont(lane_menu_, -0.5);
    lane_menu_->setFixedHeight(title_->minimumHeight());
    controls_->addWidget(lane_menu_);
    connect(lane_menu_, &QComboBox::activated, this, [this](int index) {
        setLane(index);
        Q_EMIT laneChosen(index);
        Q_EMIT sceneNeeded();
    });
    return lane_menu_;
}

void ViewPage::fillLanes(const Scene& scene) {
    QStringList names;
    for (const LaneStyle& style : scene.styles)
        names.append(style.name);
    QStringList shown;
    for (int i = 0; i < lane_menu_->count(); ++i)
        shown.append(lane_menu_->itemText(i));
    const QSignalBlocker quiet(lane_menu_);
    if (names != shown) {
        lane_menu_->clear();
        lane_menu_->addItems(names);
    }
    if (lane_ >= scene.lanes())
        lane_ = 0;
    lane_menu_->setCurrentIndex(lane_);
}

void ViewPage::setLane(int lane) {
    lane_ = lane;
    lane_is_chosen_ = true;
}

QString ViewPage::detailFault(const Scene& scene) {
    if (scene.step == 0)
        return scene.empty_text;
    if (scene.detail())
        return {};
    if (!scene.details || scene.details->empty())
        return scene.details_on ? tr("The details of this run begin with the next step.")
                                : tr("Details are switched off. Switch on View → Details of steps; they are "
                                     "recorded from the next step on.");
    const BatchDetailPtr near = scene.details->at_or_before(scene.step);
    const int other = near ? near->step : scene.details->steps().front();
    return tr("Step %1 has no details: they were off then, or made room for newer ones. Step %2 has some.")
        .arg(scene.step)
        .arg(other);
}

} // namespace lab
