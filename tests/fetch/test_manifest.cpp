#include "core/fetch/manifest.h"
#include "tests/support/test_files.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <set>

#include <algorithm>

class TestManifest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// Writes the text with quotation marks in place of apostrophes.
    std::string write(std::string text) const {
        std::replace(text.begin(), text.end(), '\'', '"');
        const std::string file = m_folder.filePath("m.json").toStdString();
        test_files::write(file, {text.begin(), text.end()});
        return file;
    }
    std::string refusal(const std::string& text) const {
        const std::string file = write(text);
        const std::string sentence = test_files::sentence_of([&] { lab::read_manifest(file); });
        return sentence.starts_with(file + ": ") ? sentence.substr(file.size() + 2) : sentence;
    }
    static std::string with_file(const std::string& file) {
        return "{'id':'a','title':'A','licence':'L','citation':'C','files':[" + file + "]}";
    }

  private Q_SLOTS:
    void the_shipped_manifests_are_whole_data() {
        QTest::addColumn<QString>("file");
        const QDir folder(LAB_SOURCE_DIR "/datasets");
        for (const QString& name : folder.entryList({"*.json"}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
    void the_shipped_manifests_are_whole() {
        QFETCH(QString, file);
        const lab::Manifest manifest = lab::read_manifest(file.toStdString());
        QCOMPARE(QString::fromStdString(manifest.id), QFileInfo(file).completeBaseName());
        QVERIFY(!manifest.how_to_get.empty() && !manifest.homepage.empty());
        for (const lab::ManifestFile& one : manifest.files) {
            QVERIFY2(one.bytes > 0, one.name.c_str());
            QVERIFY2(!one.sha256.empty() || !one.md5.empty(), one.name.c_str());
            QVERIFY2(QString::fromStdString(one.address).endsWith(QString::fromStdString("/" + one.name)),
                     one.address.c_str());
        }
        // Files without a published checksum are not downloaded.
        const std::set<std::string> by_hand = {"imagenet", "math-500", "college-math", "aime-24",
                                               "minerva-math"};
        QCOMPARE(manifest.files.empty(), by_hand.count(manifest.id) == 1);
    }

    void reads_every_field() {
        const std::string sum(64, 'a'), md5(32, '0');
        const std::string file = write(
            with_file("{'name':'x.tar','address':'https://h/x.tar','bytes':12,'unpack':'tar','sha256':'" +
                      sum + "','md5':'" + md5 + "'}"));
        const lab::Manifest manifest = lab::read_manifest(file);
        QCOMPARE(manifest.bytes(), std::int64_t(12));
        QVERIFY(manifest.files[0].unpack);
        QCOMPARE(manifest.files[0].sha256, sum);
        QCOMPARE(manifest.files[0].md5, md5);
        QCOMPARE(manifest.licence, std::string("L"));
    }

    void refuses_what_does_not_fit() {
        QCOMPARE(refusal("[1]"), std::string("expected a JSON object"));
        QCOMPARE(refusal("{"), std::string("expected a JSON object"));
        QCOMPARE(refusal("{'id':'a','title':'A','licence':'','citation':'C','files':[]}"),
                 std::string("licence: expected a text"));
        QCOMPARE(refusal("{'id':'a','title':'A','licence':'L','citation':'C'}"),
                 std::string("files: expected a list"));
        QCOMPARE(refusal(with_file("7")), std::string("files: expected a list of objects"));
        QCOMPARE(refusal(with_file("{'name':'../x','address':'https://h/x'}")),
                 std::string("name: expected the name of a file, found \"../x\""));
        QCOMPARE(refusal(with_file("{'name':'x','address':'file:///x'}")),
                 std::string("address: expected http:// or https://, found \"file:///x\""));
        QCOMPARE(refusal(with_file("{'name':'x','address':'https://h/x','bytes':-1}")),
                 std::string("bytes: expected a number of bytes"));
        QCOMPARE(refusal(with_file("{'name':'x','address':'https://h/x','md5':'12'}")),
                 std::string("md5: expected 32 hexadecimal digits in lower case"));
        QCOMPARE(refusal(with_file("{'name':'x','address':'https://h/x','unpack':'run'}")),
                 std::string("unpack: expected tar, found \"run\""));
        QCOMPARE(test_files::sentence_of([] { lab::read_manifest("/no/such"); }),
                 std::string("/no/such: expected the description of a data set, found nothing"));
    }
};

QTEST_GUILESS_MAIN(TestManifest)
#include "test_manifest.moc"
