#include "core/weights/safetensors.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace lab;

namespace {

/// A file made by hand: header length (little-endian), header, values.
test_files::Bytes bytes_of(const std::string& header, std::size_t values, std::uint64_t claimed_length) {
    test_files::Bytes bytes;
    for (int i = 0; i < 8; ++i)
        bytes.push_back(static_cast<std::uint8_t>(claimed_length >> (8 * i)));
    bytes.insert(bytes.end(), header.begin(), header.end());
    for (std::size_t i = 0; i < values; ++i)
        bytes.push_back(static_cast<std::uint8_t>(i));
    return bytes;
}

test_files::Bytes bytes_of(const std::string& header, std::size_t values) {
    return bytes_of(header, values, header.size());
}

/// JSON with ' in place of ".
std::string json(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

const std::string two_floats = json("{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}");

} // namespace

class TestSafetensors : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_file = std::filesystem::path(m_folder.path().toStdString()) / "w.safetensors";

    std::string refusal(const test_files::Bytes& bytes) const {
        test_files::write(m_file, bytes);
        return test_files::sentence_of([this] { read_safetensors(m_file.string()); });
    }

  private Q_SLOTS:
    void round_trip_of_every_type() {
        const at::Tensor numbers = at::arange(12, at::kDouble).view({3, 4}) - 5.5;
        StateDict tensors;
        for (const auto type : {at::kDouble, at::kFloat, at::kHalf, at::kBFloat16, at::kLong, at::kInt})
            tensors[at::toString(type)] = numbers.to(type);
        tensors["U8"] = at::arange(250, 256, at::kByte);
        tensors["BOOL"] = at::arange(5, at::kLong).remainder(2).to(at::kBool);
        tensors["scalar"] = at::full({}, 3.25, at::kDouble);
        tensors["nothing"] = at::zeros({0, 4}, at::kFloat);
        tensors["transposed"] = numbers.t();
        tensors["special"] = at::tensor({double(NAN), double(INFINITY), -0.0}, at::kDouble);
        write_safetensors(m_file.string(), tensors, {{"key", "Größe \"x\"\n"}, {"format", "pt"}});
        const SafetensorsFile file = read_safetensors(m_file.string());
        QCOMPARE(file.tensors.size(), tensors.size());
        QCOMPARE(file.metadata.size(), std::size_t(2));
        QCOMPARE(file.metadata.at("key"), std::string("Größe \"x\"\n"));
        for (const auto& [name, tensor] : tensors) {
            const at::Tensor& read = file.tensors.at(name);
            QVERIFY2(read.scalar_type() == tensor.scalar_type(), name.c_str());
            QVERIFY2(read.sizes() == tensor.sizes(), name.c_str());
            QVERIFY2(at::allclose(read.to(at::kDouble), tensor.to(at::kDouble), 0, 0, true), name.c_str());
        }
        QVERIFY(std::signbit(file.tensors.at("special")[2].item<double>()));
    }

    void empty_tensors_take_nothing_from_others_data() {
        QTest::addColumn<QStringList>("order");
        QTest::newRow("before") << QStringList{"empty", "values"};
        QTest::newRow("two before") << QStringList{"empty", "empty bytes", "values"};
        QTest::newRow("between") << QStringList{"values", "empty", "more values"};
        QTest::newRow("behind") << QStringList{"values", "empty"};
        QTest::newRow("in turn") << QStringList{"empty", "values", "empty bytes", "more values", "empty"};
    }
    /// They lie where the next tensor does.
    void empty_tensors_take_nothing_from_others() {
        QFETCH(QStringList, order);
        StateDict tensors;
        for (int i = 0; i < order.size(); ++i) {
            const std::string name = QString("%1 %2").arg(i).arg(order[i]).toStdString();
            if (order[i] == "empty")
                tensors[name] = at::zeros({0, 3}, at::kFloat);
            else if (order[i] == "empty bytes")
                tensors[name] = at::zeros({0}, at::kBool);
            else
                tensors[name] = at::arange(1, 3001, at::kDouble) + i;
        }
        write_safetensors(m_file.string(), tensors, {});
        const StateDict read = read_safetensors(m_file.string()).tensors;
        QCOMPARE(read.size(), tensors.size());
        for (const auto& [name, tensor] : tensors)
            QVERIFY2(at::equal(read.at(name), tensor), name.c_str());
    }

    void the_format_by_hand() {
        test_files::Bytes bytes = bytes_of(two_floats, 0);
        for (const std::uint8_t byte : {0x00, 0x00, 0x80, 0x3f, 0x00, 0x00, 0x20, 0xc0}) // 1, −2.5
            bytes.push_back(byte);
        test_files::write(m_file, bytes);
        const at::Tensor a = read_safetensors(m_file.string()).tensors.at("a");
        QCOMPARE(a[0].item<float>(), 1.0f);
        QCOMPARE(a[1].item<float>(), -2.5f);
        // And what is written starts with a header length that is a multiple of 8 and nothing left over.
        write_safetensors(m_file.string(), {{"a", a.clone()}}, {});
        const test_files::Bytes written = test_files::read(m_file);
        QCOMPARE(written[0] % 8, 0);
        QCOMPARE(written.size(), std::size_t(8 + written[0] + 8));
    }

    void values_at_odd_addresses() {
        const std::string header = json("{'b':{'dtype':'U8','shape':[1],'data_offsets':[0,1]},"
                                        "'a':{'dtype':'I32','shape':[1],'data_offsets':[1,5]}}");
        test_files::write(m_file, bytes_of(header, 5));
        QCOMPARE(read_safetensors(m_file.string()).tensors.at("a").item<int>(), 0x04030201);
    }

    void the_file_cannot_be_changed_through_a_tensor() {
        write_safetensors(m_file.string(), {{"a", at::ones({4}, at::kFloat)}}, {});
        {
            const SafetensorsFile file = read_safetensors(m_file.string());
            at::Tensor(file.tensors.at("a")).fill_(7.0);
        }
        QCOMPARE(read_safetensors(m_file.string()).tensors.at("a")[0].item<float>(), 1.0f);
        // A tensor outlives the file's other contents, even the file itself.
        at::Tensor kept = read_safetensors(m_file.string()).tensors.at("a");
        std::filesystem::remove(m_file);
        QCOMPARE(kept.sum().item<float>(), 4.0f);
    }

    void refusals_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const test_files::Bytes& bytes, const char* said) {
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes.data()),
                                              static_cast<qsizetype>(bytes.size()))
                                << QString(said);
        };
        const auto entry = [](const std::string& dtype, const std::string& shape,
                              const std::string& offsets) {
            return json("{'a':{'dtype':'" + dtype + "','shape':" + shape + ",'data_offsets':" + offsets +
                        "}}");
        };
        row("empty file", {}, "empty");
        row("five bytes", {1, 0, 0, 0, 0}, "8 bytes of its header length");
        row("header longer than the file", bytes_of(two_floats, 8, 4000), "its header claims 4000 bytes");
        row("header of 2^63", bytes_of(two_floats, 8, std::uint64_t{1} << 63), "its header claims");
        row("header cut", bytes_of(two_floats, 8, two_floats.size() - 1), "no JSON object");
        row("no header", bytes_of("", 0), "no JSON object");
        row("not JSON", bytes_of("weights!", 8), "no JSON object");
        row("a list", bytes_of("[1,2,3]", 8), "no JSON object");
        row("truncated", bytes_of(two_floats, 7), "tensor \"a\" is larger than the file");
        row("second tensor truncated",
            bytes_of(json("{'a':{'dtype':'U8','shape':[4],'data_offsets':[0,4]},"
                          "'b':{'dtype':'U8','shape':[4],'data_offsets':[4,8]}}"),
                     6),
            "tensor \"b\" lies outside the file (truncated?): bytes 4 to 8 of 6");
        row("values missing", bytes_of(two_floats, 0), "tensor \"a\"");
        row("offsets outside", bytes_of(entry("F32", "[2]", "[8,16]"), 8), "lies outside the file");
        row("offsets backwards", bytes_of(entry("F32", "[2]", "[8,0]"), 8), "lies outside the file");
        row("offsets negative", bytes_of(entry("F32", "[2]", "[-8,0]"), 8), "offsets that are no numbers");
        row("one offset", bytes_of(entry("F32", "[2]", "[8]"), 8), "lacks dtype, shape or data_offsets");
        row("size against shape", bytes_of(entry("F32", "[1]", "[0,8]"), 8), "its shape asks for 4");
        row("shape too large", bytes_of(entry("F32", "[3]", "[0,8]"), 8), "larger than the file");
        row("shape overflows", bytes_of(entry("F32", "[4611686018427387904,4]", "[0,8]"), 8),
            "larger than the file");
        row("shape negative", bytes_of(entry("F32", "[-2]", "[0,8]"), 8), "no list of sizes");
        row("shape of text", bytes_of(entry("F32", "['2']", "[0,8]"), 8), "no list of sizes");
        row("unknown type", bytes_of(entry("F8", "[8]", "[0,8]"), 8), "unknown type \"F8\"");
        row("no type", bytes_of(json("{'a':{'shape':[2],'data_offsets':[0,8]}}"), 8), "lacks dtype");
        row("a number for a tensor", bytes_of(json("{'a':3}"), 8), "lacks dtype");
        row("overlapping",
            bytes_of(json("{'a':{'dtype':'U8','shape':[6],'data_offsets':[0,6]},"
                          "'b':{'dtype':'U8','shape':[4],'data_offsets':[4,8]}}"),
                     8),
            "overlap");
    }
    void refusals() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, said);
        const QString sentence =
            QString::fromStdString(refusal(test_files::Bytes(bytes.begin(), bytes.end())));
        QVERIFY2(sentence.startsWith(QString::fromStdString(m_file.string()) + ": "), qPrintable(sentence));
        QVERIFY2(sentence.contains(said), qPrintable(sentence));
    }

    void unreadable_and_unwritable_places() {
        const std::string absent = m_folder.filePath("absent/w.safetensors").toStdString();
        QVERIFY(test_files::sentence_of([&] {
                    read_safetensors(absent);
                }).starts_with(absent + ": expected a weight file, found nothing"));
        const std::string folder = m_folder.path().toStdString();
        QVERIFY(test_files::sentence_of([&] { read_safetensors(folder); }).starts_with(folder + ": "));
        QVERIFY(test_files::sentence_of([&] {
                    write_safetensors(absent, {}, {});
                }).starts_with(absent + ": cannot be written: "));
        const StateDict complex = {{"a", at::zeros({1}, at::kComplexFloat)}};
        QVERIFY(test_files::sentence_of([&] {
                    write_safetensors(m_file.string(), complex, {});
                }).find("cannot be stored") != std::string::npos);
    }

    void a_failed_write_leaves_the_old_file() {
        QDir(m_folder.path()).mkpath("taken/full");
        const std::string taken = m_folder.filePath("taken").toStdString();
        const std::string sentence = test_files::sentence_of([&] {
            write_safetensors(taken, {{"a", at::ones({1}, at::kFloat)}}, {});
        });
        QVERIFY2(sentence.find(taken) != std::string::npos, sentence.c_str());
        QVERIFY(QFileInfo(m_folder.filePath("taken/full")).isDir());
    }
};

QTEST_GUILESS_MAIN(TestSafetensors)
#include "test_safetensors.moc"
