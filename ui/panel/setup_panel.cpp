#include "ui/panel/setup_panel.h"

#include "core/catalogue/preset.h"
#include "core/engine/engine.h"
#include "ui/panel/hint_card.h"
#include "ui/panel/notice_line.h"
#include "ui/panel/scenario_field.h"
#include "ui/session/suggested_schedule.h"
#include "ui/style/elided.h"
#include "ui/style/help_topic.h"
#include "ui/style/theme.h"
#include "ui/text/core_text.h"
#include "ui/text/experiment_summary.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace lab {

namespace {

/// Selects the item; an id that is not offered, as a path to weights, is added.
void select(QComboBox* box, const QString& id) {
    int index = box->findData(id);
    if (index < 0) {
        box->addItem(id, id);
        index = box->count() - 1;
    }
    box->setCurrentIndex(index);
}

QLabel* heading(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    adjustFont(label, 1, true);
    return label;
}

} // namespace

SetupPanel::SetupPanel(QWidget* parent)
    : QWidget(parent), preset_box_(new QWidget(this)), severity_box_(new QWidget(this)),
      severity_(new QSlider(Qt::Horizontal, this)), severity_number_(new QLabel(this)),
      data_button_(new QPushButton(this)), data_note_(new QLabel(this)), pending_(new QLabel(this)),
      hint_(new HintCard(this)) {
    auto* form = new QFormLayout;
    form_ = form;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);

    preset_ = addChoice(nullptr, tr("Preset"), preset_choices(), tr("A ready experiment: set-up and lanes"));
    preset_->setPlaceholderText(tr("own set-up"));
    // The longest titles have a whole line.
    auto* preset_row = new QVBoxLayout(preset_box_);
    preset_row->setContentsMargins(0, 0, 0, 4);
    preset_row->setSpacing(4);
    auto* preset_label = new QLabel(tr("Preset"), preset_box_);
    preset_label->setBuddy(preset_);
    preset_row->addWidget(preset_label);
    preset_row->addWidget(preset_);
    form->addRow(preset_box_);
    data_ = addChoice(form, tr("Data"), data_choices(), tr("The images that stream past"));
    form->addRow(data_note_, data_button_);
    data_notes_ = new NoticeLine(tr("Details…"), this);
    data_notes_->setObjectName(QStringLiteral("dataNotices"));
    form->addRow(data_notes_);
    model_ = addChoice(form, tr("Model"), model_choices(), tr("The classifier that every lane starts from"));
    model_notes_ = new NoticeLine(tr("Card…"), this);
    model_notes_->setObjectName(QStringLiteral("modelNotices"));
    form->addRow(model_notes_);
    corruption_ = addChoice(form, tr("Corruption"), corruption_choices(),
                            tr("What is done to the images; Hendrycks and Dietterich, ICLR 2019"));
    severity_->setRange(1, 5);
    severity_->setPageStep(1);
    severity_->setTickPosition(QSlider::TicksBelow);
    severity_->setTickInterval(1);
    severity_->setAccessibleName(tr("Severity"));
    severity_->setToolTip(tr("Strength of the corruption, 1 (weak) to 5 (strong)"));
    auto* severity_row = new QHBoxLayout(severity_box_);
    severity_row->setContentsMargins(0, 0, 0, 0);
    severity_row->setSpacing(8);
    severity_row->addWidget(severity_, 1);
    severity_row->addWidget(severity_number_);
    form->addRow(tr("Severity"), severity_box_);
    scenario_ = addChoice(form, tr("Scenario"), scenario_choices(), tr("Which image comes when"));
    auto* field_label = new QLabel(this);
    scenario_field_ = new ScenarioField(field_label, this);
    form->addRow(field_label, scenario_field_);
    batch_ = addNumber(form, tr("Batch"), 1, 1024, 8, tr("Images per step"));
    images_ = addNumber(form, tr("Images"), 1, 10'000'000, 500, tr("Length of the stream in images"));
    seed_ = addNumber(form, tr("Seed"), 0, std::numeric_limits<int>::max(), 1,
                      tr("The same seed gives the same stream and the same numbers"));
    device_ = addChoice(form, tr("Device"), known_devices(), tr("Where the arithmetic runs"));

    setHelpTopic(scenario_, QStringLiteral("scenario."));
    setHelpTopic(corruption_, QStringLiteral("corruption."));
    setHelpTopic(model_, QStringLiteral("model."));

    pending_->setText(tr("Changes apply at the next Run or Restart."));
    pending_->setWordWrap(true);
    adjustFont(pending_, -0.5, true);
    pending_->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    heading_ = heading(tr("Experiment"), this);
    layout->addWidget(heading_);
    layout->addLayout(form);
    layout->addWidget(pending_);
    layout->addStretch(1);
    layout->addWidget(hint_);

    connect(preset_, &QComboBox::activated, this,
            [this] { Q_EMIT presetChosen(preset_->currentData().toString()); });
    for (QComboBox* box : {data_, model_, corruption_, scenario_, device_})
        connect(box, &QComboBox::currentIndexChanged, this, &SetupPanel::edit);
    for (QSpinBox* box : {batch_, images_, seed_})
        connect(box, &QSpinBox::valueChanged, this, &SetupPanel::edit);
    connect(severity_, &QSlider::valueChanged, this, &SetupPanel::edit);
    connect(scenario_field_, &ScenarioField::edited, this, &SetupPanel::edit);
    connect(scenario_field_, &ScenarioField::scheduleRequested, this, &SetupPanel::scheduleRequested);
    connect(data_button_, &QPushButton::clicked, this, &SetupPanel::dataWanted);
    for (NoticeLine* line : {data_notes_, model_notes_})
        connect(line, &NoticeLine::detailsWanted, this, &SetupPanel::findingsWanted);
    setDataState({}, false, {});
    setFindings({});
    setSpec(ExperimentSpec{});
}

QComboBox* SetupPanel::addChoice(QFormLayout* form, const QString& label, const std::vector<Choice>& choices,
                                 const QString& tip) {
    auto* box = new ElidedCombo(8, this);
    QString group;
    for (const Choice& choice : choices) {
        const QString next = QString::fromStdString(choice.group);
        if (next != group && box->count() > 0)
            box->insertSeparator(box->count());
        group = next;
        box->addItem(coreText(choice.title), QString::fromStdString(choice.id));
        box->setItemData(box->count() - 1, wrappedTip(coreText(choice.tip)), Qt::ToolTipRole);
    }
    // Long titles shorten in the field and show in full in the list.
    box->setMaxVisibleItems(24);
    box->view()->setMinimumWidth(box->view()->sizeHintForColumn(0) + 24);
    box->setAccessibleName(label);
    box->setToolTip(tip);
    if (form)
        form->addRow(label, box);
    return box;
}

QSpinBox* SetupPanel::addNumber(QFormLayout* form, const QString& label, int min, int max, int step,
                                const QString& tip) {
    auto* box = new QSpinBox(this);
    box->setRange(min, max);
    box->setSingleStep(step);
    box->setAccessibleName(label);
    box->setToolTip(tip);
    // A number being typed is one change, not one per digit.
    box->setKeyboardTracking(false);
    form->addRow(label, box);
    return box;
}

void SetupPanel::setSpec(const ExperimentSpec& spec) {
    showing_ = true;
    spec_ = spec;
    showPreset();
    select(data_, QString::fromStdString(spec.data));
    select(model_, QString::fromStdString(spec.model));
    select(corruption_, QString::fromStdString(to_string(spec.stream.corruption.kind)));
    severity_->setValue(spec.stream.corruption.severity);
    select(scenario_, scenarioId(spec.stream.scenario));
    scenario_field_->setStream(spec.stream);
    batch_->setValue(spec.stream.batch_size);
    images_->setValue(static_cast<int>(std::min<std::int64_t>(spec.stream.images, images_->maximum())));
    seed_->setValue(static_cast<int>(
        std::min<std::uint64_t>(spec.stream.seed, static_cast<std::uint64_t>(seed_->maximum()))));
    select(device_, QString::fromStdString(spec.device));
    showing_ = false;
    enable();
}

void SetupPanel::setDevices(const std::vector<Choice>& devices) {
    showing_ = true;
    for (const Choice& device : devices) {
        const QString id = QString::fromStdString(device.id);
        const int index = device_->findData(id);
        if (index < 0)
            device_->addItem(coreText(device.title), id);
        else
            device_->setItemText(index, coreText(device.title));
    }
    showing_ = false;
}

void SetupPanel::edit() {
    if (showing_)
        return;
    spec_.data = data_->currentData().toString().toStdString();
    spec_.model = model_->currentData().toString().toStdString();
    spec_.stream.corruption.kind =
        corruption_from_string(corruption_->currentData().toString().toStdString());
    spec_.stream.corruption.severity = severity_->value();
    spec_.stream.scenario = scenarioFromId(scenario_->currentData().toString());
    scenario_field_->read(spec_.stream);
    if (spec_.stream.scenario == ScenarioKind::custom && spec_.stream.segments.empty())
        spec_.stream.segments = suggestedSchedule();
    scenario_field_->setStream(spec_.stream);
    spec_.stream.batch_size = batch_->value();
    // A value beyond what the field can show stays as the file had it until the field is changed.
    if (images_->value() != images_->maximum())
        spec_.stream.images = images_->value();
    if (seed_->value() != seed_->maximum())
        spec_.stream.seed = static_cast<std::uint64_t>(seed_->value());
    spec_.device = device_->currentData().toString().toStdString();
    showPreset();
    enable();
    Q_EMIT specEdited(spec_);
}

void SetupPanel::showPreset() {
    int shown = -1;
    for (int i = 0; i < preset_->count() && shown < 0; ++i) {
        const std::string id = preset_->itemData(i).toString().toStdString();
        if (!id.empty() && preset_experiment(id, spec_) == spec_)
            shown = i;
    }
    preset_->setCurrentIndex(shown);
}

void SetupPanel::enable() {
    const ScenarioKind scenario = spec_.stream.scenario;
    const bool one_corruption = scenario == ScenarioKind::mild || scenario == ScenarioKind::label_shift ||
                                scenario == ScenarioKind::noise_first;
    corruption_->setEnabled(one_corruption);
    severity_->setEnabled(scenario != ScenarioKind::custom &&
                          spec_.stream.corruption.kind != CorruptionKind::none);
    images_->setEnabled(scenario != ScenarioKind::custom);
    severity_number_->setText(QString::number(spec_.stream.corruption.severity));
}

void SetupPanel::setSegments(const std::vector<Segment>& segments) {
    spec_.stream.segments = segments;
    edit();
}

void SetupPanel::setRowShown(QWidget* field, bool shown) {
    form_->setRowVisible(field, shown);
}

void SetupPanel::setShownFields(const std::optional<QStringList>& names) {
    const std::pair<const char*, QWidget*> fields[] = {{"preset", preset_box_},
                                                       {"data", data_},
                                                       {"model", model_},
                                                       {"corruption", corruption_},
                                                       {"severity", severity_box_},
                                                       {"scenario", scenario_},
                                                       {"imbalance", scenario_field_},
                                                       {"batch", batch_},
                                                       {"images", images_},
                                                       {"seed", seed_},
                                                       {"device", device_}};
    for (const auto& [name, field] : fields)
        setRowShown(field, !names || names->contains(QLatin1String(name)));
    setFindings(findings_);
    heading_->setVisible(!names);
    hint_->setSilent(names.has_value());
}

void SetupPanel::setDataState(const QString& fault, bool own, const QString& folder) {
    setRowShown(data_button_, own || !fault.isEmpty());
    setTone(data_note_, fault.isEmpty() ? Tone::quiet : Tone::error);
    data_note_->setText(fault.isEmpty() ? tr("Folder") : tr("not found"));
    const QString name = QDir(folder).dirName();
    data_button_->setText(!own ? tr("Get the data…")
                          : fault.isEmpty()
                              ? data_button_->fontMetrics().elidedText(name, Qt::ElideMiddle, 100)
                              : tr("Choose the folder…"));
    data_button_->setToolTip(wrappedTip(fault.isEmpty() ? folder : fault));
    data_button_->setAccessibleDescription(fault.isEmpty() ? folder : fault);
    hint_->setObstacle(fault.isEmpty() ? QString()
                       : own ? tr("These images were not found. \"Choose the folder…\" above takes "
                                  "the folder that holds them; or choose other data.")
                             : tr("These images are not on this machine. \"Get the data…\" above "
                                  "downloads them or takes a folder that holds them; or choose "
                                  "other data."));
}

void SetupPanel::setFindings(const SetupFindings& findings) {
    findings_ = findings;
    std::vector<Notice> of_model, of_data;
    if (!findings.model_fault.empty())
        of_model.push_back({NoticeSubject::model, true, findings.model_fault});
    for (const Notice& notice : findings.notices)
        (notice.subject == NoticeSubject::model ? of_model : of_data).push_back(notice);
    // Where nothing is assumed, left out or doubtful, that labels match is no news.
    const bool calm =
        of_model.empty() && std::none_of(of_data.begin(), of_data.end(), [](const Notice& notice) {
            return notice.warning || notice.subject != NoticeSubject::labels;
        });
    if (calm)
        of_data.clear();
    model_notes_->setNotices(of_model);
    data_notes_->setNotices(of_data);
    setRowShown(model_notes_, !of_model.empty() && form_->isRowVisible(model_));
    setRowShown(data_notes_, !of_data.empty() && form_->isRowVisible(data_));
}

void SetupPanel::setPresence(const std::vector<DataPresence>& all) {
    for (const DataPresence& set : all) {
        const int index = data_->findData(QString::fromStdString(set.id));
        const bool missing = !set.own && set.folder.empty();
        const QString title = coreText(set.title);
        if (index >= 0)
            data_->setItemText(index, missing ? tr("%1 (not here)").arg(title) : title);
    }
    data_->view()->setMinimumWidth(data_->view()->sizeHintForColumn(0) + 24);
}

void SetupPanel::setPendingNote(bool visible) {
    pending_->setVisible(visible);
}

} // namespace lab
