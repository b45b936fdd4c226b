#include "core/base/compression.h"
#include "core/record/recording_file.h"
#include "core/text/character_tokenizer.h"
#include "core/text/text_shift.h"
#include "tests/cli/cli_program.h"
#include "tests/support/small_decoders.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace lab;
using Json = nlohmann::json;

namespace {

QByteArray content(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Lines of one type, without the times that differ from run to run.
std::vector<Json> lines_of(const QString& path, const std::string& type) {
    std::vector<Json> lines;
    std::ifstream file(path.toStdString());
    for (std::string line; std::getline(file, line);) {
        Json json = Json::parse(line);
        for (const char* time : {"forward_ms", "backward_ms", "update_ms", "measure_ms"})
            json.erase(time);
        if (json.at("type") == type)
            lines.push_back(std::move(json));
    }
    return lines;
}

} // namespace

/// Language experiments by the real program: files, switches, replay, what is refused.
class TestCliLanguage : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QStringList run(const QString& out, const QStringList& more = {}) const {
        return QStringList{QStringLiteral("run"),
                           QStringLiteral("--questions"),
                           QStringLiteral("chain-arithmetic"),
                           QStringLiteral("--model"),
                           path("model"),
                           QStringLiteral("--methods"),
                           QStringLiteral("none,tent,zerosiam"),
                           QStringLiteral("--set"),
                           QStringLiteral("stream.steps=5"),
                           QStringLiteral("--set"),
                           QStringLiteral("stream.batch_size=3"),
                           QStringLiteral("--set"),
                           QStringLiteral("stream.decoding.max_tokens=10"),
                           QStringLiteral("--set"),
                           QStringLiteral("threads=1"),
                           QStringLiteral("--out"),
                           path(out)} +
               more;
    }
    void refused(const QStringList& arguments, const QString& sentence) const {
        const CliResult result = run_cli(arguments);
        QVERIFY2(result.exit != 0, qPrintable(result.out));
        QVERIFY2(result.err.contains(sentence), qPrintable(result.err));
    }

  private Q_SLOTS:
    void initTestCase() {
        Json config = test_models::decoder_config();
        config["vocab_size"] = 48;
        config["eos_token_id"] = 1;
        test_models::write_decoder(path("model").toStdString(), config, test_models::decoder_weights(config));
        std::ofstream(path("model/tokenizer.json").toStdString())
            << character_tokenizer_json({"<pad>", "<end>"}, task_characters());
    }

    void a_run_writes_what_any_run_writes() {
        const CliResult result = run_cli(run("one"));
        QVERIFY2(result.exit == 0, qPrintable(result.err));
        QVERIFY2(result.out.contains(QLatin1String("shuffled, seed 0, 15 questions, batch 3")),
                 qPrintable(result.out));
        QVERIFY(result.out.contains(QLatin1String("answers, last fifth")));
        const std::vector<Json> records = lines_of(path("one/records.jsonl"), "record");
        const std::vector<Json> answers = lines_of(path("one/records.jsonl"), "answers");
        QCOMPARE(records.size(), std::size_t(15));
        QCOMPARE(answers.size(), std::size_t(5));
        QVERIFY(records[4].contains("periodic_tail") && records[4].contains("unadapted_divergence"));
        QCOMPARE(answers[0].at("lanes").size(), std::size_t(3));
        QCOMPARE(answers[0].at("questions").size(), std::size_t(3));
        QVERIFY(!answers[0].at("lanes")[2].at("answers")[0].contains("top_tokens"));
        const Json summary = Json::parse(content(path("one/summary.json")).toStdString());
        QVERIFY(summary.at("complete").get<bool>());
        QCOMPARE(summary.at("images").get<int>(), 15);
        QVERIFY(summary.at("lanes")[1].at("answers").at("answer_length").at("mean").get<double>() > 0);
        QVERIFY(summary.at("lanes")[1].contains("entropy_first"));
        QCOMPARE(summary.at("specification").at("data").at("questions").get<std::string>(),
                 std::string("chain-arithmetic"));
        QVERIFY(!summary.at("specification").at("stream").contains("corruption"));
        QVERIFY(content(path("one/records.csv")).split('\n').first().contains("periodic_tail"));
        DetailStore details;
        const Recording recording = load_recording(path("one/recording.collapselab").toStdString(), &details);
        QCOMPARE(recording.records.size(), std::size_t(15));
        QCOMPARE(details.size(), std::size_t(5));
        const CliResult again = run_cli({"replay", path("one/recording.collapselab")});
        QVERIFY2(again.exit == 0, qPrintable(again.err));
        QVERIFY(again.out.contains(QLatin1String("15 of 15 records compared: equal")));
    }

    void the_file_of_an_experiment_runs_the_same() {
        QVERIFY(run_cli(run("by-options", {"--token-candidates"})).exit == 0);
        const Json summary = Json::parse(content(path("by-options/summary.json")).toStdString());
        std::ofstream(path("questions.json").toStdString()) << summary.at("specification").dump();
        const CliResult result = run_cli({"run", path("questions.json"), "--out", path("by-file")});
        QVERIFY2(result.exit == 0, qPrintable(result.err));
        QVERIFY(lines_of(path("by-options/records.jsonl"), "record") ==
                lines_of(path("by-file/records.jsonl"), "record"));
        const Json with =
            lines_of(path("by-options/records.jsonl"), "answers")[3].at("lanes")[2].at("answers")[1];
        QCOMPARE(with.at("top_tokens").size(), 5 * with.at("tokens").size());
        QCOMPARE(with.at("online_top_tokens").size(), 5 * with.at("tokens").size());
    }

    void switches_are_thrown_at_their_steps() {
        const CliResult result = run_cli(run("switched", {"--at", "3:lanes[1].recipe.adapts=false"}));
        QVERIFY2(result.exit == 0, qPrintable(result.err));
        const std::vector<Json> events = lines_of(path("switched/records.jsonl"), "event");
        QCOMPARE(events.size(), std::size_t(1));
        QCOMPARE(events[0].at("step").get<int>(), 3);
        const CliResult again = run_cli({"replay", path("switched/recording.collapselab")});
        QVERIFY2(again.exit == 0, qPrintable(again.err));
    }

    void shifts_and_orders() {
        for (const QStringList& more :
             {QStringList{"--set", "stream.shift.kind=embedding_noise"},
              QStringList{"--set", "stream.shift.kind=low_bits"},
              QStringList{"--set", "stream.shift={\"kind\":\"filler\",\"severity\":5}"},
              QStringList{"--set", "stream.shift.kind=longer_chains"},
              QStringList{"--set", "stream.order=by_answer"}}) {
            const CliResult result = run_cli(run("shift", QStringList{"--overwrite"} + more));
            QVERIFY2(result.exit == 0, qPrintable(result.err));
            const Json record = lines_of(path("shift/records.jsonl"), "record")[0];
            QCOMPARE(record.at("corruption").get<std::string>() == "none", more.last().contains("by_answer"));
        }
    }

    void what_is_refused() {
        refused({"run", "--questions", "chain-arithmetic", "--model", "/nowhere", "--out", path("no")},
                QStringLiteral("model: expected the folder of a language model"));
        refused({"run", "--questions", "riddles", "--model", path("model"), "--out", path("no")},
                QStringLiteral("data.questions: expected a task (chain-arithmetic, addition) or a file"));
        refused({"run", "--questions", "chain-arithmetic", "--preset", "default", "--out", path("no")},
                QStringLiteral("expected --questions or --preset, found both"));
        refused(run("no", {"--set", "stream.corruption.kind=fog"}),
                QStringLiteral("stream.corruption: is for pictures"));
        refused(run("no", {"--data-dir", path("model")}), QStringLiteral("data.folder: is for pictures"));
        refused(run("no", {"--set", "lanes[1].method=deyo"}),
                QStringLiteral("lanes[1].method: expected one of"));
        refused(run("no", {"--set", "stream.decoding.max_tokens=63"}),
                QStringLiteral("tokens together, the model's context"));
        refused(run("no", {"--at", "3:lanes[1].recipe.trained.lora_rank=2"}),
                QStringLiteral("has no effect"));
        refused({"run", "--methods", "tent,,none", "--out", path("no")},
                QStringLiteral("--methods: expected names of methods"));
        refused({"run", "--set", "stream.steps=3", "--out", path("no")},
                QStringLiteral("stream.steps: is for language experiments"));
        QVERIFY(!QFile::exists(path("no")));
    }
};

QTEST_GUILESS_MAIN(TestCliLanguage)
#include "test_cli_language.moc"
