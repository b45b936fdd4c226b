#include "tests/structure/breaches.h"
#include "tests/structure/rules.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using structure::Rule;
using structure::SourceTree;

namespace {

const Rule& ruleNamed(const QString& name) {
    for (const Rule& rule : structure::rules())
        if (rule.name == name)
            return rule;
    qFatal("no rule is called \"%s\"", qPrintable(name));
}

/// A small tree that keeps every rule, in a folder of its own.
class SmallTree {
  public:
    SmallTree() {
        add("core/image/image.h", "#pragma once\n#include <opencv2/core.hpp>\nstruct Image {\n};\n");
        add("core/model/model.h", "#pragma once\n#include <ATen/core/Tensor.h>\n");
        add("core/spec/spec.h", "#pragma once\n#include <string>\n");
        add("core/run/runner.h", "#pragma once\n#include <string>\n");
        add("core/run/runner.cpp", "#include \"core/image/image.h\"\n#include \"core/model/model.h\"\n");
        add("ui/style/control.h", "#pragma once\n#include <QLabel>\n");
        add("ui/plot/chart.h", "#pragma once\n#include <QChartView>\n");
        add("ui/window/main_window.cpp",
            "#include \"ui/plot/chart.h\"\n#include \"core/spec/spec.h\"\n#include <QWidget>\n");
        add("ui/plot/chart.cpp", "#include <QChartView>\n#include <QLineSeries>\n");
        add("app/cli/run.h", "#pragma once\n#include \"core/image/image.h\"\n");
        add("app/cli/run.cpp", "#include \"app/cli/run.h\"\n#include <CLI/CLI.hpp>\n");
        add("tests/start.sh", "#!/bin/sh\ntrue\n", true);
    }
    void add(const QString& path, const QString& content, bool executable = false) const {
        const QFileInfo info(folder_.filePath(path));
        QFile file(info.filePath());
        if (!QDir().mkpath(info.path()) || !file.open(QIODevice::WriteOnly))
            qFatal("%s cannot be written", qPrintable(info.filePath()));
        file.write(content.toUtf8());
        if (executable)
            file.setPermissions(file.permissions() | QFile::ExeOwner | QFile::ExeUser);
    }
    SourceTree read() const { return structure::readTree(folder_.path()); }

  private:
    QTemporaryDir folder_;
};

} // namespace

class TestStructure : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void the_source_tree_is_seen() {
        const SourceTree tree = structure::readTree(QStringLiteral(LAB_SOURCE_DIR));
        for (const char* room : {"app/", "core/", "ui/", "tests/", "packaging/"}) {
            const auto in_room = [&](const auto& entry) {
                return entry.first.startsWith(QLatin1String(room));
            };
            QVERIFY2(std::any_of(tree.begin(), tree.end(), in_room), room);
        }
        QVERIFY(tree.count("CMakeLists.txt") == 1 && tree.count(".ci/run") == 1);
        QVERIFY(!tree.at("core/run/runner.cpp").includes.empty());
    }

    void the_source_tree_keeps_the_rule_data() {
        QTest::addColumn<QString>("rule");
        for (const Rule& rule : structure::rules())
            QTest::newRow(qPrintable(rule.name)) << rule.name;
    }
    void the_source_tree_keeps_the_rule() {
        QFETCH(QString, rule);
        const QStringList breaches =
            ruleNamed(rule).breaches(structure::readTree(QStringLiteral(LAB_SOURCE_DIR)));
        QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(QLatin1Char('\n'))));
    }

    void the_small_tree_keeps_all_rules() {
        const SourceTree tree = SmallTree().read();
        QCOMPARE(tree.size(), std::size_t(12));
        for (const Rule& rule : structure::rules())
            QCOMPARE(rule.breaches(tree), QStringList());
    }

    void a_breach_is_found_data() {
        QTest::addColumn<structure::Breach>("breach");
        for (const structure::Breach& breach : structure::breaches())
            QTest::addRow("%s: %s", qPrintable(breach.rule), qPrintable(breach.sentence)) << breach;
    }
    void a_breach_is_found() {
        QFETCH(structure::Breach, breach);
        const SmallTree small;
        small.add(breach.path, breach.content);
        QCOMPARE(ruleNamed(breach.rule).breaches(small.read()), QStringList(breach.sentence));
    }

    void every_rule_was_seen_to_fail() {
        for (const Rule& rule : structure::rules()) {
            const auto breaks_it = [&](const structure::Breach& breach) { return breach.rule == rule.name; };
            QVERIFY2(std::any_of(structure::breaches().begin(), structure::breaches().end(), breaks_it),
                     qPrintable(rule.name));
        }
    }

    void allowed_things_are_left_alone() {
        const SmallTree small;
        small.add("core/x.cpp", QString("int a;\n").repeated(400));
        small.add("core/y.cpp", "// TO"
                                "DO(#12): more\n#include \"y.moc\"\n");
        small.add("core/z.cpp", "// #include <QString>\nconst char* text = \"#include <QString>\";\n");
        small.add("ui/session/x.cpp", "#include <QAction>\n#include <QUndoStack>\n#include <QStringView>\n");
        small.add("build/x.cpp", "#include <QString>\n");
        for (const Rule& rule : structure::rules())
            QCOMPARE(rule.breaches(small.read()), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestStructure)
#include "test_structure.moc"
