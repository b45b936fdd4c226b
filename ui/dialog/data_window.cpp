#include "ui/dialog/data_window.h"

#include "ui/session/fetch_session.h"
#include "ui/session/settings.h"
#include "ui/style/theme.h"
#include "ui/text/core_text.h"
#include "ui/text/time_left.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <exception>

namespace lab {

namespace {

QString text(const std::string& words) {
    return QString::fromStdString(words);
}

QString sizeText(std::int64_t bytes) {
    return text(bytes_text(bytes));
}

/// The flag of the settings that says that a set's terms were accepted.
QString acceptedFlag(const QString& id) {
    return QStringLiteral("data.accepted.") + id;
}

/// What stands under a set's name in the list.
QString presenceWords(const DataPresence& set) {
    if (set.own)
        return set.remembered.empty() ? DataWindow::tr("your own files: name their folder")
                                      : DataWindow::tr("your own files: folder remembered");
    if (!set.folder.empty())
        return DataWindow::tr("on this machine");
    return set.fetchable ? DataWindow::tr("not here: can be downloaded")
                         : DataWindow::tr("not here: ask for access");
}

QString checksumWords(const ManifestFile& file) {
    if (!file.sha256.empty())
        return QStringLiteral("SHA-256");
    return file.md5.empty() ? DataWindow::tr("no checksum published") : QStringLiteral("MD5");
}

} // namespace

DataWindow::DataWindow(FetchSession* session, Settings* settings, QWidget* parent)
    : QDialog(parent), session_(session), settings_(settings), list_(new QListWidget(this)),
      title_(new QLabel(this)), summary_(new QLabel(this)), facts_(new QGridLayout),
      accept_(new QCheckBox(tr("I accept these terms"), this)),
      download_(new QPushButton(tr("Download"), this)),
      folder_(new QPushButton(tr("It is in a folder…"), this)),
      forget_(new QPushButton(tr("Forget the folder"), this)),
      use_(new QPushButton(tr("Use in the experiment"), this)), cancel_(new QPushButton(tr("Cancel"), this)),
      progress_(new QProgressBar(this)), status_(new QLabel(this)) {
    setWindowTitle(tr("Data sets"));
    setModal(false);
    build();
    connectFetches();
    connect(list_, &QListWidget::currentRowChanged, this, [this] {
        say({});
        showSet();
    });
    connect(accept_, &QCheckBox::toggled, this, &DataWindow::enable);
    connect(download_, &QPushButton::clicked, this, &DataWindow::startDownload);
    connect(cancel_, &QPushButton::clicked, session_, &FetchSession::cancel);
    connect(folder_, &QPushButton::clicked, this, [this] { Q_EMIT folderWanted(selected()); });
    connect(forget_, &QPushButton::clicked, this, [this] { Q_EMIT forgetWanted(selected()); });
    connect(use_, &QPushButton::clicked, this, [this] {
        Q_EMIT useWanted(selected());
        say(tr("%1 is the data set of the experiment.").arg(title_->text()));
    });
}

void DataWindow::connectFetches() {
    connect(session_, &FetchSession::started, this, [this](const QString& id) {
        say(tr("%1: connecting…").arg(titleOf(id)));
        progress_->setRange(0, 0);
        enable();
    });
    connect(session_, &FetchSession::progressChanged, this, &DataWindow::showProgress);
    connect(session_, &FetchSession::finished, this, [this](const QString& id, const QString& folder) {
        say(tr("%1 is in %2.").arg(titleOf(id), folder));
        enable();
    });
    connect(session_, &FetchSession::cancelled, this, [this](const QString& id) {
        say(tr("%1: stopped. What has arrived is kept; Download goes on from there.").arg(titleOf(id)));
        showSet();
    });
    connect(session_, &FetchSession::failed, this, [this](const QString&, const QString& sentence) {
        say(sentence, true);
        showSet();
    });
}

void DataWindow::setPresence(const std::vector<DataPresence>& all) {
    const QString before = selected();
    presence_ = all;
    const QSignalBlocker quiet(list_);
    list_->clear();
    for (const DataPresence& set : all) {
        auto* item = new QListWidgetItem(coreText(set.title) + QLatin1Char('\n') + presenceWords(set), list_);
        item->setData(Qt::UserRole, text(set.id));
        item->setSizeHint({0, 2 * fontMetrics().height() + 12});
    }
    select(before);
    showSet();
}

void DataWindow::select(const QString& id) {
    for (int row = 0; row < list_->count(); ++row)
        if (list_->item(row)->data(Qt::UserRole).toString() == id)
            list_->setCurrentRow(row);
    if (list_->currentRow() < 0)
        list_->setCurrentRow(0);
}

QString DataWindow::selected() const {
    return list_->currentItem() ? list_->currentItem()->data(Qt::UserRole).toString() : QString();
}

const DataPresence* DataWindow::present() const {
    const int row = list_->currentRow();
    return row < 0 || row >= static_cast<int>(presence_.size()) ? nullptr
                                                                : &presence_[static_cast<std::size_t>(row)];
}

QString DataWindow::titleOf(const QString& id) const {
    for (const DataPresence& set : presence_)
        if (text(set.id) == id)
            return coreText(set.title);
    return id;
}

void DataWindow::showSet() {
    const DataPresence* set = present();
    manifest_.reset();
    if (!set)
        return;
    title_->setText(coreText(set->title));
    try {
        if (!set->own)
            manifest_ = data_manifest(set->id);
    } catch (const std::exception& error) {
        say(QString::fromUtf8(error.what()), true);
    }
    const std::string& folder = set->own ? set->remembered : set->folder;
    state_->setText(!folder.empty() ? text(folder)
                    : set->own      ? tr("No folder is named yet.")
                                    : tr("Not found on this machine."));
    summary_->setText(manifest_ && !manifest_->summary.empty() ? coreText(manifest_->summary)
                                                               : coreText(set->tip));
    showFiles(*set);
    const QSignalBlocker quiet(accept_);
    accept_->setChecked(settings_->flag(acceptedFlag(selected()), false));
    enable();
}

void DataWindow::showFiles(const DataPresence& set) {
    for (QLabel* label : of_manifest_)
        label->setVisible(manifest_.has_value());
    if (!manifest_)
        return;
    licence_->setText(text(manifest_->licence));
    citation_->setText(text(manifest_->citation));
    home_->setText(QStringLiteral("<a href=\"%1\">%1</a>").arg(text(manifest_->homepage).toHtmlEscaped()));
    const auto count = static_cast<int>(manifest_->files.size());
    if (count == 0) {
        size_->setText(tr("Cannot be downloaded freely."));
        files_->setText(text(manifest_->how_to_get));
        return;
    }
    size_->setText(count == 1 ? tr("%1 in one file").arg(sizeText(manifest_->bytes()))
                              : tr("%1 in %2 files").arg(sizeText(manifest_->bytes())).arg(count));
    QStringList names;
    for (const ManifestFile& file : manifest_->files)
        names.append(tr("%1 (%2, %3)").arg(text(file.name), sizeText(file.bytes), checksumWords(file)));
    files_->setText(names.join(QStringLiteral(", ")));
    if (session_->isRunning() || !set.folder.empty())
        return;
    const std::int64_t part = partly_fetched(*manifest_, fetched_data_folder(set.id));
    if (part > 0 && status_->text().isEmpty())
        say(tr("%1 of %2 have arrived already; Download goes on from there.")
                .arg(sizeText(part), sizeText(manifest_->bytes())));
}

void DataWindow::startDownload() {
    settings_->setFlag(acceptedFlag(selected()), true);
    session_->fetch(selected());
}

void DataWindow::showProgress(const FetchProgress& news, double seconds_left) {
    if (!session_->isRunning())
        return;
    const QString verb = news.phase == FetchPhase::download ? tr("Getting %1")
                         : news.phase == FetchPhase::verify ? tr("Checking %1")
                                                            : tr("Unpacking %1");
    QString words = verb.arg(text(news.file));
    if (news.count > 1)
        words += tr(" (%1 of %2)").arg(news.number).arg(news.count);
    words += QStringLiteral(": ") + (news.total > 0
                                         ? tr("%1 of %2").arg(sizeText(news.bytes), sizeText(news.total))
                                         : sizeText(news.bytes));
    say(words + timeLeft(seconds_left));
    constexpr int whole = 1000;
    progress_->setRange(0, news.total > 0 ? whole : 0);
    if (news.total > 0)
        progress_->setValue(
            static_cast<int>(std::clamp<std::int64_t>(whole * news.bytes / news.total, 0, whole)));
}

void DataWindow::showPointed(const QString& id, const QString& folder, const QString& fault) {
    if (!fault.isEmpty())
        say(fault, true);
    else if (folder.isEmpty())
        say(tr("The folder of %1 is forgotten; nothing in it was touched.").arg(titleOf(id)));
    else
        say(tr("%1 is read from %2, now and next time.").arg(titleOf(id), folder));
}

void DataWindow::say(const QString& sentence, bool fault) {
    setTone(status_, fault ? Tone::error : Tone::quiet);
    status_->setText(sentence);
}

void DataWindow::enable() {
    const DataPresence* set = present();
    if (!set)
        return;
    const bool found = !set->folder.empty() || (set->own && !set->remembered.empty());
    const bool running = session_->isRunning();
    const bool offered = set->fetchable && set->folder.empty();
    const bool accepted = settings_->flag(acceptedFlag(selected()), false);
    accept_->setVisible(offered && !accepted);
    download_->setVisible(offered);
    download_->setEnabled(offered && !running && (accepted || accept_->isChecked()));
    download_->setToolTip(running ? tr("Another set is on its way: one at a time.")
                                  : tr("Downloads, verifies and unpacks it into the lab's data folder"));
    forget_->setVisible(!set->remembered.empty());
    use_->setEnabled(found);
    cancel_->setVisible(running);
    progress_->setVisible(running);
    folder_->setText(found      ? tr("Another folder…")
                     : set->own ? tr("Choose the folder…")
                                : tr("It is in a folder…"));
}

QString DataWindow::status() const {
    return status_->text();
}

QString DataWindow::description() const {
    QStringList words{title_->text(), summary_->text(), state_->text()};
    if (manifest_)
        words << size_->text() << licence_->text() << citation_->text() << home_->text() << files_->text();
    return words.join(QLatin1Char('\n'));
}

void DataWindow::addFact(const QString& name, QLabel*& value, bool of_manifest) {
    const int row = facts_->rowCount();
    auto* label = new QLabel(name, this);
    makeQuiet(label);
    value = new QLabel(this);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse);
    value->setAccessibleName(name);
    facts_->addWidget(label, row, 0, Qt::AlignTop);
    facts_->addWidget(value, row, 1, Qt::AlignTop);
    if (of_manifest)
        of_manifest_ << label << value;
}

void DataWindow::build() {
    list_->setFixedWidth(250);
    list_->setAccessibleName(tr("Data sets"));
    list_->setTextElideMode(Qt::ElideRight);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    adjustFont(title_, 2, true);
    summary_->setWordWrap(true);
    facts_->setHorizontalSpacing(16);
    facts_->setVerticalSpacing(8);
    facts_->setColumnStretch(1, 1);
    addFact(tr("Folder"), state_, false);
    addFact(tr("Size"), size_);
    addFact(tr("Terms"), licence_);
    addFact(tr("Please cite"), citation_);
    addFact(tr("Home page"), home_);
    addFact(tr("Files"), files_);
    home_->setOpenExternalLinks(true);
    status_->setWordWrap(true);
    status_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    status_->setAccessibleName(tr("State"));
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress of the download"));
    accept_->setToolTip(tr("Asked once for each data set"));
    forget_->setToolTip(tr("The lab no longer looks there; the files stay"));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {download_, folder_, forget_})
        buttons->addWidget(button);
    buttons->addStretch(1);
    buttons->addWidget(use_);
    auto* progress_row = new QHBoxLayout;
    progress_row->setSpacing(8);
    progress_row->addWidget(progress_, 1);
    progress_row->addWidget(cancel_);
    auto* right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(title_);
    right->addWidget(summary_);
    right->addSpacing(4);
    right->addLayout(facts_);
    right->addStretch(1);
    right->addWidget(accept_);
    right->addLayout(buttons);
    right->addLayout(progress_row);
    right->addWidget(status_);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(list_);
    layout->addLayout(right, 1);
    resize(880, 520);
}

} // namespace lab
