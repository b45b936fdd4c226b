#include "core/text/stream_decoder.h"
#include "core/text/tokenizer_parity.h"
#include "tests/reference_data.h"
#include "tests/text/small_tokenizer.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace lab;
namespace fs = std::filesystem;

/// Ids and decoded texts of Hugging Face's tokenizers 0.23.2 (reference_ids.js), and of published files.
class TestTokenizerReference : public QObject {
    Q_OBJECT

    static void expect_met(const fs::path& folder, std::size_t tokenizers) {
        std::size_t count = 0;
        replay_tokenizers(folder, [&](const TokenizerParity& result) {
            ++count;
            QVERIFY2(result.met(), (result.name + ": " + result.note).c_str());
            QCOMPARE(result.mismatched, std::size_t{0});
            QVERIFY(result.texts > 50 && result.ids > 500);
        });
        QCOMPARE(count, tokenizers);
    }

  private Q_SLOTS:
    void own_files() { expect_met(small_tokenizer::folder(), 5); }

    void published_files() {
        const fs::path folder = fs::path(LAB_REFERENCE_DATA) / "golden" / "tokenizers";
        if (!fs::exists(folder))
            QSKIP("no golden tokenizers beside this checkout");
        expect_met(folder, 2);
    }

    void any_ids_decode_as_in_the_reference_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"llama3", "qwen2", "smollm2", "marks"})
            QTest::newRow(name) << name;
    }
    void any_ids_decode_as_in_the_reference() {
        QFETCH(QString, name);
        const std::string plain = name.toStdString();
        const Tokenizer tokenizer = Tokenizer::load(small_tokenizer::folder() / (plain + ".tokenizer.json"));
        std::ifstream file(small_tokenizer::folder() / (plain + ".decodings.json"));
        const auto decodings = small_tokenizer::Json::parse(file);
        QVERIFY(decodings.size() > 50);
        for (const auto& entry : decodings) {
            const auto ids = entry["ids"].get<std::vector<std::int32_t>>();
            for (const bool alone : {false, true}) {
                const auto expected = entry[alone ? "text_alone" : "decoded"].get<std::string>();
                QCOMPARE(tokenizer.decode(ids, alone), expected);
                StreamDecoder stream(tokenizer, alone);
                std::string text;
                for (const std::int32_t id : ids)
                    text += stream.push(id);
                text += stream.finish();
                QCOMPARE(text, expected);
            }
        }
    }

    void a_difference_is_told() {
        QTemporaryDir place;
        const fs::path folder = place.path().toStdString();
        fs::copy(small_tokenizer::folder() / "qwen2.tokenizer.json", folder);
        const auto replayed = [&](const std::string& texts) {
            std::ofstream(folder / "qwen2.json") << texts;
            TokenizerParity last;
            replay_tokenizers(folder, [&](const TokenizerParity& result) { last = result; });
            return last;
        };
        QVERIFY(holds_tokenizers(folder));
        QVERIFY(replayed(R"([{"text": "a", "ids": [97], "decoded": "a"}])").met());
        const TokenizerParity wrong_id =
            replayed(R"([{"text": "a", "ids": [98]}, {"text": "a", "ids": [1, 2]}])");
        QCOMPARE(wrong_id.mismatched, std::size_t{2});
        QCOMPARE(wrong_id.note, std::string("entry 1, \"a\": ids: id 1: expected 98, found 97"));
        QVERIFY(!replayed(R"([{"text": "a", "ids": [97, 97]}])").met());
        QVERIFY(!replayed(R"([{"text": "a", "ids": [97], "decoded": "b"}])").met());
        QVERIFY(!replayed(R"([{"text": "a"}])").met());
        QVERIFY(!replayed(R"([{"text": "a", "ids": [97], "idz": []}])").met());
        QVERIFY(!replayed(R"([{"text": "a", "ids": [-1]}])").met());
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, replayed("[]"));
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, replayed("[{"));
        fs::remove(folder / "qwen2.json");
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, replay_tokenizers(folder, [](const auto&) {}));
        std::ofstream(folder / "qwen2.tokenizer.json.gz") << "x";
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, holds_tokenizers(folder));
    }
};

QTEST_GUILESS_MAIN(TestTokenizerReference)
#include "test_tokenizer_reference.moc"
