#include "core/catalogue/catalog.h"
#include "core/recipe/recipe_fields.h"
#include "core/record/measure_table.h"
#include "tests/ui/window_probe.h"
#include "ui/dialog/glossary_window.h"
#include "ui/style/help_topic.h"
#include "ui/text/glossary.h"

#include <QLineEdit>
#include <QTemporaryDir>
#include <QtTest>

using namespace lab;

/// Every word of the lab has an entry, and F1 finds the one for what is under the mouse.
class TestUiGlossary : public QObject {
    Q_OBJECT

    static QStringList ids() {
        QStringList all;
        for (const GlossaryEntry& entry : glossary())
            all.append(entry.id);
        return all;
    }

  private Q_SLOTS:
    void everyRowHasAnEntryWithAMeaning() {
        const QStringList all = ids();
        for (const MeasureRow& row : measure_table())
            QVERIFY2(all.contains(QStringLiteral("measure.") + row.id), row.id);
        for (const RecipeField& field : recipe_fields())
            QVERIFY2(all.contains(QStringLiteral("field.") + QString::fromStdString(field.path)),
                     field.path.c_str());
        for (const Choice& choice : scenario_choices())
            QVERIFY(all.contains(QStringLiteral("scenario.") + QString::fromStdString(choice.id)));
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
        for (const GlossaryEntry& entry : glossary())
            QVERIFY2(!entry.title.isEmpty() && !entry.paragraphs.isEmpty(), qPrintable(entry.id));
    }
    void searchNarrowsTheList() {
        GlossaryWindow window;
        window.showEntry(QStringLiteral("measure.logit_norm"));
        QCOMPARE(window.shownEntry(), QStringLiteral("measure.logit_norm"));
        QVERIFY(!window.text().isEmpty());
        window.search()->setText(QStringLiteral("stop-gradient"));
        QVERIFY(window.text().contains(QStringLiteral("stop-gradient"), Qt::CaseInsensitive));
        window.search()->setText(QStringLiteral("nothing has these words"));
        QVERIFY(window.shownEntry().isEmpty());
        window.search()->clear();
        QVERIFY(!window.shownEntry().isEmpty());
        window.showEntry(QStringLiteral("measure.unknown"));
        QVERIFY(!window.shownEntry().isEmpty());
    }
    void whatTheWidgetsNameIsThere() {
        const QTemporaryDir folder;
        const auto nothing = [](QWidget*, const QString&, const QString&, const QString&) {
            return QString();
        };
        MainWindow window(folder.path(), FileDialogs{nothing, nothing, nothing});
        window.show();
        const QStringList all = ids();
        QSet<QString> kinds;
        for (const QWidget* widget : window.findChildren<QWidget*>())
            if (const QString topic = helpTopicOf(widget); !topic.isEmpty()) {
                QVERIFY2(all.contains(topic), qPrintable(topic));
                kinds.insert(topic.section(QLatin1Char('.'), 0, 0));
            }
        for (const char* kind : {"measure", "field", "method", "scenario", "corruption", "model"})
            QVERIFY2(kinds.contains(QLatin1String(kind)), kind);
        const WindowProbe probe(&window);
        probe.action(QStringLiteral("help.glossary"))->trigger();
        QVERIFY(probe.find<GlossaryWindow>() != nullptr);
        QVERIFY(probe.find<GlossaryWindow>()->isVisible());
        QVERIFY(!probe.find<GlossaryWindow>()->shownEntry().isEmpty());
    }
};

QTEST_MAIN(TestUiGlossary)
#include "test_ui_glossary.moc"
