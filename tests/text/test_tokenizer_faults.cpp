#include "core/text/tokenizer.h"
#include "tests/text/small_tokenizer.h"

#include <QTemporaryDir>
#include <QtTest>

#include <zlib.h>

#include <functional>

using namespace lab;
using small_tokenizer::Json;
namespace fs = std::filesystem;

namespace {

std::string fault_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const std::exception& fault) {
        return fault.what();
    }
    return {};
}

std::string gzip(const std::string& text) {
    std::string bytes(text.size() + 1000, '\0');
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    deflate(&stream, Z_FINISH);
    bytes.resize(stream.total_out);
    deflateEnd(&stream);
    return bytes;
}

} // namespace

/// Damaged and foreign files: a sentence each, which names the field and what was found.
class TestTokenizerFaults : public QObject {
    Q_OBJECT

    using Change = std::function<void(Json&)>;

  private Q_SLOTS:
    void changed_files_data() {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("pointer"); // JSON pointer, and the value that is put there
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const char* base, const char* pointer, const char* value,
                            const char* sentence) {
            QTest::newRow(name) << base << pointer << value << sentence;
        };
        row("no merges", "qwen2", "/model/merges", "[]", "model.merges: expected merges");
        row("merges null", "qwen2", "/model/merges", "null", "model.merges: expected a list, found null");
        row("merge of three", "qwen2", "/model/merges/3", R"(["a", "b", "c"])",
            "model.merges: expected \"a b\" or [\"a\", \"b\"], found a list of 3 at entry 4");
        row("merge of one", "llama3", "/model/merges/0", R"("ab")", "found \"ab\" at entry 1");
        row("merge with two spaces", "llama3", "/model/merges/1", R"("a  b")", "found \"a  b\" at entry 2");
        row("merge of a number", "llama3", "/model/merges/1", "7", "found 7 at entry 2");
        row("merge of what is not there", "qwen2", "/model/merges/0", R"(["zq", "a"])",
            "model.merges: expected tokens of the vocabulary, found \"zq\"");
        row("merge into what is not there", "qwen2", "/model/merges/0", R"(["~", "~"])",
            "found \"~~\", which \"~\" and \"~\" merge into (entry 1)");
        row("no vocabulary", "qwen2", "/model/vocab", "{}", "model.vocab: expected tokens with their ids");
        row("vocabulary null", "qwen2", "/model/vocab", "null",
            "model.vocab: expected an object, found null");
        row("vocabulary as a list", "qwen2", "/model/vocab", "[]",
            "model.vocab: expected an object, found []");
        row("id twice", "qwen2", "/model/vocab/!", "1", "model.vocab: expected an id for one token, found 1");
        row("hole", "qwen2", "/model/vocab/!", "521", "expected every id from 0 to");
        row("far hole", "qwen2", "/model/vocab/!", "2000000000", "model.vocab: expected ids below 16777216");
        row("negative id", "qwen2", "/model/vocab/!", "-1", "found -1");
        row("broken id", "qwen2", "/model/vocab/!", "1.5", "found 1.5");
        row("id as text", "qwen2", "/model/vocab/!", R"("1")", "for \"!\", found \"1\"");
        row("id as list", "qwen2", "/model/vocab/!", "[1]", "found a list or an object");
        row("another model", "qwen2", "/model/type", R"("Unigram")",
            "model.type: expected BPE, found \"Unigram\"");
        row("dropout", "qwen2", "/model/dropout", "0.1", "model.dropout: expected null or 0.0");
        row("byte fallback", "qwen2", "/model/byte_fallback", "true", "model.byte_fallback: expected false");
        row("prefix of words", "qwen2", "/model/continuing_subword_prefix", R"("##")",
            "model.continuing_subword_prefix: expected null or \"\"");
        row("suffix of words", "qwen2", "/model/end_of_word_suffix", R"("</w>")", "model.end_of_word_suffix");
        row("unknown token", "qwen2", "/model/unk_token", R"("<unk>")", "model.unk_token: expected a token");
        row("field of the model", "qwen2", "/model/temperature", "1", "model.temperature: not known here");
        row("field of the file", "qwen2", "/extra", "1", "extra: not known here");
        row("version", "qwen2", "/version", R"("2.0")", "version: expected \"1.0\"");
        row("truncation", "qwen2", "/truncation", R"({"max_length": 5})", "truncation: expected null");
        row("padding", "qwen2", "/padding", R"({"pad_id": 5})", "padding: expected null");
        row("normalizer", "qwen2", "/normalizer", R"({"type": "Lowercase"})",
            "normalizer.type: expected NFC, Sequence or no normalizer, found \"Lowercase\"");
        row("normalizer inside", "marks", "/normalizer/normalizers/0", R"({"type": "NFKC"})",
            "normalizer.normalizers[0].type");
        row("pattern", "llama3", "/pre_tokenizer/pretokenizers/0/pattern/Regex", R"("\\s+")",
            "pre_tokenizer.pretokenizers[0].pattern.Regex: expected the pattern of Llama 3");
        row("pattern as text", "llama3", "/pre_tokenizer/pretokenizers/0/pattern", R"({"String": " "})",
            "pre_tokenizer.pretokenizers[0].pattern.Regex: expected");
        row("behavior", "llama3", "/pre_tokenizer/pretokenizers/0/behavior", R"("MergedWithNext")",
            "found MergedWithNext");
        row("invert", "llama3", "/pre_tokenizer/pretokenizers/0/invert", "true",
            "found Isolated with invert");
        row("no pre_tokenizer", "llama3", "/pre_tokenizer", "null", "pre_tokenizer: expected an object");
        row("pre_tokenizer", "llama3", "/pre_tokenizer/pretokenizers/1", R"({"type": "Metaspace"})",
            "pretokenizers[1].type: expected Sequence, Split, Digits or ByteLevel, found \"Metaspace\"");
        row("no ByteLevel", "llama3", "/pre_tokenizer/pretokenizers/1",
            R"({"type": "Digits", "individual_digits": true})", "expected ByteLevel as its last step");
        row("behind ByteLevel", "smollm2", "/pre_tokenizer/pretokenizers/2",
            R"({"type": "Digits", "individual_digits": true})", "expected nothing behind ByteLevel");
        row("decoder", "llama3", "/decoder", R"({"type": "Metaspace"})", "decoder.type: expected ByteLevel");
        row("no decoder", "llama3", "/decoder", "null", "decoder: expected ByteLevel, found null");
        row("post_processor", "qwen2", "/post_processor", R"({"type": "BertProcessing"})",
            "post_processor.type");
        row("template without text", "llama3", "/post_processor/processors/1/single", "[]",
            "expected the text A");
        row("template with text B", "llama3", "/post_processor/processors/1/single/1/Sequence/id", R"("B")",
            "expected the text A once, found \"B\"");
        row("template with a foreign token", "llama3",
            "/post_processor/processors/1/single/0/SpecialToken/id", R"("end")",
            "expected one of special_tokens, found \"end\"");
        row("template with an id of nothing", "llama3",
            "/post_processor/processors/1/special_tokens/begin/ids/0", "9999", "found 9999");
        row("second template", "llama3", "/post_processor/processors/0",
            R"({"type": "TemplateProcessing", "single": [{"Sequence": {"id": "A", "type_id": 0}}], "pair": [],
                "special_tokens": {}})",
            "expected one TemplateProcessing");
        row("added token elsewhere", "smollm2", "/added_tokens/0/id", "5", "added_tokens: expected id 0");
        row("added token on another", "qwen2", "/added_tokens/0/id", "5", "found 5 for a second one");
        row("added token far away", "qwen2", "/added_tokens/0/id", "5000", "expected every id from 0");
        row("added token twice", "qwen2", "/added_tokens/0/content", R"("<|end|>")",
            "added_tokens: expected");
        row("added token empty", "qwen2", "/added_tokens/0/content", R"("")", "added_tokens[0].content");
        row("added token with a new field", "qwen2", "/added_tokens/0/colour", "1", "added_tokens[0].colour");
        row("added token without a flag", "qwen2", "/added_tokens/0/lstrip", "null",
            "added_tokens[0].lstrip");
        row("added tokens as an object", "qwen2", "/added_tokens", "{}", "added_tokens: expected a list");
    }
    void changed_files() {
        QFETCH(QString, base);
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(QString, sentence);
        Json json = small_tokenizer::json(base.toStdString());
        (void)Tokenizer::parse(json.dump()); // until here all is well
        json[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
        const std::string fault = fault_of([&] { Tokenizer::parse(json.dump()); });
        QVERIFY2(fault.find(sentence.toStdString()) != std::string::npos, fault.c_str());
        QVERIFY(fault.find('\n') == std::string::npos);
    }

    void damaged_texts_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("sentence");
        const QByteArray whole = QByteArray::fromStdString(small_tokenizer::json("qwen2").dump());
        QTest::newRow("cut off") << whole.left(whole.size() / 2) << "is no JSON from byte";
        QTest::newRow("one bracket short") << whole.chopped(1) << "is no JSON from byte";
        QTest::newRow("more behind") << whole + "{}"
                                     << "is no JSON from byte";
        QTest::newRow("a list") << QByteArray("[]") << "the file: expected an object, found []";
        QTest::newRow("a number") << QByteArray("7") << "the file: expected an object";
        QTest::newRow("no model") << QByteArray("{}") << "model: expected, and not there";
        QTest::newRow("deep lists") << QByteArray(100000, '[') << "at most 64 deep";
        QTest::newRow("deep objects") << QByteArray("{\"a\":").repeated(100000) << "at most 64 deep";
        QTest::newRow("deep merges") << QByteArray("{\"model\":{\"merges\":[[[[") << "a list or an object";
        QTest::newRow("Latin-1") << QByteArray("{\"a\": \"\xe9\"}") << "is no text in UTF-8";
        QTest::newRow("half a pair") << QByteArray("{\"a\": \"\\ud800\"}") << "is no JSON from byte";
        QTest::newRow("key twice") << QByteArray("{\"model\": 1, \"model\": 2}")
                                   << "\"model\": expected once";
        QTest::newRow("vocabulary twice")
            << QByteArray(R"({"model": {"vocab": {"a": 0}, "vocab": {"a": 1}}})")
            << "\"vocab\": expected once";
        QTest::newRow("token twice") << QByteArray(whole).replace("\"vocab\":{", "\"vocab\":{\"a\":0,")
                                     << "model.vocab: expected";
    }
    void damaged_texts() {
        QFETCH(QByteArray, text);
        QFETCH(QString, sentence);
        const std::string fault = fault_of([&] { Tokenizer::parse(text.toStdString()); });
        QVERIFY2(fault.find(sentence.toStdString()) != std::string::npos, fault.c_str());
    }

    void files() {
        QTemporaryDir place;
        const fs::path file = fs::path(place.path().toStdString()) / "tokenizer.json";
        const std::string whole = small_tokenizer::json("qwen2").dump(), packed = gzip(whole);
        const auto fault = [&](const std::string& content) {
            std::ofstream(file, std::ios::binary) << content;
            return fault_of([&] { Tokenizer::load(file); });
        };
        QCOMPARE(fault(whole), std::string());
        QCOMPARE(fault("\xef\xbb\xbf" + whole), std::string()); // a byte-order mark
        QCOMPARE(fault(packed), std::string());
        QCOMPARE(fault(gzip("\xef\xbb\xbf" + whole)), std::string());
        const auto expect = [&](const std::string& content, const std::string& sentence) {
            const std::string found = fault(content);
            QVERIFY2(found.find(file.string() + ": ") == 0 && found.find(sentence) != std::string::npos,
                     found.c_str());
        };
        expect("", "is empty");
        expect(packed.substr(0, packed.size() / 2), "is cut off");
        expect(packed + "x", "bytes behind the end");
        std::string damaged = packed;
        damaged[packed.size() / 2] = static_cast<char>(damaged[packed.size() / 2] ^ 0x55);
        expect(damaged, "");
        QVERIFY(!fault(damaged).empty());
        expect(gzip(packed), "found a gzip archive");
        expect("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "Git LFS");
        expect("<!DOCTYPE html><html>", "HTML");
        QVERIFY(!fault_of([&] { Tokenizer::load(file.parent_path()); }).empty());
        QVERIFY(!fault_of([&] { Tokenizer::load(file.parent_path() / "absent.json"); }).empty());
    }
};

QTEST_GUILESS_MAIN(TestTokenizerFaults)
#include "test_tokenizer_faults.moc"
