#include "ui/session/memory_text.h"

#include "ui/session/run_session.h"

#include <QCoreApplication>
#include <QStringList>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("MemoryText", text);
}

QString megabytes(std::size_t bytes) {
    return QString::number(static_cast<double>(bytes) / (1 << 20), 'f', bytes < (10U << 20) ? 1 : 0);
}

} // namespace

QString memoryText(const RunSession& session) {
    QStringList parts;
    if (!session.details().empty())
        parts.append(
            say(QT_TRANSLATE_NOOP("MemoryText", "details %1 MB")).arg(megabytes(session.details().bytes())));
    if (session.checkpoints().steps > 0)
        parts.append(
            say(QT_TRANSLATE_NOOP("MemoryText", "states %1 MB")).arg(megabytes(session.checkpoints().bytes)));
    return parts.join(QStringLiteral("  ·  "));
}

QString storeText(const RunSession& session) {
    const DetailStore& details = session.details();
    const CheckpointUse& states = session.checkpoints();
    QStringList lines;
    if (!details.empty()) {
        QString line = say(QT_TRANSLATE_NOOP("MemoryText", "Details of %1 steps in %2 of %3 MB"))
                           .arg(details.size())
                           .arg(megabytes(details.bytes()), megabytes(details.bound()));
        if (details.thinning() > 1)
            line += say(QT_TRANSLATE_NOOP("MemoryText", "; of the older ones every %1th"))
                        .arg(details.thinning());
        lines.append(line);
    }
    if (states.bound > 0 && states.interval > 0)
        lines.append(
            say(QT_TRANSLATE_NOOP("MemoryText", "Saved states for forks: %1, every %2 steps, in %3 of %4 MB"))
                .arg(states.steps)
                .arg(states.interval)
                .arg(megabytes(states.bytes), megabytes(states.bound)));
    return lines.join(QLatin1Char('\n'));
}

} // namespace lab
