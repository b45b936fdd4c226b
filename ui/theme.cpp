#include "ui/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialogButtonBox>
#include <QFont>
#include <QPalette>
#include <QStyleFactory>
#include <QWidget>

namespace lab {

namespace theme {
QColor window() {
    return {0xf4, 0xf5, 0xf7};
}
QColor card() {
    return {0xff, 0xff, 0xff};
}
QColor border() {
    return {0xdc, 0xdf, 0xe4};
}
QColor grid() {
    return {0xec, 0xee, 0xf1};
}
QColor text() {
    return {0x22, 0x27, 0x2e};
}
QColor quiet() {
    return {0x5f, 0x68, 0x73};
}
QColor accent() {
    return {0x3d, 0x5a, 0x80};
}
QColor error() {
    return {0xb4, 0x23, 0x18};
}
QColor errorTint() {
    return {0xfd, 0xec, 0xea};
}
QColor hintTint() {
    return {0xea, 0xee, 0xf4};
}
} // namespace theme

void applyTheme(QApplication& application) {
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QPalette palette;
    palette.setColor(QPalette::Window, theme::window());
    palette.setColor(QPalette::WindowText, theme::text());
    palette.setColor(QPalette::Base, theme::card());
    palette.setColor(QPalette::AlternateBase, theme::window());
    palette.setColor(QPalette::Text, theme::text());
    palette.setColor(QPalette::Button, QColor(0xfa, 0xfb, 0xfc));
    palette.setColor(QPalette::ButtonText, theme::text());
    palette.setColor(QPalette::ToolTipBase, theme::card());
    palette.setColor(QPalette::ToolTipText, theme::text());
    palette.setColor(QPalette::PlaceholderText, theme::quiet());
    palette.setColor(QPalette::Highlight, theme::accent());
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Light, Qt::white);
    palette.setColor(QPalette::Midlight, QColor(0xf0, 0xf1, 0xf4));
    palette.setColor(QPalette::Mid, QColor(0xc6, 0xcb, 0xd2));
    palette.setColor(QPalette::Dark, QColor(0xa9, 0xb0, 0xb9));
    const QColor faint(0x9a, 0xa2, 0xac);
    palette.setColor(QPalette::Disabled, QPalette::WindowText, faint);
    palette.setColor(QPalette::Disabled, QPalette::Text, faint);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(0xc6, 0xcb, 0xd2));
    QApplication::setPalette(palette);
    application.setEffectEnabled(Qt::UI_AnimateMenu, false);
    application.setEffectEnabled(Qt::UI_AnimateCombo, false);
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
    QPalette palette = widget->palette();
    palette.setColor(QPalette::WindowText, theme::quiet());
    palette.setColor(QPalette::Text, theme::quiet());
    palette.setColor(QPalette::ButtonText, theme::quiet());
    widget->setPalette(palette);
}

} // namespace lab
