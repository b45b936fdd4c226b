#include "tests/fuzz/entries.h"
#include "tests/support/test_files.h"

#include <QtTest>

#include <filesystem>
#include <map>

namespace fs = std::filesystem;

/// The fuzzer's corpus, and what it once found, through the same entries, with every build.
class TestFuzzCorpus : public QObject {
    Q_OBJECT

    using Entry = void (*)(fuzz::Bytes);

    static const std::map<std::string, Entry>& entries() {
        static const std::map<std::string, Entry> all = {{"assignments", fuzz::assignments},
                                                         {"cifar", fuzz::cifar},
                                                         {"idx", fuzz::idx},
                                                         {"link", fuzz::link},
                                                         {"npy", fuzz::npy},
                                                         {"picture", fuzz::picture},
                                                         {"pth", fuzz::pth},
                                                         {"questions", fuzz::questions},
                                                         {"recording", fuzz::recording},
                                                         {"safetensors", fuzz::safetensors},
                                                         {"spec", fuzz::spec},
                                                         {"tokenizer", fuzz::tokenizer}};
        return all;
    }

  private Q_SLOTS:
    void replays_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("file");
        for (const auto& [kind, entry] : entries())
            for (const auto& file :
                 fs::directory_iterator(fs::path(LAB_SOURCE_DIR "/tests/fuzz/corpus") / kind))
                QTest::newRow((kind + " " + file.path().filename().string()).c_str())
                    << QString::fromStdString(kind) << QString::fromStdString(file.path().string());
    }
    void replays() {
        QFETCH(QString, kind);
        QFETCH(QString, file);
        const Entry entry = entries().at(kind.toStdString());
        const auto bytes = test_files::read(file.toStdString());
        QVERIFY2(bytes.size() < 4096, "the corpus is kept small");
        entry(bytes); // an exception or a crash is the failure
        // Cut at every length: files that end early are the most common damage.
        for (std::size_t length = 0; length < bytes.size(); length += 1 + bytes.size() / 200)
            entry(fuzz::Bytes(bytes).first(length));
    }
};

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "test_fuzz_corpus.moc"
