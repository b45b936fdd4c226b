#include "core/base/atomic_file.h"
#include "core/base/input_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <stdexcept>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace lab;

namespace {

std::string sentence_of(const auto& action) {
    try {
        action();
    } catch (const std::exception& fault) {
        return fault.what();
    }
    return "nothing was thrown";
}

} // namespace

class TestBaseFiles : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() { QVERIFY(folder_.isValid()); }

    void writesCompletelyOrNotAtAll() {
        write_file_atomically(path("a"), "first");
        QCOMPARE(file_content(path("a")), std::string("first"));
        QVERIFY(sentence_of([&] {
                    write_atomically(path("a"), [](std::ostream& out) {
                        out << "half";
                        throw std::runtime_error("no more");
                    });
                }) == "no more");
        QCOMPARE(file_content(path("a")), std::string("first"));
        write_file_atomically(path("a"), "second");
        QCOMPARE(file_content(path("a")), std::string("second"));
        QVERIFY(sentence_of([&] {
                    write_file_atomically(path("missing/a"), "x");
                }).find("missing/a: cannot be written: ") != std::string::npos);
        QVERIFY(sentence_of([] { write_file_atomically("", "x"); }).find("an empty path") !=
                std::string::npos);
        QVERIFY(sentence_of([&] { write_file_atomically(path("."), "x"); }).find("it is a folder") !=
                std::string::npos);
        QCOMPARE(QDir(folder_.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"a"});
    }
    void tellsThatThereIsNoRoom() {
        // A limit on the size of files stands for the full disk: the write fails in the middle.
        signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small{4096, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        const std::string told =
            sentence_of([&] { write_file_atomically(path("full"), std::string(100000, 'x')); });
        setrlimit(RLIMIT_FSIZE, &before);
        QCOMPARE(told, path("full") + ": cannot be written: File too large");
        QVERIFY(!QFile::exists(QString::fromStdString(path("full"))));
        QVERIFY(QDir(folder_.path()).entryList({"*.part"}, QDir::Files | QDir::Hidden).isEmpty());
    }
    void looksWhetherItCanWrite() {
        expect_writable_file(path("new"));
        QVERIFY(!QFile::exists(QString::fromStdString(path("new"))));
        QVERIFY(sentence_of([&] { expect_writable_file(path("missing/new")); }).find("cannot be written") !=
                std::string::npos);
        QVERIFY(sentence_of([] { expect_writable_file("/dev/full"); }).find("no ordinary file") !=
                std::string::npos);
        QVERIFY(sentence_of([] { write_file_atomically("/dev/full", "x"); }).find("no ordinary file") !=
                std::string::npos);
        make_output_folder(path("x/y"));
        QVERIFY(QDir(QString::fromStdString(path("x/y"))).isEmpty());
        write_file_atomically(path("z"), "");
        QVERIFY(sentence_of([&] { make_output_folder(path("z")); }).find("expected a folder") !=
                std::string::npos);
        expect_output_folder(path("new/folder"));
        QVERIFY(!QFile::exists(QString::fromStdString(path("new"))));
        for (const char* name : {"z", "z/folder"})
            QVERIFY(sentence_of([&] { expect_output_folder(path(name)); }).find("/z is no folder") !=
                    std::string::npos);
        QVERIFY(sentence_of([] { expect_output_folder(""); }).find("an empty path") != std::string::npos);
        QVERIFY(sentence_of([] { make_output_folder(""); }).find("an empty path") != std::string::npos);
    }
    void readsOrdinaryFilesOnly() {
        QCOMPARE(mkfifo(path("pipe").c_str(), 0600), 0);
        QVERIFY(sentence_of([&] { file_content(path("pipe")); }).find("expected a file, found a pipe") !=
                std::string::npos);
        QVERIFY(sentence_of([] { file_content("/dev/zero"); }).find("found a device") != std::string::npos);
        QVERIFY(sentence_of([&] { file_content(folder_.path().toStdString()); }).find("found a folder") !=
                std::string::npos);
        QVERIFY(sentence_of([&] { file_content(path("nowhere")); }).find("found nothing") !=
                std::string::npos);
        write_file_atomically(path("b"), "12345");
        QVERIFY(sentence_of([&] { file_content(path("b"), 4); }).find("at most 4 bytes, found 5") !=
                std::string::npos);
        write_file_atomically(path("latin"), "caf\xe9");
        QCOMPARE(text_file_content(path("latin")), std::string("caf\xc3\xa9"));
    }

  private:
    std::string path(const char* name) const { return folder_.filePath(name).toStdString(); }
    QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(TestBaseFiles)
#include "test_base_files.moc"
