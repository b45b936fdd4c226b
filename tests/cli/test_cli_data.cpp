#include "tests/cli/cli_program.h"

#include "core/image/image_file.h"
#include "tests/fetch/archives.h"
#include "tests/fetch/http_server.h"
#include "tests/support/test_files.h"

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
        QVERIFY(!QFile::exists(m_setting.path("home/collapse-lab/cifar-10.part")));
        const CliResult folder = run_cli({"fetch", "cifar-10", "--manifest", m_setting.path("data")});
        QVERIFY2(folder.exit == 1 && folder.err.contains(m_setting.path("data") +
                                                         ": expected the description of a data set, found "
                                                         "a folder"),
                 qPrintable(folder.err));
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

    void own_folders_are_remembered_and_forgotten() {
        fs::create_directories(path("mine"));
        for (const char* name : {"a", "b", "c"})
            lab::write_png(test_files::picture(20, 30, 3), path(QString("mine/") + name + ".png"));
        QCOMPARE(run_cli({"data", "--point", "pictures", m_setting.path("mine")}).exit, 0);
        const QStringList run = m_setting.run(
            "remembered", {"--set", "data=pictures", "--set", "data_dir=", "--set", "stream.scenario=mild"});
        const CliResult found = run_cli(run);
        QVERIFY2(found.exit == 0, qPrintable(found.err));
        const CliResult empty = run_cli({"data", "--point", "pictures", ""});
        QVERIFY2(empty.exit == 1 && empty.err.contains("found an empty path (--forget pictures"),
                 qPrintable(empty.err));
        QCOMPARE(run_cli({"data", "--forget", "pictures"}).exit, 0);
        QVERIFY(run_cli(run + QStringList{"--overwrite"}).err.contains("data_dir: no folder is named"));
        QVERIFY(run_cli({"data", "--check", ""}).exit > 0);
        QVERIFY(run_cli({"data", "--forget", "mnist"}).exit == 1);
    }

    void a_check_counts_everything() {
        for (const char* folder : {"check/.thumbnails", "check/@eaDir"})
            fs::create_directories(path(folder));
        for (const char* name : {"a.png", "b.PNG", "@eaDir/a.png"})
            lab::write_png(test_files::picture(20, 30, 3), path(QString("check/") + name));
        test_files::write(path("check/c.heic"), {0, 0, 0, 24, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c'});
        test_files::write(path("check/notes.txt"), {'n'});
        fs::create_symlink("nowhere.png", path("check/d.png"));
        const CliResult checked = run_cli({"data", "--check", m_setting.path("check")});
        QVERIFY2(checked.exit == 0, qPrintable(checked.err));
        QVERIFY2(checked.out.contains(": 2 pictures without labels"), qPrintable(checked.out));
        QVERIFY2(
            checked.out.contains("warning: data: 2 of 7 files are used as pictures; left out: 1 picture of a "
                                 "kind or with an ending that is not read (.heic 1), 1 broken link "
                                 "(\"d.png\"), 1 other file (.txt 1), 2 hidden (\".thumbnails\", "
                                 "\"@eaDir\")"),
            qPrintable(checked.out));
    }

    void corrupt_writes_each_picture_once() {
        for (const char* name : {"in/a.png", "in/a.jpg", "in/a.BMP", "in/b.png"}) {
            fs::create_directories(path("in"));
            lab::write_png(test_files::picture(20, 30, 3),
                           path(name)); // what they are shows in their content
        }
        const QString out = m_setting.path("copies");
        const QStringList command = {"corrupt", m_setting.path("in"), "--out", out, "--corruption",
                                     "fog",     "--severity",         "2"};
        const CliResult done = run_cli(command);
        QVERIFY2(done.exit == 0 && done.out.startsWith("4 pictures written to"), qPrintable(done.err));
        QCOMPARE(QDir(out + "/fog/2").entryList(QDir::Files),
                 (QStringList{"a.BMP.png", "a.jpg.png", "a.png.png", "b.png"}));
        // A damaged picture: the others are written, and the exit code tells.
        auto bytes = test_files::read(path("in/b.png"));
        test_files::write(path("in/b.png"), {bytes.begin(), bytes.end() - 20});
        QDir(out).removeRecursively();
        const CliResult damaged = run_cli(command);
        QVERIFY(damaged.exit == 1 && damaged.out.startsWith("3 pictures written to"));
        QVERIFY2(damaged.err.contains("b.png cannot be read: it is cut short") &&
                     damaged.err.contains("1 of 4 pictures could not be corrupted"),
                 qPrintable(damaged.err));
        // "a.png.png" twice: from a.png, beside a.jpg, and from a.png.jpg.
        lab::write_png(test_files::picture(20, 30, 3), path("in/a.png.jpg"));
        const CliResult clash = run_cli(command);
        QVERIFY2(clash.exit == 1 && clash.err.contains("would both be written as a.png.png"),
                 qPrintable(clash.err));
    }

    void corrupt_refuses_before_the_work_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QStringList& options, const char* said) {
            QTest::newRow(name) << options << QString(said);
        };
        row("negative seed", {"--seed=-1"}, "--seed: expected a whole number from 0");
        row("seed beyond 64 bits", {"--seed", "18446744073709551616"},
            "--seed: expected a whole number from 0");
        row("no seed", {"--seed", "x"}, "--seed: expected a whole number from 0");
        row("severity twice", {"--severity", "2", "2"}, "--severity: expected each once, found 2 again");
        row("corruption twice", {"--corruption", "fog", "fog"},
            "--corruption: expected each once, found fog again");
        row("frost for fog", {"--corruption", "fog", "--frost-dir", "."},
            "--frost-dir: has an effect on frost alone");
    }
    void corrupt_refuses_before_the_work() {
        QFETCH(QStringList, options);
        QFETCH(QString, said);
        lab::write_png(test_files::picture(20, 30, 3), path("one.png"));
        const QString out = m_setting.path("never");
        const CliResult result =
            run_cli(QStringList{"corrupt", m_setting.path("one.png"), "--out", out} + options);
        QVERIFY2(result.exit == 1 && result.err.contains(said), qPrintable(result.err));
        QVERIFY(!QDir(out).exists());
        QVERIFY(run_cli({"corrupt", m_setting.path("one.png"), "--out", ""}).exit > 0);
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
