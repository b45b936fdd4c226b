#include "core/run/card_rates.h"
#include "core/spec/lane_defaults.h"
#include "core/spec/spec_json.h"
#include "core/spec/spec_use.h"
#include "core/spec/spec_values.h"
#include "tests/recipe/dummy_field.h"
#include "tests/support/test_files.h"

#include <QtTest>

using namespace lab;

namespace {

/// As 0.1.0 writes a recipe that is nothing but defaults.
const std::string first_format =
    R"({"adapts":true,"selection":{"kind":"all","margin":0.4,"weight_margin":0.4,"redundancy_margin":0.4,)"
    R"("plpd_threshold":0.2},"objective":"entropy","alignment":{"predictor":"none","stop_gradient":true,)"
    R"("alpha":1.0,"divergence":"symmetric_kl"},"regulariser":{"fisher_alpha":0.0},"optimiser":{"kind":"sgd",)"
    R"("rate":0.01,"predictor_rate":0.01,"momentum":0.9,"rho":0.05},"recovery":{"enabled":false,)"
    R"("threshold":0.2},"frozen_prefixes":[],"reference_quirks":false})";

std::string refusal(const std::string& json) {
    return test_files::sentence_of([&] { recipe_from_json(json); });
}

} // namespace

/// A recipe's JSON is read off the table of its fields.
class TestRecipeJson : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { read_rates_from_cards(); }

    void todays_recipes_are_written_as_before() {
        QCOMPARE(to_json(Recipe{}), first_format);
        QVERIFY(recipe_from_json(first_format) == Recipe{});
        for (const char* id :
             {"no_adaptation", "tent", "zerosiam", "eta", "eata", "sar", "deyo", "come", "eata_come",
              "sar_come", "deyo_come", "zerosiam_eata", "zerosiam_sar", "zerosiam_deyo"}) {
            const std::string text = to_json(named_recipe(id).recipe);
            for (const char* later :
                 {"trained", "statistics", "views", "memory", "teacher", "output", "loss", "restoration",
                  "adaptive_reset", "lame", "nesterov", "beta1", "temperature", "running_fisher", "every"})
                QVERIFY2(text.find('"' + std::string(later) + '"') == std::string::npos, id);
        }
        for (const NamedRecipe& row : named_recipes())
            QVERIFY(recipe_from_json(to_json(row.recipe)) == row.recipe);
    }

    void every_choice_of_every_field_round_trips() {
        for (const RecipeField& field : recipe_fields())
            for (const FieldChoice& choice : field.access.choices) {
                ExperimentSpec spec = default_experiment();
                Recipe& recipe = spec.lanes[0].recipe;
                field.set(recipe, choice.id);
                QVERIFY2(recipe_from_json(to_json(recipe)) == recipe, choice.id.c_str());
                QVERIFY2(spec_from_json(to_json(spec)) == spec, choice.id.c_str());
                ExperimentSpec set = default_experiment();
                set_field(set, "lanes[0].recipe." + field.path + "=" + choice.id);
                QVERIFY2(set == spec, choice.id.c_str());
            }
    }

    void later_blocks_are_written_where_they_differ() {
        Recipe recipe;
        recipe.trained.kind = TrainedKind::head;
        QCOMPARE(to_json(recipe),
                 first_format.substr(0, first_format.size() - 1) + R"(,"trained":{"kind":"head"}})");
        recipe.statistics.kind = StatisticsKind::source;
        QVERIFY(to_json(recipe).ends_with(R"("trained":{"kind":"head"},"statistics":{"kind":"source"}})"));
        QVERIFY(recipe_from_json(to_json(recipe)) == recipe);
        const auto all = recipe_value(Recipe{});
        QCOMPARE(all.at("output").at("kind"), "live");
    }

    /// What a file leaves out is read as the method's: a lane that was set back to Recipe{} names the field.
    void a_field_is_written_where_the_method_has_another_value() {
        Recipe method;
        method.trained.kind = TrainedKind::head;
        QVERIFY(!recipe_value(Recipe{}, Unset::left_out).contains("trained"));
        QCOMPARE(recipe_value(Recipe{}, Unset::left_out, method).at("trained").at("kind"), "norms");
        QCOMPARE(recipe_value(method, Unset::left_out, method).at("trained").at("kind"), "head");
    }

    void later_blocks_are_set_by_hand_and_stay() {
        ExperimentSpec spec = default_experiment();
        set_field(spec, "lanes[1].recipe.trained.kind=all");
        QCOMPARE(spec.lanes[1].recipe.trained.kind, TrainedKind::all);
        const std::vector<Notice> notices = set_fields(spec, {"lanes[1].method=sar"});
        QCOMPARE(spec.lanes[1].recipe.trained.kind, TrainedKind::all);
        QVERIFY(sentence_of(notices.at(0)).ends_with("kept as set by hand: trained.kind \"all\""));
        set_field(spec, R"(lanes[1].recipe={"trained":{"kind":"norms"}})");
        QVERIFY(spec.lanes[1].recipe == make_lane("sar").recipe);
        const LaneBasis before = lane_basis(spec);
        set_field(spec, "lanes[0].recipe.statistics.kind=source");
        spec.stream.batch_size = 1;
        QVERIFY(!suit_lanes(spec, before).empty());
        QCOMPARE(spec.lanes[0].recipe.statistics.kind, StatisticsKind::source);
    }

    void what_is_not_read_is_told_by_its_path_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* json, const char* sentence) {
            QTest::newRow(json) << json << sentence;
        };
        row(R"({"trained":{"kind":"bias"}})", "recipe.trained.kind: expected one of norms, head, all, "
                                              "encoder, none, lora, norms_and_lora, shift, found \"bias\"");
        row(R"({"trained":"head"})", "recipe.trained: expected an object, found \"head\"");
        row(R"({"trained":{"kinds":"head"}})", "recipe.trained.kinds: unknown key");
        row(R"({"views":{"kind":3}})",
            "recipe.views.kind: expected one of none, strong, mild, mixed, found 3");
        row(R"({"kind":"head"})", "recipe.kind: unknown key");
        row(R"({"trained.kind":"head"})", "recipe.trained.kind: unknown key");
        row(R"({"selection":{"margin":"0.4"}})", "recipe.selection.margin: expected a number, found \"0.4\"");
        row(R"({"selection":{"margin":null}})", "recipe.selection.margin: expected a number, found null");
        row(R"({"adapts":{"kind":1}})", "recipe.adapts: expected true or false, found {\"kind\":1}");
        row(R"({"frozen_prefixes":"layer4"})", "recipe.frozen_prefixes: expected a list, found \"layer4\"");
        row(R"({"frozen_prefixes":["a",1]})", "recipe.frozen_prefixes[1]: expected a text, found 1");
        row("[1]", "recipe: expected an object, found [1]");
    }
    void what_is_not_read_is_told_by_its_path() {
        QFETCH(QString, json);
        QFETCH(QString, sentence);
        QCOMPARE(QString::fromStdString(refusal(json.toStdString())), sentence);
    }

    void names_that_are_no_utf8_survive() {
        Recipe recipe;
        recipe.frozen_prefixes = {"layer\xff", "norm"};
        QVERIFY(recipe_from_json(to_json(recipe)) == recipe);
    }

    void margins_out_of_range_are_refused() {
        for (const char* field :
             {"selection.margin=-0.1", "selection.weight_margin=1e9", "selection.redundancy_margin=-3",
              "selection.plpd_threshold=2", "recovery.threshold=1e9", "optimiser.rho=-1"}) {
            ExperimentSpec spec = default_experiment();
            set_field(spec, std::string("lanes[1].recipe.") + field);
            const std::string path = std::string(field).substr(0, std::string(field).find('='));
            const std::string said = test_files::sentence_of([&] { validate(spec); });
            QVERIFY2(said.starts_with("lanes[1].recipe." + path + ": expected "), said.c_str());
        }
    }

    /// A knob is a row: files, assignments, checks and the look for vain fields know it from there.
    void a_row_is_all_that_a_field_needs() {
        const ExtraRecipeField extra(dummy_field());
        ExperimentSpec spec = default_experiment();
        const std::string path = "lanes[1].recipe.selection.dummy";
        const std::vector<std::string> in_vain = {path + "=3"};
        set_fields(spec, {"lanes[1].method=eta", path + "=3"});
        QVERIFY(to_json(spec).find("\"dummy\": 3.0") != std::string::npos);
        QVERIFY(spec_from_json(to_json(spec)) == spec);
        QVERIFY(to_json(default_experiment()).find("dummy") == std::string::npos);
        expect_used(spec, in_vain);
        spec = default_experiment();
        set_fields(spec, in_vain);
        QCOMPARE(test_files::sentence_of([&] { expect_used(spec, in_vain); }),
                 path + ": has no effect: the recipe's selection.kind is all");
        set_fields(spec, {"lanes[1].method=eta", path + "=12"});
        QCOMPARE(test_files::sentence_of([&] { validate(spec); }),
                 path + ": expected 0 to 10, found 12.000000");
        QCOMPARE(test_files::sentence_of([&] { set_field(spec, path + "=on"); }),
                 path + ": expected a number, found \"on\"");
    }
};

QTEST_GUILESS_MAIN(TestRecipeJson)
#include "test_recipe_json.moc"
