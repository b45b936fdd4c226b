#include "ui/view/view_deck.h"
#include "ui/window/main_window.h"
#include "ui/window/view_controller.h"

#include <QAction>

#include <array>

// The commands of the pages and of the time line.
namespace lab {

void MainWindow::addPageCommands(const QString& menu) {
    struct Page {
        const char* id;
        QString name;
        QString tip;
    };
    const std::array<Page, 8> pages{{
        {"page.charts", tr("C&harts"), tr("Accuracy, logit norm, predictor distance and class dominance")},
        {"page.classes", tr("&Classes over time"), tr("Which classes each lane predicts, as a river")},
        {"page.predictor", tr("&Predictor"), tr("The predictor's matrix as a heat map")},
        {"page.features", tr("&Features"), tr("The features of the latest batches in two dimensions")},
        {"page.images", tr("&Images of the step"),
         tr("Images, right and wrong lanes, probabilities, history")},
        {"page.confusion", tr("C&onfusion"), tr("Which class each lane takes for which")},
        {"page.loss", tr("&Loss"), tr("The loss and its parts over the steps")},
        {"page.step", tr("Slow &motion"), tr("One step, phase by phase")},
    }};
    commands_.addSeparator(menu);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto number = static_cast<int>(i);
        commands_.add(QString::fromLatin1(pages[i].id), menu, pages[i].name,
                      QKeySequence(QStringLiteral("Alt+%1").arg(number + 1)), {}, pages[i].tip,
                      [this, number] { views_->deck()->setCurrent(number); });
    }
    commands_.addSeparator(menu);
    commands_.addToggle(
        QStringLiteral("view.details"), menu, tr("&Details of steps"), {},
        tr("Record features, probabilities, pictures and the predictor's matrix of every step; "
           "off: only while a page that draws them is in front"),
        settings_.flag(QStringLiteral("view.details"), true), [this](bool on) {
            settings_.setFlag(QStringLiteral("view.details"), on);
            views_->setDetailsAlways(on);
        });
}

void MainWindow::addTimeCommands(const QString& menu) {
    const auto cursor = [this] { return views_->cursor(); };
    const auto add = [&](const char* id, const QString& text, const char* keys, const QString& tip,
                         std::function<void()> action) {
        commands_.add(QString::fromLatin1(id), menu, text, QKeySequence(QString::fromLatin1(keys)), {}, tip,
                      std::move(action));
    };
    add("time.play", tr("&Play or pause the recording"), "Ctrl+Space",
        tr("Play the recording from the step that is shown"),
        [=] { cursor()->isPlaying() ? cursor()->stopPlaying() : cursor()->play(); });
    add("time.live", tr("&Live"), "Alt+End", tr("Show the newest step and follow the run"),
        [=] { cursor()->goLive(); });
    commands_.addSeparator(menu);
    add("time.back", tr("One step &back"), "Alt+Left", tr("Show the step before"),
        [=] { cursor()->stepBy(-1); });
    add("time.forward", tr("One step &forward"), "Alt+Right", tr("Show the next step"),
        [=] { cursor()->stepBy(1); });
    add("time.event.back", tr("&Event before"), "Alt+Shift+Left",
        tr("Show the step of the switch, collapse or other event before"),
        [=] { cursor()->jumpToEvent(-1); });
    add("time.event.forward", tr("&Next event"), "Alt+Shift+Right",
        tr("Show the step of the next switch, collapse or other event"), [=] { cursor()->jumpToEvent(1); });
    add("time.first", tr("F&irst step"), "Alt+Home", tr("Show the first step"), [=] { cursor()->toFirst(); });
    commands_.addSeparator(menu);
    add("run.fork", tr("Fork lane &here…"), "Ctrl+K",
        tr("A paused run: copy a lane as it was after the step that is shown, with other switches"),
        [this] { views_->openFork(); });
    commands_.action(QStringLiteral("run.fork"))->setEnabled(false);
}

} // namespace lab
