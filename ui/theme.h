#pragma once

#include <QColor>
#include <QString>

class QApplication;
class QDialogButtonBox;
class QFont;
class QWidget;

namespace lab {

/// The window's few colours besides those of the lanes.
namespace theme {
QColor window();    ///< ground
QColor card();      ///< paper of panels and charts
QColor border();    ///< hair lines
QColor grid();      ///< lines within charts
QColor text();      ///< words
QColor quiet();     ///< explanations, axis labels; 4.5 : 1 on card()
QColor accent();    ///< default button, focus, selection
QColor error();     ///< the only red
QColor errorTint(); ///< ground of an error
QColor hintTint();  ///< ground of a hint
} // namespace theme

/// Fusion style with a light, calm palette.
void applyTheme(QApplication& application);
/// The widget's font made larger or smaller by a number of points, and bold if wished.
void adjustFont(QWidget* widget, double points, bool bold = false);
/// A tool tip that breaks its lines, which plain text does not.
QString wrappedTip(const QString& text);
/// Buttons with words alone, as everywhere in the window.
void removeIcons(QDialogButtonBox* buttons);
/// Words in the colour of explanations.
void makeQuiet(QWidget* widget);

} // namespace lab
