#include "tests/structure/source_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>

namespace structure {

namespace {

const QStringList rooms = {"app",       "cmake",     "core",  "datasets", "docs",
                           "packaging", "resources", "tests", "ui",       ".ci"};
const QStringList binary_suffixes = {"gz",  "ico", "jpg", "npy",         "pdf", "png",
                                     "pth", "qm",  "svg", "safetensors", "webp"};

std::vector<Include> includesOf(const QStringList& lines) {
    static const QRegularExpression directive(QStringLiteral(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"));
    std::vector<Include> includes;
    for (int i = 0; i < lines.size(); ++i)
        if (const auto match = directive.match(lines[i]); match.hasMatch())
            includes.push_back({i + 1, match.captured(2), match.captured(1) == QLatin1String("\"")});
    return includes;
}

void add(SourceTree& tree, const QDir& root, const QFileInfo& info) {
    if (binary_suffixes.contains(info.suffix()))
        return;
    QFile handle(info.filePath());
    if (!handle.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(info.filePath()));
    SourceFile file;
    file.path = root.relativeFilePath(info.filePath());
    QString text = QString::fromUtf8(handle.readAll());
    if (text.endsWith(QLatin1Char('\n')))
        text.chop(1);
    file.lines = text.split(QLatin1Char('\n'));
    file.executable = info.isExecutable();
    if (file.isCpp())
        file.includes = includesOf(file.lines);
    tree.emplace(file.path, file);
}

} // namespace

bool SourceFile::isScript() const {
    return path.endsWith(QLatin1String(".sh")) || lines.value(0).startsWith(QLatin1String("#!"));
}

SourceTree readTree(const QString& root) {
    const QDir folder(root);
    SourceTree tree;
    for (const QFileInfo& info : folder.entryInfoList(QDir::Files | QDir::Hidden))
        add(tree, folder, info);
    for (const QString& room : rooms) {
        QDirIterator files(folder.filePath(room), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            files.next();
            add(tree, folder, files.fileInfo());
        }
    }
    return tree;
}

} // namespace structure
