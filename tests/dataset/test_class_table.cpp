#include "core/dataset/class_name.h"
#include "core/dataset/class_table.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace std::string_literals;
using Names = std::vector<std::string>;
namespace fs = std::filesystem;

/// Which label the folder of a class has: by its place, by classes.txt, by labels.csv.
class TestClassTable : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_path;

    void put(const std::string& name, const std::string& text) const {
        test_files::write(m_path / name, {text.begin(), text.end()});
    }
    lab::ClassTable table(Names folders) const {
        lab::sort_class_folders(folders);
        return lab::class_table(m_path, folders);
    }
    std::string refusal(const Names& folders) const {
        return test_files::sentence_of([&] { table(folders); });
    }

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = fs::path(m_folder->path().toStdString()) / "set";
        fs::create_directories(m_path);
    }

    /// "Café" of one system is not that of another, byte for byte.
    void letters_with_accents() {
        const std::string nfc = "caf\xc3\xa9", nfd = "cafe\xcc\x81";
        put("labels.csv", "index,wnid,name\n1," + nfc + ",coffee\n0,tea,tea\n");
        QCOMPARE(table({nfd, "tea"}).label.at(nfd), 1);
        QCOMPARE(table({nfc, "tea"}).label.at(nfc), 1);
        fs::remove(m_path / "labels.csv");
        put("classes.txt", "tea\n" + nfd + "\n");
        QCOMPARE(table({nfc, "tea"}).label.at(nfc), 1);
        put("classes.txt", "TEA\nCAF\xc3\x89\n"); // capital letters beyond ASCII
        QCOMPARE(table({nfd, "tea"}).label.at(nfd), 1);
        fs::remove(m_path / "classes.txt");
        QCOMPARE(lab::plain_class_name("Stra\xc3\x9f"
                                       "e"),
                 lab::plain_class_name("STRASSE"));
        QVERIFY(lab::plain_class_name("b\xfc"
                                      "cher") != lab::plain_class_name("bucher")); // no UTF-8
    }

    void numbers_behind_names() {
        QCOMPARE(lab::numbers_out_of_order({"class1", "class10", "class2"}),
                 "\"class10\" stands before \"class2\""s);
        QCOMPARE(lab::numbers_out_of_order({"a 9", "b 1", "c"}), ""s);
        QCOMPARE(lab::numbers_out_of_order({"fold01", "fold02", "fold10"}), ""s);
        QCOMPARE(lab::numbers_out_of_order({"10", "9"}), ""s);
        QCOMPARE(lab::numbers_out_of_order({"class10", "class2", "class1"}), ""s); // as a list has them
        QCOMPARE(lab::numbers_out_of_order({}), ""s);
        put("classes.txt", "zero\none\ntwo\n");
        lab::ClassTable found = table({"c_1", "c_2", "c_10"});
        QVERIFY(found.notices.at(0).warning);
        QVERIFY(
            found.notices.at(0).text.ends_with("in sorted order, as texts: \"c_10\" stands before \"c_2\""));
        found = table({"c_1", "c_2", "c_3"});
        QVERIFY(!found.notices.at(0).warning);
    }

    void numbers_sort_as_numbers() {
        QCOMPARE(table({"10", "9", "2", "0", "1"}).names, (Names{"0", "1", "2", "9", "10"}));
        QCOMPARE(table({"010", "9", "002"}).label.at("010"), 2);
        // One name among them, and they are names.
        QCOMPARE(table({"10", "9", "cat"}).names, (Names{"10", "9", "cat"}));
        QVERIFY(table({"b", "a"}).notices.empty());
    }

    void a_list_of_the_folders_is_an_order() {
        put("classes.txt", "dog\ncat\nbird\n");
        const lab::ClassTable order = table({"bird", "cat", "dog"});
        QCOMPARE(order.names, (Names{"dog", "cat", "bird"}));
        QCOMPARE(order.label.at("bird"), 2);
        QVERIFY(order.notices.at(0).text.starts_with("the order of the classes is that of "));
        // More than there are folders, and in a spelling that no folder can have.
        put("classes.txt", "horse\nT-shirt/top\nAnkle boot");
        const lab::ClassTable more = table({"ankle_boot", "T-shirt-top"});
        QCOMPARE(more.names, (Names{"horse", "T-shirt/top", "Ankle boot"}));
        QCOMPARE(more.label.at("T-shirt-top"), 1);
        QCOMPARE(more.label.at("ankle_boot"), 2);
        // Each line begins with a folder.
        put("classes.txt", "n02 cat, house cat\nn01\tdog\n");
        const lab::ClassTable described = table({"n01", "n02"});
        QCOMPARE(described.names, (Names{"cat, house cat", "dog"}));
        QCOMPARE(described.keys, (Names{"n02", "n01"}));
        QCOMPARE(described.label.at("n01"), 1);
    }

    void other_names_are_those_of_the_sorted_folders() {
        put("classes.txt", "Hund\nKatze\n");
        const lab::ClassTable named = table({"n02", "n01"});
        QCOMPARE(named.names, (Names{"Hund", "Katze"}));
        QCOMPARE(named.label.at("n01"), 0);
        QVERIFY(named.notices.at(0).text.ends_with("are those of the folders in sorted order"));
    }

    void lists_that_are_neither() {
        put("classes.txt", "dog\nKatze\n");
        QCOMPARE(refusal({"cat", "dog"}), (m_path / "classes.txt").string() +
                                              ": expected the name of each folder, or other names for all of "
                                              "them, found no line for \"cat\".");
        put("classes.txt", "dog\ncat\ndog\n");
        QVERIFY(refusal({"cat", "dog"})
                    .ends_with("expected each folder of a class once, found \"dog\" again in line 3."));
        put("classes.txt", "one\n\ntwo\n");
        QVERIFY(refusal({"a", "b"}).ends_with("expected a class name in line 2, found an empty line"));
    }

    void tables_as_other_programs_write_them_data() {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QByteArray(text.data(), qsizetype(text.size()));
        };
        row("plain", "index,wnid,name\n0,n01,b\xc3\xa4r\n1,n02,\"cat, house cat\"\n");
        row("byte-order mark and CR LF",
            "\xef\xbb\xbfindex,wnid,name\r\n0,n01,b\xc3\xa4r\r\n1,n02,\"cat, house cat\"\r\n\r\n");
        row("CR", "index,wnid,name\r0,n01,b\xc3\xa4r\r1,n02,\"cat, house cat\"\r");
        row("Latin-1", "index,wnid,name\n0,n01,b\xe4r\n1,n02,\"cat, house cat\"\n");
        row("semicolons", "index;wnid;name\n0;n01;b\xc3\xa4r\n1;n02;cat, house cat\n");
        row("tabs, other words and order",
            "Folder\tLabel\tClass\nn02\t1\tcat, house cat\nn01\t0\tb\xc3\xa4r\n");
        row("spaces", "index, wnid, name\n0, n01, b\xc3\xa4r\n1, n02, \"cat, house cat\"\n");
        std::string wide = "\xff\xfe";
        for (const char c : "index,wnid,name\n0,n01,b\xe4r\n1,n02,\"cat, house cat\"\n"s)
            wide += {c, '\0'};
        row("UTF-16", wide);
    }
    void tables_as_other_programs_write_them() {
        QFETCH(QByteArray, bytes);
        put("labels.csv", bytes.toStdString());
        const lab::ClassTable read = table({"n02", "n01"});
        QCOMPARE(read.names, (Names{"b\xc3\xa4r", "cat, house cat"}));
        QCOMPARE(read.keys, (Names{"n01", "n02"}));
        QCOMPARE(read.label.at("n02"), 1);
    }

    void tables_that_begin_with_one() {
        put("labels.csv", "index,wnid,name\n1,n01,a\n2,n02,b\n");
        QVERIFY(refusal({"n01", "n02"}).find("expected each index from 0 to 1 once, not 2 in line 3") !=
                std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestClassTable)
#include "test_class_table.moc"
