#include "ui/window/main_window.h"

#include "core/experiment/data.h"
#include "core/experiment/preset.h"
#include "ui/dialog/schedule_dialog.h"
#include "ui/dialog/study_window.h"
#include "ui/lesson/lesson_panel.h"
#include "ui/panel/hint_card.h"
#include "ui/panel/lane_panel.h"
#include "ui/panel/setup_panel.h"
#include "ui/panel/time_bar.h"
#include "ui/panel/transport_bar.h"
#include "ui/plot/chart_board.h"
#include "ui/text/core_text.h"
#include "ui/text/experiment_summary.h"
#include "ui/text/run_state_text.h"
#include "ui/view/dropped_pictures.h"
#include "ui/view/image_strip.h"
#include "ui/view/message_strip.h"
#include "ui/view/offer_strip.h"
#include "ui/view/status_strip.h"
#include "ui/view/view_deck.h"
#include "ui/window/data_controller.h"
#include "ui/window/lane_controller.h"
#include "ui/window/lesson_controller.h"
#include "ui/window/view_controller.h"
#include "ui/window/window_manners.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QScreen>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <exception>
#include <utility>

namespace lab {

namespace {
constexpr int setup_width = LessonPanel::width; // the charts stay where they are when a lesson begins
constexpr int lanes_width = 320;
} // namespace

MainWindow::MainWindow(const QString& settings_folder, FileDialogs dialogs, QWidget* parent)
    : QMainWindow(parent), settings_(settings_folder), dialogs_(std::move(dialogs)),
      files_(new FileController(&session_, &settings_, dialogs_, this)),
      manners_(new WindowManners(this, &settings_)) {
    setWindowTitle(tr("Collapse Lab"));
    addCommands();
    build();
    connectPanels();
    connectSession();
    showSpec();
    showState(RunState::idle, {});
    resize(usualSize());
    restoreGeometry(settings_.geometry());
    manners_->begin();
    transport_->focusRun();
    QTimer::singleShot(0, data_, &DataController::check);
}

QSize MainWindow::usualSize() const {
    constexpr QSize frame{16, 40}; // what desktops put around a window
    const QSize room = screen()->availableSize() - frame;
    // A screen without a desktop, smaller than the window can be, decides nothing.
    return room.width() < minimumSizeHint().width() ? usual_size : usual_size.boundedTo(room);
}

void MainWindow::build() {
    transport_ = new TransportBar(commands_, this);
    addToolBar(transport_);
    auto* content = new QWidget(this);
    setup_ = new SetupPanel(content);
    charts_ = new ChartBoard(content);
    images_ = new ImageStrip(content);
    lanes_ = new LanePanel(content);
    message_ = new MessageStrip(content);
    status_ = new StatusStrip(content);
    setup_->setFixedWidth(setup_width);
    lanes_->setFixedWidth(lanes_width);
    desk_ = new LaneController(&session_, lanes_, this);
    data_ = new DataController(&session_, setup_, message_, &settings_, dialogs_, this);

    views_ = new ViewController(&session_, charts_, images_, lanes_, content);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    auto* left = new QVBoxLayout;
    left->addWidget(manners_->lessons()->panel(), 1);
    left->addWidget(setup_);
    columns->addLayout(left);
    columns->addWidget(views_->area(), 1);
    columns->addWidget(lanes_);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(12, 8, 12, 8);
    rows->setSpacing(8);
    rows->addWidget(manners_->offer());
    rows->addWidget(message_);
    rows->addLayout(columns, 1);
    rows->addWidget(status_);
    setCentralWidget(content);

    charts_->setMarksVisible(commands_.action(QStringLiteral("view.marks"))->isChecked());
    charts_->setLabelLineVisible(commands_.action(QStringLiteral("view.labels"))->isChecked());
    views_->setMarksVisible(commands_.action(QStringLiteral("view.marks"))->isChecked());
    views_->setDetailsAlways(commands_.action(QStringLiteral("view.details"))->isChecked());
    // The page's own menu, by the right button or the menu key.
    views_->deck()->setContextMenuPolicy(Qt::ActionsContextMenu);
    views_->deck()->addAction(commands_.action(QStringLiteral("export.present")));
    views_->timeBar()->setForkAction(commands_.action(QStringLiteral("run.fork")));
    connect(views_, &ViewController::forkOffered, commands_.action(QStringLiteral("run.fork")),
            &QAction::setEnabled);
}

void MainWindow::connectPanels() {
    connect(setup_, &SetupPanel::specEdited, data_, &DataController::takeSetup);
    connect(setup_, &SetupPanel::scheduleRequested, this, &MainWindow::editSchedule);
    connect(setup_, &SetupPanel::presetChosen, this, [this](const QString& id) {
        try {
            session_.setSpec(preset_experiment(id.toStdString(), session_.spec()));
        } catch (const std::exception& error) {
            message_->showError(QString::fromUtf8(error.what()));
        }
    });
    connect(charts_, &ChartBoard::refillNeeded, this, [this] {
        charts_->append(session_.recording(), 0);
        charts_->refresh();
    });
    connect(charts_, &ChartBoard::measureChanged, this, [this](int tile, int index) {
        const auto id =
            tile == ChartBoard::accuracy ? QStringLiteral("view.running") : QStringLiteral("view.centre");
        commands_.action(id)->setChecked(index == 1);
    });
    connect(files_, &FileController::failed, message_, &MessageStrip::showError);
    connect(files_, &FileController::done, message_, &MessageStrip::showNews);
    connect(files_, &FileController::busy, message_, &MessageStrip::showNews);
    connect(files_, &FileController::opened, message_, &QWidget::hide);
}

void MainWindow::connectSession() {
    connect(&session_, &RunSession::specChanged, this, &MainWindow::showSpec);
    connect(&session_, &RunSession::ratesSuited, message_, &MessageStrip::showNews);
    connect(&session_, &RunSession::errorRaised, message_, &MessageStrip::showError);
    connect(&session_, &RunSession::stateChanged, this, &MainWindow::showState);
    connect(&session_, &RunSession::progressChanged, this, &MainWindow::showProgress);
    connect(&session_, &RunSession::runStarted, this, [this] {
        message_->hide();
        beginLanes();
        setup_->setPendingNote(false);
    });
    connect(&session_, &RunSession::forgotten, this, &MainWindow::beginLanes);
    connect(&session_, &RunSession::infoArrived, this, [this] {
        const RunInfo& info = session_.recording().info;
        charts_->setTotalSteps(info.total_steps);
        QStringList names;
        for (const std::string& name : info.class_names)
            names.append(QString::fromStdString(name));
        images_->setClassNames(names);
        showState(session_.state(), {});
    });
    connect(&session_, &RunSession::drainStarted, this, [this] { frames_.begin(); });
    connect(&session_, &RunSession::recordsArrived, this, &MainWindow::takeRecords);
    connect(&session_, &RunSession::eventArrived, this, &MainWindow::takeEvent);
    connect(&session_, &RunSession::lanesForked, this, &MainWindow::restyle);
}

void MainWindow::showSpec() {
    const ExperimentSpec& spec = session_.spec();
    setup_->setSpec(spec);
    setup_->setPendingNote(session_.hasPendingSetup());
    transport_->showSummary(summaryOf(spec));
    data_->check();
    // The running lanes keep their cards; a set-up that brings others shows them when it is run.
    if (session_.isUnderWay() && !session_.lanesAgree())
        return;
    desk_->showLanes();
    const std::vector<LaneStyle> styles = laneStyles(spec.lanes);
    if (styles == styles_)
        return;
    styles_ = styles;
    charts_->setLanes(styles);
    images_->setLanes(styles);
    views_->begin(styles);
}

void MainWindow::beginLanes() {
    collapsed_.clear();
    switched_ = false;
    desk_->showLanes();
    lanes_->clear();
    styles_ = laneStyles(session_.spec().lanes);
    charts_->setLanes(styles_);
    charts_->setLabelled(has_labels(session_.recording().spec.data));
    status_->dropped()->clear();
    images_->setLanes(styles_);
    views_->begin(styles_);
}

void MainWindow::editSchedule() {
    auto* dialog = new ScheduleDialog(session_.spec().stream.segments, this);
    connect(dialog, &ScheduleDialog::chosen, setup_, &SetupPanel::setSegments);
    dialog->open();
}

void MainWindow::openStudies() {
    if (!studies_) {
        studies_ = new StudyWindow(settings_.resultsFolder(), dialogs_, this);
        connect(studies_, &StudyWindow::folderChosen, this,
                [this](const QString& folder) { settings_.setResultsFolder(folder); });
    }
    studies_->setSpec(session_.spec());
    studies_->show();
    studies_->raise();
}

void MainWindow::showState(RunState state, const QString& message) {
    const QString device = deviceText(session_.recording().info.device);
    status_->showWords(runStateText(state, session_.currentStep(), device, message));
    showHint();
    if (state == RunState::failed && !message.isEmpty())
        message_->showError(message);
    const bool under_way = session_.isUnderWay();
    desk_->setRunUnderWay(under_way);
    const auto enable = [&](const char* id, bool on) {
        commands_.action(QString::fromLatin1(id))->setEnabled(on);
    };
    enable("run.start", !under_way || state == RunState::paused);
    enable("run.pause", state == RunState::running);
    enable("run.step", !under_way || state == RunState::paused);
    enable("run.restart", state != RunState::idle);
    enable("run.stop", under_way);
    enable("file.records", state != RunState::idle);
    const QString empty = state == RunState::loading ? tr("Loading…")
                          : state == RunState::idle  ? tr("Press Run to draw this chart.")
                                                     : tr("No values yet.");
    charts_->setEmptyText(empty);
    views_->setEmptyText(state == RunState::idle ? tr("Press Run: this page fills with the first step.")
                                                 : empty);
    images_->setEmptyText(state == RunState::loading ? tr("Loading…")
                                                     : tr("The images of the current batch appear here, with "
                                                          "what each lane takes them for."));
}

void MainWindow::showProgress() {
    const RunInfo& info = session_.recording().info;
    const int step = session_.currentStep();
    // The step that was under way when Pause was pressed ends after it.
    if (session_.state() == RunState::paused)
        status_->showWords(runStateText(RunState::paused, step, deviceText(info.device), {}));
    transport_->showProgress(step, info.total_steps);
    status_->setMemoryText(views_->memoryText());
    status_->showProgress(deviceText(info.device), session_.imagesPerSecond(), step, info.total_steps,
                          session_.etaSeconds());
}

void MainWindow::takeRecords(int first) {
    const Recording& recording = session_.recording();
    charts_->append(recording, first);
    if (charts_->isVisible()) // on another page they are drawn when they come to the front
        charts_->refresh();
    const int lanes = lanes_->count();
    const auto count = static_cast<int>(recording.records.size());
    for (int i = std::max(first, count - lanes); i < count; ++i) {
        const StepRecord& record = recording.records[static_cast<std::size_t>(i)];
        const auto& lane_specs = session_.spec().lanes;
        const auto lane = static_cast<std::size_t>(record.lane);
        if (collapsed_.isEmpty() && record.collapsed_at > 0 && lane < lane_specs.size() &&
            lane_specs[lane].recipe.alignment.predictor == PredictorKind::none) {
            collapsed_ = laneStyles(lane_specs)[lane].name;
            showHint();
        }
    }
}

void MainWindow::takeEvent(const Event& event) {
    charts_->addEvent(event);
    if (event.kind == EventKind::pictures_dropped)
        status_->dropped()->add(event);
    if (event.kind == EventKind::switch_thrown) {
        desk_->showNote(event.lane,
                        tr("%1 from step %2 on").arg(QString::fromStdString(event.text)).arg(event.step));
        switched_ = true;
        showHint();
    }
}

void MainWindow::showHint() {
    setup_->hint()->setHint(nextHint(session_.state(), collapsed_, switched_));
}

void MainWindow::showSetup(bool on) {
    setup_->setVisible(on);
}

void MainWindow::makeRoomForLesson(bool on) {
    setup_->setFixedWidth(on ? LessonPanel::width : setup_width);
    setup_->setSizePolicy(QSizePolicy::Preferred, on ? QSizePolicy::Maximum : QSizePolicy::Preferred);
}

void MainWindow::showImages(bool on) {
    images_->setVisible(on);
}

void MainWindow::showLanes(bool on) {
    lanes_->setVisible(on);
}

void MainWindow::restyle() {
    const Recording& recording = session_.recording();
    styles_ = laneStyles(recording.records.empty() ? session_.spec().lanes : recording.spec.lanes);
    desk_->showLanes();
    charts_->setLanes(styles_);
    images_->setLanes(styles_);
    charts_->append(recording, 0);
    for (const Event& event : recording.events)
        charts_->addEvent(event);
    charts_->refresh();
    views_->restyle(styles_);
}

void MainWindow::setPresentation(bool on) {
    menuBar()->setVisible(!on);
    setup_->setVisible(!on && commands_.action(QStringLiteral("view.setup"))->isChecked());
    charts_->setPresentation(on);
    views_->setPresentation(on);
    setWindowState(on ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
}

bool MainWindow::event(QEvent* event) {
    const bool handled = QMainWindow::event(event);
    if (event->type() == QEvent::UpdateRequest)
        frames_.painted();
    return handled;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!isFullScreen())
        settings_.setGeometry(saveGeometry());
    if (studies_)
        studies_->close();
    QMainWindow::closeEvent(event);
}

} // namespace lab
