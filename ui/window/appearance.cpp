#include "ui/window/appearance.h"

#include "ui/view/offer_strip.h"

#include <QApplication>
#include <QEvent>

namespace lab {

Appearance::Appearance(Settings* settings, OfferStrip* offer, QWidget* window)
    : QObject(window), settings_(settings), offer_(offer) {
    window->installEventFilter(this);
}

void Appearance::setTheme(ThemeChoice choice) {
    settings_->setChoice(QStringLiteral("theme"), themeName(choice));
    applyTheme(*qApp, choice);
    Q_EMIT themeChanged();
}

void Appearance::setLanguage(const QString& language) {
    if (language == settings_->choice(QStringLiteral("language")))
        return;
    settings_->setChoice(QStringLiteral("language"), language);
    offer_->offer(
        tr("The language changes when the window is opened anew. A run under way would be stopped."),
        {tr("Open anew"), [] { QApplication::exit(open_anew_code); }}, {tr("Later"), {}});
}

bool Appearance::eventFilter(QObject* watched, QEvent* event) {
    // The desktop changed between light and dark.
    if (event->type() == QEvent::ThemeChange &&
        themeNamed(settings_->choice(QStringLiteral("theme"))) == ThemeChoice::system)
        setTheme(ThemeChoice::system);
    return QObject::eventFilter(watched, event);
}

} // namespace lab
