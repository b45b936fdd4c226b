#include "core/dataset/stage_data.h"
#include "core/fetch/fetch_cancelled.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <filesystem>
#include <thread>

using namespace lab;
namespace fs = std::filesystem;

/// A data set's copy on the node's own disk.
class TestStageData : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    fs::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }
    static StagedData stage(const fs::path& from, const fs::path& to) {
        return stage_data("folder", from.native(), to, [](const std::string&) { return true; });
    }
    fs::path pictures(const char* name) const {
        const fs::path folder = path(name);
        for (const char* label : {"cat", "dog/deep", "empty"})
            fs::create_directories(folder / label);
        test_files::write(folder / "cat" / "1.png", test_files::Bytes(3'000'000, 7));
        test_files::write(folder / "dog" / "deep" / "2.png", {1, 2, 3});
        test_files::write(folder / "labels.txt", {});
        return folder;
    }

  private Q_SLOTS:

    void a_copy_is_made_once_and_is_the_same() {
        const fs::path from = pictures("from"), to = path("node/disk");
        const StagedData first = stage(from, to);
        QVERIFY(first.copied);
        QCOMPARE(first.files, std::int64_t(3));
        QCOMPARE(first.bytes, std::int64_t(3'000'003));
        QCOMPARE(first.folder.filename().native(), std::string("from"));
        QVERIFY(first.folder.native().starts_with(to.native()));
        for (const char* file : {"cat/1.png", "dog/deep/2.png", "labels.txt"})
            QVERIFY2(test_files::read(first.folder / file) == test_files::read(from / file), file);
        QCOMPARE(fs::last_write_time(first.folder / "cat/1.png"), fs::last_write_time(from / "cat/1.png"));
        const StagedData again = stage(from, to);
        QVERIFY(!again.copied);
        QCOMPARE(again.folder, first.folder);
    }

    void a_copy_that_is_not_whole_is_made_anew() {
        const fs::path from = pictures("broken"), to = path("disk1");
        const fs::path copy = stage(from, to).folder;
        fs::resize_file(copy / "cat/1.png", 10);
        QVERIFY(stage(from, to).copied);
        QCOMPARE(fs::file_size(copy / "cat/1.png"), std::uintmax_t(3'000'000));
        fs::remove(copy / "labels.txt");
        QVERIFY(stage(from, to).copied);
        QVERIFY(fs::exists(copy / "labels.txt"));
        fs::remove(copy.parent_path() / "complete.txt"); // as of a task that was killed
        QVERIFY(stage(from, to).copied);
        QVERIFY(!stage(from, to).copied);
    }

    void another_content_is_another_copy() {
        const fs::path from = pictures("content"), to = path("disk2");
        const fs::path first = stage(from, to).folder;
        test_files::write(from / "dog/deep/2.png", {1, 2, 3, 4});
        const StagedData second = stage(from, to);
        QVERIFY(second.copied && second.folder != first);
        QCOMPARE(fs::file_size(second.folder / "dog/deep/2.png"), std::uintmax_t(4));
        QCOMPARE(fs::file_size(first / "dog/deep/2.png"), std::uintmax_t(3));
    }

    void of_several_tasks_one_copies_and_the_others_wait() {
        const fs::path from = pictures("shared"), to = path("disk3");
        std::atomic<int> copied = 0, waited = 0;
        const auto task = [&] {
            const StagedData data = stage_data("folder", from.native(), to, [&](const std::string& text) {
                if (text.starts_with("waiting"))
                    ++waited;
                else
                    std::this_thread::sleep_for(std::chrono::milliseconds(50));
                return true;
            });
            copied += data.copied ? 1 : 0;
        };
        std::vector<std::thread> tasks;
        for (int i = 0; i < 4; ++i)
            tasks.emplace_back(task);
        for (std::thread& one : tasks)
            one.join();
        QCOMPARE(copied.load(), 1);
        QVERIFY(waited > 0);
    }

    void a_signal_ends_it_and_the_next_call_goes_on() {
        const fs::path from = pictures("cut"), to = path("disk4");
        QVERIFY_EXCEPTION_THROWN(
            stage_data("folder", from.native(), to, [](const std::string&) { return false; }),
            FetchCancelled);
        QVERIFY(stage(from, to).copied);
    }

    void what_cannot_be_staged_is_told() {
        const auto said = [&](const fs::path& from, const fs::path& to) {
            return test_files::sentence_of([&] { stage(from, to); });
        };
        QVERIFY(said(path("absent"), path("disk5")).find("absent") != std::string::npos);
        QVERIFY(said(pictures("well"), "/dev/null/disk").find("/dev/null/disk") != std::string::npos);
        fs::create_directories(path("nothing/in/it"));
        QVERIFY(said(path("nothing"), path("disk6")).find("expected the files of folder, found none") !=
                std::string::npos);
        test_files::write(path("file"), {1});
        QVERIFY(said(pictures("well"), path("file")).find("expected a folder") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestStageData)
#include "test_stage_data.moc"
