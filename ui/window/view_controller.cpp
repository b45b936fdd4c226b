#include "ui/window/view_controller.h"

#include "core/dataset/data.h"
#include "ui/dialog/fork_dialog.h"
#include "ui/panel/lane_panel.h"
#include "ui/panel/time_bar.h"
#include "ui/panel/time_line.h"
#include "ui/plot/chart_board.h"
#include "ui/plot/chart_tile.h"
#include "ui/session/memory_text.h"
#include "ui/session/run_session.h"
#include "ui/style/theme.h"
#include "ui/text/event_text.h"
#include "ui/view/image_strip.h"
#include "ui/view/step_view.h"
#include "ui/view/view_deck.h"
#include "ui/window/chart_zoom.h"

#include <QAction>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace lab {

namespace {

constexpr int strip_images = 32;

/// The specifications of the lanes that are shown.
const std::vector<LaneSpec>& shownLanes(const RunSession& session) {
    return session.lanesAgree() ? session.spec().lanes : session.recording().spec.lanes;
}

} // namespace

BatchPreview previewOf(const BatchDetail& detail, int lanes) {
    BatchPreview preview;
    preview.step = detail.step;
    const auto count = std::min<std::ptrdiff_t>(strip_images, std::ssize(detail.pictures));
    preview.images.assign(detail.pictures.begin(), detail.pictures.begin() + count);
    preview.labels.assign(detail.labels.begin(), detail.labels.begin() + count);
    for (int lane = 0; lane < lanes; ++lane) {
        preview.predictions.emplace_back();
        preview.confidences.emplace_back();
        const StepDetail* of_lane = detail.of_lane(lane);
        for (std::size_t i = 0; of_lane && i < static_cast<std::size_t>(count); ++i) {
            preview.predictions.back().push_back(of_lane->predictions[i]);
            preview.confidences.back().push_back(of_lane->top_probabilities[i * StepDetail::top]);
        }
    }
    return preview;
}

ViewController::ViewController(RunSession* session, LanePanel* lanes, std::vector<Page> pages,
                               QWidget* parent)
    : QObject(parent), session_(session), lanes_(lanes), pages_(std::move(pages)), area_(new QWidget(parent)),
      deck_(new ViewDeck(area_)), time_(new TimeBar(&cursor_, area_)) {
    buildPages();
    auto* layout = new QVBoxLayout(area_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(deck_, 1);
    layout->addWidget(time_);
    scene_.index = &index_;
    scene_.details = &session_->details();
    scene_.recording = &session_->recording();
    connect(&cursor_, &StepCursor::moved, this, &ViewController::showStep);
    connect(lanes_, &LanePanel::whyRequested, deck_, [this] { deck_->setCurrent(QStringLiteral("why")); });
    connect(deck_, &ViewDeck::stepPicked, &cursor_, &StepCursor::setStep);
    connect(deck_, &ViewDeck::currentChanged, this, [this] {
        askForDetails();
        for (ChartGrid* grid : std::as_const(grids_))
            if (grid->isVisible())
                grid->refresh();
    });
    connectSession();
    askForDetails();
    showLanes();
    showState();
}

void ViewController::buildPages() {
    for (const Page& page : pages_)
        deck_->addPage(page.id, page.make(deck_), page.title, page.tip);
    grids_ = deck_->findChildren<ChartGrid*>();
    board_ = deck_->findChild<ChartBoard*>();
    images_ = deck_->findChild<ImageStrip*>();
    for (ChartGrid* grid : std::as_const(grids_))
        connectGrid(grid);
    zoom_ = new ChartZoom(grids_, this);
    for (StepView* steps : deck_->findChildren<StepView*>())
        steps->setRecipes([this](int lane) {
            const auto& lanes = shownLanes(*session_);
            const auto at = static_cast<std::size_t>(lane);
            return at < lanes.size() ? lanes[at].recipe : Recipe{};
        });
}

void ViewController::connectGrid(ChartGrid* grid) {
    connect(grid, &ChartGrid::stepPicked, &cursor_, &StepCursor::setStep);
    connect(grid, &ChartGrid::refillNeeded, this, [this, grid] {
        grid->append(session_->recording(), 0);
        grid->refresh();
    });
    if (grid == board_)
        connect(grid, &ChartGrid::measureChanged, this, [this](int tile, int index) {
            if (tile == ChartBoard::accuracy)
                Q_EMIT runningAccuracyShown(index == 1);
            else
                Q_EMIT centreDominanceShown(index == 1);
        });
}

const Page* ViewController::page(const QString& id) const {
    const auto found =
        std::find_if(pages_.begin(), pages_.end(), [&](const Page& page) { return page.id == id; });
    return found == pages_.end() ? nullptr : &*found;
}

void ViewController::connectSession() {
    connect(session_, &RunSession::specChanged, this, &ViewController::showLanes);
    connect(session_, &RunSession::runStarted, this, &ViewController::beginRun);
    connect(session_, &RunSession::forgotten, this, &ViewController::beginRun);
    connect(session_, &RunSession::infoArrived, this, &ViewController::takeInfo);
    connect(session_, &RunSession::recordsArrived, this, &ViewController::takeRecords);
    connect(session_, &RunSession::eventArrived, this, &ViewController::takeEvent);
    connect(session_, &RunSession::lanesForked, this, &ViewController::restyle);
    connect(session_, &RunSession::previewArrived, this, [this](const BatchPreview& preview) {
        newest_ = preview;
        if (images_ && cursor_.isLive())
            images_->showPreview(preview);
    });
    connect(session_, &RunSession::drained, this, [this] {
        cursor_.setLast(session_->currentStep());
        time_->setStoreText(storeText(*session_));
        showNumbers();
        showScene();
    });
    connect(session_, &RunSession::stateChanged, this, &ViewController::showState);
}

void ViewController::takeInfo() {
    const RunInfo& info = session_->recording().info;
    scene_.class_names.clear();
    for (const std::string& name : info.class_names)
        scene_.class_names.append(QString::fromStdString(name));
    scene_.total_steps = info.total_steps;
    zoom_->begin(info.total_steps);
    time_->line()->setTotalSteps(info.total_steps);
    if (images_)
        images_->setClassNames(scene_.class_names);
}

void ViewController::showLanes() {
    // What is shown of a run stays; a set-up that brings other lanes shows them when it is run.
    if (session_->isUnderWay() && !session_->lanesAgree())
        return;
    if (const std::vector<LaneStyle> styles = laneStyles(session_->spec().lanes); styles != scene_.styles)
        begin(styles);
}

void ViewController::beginRun() {
    if (board_)
        board_->setLabelled(has_labels(session_->recording().spec.data));
    begin(laneStyles(session_->spec().lanes));
}

void ViewController::begin(const std::vector<LaneStyle>& styles) {
    scene_.styles = styles;
    scene_.records = nullptr;
    ++scene_.run;
    index_.clear();
    newest_ = {};
    for (ChartGrid* grid : std::as_const(grids_))
        grid->setLanes(styles);
    if (images_)
        images_->setLanes(styles);
    time_->line()->clearMarks();
    time_->setStoreText({});
    cursor_.clear();
    showStep();
}

void ViewController::restyle() {
    const Recording& recording = session_->recording();
    scene_.styles = laneStyles(recording.records.empty() ? session_->spec().lanes : recording.spec.lanes);
    for (ChartGrid* grid : std::as_const(grids_))
        grid->setLanes(scene_.styles);
    if (images_)
        images_->setLanes(scene_.styles);
    time_->line()->clearMarks();
    if (scene_.records) {
        takeRecords(0);
        for (const Event& event : recording.events)
            takeEvent(event);
    }
    for (ChartGrid* grid : std::as_const(grids_))
        grid->refresh();
    showStep();
}

void ViewController::setMarksVisible(bool visible) {
    for (ChartGrid* grid : std::as_const(grids_))
        grid->setMarksVisible(visible);
}

void ViewController::setLabelLineVisible(bool visible) {
    if (board_)
        board_->setLabelLineVisible(visible);
}

void ViewController::showRunningAccuracy(bool on) {
    if (board_)
        board_->tile(ChartBoard::accuracy)->setCurrentMeasure(on ? 1 : 0);
}

void ViewController::showCentreDominance(bool on) {
    if (board_)
        board_->tile(ChartBoard::dominance)->setCurrentMeasure(on ? 1 : 0);
}

void ViewController::setPresentation(bool on) {
    deck_->setPresentation(on);
    for (ChartGrid* grid : std::as_const(grids_))
        grid->setPresentation(on);
}

void ViewController::offer(QAction* export_present, QAction* fork) {
    // The page's own menu, by the right button or the menu key.
    deck_->setContextMenuPolicy(Qt::ActionsContextMenu);
    deck_->addAction(export_present);
    time_->setForkAction(fork);
}

void ViewController::takeRecords(int first) {
    scene_.records = &session_->recording().records;
    for (ChartGrid* grid : std::as_const(grids_)) {
        grid->append(session_->recording(), first);
        if (grid->isVisible()) // on another page they are drawn when they come to the front
            grid->refresh();
    }
    index_.append(session_->recording().records, first);
    zoom_->setNewest(session_->currentStep());
}

void ViewController::takeEvent(const Event& event) {
    for (ChartGrid* grid : std::as_const(grids_))
        grid->addEvent(event);
    const QString text = eventText(event, scene_.styles);
    if (text.isEmpty())
        return;
    const bool of_lane = event.lane >= 0 && event.lane < scene_.lanes();
    time_->line()->addMark(
        event.step, of_lane ? scene_.styles[static_cast<std::size_t>(event.lane)].color : theme::quiet(),
        text);
    cursor_.addEvent(event.step);
}

/// What empty pages say.
void ViewController::showState() {
    const RunState state = session_->state();
    const QString empty = state == RunState::loading ? tr("Loading…")
                          : state == RunState::idle  ? tr("Press Run to draw this chart.")
                                                     : tr("No values yet.");
    const QString page_empty =
        state == RunState::idle ? tr("Press Run: this page fills with the first step.") : empty;
    for (ChartGrid* grid : std::as_const(grids_))
        grid->setEmptyText(grid == board_ ? empty : page_empty);
    if (images_)
        images_->setEmptyText(
            state == RunState::loading
                ? tr("Loading…")
                : tr("The images of the current batch appear here, with what each lane takes "
                     "them for."));
    scene_.empty_text = page_empty;
    showScene();
    Q_EMIT forkOffered();
}

/// The cursor moved: everything follows.
void ViewController::showStep() {
    const int step = cursor_.isLive() ? 0 : cursor_.step();
    for (ChartGrid* grid : std::as_const(grids_))
        grid->setCursorStep(step);
    showNumbers();
    showPictures();
    showScene();
    Q_EMIT forkOffered();
}

void ViewController::showNumbers() {
    for (int lane = 0; lane < scene_.lanes(); ++lane)
        if (const StepRecord* record = scene_.record(lane, cursor_.step()))
            lanes_->showRecord(*record);
}

void ViewController::showPictures() {
    if (!images_)
        return;
    if (cursor_.isLive() && newest_.step > 0) {
        images_->showPreview(newest_);
        return;
    }
    const BatchDetailPtr detail = session_->details().at(cursor_.step());
    if (!detail && cursor_.isLive())
        return;
    if (!detail)
        images_->clear();
    images_->setEmptyText(tr("The images of step %1 are not recorded.").arg(cursor_.step()));
    if (detail)
        images_->showPreview(previewOf(*detail, scene_.lanes()));
}

void ViewController::showScene() {
    scene_.step = cursor_.step();
    scene_.details_on = session_->detailsOn();
    deck_->setScene(scene_);
}

void ViewController::setDetailsAlways(bool always) {
    details_always_ = always;
    askForDetails();
}

void ViewController::askForDetails() {
    const Page* front = page(deck_->current());
    session_->setDetails(details_always_ || (front && front->drawsDetails()));
}

ViewChoice ViewController::choice() const {
    ViewChoice choice;
    for (const ViewPage* page : deck_->views())
        page->addTo(choice, deck_->currentView() == page);
    return choice;
}

bool ViewController::canFork() const {
    return session_->state() == RunState::paused && cursor_.last() > 0 &&
           scene_.lanes() < LanePanel::max_lanes;
}

void ViewController::openFork() {
    if (!canFork())
        return;
    delete fork_;
    fork_ = new ForkDialog(
        scene_, session_->recording().spec.lanes, deck_->lane(),
        [this](int lane, int step) {
            const BatchDetailPtr detail = session_->details().at(step);
            const StepDetail* of_lane = detail ? detail->of_lane(lane) : nullptr;
            return of_lane ? of_lane->recipe : shownLanes(*session_)[static_cast<std::size_t>(lane)].recipe;
        },
        area_->window());
    connect(fork_, &ForkDialog::chosen, session_, &RunSession::fork);
    fork_->open();
}

} // namespace lab
