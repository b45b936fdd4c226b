#include "ui/dialog/findings_dialog.h"

#include "ui/style/theme.h"
#include "ui/text/core_text.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("FindingsDialog", text);
}

QString titleOf(NoticeSubject subject) {
    switch (subject) {
    case NoticeSubject::model:
        return say(QT_TRANSLATE_NOOP("FindingsDialog", "Model"));
    case NoticeSubject::data:
        return say(QT_TRANSLATE_NOOP("FindingsDialog", "Data"));
    case NoticeSubject::labels:
        return say(QT_TRANSLATE_NOOP("FindingsDialog", "Labels"));
    case NoticeSubject::lanes:
        return say(QT_TRANSLATE_NOOP("FindingsDialog", "Lanes"));
    }
    return {};
}

QLabel* cell(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void addRow(QGridLayout* grid, const QString& key, const QString& value, Tone tone, QWidget* parent) {
    const int row = grid->rowCount();
    auto* title = new QLabel(key, parent);
    makeQuiet(title);
    auto* words = cell(value, parent);
    if (tone == Tone::error)
        setTone(words, tone);
    grid->addWidget(title, row, 0, Qt::AlignTop);
    grid->addWidget(words, row, 1);
}

void addHeading(QGridLayout* grid, const QString& text, QWidget* parent) {
    auto* heading = new QLabel(text, parent);
    adjustFont(heading, 1, true);
    grid->addWidget(heading, grid->rowCount(), 0, 1, 2);
}

} // namespace

void showFindings(QWidget* parent, const SetupFindings& findings) {
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("findings"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(say(QT_TRANSLATE_NOOP("FindingsDialog", "Model and data")));
    auto* content = new QWidget(dialog);
    auto* grid = new QGridLayout(content);
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    addHeading(grid, say(QT_TRANSLATE_NOOP("FindingsDialog", "The model's card")), content);
    for (const auto& [key, value] : findings.card)
        addRow(grid, coreText(key), QString::fromStdString(value), Tone::quiet, content);
    for (const std::string& fault : {findings.model_fault, findings.data_fault})
        if (!fault.empty())
            addRow(grid, say(QT_TRANSLATE_NOOP("FindingsDialog", "Cannot be used")),
                   QString::fromStdString(fault), Tone::error, content);
    addHeading(grid, say(QT_TRANSLATE_NOOP("FindingsDialog", "Assumed, left out, matched")), content);
    if (findings.notices.empty())
        grid->addWidget(
            cell(say(QT_TRANSLATE_NOOP("FindingsDialog", "Nothing was assumed, and nothing is left out.")),
                 content),
            grid->rowCount(), 0, 1, 2);
    for (const Notice& notice : findings.notices) {
        QString text = QString::fromStdString(notice.text);
        if (!notice.option.empty())
            text = say(QT_TRANSLATE_NOOP("FindingsDialog", "%1 (%2 sets it)"))
                       .arg(text, QString::fromStdString(notice.option));
        addRow(grid, titleOf(notice.subject), text, notice.warning ? Tone::error : Tone::quiet, content);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    auto* area = new QScrollArea(dialog);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    removeIcons(buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->addWidget(area);
    layout->addWidget(buttons);
    dialog->resize(620, 460);
    dialog->show();
}

} // namespace lab
