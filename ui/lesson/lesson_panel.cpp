#include "ui/lesson/lesson_panel.h"

#include "ui/lesson/lesson_question_box.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <cmath>

namespace lab {

namespace {

QString said(const LocalText& text) {
    return QString::fromStdString(text.in(presentLanguage().toStdString()));
}

/// Shares as the charts show them, in per cent; a step by its name.
QString measured(const std::string& measure, double value) {
    const auto is = [&](const char* start) { return measure.rfind(start, 0) == 0; };
    if (is("accuracy") || is("top_class_share") || is("kept_share"))
        return LessonPanel::tr("%1 %")
            .arg(QString::number(100 * value, 'g', 3))
            .replace(QLatin1Char(' '), QChar::Nbsp);
    if (measure == "collapsed_at")
        return value > 0 ? LessonPanel::tr("at step %1").arg(static_cast<int>(value))
                         : LessonPanel::tr("never");
    return QString::number(value, 'g', 3);
}

} // namespace

LessonPanel::LessonPanel(QWidget* parent)
    : QWidget(parent), pages_(new QStackedWidget(this)), title_(new QLabel(tr("Lessons"), this)),
      list_(new QListWidget(this)), summary_(new QLabel(this)), begin_(new QPushButton(tr("Begin"), this)),
      lesson_title_(new QLabel(this)), step_title_(new QLabel(this)), text_(new QTextBrowser(this)),
      question_(new LessonQuestionBox(this)), tasks_(new QPushButton(tr("Do it for me"), this)),
      run_(new QPushButton(tr("Run the experiment"), this)), results_(new QLabel(this)),
      back_(new QPushButton(tr("Back"), this)), teacher_(new QPushButton(tr("Teacher's note"), this)),
      next_(new QPushButton(tr("Next"), this)), leave_(new QPushButton(tr("Leave"), this)) {
    setFixedWidth(width);
    adjustFont(title_, 1, true);
    leave_->setToolTip(tr("Back to the whole window"));
    auto* head = new QHBoxLayout;
    head->addWidget(title_, 1);
    head->addWidget(leave_);
    pages_->addWidget(buildChooser());
    pages_->addWidget(buildStep());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(pages_, 1);
    connect(leave_, &QPushButton::clicked, this, &LessonPanel::leaveWanted);
}

QWidget* LessonPanel::buildChooser() {
    auto* page = new QWidget(this);
    list_->setAccessibleName(tr("Lessons"));
    list_->setWordWrap(true);
    list_->setSpacing(2);
    summary_->setWordWrap(true);
    makeQuiet(summary_);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(list_, 1);
    layout->addWidget(summary_);
    layout->addWidget(begin_);
    connect(list_, &QListWidget::currentRowChanged, this, [this](int row) {
        summary_->setText(summaries_.value(row));
        begin_->setEnabled(row >= 0);
    });
    connect(list_, &QListWidget::itemActivated, this, [this] { begin_->click(); });
    connect(begin_, &QPushButton::clicked, this, [this] {
        if (list_->currentRow() >= 0)
            Q_EMIT lessonChosen(list_->currentRow());
    });
    return page;
}

QWidget* LessonPanel::buildStep() {
    auto* page = new QWidget(this);
    lesson_title_->setWordWrap(true);
    makeQuiet(lesson_title_);
    step_title_->setWordWrap(true);
    adjustFont(step_title_, 1, true);
    text_->setAccessibleName(tr("Text of the step"));
    text_->setOpenExternalLinks(true);
    text_->setMinimumHeight(90);
    text_->setFrameShape(QFrame::NoFrame);
    results_->setWordWrap(true);
    results_->setTextFormat(Qt::PlainText);
    results_->setAccessibleName(tr("What the recording shows"));
    teacher_->setCheckable(true);
    auto* doing = new QHBoxLayout;
    doing->addWidget(run_, 1);
    doing->addWidget(tasks_);
    auto* going = new QHBoxLayout;
    going->addWidget(back_);
    going->addWidget(teacher_, 1);
    going->addWidget(next_);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(lesson_title_);
    layout->addWidget(step_title_);
    layout->addWidget(text_, 1);
    layout->addWidget(question_);
    layout->addWidget(results_);
    // Below what comes and goes, so that they stay where they are.
    layout->addLayout(doing);
    layout->addLayout(going);
    connect(question_, &LessonQuestionBox::answered, this, &LessonPanel::answered);
    connect(run_, &QPushButton::clicked, this, &LessonPanel::runWanted);
    connect(tasks_, &QPushButton::clicked, this, &LessonPanel::tasksWanted);
    connect(back_, &QPushButton::clicked, this, [this] { Q_EMIT stepWanted(step_ - 1); });
    connect(next_, &QPushButton::clicked, this, [this] { Q_EMIT stepWanted(step_ + 1); });
    connect(teacher_, &QPushButton::toggled, this, &LessonPanel::showTeacher);
    return page;
}

void LessonPanel::showChooser(const std::vector<Lesson>& lessons, const QStringList& faults, int chosen) {
    list_->clear();
    summaries_.clear();
    for (const Lesson& lesson : lessons) {
        const QString title = said(lesson.title);
        list_->addItem(lesson.minutes > 0 ? tr("%1 (%2 min)").arg(title).arg(lesson.minutes) : title);
        summaries_.append(said(lesson.summary));
    }
    title_->setText(tr("Lessons"));
    pages_->setCurrentIndex(0);
    begin_->setEnabled(!lessons.empty());
    list_->setCurrentRow(chosen < list_->count() ? chosen : 0);
    if (lessons.empty())
        summary_->setText(faults.isEmpty() ? tr("No lessons were found.") : faults.join(QLatin1Char('\n')));
    else if (!faults.isEmpty())
        list_->setToolTip(wrappedTip(faults.join(QLatin1Char('\n'))));
}

void LessonPanel::showStep(const Lesson& lesson, int step) {
    const LessonStep& shown = lesson.steps.at(static_cast<std::size_t>(step));
    const auto count = static_cast<int>(lesson.steps.size());
    step_ = step;
    title_->setText(tr("Step %1 of %2").arg(step + 1).arg(count));
    lesson_title_->setText(said(lesson.title));
    step_title_->setText(said(shown.title));
    step_text_ = said(shown.text);
    teacher_text_ = said(lesson.teacher);
    teacher_->setChecked(false);
    showTeacher(false);
    question_->ask(shown.question, presentLanguage());
    tasks_->setVisible(!shown.tasks.empty());
    run_->setVisible(!shown.checks.empty());
    back_->setEnabled(step > 0);
    next_->setText(step + 1 < count ? tr("Next") : tr("Finish"));
    clearResults();
    pages_->setCurrentIndex(1);
}

void LessonPanel::showTeacher(bool on) {
    text_->setMarkdown(on ? teacher_text_ : step_text_);
}

void LessonPanel::clearResults() {
    results_->clear();
    results_->hide();
}

void LessonPanel::showResults(const std::vector<LessonCheck>& checks,
                              const std::vector<CheckResult>& results) {
    QStringList lines;
    for (std::size_t i = 0; i < checks.size() && i < results.size(); ++i) {
        QString line =
            (results[i].holds ? QStringLiteral("✓ ") : QStringLiteral("✗ ")) + said(checks[i].text);
        if (std::isfinite(results[i].value))
            line += tr(" (measured: %1)").arg(measured(checks[i].measure, results[i].value));
        lines.append(line);
    }
    results_->setText(lines.join(QLatin1Char('\n')));
    results_->setVisible(!lines.isEmpty());
}

void LessonPanel::setRunAllowed(bool allowed) {
    run_->setEnabled(allowed);
    run_->setToolTip(allowed ? QString() : tr("Make your guess first, or wait for the run to end."));
}

void LessonPanel::setNextAllowed(bool allowed) {
    next_->setEnabled(allowed);
    next_->setToolTip(allowed ? QString() : tr("First make your guess and let the run come to its end."));
}

QString LessonPanel::resultText() const {
    return results_->isHidden() ? QString() : results_->text();
}

} // namespace lab
