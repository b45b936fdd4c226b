#include "ui/window/view_controller.h"

#include "ui/dialog/fork_dialog.h"
#include "ui/panel/lane_panel.h"
#include "ui/panel/time_bar.h"
#include "ui/panel/time_line.h"
#include "ui/plot/chart_board.h"
#include "ui/plot/loss_board.h"
#include "ui/session/run_session.h"
#include "ui/style/theme.h"
#include "ui/view/class_river.h"
#include "ui/view/confusion_view.h"
#include "ui/view/feature_map.h"
#include "ui/view/image_board.h"
#include "ui/view/image_strip.h"
#include "ui/view/predictor_map.h"
#include "ui/view/step_view.h"
#include "ui/view/view_deck.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>

namespace lab {

namespace {

constexpr int strip_images = 32;

QString megabytes(std::size_t bytes) {
    return QString::number(static_cast<double>(bytes) / (1 << 20), 'f', bytes < (10U << 20) ? 1 : 0);
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

ViewController::ViewController(RunSession* session, ChartBoard* charts, ImageStrip* images, LanePanel* lanes,
                               QWidget* window)
    : QObject(window), session_(session), charts_(charts), images_(images), lanes_(lanes), window_(window),
      area_(new QWidget(window)), deck_(new ViewDeck(area_)), time_(new TimeBar(&cursor_, area_)),
      losses_(new LossBoard(deck_)), river_(new ClassRiver(deck_)), predictor_(new PredictorMap(deck_)),
      features_(new FeatureMap(deck_)), board_(new ImageBoard(deck_)), confusion_(new ConfusionView(deck_)),
      steps_(new StepView(deck_)) {
    auto* front = new QWidget(deck_);
    auto* column = new QVBoxLayout(front);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(charts_, 1);
    column->addWidget(images_);
    deck_->addCharts(front, tr("Charts"), tr("Accuracy, logit norm, predictor distance and class dominance"));
    deck_->addView(river_, tr("Classes"));
    deck_->addView(predictor_, tr("Predictor"));
    deck_->addView(features_, tr("Features"));
    deck_->addView(board_, tr("Images"));
    deck_->addView(confusion_, tr("Confusion"));
    deck_->addCharts(losses_, tr("Loss"), tr("The loss, its parts, and how many images it averages over"));
    deck_->addView(steps_, tr("Slow motion"));
    auto* layout = new QVBoxLayout(area_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(deck_, 1);
    layout->addWidget(time_);

    scene_.index = &index_;
    scene_.details = &session_->details();
    steps_->setRecipes([this](int lane) {
        const auto& specs =
            session_->lanesAgree() ? session_->spec().lanes : session_->recording().spec.lanes;
        const auto at = static_cast<std::size_t>(lane);
        return at < specs.size() ? specs[at].recipe : Recipe{};
    });
    connect(&cursor_, &StepCursor::moved, this, &ViewController::showStep);
    connect(charts_, &ChartGrid::stepPicked, &cursor_, &StepCursor::setStep);
    connect(losses_, &ChartGrid::stepPicked, &cursor_, &StepCursor::setStep);
    connect(deck_, &ViewDeck::stepPicked, &cursor_, &StepCursor::setStep);
    connect(deck_, &ViewDeck::currentChanged, this, [this] {
        askForDetails();
        for (ChartGrid* grid : std::initializer_list<ChartGrid*>{charts_, losses_})
            if (grid->isVisible())
                grid->refresh();
    });
    connectSession();
    askForDetails();
}

void ViewController::connectSession() {
    connect(session_, &RunSession::infoArrived, this, [this] {
        const RunInfo& info = session_->recording().info;
        scene_.class_names.clear();
        for (const std::string& name : info.class_names)
            scene_.class_names.append(QString::fromStdString(name));
        scene_.total_steps = info.total_steps;
        losses_->setTotalSteps(info.total_steps);
        time_->line()->setTotalSteps(info.total_steps);
    });
    connect(session_, &RunSession::recordsArrived, this, &ViewController::takeRecords);
    connect(session_, &RunSession::eventArrived, this, &ViewController::takeEvent);
    connect(session_, &RunSession::previewArrived, this, [this](const BatchPreview& preview) {
        newest_ = preview;
        if (cursor_.isLive())
            images_->showPreview(preview);
    });
    connect(session_, &RunSession::drained, this, [this] {
        cursor_.setLast(session_->currentStep());
        time_->setStoreText(storeText());
        showNumbers();
        showScene();
    });
    connect(session_, &RunSession::stateChanged, this, [this] { Q_EMIT forkOffered(canFork()); });
}

void ViewController::begin(const std::vector<LaneStyle>& styles) {
    scene_.styles = styles;
    scene_.records = nullptr;
    ++scene_.run;
    index_.clear();
    newest_ = {};
    losses_->setLanes(styles);
    time_->line()->clearMarks();
    time_->setStoreText({});
    cursor_.clear();
    showStep();
}

void ViewController::restyle(const std::vector<LaneStyle>& styles) {
    scene_.styles = styles;
    losses_->setLanes(styles);
    time_->line()->clearMarks();
    if (scene_.records) {
        takeRecords(0);
        for (const Event& event : session_->recording().events)
            takeEvent(event);
    }
    showStep();
}

void ViewController::setEmptyText(const QString& text) {
    scene_.empty_text = text;
    losses_->setEmptyText(text);
    showScene();
}

void ViewController::setMarksVisible(bool visible) {
    losses_->setMarksVisible(visible);
}

void ViewController::setPresentation(bool on) {
    deck_->setPresentation(on);
    losses_->setPresentation(on);
}

void ViewController::takeRecords(int first) {
    scene_.records = &session_->recording().records;
    losses_->append(session_->recording(), first);
    if (losses_->isVisible())
        losses_->refresh();
    index_.append(session_->recording().records, first);
}

void ViewController::takeEvent(const Event& event) {
    losses_->addEvent(event);
    const QString text = markText(event, scene_.styles);
    if (text.isEmpty())
        return;
    const bool of_lane = event.lane >= 0 && event.lane < scene_.lanes();
    time_->line()->addMark(
        event.step, of_lane ? scene_.styles[static_cast<std::size_t>(event.lane)].color : theme::quiet(),
        text);
    cursor_.addEvent(event.step);
}

/// The cursor moved: everything follows.
void ViewController::showStep() {
    const int step = cursor_.isLive() ? 0 : cursor_.step();
    charts_->setCursorStep(step);
    losses_->setCursorStep(step);
    showNumbers();
    showPictures();
    showScene();
    Q_EMIT forkOffered(canFork());
}

void ViewController::showNumbers() {
    for (int lane = 0; lane < scene_.lanes(); ++lane)
        if (const StepRecord* record = scene_.record(lane, cursor_.step()))
            lanes_->showRecord(*record);
}

void ViewController::showPictures() {
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
    const ViewPage* page = deck_->currentView();
    session_->setDetails(details_always_ || (page && page->needsDetails()));
}

ViewChoice ViewController::choice() const {
    const auto laneOf = [this](const ViewPage* page) {
        return page->laneIsChosen() || deck_->currentView() == page ? page->lane() : -1;
    };
    ViewChoice choice;
    choice.predictor_lane = laneOf(predictor_);
    choice.step_lane = laneOf(steps_);
    choice.feature_batches = features_->window()->currentData().toInt();
    choice.by_prediction = features_->colouring()->currentIndex() == 1;
    choice.filter = board_->filter();
    choice.image = board_->grid()->selected();
    choice.confusion_batches = confusion_->span()->currentData().toInt();
    // Who has not looked at single phases wants the whole step.
    choice.phase = deck_->currentView() == steps_ ? steps_->phase() : StepPhase::update;
    return choice;
}

QString ViewController::memoryText() const {
    QStringList parts;
    if (!session_->details().empty())
        parts.append(tr("details %1 MB").arg(megabytes(session_->details().bytes())));
    if (session_->checkpoints().steps > 0)
        parts.append(tr("states %1 MB").arg(megabytes(session_->checkpoints().bytes)));
    return parts.join(QStringLiteral("  ·  "));
}

QString ViewController::storeText() const {
    const DetailStore& details = session_->details();
    const CheckpointUse& states = session_->checkpoints();
    QStringList lines;
    if (!details.empty()) {
        QString line = tr("Details of %1 steps in %2 of %3 MB")
                           .arg(details.size())
                           .arg(megabytes(details.bytes()), megabytes(details.bound()));
        if (details.thinning() > 1)
            line += tr("; of the older ones every %1th").arg(details.thinning());
        lines.append(line);
    }
    if (states.bound > 0 && states.interval > 0)
        lines.append(tr("Saved states for forks: %1, every %2 steps, in %3 of %4 MB")
                         .arg(states.steps)
                         .arg(states.interval)
                         .arg(megabytes(states.bytes), megabytes(states.bound)));
    return lines.join(QLatin1Char('\n'));
}

bool ViewController::canFork() const {
    return session_->state() == RunState::paused && cursor_.last() > 0 &&
           scene_.lanes() < LanePanel::max_lanes;
}

ForkDialog* ViewController::forkDialog() const {
    return fork_;
}

void ViewController::openFork() {
    if (!canFork())
        return;
    delete fork_;
    fork_ = new ForkDialog(
        scene_, session_->recording().spec.lanes, predictor_->lane(),
        [this](int lane, int step) {
            const BatchDetailPtr detail = session_->details().at(step);
            const StepDetail* of_lane = detail ? detail->of_lane(lane) : nullptr;
            if (of_lane)
                return of_lane->recipe;
            const auto& lanes =
                session_->lanesAgree() ? session_->spec().lanes : session_->recording().spec.lanes;
            return lanes[static_cast<std::size_t>(lane)].recipe;
        },
        window_);
    connect(fork_, &ForkDialog::chosen, session_, &RunSession::fork);
    fork_->open();
}

} // namespace lab
