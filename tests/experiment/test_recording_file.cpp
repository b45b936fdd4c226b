#include "core/experiment/compression.h"
#include "core/experiment/recording_file.h"
#include "core/experiment/share_link.h"
#include "core/experiment/spec_json.h"
#include "tests/image/test_files.h"

#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <limits>

using namespace lab;
using test_files::sentence_of;

namespace {

void write_text(const std::string& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

std::string text_of(const std::string& file) {
    const test_files::Bytes bytes = test_files::read(file);
    return {bytes.begin(), bytes.end()};
}

Recording sample() {
    Recording recording;
    recording.spec = default_experiment();
    recording.spec.lanes[1].name = "α \"quoted\", and more";
    recording.info = {{"Shirt", "Bag"}, "Fashion-MNIST", "ResNet", "CPU, 1 thread", 64, 2, 128};
    for (int step = 1; step <= 2; ++step)
        for (int lane = 0; lane < 3; ++lane) {
            StepRecord record;
            record.lane = lane;
            record.step = step;
            record.images_seen = step * 64;
            record.batch_size = 2;
            record.corruption = "fog";
            record.accuracy = 0.1 * lane + 0.3 * step;
            record.loss = step == 1 ? std::numeric_limits<double>::quiet_NaN() : 1.0 / 3;
            record.predictions = {lane, step};
            record.labels = {-1, 7};
            recording.records.push_back(record);
        }
    recording.events = {{0, EventKind::switch_thrown, 1, 2, "stop-gradient off"},
                        {0, EventKind::collapsed, 0, 2, "Tent has collapsed"},
                        {0, EventKind::pictures_dropped, -1, 2, "2 pictures", {"a.png: no", "b.png: no"}}};
    return recording;
}

bool same(const Recording& a, const Recording& b) {
    return recording_json(a) == recording_json(b);
}

} // namespace

class TestRecordingFile : public QObject {
    Q_OBJECT

    std::string path(const char* name) const {
        return folder_.filePath(QString::fromLatin1(name)).toStdString();
    }

  private Q_SLOTS:
    void aRecordingComesBackAsItWas() {
        const Recording written = sample();
        save_recording(path("run.collapselab"), written);
        const Recording read = load_recording(path("run.collapselab"));
        QVERIFY(same(read, written));
        QVERIFY(read.spec == written.spec);
        QVERIFY(std::isnan(read.records[0].loss));
        QCOMPARE(read.records[3].loss, 1.0 / 3);
        QCOMPARE(read.records[5].labels, (std::vector<int>{-1, 7}));
        QCOMPARE(read.events[0].text, std::string("stop-gradient off"));
        QCOMPARE(read.info.total_images, std::int64_t(128));
    }

    void aFileThatIsCutOffIsRefusedAtEveryLength() {
        save_recording(path("whole.collapselab"), sample());
        const std::string whole = text_of(path("whole.collapselab"));
        for (std::size_t length = 0; length < whole.size(); length += 1 + whole.size() / 60) {
            write_text(path("cut.collapselab"), whole.substr(0, length));
            const std::string sentence = sentence_of([&] { load_recording(path("cut.collapselab")); });
            QVERIFY2(sentence.find("cut.collapselab") != std::string::npos, sentence.c_str());
        }
    }

    void foreignAndDamagedFilesAreRefused_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("expected");
        const auto zipped = [](const std::string& text) {
            return QByteArray::fromStdString(compressed(text, Wrapping::gzip));
        };
        QTest::newRow("text") << QByteArray("hello") << "expected gzip-compressed data";
        QTest::newRow("gzip of something else") << zipped("hello\n") << "line 1";
        QTest::newRow("another program's lines")
            << zipped("{\"type\":\"x\"}\n") << "not the beginning of a recording";
        QTest::newRow("another version")
            << zipped("{\"type\":\"collapse-lab-recording\",\"version\":2}\n") << "expected 1, found 2";
        QTest::newRow("no last line") << zipped(recording_head(default_experiment())) << "cut off";
        QTest::newRow("a lane that is not there")
            << zipped(recording_head(ExperimentSpec{}) + to_json_line(sample().records[0]) + "\n")
            << "line 3: names a lane";
        QTest::newRow("a wrong count") << zipped(recording_head(default_experiment()) +
                                                 "{\"type\":\"end\",\"records\":4,\"events\":0}\n")
                                       << "expects 4 records";
    }

    void foreignAndDamagedFilesAreRefused() {
        QFETCH(QByteArray, content);
        QFETCH(QString, expected);
        write_text(path("bad.collapselab"), content.toStdString());
        const std::string sentence = sentence_of([&] { load_recording(path("bad.collapselab")); });
        QVERIFY2(QString::fromStdString(sentence).contains(expected), sentence.c_str());
    }

    void oneFlippedByteIsNoticed() {
        save_recording(path("flip.collapselab"), sample());
        std::string bytes = text_of(path("flip.collapselab"));
        bytes[bytes.size() / 2] ^= 1;
        write_text(path("flip.collapselab"), bytes);
        QVERIFY(sentence_of([&] { load_recording(path("flip.collapselab")); }) != "nothing was thrown");
    }

    void aFileThatCannotBeWrittenLeavesNothingBehind() {
        const std::string sentence =
            sentence_of([&] { save_recording(path("no/such/run.collapselab"), sample()); });
        QVERIFY2(sentence.find("cannot be written") != std::string::npos, sentence.c_str());
        QVERIFY(!std::filesystem::exists(path("no")));
    }

    void aJournalIsReadUpToItsLastWholeLine() {
        const Recording run = sample();
        std::string text = recording_head(run.spec) + recording_line(run.info) + "\n";
        for (const StepRecord& record : run.records)
            text += to_json_line(record) + "\n";
        const std::size_t whole = text.size();
        text += to_json_line(run.events[0]);
        for (const std::size_t more : {std::size_t(0), std::size_t(1), text.size() - whole}) {
            write_text(path("journal.jsonl"), text.substr(0, whole + more));
            const RecoveredJournal journal = read_journal(path("journal.jsonl"));
            QCOMPARE(journal.recording.records.size(), run.records.size());
            QCOMPARE(journal.recording.events.size(), std::size_t(0));
            QVERIFY(!journal.ended);
        }
        write_text(path("journal.jsonl"), text + "\n" + to_json_line(run.events[1]) + "\n" +
                                              to_json_line(run.events[2]) + "\n" + recording_end(run) + "\n");
        QVERIFY(read_journal(path("journal.jsonl")).ended);
        QVERIFY(same(read_journal(path("journal.jsonl")).recording, run));
    }

    void aJournalTakesLanesThatCameLater() {
        Recording run = sample();
        const std::string head = recording_head(run.spec);
        run.spec.lanes.push_back(make_lane("sar"));
        StepRecord late = run.records.back();
        late.lane = 3;
        write_text(path("fork.jsonl"), head + recording_line(run.spec) + "\n" + to_json_line(late) + "\n");
        QCOMPARE(read_journal(path("fork.jsonl")).recording.records[0].lane, 3);
    }

    void aLinkComesBackAsItWas() {
        ExperimentSpec spec = default_experiment();
        spec.stream.seed = 77;
        spec.data_dir = "/home/me/data";
        const std::string link = share_link(spec);
        QVERIFY(link.starts_with("collapselab:"));
        QVERIFY2(link.size() < 1500, std::to_string(link.size()).c_str());
        std::string wrapped;
        for (std::size_t i = 0; i < link.size(); i += 60)
            wrapped += "  " + link.substr(i, 60) + "\r\n";
        const ExperimentSpec read = spec_from_share_link(wrapped);
        QVERIFY(read.data_dir.empty());
        spec.data_dir.clear();
        QVERIFY(read == spec);
    }

    void badLinksAreRefusedInWords() {
        const std::string link = share_link(default_experiment());
        const auto told = [](const std::string& text, const char* expected) {
            const std::string sentence = sentence_of([&] { spec_from_share_link(text); });
            QVERIFY2(sentence.find(expected) != std::string::npos, sentence.c_str());
        };
        told("", "expected \"collapselab:\"");
        told("https://example.org", "expected \"collapselab:\"");
        told("collapselab:", "nothing stands behind");
        told("collapselab:ab+c", "found \"+\"");
        told(link.substr(0, link.size() / 2), "is cut off");
        told(link.substr(0, link.size() - 2), "is cut off");
        told("collapselab:AAAAAAAA", "is damaged");
        std::string flipped = link;
        flipped[40] = flipped[40] == 'A' ? 'B' : 'A';
        QVERIFY(sentence_of([&] { spec_from_share_link(flipped); }) != "nothing was thrown");
    }

    void decompressionIsBounded() {
        const std::string bomb = compressed(std::string(5'000'000, 'a'), Wrapping::zlib);
        QVERIFY(bomb.size() < 10'000);
        QVERIFY(sentence_of([&] { decompressed(bomb, Wrapping::zlib, 1 << 20); }).find("too large") !=
                std::string::npos);
        QCOMPARE(decompressed(bomb, Wrapping::zlib, 5'000'000).size(), std::size_t(5'000'000));
    }

  private:
    QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(TestRecordingFile)
#include "test_recording_file.moc"
