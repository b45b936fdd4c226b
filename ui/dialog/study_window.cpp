#include "ui/dialog/study_window.h"

#include "core/study/study.h"
#include "ui/dialog/study_results.h"
#include "ui/style/elided.h"
#include "ui/style/theme.h"
#include "ui/text/core_text.h"
#include "ui/text/experiment_summary.h"
#include "ui/text/time_left.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace lab {

StudyWindow::StudyWindow(const QString& folder, FileDialogs dialogs, QWidget* parent)
    : QDialog(parent), dialogs_(std::move(dialogs)), list_(new QListWidget(this)), title_(new QLabel(this)),
      published_(new QLabel(this)), seeds_(new QSpinBox(this)), images_(new QSpinBox(this)),
      corruptions_(new QComboBox(this)), folder_label_(new ElidedLabel(this)),
      choose_(new QPushButton(tr("Choose…"), this)), open_(new QPushButton(tr("Open results…"), this)),
      run_(new QPushButton(tr("Run"), this)), cancel_(new QPushButton(tr("Cancel"), this)),
      progress_(new QProgressBar(this)), status_(new ElidedLabel(this)), setup_(new QLabel(this)),
      results_(new StudyResults(this)) {
    setWindowTitle(tr("Figures and tables"));
    setModal(false);
    for (const Study& row : studies()) {
        auto* item = new QListWidgetItem(coreText(row.title), list_);
        item->setData(Qt::UserRole, QString::fromStdString(row.id));
        item->setToolTip(wrappedTip(coreText(row.title)));
    }
    build();
    connectSession();
    connect(list_, &QListWidget::currentRowChanged, this, &StudyWindow::showStudy);
    connect(run_, &QPushButton::clicked, this, &StudyWindow::run);
    connect(cancel_, &QPushButton::clicked, this, &StudyWindow::cancel);
    connect(choose_, &QPushButton::clicked, this, [this] {
        const QString chosen = dialogs_.folder(this, tr("Folder for the results"), folder_, {});
        if (!chosen.isEmpty())
            setFolder(chosen);
    });
    connect(open_, &QPushButton::clicked, this, [this] {
        const QString chosen = dialogs_.folder(this, tr("Open results"), folder_, {});
        if (!chosen.isEmpty())
            openResults(chosen);
    });
    folder_ = folder;
    folder_label_->setFullText(folder);
    list_->setCurrentRow(0);
    progress_->hide();
    enable();
}

void StudyWindow::connectSession() {
    connect(&session_, &StudySession::started, this, [this] {
        progress_->setRange(0, 0);
        progress_->show();
        results_->clear(tr("The table and the charts appear here when the study is done."));
        status_->setFullText(tr("Reading data and model…"));
        enable();
    });
    connect(&session_, &StudySession::progressChanged, this, [this](int finished, int cells, double eta) {
        progress_->setRange(0, std::max(cells, 1));
        progress_->setValue(finished);
        if (cancel_->isEnabled())
            status_->setFullText(tr("%1 of %2 runs done%3").arg(finished).arg(cells).arg(timeLeft(eta)));
    });
    const auto ended = [this](const QString& words) {
        progress_->hide();
        status_->setFullText(words);
        enable();
    };
    connect(&session_, &StudySession::finished, this, [this, ended](const QString& folder) {
        ended(tr("Done. Table, records and charts are in %1.").arg(folder));
        showReport();
    });
    connect(&session_, &StudySession::cancelled, this, [this, ended](const QString&, const QString&, bool) {
        ended(tr("Cancelled. Finished runs are kept: Run goes on from there."));
        showReport();
    });
    connect(&session_, &StudySession::failed, this, [this, ended](const QString& sentence) {
        ended(sentence);
        results_->clear(sentence);
    });
}

void StudyWindow::setSpec(const ExperimentSpec& spec) {
    spec_ = spec;
    corruptions_->setItemText(1, tr("only %1").arg(coreText(title(spec.stream.corruption.kind))));
    setup_->setText(tr("Data, model and device are those of the set-up: %1.").arg(modelSummaryOf(spec)));
}

void StudyWindow::select(const QString& study) {
    for (int row = 0; row < list_->count(); ++row)
        if (list_->item(row)->data(Qt::UserRole).toString() == study)
            list_->setCurrentRow(row);
}

StudyOrder StudyWindow::order() const {
    StudyOrder order;
    order.study = list_->currentItem()->data(Qt::UserRole).toString().toStdString();
    order.folder = folder_;
    order.options.seeds.clear();
    for (int seed = 0; seed < seeds_->value(); ++seed)
        order.options.seeds.push_back(static_cast<std::uint64_t>(seed));
    order.options.images = images_->value();
    order.options.model = spec_.model;
    order.options.data = spec_.data;
    order.options.data_dir = spec_.data_dir;
    order.options.device = spec_.device;
    if (corruptions_->currentIndex() == 1)
        order.options.corruptions = {to_string(spec_.stream.corruption.kind)};
    return order;
}

void StudyWindow::run() {
    session_.run(order());
}

void StudyWindow::cancel() {
    if (!session_.isRunning())
        return;
    session_.cancel();
    cancel_->setEnabled(false);
    status_->setFullText(tr("Cancelling: the runs under way are finished and kept…"));
}

QString StudyWindow::status() const {
    return status_->fullText();
}

void StudyWindow::setFolder(const QString& folder) {
    folder_ = folder;
    folder_label_->setFullText(folder);
    Q_EMIT folderChosen(folder);
    showReport();
}

void StudyWindow::openResults(const QString& folder) {
    const QStringList found = reportsIn(folder);
    if (found.isEmpty()) {
        status_->setFullText(tr("%1 holds no results of a figure or table.").arg(folder));
        return;
    }
    setFolder(folder);
    if (!found.contains(QString::fromStdString(order().study)))
        select(found.first());
    status_->setFullText(found.size() == 1 ? tr("One result in this folder.")
                                           : tr("%1 results in this folder.").arg(found.size()));
}

void StudyWindow::showStudy() {
    const Study& row = study(order().study);
    title_->setText(coreText(row.title));
    published_->setText(tr("Published: %1").arg(coreText(row.published)));
    showReport();
}

void StudyWindow::showReport() {
    const QString id = QString::fromStdString(order().study);
    const StudyReport report = readStudyReport(folder_, id);
    if (session_.isRunning())
        return;
    if (report.id.isEmpty())
        results_->clear(tr("No results in this folder yet: press Run."));
    else if (!report.fault.isEmpty())
        results_->clear(report.fault);
    else
        results_->showReport(report);
}

void StudyWindow::enable() {
    const bool running = session_.isRunning();
    for (QWidget* field :
         {static_cast<QWidget*>(list_), static_cast<QWidget*>(seeds_), static_cast<QWidget*>(images_),
          static_cast<QWidget*>(corruptions_), static_cast<QWidget*>(choose_), static_cast<QWidget*>(open_),
          static_cast<QWidget*>(run_)})
        field->setEnabled(!running);
    cancel_->setEnabled(running);
}

void StudyWindow::done(int result) {
    cancel();
    QDialog::done(result);
}

void StudyWindow::build() {
    list_->setFixedWidth(300);
    list_->setAccessibleName(tr("Figures and tables of the paper"));
    list_->setWordWrap(true);
    list_->setSpacing(2);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    adjustFont(title_, 2, true);
    title_->setWordWrap(true);
    published_->setWordWrap(true);
    setup_->setWordWrap(true);
    makeQuiet(setup_);
    adjustFont(setup_, -0.5);
    seeds_->setRange(1, 50);
    seeds_->setValue(3);
    seeds_->setToolTip(tr("Number of seeds; mean and standard deviation are over these"));
    images_->setRange(16, 1'000'000);
    images_->setSingleStep(500);
    images_->setValue(2000);
    images_->setToolTip(tr("Images per run"));
    corruptions_->addItem(tr("those of the study"));
    corruptions_->addItem(QString());
    corruptions_->setMinimumContentsLength(20);
    corruptions_->setToolTip(tr("For tables by corruption: all of them, or only that of the set-up"));
    run_->setDefault(true);
    auto* kept = new QLabel(tr("Cancel ends the study after the runs under way; finished runs are kept, and "
                               "Run goes on from there."),
                            this);
    kept->setWordWrap(true);
    makeQuiet(kept);
    adjustFont(kept, -0.5);

    auto* fields = new QGridLayout;
    fields->setHorizontalSpacing(8);
    fields->setVerticalSpacing(6);
    const auto field = [&](int row, int column, const QString& label, QWidget* widget) {
        auto* words = new QLabel(label, this);
        words->setBuddy(widget);
        widget->setAccessibleName(label);
        fields->addWidget(words, row, column);
        fields->addWidget(widget, row, column + 1);
    };
    field(0, 0, tr("Seeds"), seeds_);
    field(0, 2, tr("Images"), images_);
    field(0, 4, tr("Corruptions"), corruptions_);
    fields->setColumnStretch(6, 1);
    auto* folder_row = new QHBoxLayout;
    folder_row->setSpacing(8);
    folder_row->addWidget(new QLabel(tr("Folder"), this));
    folder_row->addWidget(folder_label_, 1);
    folder_row->addWidget(choose_);
    folder_row->addWidget(open_);
    auto* run_row = new QHBoxLayout;
    run_row->setSpacing(8);
    run_row->addWidget(run_);
    run_row->addWidget(cancel_);
    run_row->addWidget(progress_);
    run_row->addWidget(status_, 1);
    progress_->setFixedWidth(160);

    auto* right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(title_);
    right->addWidget(published_);
    right->addLayout(fields);
    right->addWidget(setup_);
    right->addLayout(folder_row);
    right->addLayout(run_row);
    right->addWidget(kept);
    right->addWidget(results_, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(list_);
    layout->addLayout(right, 1);
    resize(1080, 680);
}

} // namespace lab
