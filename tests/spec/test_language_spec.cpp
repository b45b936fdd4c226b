#include "core/spec/names.h"
#include "core/spec/share_link.h"
#include "core/spec/spec_json.h"
#include "core/spec/spec_use.h"
#include "tests/support/test_files.h"

#include <QtTest>
#include <nlohmann/json.hpp>

using namespace lab;

namespace {

ExperimentSpec chains() {
    return language_experiment("chain-arithmetic", "/models/small");
}

/// Every field that a language experiment has, unlike its default.
ExperimentSpec changed() {
    ExperimentSpec spec = chains();
    spec.questions = {"/data/ä questions.jsonl", "gsm8k", PromptStyle::chat, "Think.\n"};
    spec.stream.batch_size = 3;
    spec.stream.seed = 9;
    spec.stream.imbalance_ratio = 12.5;
    spec.stream.order = QuestionOrder::by_answer;
    spec.stream.steps = 41;
    spec.stream.shift = {QuestionShiftKind::low_bits, 5};
    spec.stream.decoding = {17, 0.7, 0.95, 4};
    spec.threads = 2;
    spec.precision = "float64";
    spec.lanes = {make_lane("eata", spec), make_lane("zerosiam", spec)};
    spec.lanes[0].name = "mine";
    spec.lanes[1].reset = ResetPolicy::batch;
    spec.lanes[1].on_collapse = CollapseAction::stop;
    spec.lanes[1].recipe.optimiser.rate = 0.3;
    return spec;
}

std::string fault_of(const std::string& json) {
    return test_files::sentence_of([&] { validate(spec_from_json(json)); });
}

std::string fault_of_setting(const std::string& assignment, ExperimentSpec spec = chains()) {
    return test_files::sentence_of([&] {
        set_field(spec, assignment);
        validate(spec);
        expect_used(spec, {assignment});
    });
}

} // namespace

/// An experiment that asks questions is a file like any other.
class TestLanguageSpec : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void it_round_trips() {
        for (const ExperimentSpec& spec : {chains(), changed()}) {
            validate(spec);
            QVERIFY(is_language(spec));
            const std::string json = to_json(spec);
            QVERIFY2(spec_from_json(json) == spec, json.c_str());
            QCOMPARE(to_json(spec_from_json(json)), json);
            QVERIFY(spec_from_share_link(share_link(spec)) == spec);
        }
    }

    void every_name_round_trips() {
        const auto check = [](const auto& rows, const auto& set) {
            for (const auto& [value, name] : rows) {
                ExperimentSpec spec = chains();
                set(spec, value);
                QVERIFY(spec_from_json(to_json(spec)) == spec);
                QVERIFY(to_json(spec).find('"' + std::string(name) + '"') != std::string::npos);
            }
        };
        check(Names<PromptStyle>::rows, [](auto& s, auto v) { s.questions.prompt = v; });
        check(Names<QuestionOrder>::rows, [](auto& s, auto v) { s.stream.order = v; });
        check(Names<QuestionShiftKind>::rows, [](auto& s, auto v) { s.stream.shift.kind = v; });
    }

    /// Neither kind of file says what only the other has.
    void files_hold_what_belongs_there() {
        const auto json = nlohmann::json::parse(to_json(changed()));
        QCOMPARE(json.at("version").get<int>(), 2);
        for (const char* foreign : {"id", "folder", "cache_mib", "frost_folder"})
            QVERIFY2(!json.at("data").contains(foreign), foreign);
        for (const char* foreign :
             {"scenario", "corruption", "images", "noise_batches", "blind_spot_top", "segments"})
            QVERIFY2(!json.at("stream").contains(foreign), foreign);
        QVERIFY(!json.at("machine").contains("prefetch_threads"));
        const auto pictures = nlohmann::json::parse(to_json(default_experiment()));
        for (const char* foreign : {"questions", "layout", "prompt", "instruction"})
            QVERIFY2(!pictures.at("data").contains(foreign), foreign);
        for (const char* foreign : {"order", "steps", "shift", "decoding"})
            QVERIFY2(!pictures.at("stream").contains(foreign), foreign);
    }

    void lanes_have_the_methods_for_language() {
        const ExperimentSpec spec =
            spec_from_json(R"({"data": {"questions": "chain-arithmetic"}, "model": {"id": "/m"},
                               "lanes": [{"method": "eata"}, {"method": "slot"},
                                         {"method": "tent", "recipe": {"optimiser": {"rate": 0.3}}}]})");
        QVERIFY(spec.lanes[0].recipe == language_recipe("eata").recipe);
        QVERIFY(spec.lanes[1].recipe == language_recipe("slot").recipe);
        QCOMPARE(lane_title(spec.lanes[1]), std::string("SLOT"));
        Recipe tent = language_recipe("tent").recipe;
        tent.optimiser.rate = 0.3;
        QVERIFY(spec.lanes[2].recipe == tent);
        QVERIFY(fault_of(R"({"data": {"questions": "x"}, "lanes": [{"method": "deyo"}]})")
                    .starts_with("lanes[0].method: expected one of no_adaptation, tent, "));
        QVERIFY(fault_of(R"({"lanes": [{"method": "slot"}]})").starts_with("lanes[0].method: expected one"));
    }

    void what_belongs_to_pictures_is_refused_data() {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* part, const char* field, const char* value) {
            QTest::newRow(field) << part << field << value;
        };
        // Even where it is the default: whoever names it expects something of it.
        row("stream", "corruption", R"({"kind": "gaussian_noise", "severity": 5})");
        row("stream", "scenario", R"("label_shift")");
        row("stream", "images", "100");
        row("stream", "segments", "[]");
        row("data", "id", R"("cifar-10")");
        row("data", "cache_mib", "512");
        row("model", "options", R"({"heads": 3})");
        row("machine", "prefetch_threads", "1");
    }
    void what_belongs_to_pictures_is_refused() {
        QFETCH(QString, part);
        QFETCH(QString, field);
        QFETCH(QString, value);
        nlohmann::json json = nlohmann::json::parse(to_json(chains()));
        json[part.toStdString()][field.toStdString()] = nlohmann::json::parse(value.toStdString());
        QCOMPARE(QString::fromStdString(fault_of(json.dump())),
                 part + "." + field +
                     ": is for pictures, and data.questions asks a language model: expected none");
    }

    void what_belongs_to_questions_is_refused_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* json, const char* field) { QTest::newRow(field) << json << field; };
        row(R"({"stream": {"order": "by_answer"}})", "stream.order");
        row(R"({"stream": {"steps": 300}})", "stream.steps");
        row(R"({"stream": {"shift": {"kind": "none"}}})", "stream.shift");
        row(R"({"stream": {"decoding": {}}, "data": {"questions": ""}})", "stream.decoding");
        row(R"({"data": {"layout": "gsm8k"}})", "data.layout");
        row(R"({"data": {"id": "cifar-10", "instruction": ""}})", "data.instruction");
    }
    void what_belongs_to_questions_is_refused() {
        QFETCH(QString, json);
        QFETCH(QString, field);
        QCOMPARE(QString::fromStdString(fault_of(json.toStdString())),
                 field + ": is for language experiments, and data.questions is empty: expected none");
    }

    void settings_data() {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* a, const char* b) { QTest::newRow(a) << a << b; };
        row("stream.steps=20", "nothing was thrown");
        row("stream.decoding.temperature=0.5", "nothing was thrown");
        row("stream.shift={\"kind\":\"filler\",\"severity\":2}", "nothing was thrown");
        row("stream.images=20", "stream.images: is for pictures, and data.questions asks a language model: "
                                "expected none");
        row("stream.corruption.kind=fog", "stream.corruption: is for pictures, and data.questions asks a "
                                          "language model: expected none");
        row("data.folder=/x", "data.folder: is for pictures, and data.questions asks a language model: "
                              "expected none");
        row("stream.steps=-1", "stream.steps: expected 0 to 1000000, found -1");
        row("stream.batch_size=0", "stream.batch_size: expected 1 to 4096, found 0");
        row("stream.shift.severity=6", "stream.shift.severity: expected 1 to 5, found 6");
        row("stream.decoding.max_tokens=0", "stream.decoding.max_tokens: expected 1 to 1000000, found 0");
        row("stream.decoding.temperature=-0.1",
            "stream.decoding.temperature: expected 0 to 100, found -0.100000");
        row("stream.decoding.top_p=0",
            "stream.decoding.top_p: expected more than 0, at most 1, found 0.000000");
        row("stream.shift.kind=fog", "stream.shift.kind: expected one of none, embedding_noise, filler, "
                                     "longer_chains, low_bits, found \"fog\"");
        row("stream.order=random",
            "stream.order: expected one of shuffled, by_answer, as_given, found \"random\"");
        row("stream.shift.severity=4",
            "stream.shift.severity: has no effect: the questions are as in training: "
            "stream.shift.kind is none");
        row("stream.decoding.top_p=0.5", "stream.decoding.top_p: has no effect: answers are greedy: "
                                         "stream.decoding.temperature is 0");
        row("stream.decoding.seed=5", "stream.decoding.seed: has no effect: answers are greedy: "
                                      "stream.decoding.temperature is 0");
        row("stream.imbalance_ratio=10",
            "stream.imbalance_ratio: has no effect: it is for the order by_answer, "
            "found shuffled");
        row("lanes[1].reset=segment", "lanes[1].reset: has no effect: a stream of questions has one segment");
        row("lanes[0].method=deyo", "");
    }
    void settings() {
        QFETCH(QString, assignment);
        QFETCH(QString, sentence);
        const QString found = QString::fromStdString(fault_of_setting(assignment.toStdString()));
        if (sentence.isEmpty())
            QVERIFY2(
                found.startsWith(QLatin1String("lanes[0].method: expected one of no_adaptation, tent, ")),
                qPrintable(found));
        else
            QCOMPARE(found, sentence);
    }

    /// Questions asked of an experiment with pictures make it one for language, and its lanes too.
    void lanes_follow_when_questions_are_asked() {
        ExperimentSpec spec = default_experiment();
        spec.lanes = {make_lane("tent"), make_lane("zerosiam")};
        spec.lanes[1].recipe.alignment.alpha = 0.5;
        set_fields(spec, {"data.questions=chain-arithmetic", "model=/m"});
        validate(spec);
        QVERIFY(spec.lanes[0].recipe == language_recipe("tent").recipe);
        QCOMPARE(spec.lanes[1].recipe.alignment.alpha, 0.5);
        QCOMPARE(spec.lanes[1].recipe.optimiser.rate, language_recipe("zerosiam").recipe.optimiser.rate);
    }
};

QTEST_GUILESS_MAIN(TestLanguageSpec)
#include "test_language_spec.moc"
