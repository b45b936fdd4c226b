#include "core/recipe/default_rates.h"

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
            if (named_recipe(id).rates.published > 0)
                factor = 1;
            QVERIFY(std::abs(at_1.rate / at_64.rate - factor) < 1e-12);
            if (named_recipe(id).rates.published == 0)
                QVERIFY(std::abs(at_1.predictor_rate / at_64.predictor_rate - factor) < 1e-12);
            QVERIFY(recipe_for(id, family, 16).optimiser == at_64);
        }
    }

    /// The rule stands in the method's row: no block of its recipe gives it away.
    void rates_follow_the_row_of_the_method() {
        for (const NamedRecipe& row : named_recipes()) {
            QCOMPARE(row.rates.zerosiam, row.id.starts_with("zerosiam"));
            QCOMPARE(row.rates.spares_top, on_lower_layers.contains(row.id));
            QCOMPARE(row.rates.doubled_at_one, doubled.contains(row.id));
            const double norms = recipe_for(row.id, "resnet50_gn", 64).optimiser.rate;
            const double expected = row.rates.published > 0 ? row.rates.published
                                    : row.rates.zerosiam    ? 2.5e-3
                                                            : 2.5e-4;
            QVERIFY(std::abs(norms / expected - 1) < 1e-9);
        }
        QCOMPARE(recipe_for("tent_adam", "resnet_gn", 1).optimiser.rate, 1e-3);
        QCOMPARE(recipe_for("shot_im", "resnet50_gn", 64, 1000).optimiser.rate, 1e-3);
        QCOMPARE(recipe_for("roid", "vit", 64).optimiser.rate, recipe_for("tent", "vit", 64).optimiser.rate);
    }

    /// Rates and factors of the reference code at batch 64, for each of its architectures.
    void published_rates_data() {
        QTest::addColumn<QString>("network");
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("norms");
        QTest::addColumn<double>("predictor");
        QTest::addColumn<QString>("left_alone");
        QTest::newRow("ResNet-50") << "resnet50_gn" << 2.5e-4 << 2.5e-3 << 2.5e-2 << "layer4";
        QTest::newRow("ViT-B") << "vit_base_patch16_224" << 1e-3 << 5e-3 << 5e-3
                               << "blocks.9 blocks.10 blocks.11 norm";
        QTest::newRow("ViT-S") << "vit_small_patch16_224" << 1e-4 << 1e-3 << 1e-2
                               << "blocks.9 blocks.10 blocks.11 norm";
        QTest::newRow("ConvNeXt-T") << "convnext_tiny" << 2.5e-5 << 2.5e-4 << 2.5e-3
                                    << "stages.3 norm_pre head.norm";
        QTest::newRow("Swin-T") << "swin_tiny_patch4_window7_224" << 5e-5 << 5e-4 << 2.5e-3
                                << "layers.3 norm";
    }
    void published_rates() {
        QFETCH(QString, network);
        QFETCH(double, rate);
        QFETCH(double, norms);
        QFETCH(double, predictor);
        QFETCH(QString, left_alone);
        const std::string id = network.toStdString();
        const auto near = [](double a, double b) { return std::abs(a - b) <= 1e-12 * b; };
        QVERIFY(near(recipe_for("tent", id, 64, 1000).optimiser.rate, rate));
        const Recipe zerosiam = recipe_for("zerosiam", id, 64, 1000), sar = recipe_for("sar", id, 64, 1000);
        QVERIFY(near(zerosiam.optimiser.rate, norms));
        QVERIFY(near(zerosiam.optimiser.predictor_rate, predictor));
        QVERIFY(zerosiam.frozen_prefixes.empty());
        QStringList layers;
        for (const std::string& layer : sar.frozen_prefixes)
            layers << QString::fromStdString(layer);
        QCOMPARE(layers.join(" "), left_alone);
        // At batch size 1 a ResNet with GroupNorm has twice the others' rate.
        const double single = recipe_for("tent", id, 1, 1000).optimiser.rate;
        QVERIFY(near(single, rate / 64 * (id == "resnet50_gn" ? 2 : 1)));
        QVERIFY(origin_of_rates(id).find("published") != std::string_view::npos);
    }

    void margins_suit_the_number_of_classes() {
        for (const auto& [classes, margin, fisher] :
             {std::tuple(10, 0.4, 1.0), {100, 0.4, 1.0}, {1000, 0.05, 2000.0}}) {
            const Recipe eata = recipe_for("eata", "resnet50_gn", 64, classes);
            QCOMPARE(eata.selection.redundancy_margin, margin);
            QCOMPARE(eata.regulariser.fisher_alpha, fisher);
            QCOMPARE(recipe_for("eta", "resnet50_gn", 64, classes).regulariser.fisher_alpha, 0.0);
            QCOMPARE(eata.selection.margin, 0.4); // times ln K
        }
        QVERIFY(recipe_for("eata", "resnet_gn", 64) == recipe_for("eata", "resnet_gn", 64, 10));
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
