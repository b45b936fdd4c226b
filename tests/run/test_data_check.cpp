#include "core/dataset/data.h"
#include "core/image/image_file.h"
#include "tests/dataset/npy_files.h"
#include "tests/support/small_data.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace lab;
namespace fs = std::filesystem;

/// The cheap check before a run: it agrees with what opening the set says, wherever names, sizes and headers
/// decide.
class TestDataCheck : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    fs::path path(const std::string& name) const { return m_folder.filePath(name.c_str()).toStdString(); }
    ExperimentSpec spec_on(const std::string& data, const std::string& folder) const {
        ExperimentSpec spec;
        spec.data = data;
        spec.data_dir = path(folder).string();
        return spec;
    }
    void put(const std::string& file, const test_files::Bytes& bytes) const {
        fs::create_directories(path(file).parent_path());
        test_files::write(path(file), bytes);
    }
    void put_picture(const std::string& file) const {
        fs::create_directories(path(file).parent_path());
        write_png(test_files::picture(9, 9, 3), path(file));
    }
    static std::string checked(const ExperimentSpec& spec) {
        return test_files::sentence_of([&] { check_data(spec); });
    }
    static std::string opened(const ExperimentSpec& spec) {
        return test_files::sentence_of([&] { open_data(spec); });
    }
    const std::string nothing = "nothing was thrown";

  private Q_SLOTS:
    void init() {
        qputenv("XDG_DATA_HOME", (m_folder.path() + "/home").toUtf8());
        qunsetenv("LAB_DATA_DIR");
    }

    void sets_that_are_well() {
        test_data::write_fashion_mnist(path("idx"), 10, 12);
        put("cifar10/test_batch.bin", test_files::Bytes(2 * 3073, 1));
        put("cifar100/test.bin", test_files::Bytes(3074, 1));
        const auto labels =
            test_files::npy_bytes(test_files::npy_header("|u1", "(10,)"), {0, 1, 0, 1, 0, 1, 0, 1, 0, 1});
        put("cifar-c/labels.npy", labels);
        put_picture("classes/a/x.png");
        put_picture("published/blur/zoom_blur/3/n01440764/x.png");
        put_picture("plain/x.png");
        for (const auto& [data, folder] :
             {std::pair{"fashion-mnist", "idx"}, std::pair{"mnist-idx", "idx"},
              std::pair{"cifar-10", "cifar10"}, std::pair{"cifar-100", "cifar100"},
              std::pair{"cifar-10-c", "cifar-c"}, std::pair{"cifar-100-c", "cifar-c"},
              std::pair{"folder", "classes"}, std::pair{"pictures", "plain"}}) {
            QCOMPARE(checked(spec_on(data, folder)), nothing);
            QCOMPARE(opened(spec_on(data, folder)), nothing);
        }
        // Its mark is another corruption than the one that is there; the folder is asked directly.
        fs::create_directories(path("published/blur/defocus_blur"));
        QCOMPARE(checked(spec_on("imagenet-c", "published")), nothing);
    }

    void sets_that_are_not() {
        fs::create_directories(path("empty"));
        fs::create_directories(path("hollow/a"));
        put("text/a/x.png", {'n', 'o'});
        put("bare/x.jpg", {'n', 'o'});
        put("short/test_batch.bin", test_files::Bytes(3000, 1));
        put("short/test.bin", {});
        put("letters/t10k-images-idx3-ubyte", {'l', 'e', 't', 't', 'e', 'r', 's', '!'});
        put("letters/t10k-labels-idx1-ubyte", test_files::idx_bytes({2049, 1}, {0}));
        put("letters/labels.npy", {'n', 'o'});
        fs::create_directories(path("letters/fog"));
        fs::create_directories(path("letters/snow"));
        for (const auto& [data, folder] :
             {std::pair{"fashion-mnist", "empty"}, std::pair{"fashion-mnist", "letters"},
              std::pair{"mnist-idx", "empty"}, std::pair{"mnist-idx", "letters"},
              std::pair{"cifar-10", "short"}, std::pair{"cifar-100", "short"},
              std::pair{"cifar-10-c", "letters"}, std::pair{"imagenet-c", "letters"},
              std::pair{"folder", "nowhere"}, std::pair{"folder", "empty"}, std::pair{"folder", "hollow"},
              std::pair{"pictures", "empty"}, std::pair{"pictures", "nowhere"}}) {
            QVERIFY2(checked(spec_on(data, folder)) != nothing, folder);
            QCOMPARE(checked(spec_on(data, folder)), opened(spec_on(data, folder)));
        }
        // Files that only look like pictures are no pictures for either.
        for (const auto& [data, folder] : {std::pair{"folder", "text"}, std::pair{"pictures", "bare"}})
            QVERIFY(opened(spec_on(data, folder)).starts_with(checked(spec_on(data, folder)).substr(0, 60)));
    }

    void pointing_at_a_folder_checks_it_first() {
        put("right/test_batch.bin", test_files::Bytes(3073, 1));
        put("wrong/test_batch.bin", test_files::Bytes(3000, 1));
        QVERIFY(test_files::sentence_of([&] {
                    point_at_data("cifar-10", path("wrong").string());
                }).find("expected whole records of 3073 bytes") != std::string::npos);
        QCOMPARE(data_folder("cifar-10"), std::string());
        point_at_data("cifar-10", path("right").string());
        QCOMPARE(data_folder("cifar-10"), path("right").string());
        point_at_data("cifar-10", {});
        QCOMPARE(data_folder("cifar-10"), std::string());
    }
};

QTEST_GUILESS_MAIN(TestDataCheck)
#include "test_data_check.moc"
