#include "core/model/hash_weights.h"
#include "core/model/language/decoder.h"
#include "core/model/language/sequences.h"
#include "tests/support/small_decoders.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>
#include <c10/core/GradMode.h>

#include <cmath>

using namespace lab;
using nlohmann::json;
using test_models::decoder_config;

namespace {

const std::vector<TokenIds> questions = {{1, 7, 30, 12, 5, 9}, {1, 39}, {1, 3, 3, 8, 21}};

at::Tensor logits_of(const Decoder& decoder, const Sequences& input) {
    const c10::NoGradGuard no_grad;
    return decoder.head(decoder.hidden(input.tokens, input.mask));
}

double apart(const at::Tensor& a, const at::Tensor& b) {
    return (a - b).abs().max().item<double>();
}

/// A decoder whose key and value heads are repeated for each query head: the same network without groups.
std::unique_ptr<Decoder> without_groups(const std::string& family) {
    nlohmann::json config = decoder_config(family);
    StateDict weights = test_models::decoder_weights(config);
    const auto heads = config["num_attention_heads"].get<int>();
    const auto width = config.value("head_dim", config["hidden_size"].get<int>() / heads);
    for (auto& [name, tensor] : weights)
        if (name.find("k_proj") != std::string::npos || name.find("v_proj") != std::string::npos) {
            std::vector<std::int64_t> shape = tensor.sizes().vec();
            std::vector<std::int64_t> split = {2, 1, width}, wide = {2, heads / 2, width};
            for (std::size_t i = 1; i < shape.size(); ++i) {
                split.push_back(shape[i]);
                wide.push_back(shape[i]);
            }
            shape[0] = heads * width;
            tensor = tensor.view(split).expand(wide).reshape(shape);
        }
    config["num_key_value_heads"] = heads;
    auto made = test_models::decoder_of(config);
    made->parameters().load(weights, "repeated");
    return made;
}

} // namespace

/// The decoder's arithmetic, by what must hold for any weights. The golden files hold its digits.
class TestDecoder : public QObject {
    Q_OBJECT

    static void families() {
        QTest::addColumn<QString>("family");
        for (const char* family : {"llama", "qwen2", "qwen3"})
            QTest::newRow(family) << QString(family);
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void padding_changes_nothing_data() { families(); }
    void padding_changes_nothing() {
        QFETCH(QString, family);
        const auto model = test_models::decoder(family.toStdString());
        const at::Tensor together = logits_of(*model, padded_left(questions, 0));
        QVERIFY(together.isfinite().all().item<bool>());
        for (std::size_t i = 0; i < questions.size(); ++i) {
            const at::Tensor alone = logits_of(*model, padded_left({questions[i]}, 0))[0];
            const at::Tensor beside =
                together[static_cast<std::int64_t>(i)].narrow(0, 6 - alone.size(0), alone.size(0));
            QVERIFY(apart(alone, beside) < 1e-12);
        }
        QVERIFY(apart(logits_of(*model, padded_left(questions, 17)), together) > 0); // only where padding is
    }

    void a_token_sees_what_lies_before_it_data() { families(); }
    void a_token_sees_what_lies_before_it() {
        QFETCH(QString, family);
        const auto model = test_models::decoder(family.toStdString());
        const at::Tensor first = logits_of(*model, padded_left({{1, 7, 30, 12, 5}}, 0))[0];
        const at::Tensor later = logits_of(*model, padded_left({{1, 7, 30, 13, 5}}, 0))[0];
        QVERIFY(apart(first.narrow(0, 0, 3), later.narrow(0, 0, 3)) < 1e-12);
        QVERIFY(apart(first[3], later[3]) > 1e-3);
        QVERIFY(apart(first[4], later[4]) > 1e-6);
        const at::Tensor order = logits_of(*model, padded_left({{7, 1, 30, 12, 5}}, 0))[0];
        QVERIFY(apart(first[4], order[4]) > 1e-6); // places count
    }

    void the_cache_changes_nothing_data() { families(); }
    void the_cache_changes_nothing() {
        QFETCH(QString, family);
        const auto model = test_models::decoder(family.toStdString());
        const Sequences input = padded_left(questions, 0);
        const c10::NoGradGuard no_grad;
        const at::Tensor whole = model->hidden(input.tokens, input.mask);
        KeyValueCache cache(6);
        const auto part = [&](std::int64_t begin, std::int64_t length) {
            return model->hidden(input.tokens.narrow(1, begin, length), input.mask.narrow(1, begin, length),
                                 &cache);
        };
        const at::Tensor pieces = at::cat({part(0, 3), part(3, 1), part(4, 2)}, 1);
        const at::Tensor real = input.mask.unsqueeze(2);
        QVERIFY(apart(whole * real, pieces * real) < 1e-12);
        QCOMPARE(cache.length(), std::int64_t(6));
        const std::string full = test_files::sentence_of([&] { part(5, 1); });
        QCOMPARE(full, std::string("cache: expected at most 6 tokens, found 7"));

        KeyValueCache some(6); // questions that are answered leave the batch
        model->hidden(input.tokens.narrow(1, 0, 5), input.mask.narrow(1, 0, 5), &some);
        const at::Tensor rest = at::tensor({0, 2}, at::kLong);
        some.keep(rest);
        const at::Tensor last = model->hidden(input.tokens.narrow(1, 5, 1).index_select(0, rest),
                                              input.mask.narrow(1, 5, 1).index_select(0, rest), &some);
        QVERIFY(apart(last.select(1, 0), whole.select(1, 5).index_select(0, rest)) < 1e-12);
    }

    void groups_share_keys_and_values_data() { families(); }
    void groups_share_keys_and_values() {
        QFETCH(QString, family);
        const Sequences input = padded_left({questions[0]}, 0);
        QVERIFY(apart(logits_of(*test_models::decoder(family.toStdString()), input),
                      logits_of(*without_groups(family.toStdString()), input)) < 1e-12);
    }

    void rotations_are_those_of_halves() {
        nlohmann::json config = decoder_config();
        config["head_dim"] = 4;
        const Rope rope(decoder_config_from(config.dump(), "", "x"), at::TensorOptions(at::kDouble));
        const at::Tensor x = at::tensor({1.0, 2.0, 3.0, 4.0}, at::kDouble).view({1, 1, 1, 4});
        const at::Tensor turned = rope.at(at::full({1, 1}, 3, at::kLong))(x).view({4});
        // Element 0 turns with 2 by 3 · 1, element 1 with 3 by 3 · 10000^(−1/2).
        const double a = 3, b = 0.03;
        const double expected[] = {std::cos(a) - 3 * std::sin(a), 2 * std::cos(b) - 4 * std::sin(b),
                                   3 * std::cos(a) + std::sin(a), 4 * std::cos(b) + 2 * std::sin(b)};
        for (int i = 0; i < 4; ++i)
            QVERIFY(std::abs(turned[i].item<double>() - expected[i]) < 1e-12);
    }

    void long_waves_are_stretched() {
        nlohmann::json config = decoder_config();
        config["head_dim"] = 8;
        config["rope_theta"] = 500000.0;
        const Rope plain(decoder_config_from(config.dump(), "", "x"), at::TensorOptions(at::kDouble));
        config["rope_scaling"] = {{"rope_type", "llama3"},
                                  {"factor", 8.0},
                                  {"low_freq_factor", 1.0},
                                  {"high_freq_factor", 4.0},
                                  {"original_max_position_embeddings", 400}};
        const Rope scaled(decoder_config_from(config.dump(), "", "x"), at::TensorOptions(at::kDouble));
        const at::Tensor ratio = scaled.frequencies() / plain.frequencies();
        // Wavelengths 2π·θ^(j/4): 6.3, 167, 4443 and 118,147 tokens; 400 / 4 = 100 and 400 / 1 = 400.
        const double s = (400 / (2 * std::acos(-1.0) * std::pow(500000.0, 0.25)) - 1) / 3;
        const double expected[] = {1, (1 - s) / 8 + s, 1.0 / 8, 1.0 / 8};
        for (int i = 0; i < 4; ++i)
            QVERIFY(std::abs(ratio[i].item<double>() - expected[i]) < 1e-12);
    }

    void biases_and_norms_are_at_work() {
        const Sequences input = padded_left({questions[0]}, 0);
        const auto moved_by = [&](const std::string& family, const std::string& part,
                                  const nlohmann::json& more) {
            nlohmann::json config = decoder_config(family);
            config.update(more);
            const auto model = test_models::decoder_of(config);
            const at::Tensor before = logits_of(*model, input);
            int found = 0;
            for (const auto& entry : model->parameters().entries())
                if (entry.name.find(part) != std::string::npos) {
                    at::Tensor(entry.value)[0] += 0.5;
                    ++found;
                }
            return found == 2 ? apart(before, logits_of(*model, input)) : 0.0; // two layers
        };
        for (const char* bias : {"q_proj.bias", "v_proj.bias"})
            QVERIFY(moved_by("qwen2", bias, json::object()) > 1e-6);
        for (const char* norm : {"q_norm.weight", "k_norm.weight"})
            QVERIFY(moved_by("qwen3", norm, json::object()) > 1e-6);
        QVERIFY(moved_by("llama", "o_proj.bias", {{"attention_bias", true}}) > 1e-6);
        QVERIFY(moved_by("qwen3", "o_proj.bias", {{"attention_bias", true}}) > 1e-6);
        QVERIFY(moved_by("llama", "down_proj.bias", {{"mlp_bias", true}}) > 1e-6);
        QCOMPARE(moved_by("llama", "q_proj.bias", json::object()), 0.0); // none there
        QCOMPARE(moved_by("qwen2", "o_proj.bias", json::object()), 0.0);
    }

    void pairs_do_nothing_at_first() {
        const auto model = test_models::decoder();
        const Sequences input = padded_left(questions, 0);
        const at::Tensor before = logits_of(*model, input);
        LoraShape shape{3, 6, {"k_proj", "down_proj"}};
        model->add_lora(shape, 1);
        model->add_shift();
        QVERIFY(at::equal(logits_of(*model, input), before));
        int pairs = 0;
        for (const auto& entry : model->parameters().entries())
            if (entry.role == TensorRole::lora && entry.name.ends_with("lora_B.weight")) {
                QCOMPARE(entry.value.size(1), std::int64_t(3));
                at::Tensor(entry.value).fill_(1e-4);
                ++pairs;
            }
        QCOMPARE(pairs, 4);
        const at::Tensor once = logits_of(*model, input) - before;
        const double change = once.abs().max().item<double>();
        QVERIFY(change > 1e-6);
        shape.alpha = 12; // twice the change, to first order
        model->add_lora(shape, 1);
        QVERIFY(apart(logits_of(*model, input) - before, 2 * once) < 0.01 * change);

        const auto other = test_models::decoder();
        other->add_lora({3, 6, {"k_proj", "down_proj"}}, 2); // another seed, another start
        bool differs = false;
        for (std::size_t i = 0; i < other->parameters().entries().size(); ++i)
            if (const auto& entry = other->parameters().entries()[i]; entry.name.ends_with("lora_A.weight"))
                differs = !at::equal(entry.value, model->parameters().entries()[i].value);
        QVERIFY(differs);
    }

    void shapes_of_pairs_are_checked() {
        const auto model = test_models::decoder();
        const auto sentence = [&](const LoraShape& shape) {
            return test_files::sentence_of([&] { model->add_lora(shape, 0); });
        };
        QCOMPARE(sentence({0, 16, {"q_proj"}}),
                 std::string("trained.lora.rank: expected 1 to 4096, found 0"));
        QVERIFY(sentence({4, 0, {"q_proj"}}).starts_with("trained.lora.alpha: expected a number above 0"));
        QVERIFY(sentence({4, 8, {}}).starts_with("trained.lora.targets: expected at least one map"));
        QVERIFY(sentence({4, 8, {"c_attn"}}).ends_with("found \"c_attn\""));
        model->add_lora({4, 8, {"q_proj"}}, 0);
        QVERIFY(sentence({5, 8, {"q_proj"}}).starts_with("trained.lora: expected the rank 4"));
        QVERIFY(sentence({4, 8, {"q_proj", "v_proj"}}).starts_with("trained.lora: expected the rank 4"));
    }

    void narrow_matrices_come_close() {
        const nlohmann::json told = decoder_config("qwen3");
        const DecoderConfig config = decoder_config_from(told.dump(), "", "x");
        Decoder narrow(config, false, at::TensorOptions(at::kFloat), at::kBFloat16);
        narrow.parameters().load(test_models::decoder_weights(told), "x");
        const Sequences input = padded_left(questions, 0);
        const at::Tensor exact = logits_of(*test_models::decoder_of(told), input);
        const at::Tensor found = logits_of(narrow, input);
        QCOMPARE(found.scalar_type(), at::kFloat);
        const double error =
            apart(found.to(at::kDouble) * input.mask.unsqueeze(2), exact * input.mask.unsqueeze(2));
        QVERIFY(error > 1e-6 && error < 0.1 * exact.abs().max().item<double>());
    }
};

QTEST_GUILESS_MAIN(TestDecoder)
#include "test_decoder.moc"
