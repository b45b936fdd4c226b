#pragma once

#include "core/base/palette.h"

#include <QColor>
#include <QString>

class QApplication;
class QDialogButtonBox;
class QFont;
class QWidget;

namespace lab {

/// Light and dark; `system` is what the desktop's own palette is.
enum class ThemeChoice { system, light, dark };

/// The window's few colours besides those of the lanes. They follow the theme: ask anew when painting.
namespace theme {
bool isDark();
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
QColor faint();     ///< what is switched off; thin reference lines
QColor mark();      ///< a grey mark on a chart
/// A colour of the lanes' palette, lighter on dark paper so that it keeps its distance from it (3 : 1).
QColor lane(Colour colour);

/// Light colours while it lives, for what is printed or handed out.
class LightColours {
  public:
    LightColours();
    ~LightColours();
    LightColours(const LightColours&) = delete;
    LightColours& operator=(const LightColours&) = delete;

  private:
    bool before_;
};
} // namespace theme

/// Grounds and inks that widgets keep when the theme changes.
enum class Tone {
    quiet, ///< explanations
    hint,  ///< on the ground of a hint
    error, ///< red on the ground of an error
};
/// Colours the widget now and whenever the theme changes.
void setTone(QWidget* widget, Tone tone);

/// Fusion style with a calm palette. Called again, it changes the colours of all windows at once.
void applyTheme(QApplication& application, ThemeChoice choice = ThemeChoice::system);
/// "system", "light", "dark", and back; an unknown name is the system's.
QString themeName(ThemeChoice choice);
ThemeChoice themeNamed(const QString& name);
/// The widget's font made larger or smaller by a number of points, and bold if wished.
void adjustFont(QWidget* widget, double points, bool bold = false);
/// A tool tip that breaks its lines, which plain text does not.
QString wrappedTip(const QString& text);
/// Buttons with words alone, as everywhere in the window.
void removeIcons(QDialogButtonBox* buttons);
/// Words in the colour of explanations.
void makeQuiet(QWidget* widget);

} // namespace lab
