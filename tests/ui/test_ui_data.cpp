#include "core/catalogue/preset.h"
#include "tests/fetch/archives.h"
#include "tests/fetch/http_server.h"
#include "tests/support/test_files.h"
#include "tests/ui/quick_experiment.h"
#include "tests/ui/window_probe.h"
#include "ui/dialog/data_window.h"
#include "ui/panel/hint_card.h"
#include "ui/panel/notice_line.h"
#include "ui/panel/setup_panel.h"
#include "ui/session/run_session.h"
#include "ui/view/message_strip.h"
#include "ui/window/data_controller.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QtEndian>

#include <memory>

using namespace lab;

namespace {

constexpr int patience_ms = 60000;

QByteArray bytesOf(const QString& file) {
    QFile input(file);
    return input.open(QIODevice::ReadOnly) ? input.readAll() : QByteArray();
}

} // namespace

/// The shipped weights without their card, as somebody else's file: what it does not tell is assumed.
void writeWithoutCard(const QString& from, const QString& to) {
    const QByteArray all = bytesOf(from);
    const auto length = static_cast<int>(qFromLittleEndian<quint64>(all.constData()));
    QJsonObject header = QJsonDocument::fromJson(all.mid(8, length)).object();
    header.remove(QStringLiteral("__metadata__"));
    QByteArray text = QJsonDocument(header).toJson(QJsonDocument::Compact);
    text.append(QByteArray((8 - text.size() % 8) % 8, ' '));
    QByteArray size(8, '\0');
    qToLittleEndian<quint64>(static_cast<quint64>(text.size()), size.data());
    QFile file(to);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(size + text + all.mid(8 + length));
}

/// Data sets in the window: which there are, fetching one from a server on this machine, pointing at a
/// folder, one's own pictures.
class TestUiData : public QObject {
    Q_OBJECT

    WindowProbe probe() const { return WindowProbe(window_.get()); }
    void write(const QString& file, const QByteArray& content) {
        QDir().mkpath(QFileInfo(path(file)).path());
        test_files::write(path(file).toStdString(), {content.begin(), content.end()});
    }
    QString path(const QString& name) const { return folder_->filePath(name); }

    /// CIFAR-10's manifest with our server as its address; one picture of it, and ballast.
    void serveCifar(const ServerManners& manners = {}, const QString& checksum = {}) {
        std::string record(3073, 'x');
        record[0] = 3;
        std::string ballast; // that does not compress
        for (int i = 0; i < 20000; ++i)
            ballast += QCryptographicHash::hash(QByteArray::number(i), QCryptographicHash::Md5).toStdString();
        archives::write_tar(path("made.tar.gz").toStdString(),
                            {{"cifar/test_batch.bin", record}, {"cifar/readme.txt", ballast}});
        const QByteArray archive = bytesOf(path("made.tar.gz"));
        server_->put(QStringLiteral("cifar.tar.gz"), archive, manners);
        const QString sum = checksum.isEmpty()
                                ? QCryptographicHash::hash(archive, QCryptographicHash::Sha256).toHex()
                                : checksum;
        write(
            QStringLiteral("resources/datasets/cifar-10.json"),
            QStringLiteral("{'id': 'cifar-10', 'title': 'CIFAR-10', 'licence': 'Only for the test', "
                           "'citation': 'Us, 2026', 'homepage': 'http://example.org', 'files': [{'name': "
                           "'cifar.tar.gz', 'address': '%1', 'bytes': %2, 'sha256': '%3', 'unpack': 'tar'}]}")
                .arg(QString::fromStdString(server_->address("cifar.tar.gz")))
                .arg(archive.size())
                .arg(sum)
                .replace(QLatin1Char('\''), QLatin1Char('"'))
                .toUtf8());
    }
    DataWindow* openSets(const QString& id) {
        probe().action(QStringLiteral("file.data"))->trigger();
        DataWindow* sets = probe().find<DataWindow>();
        [&] { QTRY_VERIFY(sets->list()->count() > 0); }();
        sets->select(id);
        return sets;
    }
    QString choiceText(const QString& id) const {
        const QComboBox* box = probe().find<SetupPanel>()->dataChoice();
        return box->itemText(box->findData(id));
    }
    void choose(const QString& id) {
        QComboBox* box = probe().find<SetupPanel>()->dataChoice();
        box->setCurrentIndex(box->findData(id));
    }
    QString home() const { return path("home/collapse-lab/cifar-10"); }
    void openWindow() {
        const auto answer = [this](QWidget*, const QString&, const QString&, const QString&) {
            return answer_;
        };
        window_ = std::make_unique<MainWindow>(path("settings"), FileDialogs{answer, answer, answer});
        probe().session()->setSpec(quickExperiment());
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        QTRY_VERIFY(choiceText("cifar-100").endsWith(QStringLiteral("(not here)")));
    }

  private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        server_ = std::make_unique<HttpServer>();
        qputenv("XDG_DATA_HOME", path("home").toUtf8());
        qputenv("LAB_RESOURCES", path("resources").toUtf8());
        qunsetenv("LAB_DATA_DIR");
        serveCifar();
        openWindow();
    }
    void cleanup() { window_.reset(); }

    void everyManifestIsShownWithItsTerms() {
        DataWindow* sets = openSets(QStringLiteral("imagenet-c"));
        const QString published = sets->description();
        for (const char* words :
             {"ImageNet-C", "CC BY 4.0", "Hendrycks", "61.5 GiB in 5 files", "blur.tar (6.6 GiB, MD5)",
              "Not found", "https://zenodo.org/records/2235448"})
            QVERIFY2(published.contains(QLatin1String(words)), qPrintable(published));
        QVERIFY(!sets->downloadButton()->isHidden() && !sets->useButton()->isEnabled());
        sets->select(QStringLiteral("imagenet"));
        QVERIFY(sets->description().contains(QStringLiteral("image-net.org")));
        QVERIFY(sets->downloadButton()->isHidden() && sets->acceptBox()->isHidden());
        QVERIFY(!sets->folderButton()->isHidden());
        for (int row = 0; row < sets->list()->count(); ++row) {
            sets->list()->setCurrentRow(row);
            QVERIFY2(sets->status().isEmpty(), qPrintable(sets->status()));
        }
    }

    void aModelGoesWithThePicturesItWasTrainedOn() {
        RunSession* session = probe().session();
        session->setSpec(default_experiment());
        choose(QStringLiteral("cifar-10"));
        QCOMPARE(session->spec().model, std::string("cifar-resnet-gn"));
        QVERIFY(session->spec().lanes == preset_experiment("default", session->spec()).lanes);
        QVERIFY(probe().find<MessageStrip>()->text().contains(QStringLiteral("Wide ResNet")));
        ExperimentSpec edited = session->spec();
        edited.model = "vit";
        Q_EMIT probe().find<SetupPanel>()->specEdited(edited);
        QCOMPARE(session->spec().data, std::string("fashion-mnist"));
        // A model of one's own stays, whatever the pictures are.
        edited.model = path(QStringLiteral("own.safetensors")).toStdString();
        edited.data = "cifar-10";
        Q_EMIT probe().find<SetupPanel>()->specEdited(edited);
        QCOMPARE(session->spec().model, edited.model);
    }

    void aSetIsFetchedAndOffered() {
        ExperimentSpec spec = quickExperiment();
        spec.data = "cifar-10";
        probe().session()->setSpec(spec);
        QTRY_VERIFY(!probe().find<SetupPanel>()->dataButton()->isHidden());
        QVERIFY(probe().find<MessageStrip>()->text().startsWith(
            QStringLiteral("CIFAR-10 is not on this machine.")));
        QVERIFY(probe().find<SetupPanel>()->hint()->hint().contains(
            probe().find<SetupPanel>()->dataButton()->text()));
        probe().find<SetupPanel>()->dataButton()->click();
        DataWindow* sets = probe().find<DataWindow>();
        QCOMPARE(sets->selected(), QStringLiteral("cifar-10"));
        QVERIFY(!sets->downloadButton()->isEnabled()); // the terms first
        sets->acceptBox()->click();
        QVERIFY(sets->downloadButton()->isEnabled());
        sets->downloadButton()->click();
        QVERIFY(!sets->cancelButton()->isHidden());
        QVERIFY(!sets->downloadButton()->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(sets->status(), QStringLiteral("CIFAR-10 is in %1.").arg(home()),
                                  patience_ms);
        QVERIFY(QFile::exists(home() + QStringLiteral("/test_batch.bin")));
        QVERIFY(!QFile::exists(home() + QStringLiteral(".part")));
        // Nothing has to be named: the set-up finds it.
        QTRY_VERIFY(probe().find<SetupPanel>()->dataButton()->isHidden());
        QVERIFY(probe().find<SetupPanel>()->hint()->hint().startsWith(QStringLiteral("Press Run.")));
        QTRY_COMPARE(choiceText("cifar-10"), QStringLiteral("CIFAR-10"));
        QTRY_VERIFY(sets->downloadButton()->isHidden() && sets->useButton()->isEnabled());
        QVERIFY(probe().session()->spec().data_dir.empty());
        probe().session()->setSpec(quickExperiment());
        sets->useButton()->click();
        QCOMPARE(probe().session()->spec().data, std::string("cifar-10"));
    }

    void termsAreAcceptedOnce() {
        DataWindow* sets = openSets(QStringLiteral("cifar-10"));
        sets->acceptBox()->click();
        sets->downloadButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(home()), patience_ms);
        QTRY_VERIFY(!probe().find<DataController>()->fetches()->isRunning());
        QDir(home()).removeRecursively();
        openWindow();
        sets = openSets(QStringLiteral("cifar-10"));
        QTRY_VERIFY(!sets->downloadButton()->isHidden() && sets->downloadButton()->isEnabled());
        QVERIFY(sets->acceptBox()->isHidden());
        sets->select(QStringLiteral("cifar-100")); // another set, other terms
        QVERIFY(!sets->acceptBox()->isHidden() && !sets->downloadButton()->isEnabled());
    }

    void aDownloadIsStoppedAndGoesOn() {
        constexpr int arrived = 100'000;
        ServerManners manners;
        manners.silent_after = arrived;
        serveCifar(manners);
        DataWindow* sets = openSets(QStringLiteral("cifar-10"));
        sets->acceptBox()->click();
        sets->downloadButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            sets->status().startsWith(QStringLiteral("Getting cifar.tar.gz: 98 KiB of ")), patience_ms);
        // Meanwhile the window works: another set can be looked at.
        sets->select(QStringLiteral("imagenet"));
        QVERIFY(sets->description().contains(QStringLiteral("image-net.org")));
        sets->select(QStringLiteral("cifar-10"));
        sets->cancelButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!probe().find<DataController>()->fetches()->isRunning(), patience_ms);
        QVERIFY2(sets->status().contains(QStringLiteral("stopped")), qPrintable(sets->status()));
        QVERIFY(!QFile::exists(home()));
        QVERIFY(sets->cancelButton()->isHidden());
        // Looked at again, it says how much is there already.
        sets->select(QStringLiteral("imagenet"));
        sets->select(QStringLiteral("cifar-10"));
        QVERIFY2(sets->status().startsWith(QStringLiteral("98 KiB of ")), qPrintable(sets->status()));
        sets->downloadButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(home() + QStringLiteral("/test_batch.bin")), patience_ms);
        QCOMPARE(server_->ranges().last(), QStringLiteral("bytes=%1-").arg(arrived));
    }

    void faultsAreToldAndNothingIsLeft() {
        const QString wrong(64, QLatin1Char('0'));
        serveCifar({}, wrong);
        DataWindow* sets = openSets(QStringLiteral("cifar-10"));
        sets->acceptBox()->click();
        sets->downloadButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(sets->status().contains(QStringLiteral("expected the SHA-256 ") + wrong),
                                 patience_ms);
        QVERIFY(!QFile::exists(home()));
        ServerManners gone;
        gone.status = 404;
        serveCifar(gone);
        QTRY_VERIFY(sets->downloadButton()->isEnabled());
        sets->downloadButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(sets->status().contains(QStringLiteral("status 404")), patience_ms);
        // With the window of data sets closed, the main window tells it.
        sets->close();
        probe().find<DataController>()->fetches()->fetch(QStringLiteral("cifar-10"));
        QTRY_VERIFY_WITH_TIMEOUT(probe().find<MessageStrip>()->text().contains(QStringLiteral("status 404")),
                                 patience_ms);
    }

    void aFolderIsNamedOnce() {
        write(QStringLiteral("disk/cifar/test_batch.bin"), QByteArray(3073, '\1'));
        write(QStringLiteral("wrong/test_batch.bin"), QByteArray(99, '\1'));
        DataWindow* sets = openSets(QStringLiteral("cifar-10"));
        answer_ = path("wrong");
        sets->folderButton()->click();
        QTRY_VERIFY2(sets->status().contains(QStringLiteral("3073 bytes")), qPrintable(sets->status()));
        QVERIFY(choiceText("cifar-10").contains(QStringLiteral("not here")));
        answer_ = path("disk/cifar");
        sets->folderButton()->click();
        QTRY_COMPARE(choiceText("cifar-10"), QStringLiteral("CIFAR-10"));
        QTRY_VERIFY(sets->description().contains(answer_));

        answer_.clear(); // whoever asks now gets no answer
        openWindow();
        ExperimentSpec fitting = probe().session()->spec();
        fitting.model = "cifar-resnet-gn"; // so that nothing has to be said about the model
        probe().session()->setSpec(fitting);
        choose(QStringLiteral("cifar-10"));
        QTRY_COMPARE(choiceText("cifar-10"), QStringLiteral("CIFAR-10"));
        QVERIFY(probe().find<SetupPanel>()->dataButton()->isHidden());
        QVERIFY(probe().find<MessageStrip>()->text().isEmpty());
        QVERIFY(probe().session()->spec().data_dir.empty());

        sets = openSets(QStringLiteral("cifar-10"));
        QTRY_VERIFY(!sets->forgetButton()->isHidden());
        sets->forgetButton()->click();
        QTRY_VERIFY(choiceText("cifar-10").contains(QStringLiteral("not here")));
        QTRY_VERIFY(!probe().find<SetupPanel>()->dataButton()->isHidden());
        QVERIFY(QFile::exists(path("disk/cifar/test_batch.bin")));
    }

    void whatIsAssumedAndLeftOutIsTold() {
        const auto line = [&](const char* name) {
            return window_->findChild<NoticeLine*>(QLatin1String(name));
        };
        QTRY_VERIFY(!probe().find<SetupPanel>()->isHidden());
        QVERIFY(line("modelNotices")->isHidden());
        const QString model = path("plain.safetensors");
        writeWithoutCard(QStringLiteral(LAB_SOURCE_DIR "/resources/models/resnet-gn.safetensors"), model);
        for (const char* name : {"pics/bag/one.png", "pics/coat/one.png"}) {
            QDir().mkpath(QFileInfo(path(QLatin1String(name))).path());
            QImage picture(28, 28, QImage::Format_Grayscale8);
            picture.fill(Qt::gray);
            QVERIFY(picture.save(path(QLatin1String(name))));
        }
        write(QStringLiteral("pics/bag/notes.xyz"), "no picture");
        ExperimentSpec spec = quickExperiment();
        spec.model = model.toStdString();
        spec.data = "folder";
        spec.data_dir = path("pics").toStdString();
        Q_EMIT probe().find<SetupPanel>()->specEdited(spec);
        QTRY_VERIFY(!line("modelNotices")->isHidden());
        QVERIFY2(line("modelNotices")->text().contains(QStringLiteral("assumed")),
                 qPrintable(line("modelNotices")->text()));
        line("modelNotices")->findChild<QToolButton*>()->click();
        const auto* dialog = window_->findChild<QDialog*>(QStringLiteral("findings"));
        QVERIFY(dialog != nullptr);
        QStringList words;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            words.append(label->text());
        const QString all = words.join(QLatin1Char('\n'));
        for (const char* expected : {"ResNet-14, GroupNorm", "8 groups assumed", "--groups", "--mean"})
            QVERIFY2(all.contains(QLatin1String(expected)), qPrintable(all));
        spec.model = "resnet-gn";
        Q_EMIT probe().find<SetupPanel>()->specEdited(spec);
        QTRY_VERIFY(line("modelNotices")->isHidden());
        QTRY_VERIFY2(line("dataNotices")->text().contains(QStringLiteral("2 classes matched by name")) ||
                         line("dataNotices")->text().contains(QStringLiteral("notes")),
                     qPrintable(line("dataNotices")->text()));
    }

    void onesOwnPicturesKeepTheirFolder() {
        QDir().mkpath(path("holiday"));
        QImage picture(20, 20, QImage::Format_RGB32);
        picture.fill(Qt::gray);
        QVERIFY(picture.save(path("holiday/one.png")));
        choose(QStringLiteral("pictures"));
        QTRY_VERIFY(!probe().find<SetupPanel>()->dataButton()->isHidden());
        QVERIFY(probe().find<MessageStrip>()->text().contains(QStringLiteral("no folder is named")));
        // These have no labels: the scenario is one that needs none.
        QVERIFY(probe().session()->spec().stream.scenario == ScenarioKind::mild);
        answer_ = path("holiday");
        probe().find<SetupPanel>()->dataButton()->click();
        QTRY_COMPARE(probe().session()->spec().data_dir, answer_.toStdString());
        QTRY_COMPARE(probe().find<SetupPanel>()->dataButton()->text(), QStringLiteral("holiday"));
        choose(QStringLiteral("fashion-mnist"));
        QVERIFY(probe().session()->spec().data_dir.empty());
        choose(QStringLiteral("pictures"));
        QCOMPARE(probe().session()->spec().data_dir, answer_.toStdString());
    }

  private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<HttpServer> server_;
    std::unique_ptr<MainWindow> window_;
    QString answer_;
};

QTEST_MAIN(TestUiData)
#include "test_ui_data.moc"
