#include "core/model/recognise.h"
#include "core/weights/foreign_names.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <QtTest>

using namespace lab;

namespace {

/// Names and shapes of a network, without memory for its values.
StateDict outline(const Architecture& row, const ModelShape& shape) {
    const auto net = row.make(shape, at::TensorOptions(at::kFloat).device(at::kMeta));
    StateDict state;
    for (const auto& entry : net->parameters().entries())
        state[entry.name] = entry.value;
    return state;
}

at::Tensor meta(const std::vector<std::int64_t>& shape) {
    return at::empty(shape, at::TensorOptions(at::kFloat).device(at::kMeta));
}

} // namespace

class TestRecognise : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    /// Every row of the table is found again from its own names and shapes, with other data too.
    void every_row_is_found_again_data() {
        QTest::addColumn<QString>("id");
        for (const Architecture& row : architectures())
            QTest::newRow(row.id.c_str()) << QString::fromStdString(row.id);
    }
    void every_row_is_found_again() {
        QFETCH(QString, id);
        const Architecture& row = architecture(id.toStdString());
        for (const ModelShape& shape : {ModelShape{3, row.image_size, 1000}, ModelShape{1, 32, 7}}) {
            const StateDict state = outline(row, shape);
            const Recognised found = recognise(shapes_of(state), "file");
            QCOMPARE(found.architecture.id, row.id);
            QCOMPARE(found.architecture.family, row.family);
            QCOMPARE(found.shape.channels, shape.channels);
            QCOMPARE(found.shape.classes, shape.classes);
            const bool small_colour = row.image_size == 28 && shape.channels == 3;
            const int side = small_colour ? 32 : row.image_size;
            QCOMPARE(found.shape.image_size, row.family == "vit" ? shape.image_size : side);
            // What is built from it asks for exactly these tensors.
            const auto net =
                found.architecture.make(found.shape, at::TensorOptions(at::kFloat).device(at::kMeta));
            net->parameters().check(state, "file");
        }
    }

    void the_table_itself() {
        std::set<std::string> ids, titles;
        for (const Architecture& row : architectures()) {
            ids.insert(row.id);
            titles.insert(row.title);
            const Preprocessing& p = row.preprocessing;
            QCOMPARE(p.mean.size(), row.image_size == 224 ? std::size_t(3) : std::size_t(0));
            QCOMPARE(p.std.size(), p.mean.size());
        }
        QCOMPARE(ids.size(), architectures().size());
        QCOMPARE(titles.size(), architectures().size());
        QCOMPARE(architecture("resnet50_gn").preprocessing.crop, 0.94);
        QCOMPARE(architecture("resnet50").preprocessing.crop, 0.95);
        QCOMPARE(architecture("vit_base_patch16_224").preprocessing.mean,
                 (std::vector<double>{0.5, 0.5, 0.5}));
        QCOMPARE(architecture("swin_tiny_patch4_window7_224").preprocessing.crop, 0.9);
    }

    /// Published sizes in millions of parameters, from the papers' and timm's tables.
    void published_sizes_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<qint64>("parameters");
        QTest::addColumn<int>("norms");
        QTest::newRow("ResNet-18") << "resnet18" << qint64(11689512) << 20;
        QTest::newRow("ResNet-26") << "resnet26" << qint64(15995176) << 29;
        QTest::newRow("ResNet-34") << "resnet34" << qint64(21797672) << 36;
        QTest::newRow("ResNet-50") << "resnet50" << qint64(25557032) << 53;
        QTest::newRow("ResNet-50-GN") << "resnet50_gn" << qint64(25557032) << 53;
        QTest::newRow("ViT-Ti") << "vit_tiny_patch16_224" << qint64(5717416) << 25;
        QTest::newRow("ViT-S") << "vit_small_patch16_224" << qint64(22050664) << 25;
        QTest::newRow("ViT-B") << "vit_base_patch16_224" << qint64(86567656) << 25;
        QTest::newRow("ConvNeXt-T") << "convnext_tiny" << qint64(28589128) << 23;
        QTest::newRow("ConvNeXt-T, norm first") << "convnext_tiny_hnf" << qint64(28589128) << 23;
        QTest::newRow("Swin-T") << "swin_tiny_patch4_window7_224" << qint64(28288354) << 29;
    }
    void published_sizes() {
        QFETCH(QString, id);
        QFETCH(qint64, parameters);
        QFETCH(int, norms);
        const auto net = architecture(id.toStdString())
                             .make({3, 224, 1000}, at::TensorOptions(at::kFloat).device(at::kMeta));
        QCOMPARE(qint64(net->parameters().count()), parameters);
        QCOMPARE(int(net->norms().size()), norms);
    }

    void networks_of_no_row() {
        ResNetConfig deep;
        deep.bottleneck = true;
        deep.depths = {3, 4, 23, 3};
        deep.widths = {64, 128, 256, 512};
        deep.norm = {NormKind::batch, 8, 1e-5};
        VitConfig large;
        large.width = 1024;
        large.depth = 24;
        large.heads = 16;
        large.patch = 32;
        large.image_size = 384;
        ConvNextConfig small;
        small.depths = {3, 3, 27, 3};
        small.widths = {96, 192, 384, 768};
        SwinConfig base;
        base.depths = {2, 2, 18, 2};
        base.heads = {4, 8, 16, 32};
        base.width = 128;
        base.window = 12;
        const std::pair<NetworkConfig, std::string> networks[] = {
            {deep, "resnet_bn"}, {large, "vit"}, {small, "convnext"}, {base, "swin"}};
        for (const auto& [network, id] : networks) {
            const Architecture row = architecture_for(network);
            QCOMPARE(row.id, id);
            const Recognised found = recognise(shapes_of(outline(row, {3, 384, 1000})), "file");
            QCOMPARE(found.architecture.id, id);
            QVERIFY(found.architecture.network == network);
        }
    }

    void what_shapes_do_not_tell() {
        Shapes shapes = shapes_of(outline(architecture("resnet50_gn"), {3, 224, 1000}));
        const Recognised guessed = recognise(shapes, "f");
        QCOMPARE(guessed.architecture.id, std::string("resnet50_gn"));
        QVERIFY(guessed.norm_assumed && guessed.groups_assumed && guessed.size_assumed);
        NetworkFacts told;
        told.norm = NormKind::group;
        told.groups = 16;
        told.image_size = 160;
        const Recognised known = recognise(shapes, "f", told);
        QVERIFY(!known.norm_assumed && !known.groups_assumed && !known.size_assumed);
        QCOMPARE(std::get<ResNetConfig>(known.architecture.network).norm.groups, 16);
        QCOMPARE(known.shape.image_size, 160);
        told = {};
        told.norm = NormKind::batch;
        const Recognised batch = recognise(shapes, "f", told);
        QCOMPARE(batch.architecture.id, std::string("resnet50"));
        QVERIFY(!std::get<ResNetConfig>(batch.architecture.network).norm.averages);
        told.averages_unlisted = true;
        QVERIFY(std::get<ResNetConfig>(recognise(shapes, "f", told).architecture.network).norm.averages);
        shapes["bn1.running_mean"] = {64};
        const Recognised averaged = recognise(shapes, "f");
        QCOMPARE(averaged.architecture.id, std::string("resnet50"));
        QVERIFY(!averaged.norm_assumed && !averaged.groups_assumed);

        NetworkFacts heads;
        heads.heads = 3;
        const Shapes vit = shapes_of(outline(architecture("vit_small_patch16_224"), {3, 224, 10}));
        QVERIFY(recognise(vit, "f").heads_assumed);
        const Recognised three = recognise(vit, "f", heads);
        QVERIFY(!three.heads_assumed && !three.size_assumed);
        QCOMPARE(std::get<VitConfig>(three.architecture.network).heads, 3);
    }

    void what_cannot_be_recognised_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("changed");
        QTest::addColumn<QList<qint64>>("shape");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const char* id, const char* changed, QList<qint64> shape,
                            const char* said) { QTest::newRow(name) << id << changed << shape << said; };
        row("stem of 5", "resnet18", "conv1.weight", {64, 3, 5, 5},
            "conv1.weight: expected a kernel of 7 or 3, found 5");
        row("no classifier", "resnet18", "fc.weight", {},
            "expected a tensor fc.weight, found none among 101 names: \"bn1.bias\", \"bn1.running_mean\", "
            "\"bn1.running_var\" and 98 more");
        row("classifier of three dimensions", "resnet18", "fc.weight", {10, 2, 2},
            "fc.weight: expected 2 dimensions, found 3");
        row("groups that do not divide", "resnet18_gn", "layer1.0.conv1.weight", {60, 64, 3, 3},
            "layer: expected widths that 32 groups divide, found 60");
        row("positions of no square", "vit_tiny_patch16_224", "pos_embed", {1, 198, 192},
            "pos_embed: expected a square number of patches and a class token, found 198");
        row("heads unknown", "vit_tiny_patch16_224", "patch_embed.proj.weight", {96, 3, 16, 16},
            "patch_embed.proj.weight: expected a width that heads of 64 channels divide, or a number of "
            "heads "
            "(--heads), found 96");
        row("an empty side", "convnext_tiny", "head.fc.weight", {0, 768},
            "head.fc.weight: expected sides of 1 to 1048576, found 0");
        row("a huge side", "convnext_tiny", "stem.0.weight", {96, 1LL << 40, 4, 4},
            "stem.0.weight: expected sides of 1 to 1048576, found 1099511627776");
        row("an absurd inside", "convnext_tiny", "stages.0.blocks.0.mlp.fc1.weight", {96 * 10000, 96},
            "stages.0.blocks.0.mlp.fc1.weight: expected at most 64 times the width, found 10000");
        row("window of no table", "swin_tiny_patch4_window7_224",
            "layers.0.blocks.0.attn.relative_position_bias_table", {170, 3},
            "layers.0.blocks.0.attn.relative_position_bias_table: expected the square of an odd number of "
            "rows, found 170");
        row("heads that do not divide", "swin_tiny_patch4_window7_224",
            "layers.1.blocks.0.attn.relative_position_bias_table", {169, 5},
            "layers.1.blocks.0.attn.relative_position_bias_table: expected a number of heads that divides "
            "the "
            "width 192, found 5");
    }
    void what_cannot_be_recognised() {
        QFETCH(QString, id);
        QFETCH(QString, changed);
        QFETCH(QList<qint64>, shape);
        QFETCH(QString, said);
        Shapes shapes = shapes_of(outline(architecture(id.toStdString()), {3, 224, 1000}));
        shapes.erase(changed.toStdString());
        if (!shape.isEmpty())
            shapes[changed.toStdString()] = {shape.begin(), shape.end()};
        QCOMPARE(test_files::sentence_of([&] { recognise(shapes, "my.pth"); }),
                 "my.pth: its network cannot be recognised: " + said.toStdString());
    }

    void other_networks_are_refused() {
        const Shapes vgg = {{"features.0.weight", {64, 3, 3, 3}}, {"classifier.0.bias", {10}}};
        const std::string said = test_files::sentence_of([&] { recognise(vgg, "vgg.pth"); });
        QVERIFY2(
            said.starts_with("vgg.pth: its network cannot be recognised: expected the names of a ResNet"),
            said.c_str());
        QVERIFY2(
            said.ends_with("found none of them among 2 names: \"classifier.0.bias\", \"features.0.weight\""),
            said.c_str());
    }

    void names_of_others_are_brought_up_to_date() {
        const StateDict present = outline(architecture("swin_tiny_patch4_window7_224"), {3, 224, 1000});
        StateDict older;
        for (const auto& [name, value] : present) {
            std::string old = name;
            if (name.starts_with("head.fc"))
                old = "head" + name.substr(7);
            else if (name.find(".downsample.") != std::string::npos)
                old[7] = static_cast<char>(old[7] - 1); // layers.1 to layers.0
            older[old] = value;
        }
        older["layers.0.blocks.1.attn_mask"] = meta({64, 49, 49});
        older["layers.0.blocks.0.attn.relative_position_index"] = meta({49, 49});
        QVERIFY(shapes_of(older) != shapes_of(present));
        QVERIFY(shapes_of(with_present_names(older).tensors) == shapes_of(present));
        QVERIFY(shapes_of(with_present_names(present).tensors) == shapes_of(present));
    }
};

QTEST_GUILESS_MAIN(TestRecognise)
#include "test_recognise.moc"
