#include "core/model/language/decoding.h"
#include "core/model/language/language_shift.h"
#include "tests/support/small_decoders.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <cmath>
#include <set>

using namespace lab;

namespace {

const std::vector<TokenIds> questions = {{1, 7, 30, 12, 5, 9}, {1, 39}, {1, 3, 3, 8, 21}};

at::Tensor noise_of(const std::vector<TokenIds>& asked, double sigma, std::uint64_t seed,
                    std::uint64_t first) {
    return prompt_noise({sigma, seed}, padded_left(asked, 0), first, 16);
}

double spread(const at::Tensor& values) {
    return values.square().mean().sqrt().item<double>();
}

} // namespace

/// Noise on questions, and weights of few bits.
class TestLanguageShift : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void no_severity_is_no_shift() {
        QCOMPARE(prompt_noise_sigma(0), 0.0);
        QCOMPARE(weight_bits(0), 0);
        QVERIFY(!noise_of(questions, 0, 1, 0).defined());
        for (int severity = 1; severity <= 5; ++severity) {
            QVERIFY(prompt_noise_sigma(severity) > prompt_noise_sigma(severity - 1));
            QVERIFY(severity == 1 || weight_bits(severity) < weight_bits(severity - 1));
        }
        for (const int severity : {-1, 6, 100}) {
            const std::string said = "severity: expected 0 to 5, found " + std::to_string(severity);
            QCOMPARE(test_files::sentence_of([&] { prompt_noise_sigma(severity); }), said);
            QCOMPARE(test_files::sentence_of([&] { weight_bits(severity); }), said);
        }
        for (const double sigma : {-1.0, std::nan(""), 1.0 / 0.0})
            QVERIFY(test_files::sentence_of([&] {
                        noise_of(questions, sigma, 0, 0);
                    }).starts_with("noise.sigma: expected a number, 0 or more, found "));
    }

    void noise_hangs_on_seed_and_question_alone() {
        const at::Tensor all = noise_of(questions, 0.5, 3, 10);
        QCOMPARE(all.sizes(), (at::IntArrayRef{3, 6, 16}));
        QVERIFY(at::equal(all, noise_of(questions, 0.5, 3, 10)));
        for (std::int64_t i = 0; i < 3; ++i) {
            const auto length = std::ssize(questions[std::size_t(i)]);
            const at::Tensor alone = noise_of({questions[std::size_t(i)]}, 0.5, 3, 10 + std::uint64_t(i));
            QVERIFY(at::equal(all[i].narrow(0, 6 - length, length), alone[0]));
            QVERIFY(all[i].narrow(0, 0, 6 - length).eq(0).all().item<bool>());
            QVERIFY(std::abs(spread(alone) - 0.5) < 0.15);
        }
        QVERIFY(!at::equal(all, noise_of(questions, 0.5, 4, 10)));
        QVERIFY(!at::equal(all, noise_of(questions, 0.5, 3, 11)));
        QVERIFY(at::allclose(all * 2, noise_of(questions, 1, 3, 10)));
    }

    /// The embeddings are the words' own plus the noise times their scale.
    void noise_is_added_to_the_embeddings() {
        const auto model = test_models::decoder();
        const Sequences input = padded_left({{1, 7, 30}}, 0);
        const at::Tensor plain = model->hidden(input.tokens, input.mask);
        const at::Tensor noise = prompt_noise({0.5, 1}, input, 0, model->config().width);
        const at::Tensor noisy = model->hidden(input.tokens, input.mask, nullptr, noise);
        QVERIFY(!at::allclose(plain, noisy));
        QVERIFY(at::equal(plain, model->hidden(input.tokens, input.mask, nullptr, noise * 0)));
        const double scale = model->embedding_scale();
        for (const auto& entry : model->parameters().entries())
            if (entry.name == "model.embed_tokens.weight") {
                QVERIFY(std::abs(scale - spread(entry.value)) < 1e-6);
                // By hand: the words themselves moved.
                at::Tensor table = entry.value;
                for (std::int64_t j = 0; j < 3; ++j)
                    table[input.tokens[0][j].item<std::int64_t>()] += noise[0][j].to(at::kDouble) * scale;
            }
        QVERIFY(at::allclose(noisy, model->hidden(input.tokens, input.mask), 1e-9, 1e-9));
    }

    /// Token by token with a cache gives what the whole sequence does: noise stays with the question.
    void answers_under_noise_are_those_of_the_whole_sequence() {
        const auto model = test_models::decoder();
        Decoding decoding;
        decoding.most_tokens = 8;
        const Answers plain = answers_to(*model, questions, decoding);
        std::set<bool> differs;
        for (const std::uint64_t seed : {1u, 2u, 3u}) {
            decoding.noise = {2.0, seed};
            decoding.first_question = 5;
            const Answers answers = answers_to(*model, questions, decoding);
            differs.insert(!at::equal(plain.tokens, answers.tokens));
            for (std::size_t i = 0; i < questions.size(); ++i) {
                TokenIds tokens = questions[i];
                for (std::int64_t j = 0; j < answers.lengths[i]; ++j) {
                    const Sequences whole = padded_left({tokens}, 0);
                    const at::Tensor noise = prompt_noise(decoding.noise, padded_left({questions[i]}, 0),
                                                          5 + i, model->config().width);
                    const at::Tensor z = model->hidden(whole.tokens, whole.mask, nullptr, noise);
                    at::Tensor logits = model->head(z)[0][-1].clone();
                    logits[0].fill_(-1e9);
                    const auto said = answers.tokens[std::int64_t(i)][j].item<std::int64_t>();
                    QCOMPARE(logits.argmax().item<std::int64_t>(), said);
                    tokens.push_back(said);
                }
            }
        }
        QVERIFY(differs.contains(true));
    }

    void few_bits_are_few_values() {
        for (const int bits : {2, 3, 5, 8}) {
            const auto model = test_models::decoder(), exact = test_models::decoder();
            round_weights(*model, bits);
            const StateDict before = exact->parameters().state();
            int rounded = 0;
            for (const auto& entry : model->parameters().entries()) {
                const at::Tensor old = before.at(entry.name);
                if (!entry.name.ends_with("_proj.weight")) {
                    QVERIFY2(at::equal(entry.value, old), entry.name.c_str());
                    continue;
                }
                ++rounded;
                const double levels = (1 << (bits - 1)) - 1;
                for (std::int64_t row = 0; row < old.size(0); ++row) {
                    const double largest = old[row].abs().max().item<double>(), step = largest / levels;
                    QVERIFY(std::abs(entry.value[row].abs().max().item<double>() - largest) < 1e-12);
                    const at::Tensor steps = entry.value[row] / step;
                    QVERIFY((steps - steps.round()).abs().max().item<double>() < 1e-9);
                    QVERIFY((entry.value[row] - old[row]).abs().max().item<double>() <= step / 2 + 1e-12);
                }
            }
            QCOMPARE(rounded, 14); // seven maps in each of two layers
        }
        const auto model = test_models::decoder();
        for (const int bits : {-3, 0, 1, 17})
            QCOMPARE(test_files::sentence_of([&] { round_weights(*model, bits); }),
                     "bits: expected 2 to 16, found " + std::to_string(bits));
    }
};

QTEST_GUILESS_MAIN(TestLanguageShift)
#include "test_language_shift.moc"
