#include "ui/text/event_text.h"

#include "ui/text/core_text.h"
#include "ui/text/recipe_labels.h"

#include <QCoreApplication>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Events", text);
}

QString nameOf(int lane, const std::vector<LaneStyle>& styles) {
    return lane >= 0 && lane < static_cast<int>(styles.size()) ? styles[static_cast<std::size_t>(lane)].name
                                                               : QString::number(lane + 1);
}

/// "Fog" for "fog"; a name that is no corruption's stays.
QString corruptionTitle(const std::string& name) {
    for (const Choice& choice : corruption_choices())
        if (choice.id == name)
            return coreText(choice.title);
    return QString::fromStdString(name).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString changeWords(const Recipe& before, const Recipe& after) {
    const QString change = describeChange(before, after);
    return change.isEmpty() ? say(QT_TRANSLATE_NOOP("Events", "no change")) : change;
}

/// The words for each kind of event.
struct Words {
    const Event& event;
    const std::vector<LaneStyle>& styles;

    QString lane() const { return nameOf(event.lane, styles); }

    QString operator()(const RunStarted&) const { return {}; }
    QString operator()(const RunFinished&) const { return {}; }
    QString operator()(const RunStopped&) const { return {}; }
    QString operator()(const SegmentBegan& e) const { return corruptionTitle(e.corruption); }
    QString operator()(const Collapsed&) const {
        return say(QT_TRANSLATE_NOOP("Events", "%1 has collapsed")).arg(lane());
    }
    QString operator()(const PicturesDropped& e) const {
        return e.pictures.size() == 1
                   ? say(QT_TRANSLATE_NOOP("Events", "1 picture left out"))
                   : say(QT_TRANSLATE_NOOP("Events", "%1 pictures left out")).arg(e.pictures.size());
    }
    QString operator()(const LaneReset& e) const {
        switch (e.cause) {
        case ResetCause::segment:
            return say(QT_TRANSLATE_NOOP("Events", "%1 reset at the new segment")).arg(lane());
        case ResetCause::collapse:
            return say(QT_TRANSLATE_NOOP("Events", "%1 reset after its collapse")).arg(lane());
        case ResetCause::recovery:
            break;
        }
        return say(QT_TRANSLATE_NOOP("Events", "%1 recovered: back to its start")).arg(lane());
    }
    QString operator()(const LaneStopped& e) const {
        return e.cause == StopCause::collapse
                   ? say(QT_TRANSLATE_NOOP("Events", "%1 stopped: it has collapsed")).arg(lane())
                   : say(QT_TRANSLATE_NOOP("Events",
                                           "%1 stopped: its loss or its logits are no longer finite "
                                           "numbers; try a smaller rate"))
                         .arg(lane());
    }
    QString operator()(const SwitchThrown& e) const {
        const QString what =
            e.unread.empty() ? changeWords(e.before, e.after) : QString::fromStdString(e.unread);
        return say(QT_TRANSLATE_NOOP("Events", "%1, %2")).arg(lane(), what);
    }
    QString operator()(const LaneForked& e) const {
        const QString what = e.unread.empty()
                                 ? say(QT_TRANSLATE_NOOP("Events", "fork of %1, %2"))
                                       .arg(nameOf(e.parent, styles), changeWords(e.before, e.recipe))
                                 : QString::fromStdString(e.unread);
        return say(QT_TRANSLATE_NOOP("Events", "%1, %2")).arg(lane(), what);
    }
};

} // namespace

QString eventText(const Event& event, const std::vector<LaneStyle>& styles) {
    return std::visit(Words{event, styles}, event.what);
}

} // namespace lab
