#include "core/weights/pth.h"
#include "tests/support/test_files.h"
#include "tests/weights/pth_bytes.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <fstream>
#include <numeric>
#include <sstream>

using namespace pth_bytes;

namespace {

std::vector<float> counted(std::size_t n) {
    std::vector<float> values(n);
    std::iota(values.begin(), values.end(), 0.0F);
    return values;
}

/// A dictionary of one tensor "w" [2,3] in a storage of six.
const std::string plain = tensor(storage("FloatStorage", "0", 6), 0, {2, 3}, {3, 1});

/// Writes a state dictionary of every type, and beside it the same values as text.
const char* const python_writer = R"(
import sys, torch
from collections import OrderedDict
folder = sys.argv[1]
torch.manual_seed(0)
base = torch.randn(4, 6)
state = OrderedDict([("plain.weight", torch.randn(3, 2)), ("transposed", base.t()), ("part", base[1:3, 2:5]),
    ("shared", base), ("scalar", torch.tensor(2.5)), ("empty", torch.zeros(0, 3)),
    ("double", torch.randn(2, dtype=torch.float64)), ("half", torch.randn(5).half()),
    ("bfloat16", torch.randn(5).bfloat16()), ("count", torch.tensor(7)), ("mask", torch.tensor([True, False])),
    ("parameter", torch.nn.Parameter(torch.randn(2, 2)))])
torch.save(state, folder + "/plain.pth")
torch.save({"epoch": 3, "best": 0.5, "lr": [1e-3, None], "state_dict": state}, folder + "/wrapped.pt")
torch.save({"model": state, "name": "x"}, folder + "/model.bin")
torch.save(state, folder + "/protocol4.pth", pickle_protocol=4)
torch.save(state, folder + "/legacy.pth", _use_new_zipfile_serialization=False)
torch.save(torch.nn.Linear(2, 2), folder + "/module.pth")
net = torch.nn.Sequential(torch.nn.Conv2d(3, 4, 3), torch.nn.BatchNorm2d(4))
torch.save(net.state_dict(), folder + "/net.pth")
for name, values in (("plain", state), ("net", net.state_dict())):
    with open(f"{folder}/{name}.txt", "w") as out:
        for key, tensor in values.items():
            flat = [repr(float(v)) for v in tensor.detach().double().flatten()]
            out.write(" ".join([key, str(tensor.dim()), *map(str, tensor.shape), *flat]) + "\n")
)";

} // namespace

class TestPth : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    const std::string m_file = m_folder.filePath("w.pth").toStdString();
    bool m_python = false;

    lab::StateDict read(const std::string& bytes) const {
        test_files::write(m_file, {bytes.begin(), bytes.end()});
        return read_file(m_file);
    }
    /// All values of the first set.
    static lab::StateDict read_file(const std::string& path) {
        const lab::Checkpoint checkpoint = lab::open_pth(std::make_shared<const lab::FileBytes>(path));
        const lab::StateDict state = checkpoint.sets.front().tensors;
        checkpoint.fetch(state);
        return state;
    }
    std::string refusal(const std::string& bytes) const {
        return test_files::sentence_of([&] { read(bytes); });
    }
    std::string in_folder(const char* name) const { return m_folder.filePath(name).toStdString(); }

    /// Whether a file holds what the text beside it says.
    void compare(const char* file, const char* text) const {
        const lab::StateDict state = read_file(in_folder(file));
        std::ifstream lines(in_folder(text));
        std::size_t count = 0;
        for (std::string line; std::getline(lines, line); ++count) {
            std::istringstream words(line);
            std::string name;
            std::size_t dimensions = 0;
            words >> name >> dimensions;
            std::vector<std::int64_t> sizes(dimensions);
            for (std::int64_t& size : sizes)
                words >> size;
            QVERIFY2(state.contains(name), name.c_str());
            const at::Tensor found = state.at(name).to(at::kDouble).contiguous();
            QVERIFY2(found.sizes() == at::IntArrayRef(sizes), name.c_str());
            for (std::int64_t i = 0; i < found.numel(); ++i) {
                double expected = 0;
                words >> expected;
                QVERIFY2(found.data_ptr<double>()[i] == expected, name.c_str());
            }
        }
        QCOMPARE(state.size(), count);
    }

  private Q_SLOTS:
    void initTestCase() {
        at::set_num_threads(1);
        QProcess python;
        python.start("/usr/bin/python3", {"-c", python_writer, m_folder.path()});
        m_python = python.waitForFinished(120'000) && python.exitStatus() == QProcess::NormalExit &&
                   python.exitCode() == 0;
    }

    void written_by_hand_data() {
        QTest::addColumn<bool>("zip64");
        QTest::addColumn<int>("shift");
        for (int shift = 0; shift < 5; ++shift)
            for (const bool zip64 : {false, true})
                QTest::addRow("zip64 %d, shifted by %d", zip64, shift) << zip64 << shift;
    }
    void written_by_hand() {
        QFETCH(bool, zip64);
        QFETCH(int, shift);
        const std::string shared = storage("FloatStorage", "0", 12);
        const auto state = read(
            archive(whole(state_dictionary({{"a", tensor(shared, 0, {3, 4}, {4, 1})},
                                            {"b", tensor(shared, 1, {4, 2}, {1, 4})},
                                            {"c", call(global("torch._utils", "_rebuild_parameter"),
                                                       {tensor(shared, 11, {}, {}), "\x88", "}"})},
                                            {"d", tensor(storage("LongStorage", "1", 2), 0, {2}, {1})}})),
                    {raw(counted(12)), raw(std::vector<std::int64_t>{-5, 1LL << 40})}, zip64, shift));
        QCOMPARE(state.size(), std::size_t(4));
        const at::Tensor a = at::arange(12, at::kFloat).view({3, 4});
        QVERIFY(at::equal(state.at("a"), a));
        QVERIFY(at::equal(state.at("b"), a.narrow(0, 0, 2).narrow(1, 0, 4).t() + 1.0));
        QCOMPARE(state.at("c").item<float>(), 11.0F);
        QCOMPARE(state.at("d")[0].item<std::int64_t>(), std::int64_t(-5));
        QCOMPARE(state.at("d")[1].item<std::int64_t>(), std::int64_t(1) << 40);
        // Views of one storage share its memory, wherever it lies.
        QVERIFY(state.at("a").storage().data() == state.at("b").storage().data());
    }

    void types_data() {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<double>("value");
        const auto row = [](const char* type, const std::string& bytes, double value) {
            QTest::newRow(type) << QString(type) + "Storage"
                                << QByteArray(bytes.data(), qsizetype(bytes.size())) << value;
        };
        row("Double", raw(std::vector<double>{0.1}), 0.1);
        row("Half", std::string("\x00\x3e", 2), 1.5);
        row("BFloat16", std::string("\xc0\xbf", 2), -1.5);
        row("Int", raw(std::vector<std::int32_t>{-70000}), -70000);
        row("Short", raw(std::vector<std::int16_t>{-300}), -300);
        row("Char", "\xff", -1);
        row("Byte", "\xff", 255);
        row("Bool", "\x01", 1);
    }
    void types() {
        QFETCH(QString, type);
        QFETCH(QByteArray, bytes);
        QFETCH(double, value);
        const std::string view = tensor(storage(type.toStdString(), "0", 1), 0, {1}, {1});
        const auto state = read(archive(whole(dictionary({{"w", view}})), {bytes.toStdString()}));
        QCOMPARE(state.at("w").item<double>(), value);
    }

    void wrappers_are_taken_off() {
        for (const char* key : {"state_dict", "model"}) {
            const std::string pickle = whole(dictionary(
                {{"epoch", number(3)}, {key, state_dictionary({{"w", plain}, {"n", number(1)}})}}));
            const auto state = read(archive(pickle, {raw(counted(6))}));
            QCOMPARE(state.size(), std::size_t(1));
            QVERIFY(state.contains("w"));
        }
    }

    /// The file stays as it is, whatever is done to the tensors.
    void the_file_is_not_written_to() {
        const std::string bytes = archive(whole(dictionary({{"w", plain}})), {raw(counted(6))});
        read(bytes).at("w").fill_(9.0);
        const auto now = test_files::read(m_file);
        QVERIFY(std::string(now.begin(), now.end()) == bytes);
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const std::string& bytes, const char* said) {
            QTest::newRow(name) << QByteArray(bytes.data(), qsizetype(bytes.size())) << QString(said);
        };
        const auto with = [](const std::string& value) {
            return archive(whole(dictionary({{"w", value}})), {raw(counted(6))});
        };
        const std::string six = storage("FloatStorage", "0", 6);
        row("text", "no weights", "it is no zip archive, as torch.save writes since PyTorch 1.6");
        row("only a command", archive(whole(call(global("os", "system"), {text("touch gone")})), {}),
            "expected a dictionary of tensors");
        row("too large", with(tensor(six, 0, {7}, {1})),
            "tensor \"w\" reaches outside its storage of 6 values");
        row("too far", with(tensor(six, 5, {2}, {1})), "tensor \"w\" reaches outside");
        row("stride too large", with(tensor(six, 0, {2, 2}, {5, 2})), "tensor \"w\" reaches outside");
        row("expanded", with(tensor(six, 0, {1 << 30}, {0})), "tensor \"w\" reaches outside");
        row("overflow", with(tensor(six, 0, {1LL << 62, 8}, {1LL << 62, 1})), "tensor \"w\" reaches outside");
        row("negative size", with(tensor(six, 0, {-1}, {1})), "tensor \"w\" reaches outside");
        row("negative offset", with(tensor(six, -1, {1}, {1})), "tensor \"w\" reaches outside");
        row("negative stride", with(tensor(six, 5, {2}, {-1})), "tensor \"w\" reaches outside");
        row("a stride too few", with(tensor(six, 0, {2, 3}, {1})),
            "tensor \"w\" has other numbers of sizes and strides");
        row("storage too small", with(tensor(storage("DoubleStorage", "0", 6), 0, {1}, {1})),
            "tensor \"w\" has a storage of 6 values, the file holds 3");
        row("no storage", with(tensor(storage("FloatStorage", "8", 6), 0, {1}, {1})),
            "the storage data/8 is missing");
        row("no tensors", with(number(3)), "expected a dictionary of tensors");
        row("a list", archive(whole("]"), {}), "expected a dictionary of tensors");
        row("one tensor", archive(whole(plain), {raw(counted(6))}), "expected a dictionary of tensors");
        row("a program", zip({{"a/data.pkl", whole("}")}, {"a/code/__torch__.py", ""}}),
            "it is a TorchScript program: save its weights in Python");
        row("arrays", zip({{"x.npy", "abc"}}), "it is an archive of NumPy arrays (.npz)");
        row("a whole model",
            archive(whole(global("nets", "Net") + ")\x81" + dictionary({{"_parameters", "}"}}) + "b"), {}),
            "it holds a whole model, a pickled nets.Net, which only its program can bring back");
        row("a whole model in a dictionary",
            archive(whole(dictionary({{"model", global("nets", "Net") + ")\x81" +
                                                    dictionary({{"_parameters", "}"}}) + "b"}})),
                    {}),
            "it holds a whole model, a pickled nets.Net");
        row("a made-up opcode", archive(whole("\xfe"), {}), "its pickle uses the opcode 0xfe");
        row("nothing", archive(whole(""), {}), "its pickle takes more than it put down");
        row("no stop", archive("\x80\x02}", {}), "its pickle is cut off");
        row("no mark", archive(whole("}u"), {}), "its pickle goes back to a mark that was never set");
        row("no memory", archive(whole("h\x05"), {}), "its pickle refers to a value that it never made");
        row("protocol 1", archive("\x80\x01}.", {}), "its pickle has protocol 1, expected 2 to 5");
        row("no pickle", zip({{"archive/data/0", "abc"}}), "there is no data.pkl in the archive");
        row("compressed", zip({{"archive/data.pkl", whole("}"), 8}}),
            "\"archive/data.pkl\" is compressed; torch.save stores its files uncompressed");
        row("encrypted", zip({{"archive/data.pkl", whole("}"), 0, 1}}), "\"archive/data.pkl\" is encrypted");
        row("twice", zip({{"a/data.pkl", whole("}")}, {"a/data.pkl", whole("}")}}),
            "\"a/data.pkl\" occurs twice");
        row("other byte order",
            zip({{"a/data.pkl", whole(dictionary({{"w", plain}}))}, {"a/byteorder", "big"}}),
            "its numbers have the most significant byte first");
        row("nested beyond measure", archive(whole(std::string(2'000'000, ']')), {}),
            "its pickle makes more than 1048576 values");
    }
    void refused() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, said);
        const std::string sentence = refusal(bytes.toStdString());
        const std::string expected = m_file + ": not a usable .pth file: " + said.toStdString();
        QVERIFY2(sentence.starts_with(expected), sentence.c_str());
    }

    /// Beside the weights there may be anything; what Python would have to run stays what it is called.
    void what_lies_beside_is_named_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, const std::string& value, const char* named) {
            QTest::newRow(name) << QByteArray(value.data(), qsizetype(value.size())) << QString(named);
        };
        row("number", number(3), "x");
        row("command", call(global("os", "system"), {text("touch gone")}), "x (os.system)");
        row("builtin", global("builtins", "eval"), "x (builtins.eval)");
        row("instance of old", "(ios\nsystem\n", "x (os.system)");
        row("namespace", global("argparse", "Namespace") + ")\x81" + dictionary({{"lr", number(1)}}) + "b",
            "x (argparse.Namespace)");
        row("object with names", global("a", "B") + ")}\x92", "x (a.B)");
        row("object from a mark", "(" + global("a", "B") + number(1) + "o", "x (a.B)");
        row("set of protocol 4", std::string("\x8f(K\x01K\x02\x90"), "x (set)");
        row("frozen set", "(K\x01\x91", "x (frozenset)");
        row("set of protocol 2", call(global("__builtin__", "set"), {std::string("](K\x01") + "e"}),
            "x (set)");
        row("bytes", std::string("C\x02\x00\x01", 4), "x (bytes)");
        row("bytes of protocol 2", call(global("_codecs", "encode"), {text("a"), text("latin1")}),
            "x (bytes)");
        row("long number", std::string("\x8a\x09\0\0\0\0\0\0\0\0\1", 11),
            "x (a number of more than 64 bits)");
        row("path", call(global("pathlib", "PosixPath"), {text("a")}), "x (pathlib.PosixPath)");
        row("NumPy's number", call(global("numpy.core.multiarray", "scalar"), {number(1)}),
            "x (numpy.core.multiarray.scalar)");
        row("type", global("torch", "float32"), "x (torch.float32)");
        row("rebuilt", call(global("copyreg", "_reconstructor"), {global("a", "C"), global("b", "o"), "N"}),
            "x (a.C)");
        row("quantised tensor", tensor(storage("QInt8Storage", "0", 6), 0, {1}, {1}),
            "x (a tensor of QInt8Storage)");
        row("registered class", std::string("\x82\x05"), "x (an object)");
    }
    void what_lies_beside_is_named() {
        QFETCH(QByteArray, value);
        QFETCH(QString, named);
        const std::string bytes = archive(
            whole(dictionary({{"x", value.toStdString()}, {"state_dict", state_dictionary({{"w", plain}})}})),
            {raw(counted(6))});
        test_files::write(m_file, {bytes.begin(), bytes.end()});
        const lab::Checkpoint checkpoint = lab::open_pth(std::make_shared<const lab::FileBytes>(m_file));
        QCOMPARE(checkpoint.sets.size(), std::size_t(1));
        QCOMPARE(checkpoint.sets.front().name, std::string("state_dict"));
        QVERIFY(checkpoint.sets.front().tensors.contains("w"));
        QCOMPARE(checkpoint.beside, (std::vector<std::string>{named.toStdString(), "state_dict"}));
        QVERIFY(!QFile::exists("gone"));
    }

    void sets_are_found_wherever_they_are() {
        const std::string inner = dictionary({{"w", plain}});
        const std::string bytes = archive(
            whole(dictionary({{"epoch", number(1)},
                              {"model_ema", dictionary({{"state_dict", inner}})},
                              {"net", global("easydict", "EasyDict") + ")\x81(" + text("v") + plain + "u"},
                              {"ordered", call(global("collections", "OrderedDict"),
                                               {"](" + tuple({text("u"), plain}) + "e"})}})),
            {raw(counted(6))});
        test_files::write(m_file, {bytes.begin(), bytes.end()});
        const lab::Checkpoint checkpoint = lab::open_pth(std::make_shared<const lab::FileBytes>(m_file));
        std::vector<std::string> names;
        for (const lab::WeightSet& set : checkpoint.sets)
            names.push_back(set.name);
        QCOMPARE(names, (std::vector<std::string>{"net", "ordered", "model_ema.state_dict"}));
    }

    /// Values that refer to each other must not be walked through more than once.
    void shared_dictionaries_end_quickly() {
        std::string pickle = dictionary({{"w", plain}}) + std::string("q\0", 2);
        for (char level = 1; level < 8; ++level) { // 100⁷ ways to the tensor
            std::string outer = "}(" + text("0") + pickle;
            for (int i = 1; i < 100; ++i)
                outer += text(std::to_string(i)) + "h" + static_cast<char>(level - 1);
            pickle = outer + "uq" + level;
        }
        QCOMPARE(read(archive(whole(pickle), {raw(counted(6))})).size(), std::size_t(1));
    }

    /// Deep nesting must not exhaust the stack when the values go away.
    void a_million_nested_tuples() {
        QVERIFY(refusal(archive(whole(")" + std::string(1'000'000, '\x85')), {}))
                    .find("expected a dictionary of tensors") != std::string::npos);
    }

    /// Whatever bytes are cut off or changed: a sentence or tensors, never a crash.
    void damaged_files_end_with_a_sentence() {
        const std::string bytes =
            archive(whole(state_dictionary(
                        {{"w", plain}, {"v", tensor(storage("HalfStorage", "1", 4), 1, {3}, {1})}})),
                    {raw(counted(6)), std::string(8, '\x3c')}, true);
        QCOMPARE(read(bytes).size(), std::size_t(2));
        const auto tolerated = [&](const std::string& damaged) {
            try {
                double sum = 0;
                for (const auto& [name, value] : read(damaged))
                    sum += value.numel() == 0 ? 0 : value.to(at::kDouble).sum().item<double>();
                return std::isnan(sum) || true;
            } catch (const std::runtime_error& fault) {
                return std::string(fault.what()).starts_with(m_file + ": ");
            }
        };
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            const std::string cut = bytes.substr(0, length);
            QVERIFY2(refusal(cut).starts_with(m_file + ": "), std::to_string(length).c_str());
        }
        for (std::size_t i = 0; i < bytes.size(); ++i)
            for (const int change : {0x01, 0x80, 0xff}) {
                std::string damaged = bytes;
                damaged[i] = static_cast<char>(damaged[i] ^ change);
                QVERIFY2(tolerated(damaged), std::to_string(i).c_str());
            }
    }

    void written_by_pytorch_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        for (const char* file : {"plain.pth", "wrapped.pt", "model.bin", "protocol4.pth"})
            QTest::newRow(file) << file << "plain.txt";
        QTest::newRow("net.pth") << "net.pth"
                                 << "net.txt";
    }
    void written_by_pytorch() {
        if (!m_python)
            QSKIP("/usr/bin/python3 has no torch here.");
        QFETCH(QString, file);
        QFETCH(QString, text);
        compare(file.toUtf8(), text.toUtf8());
    }

    void pytorch_files_that_are_refused() {
        if (!m_python)
            QSKIP("/usr/bin/python3 has no torch here.");
        const auto said = [&](const char* name) {
            return test_files::sentence_of([&] { read_file(in_folder(name)); });
        };
        QVERIFY(said("legacy.pth").find("it is no zip archive") != std::string::npos);
        const std::string module = said("module.pth");
        QVERIFY2(module.find("a pickled torch.nn.modules.linear.Linear") != std::string::npos,
                 module.c_str());
    }
};

QTEST_GUILESS_MAIN(TestPth)
#include "test_pth.moc"
