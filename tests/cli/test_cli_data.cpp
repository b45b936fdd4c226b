#include "tests/cli/cli_program.h"

#include "core/image/image_file.h"
#include "tests/fetch/archives.h"
#include "tests/fetch/http_server.h"
#include "tests/image/test_files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

namespace fs = std::filesystem;

/// Getting a data set and running on it, as a user does it.
class TestCliData : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    CliSetting m_setting{m_folder.path()};
    HttpServer m_server;

    std::string path(const QString& name) const { return m_setting.path(name).toStdString(); }

    /// An archive with one record of CIFAR-10 as the test batch, on our server, and a manifest for it.
    QString manifest(const QString& checksum = {}) {
        std::string record(3073, 'x');
        record[0] = 3;
        archives::write_tar(path("cifar.tar.gz"), {{"cifar-10-batches-bin/test_batch.bin", record}});
        const auto bytes = test_files::read(path("cifar.tar.gz"));
        const QByteArray archive(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
        m_server.put("cifar.tar.gz", archive);
        const QString sum = checksum.isEmpty()
                                ? QCryptographicHash::hash(archive, QCryptographicHash::Sha256).toHex()
                                : checksum;
        const QString text =
            QString("{'id': 'cifar-10', 'title': 'CIFAR-10', 'licence': 'none', 'citation': 'us', "
                    "'files': [{'name': 'cifar.tar.gz', 'address': '%1', 'bytes': %2, "
                    "'sha256': '%3', 'unpack': 'tar'}]}")
                .arg(QString::fromStdString(m_server.address("cifar.tar.gz")))
                .arg(archive.size())
                .arg(sum)
                .replace('\'', '"');
        const QByteArray json = text.toUtf8();
        test_files::write(path("manifest.json"), {json.begin(), json.end()});
        return m_setting.path("manifest.json");
    }

  private Q_SLOTS:
    void init() {
        qputenv("XDG_DATA_HOME", m_setting.path("home").toUtf8());
        qunsetenv("LAB_DATA_DIR");
        QDir(m_setting.path("home")).removeRecursively();
    }

    void data_lists_what_there_is() {
        const CliResult result = run_cli({"data"});
        QVERIFY2(result.exit == 0, qPrintable(result.err));
        for (const char* word : {"fashion-mnist", "cifar-100-c", "imagenet-c", "pictures", "image-net.org",
                                 "collapse-lab-cli fetch cifar-10 (162 MiB)", "licence: CC BY 4.0"})
            QVERIFY2(result.out.contains(word), word);
    }

    void what_is_fetched_is_found() {
        const CliResult fetched = run_cli({"fetch", "cifar-10", "--manifest", manifest()});
        QVERIFY2(fetched.exit == 0, qPrintable(fetched.err));
        const QString folder = m_setting.path("home/collapse-lab/cifar-10");
        QVERIFY(fetched.out.contains("CIFAR-10 is in " + folder));
        QVERIFY(QFile::exists(folder + "/test_batch.bin"));
        QVERIFY(!QFile::exists(folder + ".part"));
        QVERIFY(run_cli({"data"}).out.contains("found in " + folder));
        const CliResult again = run_cli({"fetch", "cifar-10", "--manifest", manifest()});
        QCOMPARE(again.exit, 1);
        QCOMPARE(again.sentences(), QStringList{"collapse-lab-cli: " + folder +
                                                ": expected no such folder, or an empty one; name another"});
        // A run on it gets as far as the model, which is made for grey pictures.
        const CliResult run = run_cli(m_setting.run(
            "out", {"--set", "data=cifar-10", "--set", "data_dir=", "--set", "stream.scenario=mild"}));
        QCOMPARE(run.exit, 1);
        QVERIFY2(run.err.contains("grey pictures"), qPrintable(run.err));
    }

    void a_folder_is_named_once() {
        fs::create_directories(path("disk"));
        test_files::write(path("disk/test_batch.bin"), test_files::Bytes(3073, 1));
        fs::create_directories(path("bare"));
        const CliResult wrong = run_cli({"data", "--point", "cifar-10", m_setting.path("bare")});
        QVERIFY2(wrong.exit == 1 && wrong.err.contains("CIFAR-10 is not in " + m_setting.path("bare")),
                 qPrintable(wrong.err));
        QVERIFY(!run_cli({"data"}).out.contains("found in " + m_setting.path("bare")));
        const CliResult right = run_cli({"data", "--point", "cifar-10", m_setting.path("disk")});
        QVERIFY2(right.exit == 0, qPrintable(right.err));
        QVERIFY(run_cli({"data"}).out.contains("found in " + m_setting.path("disk")));
    }

    void faults_are_told() {
        const QString wrong(64, '0');
        const CliResult sum = run_cli({"fetch", "cifar-10", "--manifest", manifest(wrong)});
        QCOMPARE(sum.exit, 1);
        QCOMPARE(sum.sentences().size(), 1);
        QVERIFY2(sum.err.contains("expected the SHA-256 " + wrong + ", found "), qPrintable(sum.err));
        QVERIFY(!QFile::exists(m_setting.path("home/collapse-lab/cifar-10")));
        const CliResult unknown = run_cli({"fetch", "svhn"});
        QVERIFY(unknown.exit == 1 && unknown.err.contains("data: expected one of fashion-mnist, "));
        const CliResult guarded = run_cli({"fetch", "imagenet"});
        QVERIFY2(guarded.exit == 1 && guarded.err.contains("cannot be downloaded freely: ask for access at "),
                 qPrintable(guarded.err));
        const CliResult own = run_cli({"fetch", "pictures"});
        QVERIFY2(own.exit == 1 && own.err.contains("there is nothing to fetch"), qPrintable(own.err));
        const CliResult other = run_cli({"fetch", "cifar-100", "--manifest", manifest()});
        QVERIFY(other.exit == 1 && other.err.contains("id: expected cifar-100, found cifar-10"));
    }

    void ones_own_pictures() {
        fs::create_directories(path("photos"));
        for (const char* name : {"a", "b", "c"})
            lab::write_png(test_files::picture(20, 30, 3), path(QString("photos/") + name + ".png"));
        test_files::write(path("photos/broken.jpg"), {'n', 'o'});
        const CliResult checked = run_cli({"data", "--check", m_setting.path("photos")});
        QVERIFY(checked.out.contains(": 3 pictures without labels"));
        QVERIFY(checked.out.contains("left out: " + m_setting.path("photos/broken.jpg")));
        const CliResult run = run_cli(
            m_setting.run("own", {"--set", "data=pictures", "--set", "data_dir=" + m_setting.path("photos"),
                                  "--set", "stream.scenario=mild"}));
        QVERIFY2(run.exit == 0, qPrintable(run.err));
        QVERIFY(!run.out.contains("nan"));
        QVERIFY(run.out.contains("a picture was left out: " + m_setting.path("photos/broken.jpg")));
        const auto csv = test_files::read(path("own/records.csv"));
        QVERIFY(
            !QByteArray(reinterpret_cast<const char*>(csv.data()), qsizetype(csv.size())).contains(",nan"));
    }
};

QTEST_GUILESS_MAIN(TestCliData)
#include "test_cli_data.moc"
