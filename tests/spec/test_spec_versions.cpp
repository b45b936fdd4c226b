#include "core/spec/migration.h"
#include "core/spec/share_link.h"
#include "core/spec/spec_json.h"
#include "tests/support/test_files.h"

#include <QtTest>
#include <nlohmann/json.hpp>

using namespace lab;
using test_files::sentence_of;
using Json = nlohmann::ordered_json;

namespace {

/// With every field of the parts set.
ExperimentSpec sample() {
    ExperimentSpec spec = default_experiment();
    spec.data = "folder";
    spec.data_dir = "/home/me/data";
    spec.cache_mib = 64;
    spec.frost_dir = "/home/me/frost";
    spec.model = "mine.safetensors";
    spec.model_options.heads = 6;
    spec.device = "cpu";
    spec.threads = 3;
    spec.prefetch_threads = 2;
    spec.precision = "float64";
    return spec;
}

std::string refusal(const std::string& json) {
    return sentence_of([&] { spec_from_json(json); });
}

} // namespace

class TestSpecVersions : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void anExperimentHasFiveParts() {
        const Json json = Json::parse(to_json(sample()));
        std::vector<std::string> parts;
        for (const auto& [key, value] : json.items())
            parts.push_back(key);
        QVERIFY(parts ==
                (std::vector<std::string>{"version", "data", "model", "stream", "lanes", "machine"}));
        QVERIFY(json["data"] == Json::parse(R"({"id":"folder","folder":"/home/me/data","cache_mib":64,
            "frost_folder":"/home/me/frost"})"));
        QVERIFY(json["model"] == Json::parse(R"({"id":"mine.safetensors","options":{"heads":6}})"));
        QVERIFY(json["machine"] ==
                Json::parse(R"({"device":"cpu","threads":3,"prefetch_threads":2,"precision":"float64"})"));
        QVERIFY(spec_from_json(json.dump()) == sample());
        QVERIFY(spec_from_share_link(share_link(sample())).model == sample().model);
    }

    void version1SaysTheSame() {
        Json old = Json::parse(to_json(sample()));
        Json flat = {{"version", 1}, {"stream", old["stream"]}, {"lanes", old["lanes"]}};
        flat.update(Json::parse(R"({"data":"folder","data_dir":"/home/me/data","cache_mib":64,
            "frost_dir":"/home/me/frost","model":"mine.safetensors","model_options":{"heads":6},"device":"cpu",
            "threads":3,"prefetch_threads":2,"precision":"float64"})"));
        QVERIFY(spec_from_json(flat.dump()) == sample());
        flat.erase("version"); // fields at the root are version 1's
        QVERIFY(spec_from_json(flat.dump()) == sample());
    }

    void whatIsWrongIsToldWithThePathsOfTheText_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* json, const char* sentence) {
            QTest::newRow(json) << json << sentence;
        };
        row(R"({"threads": "x"})", "threads: expected a whole number, found \"x\"");
        row(R"({"version": 2, "machine": {"threads": "x"}})",
            "machine.threads: expected a whole number, found \"x\"");
        row(R"({"data_dir": 3})", "data_dir: expected a text, found 3");
        row(R"({"data": {"folder": 3}})", "data.folder: expected a text, found 3");
        row(R"({"model_options": {"heads": []}})", "model_options.heads: expected a whole number, found []");
        row(R"({"model": {"options": {"heads": []}}})",
            "model.options.heads: expected a whole number, found []");
        row(R"({"version": 2, "threads": 3})", "threads: unknown key");
        row(R"({"version": 2, "data": "cifar-10"})", "data: expected an object, found \"cifar-10\"");
        row(R"({"version": 1, "data": {"id": "cifar-10"}})",
            "data: expected a text, found {\"id\":\"cifar-10\"}");
        row(R"({"version": 1, "machine": {}})", "machine: unknown key: version 1 has its fields at the root");
        row(R"({"threads": 3, "machine": {"device": "cpu"}})",
            "machine: unknown key: version 1 has its fields at the root");
        row(R"({"machine": {"cores": 3}})", "machine.cores: unknown key");
        row(R"({"version": 17})", "version: a newer Collapse Lab wrote this: expected 1 to 2, found 17");
        row(R"({"version": 1.5})", "version: expected 1 to 2, found 1.5");
    }
    void whatIsWrongIsToldWithThePathsOfTheText() {
        QFETCH(QString, json);
        QFETCH(QString, sentence);
        QCOMPARE(QString::fromStdString(refusal(json.toStdString())), sentence);
    }

    void bothPathsOfAFieldSetIt() {
        const std::vector<std::pair<const char*, const char*>> pairs = {
            {"data=cifar-10", "data.id=cifar-10"},
            {"data=12", "data.id=12"},
            {"data_dir=/x", "data.folder=/x"},
            {"cache_mib=7", "data.cache_mib=7"},
            {"frost_dir=/f", "data.frost_folder=/f"},
            {"model=vit", "model.id=vit"},
            {"model_options.heads=4", "model.options.heads=4"},
            {"model_options={\"heads\":4}", "model={\"options\":{\"heads\":4}}"},
            {"device=cpu", "machine.device=cpu"},
            {"threads=5", "machine={\"threads\":5}"},
            {"prefetch_threads=5", "machine.prefetch_threads=5"},
            {"precision=float64", "machine.precision=float64"}};
        for (const auto& [before, after] : pairs) {
            ExperimentSpec a = default_experiment(), b = a;
            set_field(a, before);
            set_field(b, after);
            QVERIFY2(a == b && !(a == default_experiment()), before);
        }
    }

    void settingsAreRefusedInTheirOwnWords() {
        const auto told = [](const std::string& assignment) {
            ExperimentSpec spec = default_experiment();
            return sentence_of([&] { set_field(spec, assignment); });
        };
        QCOMPARE(told("threads=x"), std::string("threads: expected a whole number, found \"x\""));
        QCOMPARE(told("machine.threads=x"),
                 std::string("machine.threads: expected a whole number, found \"x\""));
        QCOMPARE(told("model_options.heads=[]"),
                 std::string("model_options.heads: expected a whole number, found []"));
        QCOMPARE(told("model_options.head=6"), std::string("model_options.head: unknown key"));
        QCOMPARE(told("data.dir=/x"), std::string("data.dir: unknown key"));
        QCOMPARE(told("machine=3"), std::string("machine: expected an object, found 3"));
    }

    void aFieldSetTwiceIsToldWhicheverPathItHas() {
        ExperimentSpec spec = default_experiment();
        const std::vector<Notice> notices = set_fields(spec, {"threads=2", "machine.threads=3"});
        QCOMPARE(notices.size(), std::size_t(1));
        QVERIFY(notices[0].text.find("is set twice, and machine.threads=3 holds") != std::string::npos);
        QCOMPARE(spec.threads, 3);
    }

    void whetherAnAssignmentSetsAField() {
        for (const char* yes : {"threads=3", "machine.threads=3", "machine={\"threads\":3}"})
            QVERIFY2(assigns(yes, "machine.threads"), yes);
        for (const char* no : {"machine.device=cpu", "machine={\"device\":\"cpu\"}", "data.threads=3"})
            QVERIFY2(!assigns(no, "machine.threads"), no);
        for (const char* yes : {"data=cifar-10", "data.id=cifar-10", "data={\"id\":\"cifar-10\"}"})
            QVERIFY2(assigns(yes, "data.id"), yes);
        QVERIFY(!assigns("data={\"folder\":\"/x\"}", "data.id"));
    }

    void pathsOfToday() {
        QCOMPARE(present_path("threads"), std::string("machine.threads"));
        QCOMPARE(present_path("data"), std::string("data.id"));
        QCOMPARE(present_path("data.id"), std::string("data.id"));
        QCOMPARE(present_path("model_options.heads"), std::string("model.options.heads"));
        QCOMPARE(present_path("stream.seed"), std::string("stream.seed"));
        QCOMPARE(present_path("lanes[1].recipe.objective"), std::string("lanes[1].recipe.objective"));
        QCOMPARE(in_words_of_version_1("data.cache_mib: too much"), std::string("cache_mib: too much"));
        QCOMPARE(in_words_of_version_1("data.identity: no"), std::string("data.identity: no"));
    }
};

QTEST_GUILESS_MAIN(TestSpecVersions)
#include "test_spec_versions.moc"
