#include "core/model/input.h"
#include "core/model/model_file.h"
#include "core/weights/safetensors.h"
#include "tests/support/random_models.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <QTemporaryDir>
#include <QtTest>

using namespace lab;

namespace {

const at::TensorOptions floats(at::kFloat);

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

class TestModelFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_file = std::filesystem::path(m_folder.path().toStdString()) / "m.safetensors";

    std::string refusal() const {
        return test_files::sentence_of([this] { load_model(m_file.string(), floats); });
    }

    /// Writes a model whose card text was changed.
    void write_with_card(const std::string& from, const std::string& to) const {
        test_models::write(m_file, "resnet14_gn", 28);
        SafetensorsFile file = read_safetensors(m_file.string());
        std::string& card = file.metadata.at("collapse_lab");
        const auto at = card.find(from);
        QVERIFY(at != std::string::npos);
        card.replace(at, from.size(), to);
        write_safetensors(m_file.string(), file.tensors, file.metadata);
    }

  private Q_SLOTS:
    void parameters_refuse_what_does_not_fit() {
        const auto net = test_models::convnet();
        const StateDict before = net->parameters().state();
        StateDict other;
        for (const auto& [name, value] : before)
            other[name] = at::zeros_like(value);
        other.erase("norm1.bias");
        other["fc.weight"] = at::zeros({10, 15}, at::kDouble);
        other["extra.weight"] = at::zeros({2, 3}, at::kDouble);
        const std::string said =
            test_files::sentence_of([&] { net->parameters().load(other, "my.safetensors"); });
        QVERIFY(said.starts_with("my.safetensors: the weights do not fit the architecture:"));
        QVERIFY(contains(said, "\n  missing: norm1.bias [8]"));
        QVERIFY(contains(said, "\n  other shape: fc.weight expected [10, 16], found [10, 15]"));
        QVERIFY(contains(said, "\n  superfluous: extra.weight [2, 3]"));
        QVERIFY(!contains(said, "conv1"));
        for (const auto& [name, value] : net->parameters().state())
            QVERIFY2(at::equal(value, before.at(name)), name.c_str());
    }

    void parameters_can_be_overlaid_in_part() {
        const auto net = test_models::convnet();
        const StateDict before = net->parameters().state();
        net->parameters().overlay({{"norm1.bias", at::full({8}, 3.0, at::kFloat)}}, "s");
        for (const auto& [name, value] : net->parameters().state())
            QCOMPARE(at::equal(value, before.at(name)), name != "norm1.bias");
        const StateDict wrong = {{"norm1.weight", at::zeros({8}, at::kDouble)},
                                 {"norm2.weight", at::zeros({8}, at::kDouble)},
                                 {"norm9.weight", at::zeros({8}, at::kDouble)}};
        const std::string said = test_files::sentence_of([&] { net->parameters().overlay(wrong, "s"); });
        QVERIFY(said.starts_with("s: the weights do not fit the architecture:"));
        QVERIFY(contains(said, "other shape: norm2.weight expected [16], found [8]"));
        QVERIFY(contains(said, "superfluous: norm9.weight") && !contains(said, "norm1"));
        QVERIFY(at::equal(net->parameters().state().at("norm1.weight"), before.at("norm1.weight")));
    }

    void parameters_convert_types_in_place() {
        const auto net = test_models::convnet(NormKind::batch, 1),
                   source = test_models::convnet(NormKind::batch, 2);
        const at::Tensor handle = net->norms()[0]->weight;
        StateDict state;
        for (const auto& [name, value] : source->parameters().state())
            state[name] = value.to(at::kFloat);
        net->parameters().load(state, "f");
        QVERIFY(at::equal(handle, state.at("norm1.weight").to(at::kDouble)));
        QCOMPARE(handle.scalar_type(), at::kDouble);
        QVERIFY(at::equal(net->norms()[1]->running_var, state.at("norm2.running_var").to(at::kDouble)));
        // 72 + 1152 convolutions, 2 · 24 norms, 170 head; running averages are no parameters
        QCOMPARE(net->parameters().count(), 72 + 1152 + 48 + 170);
        net->parameters().state().at("fc.bias").zero_();
        QVERIFY(!at::equal(net->parameters().state().at("fc.bias"), at::zeros({10}, at::kDouble)));
    }

    void card_and_weights_round_trip() {
        ModelCard card = test_models::card("resnet14_bn", 20);
        card.shape = {3, 20, 4};
        card.mean = {0.1, 1.0 / 3.0, 0.7};
        card.std = {0.2, 0.3, 0.4};
        card.class_names = {"Ä", "b \"quoted\"", "c", "d,e"};
        card.data = "pictures, train";
        card.clean_accuracy = 0.8125;
        card.seed = 18446744073709551615u;
        card.command = "collapse-lab-cli train --seed 3";
        const auto net = architecture("resnet14_bn").make(card.shape, floats);
        test_models::randomise(*net, 5);
        save_model(m_file.string(), card, *net);

        const Model model = load_model(m_file.string(), at::TensorOptions(at::kDouble));
        const ModelCard only_card = read_model_card(m_file.string());
        for (const ModelCard& read : {model.card, only_card}) {
            QCOMPARE(read.architecture, card.architecture);
            QCOMPARE(read.shape.channels, 3);
            QCOMPARE(read.shape.image_size, 20);
            QCOMPARE(read.shape.classes, 4);
            QCOMPARE(read.mean, card.mean);
            QCOMPARE(read.std, card.std);
            QCOMPARE(read.class_names, card.class_names);
            QCOMPARE(read.data, card.data);
            QCOMPARE(read.clean_accuracy, card.clean_accuracy);
            QCOMPARE(read.seed, card.seed);
            QCOMPARE(read.command, card.command);
        }
        const StateDict loaded = model.classifier->parameters().state();
        QCOMPARE(loaded.size(), net->parameters().entries().size());
        for (const auto& [name, value] : net->parameters().state())
            QVERIFY2(at::equal(loaded.at(name), value.to(at::kDouble)), name.c_str());
    }

    void weights_of_another_architecture_are_refused() {
        const std::string file = m_file.string();
        write_with_card("resnet14_gn", "vit_tiny_patch4");
        const std::string vit = refusal();
        QVERIFY2(vit.starts_with(file + ": the weights do not fit the architecture:"), vit.c_str());
        QVERIFY(contains(vit, "missing: blocks.0.norm1.weight") &&
                contains(vit, "superfluous: conv1.weight"));
        write_with_card("resnet14_gn", "resnet14_bn");
        QVERIFY(contains(refusal(), "missing: layer2.0.downsample.1.running_var [32]"));
        write_with_card("resnet14_gn", "lenet");
        const std::string unknown = refusal();
        QVERIFY2(unknown.starts_with(file + ": ") && contains(unknown, "found \"lenet\""), unknown.c_str());
    }

    void cards_that_cannot_be_used_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("not JSON") << "{"
                                  << "(";
        QTest::newRow("no architecture") << "\"architecture\""
                                         << "\"arch\"";
        QTest::newRow("no mean") << "\"mean\""
                                 << "\"average\"";
        QTest::newRow("mean is a text") << "[0.4]"
                                        << "\"0.4\"";
        QTest::newRow("two means") << "[0.4]"
                                   << "[0.4,0.5]";
        QTest::newRow("no classes") << "\"class_names\":["
                                    << "\"class_names\":[],\"more\":[";
        QTest::newRow("huge picture") << "\"image_size\":28"
                                      << "\"image_size\":100000000";
        QTest::newRow("two channels") << "\"channels\":1"
                                      << "\"channels\":2";
    }
    void cards_that_cannot_be_used() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        write_with_card(from.toStdString(), to.toStdString());
        const std::string said = refusal();
        QVERIFY2(said.starts_with(m_file.string() + ": its card cannot be used: "), said.c_str());
    }

    void a_file_without_a_card_must_be_recognised() {
        write_safetensors(m_file.string(), test_models::convnet()->parameters().state(), {{"format", "pt"}});
        QVERIFY(refusal().starts_with(m_file.string() + ": its network cannot be recognised: "));
    }

    void input_is_normalised_with_the_cards_constants() {
        ModelCard card = test_models::card("resnet14_gn", 8);
        const Image image{8, 8, 1, std::vector<std::uint8_t>(64, 51)};
        const at::Tensor x = to_input({image, image}, card, at::TensorOptions(at::kDouble));
        QVERIFY(x.sizes() == at::IntArrayRef({2, 1, 8, 8}));
        QVERIFY(at::allclose(x, at::full_like(x, (0.2 - 0.4) / 0.25), 0, 1e-12));
        QCOMPARE(to_input({image}, card, floats).scalar_type(), at::kFloat);
    }

    /// Rows top to bottom, columns left to right, channels apart; black all around where it is smaller.
    void input_is_padded_in_the_middle() {
        ModelCard card = test_models::card("resnet14_gn", 8);
        card.shape.channels = 3;
        card.mean = {0.0, 0.5, 1.0};
        card.std = {1.0, 0.5, 2.0};
        Image image{2, 4, 3, {}};
        for (int i = 0; i < 24; ++i)
            image.pixels.push_back(static_cast<std::uint8_t>(10 * i));
        const at::Tensor x = to_input({image}, card, at::TensorOptions(at::kDouble));
        for (int y = 0; y < 8; ++y)
            for (int column = 0; column < 8; ++column)
                for (int c = 0; c < 3; ++c) {
                    const bool inside = y >= 3 && y < 5 && column >= 2 && column < 6;
                    const int byte = inside ? 10 * (((y - 3) * 4 + column - 2) * 3 + c) : 0;
                    const double expected =
                        (byte / 255.0 - card.mean[std::size_t(c)]) / card.std[std::size_t(c)];
                    QVERIFY(std::abs(x[0][c][y][column].item<double>() - expected) < 1e-12);
                }
    }

    void grey_pictures_suit_colour_models() {
        ModelCard card = test_models::card("resnet14_gn", 8);
        card.shape.channels = 3;
        card.mean = {0.0, 0.5, 1.0};
        card.std = {1.0, 1.0, 2.0};
        const Image grey{8, 8, 1, std::vector<std::uint8_t>(64, 255)};
        const at::Tensor x = to_input({grey}, card, at::TensorOptions(at::kDouble));
        for (const auto& [channel, expected] : {std::pair(0, 1.0), {1, 0.5}, {2, 0.0}})
            QVERIFY(at::allclose(x[0][channel], at::full({8, 8}, expected, at::kDouble)));
    }

    void input_that_does_not_fit() {
        const ModelCard card = test_models::card("resnet14_gn", 8);
        const auto said = [&](const Image& image) {
            return test_files::sentence_of([&] { to_input({image}, card, floats); });
        };
        QCOMPARE(said(test_files::picture(8, 8, 3)),
                 std::string("the model expects grey pictures, found a colour picture"));
        const std::string large = "the model expects pictures of at most 8 pixels a side, found ";
        QCOMPARE(said(test_files::picture(9, 8, 1)), large + "8x9");
        QCOMPARE(said(test_files::picture(8, 9, 1)), large + "9x8");
    }
};

QTEST_GUILESS_MAIN(TestModelFile)
#include "test_model_file.moc"
