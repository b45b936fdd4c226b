#include "tests/structure/circles.h"

#include <queue>
#include <set>

namespace structure {

namespace {

/// From folder to folder, and the first line that says so.
using Edges = std::map<QString, std::map<QString, QString>>;

/// "core/image" for "core/image/image.h"; empty outside of core and ui.
QString folderOf(const QString& path) {
    const bool ours = path.startsWith(QLatin1String("core/")) || path.startsWith(QLatin1String("ui/"));
    return ours && path.count('/') > 1 ? path.section('/', 0, 1) : QString();
}

Edges edgesOf(const SourceTree& tree) {
    Edges edges;
    for (const auto& [path, file] : tree) {
        const QString from = folderOf(path);
        for (const Include& include : file.includes)
            if (const QString to = folderOf(include.target); !from.isEmpty() && !to.isEmpty() && to != from)
                edges[from].emplace(to, QStringLiteral("%1:%2").arg(path).arg(include.line));
    }
    return edges;
}

/// The shortest way from a folder back to itself; empty where there is none.
QStringList wayRound(const Edges& edges, const QString& start) {
    std::map<QString, QString> before;
    std::queue<QString> open;
    open.push(start);
    while (!open.empty()) {
        const QString folder = open.front();
        open.pop();
        const auto from = edges.find(folder);
        if (from == edges.end())
            continue;
        for (const auto& [next, line] : from->second) {
            if (next == start) {
                QStringList way{start};
                for (QString at = folder; at != start; at = before.at(at))
                    way.prepend(at);
                way.prepend(start);
                return way;
            }
            if (before.emplace(next, folder).second)
                open.push(next);
        }
    }
    return {};
}

} // namespace

QStringList circlesOfFolders(const SourceTree& tree) {
    const Edges edges = edgesOf(tree);
    std::set<QString> told;
    QStringList circles;
    for (const auto& [folder, targets] : edges) {
        const QStringList way = wayRound(edges, folder);
        if (way.isEmpty() || told.count(folder) > 0)
            continue;
        QStringList lines;
        for (int i = 0; i + 1 < way.size(); ++i) {
            lines << edges.at(way[i]).at(way[i + 1]);
            told.insert(way[i]);
        }
        circles << QStringLiteral("%1: a circle: %2 (%3)")
                       .arg(lines.first(), way.join(QStringLiteral(" includes ")),
                            lines.join(QStringLiteral(", ")));
    }
    return circles;
}

} // namespace structure
