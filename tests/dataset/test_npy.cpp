#include "core/dataset/npy.h"
#include "tests/dataset/npy_files.h"

#include <QTemporaryDir>
#include <QtTest>

using test_files::Bytes;
using test_files::npy_bytes;
using test_files::npy_header;

class TestNpy : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_file = std::filesystem::path(m_folder.path().toStdString()) / "a.npy";

  private Q_SLOTS:
    void reads_each_version_data() {
        QTest::addColumn<int>("version");
        for (const int version : {1, 2, 3})
            QTest::addRow("%d.0", version) << version;
    }
    void reads_each_version() {
        QFETCH(int, version);
        test_files::write(m_file, npy_bytes(npy_header("|u1", "(2, 3)"), {5, 6, 7, 8, 9, 255}, version));
        const lab::NpyFile file(m_file);
        QCOMPARE(file.type(), lab::NpyType::uint8);
        QCOMPARE(file.shape(), (std::vector<std::int64_t>{2, 3}));
        QCOMPARE(file.count(), 6);
        QCOMPARE(file.bytes(4, 1).at(0), std::uint8_t(9));
        QCOMPARE(file.integers(5, 1).at(0), 255);
    }

    void reads_whole_numbers() {
        test_files::write(m_file, npy_bytes(npy_header("<i8", "(2,)"), {2, 1, 0, 0, 0, 0, 0, 0, 0xfe, 255,
                                                                        255, 255, 255, 255, 255, 255}));
        const lab::NpyFile wide(m_file);
        QCOMPARE(wide.integers(0, 1).at(0), 258);
        QCOMPARE(wide.integers(1, 1).at(0), -2);
        QVERIFY_EXCEPTION_THROWN(wide.integers(1, 2), std::out_of_range);
        QVERIFY_EXCEPTION_THROWN(wide.integers(-1, 1), std::out_of_range);
        test_files::write(m_file, npy_bytes(npy_header("<i4", "()"), {0xff, 255, 255, 255}));
        const lab::NpyFile scalar(m_file);
        QCOMPARE(scalar.count(), 1);
        QCOMPARE(scalar.integers(0, 1).at(0), -1);
        test_files::write(m_file, npy_bytes(npy_header("|u1", "(0, 7)"), {}));
        QCOMPARE(lab::NpyFile(m_file).count(), 0);
    }

    void a_file_that_changes_is_noticed() {
        const Bytes content = npy_bytes(npy_header("|u1", "(6,)"), {5, 6, 7, 8, 9, 255});
        const auto sentence = [](const lab::NpyFile& file) {
            return test_files::sentence_of([&] { file.bytes(0, 6); });
        };
        const std::string said = m_file.string() + ": was changed after it was opened.";
        for (const int change : {0, 1, 2, 3}) {
            test_files::write(m_file, content);
            const lab::NpyFile file(m_file);
            QCOMPARE(sentence(file), std::string("nothing was thrown"));
            if (change == 0) // shorter
                std::filesystem::resize_file(m_file, content.size() - 3);
            else if (change == 1) // of the same length
                test_files::write(m_file, Bytes(content.size(), 1));
            else if (change == 2)
                std::filesystem::remove(m_file);
            else { // another file under its name
                test_files::write(m_file.string() + ".new", content);
                std::filesystem::rename(m_file.string() + ".new", m_file);
            }
            QCOMPARE(sentence(file), said);
        }
    }

    void keys_in_any_order() {
        test_files::write(m_file,
                          npy_bytes("{\"shape\":(1,),\"descr\":\"<u1\",\"fortran_order\":False}", {3}));
        QCOMPARE(lab::NpyFile(m_file).integers(0, 1).at(0), 3);
    }

    void refuses_other_files_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const Bytes& bytes, const char* said) {
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes.data()),
                                              qsizetype(bytes.size()))
                                << said;
        };
        row("empty", {}, "expected an .npy file, found an empty file.");
        row("text", Bytes(40, 'x'), "expected an .npy file, found a file that begins otherwise.");
        Bytes later = npy_bytes(npy_header("|u1", "(1,)"), {1});
        later[6] = 4;
        row("version 4", later, "expected version 1.0, 2.0 or 3.0 of the .npy format, found 4.0.");
        Bytes cut = npy_bytes(npy_header("|u1", "(1,)"), {1});
        cut.resize(60);
        row("cut header", cut, "expected a header of at most 50 bytes, found 118.");
        row("floats", npy_bytes(npy_header("<f4", "(1,)"), {0, 0, 0, 0}),
            "expected elements of type |u1, <i4 or <i8, found \"<f4\".");
        row("big-endian", npy_bytes(npy_header(">i4", "(1,)"), {0, 0, 0, 0}),
            "expected elements of type |u1, <i4 or <i8, found \">i4\".");
        row("objects", npy_bytes(npy_header("|O", "(1,)"), {0}),
            "expected elements of type |u1, <i4 or <i8, found \"|O\".");
        row("Fortran order", npy_bytes("{'descr': '|u1', 'fortran_order': True, 'shape': (1,), }", {1}),
            "expected an array in C order, found one in Fortran order.");
        row("too short", npy_bytes(npy_header("|u1", "(2, 3)"), {1, 2, 3}),
            "expected the elements of 2 × 3 after the header, found 3 bytes.");
        row("too long", npy_bytes(npy_header("|u1", "(2,)"), {1, 2, 3}),
            "expected the elements of 2 after the header, found 3 bytes.");
        row("odd bytes", npy_bytes(npy_header("<i4", "(1,)"), {1, 2, 3, 4, 5}),
            "expected the elements of 1 after the header, found 5 bytes.");
        row("a shape that overflows",
            npy_bytes(npy_header("|u1", "(4294967296, 4294967296, 4294967296)"), Bytes(8, 0)),
            "expected the elements of 4294967296 × 4294967296 × 4294967296 after the header, found 8 bytes.");
        row("negative", npy_bytes(npy_header("|u1", "(-1,)"), {1}),
            "not a usable .npy header: expected a shape of at most 32 whole numbers.");
        row("a call", npy_bytes("{'descr': open('x'), 'fortran_order': False, 'shape': (1,), }", {1}),
            "not a usable .npy header: expected ''' at byte 10 of the header.");
        row("a key too many", npy_bytes("{'descr': '|u1', 'more': 1, 'shape': (1,), }", {1}),
            "not a usable .npy header: expected the keys descr, fortran_order and shape, found \"more\".");
        row("a key twice", npy_bytes("{'descr': '|u1', 'descr': '|u1', 'shape': (1,), }", {1}),
            "not a usable .npy header: expected each key once, found \"descr\" twice.");
        row("a key missing", npy_bytes("{'descr': '|u1', 'shape': (1,), }", {1}),
            "not a usable .npy header: expected a dictionary with descr, fortran_order and shape.");
    }
    void refuses_other_files() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, said);
        test_files::write(m_file, Bytes(bytes.begin(), bytes.end()));
        const std::string sentence = test_files::sentence_of([&] { lab::NpyFile{m_file}; });
        QCOMPARE(QString::fromStdString(sentence), QString::fromStdString(m_file.string()) + ": " + said);
    }

    void refuses_what_is_no_file() {
        const std::filesystem::path missing = m_file.parent_path() / "missing.npy";
        QCOMPARE(test_files::sentence_of([&] { lab::NpyFile{missing}; }),
                 missing.string() + ": expected an .npy file, found no such file.");
        QCOMPARE(test_files::sentence_of([&] { lab::NpyFile{m_file.parent_path()}; }),
                 m_file.parent_path().string() + ": expected an .npy file, found a folder");
    }
};

QTEST_GUILESS_MAIN(TestNpy)
#include "test_npy.moc"
