#pragma once

#include <QString>
#include <QStringList>

/// What a call of collapse-lab-cli brought.
struct CliResult {
    int exit = -1; ///< −1 where it crashed or did not end in time
    QString out, err;

    /// The lines of the error output without the progress lines.
    QStringList sentences() const;
};

/// Runs the program that was built beside the tests, in a folder of its own, and waits for it.
CliResult run_cli(const QStringList& arguments);

/// A folder with data and a model with random weights, and the settings that make a run small.
class CliSetting {
  public:
    explicit CliSetting(const QString& folder);

    QString path(const QString& name) const { return m_folder + "/" + name; }
    /// run --out NAME with the small settings, then the given ones.
    QStringList run(const QString& out, const QStringList& more = {}) const;

  private:
    QString m_folder;
};
