#include "ui/export/html_report.h"

#include "core/spec/share_link.h"
#include "core/spec/spec_json.h"
#include "ui/export/conditions.h"
#include "ui/export/figure_page.h"
#include "ui/export/summary_rows.h"
#include "ui/session/command_registry.h"
#include "ui/text/experiment_summary.h"
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QDate>

#include <limits>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Report", text);
}

constexpr const char* style = R"(
body{font:15px/1.5 system-ui,"DejaVu Sans",sans-serif;color:#22272e;background:#fff;max-width:72rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;margin-bottom:.2rem}h2{font-size:1.15rem;margin-top:2rem}
img{max-width:100%;height:auto;border:1px solid #dcdfe4}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{padding:.3rem .6rem;text-align:right;border-bottom:1px solid #dcdfe4}
th:first-child,td:first-child{text-align:left}th{color:#5f6873;font-weight:600}
.quiet{color:#5f6873}pre{background:#f4f5f7;padding:1rem;overflow:auto;font-size:.8rem}
)";

QString pictureTag(const FigurePage& page, const QString& words) {
    return QStringLiteral("<p><img alt=\"%1\" width=\"%2\" src=\"data:image/png;base64,%3\"></p>\n")
        .arg(words.toHtmlEscaped())
        .arg(page.size.width())
        .arg(QString::fromLatin1(figurePng(page).toBase64()));
}

QString tableTag(const SummaryTable& table) {
    QString html = QStringLiteral("<table>\n<tr><th>%1</th>")
                       .arg(say(QT_TRANSLATE_NOOP("Report", "lane")).toHtmlEscaped());
    for (const QString& column : table.columns)
        html += QStringLiteral("<th>%1</th>").arg(column.toHtmlEscaped());
    html += QStringLiteral("</tr>\n");
    for (const SummaryRow& row : table.rows) {
        html += QStringLiteral("<tr><td>%1</td>").arg(row.lane.toHtmlEscaped());
        for (const QString& cell : row.cells)
            html += QStringLiteral("<td>%1</td>").arg(cell.toHtmlEscaped());
        html += QStringLiteral("</tr>\n");
    }
    return html + QStringLiteral("</table>\n");
}

QString listTag(const QStringList& lines) {
    QString html = QStringLiteral("<ul>\n");
    for (const QString& line : lines)
        html += QStringLiteral("<li>%1</li>\n").arg(line.toHtmlEscaped());
    return html + QStringLiteral("</ul>\n");
}

QString sectionTag(const QString& title) {
    return QStringLiteral("<h2>%1</h2>\n").arg(title.toHtmlEscaped());
}

/// The views at the newest step that each can be drawn at.
QString viewTags(const ViewFigures& figures, const ViewChoice& choice, const std::vector<Page>& pages) {
    QString html = sectionTag(say(QT_TRANSLATE_NOOP("Report", "Views that explain")));
    for (const Page& page : pages) {
        if (!page.exported || page.exported_apart)
            continue;
        const int step = figures.lastStep(page);
        const QString name = plainTitle(page.name);
        if (step > 0)
            html += pictureTag(figures.page(page, choice, step),
                               say(QT_TRANSLATE_NOOP("Report", "%1, step %2")).arg(name).arg(step));
        else
            html += QStringLiteral("<p class=\"quiet\">%1</p>\n")
                        .arg(say(QT_TRANSLATE_NOOP("Report", "%1: the recording has no details for it."))
                                 .arg(name)
                                 .toHtmlEscaped());
    }
    return html;
}

} // namespace

QString htmlReport(const Recording& recording, const DetailStore& details, const ViewChoice& choice,
                   const std::vector<Page>& pages) {
    const QString title = say(QT_TRANSLATE_NOOP("Report", "A run of Collapse Lab"));
    QString html =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width\">\n<title>%2</title>\n"
                       "<style>%3</style>\n</head>\n<body>\n<h1>%2</h1>\n")
            .arg(presentLanguage(), title.toHtmlEscaped(), QString::fromLatin1(style));
    html += QStringLiteral("<p class=\"quiet\">%1 · %2</p>\n")
                .arg(summaryOf(recording.spec).toHtmlEscaped(),
                     QDate::currentDate().toString(Qt::ISODate).toHtmlEscaped());
    html += sectionTag(say(QT_TRANSLATE_NOOP("Report", "Conditions"))) + listTag(conditionsOf(recording));
    html += sectionTag(say(QT_TRANSLATE_NOOP("Report", "What is left at the end"))) +
            tableTag(summaryTable(recording));
    html +=
        QStringLiteral("<p class=\"quiet\">%1</p>\n")
            .arg(say(QT_TRANSLATE_NOOP(
                         "Report",
                         "Accuracy: predictions before the update of their batch. Last fifth: of the images, "
                         "by whole "
                         "batches. Top class: the most predicted class among the last 1,000 predictions. "
                         "Predictor "
                         "distance: ‖θ_h − I‖_F after the last step."))
                     .toHtmlEscaped());
    const int last = std::numeric_limits<int>::max();
    html += sectionTag(say(QT_TRANSLATE_NOOP("Report", "Charts"))) +
            pictureTag(boardPage(recording, last),
                       say(QT_TRANSLATE_NOOP("Report", "Four charts over the steps")));
    for (const FigureMeasure& measure : figureMeasures().mid(4))
        if (measure.id != QLatin1String("loss")) // stands among the views, with its parts
            html += pictureTag(chartPage(recording, measure), measure.title);
    html += viewTags(ViewFigures(recording, details), choice, pages);
    if (const QStringList happened = happeningsOf(recording); !happened.isEmpty())
        html += sectionTag(say(QT_TRANSLATE_NOOP("Report", "What happened when"))) + listTag(happened);
    html += sectionTag(say(QT_TRANSLATE_NOOP("Report", "The experiment, to load again")));
    html +=
        QStringLiteral("<p>%1</p>\n<pre>%2</pre>\n<p>%3</p>\n<pre>%4</pre>\n")
            .arg(say(QT_TRANSLATE_NOOP(
                         "Report", "Save these lines as experiment.json and open the file in Collapse Lab."))
                     .toHtmlEscaped(),
                 QString::fromStdString(to_json(recording.spec)).toHtmlEscaped(),
                 say(QT_TRANSLATE_NOOP("Report", "Or copy this line and choose File, Paste share link."))
                     .toHtmlEscaped(),
                 QString::fromStdString(share_link(recording.spec)).toHtmlEscaped());
    return html + QStringLiteral("</body>\n</html>\n");
}

} // namespace lab
