#pragma once

#include "ui/session/settings.h"
#include "ui/style/theme.h"

#include <QObject>

class QWidget;

namespace lab {

class OfferStrip;

/// Theme and language of the window, remembered.
class Appearance : public QObject {
    Q_OBJECT
  public:
    Appearance(Settings* settings, OfferStrip* offer, QWidget* window);

    void setTheme(ThemeChoice choice);
    /// @param language "system", "en", "de", "zh"; holds from the next window on, which is offered
    void setLanguage(const QString& language);

    /// The program ends with this code when a new window is asked for.
    static constexpr int open_anew_code = 64;

    bool eventFilter(QObject* watched, QEvent* event) override;

  Q_SIGNALS:
    /// Colours that were computed are old.
    void themeChanged();

  private:
    Settings* settings_;
    OfferStrip* offer_;
};

} // namespace lab
