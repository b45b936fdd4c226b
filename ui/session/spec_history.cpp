#include "ui/session/spec_history.h"

#include "core/recipe/recipe_fields.h"
#include "core/spec/spec_json.h"
#include "ui/session/run_session.h"
#include "ui/text/recipe_labels.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUndoCommand>

#include <utility>

namespace lab {

namespace {

QJsonValue jsonOf(const ExperimentSpec& spec) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(to_json(spec))).object();
}

void collect(const QJsonValue& a, const QJsonValue& b, const QString& path, QStringList& paths) {
    if (a == b)
        return;
    const QString dot = path.isEmpty() ? QString() : path + QLatin1Char('.');
    const auto holds_fields = [](const QJsonValue& value) { return value.isObject() || value.isUndefined(); };
    if (holds_fields(a) && holds_fields(b)) {
        // Fields that are unset, and later ones that are as usual, may stand in one of the two alone.
        QStringList keys = a.toObject().keys() + b.toObject().keys();
        keys.sort();
        keys.removeDuplicates();
        for (const QString& key : keys)
            collect(a[key], b[key], dot + key, paths);
    } else if (a.isArray() && b.isArray() && a.toArray().size() == b.toArray().size()) {
        for (qsizetype i = 0; i < a.toArray().size(); ++i)
            collect(a[i], b[i], QStringLiteral("%1[%2]").arg(path).arg(i), paths);
    } else {
        paths.append(path);
    }
}

} // namespace

QStringList differingFields(const ExperimentSpec& a, const ExperimentSpec& b) {
    QStringList paths;
    collect(jsonOf(a), jsonOf(b), {}, paths);
    return paths;
}

QString fieldTitle(const QString& path) {
    static const QList<std::pair<QString, const char*>> titles = {
        {QStringLiteral("data.id"), QT_TRANSLATE_NOOP("SpecHistory", "Data")},
        {QStringLiteral("data.folder"), QT_TRANSLATE_NOOP("SpecHistory", "Data folder")},
        {QStringLiteral("model.id"), QT_TRANSLATE_NOOP("SpecHistory", "Model")},
        {QStringLiteral("machine.device"), QT_TRANSLATE_NOOP("SpecHistory", "Device")},
        {QStringLiteral("lanes"), QT_TRANSLATE_NOOP("SpecHistory", "Lanes")},
        {QStringLiteral("stream.scenario"), QT_TRANSLATE_NOOP("SpecHistory", "Scenario")},
        {QStringLiteral("stream.corruption.kind"), QT_TRANSLATE_NOOP("SpecHistory", "Corruption")},
        {QStringLiteral("stream.corruption.severity"), QT_TRANSLATE_NOOP("SpecHistory", "Severity")},
        {QStringLiteral("stream.imbalance_ratio"), QT_TRANSLATE_NOOP("SpecHistory", "Imbalance")},
        {QStringLiteral("stream.images"), QT_TRANSLATE_NOOP("SpecHistory", "Images")},
        {QStringLiteral("stream.batch_size"), QT_TRANSLATE_NOOP("SpecHistory", "Batch")},
        {QStringLiteral("stream.seed"), QT_TRANSLATE_NOOP("SpecHistory", "Seed")},
        {QStringLiteral("stream.noise_batches"), QT_TRANSLATE_NOOP("SpecHistory", "Batches of noise")}};
    static const QRegularExpression of_recipe(QStringLiteral("^lanes\\[\\d+\\]\\.recipe\\."));
    const QString key = QString(path).remove(of_recipe);
    if (key != path)
        if (const RecipeField* field = find_recipe_field(key.toStdString()))
            return fieldWords(field->title);
    for (const auto& [name, title] : titles)
        if (path == name)
            return QCoreApplication::translate("SpecHistory", title);
    return QCoreApplication::translate("SpecHistory", "Set-up");
}

class SpecHistory::Change : public QUndoCommand {
  public:
    Change(SpecHistory* history, ExperimentSpec before, ExperimentSpec after, qint64 when)
        : history_(history), before_(std::move(before)), after_(std::move(after)), when_(when) {
        const QStringList fields = differingFields(before_, after_);
        field_ = fields.size() == 1 ? fields.first() : QString();
        setText(fieldTitle(field_));
    }
    int id() const override { return 1; }
    void undo() override { history_->apply(before_); }
    void redo() override {
        // The stack calls this when the change is put on it; by then it has already happened.
        if (std::exchange(fresh_, false))
            return;
        history_->apply(after_);
    }
    bool mergeWith(const QUndoCommand* command) override {
        const auto* later = static_cast<const Change*>(command);
        if (field_.isEmpty() || field_ != later->field_ || later->when_ - when_ > merge_ms)
            return false;
        after_ = later->after_;
        when_ = later->when_;
        setObsolete(after_ == before_);
        return true;
    }

  private:
    SpecHistory* history_;
    ExperimentSpec before_;
    ExperimentSpec after_;
    qint64 when_;
    QString field_;
    bool fresh_ = true;
};

SpecHistory::SpecHistory(RunSession* session, QObject* parent)
    : QObject(parent), session_(session), present_(session->spec()) {
    constexpr int longest = 500;
    stack_.setUndoLimit(longest);
    clock_.start();
    connect(session, &RunSession::specChanged, this, &SpecHistory::look);
    connect(session, &RunSession::recipeChanged, this, &SpecHistory::look);
}

void SpecHistory::begin() {
    stack_.clear();
    present_ = session_->spec();
}

void SpecHistory::look() {
    const ExperimentSpec before = std::exchange(present_, session_->spec());
    if (!applying_ && !(before == present_))
        stack_.push(new Change(this, before, present_, clock_.elapsed()));
}

void SpecHistory::apply(const ExperimentSpec& spec) {
    applying_ = true;
    if (session_->isUnderWay() && session_->spec().lanes.size() == spec.lanes.size())
        for (std::size_t i = 0; i < spec.lanes.size(); ++i)
            if (!(session_->spec().lanes[i].recipe == spec.lanes[i].recipe))
                session_->throwSwitch(static_cast<int>(i), spec.lanes[i].recipe);
    session_->setSpec(spec);
    applying_ = false;
    present_ = session_->spec();
}

} // namespace lab
