#include "core/adapt/default_rates.h"

#include <QtTest>

#include <cmath>
#include <set>

using namespace lab;

namespace {

const std::set<std::string> doubled = {"sar",          "deyo",         "come",     "eata_come",
                                       "sar_come",     "deyo_come",    "zerosiam", "zerosiam_eata",
                                       "zerosiam_sar", "zerosiam_deyo"};
const std::set<std::string> on_lower_layers = {"sar",       "sar_come",     "deyo",
                                               "deyo_come", "zerosiam_sar", "zerosiam_deyo"};

} // namespace

class TestDefaultRates : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void the_method_stays_what_it_is() {
        for (const NamedRecipe& row : named_recipes())
            for (const char* family : {"resnet_gn", "resnet_bn", "vit"}) {
                Recipe recipe = recipe_for(row.id, family, 64);
                QVERIFY(recipe.optimiser.rate > 0 && recipe.optimiser.predictor_rate > 0);
                QCOMPARE(!recipe.frozen_prefixes.empty(), on_lower_layers.contains(row.id));
                recipe.frozen_prefixes.clear();
                recipe.optimiser.rate = row.recipe.optimiser.rate;
                recipe.optimiser.predictor_rate = row.recipe.optimiser.predictor_rate;
                QVERIFY2(recipe == row.recipe, row.id.c_str());
            }
    }

    void single_pictures_have_scaled_rates_data() {
        QTest::addColumn<QString>("method");
        for (const NamedRecipe& row : named_recipes())
            QTest::newRow(row.id.c_str()) << QString::fromStdString(row.id);
    }
    void single_pictures_have_scaled_rates() {
        QFETCH(QString, method);
        const std::string id = method.toStdString();
        for (const char* family : {"resnet_gn", "resnet_bn", "vit"}) {
            const Optimiser at_64 = recipe_for(id, family, 64).optimiser;
            const Optimiser at_1 = recipe_for(id, family, 1).optimiser;
            double factor = family == std::string("resnet_gn") ? 2.0 / 64 : 1.0 / 64;
            if (doubled.contains(id))
                factor *= 2;
            QVERIFY(std::abs(at_1.rate / at_64.rate - factor) < 1e-12);
            QVERIFY(std::abs(at_1.predictor_rate / at_64.predictor_rate - factor) < 1e-12);
            QVERIFY(recipe_for(id, family, 16).optimiser == at_64);
        }
    }

    void unknown_names() {
        QVERIFY(recipe_for("sar", "swin", 64) == recipe_for("sar", "resnet_gn", 64));
        QVERIFY_EXCEPTION_THROWN(recipe_for("magic", "vit", 64), std::invalid_argument);
    }

    void the_table_of_methods() {
        std::set<std::string> ids, titles;
        for (const NamedRecipe& row : named_recipes()) {
            ids.insert(row.id);
            titles.insert(row.title);
            QVERIFY(!row.summary.empty());
            QCOMPARE(named_recipe(row.id).title, row.title);
        }
        QCOMPARE(ids.size(), named_recipes().size());
        QCOMPARE(titles.size(), named_recipes().size());
        const Recipe tent = named_recipe("tent").recipe, zerosiam = named_recipe("zerosiam").recipe;
        QVERIFY(tent.alignment.predictor == PredictorKind::none);
        QVERIFY(zerosiam.alignment ==
                (Alignment{PredictorKind::linear, true, 1.0, DivergenceKind::symmetric_kl}));
        QVERIFY(named_recipe("deyo").recipe.selection.margin == 0.5);
        QVERIFY(named_recipe("sar").recipe.optimiser.kind == OptimiserKind::sam);
        QVERIFY(named_recipe("sar").recipe.recovery.enabled);
        QVERIFY(named_recipe("eata").recipe.regulariser.fisher_alpha > 0);
        QVERIFY(named_recipe("eta").recipe.regulariser.fisher_alpha == 0);
        QVERIFY(!named_recipe("no_adaptation").recipe.adapts);
    }
};

QTEST_GUILESS_MAIN(TestDefaultRates)
#include "test_default_rates.moc"
