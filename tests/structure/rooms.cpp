#include "tests/structure/rooms.h"

#include <map>

namespace structure {

namespace {

/// What each room of core may include besides itself, from the ground. adapt knows neither pictures nor text;
/// run alone joins streams and adaptation.
const std::map<QString, QStringList>& floors() {
    static const std::map<QString, QStringList> all = {
        {"base", {}},
        {"recipe", {"base"}},
        {"spec", {"base", "recipe"}},
        {"record", {"base", "recipe", "spec"}},
        {"catalogue", {"base", "recipe", "spec"}},
        {"fetch", {"base"}},
        {"text", {"base"}},
        {"toy", {"base"}},
        {"image", {"base", "spec"}},
        {"dataset", {"base", "spec", "fetch", "image", "text"}},
        {"stream", {"base", "spec", "image", "text", "dataset"}},
        {"nn", {"base", "recipe"}},
        {"weights", {"base", "nn"}},
        {"model", {"base", "recipe", "spec", "nn", "weights"}},
        {"adapt", {"base", "recipe", "nn", "model"}},
        {"measure", {"base", "nn"}},
        {"parity", {"base", "recipe", "text", "nn", "weights", "model", "adapt"}},
        {"train", {"base", "spec", "image", "text", "dataset", "nn", "weights", "model"}},
        {"run",
         {"base", "recipe", "spec", "record", "catalogue", "fetch", "text", "image", "dataset", "stream",
          "nn", "weights", "model", "adapt", "measure"}},
        {"lesson", {"base", "recipe", "spec", "record", "catalogue"}},
        {"study", {"base", "recipe", "spec", "record", "catalogue", "fetch", "dataset", "run"}},
        {"engine", {"base", "recipe", "spec", "record", "catalogue", "run", "study"}},
    };
    return all;
}

QString roomOf(const QString& path) {
    return path.startsWith(QLatin1String("core/")) && path.count('/') > 1 ? path.section('/', 1, 1)
                                                                          : QString();
}

} // namespace

QStringList includesAcrossFloors(const SourceTree& tree) {
    QStringList breaches;
    for (const auto& [path, file] : tree) {
        const QString room = roomOf(path);
        if (room.isEmpty() || !file.isCpp())
            continue;
        const auto floor = floors().find(room);
        if (floor == floors().end()) {
            breaches << QStringLiteral("%1:1: core/%2 stands on no floor").arg(path, room);
            continue;
        }
        for (const Include& include : file.includes)
            if (const QString other = roomOf(include.target);
                !other.isEmpty() && other != room && !floor->second.contains(other))
                breaches << QStringLiteral("%1:%2: core/%3 includes core/%4")
                                .arg(path)
                                .arg(include.line)
                                .arg(room, other);
    }
    return breaches;
}

} // namespace structure
