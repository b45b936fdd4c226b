#include "ui/export/figure_chart.h"
#include "ui/window/command_table.h"
#include "ui/window/export_controller.h"

#include <QCoreApplication>

namespace lab {

namespace {

using Kind = Command::Kind;
using C = const Controllers&;

QString say(const char* text) {
    return QCoreApplication::translate("Commands", text);
}

} // namespace

std::vector<CommandRow> exportCommands(const std::vector<Page>& pages) {
    std::vector<CommandRow> rows{
        {{Kind::action, "export.present", "file.export",
          say(QT_TRANSLATE_NOOP("Commands", "Save this &view…")), "Ctrl+Shift+S",
          say(QT_TRANSLATE_NOOP("Commands",
                                "The page in front with legend and conditions, as PNG, SVG or PDF"))},
         [](C c, bool) { c.exports->exportPresent(); }},
        {{Kind::menu,
          "export.chart",
          "file.export",
          say(QT_TRANSLATE_NOOP("Commands", "One &chart")),
          {},
          say(QT_TRANSLATE_NOOP("Commands", "A chart with legend and conditions as PNG, SVG or PDF"))}},
    };
    for (const FigureMeasure& measure : figureMeasures())
        rows.push_back({{Kind::action,
                         QStringLiteral("export.chart.") + measure.id,
                         "export.chart",
                         say(QT_TRANSLATE_NOOP("Commands", "Chart: %1…")).arg(measure.title),
                         {},
                         measure.sentence},
                        [measure](C c, bool) { c.exports->exportChart(measure); }});
    rows.push_back(
        {{Kind::menu,
          "export.view",
          "file.export",
          say(QT_TRANSLATE_NOOP("Commands", "One &view of the step")),
          {},
          say(QT_TRANSLATE_NOOP("Commands",
                                "A view that explains, at the step that is shown, as PNG, SVG or PDF"))}});
    for (const Page& page : pages)
        if (page.exported && !page.exported_apart)
            rows.push_back({{Kind::action,
                             QStringLiteral("export.view.") + page.id,
                             "export.view",
                             say(QT_TRANSLATE_NOOP("Commands", "View: %1…")).arg(plainTitle(page.name)),
                             {},
                             say(QT_TRANSLATE_NOOP("Commands",
                                                   "At the step that is shown, with legend and conditions"))},
                            [id = page.id](C c, bool) { c.exports->exportPage(id); }});
    const std::vector<CommandRow> whole{
        {{Kind::action,
          "export.board",
          "file.export",
          say(QT_TRANSLATE_NOOP("Commands", "The &board…")),
          {},
          say(QT_TRANSLATE_NOOP("Commands", "The four charts on a page, as PNG, SVG or PDF"))},
         [](C c, bool) { c.exports->exportBoard(); }},
        {{Kind::action,
          "export.comparison",
          "file.export",
          say(QT_TRANSLATE_NOOP("Commands", "The whole c&omparison…")),
          {},
          say(QT_TRANSLATE_NOOP("Commands", "Charts and the table of lanes on a page, as PNG, SVG or PDF"))},
         [](C c, bool) { c.exports->exportComparison(); }},
        {{Kind::action,
          "export.images",
          "file.export",
          say(QT_TRANSLATE_NOOP("Commands", "The &images of the batch…")),
          {},
          say(QT_TRANSLATE_NOOP("Commands", "With conditions, as PNG, SVG or PDF"))},
         [](C c, bool) { c.exports->exportImages(); }},
        {{Kind::separator, {}, "file.export", {}, {}, {}}},
        {{Kind::action,
          "export.json",
          "file.export",
          say(QT_TRANSLATE_NOOP("Commands", "Records as &JSON…")),
          {},
          say(QT_TRANSLATE_NOOP("Commands", "Every measure of every step, with the experiment"))},
         [](C c, bool) { c.exports->exportJson(); }},
        {{Kind::action,
          "export.frames",
          "file.export",
          say(QT_TRANSLATE_NOOP("Commands", "&Frames of a film…")),
          {},
          say(QT_TRANSLATE_NOOP("Commands",
                                "A picture of the board or of a view every few steps, numbered"))},
         [](C c, bool) { c.exports->openFrames(); }},
        {{Kind::action,
          "export.report",
          "file.export",
          say(QT_TRANSLATE_NOOP("Commands", "&Report as a web page…")),
          {},
          say(QT_TRANSLATE_NOOP(
              "Commands", "One file with pictures, conditions, tables and the experiment to load again"))},
         [](C c, bool) { c.exports->exportReport(); }},
    };
    rows.insert(rows.end(), whole.begin(), whole.end());
    return rows;
}

} // namespace lab
