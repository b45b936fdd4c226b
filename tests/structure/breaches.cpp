#include "tests/structure/breaches.h"

namespace structure {

namespace {

/// A file that breaks a rule with its only line, an include.
Breach include(const QString& rule, const QString& path, const QString& target, const QString& way = {}) {
    const bool own = target.endsWith(QLatin1String(".h")) &&
                     (target.startsWith(QLatin1String("core/")) || target.startsWith(QLatin1String("app/")) ||
                      target.startsWith(QLatin1String("ui/")));
    const QString line = (own ? QStringLiteral("#include \"%1\"\n") : QStringLiteral("#include <%1>\n"));
    return {rule, path, line.arg(target),
            QStringLiteral("%1:1: includes %2").arg(path, way.isEmpty() ? target : way)};
}

} // namespace

const std::vector<Breach>& breaches() {
    static const QString no_qt = "core includes no Qt";
    static const QString no_torch = "ui includes no Torch";
    static const QString no_opencv = "ui includes no OpenCV";
    static const QString no_torch_below = "rooms of pictures and text include no Torch";
    static const QString no_opencv_below = "rooms of arithmetic include no OpenCV";
    static const QString plain = "plain rooms include no Torch and no OpenCV";
    static const QString charts = "Qt Charts only in ui/plot";
    static const QString no_app = "nothing includes app";
    static const QString from_root = "own headers are included by their path from the root";
    static const QString no_bare_note = "no note of work to do without an issue";
    static const QString through_model = "ATen/core/Tensor.h through core/model/model.h";
    static const QString through_image = "opencv2/core.hpp through core/image/image.h";
    // The words that mark work to do are written in halves so that this file keeps the rule.
    static const std::vector<Breach> all = {
        include(no_qt, "core/x.cpp", "QString"),
        include(no_qt, "core/x.cpp", "qglobal.h"),
        {no_qt, "core/x.cpp", "\n  #  include <QtCore/QList>\n", "core/x.cpp:2: includes QtCore/QList"},
        include("the command line includes no Qt", "app/cli/x.cpp", "QDir"),
        include(no_torch, "ui/x.cpp", "torch/torch.h"),
        include(no_torch, "ui/x.cpp", "ATen/ATen.h"),
        include(no_torch, "ui/plot/x.cpp", "c10/core/Device.h"),
        include(no_torch, "ui/x.cpp", "core/model/model.h", through_model),
        include(no_opencv, "ui/x.cpp", "opencv2/core.hpp"),
        include(no_opencv, "ui/x.cpp", "core/image/image.h", through_image),
        include("ui includes of core only plain rooms, the data's doors and the runner", "ui/x.cpp",
                "core/image/image.h"),
        include("base includes no other room", "core/base/x.cpp", "core/image/image.h"),
        include(no_torch_below, "core/image/x.cpp", "torch/nn.h"),
        include(no_torch_below, "core/stream/x.cpp", "core/model/model.h", through_model),
        include(no_opencv_below, "core/model/x.cpp", "opencv2/imgproc.hpp"),
        include(no_opencv_below, "core/adapt/x.cpp", "opencv2/imgproc.hpp"),
        include(no_opencv_below, "core/measure/x.cpp", "core/image/image.h", through_image),
        include(plain, "core/spec/x.cpp", "ATen/ATen.h"),
        include(plain, "core/record/x.h", "opencv2/core.hpp"),
        include(plain, "core/recipe/x.cpp", "core/model/model.h", through_model),
        {"core's rooms stand on their floors", "core/adapt/x.cpp", "\n#include \"core/image/image.h\"\n",
         "core/adapt/x.cpp:2: core/adapt includes core/image"},
        {"core's rooms stand on their floors", "core/attic/x.cpp", "int a;\n",
         "core/attic/x.cpp:1: core/attic stands on no floor"},
        include(charts, "ui/x.cpp", "QtCharts"),
        include(charts, "ui/x.cpp", "QtCharts/QChart"),
        include(charts, "ui/panel/x.cpp", "QChartView"),
        include(charts, "ui/x.cpp", "QLineSeries"),
        include(charts, "ui/x.cpp", "QValueAxis"),
        include(charts, "app/x.cpp", "QLegend"),
        include("ui/style stands on the ground", "ui/style/x.cpp", "ui/text/language.h"),
        include("ui/text stands on style", "ui/text/x.h", "ui/session/scene.h"),
        include("ui/session stands on style and text", "ui/session/x.cpp", "ui/view/canvas.h"),
        include("ui/session includes no widget", "ui/session/x.h", "QDialogButtonBox"),
        include("ui/session includes no widget", "ui/session/x.h", "QWidget"),
        include("ui/session includes no widget", "ui/session/x.cpp", "QMenu"),
        include("ui/session includes no widget", "ui/session/x.cpp", "ui/style/control.h",
                "QLabel through ui/style/control.h"),
        include("ui/plot stands on session", "ui/plot/x.cpp", "ui/view/canvas.h"),
        include("ui/view stands on session", "ui/view/x.cpp", "ui/plot/chart.h"),
        include("ui/panel stands on plot and view", "ui/panel/x.cpp", "ui/dialog/fork_dialog.h"),
        include("ui/dialog stands on plot and view", "ui/dialog/x.cpp", "ui/panel/lane_card.h"),
        include("ui/lesson stands on plot and view", "ui/lesson/x.cpp", "ui/export/figure_page.h"),
        include("nothing below includes ui/window", "ui/export/x.cpp", "ui/window/main_window.h"),
        {"no circle of folders", "core/image/x.cpp", "\n#include \"core/run/runner.h\"\n",
         "core/image/x.cpp:2: a circle: core/image includes core/run includes core/image "
         "(core/image/x.cpp:2, core/run/runner.cpp:1)"},
        {"no circle of folders", "ui/plot/x.cpp", "#include \"ui/window/main_window.h\"\n",
         "ui/plot/x.cpp:1: a circle: ui/plot includes ui/window includes ui/plot (ui/plot/x.cpp:1, "
         "ui/window/main_window.cpp:1)"},
        {"files of ui lie in its folders", "ui/x.cpp", "int a;\n", "ui/x.cpp:1: lies in no folder of ui"},
        include(no_app, "core/x.cpp", "app/cli/run.h"),
        include(no_app, "tests/x.cpp", "app/cli/run.h"),
        {from_root, "ui/x.cpp", "#include \"../core/model/model.h\"\n",
         "ui/x.cpp:1: expected a path from the root, found \"../core/model/model.h\""},
        {"no file over 400 lines", "core/x.cpp", QString("int a;\n").repeated(401),
         "core/x.cpp:401: 401 lines, expected at most 400"},
        {no_bare_note, "core/x.cpp",
         "// TO"
         "DO: more\n",
         "core/x.cpp:1: expected TO"
         "DO(#issue)"},
        {no_bare_note, "README.md",
         "\nFIX"
         "ME\n",
         "README.md:2: expected FIX"
         "ME(#issue)"},
        {"headers start with #pragma once", "core/x.h", "\n#pragma once\n",
         "core/x.h:1: expected #pragma once"},
        {"scripts can be started", "packaging/x.sh", "#!/bin/sh\n",
         "packaging/x.sh:1: is a script and not executable"},
        {"scripts can be started", "packaging/x", "#!/usr/bin/env bash\n",
         "packaging/x:1: is a script and not executable"},
        {"no type name twice", "ui/view/x.h", "#pragma once\nclass Image final : public QObject {\n",
         "ui/view/x.h:2: Image is a type of core/image/image.h already"},
        {"every field of a recipe has its row", "core/recipe/recipe.h",
         "#pragma once\nstruct Alignment {\n    double strength = 1; ///< more\n};\nstruct Recipe {\n"
         "    Alignment alignment;\n};\n",
         "core/recipe/recipe.h:3: alignment.strength has no row in core/recipe/recipe_fields.cpp"},
        {"every field of a recipe has its row", "core/recipe/recipe.h",
         "#pragma once\nstruct Recipe {\n    std::vector<std::string> names;\n};\n",
         "core/recipe/recipe.h:3: names has no row in core/recipe/recipe_fields.cpp"},
        {"marked words of core are in three languages", "core/recipe/x.cpp",
         "a = LAB_WORDS(\"RecipeFields\", \"Dummy\");\n",
         "core/recipe/x.cpp:1: \"Dummy\" of RecipeFields is not in de, zh"},
        {"marked words of core are in three languages", "core/recipe/recipe_fields.cpp",
         "a.title = \"Dummy\";\n",
         "core/recipe/recipe_fields.cpp:1: the title is not marked for translation"},
        {"README of at most 150 lines", "README.md", QString("line\n").repeated(151),
         "README.md:151: 151 lines, expected at most 150"},
        {"links of pages lead to files", "docs/x.md", "see [this](nowhere.md)\n",
         "docs/x.md:1: links to nowhere.md, which is not there"},
    };
    return all;
}

} // namespace structure
