#include "core/model/language/decoder_file.h"
#include "core/model/language/sequences.h"
#include "core/weights/safetensors.h"
#include "tests/support/small_decoders.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QTemporaryDir>
#include <QtTest>
#include <c10/core/GradMode.h>

#include <filesystem>
#include <fstream>

using namespace lab;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

std::string refusal_of(const std::string& folder) {
    return test_files::sentence_of([&] { load_decoder(folder, DecoderPrecision::float64); });
}

std::string config_refusal(const json& config) {
    return test_files::sentence_of([&] { decoder_config_from(config.dump(), "", "F"); });
}

at::Tensor logits_of(const Decoder& model) {
    const c10::NoGradGuard no_grad;
    const Sequences input = padded_left({{1, 7, 30, 12}}, 0);
    return model.head(model.hidden(input.tokens, input.mask));
}

void write_text(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

} // namespace

/// Folders as the hub has them: what is read from config.json, weights in one file or several, and what is
/// refused.
class TestDecoderFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_number = 0;

    fs::path fresh() { return m_folder.filePath(QString::number(++m_number)).toStdString(); }

    /// Two files and their index, or but one of them.
    static void write_shards(const fs::path& folder, const StateDict& weights, bool both) {
        StateDict parts[2];
        json map = json::object();
        int i = 0;
        for (const auto& [name, tensor] : weights) {
            parts[i % 2][name] = tensor;
            map[name] = "model-0000" + std::to_string(i++ % 2 + 1) + "-of-00002.safetensors";
        }
        fs::remove(folder / "model.safetensors");
        write_safetensors((folder / "model-00001-of-00002.safetensors").string(), parts[0], {});
        if (both)
            write_safetensors((folder / "model-00002-of-00002.safetensors").string(), parts[1], {});
        write_text(folder / "model.safetensors.index.json", json{{"weight_map", map}}.dump());
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void one_file_or_several_are_one_model() {
        const fs::path folder = fresh();
        const std::string path = test_models::write_decoder(folder, "qwen2");
        const LoadedDecoder whole = load_decoder(path, DecoderPrecision::float64);
        write_shards(folder, test_models::decoder_weights(test_models::decoder_config("qwen2")), true);
        const LoadedDecoder parts = load_decoder(path, DecoderPrecision::float64);
        QVERIFY(at::equal(logits_of(*whole.decoder), logits_of(*parts.decoder)));
        QCOMPARE(parts.hash, whole.hash);
        QVERIFY(whole.notices.empty());
        const LoadedDecoder single = load_decoder(path, DecoderPrecision::float32);
        QVERIFY((logits_of(*single.decoder) - logits_of(*whole.decoder)).abs().max().item<double>() < 1e-4);
        QCOMPARE(single.decoder->parameters().entries().front().value.scalar_type(), at::kFloat);
        const LoadedDecoder narrow = load_decoder(path, DecoderPrecision::bfloat16);
        QCOMPARE(narrow.decoder->parameters().entries().front().value.scalar_type(), at::kBFloat16);
    }

    void weights_that_do_not_fit_are_refused() {
        const json config = test_models::decoder_config();
        const StateDict weights = test_models::decoder_weights(config);
        const auto refusal = [&](const std::function<void(StateDict&)>& edit,
                                 const json& more = json::object()) {
            StateDict edited = weights;
            edit(edited);
            json told = config;
            told.update(more);
            return refusal_of(test_models::write_decoder(fresh(), told, edited));
        };
        const auto contains = [](const std::string& text, const char* part) {
            return text.find(part) != std::string::npos;
        };
        QVERIFY(contains(refusal([](StateDict& w) { w.erase("model.layers.1.mlp.up_proj.weight"); }),
                         "missing: model.layers.1.mlp.up_proj.weight [24, 16]"));
        QVERIFY(contains(refusal([](StateDict& w) {
                             w["model.layers.2.mlp.up_proj.weight"] = at::ones({24, 16});
                         }),
                         "superfluous: model.layers.2.mlp.up_proj.weight"));
        QVERIFY(contains(
            refusal([](StateDict& w) { w["model.layers.0.self_attn.q_proj.bias"] = at::ones({16}); }),
            "superfluous: model.layers.0.self_attn.q_proj.bias"));
        // A vocabulary larger than the embedding, another width, another number of heads.
        QVERIFY(contains(refusal([](StateDict&) {}, {{"vocab_size", 48}}),
                         "other shape: model.embed_tokens.weight expected [48, 16], found [40, 16]"));
        QVERIFY(contains(refusal([](StateDict&) {}, {{"intermediate_size", 32}}),
                         "other shape: model.layers.0.mlp"));
        QVERIFY(contains(refusal([](StateDict&) {}, {{"num_key_value_heads", 4}}),
                         "k_proj.weight expected [16, 16]"));
        QVERIFY(contains(refusal([](StateDict&) {}, {{"num_hidden_layers", 3}}), "missing: model.layers.2."));
        QVERIFY(contains(
            refusal([](StateDict& w) { w["model.norm.weight"][3] = INFINITY; }),
            "expected finite weights, found 1 NaN or infinite of 16 values in \"model.norm.weight\""));
        QVERIFY(contains(refusal([](StateDict& w) {
                             w["model.layers.0.mlp.up_proj.weight"] = at::ones({24, 16}, at::kInt);
                         }),
                         "quantised weights cannot be read"));
    }

    void a_missing_part_is_named() {
        const fs::path folder = fresh();
        const std::string path = test_models::write_decoder(folder);
        const StateDict weights = test_models::decoder_weights(test_models::decoder_config());
        write_shards(folder, weights, false);
        QVERIFY(refusal_of(path).ends_with(
            "the file \"model-00002-of-00002.safetensors\" that it names is missing"));
        write_text(folder / "model.safetensors.index.json", R"({"weight_map": {"a": "../a.safetensors"}})");
        QVERIFY(refusal_of(path).find("expected the name of a file beside it") != std::string::npos);
        fs::remove(folder / "model.safetensors.index.json");
        QVERIFY(refusal_of(path).find("expected a weight file, or a folder with one") != std::string::npos);
        fs::remove(folder / "config.json");
        QVERIFY(refusal_of(path).find("config.json") != std::string::npos);
        QVERIFY(refusal_of(path + "/nowhere")
                    .ends_with("expected the folder of a language model, found nothing"));
        QVERIFY(refusal_of(path + "/model-00001-of-00002.safetensors").ends_with("found a file"));
    }

    void the_weights_decide_about_the_head() {
        json config = test_models::decoder_config();
        StateDict weights = test_models::decoder_weights(config);
        const auto load = [&](const json& told, const StateDict& w) {
            return load_decoder(test_models::write_decoder(fresh(), told, w), DecoderPrecision::float64);
        };
        json tied = config;
        tied["tie_word_embeddings"] = true;
        const LoadedDecoder differs = load(tied, weights); // a head of its own, though told tied
        QVERIFY(!differs.decoder->tied());
        QCOMPARE(differs.notices.size(), std::size_t(1));
        QVERIFY(differs.notices[0].warning);
        QVERIFY(at::equal(logits_of(*differs.decoder), logits_of(*load(config, weights).decoder)));

        StateDict copied = weights; // as Qwen3-0.6B ships it
        copied["lm_head.weight"] = weights.at("model.embed_tokens.weight").clone();
        for (const json& told : {config, tied}) {
            const LoadedDecoder same = load(told, copied);
            QVERIFY(same.decoder->tied());
            QVERIFY(same.notices.empty());
        }
        StateDict headless = weights;
        headless.erase("lm_head.weight");
        QVERIFY(load(tied, headless).notices.empty());
        const LoadedDecoder untold = load(config, headless);
        QVERIFY(untold.decoder->tied() && untold.notices.size() == 1 && untold.notices[0].warning);
        QVERIFY(at::equal(logits_of(*untold.decoder), logits_of(*load(config, copied).decoder)));
    }

    void other_spellings_of_names_are_read() {
        const json config = test_models::decoder_config();
        StateDict weights = test_models::decoder_weights(config), bare;
        for (const auto& [name, tensor] : weights)
            bare[name.starts_with("model.") ? name.substr(6) : name] = tensor;
        bare["layers.0.self_attn.rotary_emb.inv_freq"] = at::ones({2});
        const auto load = [&](const StateDict& w) {
            return load_decoder(test_models::write_decoder(fresh(), config, w), DecoderPrecision::float64);
        };
        QVERIFY(at::equal(logits_of(*load(bare).decoder), logits_of(*load(weights).decoder)));
    }

    void end_tokens_come_from_both_files() {
        json config = test_models::decoder_config();
        const auto ends = [&](const std::string& generation) {
            return decoder_config_from(config.dump(), generation, "F").end_tokens;
        };
        QCOMPARE(ends(""), TokenIds{2});
        QCOMPARE(ends(R"({"eos_token_id": [3, 5]})"), (TokenIds{3, 5})); // the latter wins
        QCOMPARE(ends(R"({"eos_token_id": null})"), TokenIds{2});
        const auto told = [&](const std::string& generation) {
            return decoder_config_from(config.dump(), generation, "F").notices;
        };
        const auto ignored = told(R"({"repetition_penalty": 1.1, "num_beams": 1, "min_new_tokens": 4})");
        QCOMPARE(ignored.size(), std::size_t(1));
        QCOMPARE(ignored[0].text, std::string("F/generation_config.json asks for \"repetition_penalty\", "
                                              "\"min_new_tokens\", which answers here are drawn without"));
        QVERIFY(told(R"({"repetition_penalty": 1.0, "temperature": 0.6})").empty());
        config["eos_token_id"] = json::array({4, 6});
        QCOMPARE(ends("{}"), (TokenIds{4, 6}));
        config.erase("eos_token_id");
        QCOMPARE(ends("{}"), TokenIds{});
        QCOMPARE(
            test_files::sentence_of([&] { ends(R"({"eos_token_id": 40})"); }),
            std::string("F/generation_config.json: eos_token_id: expected tokens from 0 to 39, found 40"));
        QVERIFY(test_files::sentence_of([&] { ends(R"({"eos_token_id": "2"})"); }).ends_with("found \"2\""));
        QVERIFY(test_files::sentence_of([&] {
                    ends("[]");
                }).ends_with("expected a JSON object, found other JSON"));
        QVERIFY(
            test_files::sentence_of([&] { ends(" "); }).ends_with("expected a JSON object, found no JSON"));
    }

    void both_spellings_of_rotations_are_read() {
        json config = test_models::decoder_config();
        config.erase("rope_theta");
        const DecoderConfig assumed = decoder_config_from(config.dump(), "", "F");
        QCOMPARE(assumed.rope_theta, 10000.0);
        QCOMPARE(assumed.notices.size(), std::size_t(1)); // and told
        config["rope_parameters"] = {{"rope_type", "default"}, {"rope_theta", 500000.0}};
        QCOMPARE(decoder_config_from(config.dump(), "", "F").rope_theta, 500000.0);
        config["rope_theta"] = 500000.0;
        QCOMPARE(config_refusal(config), std::string("nothing was thrown"));
        config["rope_theta"] = 10000.0;
        QVERIFY(
            config_refusal(config).starts_with("F/config.json: rope_theta: expected what rope_parameters"));
        config.erase("rope_parameters");
        config["rope_scaling"] = {{"type", "llama3"}, // the older key
                                  {"factor", 32.0},
                                  {"low_freq_factor", 1.0},
                                  {"high_freq_factor", 4.0},
                                  {"original_max_position_embeddings", 8192}};
        QCOMPARE(decoder_config_from(config.dump(), "", "F").scaling->factor, 32.0);
        config["rope_parameters"] = config["rope_scaling"];
        QCOMPARE(decoder_config_from(config.dump(), "", "F").scaling->factor, 32.0);
        config["rope_parameters"]["factor"] = 8.0;
        QVERIFY(
            config_refusal(config).starts_with("F/config.json: rope_parameters: expected what rope_scaling"));
        config["rope_parameters"] = {{"rope_type", "default"}};
        QVERIFY(
            config_refusal(config).starts_with("F/config.json: rope_parameters: expected what rope_scaling"));
        config.erase("rope_parameters");
        config["rope_scaling"].erase("factor");
        QVERIFY(config_refusal(config).starts_with("F/config.json: rope_scaling: factor: expected a number"));
    }

    void what_is_not_implemented_is_refused_data() {
        QTest::addColumn<QString>("edit");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* edit, const char* sentence) {
            QTest::newRow(edit) << QString(edit) << QString(sentence);
        };
        row(R"({"model_type": "mistral"})",
            "model_type: expected one of llama, qwen2, qwen3, found \"mistral\"");
        row(R"({"model_type": null})", "model_type: expected one of llama, qwen2, qwen3, found nothing");
        row(R"({"model_type": 3})", "model_type: expected a text, found 3");
        row(R"({"architectures": ["LlamaForSequenceClassification"]})",
            "architectures: expected [\"LlamaForCausalLM\"] for the type llama, found");
        row(R"({"use_sliding_window": true})", "use_sliding_window: expected false, as nothing else is");
        row(R"({"layer_types": ["full_attention", "sliding_attention"]})",
            "layer_types: expected \"full_attention\" for each of the 2 layers");
        row(R"({"layer_types": ["full_attention"]})",
            "layer_types: expected \"full_attention\" for each of the 2");
        row(R"({"hidden_act": "gelu"})", "hidden_act: expected \"silu\", found \"gelu\"");
        row(R"({"rope_scaling": {"type": "linear", "factor": 2.0}})",
            "rope_scaling: type: expected \"default\" or \"llama3\", found \"linear\"");
        row(R"({"rope_scaling": {"rope_type": "yarn", "factor": 4.0}})",
            "rope_type: expected \"default\" or");
        row(R"({"rope_scaling": {"rope_type": "dynamic"}})", "rope_type: expected \"default\" or \"llama3\"");
        row(R"({"rope_parameters": {"full_attention": {"rope_type": "yarn"}}})",
            "rope_parameters: expected one set of rotations for all layers");
        row(R"({"rope_parameters": {"partial_rotary_factor": 0.5}})", "partial_rotary_factor: expected 1");
        row(R"({"rope_scaling": {"factor": 8.0}})", "rope_scaling: factor: expected none, as no rope_type");
        row(R"({"partial_rotary_factor": 0.25})", "partial_rotary_factor: expected 1");
        row(R"({"rope_interleaved": true})", "rope_interleaved: expected false");
        row(R"({"rope_theta": 0})", "rope_theta: expected a number above 0, found 0");
        row(R"({"rope_theta": "10000"})", "rope_theta: expected a number above 0, found \"10000\"");
        row(R"({"quantization_config": {"bits": 4}})", "quantization_config: expected null");
        row(R"({"num_experts": 8})", "num_experts: expected 0");
        row(R"({"final_logit_softcapping": 30.0})", "final_logit_softcapping: expected 0");
        row(R"({"auto_map": {"AutoModelForCausalLM": "modeling_x.X"}})",
            "auto_map: expected a model without code");
        row(R"({"num_attention_heads": 3})",
            "num_key_value_heads: expected a divisor of num_attention_heads");
        row(R"({"num_attention_heads": 6, "num_key_value_heads": 2})", "hidden_size: expected a multiple of");
        row(R"({"head_dim": 5})", "head_dim: expected an even number, found 5");
        row(R"({"num_hidden_layers": 0})",
            "num_hidden_layers: expected a whole number from 1 to 1000, found 0");
        row(R"({"num_hidden_layers": 1e9})", "num_hidden_layers: expected a whole number from 1 to 1000");
        row(R"({"hidden_size": -16})", "hidden_size: expected a whole number from 1 to 1048576, found -16");
        row(R"({"hidden_size": 18446744073709551615})", "hidden_size: expected a whole number");
        row(R"({"hidden_size": 16.0})", "hidden_size: expected a whole number");
        row(R"({"vocab_size": null})",
            "vocab_size: expected a whole number from 2 to 4194304, found nothing");
        row(R"({"max_position_embeddings": null})", "max_position_embeddings: expected a whole number");
        row(R"({"rms_norm_eps": -1e-5})", "rms_norm_eps: expected a number above 0");
        row(R"({"attention_bias": "no"})", "attention_bias: expected true or false, found \"no\"");
        row(R"({"tie_word_embeddings": 1})", "tie_word_embeddings: expected true or false, found 1");
        row(R"({"eos_token_id": -1})", "eos_token_id: expected tokens from 0 to 39, found -1");
    }
    void what_is_not_implemented_is_refused() {
        QFETCH(QString, edit);
        QFETCH(QString, sentence);
        json config = test_models::decoder_config();
        config.merge_patch(json::parse(edit.toStdString()));
        const json edits = json::parse(edit.toStdString());
        for (const auto& [key, value] : edits.items())
            if (value.is_null())
                config[key] = nullptr;
        const QString found = QString::fromStdString(config_refusal(config));
        QVERIFY2(found.startsWith("F/config.json: ") && found.contains(sentence), qPrintable(found));
    }

    void unknown_fields_are_told() {
        json config = test_models::decoder_config();
        config.update({{"secret_scale", 2}, {"attention_dropout", 0.0}, {"sliding_window", 32}});
        const auto notices = decoder_config_from(config.dump(), "", "F").notices;
        QCOMPARE(notices.size(), std::size_t(2));
        QVERIFY(notices[0].warning && notices[0].text.ends_with("ignored: \"secret_scale\""));
        QVERIFY(notices[1].text.find("sliding_window") != std::string::npos);
        QVERIFY(config_refusal(json::array()).ends_with("expected a JSON object, found other JSON"));
    }
};

QTEST_GUILESS_MAIN(TestDecoderFile)
#include "test_decoder_file.moc"
