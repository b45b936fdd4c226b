#include "ui/lesson/lesson_question_box.h"

#include "ui/style/theme.h"

#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace lab {

LessonQuestionBox::LessonQuestionBox(QWidget* parent)
    : QFrame(parent), text_(new QLabel(this)), options_(new QVBoxLayout), group_(new QButtonGroup(this)),
      guess_(new QPushButton(tr("That is my guess"), this)), verdict_(new QLabel(this)) {
    setTone(this, Tone::hint);
    setAutoFillBackground(true);
    auto* title = new QLabel(tr("Predict first"), this);
    adjustFont(title, 0, true);
    text_->setWordWrap(true);
    verdict_->setWordWrap(true);
    options_->setSpacing(2);
    guess_->setEnabled(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 8);
    layout->setSpacing(4);
    layout->addWidget(title);
    layout->addWidget(text_);
    layout->addLayout(options_);
    layout->addWidget(guess_, 0, Qt::AlignLeft);
    layout->addWidget(verdict_);
    connect(group_, &QButtonGroup::idClicked, this, [this] { guess_->setEnabled(!answered_); });
    connect(guess_, &QPushButton::clicked, this, &LessonQuestionBox::judge);
    hide();
}

void LessonQuestionBox::ask(const std::optional<LessonQuestion>& question, const QString& language) {
    question_ = question;
    language_ = language;
    answered_ = false;
    for (QAbstractButton* button : group_->buttons()) {
        group_->removeButton(button);
        delete button;
    }
    verdict_->clear();
    verdict_->hide();
    guess_->setEnabled(false);
    guess_->show();
    setVisible(question.has_value());
    if (!question)
        return;
    text_->setText(QString::fromStdString(question->text.in(language.toStdString())));
    for (std::size_t i = 0; i < question->options.size(); ++i) {
        auto* option =
            new QRadioButton(QString::fromStdString(question->options[i].in(language.toStdString())), this);
        group_->addButton(option, static_cast<int>(i));
        options_->addWidget(option);
    }
}

void LessonQuestionBox::judge() {
    const int chosen = group_->checkedId();
    if (!question_ || answered_ || chosen < 0)
        return;
    answered_ = true;
    const QString why = QString::fromStdString(question_->why.in(language_.toStdString()));
    verdict_->setText(chosen == question_->answer ? tr("✓ Well guessed. %1").arg(why)
                                                  : tr("✗ Not quite. %1").arg(why));
    verdict_->show();
    guess_->hide();
    for (QAbstractButton* button : group_->buttons()) {
        button->setEnabled(false);
        // The right one is said by a sign, not by colour alone.
        if (group_->id(button) == question_->answer)
            button->setText(QStringLiteral("✓ ") + button->text());
    }
    Q_EMIT answered(chosen);
}

QString LessonQuestionBox::verdict() const {
    return verdict_->isHidden() ? QString() : verdict_->text();
}

QList<QAbstractButton*> LessonQuestionBox::options() const {
    return group_->buttons();
}

} // namespace lab
