#include "core/model/model_file.h"
#include "core/weights/checkpoint.h"
#include "core/weights/safetensors.h"
#include "core/weights/weight_place.h"
#include "tests/support/random_models.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>

using namespace lab;
namespace fs = std::filesystem;

namespace {

const at::TensorOptions floats(at::kFloat);

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

StateDict weights(std::uint64_t seed = 1) {
    const auto net = architecture("resnet14_gn").make({3, 28, 4}, floats);
    test_models::randomise(*net, seed);
    return net->parameters().state();
}

} // namespace

/// Where weights lie, what a file is by its content, and files that do not stand still.
class TestWeightPlace : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    const std::string m_place = m_folder.filePath("place").toStdString();

    std::string path(const std::string& name) const { return m_place + "/" + name; }
    void write_text(const std::string& name, const std::string& text) const {
        std::ofstream(path(name), std::ios::binary) << text;
    }
    static std::string refusal(const std::string& of) {
        return test_files::sentence_of([&] { read_model(of); });
    }

    /// Two files and their index.
    void write_shards(const StateDict& state) const {
        StateDict parts[2];
        std::string map;
        int i = 0;
        for (const auto& [name, tensor] : state) {
            const int part = i++ % 2;
            parts[part][name] = tensor;
            map += (map.empty() ? "" : ",") + ("\"" + name + "\": \"model-0000") + std::to_string(part + 1) +
                   "-of-00002.safetensors\"";
        }
        write_safetensors(path("model-00001-of-00002.safetensors"), parts[0], {});
        write_safetensors(path("model-00002-of-00002.safetensors"), parts[1], {});
        write_text("model.safetensors.index.json", "{\"metadata\": {}, \"weight_map\": {" + map + "}}");
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void init() { fs::create_directory(m_place); }
    void cleanup() { fs::remove_all(m_place); }

    void a_folder_with_one_weight_file() {
        const std::string none = refusal(m_place);
        QVERIFY2(none.starts_with(m_place + ": expected a weight file, or a folder with one") &&
                     contains(none, "found a folder without any"),
                 none.c_str());
        write_text("pytorch_model.bin", "x");
        QCOMPARE(weight_file(m_place), path("pytorch_model.bin"));
        write_safetensors(path("model.safetensors"), weights(), {});
        QCOMPARE(weight_file(m_place), path("model.safetensors"));
        QCOMPARE(read_model(m_place).card.family, std::string("resnet_gn"));
        write_safetensors(path("other.safetensors"), weights(), {});
        QVERIFY(contains(refusal(m_place),
                         "found \"model.safetensors\", \"other.safetensors\": name one of them"));
    }

    void a_model_in_several_files() {
        const StateDict state = weights();
        write_shards(state);
        for (const std::string& place : {m_place, path("model.safetensors.index.json")}) {
            const Model model = load_model(place, floats);
            for (const auto& [name, value] : model.classifier->parameters().state())
                QVERIFY2(at::equal(value, state.at(name)), name.c_str());
        }
        QVERIFY(contains(refusal(path("model-00001-of-00002.safetensors")),
                         "is part 1 of 2 of a model: name the index"));
        fs::remove(path("model-00002-of-00002.safetensors"));
        QVERIFY(contains(refusal(m_place),
                         "the file \"model-00002-of-00002.safetensors\" that it names is missing"));
    }

    void an_index_leads_nowhere_else_data() {
        QTest::addColumn<QString>("map");
        QTest::addColumn<QString>("said");
        QTest::newRow("outside") << R"({"a": "../x.safetensors"})"
                                 << "expected the name of a file beside it for \"a\"";
        QTest::newRow("absolute") << R"({"a": "/etc/passwd"})"
                                  << "expected the name of a file beside it";
        QTest::newRow("number") << R"({"a": 1})"
                                << "expected the name of a file beside it";
        QTest::newRow("empty") << "{}"
                               << "it lists no tensors";
        QTest::newRow("itself") << R"({"a": "index.json"})"
                                << "that it names holds no tensors";
        QTest::newRow("absent tensor") << R"({"a": "one.safetensors"})"
                                       << "\"a\" is not in \"one.safetensors\"";
    }
    void an_index_leads_nowhere_else() {
        QFETCH(QString, map);
        QFETCH(QString, said);
        write_safetensors(path("one.safetensors"), {{"b", at::zeros({2})}}, {});
        write_text("index.json", "{\"weight_map\": " + map.toStdString() + "}");
        const std::string sentence = refusal(path("index.json"));
        QVERIFY2(sentence.starts_with(path("index.json") + ": not a usable index of weights: ") &&
                     contains(sentence, said.toStdString()),
                 sentence.c_str());
    }

    void what_a_file_is_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QByteArray& bytes, const char* said) {
            QTest::newRow(name) << bytes << said;
        };
        row("LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:aa\nsize 3\n",
            "a pointer of Git LFS");
        row("HTML", "<!DOCTYPE html><html><body>404</body></html>", "a page of HTML or XML");
        row("HTML with a mark", "\xef\xbb\xbf\n  <HTML lang=en>", "a page of HTML or XML");
        row("XML", "<?xml version=\"1.0\"?><Error>", "a page of HTML or XML");
        row("JSON", "{\"error\": \"not found\"}", "it is a JSON file, and no index");
        row("legacy",
            QByteArray("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.\x80\x02M\xe9\x03.", 21),
            "PyTorch before 1.6 wrote");
        row("pickle", QByteArray("\x80\x04\x95\x01\0\0\0\0\0\0\0}.", 13),
            "a bare pickle, which is not executed");
        row("gzip", QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\0", 10), "compressed with gzip");
        row("tar", QByteArray(257, 'a') + "ustar\0" + QByteArray(250, '\0'), "a tar archive");
        row("Keras", "\x89HDF\r\n\x1a\n", "an HDF5 file");
        row("GGUF", "GGUF\3", "a GGUF file");
        row("NumPy", "\x93NUMPY\1", "a NumPy array");
        row("an empty archive", QByteArray("PK\5\6") + QByteArray(18, '\0'),
            "there is no data.pkl in the archive");
        row("a text", "These are no weights, and no archive either.", "not a usable .");
    }
    void what_a_file_is() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, said);
        for (const char* name : {"w.safetensors", "w.pth", "w.bin", "w.ckpt"}) {
            write_text(name, bytes.toStdString());
            const std::string sentence = refusal(path(name));
            QVERIFY2(sentence.starts_with(path(name) + ": ") && contains(sentence, said.toStdString()),
                     sentence.c_str());
            QVERIFY2(!contains(sentence, "its header claims"), sentence.c_str());
        }
    }

    /// Content decides, whatever the name.
    void names_do_not_matter() {
        const StateDict state = weights();
        for (const char* name : {"w.pth", "w.pth.tar", "w.ckpt", "w.bin", "w", "w.zip"}) {
            write_safetensors(path(name), state, {});
            QCOMPARE(read_model(path(name)).card.family, std::string("resnet_gn"));
        }
    }

    void what_is_no_ordinary_file() {
        QCOMPARE(::mkfifo(path("pipe.safetensors").c_str(), 0600), 0);
        QCOMPARE(refusal(path("pipe.safetensors")),
                 path("pipe.safetensors") + ": expected a weight file, found a pipe");
        QCOMPARE(refusal("/dev/null"), std::string("/dev/null: expected a weight file, found a device"));
        QCOMPARE(refusal(path("absent.pth")), path("absent.pth") + ": expected a weight file, found nothing");
        QVERIFY(contains(refusal(""), "found an empty path"));
        write_text("empty.safetensors", "");
        QVERIFY(contains(refusal(path("empty.safetensors")), "found an empty file"));
    }

    void names_that_are_no_utf8() {
        const StateDict state = weights();
        const std::string odd = path("mod\xe8le.safetensors");
        write_safetensors(odd, state, {});
        QCOMPARE(read_model(odd).card.family, std::string("resnet_gn"));
        std::ofstream(path("mod\xe8le.classes.txt"), std::ios::binary)
            << "\xff\xfe" << std::string("a\0\n\0b\0\n\0c\0\n\0d\0", 14);
        QCOMPARE(read_model(odd).card.class_names, (std::vector<std::string>{"a", "b", "c", "d"}));
        write_text("mod\xe8le.safetensors", "no weights");
        QVERIFY(refusal(odd).starts_with(path("mod\xef\xbf\xbdle.safetensors: ")));
    }

    /// A file that changes between its opening and the end of its reading is no whole.
    void files_that_change_are_refused() {
        write_safetensors(path("w.safetensors"), weights(), {});
        const Checkpoint opened = open_checkpoint(path("w.safetensors"));
        opened.expect_unchanged();
        fs::last_write_time(path("w.safetensors"),
                            fs::file_time_type::clock::now() + std::chrono::seconds(5));
        QCOMPARE(test_files::sentence_of([&] { opened.expect_unchanged(); }),
                 path("w.safetensors") +
                     ": the file changed while it was read; try again when it is written");
        const Checkpoint cut = open_checkpoint(path("w.safetensors"));
        fs::resize_file(path("w.safetensors"), 10'000);
        QCOMPARE(test_files::sentence_of([&] { cut.fetch(cut.sets.front().tensors); }),
                 path("w.safetensors") +
                     ": the file changed while it was read; try again when it is written");
    }
};

QTEST_GUILESS_MAIN(TestWeightPlace)
#include "test_weight_place.moc"
