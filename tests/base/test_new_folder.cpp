#include "core/base/atomic_file.h"
#include "core/base/new_folder.h"
#include "tests/support/test_files.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <stdexcept>

using namespace lab;
namespace fs = std::filesystem;

namespace {

void two_files(const fs::path& folder) {
    write_file_atomically(folder / "a", "1");
    write_file_atomically(folder / "b", "2");
}

QStringList entries(const QString& folder) {
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

class TestNewFolder : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_folder_is_there_with_all_it_holds() {
        for (const char* name : {"model", "model/", "deep/er/model", "./model", "empty", "empty/"}) {
            QTemporaryDir scratch;
            QDir(scratch.path()).mkdir("empty");
            const fs::path folder = scratch.path().toStdString() + "/" + name;
            expect_new_folder(folder);
            QVERIFY2(std::string(name).starts_with("empty") || !fs::exists(folder), name);
            write_new_folder(folder, two_files);
            QCOMPARE(entries(QString::fromStdString(folder.string())), (QStringList{"a", "b"}));
            QVERIFY(!entries(scratch.path()).join(' ').contains(".collapse-lab"));
        }
    }

    void a_fault_leaves_nothing() {
        QTemporaryDir scratch;
        const fs::path folder = scratch.filePath("model").toStdString();
        const std::string said = test_files::sentence_of([&] {
            write_new_folder(folder, [](const fs::path& place) {
                two_files(place);
                throw std::runtime_error("the disk is full");
            });
        });
        QCOMPARE(said, std::string("the disk is full"));
        QVERIFY(entries(scratch.path()).isEmpty());
    }

    void what_is_there_stays() {
        QTemporaryDir scratch;
        const QString full = scratch.filePath("full"), file = scratch.filePath("file");
        QDir(scratch.path()).mkdir("full");
        write_file_atomically(full.toStdString() + "/mine", "x");
        write_file_atomically(file.toStdString(), "x");
        for (const QString& name : {full, full + "/", file, file + "/deeper", QString()})
            for (const bool writes : {false, true}) {
                const std::string said = test_files::sentence_of([&] {
                    if (writes)
                        write_new_folder(name.toStdString(), two_files);
                    else
                        expect_new_folder(name.toStdString());
                });
                QVERIFY2(said != "nothing was thrown", qPrintable(name));
            }
        QVERIFY(test_files::sentence_of([&] {
                    expect_new_folder(full.toStdString());
                }).ends_with("expected a new or an empty folder, found one that holds files"));
        QCOMPARE(entries(full), QStringList{"mine"});
        QCOMPARE(entries(scratch.path()), (QStringList{"file", "full"}));
    }
};

QTEST_GUILESS_MAIN(TestNewFolder)
#include "test_new_folder.moc"
