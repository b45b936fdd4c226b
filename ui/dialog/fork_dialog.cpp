#include "ui/dialog/fork_dialog.h"

#include "ui/style/theme.h"
#include "ui/text/recipe_labels.h"
#include "ui/view/recipe_switches.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace lab {

ForkDialog::ForkDialog(const Scene& scene, const std::vector<LaneSpec>& lanes, int lane, RecipeAt recipe_at,
                       QWidget* parent)
    : QDialog(parent), lanes_(lanes), recipe_at_(std::move(recipe_at)), lane_(new QComboBox(this)),
      step_(new QSpinBox(this)), name_(new QLineEdit(this)), words_(new QLabel(this)),
      switches_place_(new QWidget(this)) {
    setWindowTitle(tr("Fork a lane"));
    auto* sentence =
        new QLabel(tr("The copy starts from the lane's weights after this step, sees the same images, "
                      "and runs along as a lane of its own. It catches up at once."),
                   this);
    sentence->setWordWrap(true);
    makeQuiet(sentence);
    for (const LaneStyle& style : scene.styles)
        titles_.append(style.name);
    lane_->addItems(titles_);
    lane_->setCurrentIndex(std::clamp(lane, 0, static_cast<int>(titles_.size()) - 1));
    lane_->setAccessibleName(tr("Lane to copy"));
    int last = scene.step;
    for (int other = 0; other < scene.lanes(); ++other)
        for (int step = last + 1; scene.record(other, step); ++step)
            last = step;
    step_->setRange(0, last);
    step_->setValue(scene.step);
    step_->setAccessibleName(tr("Step after which the copy begins"));
    name_->setAccessibleName(tr("Name of the new lane"));
    name_->setMaxLength(40);
    words_->setWordWrap(true);
    words_->setMinimumHeight(2 * words_->fontMetrics().height());
    auto* form = new QFormLayout;
    form->addRow(tr("Lane"), lane_);
    form->addRow(tr("After step"), step_);
    form->addRow(tr("Name"), name_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Fork"));
    removeIcons(buttons);
    auto* place = new QVBoxLayout(switches_place_);
    place->setContentsMargins(0, 0, 0, 0);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(sentence);
    layout->addLayout(form);
    layout->addWidget(switches_place_);
    layout->addWidget(words_);
    layout->addWidget(buttons);
    setMinimumWidth(420);
    connect(lane_, &QComboBox::currentIndexChanged, this, &ForkDialog::showParent);
    connect(step_, &QSpinBox::valueChanged, this, &ForkDialog::showParent);
    connect(name_, &QLineEdit::textEdited, this, [this] { name_typed_ = true; });
    connect(buttons, &QDialogButtonBox::accepted, this, &ForkDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ForkDialog::reject);
    showParent();
    form->setHorizontalSpacing(8);
    form->labelForField(lane_)->setMinimumWidth(switches_->labelWidth());
}

void ForkDialog::showParent() {
    parent_ = recipe_at_(lane_->currentIndex(), step_->value());
    delete switches_;
    switches_ = new RecipeSwitches(parent_, titles_.value(lane_->currentIndex()), switches_place_);
    switches_place_->layout()->addWidget(switches_);
    connect(switches_, &RecipeSwitches::recipeChanged, this, &ForkDialog::describe);
    if (!name_typed_)
        name_->setText(tr("%1 fork @%2").arg(titles_.value(lane_->currentIndex())).arg(step_->value()));
    describe();
}

void ForkDialog::describe() {
    const QString change = describeChange(parent_, switches_->recipe());
    words_->setText(
        change.isEmpty()
            ? tr("Nothing is different yet: the copy would do what its parent does, digit for digit.")
            : tr("From step %1 on: %2.").arg(step_->value() + 1).arg(change));
}

QString ForkDialog::words() const {
    return words_->text();
}

ForkLane ForkDialog::wish() const {
    QString name = name_->text().trimmed();
    if (name.isEmpty())
        name = tr("%1 fork @%2").arg(titles_.value(lane_->currentIndex())).arg(step_->value());
    // No two lanes share a name.
    const QString first = name;
    for (int number = 2; titles_.contains(name); ++number)
        name = QStringLiteral("%1 %2").arg(first).arg(number);
    return {lane_->currentIndex(), step_->value(), switches_->recipe(), name.toStdString()};
}

void ForkDialog::accept() {
    const ForkLane asked = wish();
    QDialog::accept();
    Q_EMIT chosen(asked);
}

} // namespace lab
