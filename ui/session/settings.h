#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace lab {

/// What the window remembers from one start to the next. Nothing of it changes a run.
class Settings {
  public:
    /// @param folder where the file collapse-lab.ini lies; it is made when something is written
    explicit Settings(const QString& folder);
    /// The user's folder for configuration.
    static QString defaultFolder();

    /// Where the settings lie; runs are kept there against a crash.
    QString folder() const;
    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    /// Folder of the file that was opened or saved last; at first the user's documents.
    QString lastFolder() const;
    void setLastFolder(const QString& folder);
    /// Folder of data that was chosen last.
    QString lastDataFolder() const;
    void setLastDataFolder(const QString& folder);
    /// Where figures and tables are written.
    QString resultsFolder() const;
    void setResultsFolder(const QString& folder);
    /// Experiments that were opened or saved, the latest first.
    QStringList recentFiles() const;
    void setRecentFiles(const QStringList& files);
    /// A choice by its name: "theme", "language". Empty where none was made.
    QString choice(const QString& name) const;
    void setChoice(const QString& name, const QString& value);
    bool flag(const QString& name, bool otherwise) const;
    void setFlag(const QString& name, bool value);

  private:
    QString file_;
};

} // namespace lab
