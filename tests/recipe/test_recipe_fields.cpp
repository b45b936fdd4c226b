#include "core/recipe/field_access.h"
#include "tests/recipe/dummy_field.h"
#include "tests/support/test_files.h"

#include <QFile>
#include <QtTest>

#include <cmath>
#include <limits>
#include <set>

using namespace lab;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// A value that the field may have and does not have at first.
FieldValue other_value(const RecipeField& field) {
    const FieldValue initial = field.initial();
    if (const auto* flag = std::get_if<bool>(&initial))
        return !*flag;
    if (const auto* number = std::get_if<double>(&initial))
        return *number / 2 + 0.001;
    if (const auto* whole = std::get_if<std::int64_t>(&initial))
        return *whole + 1;
    if (std::holds_alternative<std::string>(initial))
        return field.access.choices.back().id == std::get<std::string>(initial)
                   ? field.access.choices.front().id
                   : field.access.choices.back().id;
    return std::vector<std::string>{"layer3", "norm"};
}

std::string refusal(const RecipeField& field, const FieldValue& value) {
    Recipe recipe;
    field.set(recipe, value);
    return test_files::sentence_of([&] { validate_recipe(recipe, "lanes[1].recipe"); });
}

std::string refused(const std::string& path, const std::string& rest) {
    return "lanes[1].recipe." + path + ": expected " + rest;
}

} // namespace

/// The table of recipe fields: everything that names a field reads it.
class TestRecipeFields : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void rows_are_whole() {
        std::set<std::string> paths, blocks;
        for (const FieldBlock& block : field_blocks())
            blocks.insert(block.id);
        for (const RecipeField& field : recipe_fields()) {
            QVERIFY2(paths.insert(field.path).second, field.path.c_str());
            QVERIFY2(blocks.contains(field.block), field.path.c_str());
            QVERIFY2(!field.title.empty() && !field.hint.empty(), field.path.c_str());
            QVERIFY2(field.change.find("%1") != std::string::npos, field.path.c_str());
            QCOMPARE(!field.change_to_none.empty(), field.access.kind == FieldKind::texts);
            QCOMPARE(!field.tick.empty(), field.access.kind == FieldKind::flag);
            QVERIFY2(is_allowed(field, field.initial()), field.path.c_str());
            for (const FieldNeed& need : field.needs)
                QVERIFY2(find_recipe_field(need.path) != nullptr, field.path.c_str());
            if (field.access.kind == FieldKind::number) // what a slider offers may be set
                QVERIFY2(is_allowed(field, field.slider.lowest) && is_allowed(field, field.slider.highest),
                         field.path.c_str());
        }
        QCOMPARE(paths.size(), std::size_t(86));
    }

    void a_row_reaches_its_own_member_alone() {
        for (const RecipeField& field : recipe_fields()) {
            if (field.access.choices.size() == 1)
                continue;
            Recipe recipe;
            const FieldValue value = other_value(field);
            field.set(recipe, value);
            QVERIFY2(field.get(recipe) == value && !(recipe == Recipe{}), field.path.c_str());
            for (const RecipeField& other : recipe_fields())
                QVERIFY2(&other == &field || other.get(recipe) == other.initial(), other.path.c_str());
            field.set(recipe, field.initial());
            QVERIFY2(recipe == Recipe{}, field.path.c_str());
        }
    }

    void values_of_another_kind_are_refused() {
        Recipe recipe;
        const auto said = [&](const char* path, const FieldValue& value) {
            return test_files::sentence_of([&] { set_recipe_field(recipe, path, value); });
        };
        QCOMPARE(said("alignment.alpha", true),
                 std::string("alignment.alpha: expected 0 to 1000, found true"));
        QCOMPARE(said("alignment.stop_gradient", 1.0),
                 std::string("alignment.stop_gradient: expected true or false, found 1.000000"));
        QCOMPARE(said("optimiser.kind", "lion"),
                 std::string("optimiser.kind: expected one of sgd, sam, adam, adamw, found \"lion\""));
        QCOMPARE(said("alignment.beta", 1.0), std::string("alignment.beta: unknown key"));
        QCOMPARE(test_files::sentence_of([&] { scale_recipe_field(recipe, "adapts", 2); }),
                 std::string("adapts: expected a number, found true"));
        QVERIFY(recipe == Recipe{});
        scale_recipe_field(recipe, "optimiser.rate", 10);
        QCOMPARE(recipe.optimiser.rate, 0.1);
    }

    void every_number_has_its_range() {
        for (const RecipeField& field : recipe_fields()) {
            if (field.access.kind != FieldKind::number)
                continue;
            for (const double value : {double(NAN), infinite, -infinite})
                QVERIFY2(refusal(field, value).starts_with(refused(field.path, "")), field.path.c_str());
            QVERIFY2(std::isfinite(field.range.lowest), field.path.c_str());
            QCOMPARE(refusal(field, field.range.lowest), std::string("nothing was thrown"));
            const double below = std::nextafter(field.range.lowest, -infinite);
            QVERIFY2(refusal(field, below).starts_with(refused(field.path, "")), field.path.c_str());
            if (!std::isfinite(field.range.highest))
                continue;
            const double above = std::nextafter(field.range.highest, infinite);
            QVERIFY2(refusal(field, above).starts_with(refused(field.path, "")), field.path.c_str());
            QCOMPARE(refusal(field, field.range.highest) == "nothing was thrown", !field.range.below_highest);
        }
    }

    void ranges_are_told() {
        const auto said = [](const char* path, double value) { return refusal(recipe_field(path), value); };
        QCOMPARE(said("selection.margin", -0.5), refused("selection.margin", "0 to 1000, found -0.500000"));
        QCOMPARE(said("selection.weight_margin", 1001),
                 refused("selection.weight_margin", "0 to 1000, found 1001.000000"));
        QCOMPARE(said("selection.redundancy_margin", -1),
                 refused("selection.redundancy_margin", "0 to 1000, found -1.000000"));
        QCOMPARE(said("selection.plpd_threshold", 1.5),
                 refused("selection.plpd_threshold", "-1 to 1, found 1.500000"));
        QCOMPARE(said("recovery.threshold", -1001),
                 refused("recovery.threshold", "-1000 to 1000, found -1001.000000"));
        QCOMPARE(said("optimiser.momentum", 1),
                 refused("optimiser.momentum", "0 to below 1, found 1.000000"));
        QCOMPARE(said("regulariser.fisher_alpha", -1),
                 refused("regulariser.fisher_alpha", "0 or more, found -1.000000"));
        for (const NamedRecipe& row : named_recipes())
            validate_recipe(row.recipe, row.id);
    }

    /// Values of one block that mean nothing without another: refused before any work.
    void company_that_is_missing_is_named_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("company");
        const auto row = [](const char* path, const char* value, const char* sentence, const char* other,
                            const char* company) {
            QTest::newRow(value) << path << value << sentence << other << company;
        };
        row("objective", "teacher_cross_entropy",
            "l.objective: teacher_cross_entropy asks for a teacher, found teacher.kind \"none\"",
            "teacher.kind", "average");
        row("objective", "teacher_symmetric",
            "l.objective: teacher_symmetric asks for a teacher, found teacher.kind \"none\"", "teacher.kind",
            "source");
        row("output.kind", "teacher",
            "l.output.kind: teacher asks for a teacher, found teacher.kind \"none\"", "teacher.kind",
            "average");
        row("objective", "marginal_entropy",
            "l.objective: marginal_entropy asks for views, found views.kind \"none\"", "views.kind",
            "strong");
    }
    void company_that_is_missing_is_named() {
        QFETCH(QString, path);
        QFETCH(QString, value);
        QFETCH(QString, sentence);
        QFETCH(QString, other);
        QFETCH(QString, company);
        Recipe recipe;
        set_recipe_field(recipe, path.toStdString(), value.toStdString());
        QCOMPARE(test_files::sentence_of([&] { validate_recipe(recipe, "l"); }), sentence.toStdString());
        set_recipe_field(recipe, other.toStdString(), company.toStdString());
        validate_recipe(recipe, "l");
        QVERIFY(!why_unused(recipe_field("loss.consistency"), Recipe{}).empty());
    }

    void a_field_has_an_effect_or_says_why_not() {
        const auto why = [](const char* method, const char* path) {
            return why_unused(recipe_field(path), named_recipe(method).recipe);
        };
        QCOMPARE(why("zerosiam", "alignment.alpha"), std::string());
        QCOMPARE(why("tent", "alignment.alpha"), std::string("the recipe's alignment.predictor is none"));
        QCOMPARE(why("tent", "optimiser.rho"), std::string("the recipe's optimiser.kind is sgd"));
        QCOMPARE(why("sar", "optimiser.rho"), std::string());
        QCOMPARE(why("sar", "selection.weight_margin"),
                 std::string("the recipe's selection.kind is entropy"));
        QCOMPARE(why("tent", "recovery.threshold"), std::string("the recipe's recovery is not enabled"));
        QCOMPARE(why("tent", "optimiser.predictor_rate"),
                 std::string("the recipe trains no predictor: alignment.predictor is none"));
        QCOMPARE(why("no_adaptation", "optimiser.rate"), std::string("the lane does not adapt"));
        QCOMPARE(why("no_adaptation", "adapts"), std::string());
        Recipe untrained = named_recipe("sar").recipe;
        untrained.trained.kind = TrainedKind::none;
        for (const char* path : {"optimiser.rate", "selection.margin", "recovery.enabled", "frozen_prefixes"})
            QCOMPARE(why_unused(recipe_field(path), untrained),
                     std::string("the recipe's trained.kind is none"));
        QVERIFY(why_unused(recipe_field("statistics.kind"), untrained).empty());
        Recipe random = named_recipe("zerosiam").recipe;
        random.alignment.predictor = PredictorKind::fixed_random;
        QVERIFY(!why_unused(recipe_field("optimiser.predictor_rate"), random).empty());
        QVERIFY(why_unused(recipe_field("alignment.divergence"), random).empty());
    }

    void a_change_in_words() {
        const Recipe before = named_recipe("zerosiam").recipe;
        Recipe after = before;
        QCOMPARE(change_text(before, after), std::string());
        after.optimiser.rate = 0.001;
        after.alignment.stop_gradient = false;
        after.frozen_prefixes = {"layer3", "norm"};
        QCOMPARE(change_text(before, after),
                 std::string("stop-gradient off, norm rate 0.001, frozen layers layer3, norm"));
        QCOMPARE(change_text(after, before),
                 std::string("stop-gradient on, norm rate 0.01, no layer frozen"));
        after = before;
        after.objective = ObjectiveKind::soft_likelihood_ratio;
        QCOMPARE(change_text(before, after), std::string("objective soft likelihood ratio"));
    }

    void the_greediest_recipe() {
        const Recipe sar = named_recipe("sar").recipe;
        Recipe other = sar;
        other.optimiser.rate = 3;
        other.recovery.threshold = 0.7;
        other.selection.margin = 0.1;
        QVERIFY(greediest_recipe(sar) == greediest_recipe(other));
        QCOMPARE(greediest_recipe(sar).selection.margin, infinite);
        QVERIFY(!greediest_recipe(sar).recovery.enabled);
        other.frozen_prefixes = {"layer1"};
        QVERIFY(!(greediest_recipe(sar) == greediest_recipe(other)));
        QVERIFY(!(greediest_recipe(sar) == greediest_recipe(named_recipe("tent").recipe)));
    }

    void facts_that_several_fields_tell() {
        QVERIFY(has_pair(named_recipe("zerosiam").recipe) && !has_pair(named_recipe("tent").recipe));
        Recipe still = named_recipe("zerosiam").recipe;
        QVERIFY(target_is_fixed(still));
        still.adapts = false;
        QVERIFY(!has_pair(still));
    }

    /// docs/methods.md has the table as it is; `collapse-lab-cli info --fields` writes it.
    void the_page_of_methods_has_the_table() {
        QFile file(QStringLiteral(LAB_SOURCE_DIR "/docs/methods.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string page = file.readAll().toStdString();
        QVERIFY(page.find(recipe_fields_page()) != std::string::npos);
        QVERIFY(recipe_fields_page().find("| `selection.kind` |") != std::string::npos);
    }

    /// A knob is a row: checks, words, effect, page and command line know it from there.
    void a_row_is_all_that_a_field_needs() {
        {
            const ExtraRecipeField extra(dummy_field());
            const RecipeField& row = recipe_field("selection.dummy");
            QCOMPARE(refusal(row, 11.0), refused("selection.dummy", "0 to 10, found 11.000000"));
            Recipe after;
            set_recipe_field(after, "selection.dummy", 3.0);
            QVERIFY(change_text({}, after).find("dummy 3") != std::string::npos);
            QCOMPARE(why_unused(row, after), std::string("the recipe's selection.kind is all"));
            QCOMPARE(card_fields().back()->path, std::string("selection.dummy"));
            QVERIFY(recipe_fields_page().find("| `selection.dummy` | Dummy | 0 to 10 |") !=
                    std::string::npos);
        }
        QVERIFY(find_recipe_field("selection.dummy") == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestRecipeFields)
#include "test_recipe_fields.moc"
