#include "core/model/language/decoding.h"
#include "tests/support/small_decoders.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>
#include <c10/core/GradMode.h>

#include <array>
#include <cmath>
#include <limits>
#include <set>

using namespace lab;

namespace {

const std::vector<TokenIds> questions = {{1, 7, 30, 12, 5, 9}, {1, 39}, {1, 3, 3, 8, 21}};

const std::string accepted = "nothing was thrown";

/// Without a cache, question by question.
TokenIds greedy_by_hand(const Decoder& model, TokenIds tokens, int most) {
    const c10::NoGradGuard no_grad;
    TokenIds answer;
    while (std::ssize(answer) < most && (answer.empty() || answer.back() != 2)) {
        const Sequences input = padded_left({tokens}, 0);
        const at::Tensor last = model.head(model.hidden(input.tokens, input.mask))[0][-1];
        last[0].fill_(-std::numeric_limits<double>::infinity()); // padding is never said
        answer.push_back(last.argmax().item<std::int64_t>());
        tokens.push_back(answer.back());
    }
    return answer;
}

TokenIds answer_of(const Answers& answers, std::size_t i) {
    TokenIds tokens;
    for (std::int64_t j = 0; j < answers.lengths[i]; ++j)
        tokens.push_back(answers.tokens[static_cast<std::int64_t>(i)][j].item<std::int64_t>());
    return tokens;
}

/// Ends as often as it can: the row of the end token is the sum of others'.
std::unique_ptr<Decoder> talkative(double end) {
    auto model = test_models::decoder();
    for (const auto& entry : model->parameters().entries())
        if (entry.name == "lm_head.weight")
            at::Tensor(entry.value)[2] *= end;
    return model;
}

} // namespace

/// Answers: greedy, drawn, and where they end.
class TestDecoding : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void greedy_answers_are_those_by_hand() {
        bool any_ended = false, any_cut = false;
        for (const double end : {1.0, 3.0, 6.0}) {
            const auto model = talkative(end);
            Decoding greedy;
            greedy.most_tokens = 12;
            const Answers answers = answers_to(*model, questions, greedy);
            for (std::size_t i = 0; i < questions.size(); ++i) {
                const TokenIds expected = greedy_by_hand(*model, questions[i], 12);
                QCOMPARE(answer_of(answers, i), expected);
                QCOMPARE(bool(answers.ended[i]), expected.back() == 2);
                for (std::int64_t j = answers.lengths[i]; j < answers.tokens.size(1); ++j)
                    QCOMPARE(answers.tokens[static_cast<std::int64_t>(i)][j].item<std::int64_t>(), 0);
                any_ended |= answers.ended[i] && answers.lengths[i] < 12;
                any_cut |= !answers.ended[i];
            }
        }
        QVERIFY(any_ended && any_cut); // else this says little
    }

    void what_is_drawn_depends_on_seed_and_question_alone() {
        const auto model = talkative(3);
        Decoding drawn;
        drawn.most_tokens = 10;
        drawn.temperature = 0.9;
        drawn.top_p = 0.95;
        drawn.seed = 5;
        const Answers together = answers_to(*model, questions, drawn);
        const Answers again = answers_to(*model, questions, drawn);
        QVERIFY(at::equal(together.tokens, again.tokens));
        for (std::size_t i = 0; i < questions.size(); ++i) {
            Decoding alone = drawn;
            alone.first_question = i;
            QCOMPARE(answer_of(answers_to(*model, {questions[i]}, alone), 0), answer_of(together, i));
        }
        drawn.seed = 6;
        QVERIFY(!at::equal(answers_to(*model, questions, drawn).tokens, together.tokens));
        drawn.temperature = 0; // greedy, whatever the seed
        Decoding other = drawn;
        other.seed = 7;
        QVERIFY(at::equal(answers_to(*model, questions, drawn).tokens,
                          answers_to(*model, questions, other).tokens));
    }

    void shares_are_those_of_the_softmax() {
        const at::Tensor logits = at::tensor({0.0, 2.0, 1.0, 2.0, -1.0}, at::kDouble);
        const auto frequencies = [&](double temperature, double top_p) {
            std::array<int, 5> drawn{};
            for (int i = 0; i < 10000; ++i)
                ++drawn[static_cast<std::size_t>(drawn_token(logits, temperature, top_p, (i + 0.5) / 10000))];
            return drawn;
        };
        for (const double temperature : {0.5, 1.0, 2.0}) {
            const at::Tensor p = (logits / temperature).softmax(0);
            const auto drawn = frequencies(temperature, 1);
            for (int i = 0; i < 5; ++i)
                QVERIFY(std::abs(drawn[static_cast<std::size_t>(i)] - 10000 * p[i].item<double>()) <= 1.5);
        }
        // 0.364 each of the two first, then 0.134: half needs two, 0.8 needs three, a little needs one.
        QCOMPARE(frequencies(1, 0.5), (std::array<int, 5>{0, 5000, 0, 5000, 0}));
        QVERIFY(frequencies(1, 0.8)[2] > 1000 && frequencies(1, 0.8)[0] == 0);
        QCOMPARE(frequencies(1, 0.1), (std::array<int, 5>{0, 10000, 0, 0, 0})); // equal ones: the first
    }

    void odd_logits_draw_something() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double inf = std::numeric_limits<double>::infinity();
        QCOMPARE(drawn_token(at::tensor({0.0, inf, 1.0}, at::kDouble), 1, 1, 0.999), std::int64_t(1));
        const std::int64_t found = drawn_token(at::tensor({nan, nan, nan}, at::kDouble), 1, 0.9, 0.5);
        QVERIFY(found >= 0 && found < 3);
        QCOMPARE(drawn_token(at::tensor({1000.0, -1000.0}, at::kDouble), 0.01, 1, 0.9999), std::int64_t(0));
    }

    void draws_are_even_and_the_same_everywhere() {
        double sum = 0;
        for (std::uint64_t i = 0; i < 4000; ++i) {
            const double draw = draw_of(i % 4, i / 40, i % 40);
            QVERIFY(draw >= 0 && draw < 1);
            sum += draw;
        }
        QVERIFY(std::abs(sum / 4000 - 0.5) < 0.02);
        QVERIFY(draw_of(1, 2, 3) != draw_of(1, 3, 2) && draw_of(1, 2, 3) != draw_of(2, 1, 3));
        QCOMPARE(draw_of(0, 0, 0), 0.13870941014555427);
        QCOMPARE(draw_of(5, 2, 7), 0.356758657594873);
    }

    void padding_is_said_where_it_ends_an_answer() {
        const auto first_words = [](const nlohmann::json& edit) {
            nlohmann::json config = test_models::decoder_config();
            config.update(edit);
            const auto model = test_models::decoder_of(config);
            for (const auto& entry : model->parameters().entries())
                if (entry.name == "lm_head.weight") { // 5 and its opposite: one of the two is the largest
                    at::Tensor(entry.value)[5] *= 1e6;
                    at::Tensor(entry.value)[6].copy_(-entry.value[5]);
                }
            Decoding greedy;
            greedy.most_tokens = 1;
            std::set<std::int64_t> said;
            for (std::int64_t token = 1; token < 20; ++token)
                said.insert(answers_to(*model, {{token}}, greedy).tokens[0][0].item<std::int64_t>());
            return said;
        };
        using Said = std::set<std::int64_t>;
        QCOMPARE(first_words({{"pad_token_id", 9}}), (Said{5, 6}));
        QVERIFY(!first_words({{"pad_token_id", 5}}).contains(5));
        QVERIFY(!first_words({{"pad_token_id", 6}}).contains(6));
        QCOMPARE(first_words({{"pad_token_id", 5}, {"eos_token_id", {2, 5}}}), (Said{5, 6}));
        QCOMPARE(first_words({{"pad_token_id", nullptr}}), (Said{5, 6}));
        QCOMPARE(first_words({{"pad_token_id", -1}}), (Said{5, 6}));
    }

    void what_cannot_be_answered_is_refused() {
        const auto model = test_models::decoder();
        const auto sentence = [&](const std::vector<TokenIds>& asked, const Decoding& decoding) {
            return test_files::sentence_of([&] { answers_to(*model, asked, decoding); });
        };
        Decoding greedy;
        greedy.most_tokens = 10;
        QCOMPARE(sentence({TokenIds{1, 2}}, greedy), accepted);
        QCOMPARE(sentence({{1}, {3, 40}}, greedy),
                 std::string("question 2: expected tokens from 0 to 39, found 40"));
        QCOMPARE(sentence({{-1}}, greedy), std::string("question 1: expected tokens from 0 to 39, found -1"));
        QCOMPARE(sentence({TokenIds(54, 5)}, greedy), accepted);
        QCOMPARE(
            sentence({{4}, TokenIds(55, 5)}, greedy),
            std::string("question 2: expected a question and an answer of at most 64 tokens together, the "
                        "model's context, found 55 and up to 10"));
        QCOMPARE(sentence({}, greedy), std::string("questions: expected at least one, found none"));
        QCOMPARE(sentence({{1}, {}}, greedy),
                 std::string("question 2: expected at least one token, found none"));
        const auto with = [&](auto Decoding::*field, auto value) {
            Decoding changed = greedy;
            changed.*field = value;
            return sentence({{1}}, changed);
        };
        QVERIFY(with(&Decoding::most_tokens, 0).starts_with("decoding.most_tokens: expected 1 to"));
        QVERIFY(with(&Decoding::temperature, -0.1).starts_with("decoding.temperature: expected 0 to 100"));
        QVERIFY(with(&Decoding::temperature, NAN).starts_with("decoding.temperature: expected 0 to 100"));
        QVERIFY(with(&Decoding::top_p, 0.0).starts_with("decoding.top_p: expected more than 0"));
        QVERIFY(with(&Decoding::top_p, 1.1).starts_with("decoding.top_p: expected more than 0"));

        nlohmann::json endless = test_models::decoder_config();
        endless.erase("eos_token_id");
        const auto never = test_models::decoder_of(endless);
        QVERIFY(test_files::sentence_of([&] {
                    answers_to(*never, questions, greedy);
                }).starts_with("eos_token_id: expected a token that ends an answer"));
        QCOMPARE(test_files::sentence_of([&] { model->expect_ids_up_to(39, "tokenizer.json"); }), accepted);
        QCOMPARE(
            test_files::sentence_of([&] { model->expect_ids_up_to(40, "tokenizer.json"); }),
            std::string("tokenizer.json: expected tokens from 0 to 39, as the embedding has them, found 40"));
    }

    void an_interruption_ends_all_answers() {
        const auto model = talkative(0);
        Decoding greedy;
        greedy.most_tokens = 20;
        int asked = 0;
        const Answers answers = answers_to(*model, questions, greedy, [&] { return ++asked > 4; });
        QCOMPARE(answers.lengths, (std::vector<std::int64_t>{4, 4, 4}));
        QCOMPARE(answers.tokens.size(1), std::int64_t(4));
    }
};

QTEST_GUILESS_MAIN(TestDecoding)
#include "test_decoding.moc"
