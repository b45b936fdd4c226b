#include "tests/structure/recipe_rows.h"

#include <QRegularExpression>

#include <set>

namespace structure {

namespace {

struct Member {
    QString type, name;
    int line = 0;
};
using Structs = std::map<QString, std::vector<Member>>;

Structs structsOf(const SourceFile& header) {
    static const QRegularExpression opens(QStringLiteral("^struct (\\w+) \\{"));
    static const QRegularExpression member(
        QStringLiteral("^\\s+((?:std::)?\\w+(?:<[\\w:]+>)?) (\\w+)(?: = [^;]*)?;"));
    Structs structs;
    QString present;
    for (int i = 0; i < header.lines.size(); ++i) {
        const QString& line = header.lines[i];
        if (const auto match = opens.match(line); match.hasMatch())
            present = match.captured(1);
        else if (line.startsWith(QLatin1String("};")))
            present.clear();
        else if (const auto found = member.match(line); !present.isEmpty() && found.hasMatch())
            structs[present].push_back({found.captured(1), found.captured(2), i + 1});
    }
    return structs;
}

/// The table of recipe fields, in several files.
bool holdsRows(const QString& path) {
    return path.startsWith(QLatin1String("core/recipe/recipe_fields")) &&
           path.endsWith(QLatin1String(".cpp"));
}

/// The words of a context that a file of translations has, of which none is left open.
std::set<QString> translated(const SourceTree& tree, const QString& language, const QString& context) {
    const auto file = tree.find(QStringLiteral("resources/translations/collapse-lab_%1.ts").arg(language));
    if (file == tree.end())
        return {};
    const QString text = file->second.lines.join(QLatin1Char('\n'));
    const qsizetype begin = text.indexOf(QStringLiteral("<name>%1</name>").arg(context));
    if (begin < 0)
        return {};
    const QString block = text.mid(begin, text.indexOf(QLatin1String("</context>"), begin) - begin);
    static const QRegularExpression message(
        QStringLiteral("<source>([^<]*)</source>\\s*<translation>[^<]+</translation>"));
    std::set<QString> words;
    for (auto matches = message.globalMatch(block); matches.hasNext();)
        words.insert(matches.next()
                         .captured(1)
                         .replace(QLatin1String("&lt;"), QLatin1String("<"))
                         .replace(QLatin1String("&gt;"), QLatin1String(">"))
                         .replace(QLatin1String("&quot;"), QLatin1String("\""))
                         .replace(QLatin1String("&apos;"), QLatin1String("'"))
                         .replace(QLatin1String("&amp;"), QLatin1String("&")));
    return words;
}

} // namespace

QStringList fieldsWithoutRow(const SourceTree& tree) {
    const auto header = tree.find(QStringLiteral("core/recipe/recipe.h"));
    if (header == tree.end())
        return {};
    QString rows;
    for (const auto& [path, file] : tree)
        if (holdsRows(path))
            rows += file.lines.join(QLatin1Char('\n'));
    Structs structs = structsOf(header->second);
    for (const char* other : {"core/recipe/tokens.h"})
        if (const auto further = tree.find(QString::fromLatin1(other)); further != tree.end())
            structs.merge(structsOf(further->second));
    QStringList breaches;
    // Has rows for its own members: trained.lora_rank, …
    static const std::set<QString> with_rows_of_its_own = {"trained.lora"};
    const auto expectRow = [&](const Member& member, const QString& path) {
        if (with_rows_of_its_own.count(path) == 0 &&
            !rows.contains(QStringLiteral(".path = \"%1\"").arg(path)))
            breaches << QStringLiteral(
                            "core/recipe/recipe.h:%1: %2 has no row in core/recipe/recipe_fields.cpp")
                            .arg(member.line)
                            .arg(path);
    };
    for (const Member& member : structs[QStringLiteral("Recipe")])
        if (structs.count(member.type) == 0)
            expectRow(member, member.name);
        else
            for (const Member& inner : structs[member.type])
                expectRow(inner, member.name + QLatin1Char('.') + inner.name);
    return breaches;
}

QStringList wordsInOneLanguage(const SourceTree& tree) {
    static const QRegularExpression marked(
        QStringLiteral("LAB_WORDS\\(\"(\\w+)\", \"((?:[^\"\\\\]|\\\\.)*)\"\\)"));
    static const QRegularExpression bare(
        QStringLiteral("\\.(title|hint|change|change_to_none|caption|tick) = \""));
    std::map<QString, std::set<QString>> known; // by "language context"
    QStringList breaches;
    for (const auto& entry : tree) {
        const QString& path = entry.first;
        const SourceFile& file = entry.second;
        if (!file.isCpp() || !path.startsWith(QLatin1String("core/")))
            continue;
        for (int i = 0; i < file.lines.size(); ++i) {
            const auto tell = [&](const QString& what) {
                breaches << QStringLiteral("%1:%2: %3").arg(path).arg(i + 1).arg(what);
            };
            if (const auto match = bare.match(file.lines[i]); holdsRows(path) && match.hasMatch())
                tell(QStringLiteral("the %1 is not marked for translation").arg(match.captured(1)));
            for (auto matches = marked.globalMatch(file.lines[i]); matches.hasNext();) {
                const auto match = matches.next();
                const QString words = match.captured(2).replace(QLatin1String("\\\""), QLatin1String("\""));
                QStringList lacking;
                for (const QString& language : {QStringLiteral("de"), QStringLiteral("zh")}) {
                    const QString key = language + QLatin1Char(' ') + match.captured(1);
                    if (known.count(key) == 0)
                        known[key] = translated(tree, language, match.captured(1));
                    if (known[key].count(words) == 0)
                        lacking << language;
                }
                if (!lacking.isEmpty())
                    tell(QStringLiteral("\"%1\" of %2 is not in %3")
                             .arg(words, match.captured(1), lacking.join(QLatin1String(", "))));
            }
        }
    }
    return breaches;
}

} // namespace structure
