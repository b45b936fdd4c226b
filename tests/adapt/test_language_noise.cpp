#include "core/adapt/language_adapter.h"
#include "tests/support/small_decoders.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <cmath>

using namespace lab;

namespace {

const std::vector<TokenIds> questions = {{1, 7, 30, 12, 5, 9}, {1, 39}, {1, 3, 3, 8, 21}};

double apart(const at::Tensor& a, const at::Tensor& b) {
    return (a - b).abs().max().item<double>();
}

Decoding noisy() {
    Decoding decoding;
    decoding.most_tokens = 6;
    decoding.noise = {1.5, 4};
    decoding.first_question = 20;
    return decoding;
}

/// The rows of an answer that predict its tokens, by hand: one question, noise on its tokens alone.
at::Tensor logits_by_hand(const Decoder& model, const QuestionStep& step, std::size_t i,
                          const PromptNoise& noise) {
    TokenIds tokens = questions[i];
    for (std::int64_t j = 0; j < step.answers.lengths[i]; ++j)
        tokens.push_back(step.answers.tokens[static_cast<std::int64_t>(i)][j].item<std::int64_t>());
    const Sequences all = padded_left({tokens}, 0);
    const at::Tensor added = prompt_noise(noise, padded_left({questions[i]}, 0), 20 + i, 16);
    const at::Tensor z = model.hidden(all.tokens, all.mask, nullptr, added)[0];
    return model.head(z.narrow(0, std::ssize(questions[i]) - 1, step.answers.lengths[i]));
}

} // namespace

class TestLanguageNoise : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    /// Noise lies on the questions when they are answered and when they are learnt from, and is that of the
    /// question, whichever batch it is in.
    void noise_stays_with_its_question() {
        for (const bool each : {false, true}) {
            Recipe recipe = language_recipe("no_adaptation").recipe;
            recipe.tokens.reset_each = each;
            LanguageAdapter adapter(test_models::decoder(), recipe, 0);
            const auto model = test_models::decoder();
            const QuestionStep step = adapter.step(questions, noisy());
            std::int64_t begin = 0;
            for (std::size_t i = 0; i < questions.size(); ++i) {
                const at::Tensor found = step.result.logits.narrow(0, begin, step.answers.lengths[i]);
                QVERIFY(apart(found, logits_by_hand(*model, step, i, noisy().noise)) < 1e-9);
                QVERIFY(apart(found, logits_by_hand(*model, step, i, {})) > 1e-3);
                begin += step.answers.lengths[i];
            }
        }
    }

    void questions_are_learnt_from_under_noise() {
        for (const bool before : {false, true}) {
            Recipe recipe = language_recipe("tlm").recipe;
            recipe.tokens.before_answer = before;
            LanguageAdapter plain(test_models::decoder(), recipe, 0),
                moved(test_models::decoder(), recipe, 0);
            Decoding without = noisy();
            without.noise = {};
            const QuestionStep a = plain.step(questions, without), b = moved.step(questions, noisy());
            QCOMPARE(a.result.logits.sizes(), b.result.logits.sizes());
            QVERIFY(apart(a.result.logits, b.result.logits) > 1e-3);
        }
    }

    void a_sigma_that_is_none_is_refused() {
        for (const char* id : {"tent", "tlm", "slot"})
            for (const double sigma : {-1.0, std::nan(""), 1.0 / 0.0}) {
                LanguageAdapter adapter(test_models::decoder(), language_recipe(id).recipe, 0);
                Decoding decoding = noisy();
                decoding.noise.sigma = sigma;
                QVERIFY(test_files::sentence_of([&] {
                            adapter.step(questions, decoding);
                        }).starts_with("noise.sigma: expected a number, 0 or more"));
            }
    }
};

QTEST_GUILESS_MAIN(TestLanguageNoise)
#include "test_language_noise.moc"
