#pragma once

#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace structure {

struct Include {
    int line = 0;
    QString target; ///< what stands between the brackets or quotes
    bool quoted = false;
};

struct SourceFile {
    QString path; ///< relative to the tree, with '/'
    QStringList lines;
    std::vector<Include> includes; ///< of C++ files
    bool executable = false;

    bool isHeader() const { return path.endsWith(QLatin1String(".h")); }
    bool isCpp() const { return isHeader() || path.endsWith(QLatin1String(".cpp")); }
    bool isScript() const;
};

/// The project's own text files, by path: those of the rooms and those beside them in the root.
/// Build folders and whatever else lies in the checkout are not looked at.
using SourceTree = std::map<QString, SourceFile>;

SourceTree readTree(const QString& root);

} // namespace structure
