#include "ui/text/language.h"

#include "core/base/resources.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <exception>
#include <memory>

namespace lab {

namespace {

QString present = QStringLiteral("en");

bool isTranslated(const QString& language) {
    return language == QLatin1String("de") || language == QLatin1String("zh");
}

} // namespace

QList<QPair<QString, QString>> languageChoices() {
    return {{QStringLiteral("system"), QCoreApplication::translate("Language", "Language of the system")},
            {QStringLiteral("en"), QStringLiteral("English")},
            {QStringLiteral("de"), QStringLiteral("Deutsch")},
            {QStringLiteral("zh"), QStringLiteral("中文")}};
}

QString languageOf(const QString& choice) {
    if (choice == QLatin1String("en") || isTranslated(choice))
        return choice;
    for (const QString& wished : QLocale::system().uiLanguages()) {
        const QString language = wished.section(QLatin1Char('-'), 0, 0).section(QLatin1Char('_'), 0, 0);
        if (language == QLatin1String("en") || isTranslated(language))
            return language;
    }
    return QStringLiteral("en");
}

QString presentLanguage() {
    return present;
}

void installLanguage(const QString& choice) {
    static std::unique_ptr<QTranslator> own;
    static std::unique_ptr<QTranslator> of_qt;
    for (auto* translator : {&own, &of_qt})
        if (*translator)
            QCoreApplication::removeTranslator(translator->get());
    present = languageOf(choice);
    if (present == QLatin1String("en"))
        return;
    // Qt's own words, as on the buttons of dialogs; a system without them shows those in English.
    of_qt = std::make_unique<QTranslator>();
    const QString qt_name =
        present == QLatin1String("zh") ? QStringLiteral("qtbase_zh_CN") : QStringLiteral("qtbase_de");
    if (of_qt->load(qt_name, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(of_qt.get());
    own = std::make_unique<QTranslator>();
    try {
        const std::string file = "translations/collapse-lab_" + present.toStdString() + ".qm";
        if (own->load(QString::fromStdString(resource_path(file))))
            QCoreApplication::installTranslator(own.get());
    } catch (const std::exception&) {
        // Built without Qt's translation tools: the window speaks English.
        present = QStringLiteral("en");
    }
}

} // namespace lab
