#include "core/adapt/adapter.h"
#include "core/adapt/blocks/class_drift.h"
#include "core/adapt/blocks/objective.h"
#include "core/adapt/blocks/worn_tensors.h"
#include "core/recipe/recipe_fields.h"
#include "tests/support/random_models.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace lab;

namespace {

at::Tensor pictures(int number, std::int64_t n = 16) {
    return test_models::pictures(n, 100 + static_cast<std::uint64_t>(number));
}

/// Rates that move the small network, memories that fill within a few of its batches.
Recipe recipe_named(const std::string& id) {
    Recipe recipe = named_recipe(id).recipe;
    recipe.optimiser.rate = 0.02;
    recipe.memory.capacity = 20;
    if (recipe.memory.update_every > 0)
        recipe.memory.update_every = 24;
    recipe.views.count = std::min(recipe.views.count, 3);
    recipe.teacher.momentum = 0.9;
    return recipe;
}

Adapter adapter_for(const Recipe& recipe, NormKind norm = NormKind::batch) {
    Adapter adapter(test_models::convnet(norm), recipe, 7);
    if (recipe.teacher.by_divergence)
        adapter.estimate_class_means({pictures(1000, 64), pictures(1001, 64)});
    return adapter;
}

NamedTensors of(const AdapterState& state, const std::string& prefix) {
    NamedTensors own;
    for (const auto& [name, tensor] : state)
        if (name.starts_with(prefix))
            own[name.substr(prefix.size())] = tensor;
    return own;
}

bool same(const NamedTensors& a, const NamedTensors& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.first == y.first && at::equal(x.second, y.second);
    });
}

std::vector<at::Tensor> steps(Adapter& adapter, int first, int last) {
    std::vector<at::Tensor> logits;
    for (int i = first; i <= last; ++i)
        logits.push_back(adapter.step(pictures(i)).logits);
    return logits;
}

bool same(const std::vector<at::Tensor>& a, const std::vector<at::Tensor>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const at::Tensor& x, const at::Tensor& y) { return at::equal(x, y); });
}

double largest(const at::Tensor& x) {
    return x.abs().max().item<double>();
}

} // namespace

class TestTeacher : public QObject {
    Q_OBJECT

    static void add(const std::vector<const char*>& methods) {
        QTest::addColumn<QString>("method");
        for (const char* method : methods)
            QTest::newRow(method) << QString(method);
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    /// ν = 0.
    void a_teacher_that_does_not_follow_stays_data() { add({"cotta", "rotta", "petta"}); }
    void a_teacher_that_does_not_follow_stays() {
        QFETCH(QString, method);
        Recipe recipe = recipe_named(method.toStdString());
        recipe.teacher.momentum = 1;
        recipe.restoration.kind = RestorationKind::none;
        Adapter adapter = adapter_for(recipe, NormKind::group);
        const NamedTensors start = of(adapter.state(), "trained/");
        steps(adapter, 1, 6);
        QVERIFY(!same(of(adapter.state(), "trained/"), start));
        QVERIFY(same(of(adapter.state(), "teacher/average/"), start));
    }

    /// ν = 1, and between: by hand from the weights.
    void a_teacher_follows_by_its_share_data() { add({"cotta", "rotta"}); }
    void a_teacher_follows_by_its_share() {
        QFETCH(QString, method);
        Recipe recipe = recipe_named(method.toStdString());
        recipe.restoration.kind = RestorationKind::none;
        recipe.memory.update_every = 16;
        for (const double momentum : {0.0, 0.25, 0.9}) {
            recipe.teacher.momentum = momentum;
            Adapter adapter = adapter_for(recipe, NormKind::group);
            NamedTensors teacher = of(adapter.state(), "teacher/average/");
            for (int i = 1; i <= 3; ++i) {
                adapter.step(pictures(i));
                for (const auto& [name, live] : of(adapter.state(), "trained/"))
                    teacher[name] = momentum * teacher.at(name) + (1 - momentum) * live;
                for (const auto& [name, own] : of(adapter.state(), "teacher/average/"))
                    QVERIFY2(largest(own - teacher.at(name)) < 1e-12, name.c_str());
            }
        }
    }

    void cotta_goes_back_for_certain() {
        Recipe recipe = recipe_named("cotta");
        recipe.restoration.probability = 1;
        Adapter adapter = adapter_for(recipe);
        const NamedTensors start = of(adapter.state(), "trained/");
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(adapter.step(pictures(i)).stepped.item<bool>());
            QVERIFY(same(of(adapter.state(), "trained/"), start));
        }
        QVERIFY(!same(of(adapter.state(), "teacher/average/"), start)); // it had followed before
    }

    /// About as many values go back as the probability says, others in every step.
    void cotta_goes_back_by_chance() {
        Recipe recipe = recipe_named("cotta");
        recipe.restoration.probability = 0.3;
        recipe.optimiser.kind = OptimiserKind::adam;
        Adapter adapter = adapter_for(recipe);
        const NamedTensors start = of(adapter.state(), "trained/");
        NamedTensors before;
        for (int i = 1; i <= 3; ++i) {
            adapter.step(pictures(i));
            double back = 0, all = 0;
            NamedTensors went;
            for (const auto& [name, value] : of(adapter.state(), "trained/")) {
                went[name] = value.eq(start.at(name));
                back += went.at(name).sum().item<double>();
                all += static_cast<double>(value.numel());
            }
            QVERIFY2(std::abs(back / all - 0.3) < 0.05, qPrintable(QString::number(back / all)));
            QVERIFY(!same(went, before));
            before = went;
        }
    }

    /// The source's confidence decides whether the target is a mean over views.
    void cotta_looks_at_views_where_the_source_is_unsure() {
        Recipe recipe = recipe_named("cotta");
        Draws draws;
        draws.views = at::stack({pictures(50), pictures(51), pictures(52)});
        for (const double threshold : {0.0, 1.0}) {
            recipe.teacher.view_confidence = threshold;
            Adapter adapter = adapter_for(recipe);
            const at::Tensor x = pictures(1);
            const auto source = test_models::convnet(NormKind::batch);
            source->set_norm_mode(NormMode::batch_statistics);
            const auto logits = [&](const at::Tensor& of) { return source->head(source->features(of)); };
            at::Tensor expected = logits(x);
            if (threshold == 1)
                expected = (logits(draws.views[0]) + logits(draws.views[1]) + logits(draws.views[2])) / 3;
            const StepResult step = adapter.step(x, draws);
            QVERIFY(largest(step.logits - expected) < 1e-12);
            const at::Tensor q = expected.softmax(1), log_p = logits(x).log_softmax(1);
            QVERIFY(std::abs((step.loss + (q * log_p).sum(1).mean()).item<double>()) < 1e-12);
        }
    }

    void the_source_as_a_teacher_stays() {
        Recipe recipe = recipe_named("tent");
        recipe.teacher.kind = TeacherKind::source;
        recipe.output.kind = OutputKind::teacher;
        Adapter adapter = adapter_for(recipe);
        const at::Tensor first = adapter.step(pictures(1)).logits;
        steps(adapter, 2, 5);
        QVERIFY(at::equal(adapter.step(pictures(1)).logits, first));
        QVERIFY(!at::equal(adapter.classifier().head(adapter.classifier().features(pictures(1))), first));
    }

    /// Predictor and divergence stand beside a teacher's targets.
    void the_pair_goes_with_a_teacher_data() { add({"cotta", "rotta", "note", "memo"}); }
    void the_pair_goes_with_a_teacher() {
        QFETCH(QString, method);
        Recipe recipe = recipe_named(method.toStdString());
        recipe.recovery.enabled = false; // MEMO's predictor begins with every picture otherwise
        Adapter plain = adapter_for(recipe);
        recipe.alignment = named_recipe("zerosiam").recipe.alignment;
        recipe.optimiser.predictor_rate = 0.05;
        Adapter paired = adapter_for(recipe);
        QCOMPARE(paired.step(pictures(1, 30)).distance.item<double>() > 1e-9, true);
        steps(paired, 2, 4);
        plain.step(pictures(1, 30));
        steps(plain, 2, 4);
        QVERIFY(!same(of(paired.state(), "trained/"), of(plain.state(), "trained/")));
        QVERIFY(paired.step(pictures(5, 30)).loss_divergence.item<double>() > 0);
    }

    void a_state_goes_on_data() { add({"lame", "t3a", "memo", "cotta", "rotta", "petta", "note"}); }
    /// Bit for bit, in the middle of a memory and of random draws; and a reset is the beginning.
    void a_state_goes_on() {
        QFETCH(QString, method);
        const Recipe recipe = recipe_named(method.toStdString());
        Adapter adapter = adapter_for(recipe);
        const auto first = steps(adapter, 1, 4);
        const AdapterState kept = adapter.state();
        const auto onwards = steps(adapter, 5, 9);
        adapter.restore(kept);
        QVERIFY(same(adapter.state(), kept));
        QVERIFY(same(steps(adapter, 5, 9), onwards));
        // An adapter that was something else before.
        Adapter other = adapter_for(recipe_named("tent"));
        steps(other, 20, 22);
        other.set_recipe(recipe);
        other.restore(kept);
        QVERIFY(same(steps(other, 5, 9), onwards));
        adapter.reset();
        QVERIFY(same(steps(adapter, 1, 4), first));
    }

    /// Methods thrown into one another in a run: all go on, and what they learnt stays.
    void switches_in_a_run() {
        Adapter adapter = adapter_for(recipe_named("tent"));
        adapter.estimate_class_means({pictures(1000, 64)});
        int number = 0;
        for (const char* method :
             {"cotta", "rotta", "t3a", "petta", "memo", "note", "lame", "cotta", "tent"}) {
            adapter.set_recipe(recipe_named(method));
            for (int i = 0; i < 3; ++i) {
                const StepResult step = adapter.step(pictures(++number, i == 1 ? 5 : 16));
                QVERIFY2(step.logits.isfinite().all().item<bool>(), method);
                QCOMPARE(step.logits.size(0), i == 1 ? 5 : 16);
            }
        }
        QVERIFY(adapter.state().contains("memory/pictures"));
        adapter.reset();
        const auto fresh = test_models::convnet(NormKind::batch);
        for (const auto& [name, value] : fresh->parameters().state())
            QVERIFY2(at::equal(value, adapter.classifier().parameters().state().at(name)), name.c_str());
    }

    void batches_of_any_size_data() { add({"lame", "t3a", "memo", "cotta", "rotta", "petta", "note"}); }
    void batches_of_any_size() {
        QFETCH(QString, method);
        Adapter adapter = adapter_for(recipe_named(method.toStdString()), NormKind::group);
        for (int i = 0; i < 30; ++i)
            QVERIFY(adapter.step(pictures(i, 1)).logits.isfinite().all().item<bool>());
        QVERIFY(adapter.step(pictures(50, 70)).logits.isfinite().all().item<bool>());
    }

    /// RoTTA's predictions are the batch's; NOTE meets each picture with what it has learnt so far.
    void updates_in_the_middle_of_a_batch() {
        for (const auto& [method, as_one] : {std::pair("rotta", true), std::pair("note", false)}) {
            Recipe recipe = recipe_named(method);
            recipe.memory.update_every = 10;
            Adapter whole = adapter_for(recipe), halves = adapter_for(recipe);
            const at::Tensor x = pictures(1);
            const at::Tensor at_once = whole.step(x).logits;
            const at::Tensor first = halves.step(x.narrow(0, 0, 10)).logits;
            QVERIFY(largest(at_once.narrow(0, 0, 10) - first) < 1e-12);
            const at::Tensor second = halves.step(x.narrow(0, 10, 6)).logits;
            QCOMPARE(largest(at_once.narrow(0, 10, 6) - second) < 1e-12, !as_one);
        }
    }

    /// γ by hand, the class means from before the batch; unknown classes count for nothing.
    void class_drift_by_hand() {
        ClassDriftBlock drift(at::kDouble);
        QVERIFY(!drift.known());
        const at::Tensor clean =
            at::tensor({0.0, 0.0, 2.0, 4.0, 1.0, 1.0, 3.0, 1.0, 9.0, 9.0}, at::kDouble).view({5, 2});
        const at::Tensor labels = at::tensor({0, 0, 1, 1, 2}, at::kLong);
        bool given = false;
        drift.estimate(
            [&] { return std::exchange(given, true) ? ModelInput() : ModelInput(clean); },
            [&](const ModelInput&) { return std::pair(clean, at::one_hot(labels, 3).to(at::kDouble)); });
        QVERIFY(drift.known());
        const at::Tensor mean = drift.state().at("mean"), variance = drift.state().at("variance");
        QVERIFY(largest(mean[0] - at::tensor({1.0, 2.0}, at::kDouble)) < 1e-12);
        QVERIFY(largest(variance[0] - at::tensor({2.0, 8.0}, at::kDouble)) < 1e-12);
        const at::Tensor z = at::tensor({3.0, 2.0, 7.0, 7.0}, at::kDouble).view({2, 2});
        const at::Tensor seen = at::tensor({0, 2}, at::kLong);
        QVERIFY(std::abs(drift.gamma(z, seen, 0.5).item<double>()) < 1e-15);
        QVERIFY(largest(drift.prototypes()[0] - at::tensor({2.0, 2.0}, at::kDouble)) < 1e-12);
        // (2 − 1)² / 2 and 0, on average.
        const double expected = 1 - std::exp(-0.25);
        QVERIFY(std::abs(drift.gamma(z, seen, 0.5).item<double>() - expected) < 1e-6);
        drift.reset({});
        QVERIFY(std::abs(drift.gamma(z, seen, 0.5).item<double>()) < 1e-15);
    }

    void memo_begins_anew_for_every_picture() {
        Recipe recipe = recipe_named("memo");
        Draws draws;
        draws.views = at::stack({pictures(50, 4), pictures(51, 4), pictures(52, 4)});
        Adapter adapter = adapter_for(recipe, NormKind::group);
        const at::Tensor x = pictures(1, 4);
        const at::Tensor together = adapter.step(x, draws).logits;
        for (std::int64_t row = 3; row >= 0; --row) {
            Draws own;
            own.views = draws.views.narrow(1, row, 1);
            QVERIFY(largest(adapter.step(x.narrow(0, row, 1), own).logits - together.narrow(0, row, 1)) <
                    1e-12);
        }
        QVERIFY(largest(adapter_for(recipe_named("no_adaptation"), NormKind::group).step(x).logits -
                        together) > 1e-6);
        // Without going back it learns on from picture to picture.
        recipe.recovery.enabled = false;
        Adapter online = adapter_for(recipe, NormKind::group);
        const at::Tensor learning = online.step(x, draws).logits;
        QVERIFY(largest(learning.narrow(0, 0, 1) - together.narrow(0, 0, 1)) < 1e-12);
        QVERIFY(largest(learning.narrow(0, 3, 1) - together.narrow(0, 3, 1)) > 1e-9);
    }

    void worn_tensors_are_taken_off_again() {
        const auto network = test_models::convnet(NormKind::batch);
        const StateDict before = network->parameters().state();
        NamedTensors other = {{"norm1.weight", at::full({8}, 2.0, at::kDouble)},
                              {"norm1.running_mean", at::full({8}, 3.0, at::kDouble)},
                              {"strange", at::zeros({1})}};
        {
            const WornTensors worn(*network, other);
            QCOMPARE(network->norms()[0]->weight[0].item<double>(), 2.0);
            at::Tensor(network->norms()[0]->running_mean).add_(1); // a layer that keeps averages
        }
        for (const auto& [name, value] : network->parameters().state())
            QVERIFY(at::equal(value, before.at(name)));
        QCOMPARE(other.at("norm1.running_mean")[3].item<double>(), 4.0);
        QCOMPARE(other.at("norm1.weight")[3].item<double>(), 2.0);
    }

    void what_cannot_be_is_named_data() {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<double>("value");
        for (const auto& [method, path, value] :
             {std::tuple("rotta", "memory.capacity", 0.0), std::tuple("rotta", "memory.update_every", -1.0),
              std::tuple("rotta", "teacher.momentum", 1.5), std::tuple("cotta", "views.count", 0.0),
              std::tuple("cotta", "restoration.probability", 1.01),
              std::tuple("cotta", "teacher.view_confidence", -0.1),
              std::tuple("lame", "lame.neighbours", 0.0), std::tuple("lame", "lame.rounds", 0.0),
              std::tuple("lame", "lame.tolerance", -1.0), std::tuple("t3a", "output.supports", -1.0),
              std::tuple("note", "statistics.shrinkage", -1.0),
              std::tuple("petta", "regulariser.cosine", -1.0),
              std::tuple("petta", "memory.timeliness", -1.0)})
            QTest::addRow("%s %g", path, value) << QString(method) << QString(path) << value;
    }
    void what_cannot_be_is_named() {
        QFETCH(QString, method);
        QFETCH(QString, path);
        QFETCH(double, value);
        Recipe recipe = named_recipe(method.toStdString()).recipe;
        validate_recipe(recipe, "recipe");
        const RecipeField& field = recipe_field(path.toStdString());
        const bool whole = field.access.kind == FieldKind::whole;
        field.set(recipe, whole ? FieldValue(static_cast<std::int64_t>(value)) : FieldValue(value));
        const std::string sentence = test_files::sentence_of([&] { validate_recipe(recipe, "recipe"); });
        QVERIFY2(sentence.starts_with("recipe." + path.toStdString() + ": expected "), sentence.c_str());
    }
};

QTEST_GUILESS_MAIN(TestTeacher)
#include "test_teacher.moc"
