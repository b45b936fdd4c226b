#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialogButtonBox>
#include <QFont>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QVariant>
#include <QWidget>

namespace lab {

namespace {

bool dark = false;
constexpr const char* tone_property = "lab_tone";

QColor either(QRgb light, QRgb dark_one) {
    return QColor(dark ? dark_one : light);
}

/// The desktop's palette, which ours hides while it is set.
bool systemIsDark() {
    QApplication::setPalette(QPalette());
    const QPalette palette = QApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

void colour(QWidget* widget, Tone tone) {
    QPalette palette = widget->palette();
    switch (tone) {
    case Tone::quiet:
        palette.setColor(QPalette::WindowText, theme::quiet());
        palette.setColor(QPalette::Text, theme::quiet());
        palette.setColor(QPalette::ButtonText, theme::quiet());
        break;
    case Tone::hint:
        palette.setColor(QPalette::Window, theme::hintTint());
        palette.setColor(QPalette::WindowText, theme::text());
        break;
    case Tone::error:
        palette.setColor(QPalette::Window, theme::errorTint());
        palette.setColor(QPalette::WindowText, theme::error());
        break;
    }
    widget->setPalette(palette);
}

QPalette paletteOfTheme() {
    QPalette palette;
    palette.setColor(QPalette::Window, theme::window());
    palette.setColor(QPalette::WindowText, theme::text());
    palette.setColor(QPalette::Base, theme::card());
    palette.setColor(QPalette::AlternateBase, theme::window());
    palette.setColor(QPalette::Text, theme::text());
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Button, either(0xfffafbfc, 0xff30353c));
    palette.setColor(QPalette::ButtonText, theme::text());
    palette.setColor(QPalette::ToolTipBase, theme::card());
    palette.setColor(QPalette::ToolTipText, theme::text());
    palette.setColor(QPalette::PlaceholderText, theme::quiet());
    palette.setColor(QPalette::Highlight, either(0xff3d5a80, 0xff3f6ba3));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, theme::accent());
    palette.setColor(QPalette::LinkVisited, theme::accent());
    palette.setColor(QPalette::Light, either(0xffffffff, 0xff3a4048));
    palette.setColor(QPalette::Midlight, either(0xfff0f1f4, 0xff343a41));
    palette.setColor(QPalette::Mid, either(0xffc6cbd2, 0xff4a515a));
    palette.setColor(QPalette::Dark, either(0xffa9b0b9, 0xff16181c));
    palette.setColor(QPalette::Shadow, either(0xff767c85, 0xff0c0d0f));
    palette.setColor(QPalette::Disabled, QPalette::WindowText, theme::faint());
    palette.setColor(QPalette::Disabled, QPalette::Text, theme::faint());
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, theme::faint());
    palette.setColor(QPalette::Disabled, QPalette::Highlight, either(0xffc6cbd2, 0xff4a515a));
    return palette;
}

} // namespace

namespace theme {
bool isDark() {
    return dark;
}
QColor window() {
    return either(0xfff4f5f7, 0xff1d2025);
}
QColor card() {
    return either(0xffffffff, 0xff272b31);
}
QColor border() {
    return either(0xffdcdfe4, 0xff434a53);
}
QColor grid() {
    return either(0xffeceef1, 0xff343a41);
}
QColor text() {
    return either(0xff22272e, 0xffe6e9ed);
}
QColor quiet() {
    return either(0xff5f6873, 0xffa7b0bb);
}
QColor accent() {
    return either(0xff3d5a80, 0xff86aee0);
}
QColor error() {
    return either(0xffb42318, 0xffff9a90);
}
QColor errorTint() {
    return either(0xfffdecea, 0xff4a2724);
}
QColor hintTint() {
    return either(0xffeaeef4, 0xff2d3848);
}
QColor faint() {
    return either(0xff9aa2ac, 0xff767f8a);
}
QColor mark() {
    return either(0xffc6cbd2, 0xff59616b);
}
QColor lane(Colour colour) {
    constexpr int share = 35; // per cent of white
    const auto lifted = [](int part) { return dark ? part + (255 - part) * share / 100 : part; };
    return QColor(lifted(colour.red), lifted(colour.green), lifted(colour.blue));
}
LightColours::LightColours() : before_(dark) {
    dark = false;
}
LightColours::~LightColours() {
    dark = before_;
}
} // namespace theme

void setTone(QWidget* widget, Tone tone) {
    widget->setProperty(tone_property, static_cast<int>(tone));
    colour(widget, tone);
}

void applyTheme(QApplication& application, ThemeChoice choice) {
    const bool system_dark = systemIsDark();
    dark = choice == ThemeChoice::dark || (choice == ThemeChoice::system && system_dark);
    if (QApplication::style()->name() != QLatin1String("fusion"))
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteOfTheme());
    application.setEffectEnabled(Qt::UI_AnimateMenu, false);
    application.setEffectEnabled(Qt::UI_AnimateCombo, false);
    for (QWidget* widget : QApplication::allWidgets()) {
        const QVariant tone = widget->property(tone_property);
        if (tone.isValid())
            colour(widget, static_cast<Tone>(tone.toInt()));
        widget->update();
    }
}

QString themeName(ThemeChoice choice) {
    return choice == ThemeChoice::dark    ? QStringLiteral("dark")
           : choice == ThemeChoice::light ? QStringLiteral("light")
                                          : QStringLiteral("system");
}

ThemeChoice themeNamed(const QString& name) {
    return name == QLatin1String("dark")    ? ThemeChoice::dark
           : name == QLatin1String("light") ? ThemeChoice::light
                                            : ThemeChoice::system;
}

void adjustFont(QWidget* widget, double points, bool bold) {
    QFont font = widget->font();
    font.setPointSizeF(QApplication::font().pointSizeF() + points);
    font.setBold(bold);
    widget->setFont(font);
}

QString wrappedTip(const QString& text) {
    return QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped());
}

void removeIcons(QDialogButtonBox* buttons) {
    for (QAbstractButton* button : buttons->buttons())
        button->setIcon({});
}

void makeQuiet(QWidget* widget) {
    setTone(widget, Tone::quiet);
}

} // namespace lab
