#include "core/dataset/data_memory.h"
#include "core/dataset/data_places.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <QtTest>

namespace fs = std::filesystem;

class TestDataPlaces : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path m_path = m_folder.path().toStdString();

    fs::path put(const fs::path& mark) const {
        fs::create_directories((m_path / mark).parent_path());
        test_files::write(m_path / mark, {});
        return (m_path / mark).parent_path();
    }

  private Q_SLOTS:
    void init() {
        qputenv("XDG_DATA_HOME", (m_folder.path() + "/home").toUtf8());
        qunsetenv("LAB_DATA_DIR");
    }

    void finds_fashion_mnist() {
        const std::string sentence =
            test_files::sentence_of([&] { lab::require_data("fashion-mnist", m_path.string()); });
        QVERIFY(sentence.starts_with("Fashion-MNIST is not in " + m_path.string() +
                                     ": install the Debian package "
                                     "dataset-fashion-mnist"));
        const fs::path inner = put("fashion-mnist/t10k-images-idx3-ubyte.gz");
        QCOMPARE(lab::require_data("fashion-mnist", m_path.string()), inner);
        put("t10k-images-idx3-ubyte");
        QCOMPARE(lab::require_data("fashion-mnist", m_path.string()), m_path);
        qputenv("LAB_DATA_DIR", m_folder.path().toUtf8());
        QCOMPARE(lab::require_data("fashion-mnist"), m_path);
    }

    void the_platforms_folder_is_searched() {
        QCOMPARE(lab::data_home(), m_path / "home" / "collapse-lab");
        QCOMPARE(lab::find_data("cifar-10"), fs::path());
        const std::string sentence = test_files::sentence_of([] { lab::require_data("cifar-10"); });
        QVERIFY(sentence.starts_with("CIFAR-10 is not in " + lab::data_home().string()));
        QVERIFY(sentence.find("collapse-lab-cli fetch cifar-10") != std::string::npos);
        // As the archive unpacks, and as the fetch command places it.
        const fs::path unpacked = put("home/collapse-lab/cifar-10/cifar-10-batches-bin/test_batch.bin");
        QCOMPARE(lab::find_data("cifar-10"), unpacked);
        const fs::path placed = put("home/collapse-lab/cifar-10/test_batch.bin");
        QCOMPARE(lab::find_data("cifar-10"), placed);
        // The variable goes first.
        qputenv("LAB_DATA_DIR", (m_folder.path() + "/chosen").toUtf8());
        QCOMPARE(lab::find_data("cifar-10"), placed);
        QCOMPARE(lab::find_data("cifar-10"), placed);
        const fs::path chosen = put("chosen/test_batch.bin");
        QCOMPARE(lab::find_data("cifar-10"), chosen);
    }

    void a_folder_that_was_pointed_at_is_found_again() {
        QCOMPARE(lab::remembered_data("cifar-100"), fs::path());
        const fs::path place = put("disk one/my cifar/test.bin");
        lab::remember_data("cifar-100", place);
        lab::remember_data("cifar-10-c", put("disk one/corrupted/labels.npy"));
        QCOMPARE(lab::remembered_data("cifar-100"), place);
        QCOMPARE(lab::find_data("cifar-100"), place);
        QCOMPARE(lab::find_data("cifar-10-c"), m_path / "disk one" / "corrupted");
        QCOMPARE(lab::find_data("cifar-100-c"), fs::path());
        QVERIFY(test_files::sentence_of([] {
                    lab::remember_data("cifar-100", "a\nb");
                }).starts_with("A folder with a line break"));
        lab::remember_data("cifar-100", {});
        QCOMPARE(lab::find_data("cifar-100"), fs::path());
        QCOMPARE(lab::find_data("cifar-10-c"), m_path / "disk one" / "corrupted");
        lab::remember_data("cifar-10-c", m_path / "gone");
        QCOMPARE(lab::find_data("cifar-10-c"), fs::path());
    }

    void labels_alone_do_not_tell_the_corrupted_sets_apart() {
        put("some/labels.npy");
        qputenv("LAB_DATA_DIR", (m_folder.path() + "/some").toUtf8());
        QCOMPARE(lab::find_data("cifar-100-c"), fs::path());
        QCOMPARE(lab::find_data("cifar-100-c", (m_path / "some").string()), m_path / "some");
        const fs::path named = put("some/CIFAR-100-C/labels.npy");
        QCOMPARE(lab::find_data("cifar-100-c"), named);
        QCOMPARE(lab::find_data("cifar-10-c"), fs::path());
    }

    void the_users_own_files_have_to_be_named() {
        QCOMPARE(lab::find_data("pictures"), fs::path());
        QCOMPARE(
            test_files::sentence_of([] { lab::require_data("pictures"); }),
            std::string("data_dir: no folder is named; for Folder of pictures name the folder that holds the "
                        "pictures."));
        QCOMPARE(lab::find_data("pictures", m_path.string()), m_path);
        QVERIFY(test_files::sentence_of([&] {
                    lab::require_data("folder", (m_path / "no").string());
                }).starts_with((m_path / "no").string() + ": no such folder; for Folder of class folders"));
    }

    void the_users_own_files_are_remembered() {
        for (const char* id : {"folder", "pictures", "mnist-idx"}) {
            const fs::path place = put("own/x.png");
            lab::remember_data(id, place);
            QCOMPARE(lab::require_data(id), place);
            QCOMPARE(lab::find_data(id, m_path.string()), m_path); // a folder that is named goes first
            lab::remember_data(id, m_path / "gone");
            QVERIFY(test_files::sentence_of([&] {
                        lab::require_data(id);
                    }).starts_with((m_path / "gone").string() + ": no such folder; for "));
            lab::remember_data(id, {});
            QCOMPARE(lab::find_data(id), fs::path());
        }
    }

    void other_versions_of_a_set_are_called_what_they_are() {
        const auto sentence = [&](const std::string& id, const fs::path& place) {
            return test_files::sentence_of([&] { lab::require_data(id, place.string()); });
        };
        for (const auto& [id, file, said] : std::vector<std::array<const char*, 3>>{
                 {"cifar-10", "py/data_batch_1", "version for Python"},
                 {"cifar-100", "py100/test", "version for Python"},
                 {"cifar-10", "tree/test/airplane/x.png", "which data=folder reads"},
                 {"cifar-10", "packed/cifar-10-binary.tar.gz",
                  "\"cifar-10-binary.tar.gz\", an archive that is not"},
                 {"fashion-mnist", "other/some-images", "Found: \"some-images\"."}}) {
            put(file);
            const fs::path place = m_path / *fs::path(file).begin();
            QVERIFY2(sentence(id, place).find(said) != std::string::npos, sentence(id, place).c_str());
        }
        QVERIFY(sentence("cifar-10", m_path / "no").ends_with(" Found: no such folder."));
    }

    void unknown_names_are_refused() {
        const std::string sentence = test_files::sentence_of([] { lab::known_data("mnist"); });
        QVERIFY(sentence.starts_with("data: expected one of fashion-mnist, cifar-10,"));
        QVERIFY(sentence.ends_with("found \"mnist\""));
    }
};

QTEST_GUILESS_MAIN(TestDataPlaces)
#include "test_data_places.moc"
