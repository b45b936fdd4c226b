#include "ui/dialog/about_dialogs.h"

#include "core/catalogue/catalog.h"
#include "core/engine/engine.h"
#include "ui/session/command_registry.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("AboutDialogs", text);
}

/// More rows than these go into a second pair of columns, so that the dialog is no higher than a small
/// screen.
constexpr int longest_column = 22;

/// A dialog with a title, a sentence and a table of two columns.
void showTable(QWidget* parent, const QString& title, const QString& sentence,
               const QList<QPair<QString, QString>>& rows) {
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* heading = new QLabel(title, dialog);
    adjustFont(heading, 4, true);
    auto* words = new QLabel(sentence, dialog);
    words->setWordWrap(true);
    words->setMinimumWidth(420);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(4);
    const auto count = static_cast<int>(rows.size());
    const int pairs = (count + longest_column - 1) / longest_column;
    const int height = (count + pairs - 1) / std::max(pairs, 1);
    for (int row = 0; row < count; ++row) {
        const int column = 2 * (row / height);
        grid->setColumnStretch(column + 1, 1);
        auto* key = new QLabel(rows[row].first, dialog);
        auto* value = new QLabel(rows[row].second, dialog);
        makeQuiet(key);
        value->setWordWrap(pairs == 1);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(key, row % height, column, Qt::AlignTop);
        grid->addWidget(value, row % height, column + 1);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    removeIcons(buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(heading);
    layout->addWidget(words);
    layout->addLayout(grid);
    layout->addWidget(buttons);
    dialog->show();
}

} // namespace

void showAbout(QWidget* parent) {
    QList<QPair<QString, QString>> rows;
    for (const auto& [key, value] : engine().build_information())
        rows.append({QString::fromStdString(key), QString::fromStdString(value)});
    rows.append({QStringLiteral("Qt"), QString::fromLatin1(qVersion())});
    rows.append({say(QT_TRANSLATE_NOOP("AboutDialogs", "Licence")),
                 say(QT_TRANSLATE_NOOP("AboutDialogs", "GPL-3.0-or-later"))});
    const auto part = [&](const char* name, const char* licence) {
        rows.append({QString::fromLatin1(name), QString::fromLatin1(licence)});
    };
    part("Qt, Qt Charts, Qt SVG", "GPL-3.0 (Widgets, SVG: LGPL-3.0 as well)");
    part("LibTorch", "BSD-3-Clause");
    part("OpenCV", "Apache-2.0");
    part("JSON for Modern C++", "MIT");
    part("zlib", "Zlib");
    part("OpenBLAS", "BSD-3-Clause");
    part("Fashion-MNIST", "MIT, (c) 2017 Zalando SE");
    showTable(parent,
              say(QT_TRANSLATE_NOOP("AboutDialogs", "Collapse Lab %1")).arg(QStringLiteral(LAB_VERSION)),
              say(QT_TRANSLATE_NOOP("AboutDialogs",
                                    "Watch test-time adaptation collapse, and see what prevents it. "
                                    "ZeroSiam: arXiv 2509.23183.")),
              rows);
}

void showShortcuts(QWidget* parent, const CommandRegistry& commands) {
    QList<QPair<QString, QString>> rows;
    for (const Command& command : commands.commands())
        if (!command.action->shortcut().isEmpty())
            rows.append({command.action->shortcut().toString(QKeySequence::NativeText),
                         plainTitle(command.action->text())});
    showTable(
        parent, say(QT_TRANSLATE_NOOP("AboutDialogs", "Shortcuts")),
        say(QT_TRANSLATE_NOOP("AboutDialogs",
                              "Tab walks through set-up, lanes and transport; arrow keys move a slider.")),
        rows);
}

} // namespace lab
