#include "core/fetch/checksum.h"
#include "core/fetch/download.h"
#include "core/fetch/fetch_cancelled.h"
#include "tests/fetch/http_server.h"
#include "tests/support/test_files.h"

#include <QCryptographicHash>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

namespace fs = std::filesystem;

class TestDownload : public QObject {
    Q_OBJECT

    HttpServer m_server;
    QTemporaryDir m_folder;
    fs::path m_file = fs::path(m_folder.path().toStdString()) / "file";
    QByteArray m_content;

    QByteArray on_disk() const {
        const auto bytes = test_files::read(m_file);
        return QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
    }
    void write(const QByteArray& content) const {
        test_files::write(m_file, {content.begin(), content.end()});
    }
    std::string get(const std::string& path, std::int64_t expected) const {
        lab::DownloadOptions options;
        options.expected_bytes = expected;
        return test_files::sentence_of([&] { lab::download(m_server.address(path), m_file, options); });
    }
    const std::string nothing = "nothing was thrown";

  private Q_SLOTS:
    void initTestCase() {
        for (qint64 i = 0; i < 300000; ++i)
            m_content.append(char(i * i / 7 + i));
    }
    void init() { fs::remove(m_file); }

    void a_whole_file() {
        m_server.put("whole", m_content);
        std::int64_t last = 0, total = 0;
        bool grows = true;
        lab::DownloadOptions options;
        options.progress = [&](std::int64_t bytes, std::int64_t all) {
            grows = grows && bytes >= last;
            last = bytes;
            total = std::max(total, all);
            return true;
        };
        lab::download(m_server.address("whole"), m_file, options);
        QVERIFY(on_disk() == m_content);
        QVERIFY(grows);
        QCOMPARE(last, std::int64_t(m_content.size()));
        QCOMPARE(total, std::int64_t(m_content.size())); // as the server announced it
    }

    void goes_on_where_it_stopped() {
        m_server.put("rest", m_content);
        write(m_content.left(1000));
        QCOMPARE(get("rest", m_content.size()), nothing);
        QVERIFY(on_disk() == m_content);
        QCOMPARE(m_server.ranges().last(), QString("bytes=1000-"));
        // Everything is there: nothing is asked for.
        const auto asked = m_server.ranges().size();
        QCOMPARE(get("rest", m_content.size()), nothing);
        QCOMPARE(m_server.ranges().size(), asked);
        // Of unknown size, the server has to be asked.
        QCOMPARE(get("rest", 0), nothing);
        QVERIFY(on_disk() == m_content);
    }

    void a_cut_connection_is_taken_up_again() {
        m_server.put("cut", m_content, {true, true, 0, {70000, 0, 0, 90000}, {}});
        const auto before = m_server.ranges().size();
        QCOMPARE(get("cut", m_content.size()), nothing);
        QVERIFY(on_disk() == m_content);
        QCOMPARE(m_server.ranges().mid(before),
                 (QStringList{"", "bytes=70000-", "bytes=70000-", "bytes=70000-", "bytes=160000-"}));
    }

    void a_server_without_ranges_begins_anew() {
        m_server.put("anew", m_content, {false, true, 0, {70000}, {}});
        QCOMPARE(get("anew", m_content.size()), nothing);
        QVERIFY(on_disk() == m_content);
    }

    void cut_too_often() {
        m_server.put("never", m_content, {true, true, 0, {5000, 0, 0, 0, 0, 0, 0, 0}, {}});
        QCOMPARE(get("never", m_content.size()),
                 m_server.address("never") +
                     ": the connection was cut after 5000 of 300000 bytes; the next call "
                     "goes on from there");
        QVERIFY(on_disk() == m_content.left(5000));
        QCOMPARE(get("never", m_content.size()), nothing); // by now the cuts are used up
        QVERIFY(on_disk() == m_content);
    }

    void a_file_that_is_shorter_than_published() {
        m_server.put("short", m_content.left(4000));
        QCOMPARE(get("short", 5000), m_server.address("short") + ": the file ended after 4000 of 5000 bytes");
        m_server.put("short", m_content.left(4000), {true, false, 0, {}, {}});
        fs::remove(m_file);
        QCOMPARE(get("short", 5000), m_server.address("short") + ": the file ended after 4000 of 5000 bytes");
    }

    void a_file_that_is_longer_than_published() {
        m_server.put("long", m_content.left(6000));
        QCOMPARE(get("long", 5000), m_server.address("long") + ": expected 5000 bytes, found 6000");
        QVERIFY(!fs::exists(m_file));
    }

    void errors_of_the_server() {
        QCOMPARE(get("absent", 10), m_server.address("absent") +
                                        ": the server answered with status 404 (there is no such file)");
        m_server.put("broken", m_content, {true, true, 503, {}, {}});
        QCOMPARE(get("broken", 10), m_server.address("broken") + ": the server answered with status 503");
        QVERIFY(!fs::exists(m_file)); // the page that explains the error is not the file
    }

    void redirections() {
        m_server.put("target", m_content);
        m_server.put("here", {}, {true, true, 0, {}, m_server.address("target")});
        QCOMPARE(get("here", m_content.size()), nothing);
        QVERIFY(on_disk() == m_content);
        // Away from HTTP, to the user's own files: no.
        m_server.put("trap", {}, {true, true, 0, {}, "file:///etc/hostname"});
        fs::remove(m_file);
        QVERIFY(get("trap", 0).starts_with(m_server.address("trap") + ": "));
        QVERIFY(!fs::exists(m_file));
    }

    void no_connection() {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const std::string address = "http://127.0.0.1:" + std::to_string(closed.serverPort()) + "/x";
        closed.close();
        const std::string sentence = test_files::sentence_of([&] { lab::download(address, m_file, {}); });
        QVERIFY2(sentence.starts_with(address + ": Failed to connect"), sentence.c_str());
    }

    void no_place_to_write() {
        m_server.put("whole", m_content);
        const fs::path file = m_file.parent_path() / "no" / "where";
        QCOMPARE(test_files::sentence_of([&] { lab::download(m_server.address("whole"), file, {}); }),
                 file.string() + ": cannot be written: No such file or directory");
        if (!fs::exists("/dev/full"))
            return;
        QCOMPARE(test_files::sentence_of([&] { lab::download(m_server.address("whole"), "/dev/full", {}); }),
                 std::string("/dev/full: cannot be written: the disk is full"));
    }

    void can_be_cancelled() {
        m_server.put("whole", m_content);
        lab::DownloadOptions options;
        options.progress = [](std::int64_t, std::int64_t) { return false; };
        QVERIFY_EXCEPTION_THROWN(lab::download(m_server.address("whole"), m_file, options),
                                 lab::FetchCancelled);
    }

    void checksums() {
        write("abc");
        QCOMPARE(lab::checksum(m_file, lab::ChecksumKind::sha256),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(lab::checksum(m_file, lab::ChecksumKind::md5),
                 std::string("900150983cd24fb0d6963f7d28e17f72"));
        QByteArray large;
        while (large.size() < 3'000'000)
            large += m_content;
        write(large);
        QCOMPARE(QByteArray::fromStdString(lab::checksum(m_file, lab::ChecksumKind::sha256)),
                 QCryptographicHash::hash(large, QCryptographicHash::Sha256).toHex());
        fs::remove(m_file);
        QCOMPARE(test_files::sentence_of([&] { lab::checksum(m_file, lab::ChecksumKind::md5); }),
                 m_file.string() + ": cannot be read");
    }
};

QTEST_GUILESS_MAIN(TestDownload)
#include "test_download.moc"
