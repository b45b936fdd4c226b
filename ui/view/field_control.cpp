#include "ui/view/field_control.h"

#include "ui/style/elided.h"
#include "ui/style/help_topic.h"
#include "ui/style/log_slider.h"
#include "ui/text/recipe_labels.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <limits>

namespace lab {

namespace {

SliderMapping mappingOf(const FieldSlider& slider) {
    return {slider.lowest, slider.highest, slider.logarithmic, slider.zero_at_left};
}

int boundOf(double bound) {
    constexpr double most = std::numeric_limits<int>::max();
    return static_cast<int>(std::clamp(bound, -most, most));
}

std::vector<std::string> textsOf(const QString& line) {
    std::vector<std::string> texts;
    for (const QString& text : line.split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!text.trimmed().isEmpty())
            texts.push_back(text.trimmed().toStdString());
    return texts;
}

} // namespace

FieldControl::FieldControl(const RecipeField& field, QWidget* parent, int characters)
    : QObject(parent), field_(field) {
    switch (field.access.kind) {
    case FieldKind::flag:
        tick_ = new QCheckBox(fieldWords(field.tick.empty() ? field.title : field.tick), parent);
        connect(tick_, &QCheckBox::toggled, this, &FieldControl::changed);
        break;
    case FieldKind::choice:
        choice_ = characters > 0 ? new ElidedCombo(characters, parent) : new QComboBox(parent);
        for (const FieldChoice& choice : field.access.choices)
            choice_->addItem(fieldWords(choice.title));
        connect(choice_, &QComboBox::currentIndexChanged, this, &FieldControl::changed);
        break;
    case FieldKind::number:
        slider_ = new LogSlider(mappingOf(field.slider), parent);
        connect(slider_, &LogSlider::valueChanged, this, &FieldControl::changed);
        break;
    case FieldKind::whole:
        whole_ = new QSpinBox(parent);
        whole_->setRange(boundOf(field.range.lowest), boundOf(field.range.highest));
        connect(whole_, &QSpinBox::valueChanged, this, &FieldControl::changed);
        break;
    case FieldKind::texts:
        texts_ = new QLineEdit(parent);
        texts_->setPlaceholderText(tr("none"));
        connect(texts_, &QLineEdit::editingFinished, this, &FieldControl::changed);
        break;
    }
    setHelpTopic(widget(), QStringLiteral("field.") + QString::fromStdString(field.path));
}

QWidget* FieldControl::widget() const {
    for (QWidget* widget : {static_cast<QWidget*>(tick_), static_cast<QWidget*>(choice_),
                            static_cast<QWidget*>(slider_), static_cast<QWidget*>(whole_)})
        if (widget != nullptr)
            return widget;
    return texts_;
}

void FieldControl::show(const Recipe& recipe) {
    const FieldValue value = field_.get(recipe);
    const QSignalBlocker quiet(this);
    if (tick_ != nullptr)
        tick_->setChecked(std::get<bool>(value));
    if (choice_ != nullptr)
        choose(std::get<std::string>(value));
    if (slider_ != nullptr)
        slider_->setValue(std::get<double>(value));
    if (whole_ != nullptr)
        whole_->setValue(boundOf(static_cast<double>(std::get<std::int64_t>(value))));
    if (texts_ != nullptr)
        texts_->setText(QString::fromStdString(value_text(value)));
    enable(recipe);
}

void FieldControl::enable(const Recipe& recipe) {
    widget()->setEnabled(why_unused(field_, recipe).empty());
}

FieldValue FieldControl::value() const {
    if (tick_ != nullptr)
        return tick_->isChecked();
    if (choice_ != nullptr)
        return field_.access.choices.at(static_cast<std::size_t>(choice_->currentIndex())).id;
    if (slider_ != nullptr)
        return slider_->value();
    if (whole_ != nullptr)
        return std::int64_t(whole_->value());
    return textsOf(texts_->text());
}

void FieldControl::read(Recipe& recipe) const {
    field_.set(recipe, value());
}

void FieldControl::choose(const std::string& id) {
    for (std::size_t i = 0; i < field_.access.choices.size(); ++i)
        if (field_.access.choices[i].id == id)
            choice_->setCurrentIndex(static_cast<int>(i));
}

} // namespace lab
