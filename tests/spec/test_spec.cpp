#include "core/catalogue/catalog.h"
#include "core/catalogue/preset.h"
#include "core/recipe/recipe_fields.h"
#include "core/run/card_rates.h"
#include "core/spec/names.h"
#include "core/spec/spec_fields.h"
#include "core/spec/spec_json.h"
#include "tests/support/test_files.h"

#include <QtTest>
#include <nlohmann/json.hpp>

#include <limits>

using namespace lab;

namespace {

/// Gives every field, whatever may be added, a value that is not its default.
struct Changer {
    int changed = 0;

    template <typename T>
    void operator()(const char*, T& value) {
        if constexpr (std::is_same_v<T, bool>)
            value = !value;
        else if constexpr (std::is_same_v<T, double>)
            value += 1.0 / 3.0;
        else if constexpr (std::is_same_v<T, std::uint64_t>)
            value = std::numeric_limits<std::uint64_t>::max() - 1;
        else if constexpr (std::is_integral_v<T>)
            value += 2;
        else if constexpr (std::is_same_v<T, std::string>)
            value += "ä \"x\"\\\n";
        else if constexpr (std::is_same_v<T, std::vector<std::string>>)
            value = {"layer4", "blocks.9"};
        else if constexpr (std::is_same_v<T, std::vector<double>>)
            value = {1.0 / 3.0, 0.1};
        else if constexpr (requires { value.has_value(); })
            (*this)("", value.emplace());
        else if constexpr (std::is_same_v<T, std::vector<Segment>> ||
                           std::is_same_v<T, std::vector<LaneSpec>>)
            for (auto& item : value = T(2))
                fields(*this, item);
        else if constexpr (std::is_same_v<T, CorruptionKind>)
            value = CorruptionKind::spatter;
        else if constexpr (std::is_same_v<T, Recipe>)
            for (const RecipeField& field : recipe_fields())
                (*this)("", field, value);
        else if constexpr (std::is_enum_v<T>)
            value = Names<T>::rows.back().first;
        else
            fields(*this, value);
        ++changed;
    }

    void operator()(const char*, const RecipeField& field, Recipe& recipe) {
        FieldValue value = field.get(recipe);
        if (field.access.kind == FieldKind::choice)
            value = field.access.choices.back().id;
        else
            std::visit(
                [this](auto& held) {
                    if constexpr (!std::is_same_v<std::decay_t<decltype(held)>, std::string>)
                        (*this)("", held);
                },
                value);
        field.set(recipe, value);
    }
};

std::string refusal(const std::string& json) {
    return test_files::sentence_of([&] { spec_from_json(json); });
}

std::string refusal_of_setting(const std::string& assignment) {
    return test_files::sentence_of([&] {
        ExperimentSpec spec = default_experiment();
        set_field(spec, assignment);
    });
}

} // namespace

class TestSpec : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { read_rates_from_cards(); }

    void every_field_round_trips() {
        ExperimentSpec spec;
        Changer changer;
        fields(changer, spec);
        spec.questions = {}; // what a language experiment has instead: test_language_spec.cpp
        spec.stream.order = {};
        spec.stream.steps = ExperimentSpec().stream.steps;
        spec.stream.shift = {};
        spec.stream.decoding = {};
        for (LaneSpec& lane : spec.lanes)
            lane.method = "sar";
        spec.lanes[1].recipe.optimiser.rate = 1e-300;
        QVERIFY(changer.changed > 60);
        QVERIFY(spec_from_json(to_json(spec)) == spec);
        ExperimentSpec other = spec;
        other.lanes[1].recipe.optimiser.rate = 1.1e-300;
        QVERIFY(!(spec_from_json(to_json(other)) == spec));
    }

    void every_name_of_an_enumeration_round_trips() {
        const auto check = [](const auto& rows, auto& field, ExperimentSpec& spec) {
            for (const auto& [value, name] : rows) {
                field = value;
                if (!(spec_from_json(to_json(spec)) == spec) ||
                    to_json(spec).find('"' + std::string(name) + '"') == std::string::npos)
                    return false;
            }
            return true;
        };
        ExperimentSpec s = default_experiment();
        QVERIFY(check(Names<ScenarioKind>::rows, s.stream.scenario, s));
        QVERIFY(check(Names<CorruptionTable>::rows, s.stream.corruption.table, s));
        QVERIFY(check(Names<ResetPolicy>::rows, s.lanes[0].reset, s));
        QVERIFY(check(Names<CollapseAction>::rows, s.lanes[0].on_collapse, s));
    }

    void every_preset_is_valid_and_round_trips() {
        QVERIFY(preset_choices().size() >= 3);
        QCOMPARE(preset_choices().front().id, std::string("default"));
        QVERIFY(preset_experiment("default") == default_experiment());
        for (const Choice& choice : preset_choices()) {
            const ExperimentSpec spec = preset_experiment(choice.id);
            validate(spec);
            QVERIFY2(spec_from_json(to_json(spec)) == spec, choice.id.c_str());
        }
        ExperimentSpec ground = default_experiment();
        ground.data = "cifar-10";
        ground.model = "vit";
        ground.threads = 2;
        QCOMPARE(model_for("cifar-10", "resnet-bn"), std::string("cifar-resnet-gn"));
        QCOMPARE(model_for("cifar-10-c", "cifar-vit"), std::string("cifar-vit"));
        QCOMPARE(model_for("fashion-mnist", "cifar-vit"), std::string("vit"));
        QCOMPARE(model_for("fashion-mnist", "resnet-bn"), std::string("resnet-bn"));
        QCOMPARE(model_for("imagenet", "resnet-gn"), std::string("resnet-gn"));
        QCOMPARE(model_for("cifar-10", "mine.safetensors"), std::string("mine.safetensors"));
        QVERIFY(ground_of({"stream.seed=3"}) == default_experiment());
        QCOMPARE(ground_of({"data=cifar-10"}).model, std::string("cifar-resnet-gn"));
        QCOMPARE(ground_of({"model=cifar-vit"}).data, std::string("cifar-10"));
        QCOMPARE(ground_of({"data=cifar-10", "model=own.safetensors"}).model, std::string("own.safetensors"));
        const ExperimentSpec moved = preset_experiment("fig4", ground);
        QCOMPARE(moved.data, ground.data);
        QCOMPARE(moved.threads, 2);
        QVERIFY(moved.stream == preset_experiment("fig4").stream);
        QVERIFY(moved.lanes[1] == make_lane("tent", "vit"));
        QVERIFY(test_files::sentence_of([] {
                    preset_experiment("magic");
                }).starts_with("preset: expected one of default, "));
    }

    void every_method_is_a_lane() {
        for (const Choice& choice : method_choices()) {
            ExperimentSpec spec = default_experiment();
            spec.lanes = {make_lane(choice.id)};
            validate(spec);
            QVERIFY(spec_from_json(to_json(spec)) == spec);
            QCOMPARE(lane_title(spec.lanes[0]), choice.title);
            // A lane that names its method alone gets the method's recipe.
            const ExperimentSpec brief = spec_from_json("{\"lanes\": [{\"method\": \"" + choice.id + "\"}]}");
            QVERIFY(brief.lanes == spec.lanes);
        }
    }

    void absent_fields_keep_their_defaults() {
        const ExperimentSpec spec = spec_from_json("{\"stream\": {\"seed\": 7}}");
        ExperimentSpec expected;
        expected.stream.seed = 7;
        QVERIFY(spec == expected);
        QVERIFY(nlohmann::json::parse(to_json(spec)).at("version") == 2);
    }

    void refusals_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* json, const char* sentence) {
            QTest::newRow(json) << json << sentence;
        };
        row("{\"sream\": {}}", "sream: unknown key");
        row("{\"stream\": {\"sede\": 1}}", "stream.sede: unknown key");
        row("{\"lanes\": [{}, {\"recipe\": {\"alignment\": {\"beta\": 1}}}]}",
            "lanes[1].recipe.alignment.beta: unknown key");
        row("{\"stream\": {\"seed\": \"3\"}}",
            "stream.seed: expected a whole number from 0 to 18446744073709551615, found \"3\"");
        row("{\"stream\": {\"seed\": -1}}",
            "stream.seed: expected a whole number from 0 to 18446744073709551615, found -1");
        row("{\"stream\": {\"batch_size\": 2.5}}", "stream.batch_size: expected a whole number, found 2.5");
        row("{\"stream\": {\"batch_size\": 3000000000}}",
            "stream.batch_size: expected a whole number, found 3000000000");
        row("{\"stream\": {\"imbalance_ratio\": null}}",
            "stream.imbalance_ratio: expected a number, found null");
        row("{\"stream\": []}", "stream: expected an object, found []");
        row("{\"lanes\": {}}", "lanes: expected a list, found {}");
        row("{\"model\": 3}", "model: expected a text, found 3");
        row("{\"stream\": {\"scenario\": \"wild\"}}",
            "stream.scenario: expected one of mild, label_shift, mixed, continual, noise_first, blind_spot, "
            "ramp, custom, found \"wild\"");
        row("{\"lanes\": [{\"recipe\": {\"alignment\": {\"stop_gradient\": 1}}}]}",
            "lanes[0].recipe.alignment.stop_gradient: expected true or false, found 1");
        row("{\"version\": 3}", "version: a newer Collapse Lab wrote this: expected 1 to 2, found 3");
        row("{\"version\": 0}", "version: expected 1 to 2, found 0");
        row("{\"version\": \"1\"}", "version: expected 1 to 2, found \"1\"");
        row("[]", "specification: expected a JSON object, found []");
    }
    void refusals() {
        QFETCH(QString, json);
        QFETCH(QString, sentence);
        QCOMPARE(QString::fromStdString(refusal(json.toStdString())), sentence);
    }

    void refusals_with_a_longer_sentence() {
        QVERIFY(refusal("{").starts_with("specification: no JSON: "));
        QVERIFY(refusal("{\"stream\": {\"corruption\": {\"kind\": \"rain\"}}}")
                    .starts_with("stream.corruption.kind: There is no corruption \"rain\""));
        const std::string method = refusal("{\"lanes\": [{}, {\"method\": \"magic\"}]}");
        QVERIFY2(method.starts_with("lanes[1].method: expected one of no_adaptation, tent, "),
                 method.c_str());
    }

    void fields_are_set_by_their_path() {
        ExperimentSpec spec = default_experiment();
        set_field(spec, "stream.seed=3");
        set_field(spec, "lanes[1].recipe.alignment.stop_gradient=false");
        set_field(spec, "stream.imbalance_ratio=12.5");
        set_field(spec, "model=12");
        set_field(spec, "data_dir=/a=b/c");
        set_field(spec, "stream.corruption.kind=fog");
        set_field(spec, "lanes[0].recipe.frozen_prefixes=[\"layer4\"]");
        ExperimentSpec expected = default_experiment();
        expected.stream.seed = 3;
        expected.lanes[1].recipe.alignment.stop_gradient = false;
        expected.stream.imbalance_ratio = 12.5;
        expected.model = "12"; // a text, though it reads as a number
        expected.data_dir = "/a=b/c";
        expected.stream.corruption.kind = CorruptionKind::fog;
        expected.lanes[0].recipe.frozen_prefixes = {"layer4"};
        QVERIFY(spec == expected);
    }

    /// They stand in a file only where they are set, and can be set and taken back by their path.
    void options_of_the_model() {
        ExperimentSpec spec = default_experiment();
        QVERIFY(to_json(spec).find("options") == std::string::npos);
        set_field(spec, "model_options.heads=6");
        set_field(spec, "model_options.mean=[0.1, 0.2, 0.3]");
        set_field(spec, "model_options.weights=2024");
        set_field(spec, "model_options.crop=0.9");
        QCOMPARE(spec.model_options.heads.value_or(0), 6);
        QCOMPARE(spec.model_options.mean.value_or(std::vector<double>{}),
                 (std::vector<double>{0.1, 0.2, 0.3}));
        QCOMPARE(spec.model_options.weights.value_or(""), std::string("2024"));
        QVERIFY(!spec.model_options.groups && !spec.model_options.labels);
        const std::string json = to_json(spec);
        QVERIFY(json.find("\"heads\": 6") != std::string::npos && json.find("groups") == std::string::npos);
        QVERIFY(spec_from_json(json) == spec);
        set_field(spec, "model_options.heads=null");
        set_field(spec, "model_options.weights=");
        QVERIFY(!spec.model_options.heads && !spec.model_options.weights && spec.model_options.crop);
        set_fields(spec, {"model_options={}", "model_options.mean=null"}); // an object sets what it names
        QVERIFY(spec.model_options.crop && !spec.model_options.mean);
        set_field(spec, "model_options.crop=null");
        QVERIFY(spec == default_experiment());
        QCOMPARE(refusal_of_setting("model_options.head=6"), std::string("model_options.head: unknown key"));
        QCOMPARE(refusal_of_setting("model_options.heads=\"x\""),
                 std::string("model_options.heads: expected a whole number, found \"x\""));
    }

    void settings_that_are_refused_data() {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* a, const char* b) { QTest::newRow(a) << a << b; };
        row("stream.sede=3", "stream.sede: unknown key");
        row("lanes[3].method=tent", "lanes[3].method: unknown key");
        row("lanes[-1].method=tent", "lanes[-1].method: unknown key");
        row("a~b=3", "a~b: unknown key");
        row("stream/seed=3", "stream/seed: unknown key");
        row("=3", "\"=3\": expected field=value");
        row("stream.seed", "\"stream.seed\": expected field=value");
        row("stream.seed=three",
            "stream.seed: expected a whole number from 0 to 18446744073709551615, found \"three\"");
        row("stream=3", "stream: expected an object, found 3");
    }
    void settings_that_are_refused() {
        QFETCH(QString, assignment);
        QFETCH(QString, sentence);
        QCOMPARE(QString::fromStdString(refusal_of_setting(assignment.toStdString())), sentence);
    }

    void a_refused_setting_changes_nothing() {
        ExperimentSpec spec = default_experiment();
        QVERIFY_EXCEPTION_THROWN(set_field(spec, "stream.seed=x"), std::invalid_argument);
        QVERIFY(spec == default_experiment());
    }

    void validation_data() {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* a, const char* b) { QTest::newRow(a) << a << b; };
        row("stream.seed=3", "nothing was thrown");
        row("stream.corruption.severity=6", "stream.corruption.severity: expected 1 to 5, found 6");
        row("stream.corruption.severity=0", "stream.corruption.severity: expected 1 to 5, found 0");
        row("stream.imbalance_ratio=0.5", "stream.imbalance_ratio: expected 1 or more, found 0.500000");
        row("stream.images=0", "stream.images: expected 1 to 10000000, found 0");
        row("stream.batch_size=0", "stream.batch_size: expected 1 to 4096, found 0");
        row("stream.noise_batches=-1", "stream.noise_batches: expected 0 to 100000, found -1");
        row("stream.blind_spot_top=3", "stream.blind_spot_top: expected 1 or 5, found 3");
        row("stream.scenario=custom",
            "stream.segments: expected at least one segment for the scenario custom, found 0");
        row("stream.segments=[{\"images\":0}]", "stream.segments[0].images: expected 1 to 10000000, found 0");
        row("stream.segments=[{\"images\":1},{\"images\":1,\"corruption\":{\"severity\":9}}]",
            "stream.segments[1].corruption.severity: expected 1 to 5, found 9");
        row("lanes=[]", "lanes: expected 1 to 16 lanes, found 0");
        row("lanes=[{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}]",
            "lanes: expected 1 to 16 lanes, found 17");
        row("lanes[2].recipe.optimiser.rate=-1",
            "lanes[2].recipe.optimiser.rate: expected 0 to 1000, found -1.000000");
        row("lanes[0].recipe.optimiser.predictor_rate=1001",
            "lanes[0].recipe.optimiser.predictor_rate: expected 0 to 1000, found 1001.000000");
        row("lanes[0].recipe.optimiser.momentum=1",
            "lanes[0].recipe.optimiser.momentum: expected 0 to below 1, found 1.000000");
        row("lanes[1].recipe.alignment.alpha=-0.5",
            "lanes[1].recipe.alignment.alpha: expected 0 to 1000, found -0.500000");
        row("lanes[1].recipe.regulariser.fisher_alpha=-1",
            "lanes[1].recipe.regulariser.fisher_alpha: expected 0 or more, found -1.000000");
        row("threads=-1", "threads: expected 0 to 1024, found -1");
        row("prefetch_threads=0", "prefetch_threads: expected 1 to 64, found 0");
        row("precision=float16", "precision: expected float32, float64 or bfloat16, found \"float16\"");
    }
    void validation() {
        QFETCH(QString, assignment);
        QFETCH(QString, sentence);
        ExperimentSpec spec = default_experiment();
        set_field(spec, assignment.toStdString());
        QCOMPARE(QString::fromStdString(test_files::sentence_of([&] { validate(spec); })), sentence);
    }

    void numbers_that_are_none_are_refused() {
        ExperimentSpec spec = default_experiment();
        spec.lanes[0].recipe.optimiser.momentum = std::numeric_limits<double>::quiet_NaN();
        QVERIFY_EXCEPTION_THROWN(validate(spec), std::invalid_argument);
        spec = default_experiment();
        spec.stream.imbalance_ratio = std::numeric_limits<double>::infinity();
        QVERIFY_EXCEPTION_THROWN(validate(spec), std::invalid_argument);
        spec = default_experiment();
        spec.lanes[0].method = "magic";
        QVERIFY(
            test_files::sentence_of([&] { validate(spec); }).starts_with("lanes[0].method: expected one"));
    }
};

QTEST_GUILESS_MAIN(TestSpec)
#include "test_spec.moc"
