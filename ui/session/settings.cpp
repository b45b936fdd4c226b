#include "ui/session/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace lab {

Settings::Settings(const QString& folder) : file_(folder + QStringLiteral("/collapse-lab.ini")) {}

QString Settings::defaultFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/collapse-lab");
}

QString Settings::folder() const {
    return QFileInfo(file_).path();
}

QByteArray Settings::geometry() const {
    return QSettings(file_, QSettings::IniFormat).value(QStringLiteral("geometry")).toByteArray();
}

void Settings::setGeometry(const QByteArray& geometry) {
    QSettings(file_, QSettings::IniFormat).setValue(QStringLiteral("geometry"), geometry);
}

QString Settings::lastFolder() const {
    return QSettings(file_, QSettings::IniFormat)
        .value(QStringLiteral("folder"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .toString();
}

void Settings::setLastFolder(const QString& folder) {
    QSettings(file_, QSettings::IniFormat).setValue(QStringLiteral("folder"), folder);
}

QString Settings::lastDataFolder() const {
    return QSettings(file_, QSettings::IniFormat)
        .value(QStringLiteral("data_folder"), QDir::homePath())
        .toString();
}

void Settings::setLastDataFolder(const QString& folder) {
    QSettings(file_, QSettings::IniFormat).setValue(QStringLiteral("data_folder"), folder);
}

QString Settings::resultsFolder() const {
    return QSettings(file_, QSettings::IniFormat)
        .value(QStringLiteral("results"), QDir(lastFolder()).filePath(QStringLiteral("collapse-lab-results")))
        .toString();
}

void Settings::setResultsFolder(const QString& folder) {
    QSettings(file_, QSettings::IniFormat).setValue(QStringLiteral("results"), folder);
}

QStringList Settings::recentFiles() const {
    return QSettings(file_, QSettings::IniFormat).value(QStringLiteral("recent")).toStringList();
}

void Settings::setRecentFiles(const QStringList& files) {
    QSettings(file_, QSettings::IniFormat).setValue(QStringLiteral("recent"), files);
}

QString Settings::choice(const QString& name) const {
    return QSettings(file_, QSettings::IniFormat).value(name).toString();
}

void Settings::setChoice(const QString& name, const QString& value) {
    QSettings(file_, QSettings::IniFormat).setValue(name, value);
}

bool Settings::flag(const QString& name, bool otherwise) const {
    return QSettings(file_, QSettings::IniFormat).value(name, otherwise).toBool();
}

void Settings::setFlag(const QString& name, bool value) {
    QSettings(file_, QSettings::IniFormat).setValue(name, value);
}

} // namespace lab
