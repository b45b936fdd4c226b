#include "ui/view/image_board.h"

#include "ui/style/elided.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace lab {

namespace {

QScrollArea* scrolling(QWidget* content, QWidget* parent) {
    auto* area = new QScrollArea(parent);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setBackgroundRole(QPalette::Base);
    return area;
}

} // namespace

ImageBoard::ImageBoard(QWidget* parent)
    : ViewPage(tr("Images of the step"),
               tr("The same images for all lanes. A disc in a lane's colour: right. A cross: wrong."),
               parent),
      grid_(new ImageGrid), card_(new SampleCard), filtered_(new QCheckBox(tr("only where"), this)),
      right_(new ElidedCombo(10, this)), wrong_(new ElidedCombo(10, this)) {
    auto* middle = new QLabel(tr("is right and"), this);
    auto* end = new QLabel(tr("is wrong"), this);
    right_->setAccessibleName(tr("Lane that is right"));
    wrong_->setAccessibleName(tr("Lane that is wrong"));
    filtered_->setAccessibleName(tr("Only images that one lane gets right and another wrong"));
    for (QWidget* control : std::initializer_list<QWidget*>{filtered_, right_, middle, wrong_, end}) {
        adjustFont(control, -0.5);
        controls()->addWidget(control);
    }
    auto* side = scrolling(card_, this);
    side->setFixedWidth(card_->width() + 16);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(scrolling(grid_, this), 1);
    row->addWidget(side);
    body()->addLayout(row, 1);
    for (QComboBox* menu : {right_, wrong_})
        connect(menu, &QComboBox::activated, this, [this] {
            filtered_->setChecked(true);
            Q_EMIT sceneNeeded();
        });
    connect(filtered_, &QCheckBox::toggled, this, &ViewPage::sceneNeeded);
    connect(grid_, &ImageGrid::selectionChanged, this,
            [this](int image) { card_->setSample(scene_, image); });
}

ImageFilter ImageBoard::filter() const {
    return {filtered_->isChecked(), right_->currentIndex(), wrong_->currentIndex()};
}

void ImageBoard::setFilter(const ImageFilter& filter) {
    right_->setCurrentIndex(filter.right_lane);
    wrong_->setCurrentIndex(filter.wrong_lane);
    filtered_->setChecked(filter.on);
    Q_EMIT sceneNeeded();
}

void ImageBoard::fillMenus() {
    QStringList names;
    for (const LaneStyle& style : scene_.styles)
        names.append(style.name);
    for (QComboBox* menu : {right_, wrong_}) {
        QStringList shown;
        for (int i = 0; i < menu->count(); ++i)
            shown.append(menu->itemText(i));
        if (shown == names)
            continue;
        const QSignalBlocker quiet(menu);
        const int before = menu->currentIndex();
        menu->clear();
        menu->addItems(names);
        const int usual = menu == right_ && names.size() > 1 ? 1 : 0;
        menu->setCurrentIndex(before >= 0 && before < names.size() ? before : usual);
    }
}

void ImageBoard::addTo(ViewChoice& choice, bool /*in_front*/) const {
    choice.filter = filter();
    choice.image = grid_->selected();
}

void ImageBoard::showScene(const Scene& scene) {
    scene_ = scene;
    fillMenus();
    grid_->setEmptyText(detailFault(scene));
    grid_->setScene(scene, filter());
    card_->setSample(scene, grid_->selected());
}

} // namespace lab
