#include "ui/dialog/schedule_dialog.h"

#include "core/catalogue/catalog.h"
#include "ui/session/suggested_schedule.h"
#include "ui/style/theme.h"
#include "ui/text/core_text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <utility>

namespace lab {

namespace {
enum Column { corruption_column, severity_column, images_column };
} // namespace

ScheduleDialog::ScheduleDialog(const std::vector<Segment>& segments, QWidget* parent)
    : QDialog(parent), table_(new QTableWidget(0, 3, this)), total_(new QLabel(this)),
      remove_(new QPushButton(tr("Remove"), this)), up_(new QPushButton(tr("Up"), this)),
      down_(new QPushButton(tr("Down"), this)) {
    setWindowTitle(tr("Schedule"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* sentence =
        new QLabel(tr("The stream runs through these segments from top to bottom. A grey mark on "
                      "every chart shows where one begins."),
                   this);
    sentence->setWordWrap(true);
    makeQuiet(sentence);
    table_->setHorizontalHeaderLabels({tr("Corruption"), tr("Severity"), tr("Images")});
    table_->horizontalHeader()->setSectionResizeMode(corruption_column, QHeaderView::Stretch);
    table_->setColumnWidth(severity_column, 80);
    table_->setColumnWidth(images_column, 104);
    table_->verticalHeader()->setDefaultSectionSize(30);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    QPalette calm = table_->palette();
    calm.setColor(QPalette::Highlight, theme::hintTint());
    calm.setColor(QPalette::HighlightedText, theme::text());
    table_->setPalette(calm);
    table_->setAccessibleName(tr("Segments of the stream"));
    auto* add = new QPushButton(tr("Add"), this);
    add->setAutoDefault(false);
    for (QPushButton* button : {remove_, up_, down_})
        button->setAutoDefault(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);

    removeIcons(buttons);
    auto* editing = new QHBoxLayout;
    editing->addWidget(add);
    editing->addWidget(remove_);
    editing->addWidget(up_);
    editing->addWidget(down_);
    editing->addStretch(1);
    editing->addWidget(total_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(sentence);
    layout->addWidget(table_, 1);
    layout->addLayout(editing);
    layout->addWidget(buttons);
    resize(520, 420);

    showSegments(segments.empty() ? suggestedSchedule() : segments);
    connect(add, &QPushButton::clicked, this, [this] { addSegment(this->segments().back()); });
    connect(remove_, &QPushButton::clicked, this, [this] { removeSegment(selectedRow()); });
    connect(up_, &QPushButton::clicked, this, [this] { moveSegment(selectedRow(), -1); });
    connect(down_, &QPushButton::clicked, this, [this] { moveSegment(selectedRow(), 1); });
    connect(table_, &QTableWidget::itemSelectionChanged, this, &ScheduleDialog::update);
    connect(table_, &QTableWidget::currentCellChanged, this, &ScheduleDialog::update);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT chosen(this->segments()); });
}

void ScheduleDialog::showSegments(const std::vector<Segment>& segments) {
    table_->setRowCount(0);
    for (const Segment& segment : segments)
        addSegment(segment);
    table_->selectRow(0);
    update();
}

void ScheduleDialog::addSegment(const Segment& segment) {
    const int row = table_->rowCount();
    table_->insertRow(row);
    auto* corruption = new QComboBox(table_);
    for (const Choice& choice : corruption_choices())
        corruption->addItem(coreText(choice.title), QString::fromStdString(choice.id));
    corruption->setCurrentIndex(
        corruption->findData(QString::fromStdString(to_string(segment.corruption.kind))));
    corruption->setFrame(false);
    corruption->setProperty("table", static_cast<int>(segment.corruption.table));
    auto* severity = new QSpinBox(table_);
    severity->setRange(1, 5);
    severity->setFrame(false);
    severity->setValue(segment.corruption.severity);
    auto* images = new QSpinBox(table_);
    images->setRange(1, 10'000'000);
    images->setSingleStep(100);
    images->setFrame(false);
    images->setValue(static_cast<int>(segment.images));
    table_->setCellWidget(row, corruption_column, corruption);
    table_->setCellWidget(row, severity_column, severity);
    table_->setCellWidget(row, images_column, images);
    connect(images, &QSpinBox::valueChanged, this, &ScheduleDialog::update);
    table_->selectRow(row);
    update();
}

void ScheduleDialog::removeSegment(int row) {
    if (row < 0 || table_->rowCount() < 2)
        return;
    table_->removeRow(row);
    table_->selectRow(std::min(row, table_->rowCount() - 1));
    update();
}

void ScheduleDialog::moveSegment(int row, int by) {
    std::vector<Segment> moved = segments();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= static_cast<int>(moved.size()))
        return;
    std::swap(moved[static_cast<std::size_t>(row)], moved[static_cast<std::size_t>(to)]);
    showSegments(moved);
    table_->selectRow(to);
}

std::vector<Segment> ScheduleDialog::segments() const {
    std::vector<Segment> all;
    for (int row = 0; row < table_->rowCount(); ++row) {
        const auto* corruption = qobject_cast<QComboBox*>(table_->cellWidget(row, corruption_column));
        const auto* severity = qobject_cast<QSpinBox*>(table_->cellWidget(row, severity_column));
        const auto* images = qobject_cast<QSpinBox*>(table_->cellWidget(row, images_column));
        if (!corruption || !severity || !images)
            continue;
        all.push_back(
            {{corruption_from_string(corruption->currentData().toString().toStdString()), severity->value(),
              static_cast<CorruptionTable>(corruption->property("table").toInt())},
             images->value()});
    }
    return all;
}

int ScheduleDialog::selectedRow() const {
    return table_->currentRow();
}

void ScheduleDialog::update() {
    std::int64_t images = 0;
    for (const Segment& segment : segments())
        images += segment.images;
    total_->setText(tr("%1 images in all").arg(QLocale::c().toString(static_cast<qlonglong>(images))));
    const int row = selectedRow();
    remove_->setEnabled(row >= 0 && table_->rowCount() > 1);
    up_->setEnabled(row > 0);
    down_->setEnabled(row >= 0 && row + 1 < table_->rowCount());
}

} // namespace lab
