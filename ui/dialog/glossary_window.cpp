#include "ui/dialog/glossary_window.h"

#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace lab {

namespace {

bool holds(const GlossaryEntry& entry, const QString& words) {
    const QString all = entry.title + QLatin1Char('\n') + entry.group + QLatin1Char('\n') +
                        entry.paragraphs.join(QLatin1Char('\n'));
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(),
                       [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace

GlossaryWindow::GlossaryWindow(QWidget* parent)
    : QDialog(parent), entries_(glossary()), search_(new QLineEdit(this)), list_(new QListWidget(this)),
      text_(new QTextBrowser(this)) {
    setObjectName(QStringLiteral("glossary"));
    setWindowTitle(tr("Glossary"));
    search_->setPlaceholderText(tr("Search all entries"));
    search_->setAccessibleName(tr("Search"));
    search_->setClearButtonEnabled(true);
    list_->setAccessibleName(tr("Entries"));
    list_->setUniformItemSizes(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    text_->setAccessibleName(tr("Meaning"));
    text_->setFrameShape(QFrame::NoFrame);
    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(search_);
    left->addWidget(list_, 1);
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(12, 12, 12, 12);
    columns->setSpacing(16);
    columns->addLayout(left, 2);
    columns->addWidget(text_, 3);
    connect(search_, &QLineEdit::textChanged, this, &GlossaryWindow::fill);
    connect(list_, &QListWidget::currentRowChanged, this, &GlossaryWindow::showCurrent);
    resize(720, 460);
    fill({});
}

void GlossaryWindow::fill(const QString& words) {
    const QString before = shownEntry();
    list_->clear();
    QString group;
    for (const GlossaryEntry& entry : std::as_const(entries_)) {
        if (!holds(entry, words))
            continue;
        if (entry.group != group) {
            auto* heading = new QListWidgetItem(entry.group, list_);
            heading->setFlags(Qt::NoItemFlags);
            QFont bold = list_->font();
            bold.setBold(true);
            heading->setFont(bold);
            group = entry.group;
        }
        auto* item = new QListWidgetItem(entry.title, list_);
        item->setData(Qt::UserRole, entry.id);
        item->setToolTip(entry.title);
    }
    showEntry(before);
    showCurrent();
}

void GlossaryWindow::showEntry(const QString& id) {
    int first = -1;
    for (int row = 0; row < list_->count(); ++row) {
        const QString own = list_->item(row)->data(Qt::UserRole).toString();
        if (own.isEmpty())
            continue;
        if (first < 0)
            first = row;
        if (own == id) {
            list_->setCurrentRow(row);
            list_->scrollToItem(list_->item(row), QAbstractItemView::PositionAtCenter);
            return;
        }
    }
    list_->setCurrentRow(first);
}

QString GlossaryWindow::shownEntry() const {
    const QListWidgetItem* item = list_->currentItem();
    return item == nullptr ? QString() : item->data(Qt::UserRole).toString();
}

QString GlossaryWindow::text() const {
    return text_->toPlainText();
}

void GlossaryWindow::showCurrent() {
    const QString id = shownEntry();
    const auto entry =
        std::find_if(entries_.begin(), entries_.end(), [&](const GlossaryEntry& e) { return e.id == id; });
    if (entry == entries_.end()) {
        text_->setPlainText(tr("No entry has these words."));
        return;
    }
    QString html = QStringLiteral("<h3>%1</h3>").arg(entry->title.toHtmlEscaped());
    for (const QString& paragraph : entry->paragraphs)
        html += QStringLiteral("<p>%1</p>").arg(paragraph.toHtmlEscaped());
    text_->setHtml(html);
}

} // namespace lab
