#include "ui/dialog/frames_dialog.h"

#include "ui/style/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace lab {

FramesDialog::FramesDialog(const QList<QPair<QString, QString>>& pictures, const QString& present,
                           QWidget* parent)
    : QDialog(parent), picture_(new QComboBox(this)), every_(new QSpinBox(this)) {
    setWindowTitle(tr("Frames of a film"));
    auto* sentence =
        new QLabel(tr("Numbered pictures in a folder, from the first step to the last. Views that draw "
                      "details have a frame for each step whose details are kept."),
                   this);
    sentence->setWordWrap(true);
    makeQuiet(sentence);
    for (const auto& [id, name] : pictures)
        picture_->addItem(name, id);
    picture_->setCurrentIndex(std::max(0, picture_->findData(present)));
    picture_->setAccessibleName(tr("What the film shows"));
    every_->setRange(1, 1'000'000);
    every_->setAccessibleName(tr("Steps from one frame to the next"));
    auto* form = new QFormLayout;
    form->addRow(tr("Picture"), picture_);
    form->addRow(tr("A frame every how many steps?"), every_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Choose the folder…"));
    removeIcons(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(sentence);
    layout->addLayout(form);
    layout->addWidget(buttons);
    setMinimumWidth(420);
    connect(buttons, &QDialogButtonBox::accepted, this, &FramesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &FramesDialog::reject);
}

void FramesDialog::accept() {
    const QString id = picture_->currentData().toString();
    QDialog::accept();
    Q_EMIT chosen(id, every_->value());
}

} // namespace lab
