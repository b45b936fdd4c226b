// Times of the views on a long recording: six lanes, 20,000 steps of 64 images, details as far as the store
// keeps them. Prints milliseconds of processor time, which other load on the machine does not change, per
// frame while the recording grows and per jump of the cursor. Usage: view_bench [STEPS [FOLDER]]; with a
// folder it also writes a picture of each page.
#include "core/record/recording_file.h"
#include "ui/plot/chart_board.h"
#include "ui/plot/loss_board.h"
#include "ui/style/theme.h"
#include "ui/view/class_river.h"
#include "ui/view/confusion_view.h"
#include "ui/view/feature_map.h"
#include "ui/view/image_board.h"
#include "ui/view/predictor_map.h"
#include "ui/view/step_view.h"
#include "ui/view/view_deck.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <random>
#include <utility>

using namespace lab;

namespace {

constexpr int lanes = 6;
constexpr int batch = 64;
constexpr int features = 64;

class LongRun {
  public:
    Recording recording;
    RecordIndex index;
    DetailStore details;

    LongRun() {
        for (const char* method : {"tent", "zerosiam", "no_adaptation", "eata", "sar", "zerosiam_deyo"})
            recording.spec.lanes.push_back(make_lane(method));
    }
    void add(int step) {
        auto detail = std::make_shared<BatchDetail>();
        detail->step = step;
        std::vector<int> labels(batch);
        for (int i = 0; i < batch; ++i) {
            labels[std::size_t(i)] = step / 50 % 10;
            detail->samples.push_back(std::int64_t(random_() % 10000));
            detail->pictures.push_back({28, 28, 1, std::vector<std::uint8_t>(784, std::uint8_t(random_()))});
        }
        detail->labels = labels;
        const auto first = static_cast<int>(recording.records.size());
        for (int lane = 0; lane < lanes; ++lane) {
            StepRecord r;
            r.lane = lane;
            r.step = step;
            r.batch_size = batch;
            r.kept = batch;
            r.labels = labels;
            for (int i = 0; i < batch; ++i)
                r.predictions.push_back(random_() % 4 == 0 ? int(random_() % 10) : labels[std::size_t(i)]);
            r.accuracy_window = 0.5 + 0.4 * std::sin(step * 0.001 * (lane + 1));
            r.logit_norm = 4 + std::cos(step * 0.01 + lane);
            r.predictor_distance = step * 1e-4 * lane;
            r.class_dominance = 0.5 + 0.5 * std::sin(step * 0.05 + lane);
            r.loss = r.loss_objective = 1 + std::sin(step * 0.02);
            StepDetail d;
            d.lane = lane;
            d.step = step;
            d.predictions = r.predictions;
            d.features = features;
            for (int i = 0; i < batch; ++i) {
                for (int k = 0; k < StepDetail::top; ++k) {
                    d.top_classes.push_back((r.predictions[std::size_t(i)] + k) % 10);
                    d.top_probabilities.push_back(0.2F);
                }
                d.projection.push_back(float(random_() % 1000) / 100);
                d.projection.push_back(float(random_() % 1000) / 100);
            }
            if (lane == 1 || lane == 5) {
                d.matrix_side = features;
                d.matrix.assign(features * features, 0.001F * float(step % 100));
                d.largest.assign(8, {1, 2, 0.1F});
            }
            detail->lanes.push_back(std::move(d));
            recording.records.push_back(std::move(r));
        }
        details.add(detail);
        index.append(recording.records, first);
    }
    Scene scene(int step, int total) {
        Scene s;
        s.records = &recording.records;
        s.index = &index;
        s.details = &details;
        s.styles = laneStyles(recording.spec.lanes);
        for (int c = 0; c < 10; ++c)
            s.class_names.append(QStringLiteral("Class %1").arg(c));
        s.step = step;
        s.total_steps = total;
        return s;
    }

  private:
    std::minstd_rand random_{1};
};

void say(const QString& name, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) { return times[std::size_t(share * double(times.size() - 1))]; };
    QTextStream(stdout) << QStringLiteral("%1  p50 %2  p99 %3  max %4 ms")
                               .arg(name, -28)
                               .arg(at(0.5), 0, 'f', 1)
                               .arg(at(0.99), 0, 'f', 1)
                               .arg(at(1), 0, 'f', 1)
                        << Qt::endl;
}

QString residentMegabytes() {
    std::ifstream file("/proc/self/statm");
    std::size_t all = 0, resident = 0;
    file >> all >> resident;
    return QString::number(resident * 4096 >> 20);
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    applyTheme(application);
    const int steps = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 20000;
    LongRun run;
    ViewDeck deck;
    auto* charts = new ChartBoard;
    auto* losses = new LossBoard;
    const std::pair<QString, QWidget*> all[] = {{QStringLiteral("charts"), charts},
                                                {QStringLiteral("loss"), losses},
                                                {QStringLiteral("classes"), new ClassRiver},
                                                {QStringLiteral("predictor"), new PredictorMap},
                                                {QStringLiteral("features"), new FeatureMap},
                                                {QStringLiteral("images"), new ImageBoard},
                                                {QStringLiteral("confusion"), new ConfusionView},
                                                {QStringLiteral("step"), new StepView}};
    for (const auto& [id, page] : all)
        deck.addPage(id, page, id, {});
    deck.setLane(1);
    deck.resize(770, 640);
    deck.show();
    for (ChartGrid* grid : std::initializer_list<ChartGrid*>{charts, losses}) {
        grid->setLanes(laneStyles(run.recording.spec.lanes));
        grid->setStepRange(0, steps);
    }
    constexpr int per_frame = 3; // 30 steps a second at ten frames a second
    const int frames = std::clamp(steps / 60, 2, 100);
    const auto pages = static_cast<int>(deck.ids().size());
    int step = 0;
    for (const int rest = steps - frames * per_frame * pages; step < rest;)
        run.add(++step);
    const QString grown = residentMegabytes();
    charts->append(run.recording, 0);
    losses->append(run.recording, 0);
    for (const QString& page : deck.ids()) {
        deck.setCurrent(page);
        QCoreApplication::processEvents();
        std::vector<double> times;
        for (int frame = 0; frame < frames; ++frame) {
            const auto first = static_cast<int>(run.recording.records.size());
            for (int i = 0; i < per_frame; ++i)
                run.add(++step);
            const std::clock_t begin = std::clock();
            charts->append(run.recording, first);
            losses->append(run.recording, first);
            for (ChartGrid* grid : std::initializer_list<ChartGrid*>{charts, losses})
                if (grid->isVisible())
                    grid->refresh();
            deck.setScene(run.scene(step, steps));
            deck.repaint();
            QCoreApplication::processEvents();
            times.push_back(1000.0 * double(std::clock() - begin) / CLOCKS_PER_SEC);
        }
        say(page + QStringLiteral(", running"), times);
    }
    std::minstd_rand random(2);
    for (const QString& page : deck.ids()) {
        deck.setCurrent(page);
        QCoreApplication::processEvents();
        std::vector<double> times;
        for (int jump = 0; jump < 60; ++jump) {
            const int to = 1 + int(random() % unsigned(step));
            const std::clock_t begin = std::clock();
            charts->setCursorStep(to);
            losses->setCursorStep(to);
            deck.setScene(run.scene(to, steps));
            deck.repaint();
            QCoreApplication::processEvents();
            times.push_back(1000.0 * double(std::clock() - begin) / CLOCKS_PER_SEC);
        }
        say(page + QStringLiteral(", jump"), times);
        if (argc > 2)
            deck.grab().save(
                QDir(QString::fromLocal8Bit(argv[2])).filePath(QStringLiteral("bench-%1.png").arg(page)));
    }
    QTextStream(stdout) << QStringLiteral("%1 steps; details of %2 steps in %3 MB; resident %4 MB")
                               .arg(step)
                               .arg(run.details.size())
                               .arg(run.details.bytes() >> 20)
                               .arg(grown)
                        << Qt::endl;

    // The window does both on a thread of their own.
    const QTemporaryDir folder;
    const std::string file = folder.filePath(QStringLiteral("long.collapselab")).toStdString();
    run.recording.info.class_names.assign(10, "class");
    const std::clock_t begin = std::clock();
    save_recording(file, run.recording, run.details);
    const std::clock_t saved = std::clock();
    DetailStore details;
    const std::size_t records = load_recording(file, &details).records.size();
    const auto seconds = [](std::clock_t from, std::clock_t to) {
        return QString::number(double(to - from) / CLOCKS_PER_SEC, 'f', 1);
    };
    QTextStream(stdout) << QStringLiteral(
                               "file of %1 records and the details of %2 steps: %3 MB, saved in %4 s, read "
                               "in %5 s")
                               .arg(records)
                               .arg(details.size())
                               .arg(std::filesystem::file_size(file) >> 20)
                               .arg(seconds(begin, saved), seconds(saved, std::clock()))
                        << Qt::endl;
    return 0;
}
