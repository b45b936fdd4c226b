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
        Q_EMIT currentChanged(current());
    });
}

void ViewDeck::addPage(const QString& id, QWidget* page, const QString& title, const QString& tip) {
    stack_->addWidget(page);
    ids_.append(id);
    tabs_->setTabToolTip(tabs_->addTab(title), tip);
    const auto* view = qobject_cast<ViewPage*>(page);
    if (!view)
        return;
    connect(view, &ViewPage::stepPicked, this, &ViewDeck::stepPicked);
    connect(view, &ViewPage::laneChosen, this, &ViewDeck::setLane);
    connect(view, &ViewPage::sceneNeeded, this, &ViewDeck::showCurrent);
}

void ViewDeck::setScene(const Scene& scene) {
    scene_ = scene;
    showCurrent();
}

void ViewDeck::showCurrent() {
    if (ViewPage* page = currentView())
        page->showScene(scene_);
}

void ViewDeck::setCurrent(const QString& id) {
    if (const auto tab = static_cast<int>(ids_.indexOf(id)); tab >= 0)
        tabs_->setCurrentIndex(tab);
}

QString ViewDeck::current() const {
    return ids_.value(tabs_->currentIndex());
}

QList<ViewPage*> ViewDeck::views() const {
    QList<ViewPage*> all;
    for (int tab = 0; tab < stack_->count(); ++tab)
        if (auto* page = qobject_cast<ViewPage*>(stack_->widget(tab)))
            all.append(page);
    return all;
}

ViewPage* ViewDeck::currentView() const {
    return qobject_cast<ViewPage*>(stack_->currentWidget());
}

void ViewDeck::setLane(int lane) {
    for (ViewPage* page : views())
        page->setLane(lane);
}

int ViewDeck::lane() const {
    // A page may have found a better one than the first, of its own accord.
    for (const ViewPage* page : views())
        if (page->lane() != 0)
            return page->lane();
    return 0;
}

void ViewDeck::setPresentation(bool on) {
    for (ViewPage* page : views())
        page->setPresentation(on);
}

} // namespace lab
