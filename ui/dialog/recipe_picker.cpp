#include "ui/dialog/recipe_picker.h"

#include "core/catalogue/catalog.h"
#include "core/spec/spec.h"
#include "ui/style/theme.h"
#include "ui/text/core_text.h"
#include "ui/view/recipe_diagram.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace lab {

RecipePicker::RecipePicker(const QString& title, const QString& action, const QString& method,
                           const std::string& model, int batch_size, QWidget* parent)
    : QDialog(parent), model_(model), batch_size_(batch_size), list_(new QListWidget(this)),
      title_(new QLabel(this)), words_(new QLabel(this)), diagram_(new RecipeDiagram(this)) {
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    for (const Choice& choice : method_choices()) {
        auto* item = new QListWidgetItem(QString::fromStdString(choice.title), list_);
        item->setData(Qt::UserRole, QString::fromStdString(choice.id));
        item->setData(Qt::UserRole + 1, coreText(choice.tip));
        item->setSizeHint({0, 24});
    }
    list_->setFixedWidth(176);
    list_->setFixedHeight(24 * list_->count() + 2 * list_->frameWidth());
    list_->setAccessibleName(tr("Methods"));
    adjustFont(title_, 3, true);
    words_->setWordWrap(true);
    words_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    words_->setMinimumHeight(4 * fontMetrics().lineSpacing());
    auto* blocks = new QLabel(tr("A batch passes six blocks; pale ones are not in use."), this);
    makeQuiet(blocks);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* choose = buttons->addButton(action, QDialogButtonBox::AcceptRole);
    removeIcons(buttons);
    choose->setDefault(true);

    auto* right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(title_);
    right->addWidget(words_);
    right->addSpacing(16);
    right->addWidget(blocks);
    right->addWidget(diagram_);
    right->addStretch(1);
    right->addWidget(buttons);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(24);
    layout->addWidget(list_);
    layout->addLayout(right, 1);

    connect(list_, &QListWidget::currentRowChanged, this, &RecipePicker::showMethod);
    connect(list_, &QListWidget::itemDoubleClicked, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT chosen(this->method()); });
    select(method);
}

void RecipePicker::select(const QString& method) {
    for (int row = 0; row < list_->count(); ++row)
        if (list_->item(row)->data(Qt::UserRole).toString() == method)
            list_->setCurrentRow(row);
    if (list_->currentRow() < 0)
        list_->setCurrentRow(0);
}

QString RecipePicker::method() const {
    return list_->currentItem()->data(Qt::UserRole).toString();
}

QString RecipePicker::explanation() const {
    return words_->text();
}

void RecipePicker::showMethod() {
    title_->setText(list_->currentItem()->text());
    words_->setText(list_->currentItem()->data(Qt::UserRole + 1).toString());
    diagram_->setRecipe(make_lane(method().toStdString(), model_, batch_size_).recipe);
}

} // namespace lab
