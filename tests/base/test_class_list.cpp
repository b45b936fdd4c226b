#include "core/base/class_list.h"
#include "core/base/content_kind.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace std::string_literals;
using Names = std::vector<std::string>;
namespace fs = std::filesystem;

/// Lists of class names as many programs write them, and what files are by their first bytes.
class TestClassList : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    fs::path put(const std::string& bytes) const {
        const fs::path file = fs::path(m_folder.path().toStdString()) / "list.txt";
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    }
    std::string refusal(const fs::path& file) const {
        try {
            lab::read_class_list(file);
        } catch (const std::runtime_error& fault) {
            return fault.what();
        }
        return "nothing was thrown";
    }

  private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QByteArray(text.data(), qsizetype(text.size()));
        };
        row("plain", "cat\nb\xc3\xa4r\ndog house\n");
        row("no end", "cat\nb\xc3\xa4r\ndog house");
        row("CR LF and a mark", "\xef\xbb\xbf"
                                "cat\r\nb\xc3\xa4r\r\ndog house\r\n\r\n");
        row("CR", "cat\rb\xc3\xa4r\rdog house\r");
        row("Latin-1", "cat\nb\xe4r\ndog house\n");
        row("UTF-16, little", "\xff\xfe"s + "c\0a\0t\0\n\0b\0\xe4\0r\0\n\0d\0o\0g\0 \0h\0o\0u\0s\0e\0"s);
        row("UTF-16, big", "\xfe\xff"s + "\0c\0a\0t\0\r\0\n\0b\0\xe4\0r\0\n\0d\0o\0g\0 \0h\0o\0u\0s\0e"s);
        row("white space", " cat\t\nb\xc3\xa4r  \n  dog house \n   \n\n");
    }
    void reads() {
        QFETCH(QByteArray, bytes);
        QCOMPARE(lab::read_class_list(put(bytes.toStdString())), (Names{"cat", "b\xc3\xa4r", "dog house"}));
    }

    void refuses() {
        const fs::path file = put("a\n \nb\n");
        QCOMPARE(refusal(file), file.string() + ": expected a class name in line 2, found an empty line");
        QCOMPARE(refusal(put("\xef\xbb\xbf\r\n\r\n")),
                 file.string() + ": expected class names, one a line, found none");
        QVERIFY(refusal(file.parent_path()).ends_with("expected a file, found a folder"));
        QVERIFY(refusal("/dev/null").ends_with("expected a file, found a device"));
    }

    void content_kinds() {
        for (const auto& [begin, word] : std::vector<std::pair<std::string, const char*>>{
                 {"version https://git-lfs.github.com/spec/v1\noid sha256:", "Git LFS pointer"},
                 {"\n <!DOCTYPE HTML><title>404", "HTML page"},
                 {"<html lang=en>", "HTML page"},
                 {"\x80\x04\x95\x10", "Python pickle"},
                 {"\x80\x02}q\x01", "Python pickle"},
                 {"\x1f\x8b\x08", "gzip archive"},
                 {std::string(257, 'x') + "ustar", "tar archive"},
                 {"\xff\xd8\xff\xe0", "JPEG picture"},
                 {"\0\0\0\x20"s + "ftypavif", "AVIF picture"}})
            QVERIFY2(lab::content_kind(begin).find(word) != std::string::npos, word);
        for (const std::string& begin : {"hello"s, ""s, "\x80\x07zz"s, std::string(600, '\0')})
            QCOMPARE(lab::content_kind(begin), std::string());
        QCOMPARE(lab::content_kind_of(put("")), std::string("an empty file"));
        QCOMPARE(lab::content_kind_of(put("PK\x03\x04")), std::string("a zip archive"));
        QCOMPARE(lab::content_kind_of("/dev/zero"), std::string());
    }
};

QTEST_GUILESS_MAIN(TestClassList)
#include "test_class_list.moc"
