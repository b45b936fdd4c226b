#include "tests/structure/rules.h"

#include "tests/structure/circles.h"
#include "tests/structure/recipe_rows.h"
#include "tests/structure/rooms.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace structure {

namespace {

constexpr int longest_file = 400;

// Names of headers, matched from the beginning of what is included.
const QString qt = QStringLiteral("Q[A-Z]|Qt[A-Z]|q[a-z]+\\.h$|ui_");
const QString torch = QStringLiteral("torch/|ATen/|c10/|caffe2/");
const QString opencv = QStringLiteral("opencv2?/|cv\\.h");
const QString charts =
    QStringLiteral("QtCharts|QChart|QPolarChart|QLegend|Q\\w+Series$|Q\\w+Axis$|Q\\w+ModelMapper$|"
                   "Q\\w+LegendMarker$|QBarSet$|QBoxSet$|QCandlestickSet$|QPieSlice$");
const QString core_engines = QStringLiteral(
    "core/(?!base/|recipe/|spec/|catalogue/|record/|dataset/|fetch/|run/|lesson/|study/|toy/|engine/)");
const QString app = QStringLiteral("app/");
// Of QtWidgets, by how its headers end; QAction, QUndoStack and the like belong to QtGui.
const QString widgets =
    QStringLiteral("QtWidgets|QApplication|QMainWindow|QToolTip|QWhatsThis|QCompleter|QSplashScreen|"
                   "QSystemTrayIcon|QRubberBand|"
                   "QStyle(?:$|Option|dItemDelegate|Factory|Painter)|QGraphics|QDesktop|"
                   "Q\\w*(?:Widget|Dialog|Button|ButtonGroup|Box|Label|Menu|MenuBar|ToolBar|StatusBar|TabBar|"
                   "Bar|Slider|Dial|"
                   "Layout|Frame|Splitter|Edit|Browser|Area|Stack(?<!UndoStack)|Delegate)$|"
                   "Q(?:List|Table|Tree|Column|Header|Undo|AbstractItem)View");
// What a folder of ui must not include: all of ui but itself and what lies on the floors below.
const QString above_style = QStringLiteral("ui/(?!style/)");
const QString above_text = QStringLiteral("ui/(?!(?:style|text)/)");
const QString above_session = QStringLiteral("ui/(?!(?:style|text|session)/)");
const QString beside_plot = QStringLiteral("ui/(?!(?:style|text|session|plot)/)");
const QString beside_view = QStringLiteral("ui/(?!(?:style|text|session|view)/)");
const QString beside_panel = QStringLiteral("ui/(?!(?:style|text|session|plot|view|panel)/)");
const QString beside_dialog = QStringLiteral("ui/(?!(?:style|text|session|plot|view|dialog)/)");
const QString beside_lesson = QStringLiteral("ui/(?!(?:style|text|session|plot|view|lesson)/)");

struct IncludeRule {
    QString name;
    QStringList rooms;  ///< beginnings of paths for which the rule holds; "" for all
    QStringList exempt; ///< beginnings of paths for which it does not
    QString forbidden;  ///< regular expression
    bool through;       ///< also through the project's own headers
};

const std::vector<IncludeRule> include_rules = {
    {"core includes no Qt", {"core/"}, {}, qt, true},
    {"the command line includes no Qt", {"app/cli/", "app/collapse_lab_cli.cpp"}, {}, qt, true},
    {"ui includes no Torch", {"ui/"}, {}, torch, true},
    {"ui includes no OpenCV", {"ui/"}, {}, opencv, true},
    {"ui includes of core only plain rooms, the data's doors and the runner",
     {"ui/"},
     {},
     core_engines,
     false},
    {"rooms of pictures and text include no Torch",
     {"core/image/", "core/text/", "core/dataset/", "core/stream/"},
     {},
     torch,
     true},
    {"plain rooms include no Torch and no OpenCV",
     {"core/base/", "core/recipe/", "core/spec/", "core/catalogue/", "core/record/", "core/lesson/",
      "core/toy/"},
     {},
     torch + '|' + opencv,
     true},
    {"rooms of arithmetic include no OpenCV",
     {"core/nn/", "core/weights/", "core/model/", "core/adapt/", "core/measure/", "core/parity/"},
     {},
     opencv,
     true},
    {"Qt Charts only in ui/plot", {"core/", "ui/", "app/"}, {"ui/plot/"}, charts, false},
    {"ui/style stands on the ground", {"ui/style/"}, {}, above_style, false},
    {"ui/text stands on style", {"ui/text/"}, {}, above_text, false},
    {"ui/session stands on style and text", {"ui/session/"}, {}, above_session, false},
    {"ui/session includes no widget", {"ui/session/"}, {}, widgets, true},
    {"ui/plot stands on session", {"ui/plot/"}, {}, beside_plot, false},
    {"ui/view stands on session", {"ui/view/"}, {}, beside_view, false},
    {"ui/panel stands on plot and view", {"ui/panel/"}, {}, beside_panel, false},
    {"ui/dialog stands on plot and view", {"ui/dialog/"}, {}, beside_dialog, false},
    {"ui/lesson stands on plot and view", {"ui/lesson/"}, {}, beside_lesson, false},
    {"nothing below includes ui/window",
     {"core/", "ui/"},
     {"ui/window/"},
     QStringLiteral("ui/window/"),
     false},
    {"base includes no other room", {"core/base/"}, {}, QStringLiteral("core/(?!base/)|ui/"), false},
    {"nothing includes app", {""}, {"app/"}, app, false},
};

bool beginsWithAny(const QString& path, const QStringList& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](const QString& beginning) { return path.startsWith(beginning); });
}

QString sentence(const SourceFile& file, int line, const QString& what) {
    return QStringLiteral("%1:%2: %3").arg(file.path).arg(line).arg(what);
}

/// Follows the includes of one file. `way` is how the forbidden header is reached, for the sentence.
void follow(const SourceTree& tree, const SourceFile& start, int start_line, const SourceFile& file,
            const QString& way, const IncludeRule& rule, std::set<QString>& seen, QStringList& breaches) {
    const QRegularExpression forbidden(QStringLiteral("^(?:%1)").arg(rule.forbidden));
    for (const Include& include : file.includes) {
        const int line = start_line == 0 ? include.line : start_line;
        if (forbidden.match(include.target).hasMatch()) {
            breaches << sentence(start, line, QStringLiteral("includes %1%2").arg(include.target, way));
            continue;
        }
        const auto next = tree.find(include.target);
        if (rule.through && next != tree.end() && seen.insert(next->first).second)
            follow(tree, start, line, next->second, QStringLiteral(" through %1").arg(next->first), rule,
                   seen, breaches);
    }
}

QStringList breachesOf(const IncludeRule& rule, const SourceTree& tree) {
    QStringList breaches;
    for (const auto& [path, file] : tree) {
        std::set<QString> seen = {path};
        if (beginsWithAny(path, rule.rooms) && !beginsWithAny(path, rule.exempt))
            follow(tree, file, 0, file, QString(), rule, seen, breaches);
    }
    return breaches;
}

/// The rules above read paths from the root; a path from elsewhere would slip past them.
QStringList includesFromElsewhere(const SourceTree& tree) {
    QStringList breaches;
    for (const auto& [path, file] : tree)
        for (const Include& include : file.includes)
            if (include.quoted && !include.target.endsWith(QLatin1String(".moc")) &&
                tree.count(include.target) == 0)
                breaches << sentence(
                    file, include.line,
                    QStringLiteral("expected a path from the root, found \"%1\"").arg(include.target));
    return breaches;
}

QStringList longFiles(const SourceTree& tree) {
    QStringList breaches;
    for (const auto& [path, file] : tree) {
        const bool code = file.isCpp() || file.isScript() || path.endsWith(QLatin1String(".cmake")) ||
                          path.endsWith(QLatin1String("CMakeLists.txt"));
        if (code && file.lines.size() > longest_file)
            breaches << sentence(
                file, longest_file + 1,
                QStringLiteral("%1 lines, expected at most %2").arg(file.lines.size()).arg(longest_file));
    }
    return breaches;
}

QStringList notesWithoutIssue(const SourceTree& tree) {
    // Written in two halves so that this file keeps the rule.
    static const QRegularExpression note(QStringLiteral("\\b(TO"
                                                        "DO|FIX"
                                                        "ME)\\b(?!\\(#[0-9]+\\))"));
    QStringList breaches;
    for (const auto& [path, file] : tree)
        for (int i = 0; i < file.lines.size(); ++i)
            if (const auto match = note.match(file.lines[i]); match.hasMatch())
                breaches << sentence(file, i + 1,
                                     QStringLiteral("expected %1(#issue)").arg(match.captured(1)));
    return breaches;
}

QStringList unguardedHeaders(const SourceTree& tree) {
    QStringList breaches;
    for (const auto& [path, file] : tree)
        if (file.isHeader() && file.lines.value(0) != QLatin1String("#pragma once"))
            breaches << sentence(file, 1, QStringLiteral("expected #pragma once"));
    return breaches;
}

QStringList scriptsThatCannotStart(const SourceTree& tree) {
    QStringList breaches;
    for (const auto& [path, file] : tree) {
        if (!file.isScript())
            continue;
        if (!file.executable)
            breaches << sentence(file, 1, QStringLiteral("is a script and not executable"));
        if (!file.lines.value(0).startsWith(QLatin1String("#!")))
            breaches << sentence(file, 1, QStringLiteral("is a script and names no interpreter"));
    }
    return breaches;
}

/// Two classes of one name in one namespace are a fault that the linker does not tell.
QStringList typesOfOneName(const SourceTree& tree) {
    static const QRegularExpression type(
        QStringLiteral("^(?:class|struct|enum class) (\\w+)(?: final)?(?: :[^;]*)? \\{"));
    std::map<QString, QString> first;
    QStringList breaches;
    for (const auto& [path, file] : tree) {
        if (!file.isHeader() || !beginsWithAny(path, {"core/", "ui/"}))
            continue;
        for (int i = 0; i < file.lines.size(); ++i)
            if (const auto match = type.match(file.lines[i]); match.hasMatch())
                if (const auto [row, added] = first.emplace(match.captured(1), path); !added)
                    breaches << sentence(
                        file, i + 1,
                        QStringLiteral("%1 is a type of %2 already").arg(row->first, row->second));
    }
    return breaches;
}

/// A file that lies in no folder of ui stands on no floor.
QStringList filesOnNoFloor(const SourceTree& tree) {
    QStringList breaches;
    for (const auto& [path, file] : tree)
        if (file.isCpp() && path.startsWith(QLatin1String("ui/")) && path.count('/') < 2)
            breaches << sentence(file, 1, QStringLiteral("lies in no folder of ui"));
    return breaches;
}

QStringList longReadme(const SourceTree& tree) {
    constexpr int longest = 150;
    const auto readme = tree.find(QStringLiteral("README.md"));
    if (readme == tree.end() || readme->second.lines.size() <= longest)
        return {};
    return {sentence(
        readme->second, longest + 1,
        QStringLiteral("%1 lines, expected at most %2").arg(readme->second.lines.size()).arg(longest))};
}

/// Pages link to files of the tree; pictures and data are no text files, so folders alone are looked for
/// there.
QStringList linksToNowhere(const SourceTree& tree) {
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)#:]+\\.(?:md|cpp|h|py|sh|debian12))\\)"));
    QStringList breaches;
    for (const auto& [path, file] : tree) {
        if (!path.endsWith(QLatin1String(".md")))
            continue;
        const QString folder = path.contains('/') ? path.section('/', 0, -2) + '/' : QString();
        for (int i = 0; i < file.lines.size(); ++i)
            for (auto matches = link.globalMatch(file.lines[i]); matches.hasNext();) {
                const QString target = matches.next().captured(1);
                if (tree.count(QDir::cleanPath(folder + target)) == 0)
                    breaches << sentence(file, i + 1,
                                         QStringLiteral("links to %1, which is not there").arg(target));
            }
    }
    return breaches;
}

} // namespace

const std::vector<Rule>& rules() {
    static const std::vector<Rule> all = [] {
        std::vector<Rule> list;
        list.reserve(include_rules.size() + 14);
        for (const IncludeRule& rule : include_rules)
            list.push_back({rule.name, [&rule](const SourceTree& tree) { return breachesOf(rule, tree); }});
        list.push_back({"own headers are included by their path from the root", includesFromElsewhere});
        list.push_back({"no file over 400 lines", longFiles});
        list.push_back({"no note of work to do without an issue", notesWithoutIssue});
        list.push_back({"headers start with #pragma once", unguardedHeaders});
        list.push_back({"scripts can be started", scriptsThatCannotStart});
        list.push_back({"no circle of folders", circlesOfFolders});
        list.push_back({"core's rooms stand on their floors", includesAcrossFloors});
        list.push_back({"files of ui lie in its folders", filesOnNoFloor});
        list.push_back({"no type name twice", typesOfOneName});
        list.push_back({"every field of a recipe has its row", fieldsWithoutRow});
        list.push_back({"marked words of core are in three languages", wordsInOneLanguage});
        list.push_back({"README of at most 150 lines", longReadme});
        list.push_back({"links of pages lead to files", linksToNowhere});
        return list;
    }();
    return all;
}

} // namespace structure
