#include "core/fetch/bytes_text.h"
#include "core/fetch/fetch.h"
#include "core/fetch/fetch_pace.h"
#include "tests/fetch/archives.h"
#include "tests/fetch/http_server.h"
#include "tests/support/test_files.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>

namespace fs = std::filesystem;

/// Whole data sets, from a server on this machine to their folder.
class TestFetch : public QObject {
    Q_OBJECT

    HttpServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_path, m_target, m_part;

    QByteArray archive(const std::vector<archives::Entry>& entries) const {
        archives::write_tar(m_path / "made.tar.gz", entries);
        const auto bytes = test_files::read(m_path / "made.tar.gz");
        fs::remove(m_path / "made.tar.gz");
        return QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
    }
    lab::ManifestFile serve(const QString& name, const QByteArray& content, bool unpack,
                            const ServerManners& manners = {}) {
        m_server.put(name, content, manners);
        lab::ManifestFile file;
        file.name = name.toStdString();
        file.address = m_server.address(file.name);
        file.bytes = content.size();
        file.sha256 = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().toStdString();
        file.unpack = unpack;
        return file;
    }
    static lab::Manifest manifest(const std::vector<lab::ManifestFile>& files) {
        return {"set", "The set", "free", "us", "", "ask the authors.", files, {}};
    }
    std::string fetched(const lab::Manifest& wanted) const {
        return test_files::sentence_of([&] { lab::fetch(wanted, m_target); });
    }
    std::string text(const fs::path& file) const {
        const auto bytes = test_files::read(m_target / file);
        return {bytes.begin(), bytes.end()};
    }
    const std::string nothing = "nothing was thrown";

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->path().toStdString();
        m_target = m_path / "home" / "set";
        m_part = m_path / "home" / "set.part";
    }

    void plain_files_stay_as_they_are() {
        const auto wanted = manifest({serve("a.gz", "first", false), serve("b.gz", "second", false)});
        std::vector<lab::FetchProgress> news;
        const lab::FetchResult result = lab::fetch(wanted, m_target, [&](const lab::FetchProgress& progress) {
            news.push_back(progress);
            return true;
        });
        QCOMPARE(result.folder, m_target);
        QVERIFY(result.unverified.empty());
        QCOMPARE(text("a.gz"), std::string("first"));
        QCOMPARE(text("b.gz"), std::string("second"));
        QVERIFY(!fs::exists(m_part));
        QVERIFY(!news.empty());
        QCOMPARE(news.back().file, std::string("b.gz"));
        QCOMPARE(news.back().number, 2);
        QCOMPARE(news.back().count, 2);
        QCOMPARE(news.back().phase, lab::FetchPhase::verify);
        QCOMPARE(news.back().bytes, std::int64_t(6));
    }

    void an_archives_only_folder_is_left_out() {
        const auto wanted = manifest(
            {serve("set.tar.gz", archive({{"CIFAR/labels.npy", "labels"}, {"CIFAR/fog.npy", "fog"}}), true)});
        QCOMPARE(fetched(wanted), nothing);
        QCOMPARE(text("labels.npy"), std::string("labels"));
        QCOMPARE(text("fog.npy"), std::string("fog"));
        QVERIFY(!fs::exists(m_target / "set.tar.gz"));
    }

    void several_archives_become_one_folder() {
        const auto wanted = manifest(
            {serve("noise.tar.gz", archive({{"shot_noise/5/x", "s"}}), true),
             serve("blur.tar.gz", archive({{"zoom_blur/5/x", "z"}, {"glass_blur/5/x", "g"}}), true)});
        QCOMPARE(fetched(wanted), nothing);
        QCOMPARE(text("shot_noise/5/x") + text("zoom_blur/5/x") + text("glass_blur/5/x"), std::string("szg"));
    }

    void goes_on_after_an_interruption() {
        const QByteArray first = archive({{"a/x", std::string(200'000, 'q')}}), second(50'000, 'r');
        const auto wanted = manifest({serve("first.tar.gz", first, true), serve("second", second, false)});
        int calls = 0;
        // Gives up in the middle of the second file.
        QVERIFY_EXCEPTION_THROWN(lab::fetch(wanted, m_target,
                                            [&](const lab::FetchProgress& news) {
                                                ++calls;
                                                return news.number < 2;
                                            }),
                                 lab::FetchCancelled);
        QVERIFY(calls > 0 && !fs::exists(m_target) && fs::exists(m_part));
        const std::int64_t arrived = lab::partly_fetched(wanted, m_target);
        QVERIFY(arrived >= first.size() && arrived <= first.size() + second.size());
        const auto asked = m_server.ranges().size();
        QCOMPARE(fetched(wanted), nothing);
        QCOMPARE(m_server.ranges().size(), asked + 1); // the first is not asked for again
        QCOMPARE(text("a/x").size(), std::size_t(200'000));
        QCOMPARE(text("second").size(), std::size_t(50'000));
        QCOMPARE(lab::partly_fetched(wanted, m_target), std::int64_t(0));
    }

    void the_time_left_follows_the_pace_of_the_phase() {
        const auto start = lab::FetchPace::Clock::now();
        const auto after = [&](int seconds) { return start + std::chrono::seconds(seconds); };
        lab::FetchPace pace;
        lab::FetchProgress news{lab::FetchPhase::download, "a", 1, 2, 1000, 5000};
        QCOMPARE(pace.seconds_left(news, start), 0.0);
        news.bytes = 1500;
        QCOMPARE(pace.seconds_left(news, after(1)), 0.0); // too early to tell
        news.bytes = 2000;                                // 1000 in 4 s, what was there before not counted
        QCOMPARE(pace.seconds_left(news, after(4)), 12.0);
        news.phase = lab::FetchPhase::verify;
        news.bytes = 0;
        QCOMPARE(pace.seconds_left(news, after(10)), 0.0);
        news.bytes = 2500;
        QCOMPARE(pace.seconds_left(news, after(15)), 5.0);
        news.total = 0;
        QCOMPARE(pace.seconds_left(news, after(20)), 0.0);
    }

    void sizes_for_people() {
        QCOMPARE(lab::bytes_text(29'491), std::string("29 KiB"));
        QCOMPARE(lab::bytes_text(170'052'171), std::string("162 MiB"));
        QCOMPARE(lab::bytes_text(22'565'673'785), std::string("21.0 GiB"));
    }

    void a_part_from_before_is_used() {
        const QByteArray content(50'000, 'r');
        const auto wanted = manifest({serve("file", content, false)});
        fs::create_directories(m_part);
        test_files::write(m_part / "file.part", std::vector<std::uint8_t>(20'000, 'r'));
        QCOMPARE(fetched(wanted), nothing);
        QCOMPARE(m_server.ranges().last(), QString("bytes=20000-"));
        QCOMPARE(text("file").size(), std::size_t(50'000));
    }

    void a_wrong_checksum_names_both() {
        auto file = serve("file", "abc", false);
        file.sha256 = std::string(64, '0');
        QCOMPARE(fetched(manifest({file})),
                 file.address + ": the file is not the published one: expected the SHA-256 " + file.sha256 +
                     ", found ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QVERIFY(!fs::exists(m_target) && !fs::exists(m_part / "file.part"));
        file.sha256.clear();
        file.md5 = "900150983cd24fb0d6963f7d28e17f72";
        QCOMPARE(fetched(manifest({file})), nothing);
        QCOMPARE(text("file"), std::string("abc"));
    }

    void without_a_checksum_it_says_so() {
        auto file = serve("file", "abc", false);
        file.sha256.clear();
        file.bytes = 0;
        const lab::FetchResult result = lab::fetch(manifest({file}), m_target);
        QCOMPARE(result.unverified, std::vector<std::string>{"file"});
    }

    void an_archive_that_leads_out_leaves_nothing() {
        const auto wanted =
            manifest({serve("evil.tar.gz", archive({{"a", "a"}, {"../../evil", "e"}}), true)});
        QCOMPARE(fetched(wanted),
                 (m_part / "evil.tar.gz").string() +
                     ": cannot be unpacked: it holds \"../../evil\", which leads out of the folder");
        QVERIFY(!fs::exists(m_target) && !fs::exists(m_path / "evil") && !fs::exists(m_path / "home/evil"));
    }

    void what_is_there_is_not_touched() {
        fs::create_directories(m_target);
        test_files::write(m_target / "mine", {'m'});
        const auto wanted = manifest({serve("file", "abc", false)});
        QCOMPARE(fetched(wanted),
                 m_target.string() + ": expected no such folder, or an empty one; name another");
        QCOMPARE(text("mine"), std::string("m"));
        fs::remove(m_target / "mine");
        QCOMPARE(fetched(wanted), nothing);
    }

    void sets_that_cannot_be_had() {
        QCOMPARE(fetched(manifest({})), std::string("The set cannot be downloaded freely: ask the authors."));
        auto file = serve("file", "abc", false);
        file.bytes = std::int64_t{1} << 49;
        const std::string sentence = fetched(manifest({file}));
        QVERIFY2(sentence.starts_with(m_part.string() + ": the disk has room for "), sentence.c_str());
        QVERIFY(sentence.ends_with("The set needs 524288.0 GiB or more"));
        const auto gone = serve("gone", "abc", false, {true, true, 404, {}, {}});
        QCOMPARE(fetched(manifest({gone})),
                 gone.address + ": the server answered with status 404 (there is no such file)");
        QVERIFY(!fs::exists(m_part)); // nothing has arrived
        fs::create_directories(m_part / "content");
        test_files::write(m_part / "somebody's", {'x'});
        QVERIFY(fetched(manifest({gone})).starts_with(gone.address));
        QVERIFY(fs::exists(m_part / "somebody's"));
        test_files::write(m_path / "file", {'x'});
        QVERIFY(test_files::sentence_of([&] {
                    lab::fetch(manifest({gone}), m_path / "file" / "set");
                }).starts_with((m_path / "file" / "set.part").string()));
    }
};

QTEST_GUILESS_MAIN(TestFetch)
#include "test_fetch.moc"
