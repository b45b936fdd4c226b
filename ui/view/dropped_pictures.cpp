#include "ui/view/dropped_pictures.h"

#include "ui/style/theme.h"

#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace lab {

namespace {
constexpr int named = 3; ///< in the tool tip
} // namespace

DroppedPictures::DroppedPictures(QWidget* parent) : QToolButton(parent) {
    setAutoRaise(true);
    setVisible(false);
    connect(this, &QToolButton::clicked, this, &DroppedPictures::openList);
}

void DroppedPictures::clear() {
    sentences_.clear();
    setVisible(false);
    if (list_)
        list_->close();
}

void DroppedPictures::add(const Event& event) {
    const auto* dropped = event.as<PicturesDropped>();
    if (dropped == nullptr)
        return;
    for (const std::string& words : dropped->pictures)
        if (const QString sentence = QString::fromStdString(words); !sentences_.contains(sentence))
            sentences_.append(sentence);
    if (sentences_.isEmpty())
        return;
    const auto count = static_cast<int>(sentences_.size());
    setText(count == 1 ? tr("1 picture left out") : tr("%1 pictures left out").arg(count));
    QStringList first = sentences_.mid(0, named);
    if (count > named)
        first.append(tr("and %1 more: click for the list").arg(count - named));
    setToolTip(wrappedTip(first.join(QStringLiteral("; "))));
    setAccessibleDescription(first.join(QStringLiteral("; ")));
    setVisible(true);
}

void DroppedPictures::openList() {
    auto* dialog = new QDialog(window());
    list_ = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(text());
    auto* words = new QLabel(tr("These files could not be read. The run went on without them; mend or remove "
                                "them for the next one."),
                             dialog);
    words->setWordWrap(true);
    auto* files = new QListWidget(dialog);
    files->addItems(sentences_);
    files->setWordWrap(true);
    files->setAccessibleName(text());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QPushButton* copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    removeIcons(buttons);
    const QString everything = sentences_.join(QLatin1Char('\n'));
    connect(copy, &QPushButton::clicked, dialog,
            [everything] { QGuiApplication::clipboard()->setText(everything); });
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(words);
    layout->addWidget(files, 1);
    layout->addWidget(buttons);
    dialog->resize(640, 320);
    dialog->open();
}

} // namespace lab
