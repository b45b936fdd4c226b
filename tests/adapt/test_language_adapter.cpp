#include "core/adapt/blocks/divergence.h"
#include "core/adapt/blocks/objective.h"
#include "core/adapt/language_adapter.h"
#include "tests/support/random_models.h"
#include "tests/support/small_decoders.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>
#include <c10/core/GradMode.h>
#include <torch/csrc/autograd/autograd.h>

#include <cmath>

using namespace lab;

namespace {

const std::vector<TokenIds> questions = {{1, 7, 30, 12, 5, 9}, {1, 39}, {1, 3, 3, 8, 21}};

Decoding greedy(std::int64_t most = 6) {
    Decoding decoding;
    decoding.most_tokens = most;
    return decoding;
}

Recipe recipe_with(const std::function<void(Recipe&)>& change) {
    Recipe recipe = language_recipe("tent").recipe;
    change(recipe);
    return recipe;
}

/// A method whose margin lets tokens of a model through that is certain of nothing.
Recipe wide_margin(const std::string& id) {
    Recipe recipe = language_recipe(id).recipe;
    if (recipe.selection.unit == MarginUnit::nats)
        recipe.selection.margin = recipe.selection.weight_margin = 3;
    return recipe;
}

double apart(const at::Tensor& a, const at::Tensor& b) {
    return (a - b).abs().max().item<double>();
}

NamedTensors trained_of(const LanguageAdapter& adapter) {
    return copies(adapter.adapter().trained_norms());
}

/// The same rows by hand: logits with their graph.
at::Tensor logits_by_hand(const Decoder& model, const QuestionStep& step) {
    std::vector<at::Tensor> rows;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        TokenIds tokens = questions[i];
        for (std::int64_t j = 0; j < step.answers.lengths[i]; ++j)
            tokens.push_back(step.answers.tokens[static_cast<std::int64_t>(i)][j].item<std::int64_t>());
        const Sequences input = padded_left({tokens}, 0);
        const at::Tensor z = model.hidden(input.tokens, input.mask)[0];
        rows.push_back(model.head(z.narrow(0, std::ssize(questions[i]) - 1, step.answers.lengths[i])));
    }
    return at::cat(rows);
}

} // namespace

/// Adaptation on tokens: which rows, averaged how, trained what.
class TestLanguageAdapter : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void a_step_is_that_of_the_formula() {
        for (const TokenMean mean : {TokenMean::tokens, TokenMean::answers, TokenMean::sum}) {
            LanguageAdapter adapter(test_models::decoder("qwen3"), recipe_with([&](Recipe& r) {
                                        r.optimiser.rate = 0.03;
                                        r.tokens.choice = TokenChoice::first;
                                        r.tokens.count = 4;
                                        r.tokens.mean = mean;
                                    }),
                                    0);
            const auto model = test_models::decoder("qwen3");
            for (const auto& entry : model->parameters().entries())
                if (entry.role == TensorRole::norm_weight)
                    entry.value.set_requires_grad(true);
            const QuestionStep step = adapter.step(questions, greedy());
            const at::Tensor logits = logits_by_hand(*model, step);
            QVERIFY(apart(logits.detach(), step.result.logits) < 1e-12);
            const at::Tensor h = entropy_of(logits);
            at::Tensor loss = at::zeros({}, at::kDouble);
            std::int64_t begin = 0, kept = 0;
            for (const std::int64_t length : step.answers.lengths) {
                const std::int64_t first = std::min<std::int64_t>(4, length);
                const at::Tensor part = h.narrow(0, begin, first).sum();
                loss = loss + (mean == TokenMean::answers ? part / (3.0 * static_cast<double>(first)) : part);
                begin += length;
                kept += first;
            }
            if (mean == TokenMean::tokens)
                loss = loss / static_cast<double>(kept);
            QVERIFY(apart(loss.detach(), step.result.loss) < 1e-12);
            QCOMPARE(step.result.kept.item<double>(), static_cast<double>(kept));
            std::vector<at::Tensor> gains;
            std::vector<std::string> names;
            for (const auto& entry : model->parameters().entries())
                if (entry.value.requires_grad()) {
                    gains.push_back(entry.value);
                    names.push_back(entry.name);
                }
            const auto g = torch::autograd::grad({loss}, gains);
            QCOMPARE(names.size(), std::size_t(9)); // two layers of four norms, and the last
            for (std::size_t i = 0; i < gains.size(); ++i)
                QVERIFY(apart(gains[i].detach() - 0.03 * g[i],
                              adapter.adapter().trained_norms().at(names[i])) < 1e-12);
        }
    }

    void a_few_rows_at_a_time_are_all_rows() {
        // 40 tokens fit at once; a vocabulary of 2^19 has two rows at a time.
        nlohmann::json config = test_models::decoder_config();
        config["vocab_size"] = 1 << 19;
        for (const bool stop : {true, false}) {
            const Recipe recipe = recipe_with([&](Recipe& r) {
                r.alignment = {PredictorKind::linear, stop, 0.7, DivergenceKind::jensen_shannon};
                r.trained.kind = TrainedKind::norms_and_lora;
            });
            LanguageAdapter adapter(test_models::decoder_of(config), recipe, 3);
            QCOMPARE(adapter.decoder().rows_at_once(), std::int64_t(2));
            // A predictor off the identity, so that there is a divergence.
            AdapterState state = adapter.adapter().state();
            at::Tensor predictor = state.at("alignment/predictor.linear");
            predictor += 0.05 * at::arange(256, at::kDouble).sin().view({16, 16});
            adapter.adapter().restore(state);

            const auto model = test_models::decoder_of(config);
            const QuestionStep step = adapter.step(questions, greedy(3));
            const at::Tensor p = predictor.clone().set_requires_grad(true);
            model->parameters().entries().front().value.set_requires_grad(false);
            const at::Tensor target = logits_by_hand(*model, step);
            const at::Tensor online = model->head(step.result.features.matmul(p.t()));
            const at::Tensor h = entropy_of(online).mean();
            const at::Tensor d = divergence_of(DivergenceKind::jensen_shannon, online, target).mean();
            QVERIFY(apart(h.detach(), step.result.loss_objective) < 1e-10);
            QVERIFY(apart(d.detach(), step.result.loss_divergence) < 1e-10);
            QVERIFY(d.item<double>() > 1e-4);
            const at::Tensor g = torch::autograd::grad({h + 0.7 * d}, {p})[0];
            const at::Tensor there = adapter.adapter().predictor().matrix(PredictorKind::linear);
            QVERIFY(apart(predictor - recipe.optimiser.predictor_rate * g.detach(), there.detach()) < 1e-12);
        }
    }

    void everything_trained_has_a_gradient_data() {
        QTest::addColumn<QString>("family");
        QTest::addColumn<int>("kind");
        for (const char* family : {"llama", "qwen2", "qwen3"})
            for (const auto& [name, kind] :
                 {std::pair{"norms", TrainedKind::norms}, std::pair{"lora", TrainedKind::lora},
                  std::pair{"norms and lora", TrainedKind::norms_and_lora},
                  std::pair{"shift", TrainedKind::shift}, std::pair{"head", TrainedKind::head},
                  std::pair{"all", TrainedKind::all}})
                QTest::newRow(qPrintable(QString("%1, %2").arg(family, name)))
                    << QString(family) << static_cast<int>(kind);
    }
    /// A method that trains what gets no gradient changes nothing, and nobody is told.
    void everything_trained_has_a_gradient() {
        QFETCH(QString, family);
        QFETCH(int, kind);
        LanguageAdapter adapter(test_models::decoder(family.toStdString()), recipe_with([&](Recipe& r) {
                                    r.trained.kind = static_cast<TrainedKind>(kind);
                                    r.trained.lora.targets = {"q_proj",    "k_proj",  "v_proj",   "o_proj",
                                                              "gate_proj", "up_proj", "down_proj"};
                                    r.trained.lora.rank = 2;
                                    r.alignment.predictor = PredictorKind::linear;
                                }),
                                0);
        const NamedTensors before = trained_of(adapter);
        QVERIFY(!before.empty());
        for (int i = 0; i < 2; ++i) // A moves once B is no longer zero
            adapter.step(questions, greedy());
        for (const auto& [name, value] : before)
            QVERIFY2(apart(value, adapter.adapter().trained_norms().at(name)) > 0, name.c_str());
        for (const auto& [name, value] : adapter.adapter().state())
            if (name.starts_with("optimiser/"))
                QVERIFY2(value.abs().max().item<double>() > 0, name.c_str());
        QVERIFY(apart(adapter.adapter().predictor().matrix(PredictorKind::linear), at::eye(16, at::kDouble)) >
                0);
        // And nothing else moves.
        const auto untouched = test_models::decoder(family.toStdString());
        for (const auto& entry : untouched->parameters().entries())
            if (!before.contains(entry.name))
                for (const auto& now : adapter.decoder().parameters().entries())
                    if (now.name == entry.name)
                        QVERIFY2(at::equal(now.value, entry.value), entry.name.c_str());
    }

    void without_predictor_zerosiam_is_tent_to_the_bit() {
        LanguageAdapter tent(test_models::decoder(), language_recipe("tent").recipe, 0);
        Recipe off = language_recipe("zerosiam").recipe;
        off.alignment.predictor = PredictorKind::none;
        LanguageAdapter siamese(test_models::decoder(), off, 0);
        for (int i = 0; i < 3; ++i)
            QVERIFY(at::equal(tent.step(questions, greedy()).result.logits,
                              siamese.step(questions, greedy()).result.logits));
        for (const auto& [name, value] : trained_of(tent))
            QVERIFY(at::equal(value, siamese.adapter().trained_norms().at(name)));
    }

    void every_method_takes_its_step() {
        for (const NamedRecipe& row : language_recipes()) {
            LanguageAdapter adapter(test_models::decoder("qwen2"), wide_margin(row.id), 0);
            const NamedTensors before = copies(adapter.decoder().parameters().state());
            double moved = 0;
            QuestionStep step;
            for (int i = 0; i < 3; ++i) {
                step = adapter.step(questions, greedy());
                QCOMPARE(step.answers.lengths.size(), questions.size());
                QCOMPARE(step.result.logits.size(0), step.rows.places.size(0));
                QVERIFY(step.result.logits.isfinite().all().item<bool>());
                if (row.recipe.adapts)
                    QVERIFY2(step.result.stepped.item<double>() == 1, row.id.c_str());
            }
            for (const auto& entry : adapter.decoder().parameters().entries())
                if (before.contains(entry.name))
                    moved = std::max(moved, apart(entry.value, before.at(entry.name)));
            const bool forgets = row.recipe.tokens.reset_each || !row.recipe.adapts;
            const bool beside =
                row.recipe.trained.kind == TrainedKind::lora; // pairs are all there from the start
            QVERIFY2(forgets ? moved == 0 : moved > 0 || beside, row.id.c_str());
        }
    }

    void nothing_kept_is_no_step() {
        LanguageAdapter adapter(test_models::decoder(),
                                recipe_with([](Recipe& r) { r.tokens.choice = TokenChoice::after_mark; }), 0,
                                {{39}}); // never said
        const NamedTensors before = trained_of(adapter);
        const QuestionStep step = adapter.step(questions, greedy(3));
        QCOMPARE(step.result.stepped.item<double>(), 0.0);
        QVERIFY(step.result.loss.isnan().item<bool>());
        for (const auto& [name, value] : before)
            QVERIFY(at::equal(value, adapter.adapter().trained_norms().at(name)));
        // Questions of one token have none to predict.
        LanguageAdapter tlm(test_models::decoder(), language_recipe("tlm").recipe, 0);
        QCOMPARE(tlm.step({{1}, {5}}, greedy(2)).result.stepped.item<double>(), 0.0);
    }

    void uncertain_tokens_are_kept_above_the_margin() {
        for (const MarginUnit unit : {MarginUnit::nats, MarginUnit::log_classes}) {
            LanguageAdapter adapter(test_models::decoder(), recipe_with([&](Recipe& r) {
                                        r.selection.kind = SelectionKind::uncertain;
                                        r.selection.unit = unit;
                                        r.selection.margin =
                                            unit == MarginUnit::nats ? 1.6 : 1.6 / std::log(40.0);
                                    }),
                                    0);
            const QuestionStep step = adapter.step(questions, greedy(8));
            const at::Tensor above = entropy_of(step.result.logits) > 1.6;
            QVERIFY(at::equal(step.result.selected, above));
            QVERIFY(above.any().item<bool>() && !above.all().item<bool>()); // else this says little
            const at::Tensor h = entropy_of(step.result.logits).masked_select(above).mean();
            QVERIFY(apart(h, step.result.loss) < 1e-12);
        }
    }

    void tlm_weighs_surprising_questions() {
        for (const double margin : {0.0, 3.0, 3.9, 100.0}) {
            LanguageAdapter adapter(
                test_models::decoder(),
                [&] {
                    Recipe r = language_recipe("tlm").recipe;
                    r.selection.surprise_margin = margin;
                    return r;
                }(),
                0);
            const QuestionStep step = adapter.step(questions, greedy(2));
            const at::Tensor ce =
                -step.result.logits.log_softmax(1).gather(1, step.rows.next.unsqueeze(1)).squeeze(1);
            double loss = 0, kept = 0;
            for (std::int64_t q = 0; q < 3; ++q) {
                const double mean = ce.masked_select(step.rows.owner == q).mean().item<double>();
                if (mean > margin) {
                    loss += 0.1 * std::exp(mean - margin) * mean;
                    ++kept;
                }
            }
            if (kept == 0)
                QVERIFY(step.result.loss.isnan().item<bool>());
            else
                QVERIFY(std::abs(step.result.loss.item<double>() - loss / kept) < 1e-10);
        }
    }

    void slot_learns_a_question_and_forgets_it() {
        Recipe recipe = language_recipe("slot").recipe;
        LanguageAdapter adapter(test_models::decoder(), recipe, 0);
        const QuestionStep together = adapter.step(questions, greedy());
        for (std::size_t i = 0; i < questions.size(); ++i) { // as if each were alone
            LanguageAdapter alone(test_models::decoder(), recipe, 0);
            const QuestionStep one = alone.step({questions[i]}, greedy());
            const auto number = static_cast<std::int64_t>(i);
            QVERIFY(at::equal(one.answers.tokens[0],
                              together.answers.tokens[number].narrow(0, 0, one.answers.lengths[0])));
        }
        recipe.tokens.reset_each = false;
        LanguageAdapter keeps(test_models::decoder(), recipe, 0);
        double last = 1e9;
        for (int i = 0; i < 4; ++i) { // by heart: less surprise every time
            const double loss = keeps.step({questions[0]}, greedy()).result.loss.item<double>();
            QVERIFY(loss < last);
            last = loss;
        }
    }

    void a_state_brings_everything_back() {
        for (const char* id : {"zerosiam_lora", "tlm", "eata", "sar"}) {
            LanguageAdapter adapter(test_models::decoder(), wide_margin(id), 4);
            adapter.step(questions, greedy());
            const AdapterState state = adapter.adapter().state();
            const QuestionStep on = adapter.step(questions, greedy());
            const QuestionStep further = adapter.step(questions, greedy());
            adapter.adapter().restore(state);
            QVERIFY(at::equal(adapter.step(questions, greedy()).result.logits, on.result.logits));
            QVERIFY(at::equal(adapter.step(questions, greedy()).result.logits, further.result.logits));
            LanguageAdapter other(test_models::decoder(), wide_margin(id), 4);
            other.adapter().restore(state);
            QVERIFY(at::equal(other.step(questions, greedy()).result.logits, on.result.logits));
            other.adapter().reset();
            LanguageAdapter fresh(test_models::decoder(), wide_margin(id), 4);
            QVERIFY(at::equal(other.step(questions, greedy()).result.logits,
                              fresh.step(questions, greedy()).result.logits));
        }
    }

    void parts_of_other_models_are_refused() {
        const auto sentence = [](const std::function<void(Recipe&)>& change, bool pictures) {
            Recipe recipe;
            change(recipe);
            return test_files::sentence_of([&] {
                if (pictures)
                    Adapter(test_models::convnet(), recipe, 0);
                else
                    LanguageAdapter(test_models::decoder(), recipe, 0);
            });
        };
        QVERIFY(sentence([](Recipe& r) { r.objective = ObjectiveKind::next_token; }, true)
                    .starts_with("objective: next_token asks for tokens"));
        QVERIFY(sentence([](Recipe& r) { r.selection.kind = SelectionKind::surprising; }, true)
                    .starts_with("selection.kind: surprising asks for tokens"));
        QVERIFY(sentence([](Recipe& r) { r.selection.kind = SelectionKind::entropy_plpd; }, false)
                    .starts_with("selection.kind: entropy_plpd asks for pictures"));
        for (const TrainedKind kind : {TrainedKind::lora, TrainedKind::norms_and_lora, TrainedKind::shift})
            QVERIFY(
                sentence([&](Recipe& r) { r.trained.kind = kind; }, true).find("expected a language model") !=
                std::string::npos);
        const nlohmann::json config = test_models::decoder_config();
        const auto narrow = [&](TrainedKind kind) {
            return test_files::sentence_of([&] {
                auto model = std::make_unique<Decoder>(decoder_config_from(config.dump(), "", "x"), false,
                                                       at::TensorOptions(at::kFloat), at::kBFloat16);
                model->parameters().load(test_models::decoder_weights(config), "x");
                Recipe recipe;
                recipe.trained.kind = kind;
                LanguageAdapter(std::move(model), recipe, 0).step(questions, greedy(3));
            });
        };
        QVERIFY(narrow(TrainedKind::head).starts_with("trained: expected tensors of the model's own type"));
        QVERIFY(narrow(TrainedKind::all).starts_with("trained: expected tensors of the model's own type"));
        for (const TrainedKind kind : {TrainedKind::norms, TrainedKind::lora, TrainedKind::shift})
            QCOMPARE(narrow(kind), std::string("nothing was thrown"));
    }
};

QTEST_GUILESS_MAIN(TestLanguageAdapter)
#include "test_language_adapter.moc"
