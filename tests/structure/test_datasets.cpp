#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

/// The manifests in datasets/ against themselves and against the files that the distribution installs.
class TestDatasets : public QObject {
    Q_OBJECT

    QJsonObject manifest_;

  private Q_SLOTS:
    void initTestCase() {
        QFile file(QStringLiteral(LAB_SOURCE_DIR "/datasets/fashion-mnist.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonParseError fault;
        manifest_ = QJsonDocument::fromJson(file.readAll(), &fault).object();
        QCOMPARE(fault.errorString(), QStringLiteral("no error occurred"));
    }

    void the_manifest_says_where_from_and_under_which_licence() {
        for (const char* field : {"title", "homepage", "licence", "citation", "debian_package", "how_to_get"})
            QVERIFY2(!manifest_.value(QLatin1String(field)).toString().isEmpty(), field);
        QCOMPARE(manifest_.value("files").toArray().size(), 4);
        for (const QJsonValue file : manifest_.value("files").toArray()) {
            const QString name = file.toObject().value("name").toString();
            QVERIFY2(file.toObject().value("address").toString().endsWith('/' + name), qPrintable(name));
        }
    }

    void the_installed_files_have_the_checksums() {
        const QString folder = manifest_.value("debian_folder").toString();
        if (!QFileInfo::exists(folder))
            QSKIP("the package dataset-fashion-mnist is not installed");
        for (const QJsonValue value : manifest_.value("files").toArray()) {
            const QJsonObject expected = value.toObject();
            QFile file(folder + '/' + expected.value("name").toString());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            QCOMPARE(file.size(), expected.value("bytes").toInteger());
            QCryptographicHash hash(QCryptographicHash::Sha256);
            QVERIFY(hash.addData(&file));
            QCOMPARE(QString::fromLatin1(hash.result().toHex()), expected.value("sha256").toString());
        }
    }
};

QTEST_GUILESS_MAIN(TestDatasets)
#include "test_datasets.moc"
