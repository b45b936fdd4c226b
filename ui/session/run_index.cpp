#include "ui/session/run_index.h"

#include "core/base/atomic_file.h"
#include "core/record/recording_file.h"
#include "core/record/summary.h"
#include "core/spec/spec.h"
#include "ui/text/experiment_summary.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <algorithm>
#include <cmath>
#include <exception>

namespace lab {

namespace {

constexpr int version = 1; ///< of the table; another one is made anew
const QString separator = QStringLiteral("\n");

QString databaseOf(const QString& folder) {
    return QDir(folder).filePath(QStringLiteral("runs.sqlite"));
}

QString notePath(const QString& recording) {
    const QFileInfo info(recording);
    return info.dir().filePath(info.completeBaseName() + QStringLiteral(".note"));
}

QString numbersText(const std::vector<double>& numbers) {
    QStringList texts;
    for (const double number : numbers)
        texts.append(std::isfinite(number) ? QString::number(number, 'g', 17) : QStringLiteral("-"));
    return texts.join(separator);
}

std::vector<double> numbersOf(const QString& text) {
    std::vector<double> numbers;
    for (const QString& part : text.split(separator, Qt::SkipEmptyParts)) {
        bool is_number = false;
        const double number = part.toDouble(&is_number);
        numbers.push_back(is_number ? number : std::nan(""));
    }
    return numbers;
}

QString modelTitle(const Recording& recording) {
    return QString::fromStdString(recording.info.model_title.empty() ? recording.spec.model
                                                                     : recording.info.model_title);
}

QString dataTitle(const Recording& recording) {
    return QString::fromStdString(recording.info.data_title.empty() ? recording.spec.data
                                                                    : recording.info.data_title);
}

} // namespace

KeptRun readKeptRun(const QString& file) {
    const Recording recording = load_recording(file.toStdString());
    KeptRun run;
    run.file = QFileInfo(file).absoluteFilePath();
    run.date = QFileInfo(file).lastModified();
    run.data = dataTitle(recording);
    run.model = modelTitle(recording);
    run.scenario = scenarioId(recording.spec.stream.scenario);
    run.seed = QString::number(recording.spec.stream.seed);
    for (const LaneSummary& lane : summarise(recording)) {
        const QString name = QString::fromStdString(lane.name);
        run.lanes.append(name);
        run.accuracies.push_back(lane.accuracy);
        if (lane.collapsed_at > 0)
            run.collapsed.append(name);
        run.steps = std::max(run.steps, lane.steps);
        run.images = std::max<qint64>(run.images, lane.images);
    }
    run.complete = completion_of(recording).complete;
    run.note = RunIndex::noteOf(file);
    return run;
}

RunIndex::RunIndex(const QString& folder)
    : folder_(folder), connection_(QUuid::createUuid().toString(QUuid::WithoutBraces)) {
    if (!open())
        remakeDatabase();
}

RunIndex::~RunIndex() {
    QSqlDatabase::database(connection_, false).close();
    QSqlDatabase::removeDatabase(connection_);
}

bool RunIndex::open() {
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection_);
    database.setDatabaseName(databaseOf(folder_));
    if (!database.open())
        return false;
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
        return false;
    const int found = query.value(0).toInt();
    query.finish();
    if (found != 0 && found != version)
        return false;
    // A damaged file shows itself here.
    return query.exec(QStringLiteral(
               "CREATE TABLE IF NOT EXISTS runs (file TEXT PRIMARY KEY, size INTEGER, modified INTEGER, "
               "data TEXT, model TEXT, scenario TEXT, seed TEXT, lanes TEXT, accuracies TEXT, collapsed "
               "TEXT, "
               "steps INTEGER, images INTEGER, complete INTEGER, note TEXT, note_modified INTEGER)")) &&
           query.exec(QStringLiteral("SELECT count(*), max(file) FROM runs")) && query.next() &&
           query.exec(QStringLiteral("PRAGMA user_version = %1").arg(version));
}

void RunIndex::remakeDatabase() {
    QSqlDatabase::database(connection_, false).close();
    QSqlDatabase::removeDatabase(connection_);
    QFile::remove(databaseOf(folder_));
    open(); // where that fails too, as on a read-only disk, the list stays empty
}

QStringList RunIndex::update(const std::function<bool()>& given_up) {
    QSqlDatabase database = QSqlDatabase::database(connection_, false);
    QHash<QString, std::pair<qint64, QList<qint64>>> known; // file: size, ages
    QSqlQuery query(database);
    query.exec(QStringLiteral("SELECT file, size, modified, note_modified FROM runs"));
    while (query.next())
        known[query.value(0).toString()] = {query.value(1).toLongLong(),
                                            {query.value(2).toLongLong(), query.value(3).toLongLong()}};
    QStringList faults;
    const QDir folder(folder_);
    database.transaction();
    for (const QFileInfo& info : folder.entryInfoList({QStringLiteral("*.collapselab")}, QDir::Files)) {
        if (given_up && given_up())
            break;
        const QString name = info.fileName();
        const QFileInfo note(notePath(info.filePath()));
        const qint64 note_modified = note.exists() ? note.lastModified().toMSecsSinceEpoch() : 0;
        const std::pair<qint64, QList<qint64>> state{
            info.size(), {info.lastModified().toMSecsSinceEpoch(), note_modified}};
        const auto before = known.constFind(name);
        const bool same = before != known.constEnd() && *before == state;
        known.remove(name);
        if (same)
            continue;
        try {
            const KeptRun run = readKeptRun(info.filePath());
            query.prepare(QStringLiteral(
                "INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
            for (const QVariant& value : std::initializer_list<QVariant>{
                     name, state.first, state.second[0], run.data, run.model, run.scenario, run.seed,
                     run.lanes.join(separator), numbersText(run.accuracies), run.collapsed.join(separator),
                     run.steps, run.images, run.complete, run.note, note_modified})
                query.addBindValue(value);
            if (!query.exec())
                faults.append(name + QStringLiteral(": ") + query.lastError().text());
        } catch (const std::exception& error) {
            faults.append(QString::fromUtf8(error.what()));
        }
    }
    if (!(given_up && given_up()))
        for (auto gone = known.constBegin(); gone != known.constEnd(); ++gone) {
            query.prepare(QStringLiteral("DELETE FROM runs WHERE file = ?"));
            query.addBindValue(gone.key());
            query.exec();
        }
    database.commit();
    return faults;
}

std::vector<KeptRun> RunIndex::runs() const {
    std::vector<KeptRun> all;
    QSqlQuery query(QSqlDatabase::database(connection_, false));
    query.exec(
        QStringLiteral("SELECT file, modified, data, model, scenario, seed, lanes, accuracies, "
                       "collapsed, steps, images, complete, note FROM runs ORDER BY modified DESC, file "
                       "DESC"));
    const QDir folder(folder_);
    while (query.next()) {
        KeptRun run;
        run.file = folder.absoluteFilePath(query.value(0).toString());
        run.date = QDateTime::fromMSecsSinceEpoch(query.value(1).toLongLong());
        run.data = query.value(2).toString();
        run.model = query.value(3).toString();
        run.scenario = query.value(4).toString();
        run.seed = query.value(5).toString();
        run.lanes = query.value(6).toString().split(separator, Qt::SkipEmptyParts);
        run.accuracies = numbersOf(query.value(7).toString());
        run.collapsed = query.value(8).toString().split(separator, Qt::SkipEmptyParts);
        run.steps = query.value(9).toInt();
        run.images = query.value(10).toLongLong();
        run.complete = query.value(11).toBool();
        run.note = query.value(12).toString();
        all.push_back(std::move(run));
    }
    return all;
}

void RunIndex::setNote(const QString& recording, const QString& note) {
    if (note.trimmed().isEmpty())
        QFile::remove(notePath(recording));
    else
        write_file_atomically(notePath(recording).toStdString(), note.toStdString());
}

QString RunIndex::noteOf(const QString& recording) {
    QFile file(notePath(recording));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace lab
