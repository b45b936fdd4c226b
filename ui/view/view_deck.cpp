#include "ui/view/view_deck.h"

#include "ui/view/view_page.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace lab {

ViewDeck::ViewDeck(QWidget* parent)
    : QWidget(parent), tabs_(new QTabBar(this)), stack_(new QStackedWidget(this)) {
    tabs_->setDrawBase(false);
    tabs_->setDocumentMode(true);
    tabs_->setExpanding(false);
    tabs_->setUsesScrollButtons(true);
    tabs_->setElideMode(Qt::ElideNone);
    tabs_->setAccessibleName(tr("Views of the run"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(tabs_);
    layout->addWidget(stack_, 1);
    connect(tabs_, &QTabBar::currentChanged, this, [this](int index) {
        stack_->setCurrentIndex(index);
        showCurrent();
        Q_EMIT currentChanged(index);
    });
}

void ViewDeck::addCharts(QWidget* page, const QString& name, const QString& tip) {
    stack_->addWidget(page);
    views_.append(nullptr);
    tabs_->setTabToolTip(tabs_->addTab(name), tip);
}

void ViewDeck::addView(ViewPage* page, const QString& name) {
    stack_->addWidget(page);
    views_.append(page);
    tabs_->setTabToolTip(tabs_->addTab(name), page->title());
    connect(page, &ViewPage::stepPicked, this, &ViewDeck::stepPicked);
    connect(page, &ViewPage::laneChosen, this, &ViewDeck::setLane);
    connect(page, &ViewPage::sceneNeeded, this, &ViewDeck::showCurrent);
}

void ViewDeck::setScene(const Scene& scene) {
    scene_ = scene;
    showCurrent();
}

void ViewDeck::showCurrent() {
    if (ViewPage* page = currentView())
        page->showScene(scene_);
}

void ViewDeck::setCurrent(int index) {
    tabs_->setCurrentIndex(index);
}

int ViewDeck::current() const {
    return tabs_->currentIndex();
}

int ViewDeck::count() const {
    return tabs_->count();
}

QString ViewDeck::name(int index) const {
    return tabs_->tabText(index);
}

ViewPage* ViewDeck::currentView() const {
    return views_.value(tabs_->currentIndex(), nullptr);
}

void ViewDeck::setLane(int lane) {
    for (ViewPage* page : views_)
        if (page)
            page->setLane(lane);
}

void ViewDeck::setPresentation(bool on) {
    for (ViewPage* page : views_)
        if (page)
            page->setPresentation(on);
}

} // namespace lab
