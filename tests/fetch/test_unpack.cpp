#include "core/fetch/fetch_cancelled.h"
#include "core/fetch/unpack.h"
#include "tests/fetch/archives.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <QtTest>

namespace fs = std::filesystem;

class TestUnpack : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_path, m_archive;

    std::string text(const fs::path& file) const {
        const auto bytes = test_files::read(m_path / "out" / file);
        return {bytes.begin(), bytes.end()};
    }
    std::string unpacked(const std::vector<archives::Entry>& entries) const {
        archives::write_tar(m_archive, entries);
        return test_files::sentence_of([this] { lab::unpack(m_archive, m_path / "out"); });
    }

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->path().toStdString();
        m_archive = m_path / "a.tar.gz";
        fs::create_directories(m_path / "out");
    }

    void files_and_folders() {
        const std::string large(500'000, 'x');
        QCOMPARE(
            unpacked({{"set", "", 'd'}, {"set/a.txt", "one"}, {"./set/deep/er/b.bin", large}, {"empty", ""}}),
            std::string("nothing was thrown"));
        QCOMPARE(text("set/a.txt"), std::string("one"));
        QCOMPARE(text("set/deep/er/b.bin"), large);
        QVERIFY(fs::is_regular_file(m_path / "out/empty"));
    }

    void what_could_lead_out_is_refused_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<char>("kind");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("said");
        const QString outside = "it holds \"%1\", which leads out of the folder";
        const QString special = "it holds \"%1\", which is a link or a special file";
        QTest::newRow("above") << "../evil" << 'f' << "" << outside.arg("../evil");
        QTest::newRow("above, later") << "a/../../evil" << 'f' << "" << outside.arg("a/../../evil");
        QTest::newRow("absolute") << "/tmp/evil" << 'f' << ""
                                  << "it holds the absolute path \"/tmp/evil\"";
        QTest::newRow("symbolic link") << "evil" << 'l' << "/etc/passwd" << special.arg("evil");
        QTest::newRow("hard link") << "evil" << 'h' << "good" << special.arg("evil");
        QTest::newRow("pipe") << "evil" << 'p' << "" << special.arg("evil");
    }
    void what_could_lead_out_is_refused() {
        QFETCH(QString, path);
        QFETCH(char, kind);
        QFETCH(QString, target);
        QFETCH(QString, said);
        const archives::Entry evil{path.toStdString(), kind == 'f' ? "evil" : "", kind, target.toStdString()};
        QCOMPARE(QString::fromStdString(unpacked({{"good", "good"}, evil, {"evil/later", "later"}})),
                 QString::fromStdString(m_archive.string()) + ": cannot be unpacked: " + said);
        QVERIFY(!fs::exists(m_path / "evil") && !fs::exists("/tmp/evil"));
        QVERIFY(!fs::exists(fs::symlink_status(m_path / "out/evil")));
    }

    void damaged_archives() {
        archives::write_tar(m_archive, {{"a", std::string(100'000, 'a')}, {"b", "b"}});
        const auto bytes = test_files::read(m_archive);
        test_files::write(m_archive, {bytes.begin(), bytes.begin() + bytes.size() / 2});
        const std::string start = m_archive.string() + ": cannot be unpacked: ";
        const auto sentence = [this] {
            return test_files::sentence_of([this] { lab::unpack(m_archive, m_path / "out"); });
        };
        QVERIFY2(sentence().starts_with(start), sentence().c_str());
        test_files::write(m_archive, {'t', 'e', 'x', 't'});
        QVERIFY2(sentence().starts_with(start), sentence().c_str());
        fs::remove(m_archive);
        QVERIFY2(sentence().starts_with(start), sentence().c_str());
    }

    void can_be_cancelled() {
        archives::write_tar(m_archive, {{"a", std::string(100'000, 'a')}});
        QVERIFY_EXCEPTION_THROWN(lab::unpack(m_archive, m_path / "out", [](std::int64_t) { return false; }),
                                 lab::FetchCancelled);
    }
};

QTEST_GUILESS_MAIN(TestUnpack)
#include "test_unpack.moc"
