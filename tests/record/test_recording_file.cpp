#include "core/base/base64.h"
#include "core/base/compression.h"
#include "core/record/detail_line.h"
#include "core/record/recording_file.h"
#include "core/spec/share_link.h"
#include "core/spec/spec_json.h"
#include "tests/support/test_files.h"

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
    recording.info = {{"Shirt", "Bag"}, "Fashion-MNIST", "ResNet", {DeviceKind::cpu, 0, 1, {}}, 64, 2, 128};
    for (int step = 1; step <= 2; ++step)
        for (int lane = 0; lane < 3; ++lane) {
            StepRecord record;
            record.lane = lane;
            record.step = step;
            record.images_seen = step * 64;
            record.batch_size = 2;
            record.corruption = "fog";
            record.severity = 4;
            record.segment = step;
            record.accuracy = 0.1 * lane + 0.3 * step;
            record.loss = step == 1 ? std::numeric_limits<double>::quiet_NaN() : 1.0 / 3;
            record.predictions = {lane % 2, step - 1};
            record.labels = {-1, 1};
            recording.records.push_back(record);
        }
    Recipe off = recording.spec.lanes[1].recipe;
    off.alignment.stop_gradient = false;
    recording.events = {{0, 1, 2, SwitchThrown{recording.spec.lanes[1].recipe, off}},
                        {0, 0, 2, Collapsed{}},
                        {0, -1, 2, PicturesDropped{{"a.png: no", "b.png: no"}}}};
    recording.info.program = LAB_VERSION;
    recording.info.notices = {{NoticeSubject::model, false, "8 groups assumed", "--groups"},
                              {NoticeSubject::data, true, "3 pictures left out"}};
    return recording;
}

/// Of a step with two pictures, the second of them smaller, and two lanes, one without a matrix.
BatchDetail detail_of(int step, int side = 3) {
    BatchDetail detail;
    detail.step = step;
    detail.samples = {7, std::int64_t(1) << 40};
    detail.labels = {1, -1};
    detail.axis_shares = {0.5, 0.25};
    const auto picture = [](int height, int width, int channels) {
        Image image{height, width, channels, {}};
        for (std::size_t i = 0; i < image.byte_count(); ++i)
            image.pixels.push_back(static_cast<std::uint8_t>(200 + i));
        return image;
    };
    detail.pictures = {picture(side, side, 3), picture(1, 2, 1)};
    for (int lane = 0; lane < 2; ++lane) {
        StepDetail d;
        d.lane = lane;
        d.step = step;
        d.recipe = make_lane(lane == 0 ? "tent" : "zerosiam").recipe;
        d.predictions = {lane, 1};
        d.top_classes = {0, 1, -1, -1, -1, 1, 0, -1, -1, -1};
        d.top_probabilities = {0.75f, 0.25f, 0, 0, 0, 0.1f, 0.9f, 0, 0, 0};
        d.projection = {-1.5f, 2, 1e-30f, 4};
        d.features = 2;
        if (lane == 1) {
            d.matrix_side = 2;
            d.matrix = {0.1f, -0.2f, 0.3f, 1.0f / 3};
            d.largest = {{1, 1, 1.0f / 3}};
        }
        d.distance = 1.0 / 3;
        d.feature_norm = std::numeric_limits<double>::quiet_NaN();
        detail.lanes.push_back(d);
    }
    return detail;
}

std::string changed_text(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos)
        qFatal("the text has no %s", from.c_str());
    return text.replace(at, from.size(), to);
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
        QCOMPARE(read.records[5].labels, (std::vector<int>{-1, 1}));
        QVERIFY(read.events == written.events);
        QVERIFY(read.info.device == written.info.device);
        QCOMPARE(read.info.total_images, std::int64_t(128));
        QVERIFY(read.info.notices == written.info.notices && read.info.notices.size() == 2);
        QVERIFY(read.records[5].severity == 4 && read.records[5].segment == 2);
    }

    void detailsComeBackAsTheyWere() {
        DetailStore written;
        for (int step = 1; step <= 2; ++step)
            written.add(std::make_shared<BatchDetail>(detail_of(step)));
        save_recording(path("details.collapselab"), sample(), written);
        DetailStore read;
        QVERIFY(same(load_recording(path("details.collapselab"), &read), sample()));
        QCOMPARE(read.steps(), written.steps());
        const BatchDetail& before = *written.at(2);
        const BatchDetail& after = *read.at(2);
        QCOMPARE(to_json_line(after), to_json_line(before));
        QCOMPARE(after.samples, before.samples);
        QCOMPARE(after.labels, before.labels);
        QVERIFY(after.pictures == before.pictures);
        QCOMPARE(after.lanes.size(), std::size_t(2));
        QCOMPARE(after.lanes[1].step, 2);
        QVERIFY(after.lanes[1].recipe == before.lanes[1].recipe);
        QVERIFY(after.lanes[1].matrix == before.lanes[1].matrix);
        QVERIFY(after.lanes[1].largest == before.lanes[1].largest);
        QVERIFY(after.lanes[1].projection == before.lanes[1].projection);
        QCOMPARE(after.lanes[1].distance, 1.0 / 3);
        QVERIFY(std::isnan(after.lanes[1].feature_norm));
        // Who does not want them may leave them.
        QVERIFY(same(load_recording(path("details.collapselab")), sample()));
    }

    void detailsThatDoNotFitTogetherAreRefused_data() {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("expected");
        const auto ints = [](const std::vector<int>& values) {
            return QByteArray::fromStdString(
                '"' + base64url({reinterpret_cast<const char*>(values.data()), 4 * values.size()}) + '"');
        };
        QTest::newRow("no such lane") << "/lanes/0/lane" << QByteArray("5") << "names a lane";
        QTest::newRow("no such class") << "/lanes/0/predictions" << ints({0, 2}) << "\"predictions\" holds 2";
        QTest::newRow("a label too many") << "/labels" << ints({0, 1, 1}) << "\"labels\" holds 3 values";
        QTest::newRow("no such label") << "/labels" << ints({0, -2}) << "expected -1 to 1";
        QTest::newRow("a foreign character") << "/labels" << QByteArray("\"AA*A\"") << "found \"*\"";
        QTest::newRow("half a number") << "/labels" << QByteArray("\"AAAA\"") << "a multiple of 4";
        QTest::newRow("a matrix too small") << "/lanes/1/matrix_side" << QByteArray("3") << "expected 9";
        QTest::newRow("a huge matrix")
            << "/lanes/1/matrix_side" << QByteArray("70000") << "expected 0 to 128";
        QTest::newRow("an entry outside") << "/lanes/1/largest/0/0" << QByteArray("2") << "outside";
        QTest::newRow("a huge picture") << "/picture_sizes/0/0" << QByteArray("2000000000") << "up to 64";
        QTest::newRow("a larger picture") << "/picture_sizes/0/0" << QByteArray("4") << "ends before";
        QTest::newRow("a smaller picture") << "/picture_sizes/0/0" << QByteArray("2") << "expected 20";
        QTest::newRow("step 0") << "/step" << QByteArray("0") << "expected 1 or more";
        QTest::newRow("a text for a number")
            << "/lanes/0/features" << QByteArray("\"x\"") << "expected a whole number";
        QTest::newRow("another list") << "/axis_shares" << QByteArray("[]") << "out of range";
    }

    void detailsThatDoNotFitTogetherAreRefused() {
        QFETCH(QString, pointer);
        QFETCH(QByteArray, value);
        QFETCH(QString, expected);
        nlohmann::ordered_json json = nlohmann::ordered_json::parse(to_json_line(detail_of(1)));
        QVERIFY(detail_from_json_line(json.dump(), 2, 2).step == 1);
        json.at(nlohmann::ordered_json::json_pointer(pointer.toStdString())) =
            nlohmann::ordered_json::parse(value.toStdString());
        const std::string sentence = sentence_of([&] { detail_from_json_line(json.dump(), 2, 2); });
        QVERIFY2(QString::fromStdString(sentence).contains(expected), sentence.c_str());
    }

    void aFileTakesAsManyDetailsAsItMay() {
        DetailStore written;
        constexpr int steps = 400;
        for (int step = 1; step <= steps; ++step) {
            BatchDetail detail = detail_of(step, BatchDetail::picture_side);
            detail.samples.resize(12, 3);
            detail.labels.resize(12, 0);
            detail.lanes.clear();
            while (detail.pictures.size() < 12)
                detail.pictures.push_back(detail.pictures.front());
            written.add(std::make_shared<BatchDetail>(std::move(detail)));
        }
        QVERIFY(written.bytes() > 2 * saved_details_bound);
        save_recording(path("long.collapselab"), sample(), written);
        DetailStore read;
        load_recording(path("long.collapselab"), &read);
        QVERIFY(read.bytes() <= saved_details_bound && read.bytes() > saved_details_bound / 2);
        QVERIFY(read.at(steps) && read.at(steps - 1)); // the newest are all there
        QVERIFY(!read.at(1) && read.at_or_before(steps / 4));
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
        // The sample's file with one text in it replaced, where it stands first.
        const auto changed = [&](const std::string& from, const std::string& to) {
            save_recording(path("changed.collapselab"), sample());
            std::string text = decompressed(text_of(path("changed.collapselab")), Wrapping::gzip, 1 << 20);
            return zipped(changed_text(std::move(text), from, to));
        };
        QTest::newRow("text") << QByteArray("hello") << "expected gzip-compressed data";
        QTest::newRow("gzip of something else") << zipped("hello\n") << "line 1";
        QTest::newRow("another program's lines")
            << zipped("{\"type\":\"x\"}\n") << "not the beginning of a recording";
        QTest::newRow("another version")
            << zipped("{\"type\":\"collapse-lab-recording\",\"version\":0}\n") << "expected 1 to 3, found 0";
        QTest::newRow("a newer version")
            << zipped("{\"type\":\"collapse-lab-recording\",\"version\":4}\n")
            << "written by a newer Collapse Lab: expected a version up to 3, found 4";
        QTest::newRow("no last line") << zipped(recording_head(default_experiment())) << "cut off";
        QTest::newRow("a lane that is not there")
            << changed(R"("lane":0,)", R"("lane":3,)") << "line 4: names a lane that is not there: 3";
        QTest::newRow("a specification beyond its bounds")
            << changed(R"("batch_size":64)", R"("batch_size":0)")
            << "line 2: stream.batch_size: expected 1 to 4096";
        QTest::newRow("a step before the first") << changed(R"("step":1,)", R"("step":-1,)")
                                                 << R"(line 4: "step": expected 1 to 20000000, found -1)";
        QTest::newRow("a step beyond all bounds")
            << changed(R"("step":1,)", R"("step":1e300,)")
            << R"("step": expected a whole number of 32 bits, found 1e+300)";
        QTest::newRow("a class that is not there")
            << changed(R"("predictions":[0,0])", R"("predictions":[0,2])")
            << R"(line 4: "predictions": expected 0 to 1, found 2)";
        QTest::newRow("a label too few") << changed(R"("labels":[-1,1])", R"("labels":[1])")
                                         << R"("labels": expected as many as predictions, 2, found 1)";
        QTest::newRow("a number for a list")
            << changed(R"("labels":[-1,1])", R"("labels":1)") << R"("labels": expected a list, found 1)";
        const std::string information = recording_line(sample().info) + "\n";
        QTest::newRow("classes that come too late")
            << zipped(recording_head(sample().spec) + to_json_line(sample().records[5]) + "\n" +
                      changed_text(information, R"("Shirt","Bag")", R"("Shirt")"))
            << R"(line 4: "predictions": expected 0 to 0, found 1)";
        QTest::newRow("an event of a lane that is not there")
            << changed(R"("kind":"collapsed","lane":0)", R"("kind":"collapsed","lane":3)")
            << R"(an event: "lane": expected -1 to 2, found 3)";
        QTest::newRow("lists in lists in lists")
            << zipped(recording_head(default_experiment()) +
                      "{\"type\":\"specification\",\"specification\":" + std::string(1'000'000, '[') +
                      std::string(1'000'000, ']') + "}\n")
            << "at most 64 deep";
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

    void aJournalKeepsTheForkOfALaneThatCameLaterAndNoOther() {
        Recording run = sample();
        const std::string head = recording_head(run.spec);
        const std::string fork = to_json_line(Event{0, 3, 2, LaneForked{1, 2, {}, {}, "a fork"}}) + "\n";
        write_text(path("lost.jsonl"), head + fork);
        QVERIFY(read_journal(path("lost.jsonl")).recording.events.empty());
        run.spec.lanes.push_back(make_lane("sar"));
        write_text(path("lost.jsonl"), head + fork + recording_line(run.spec) + "\n");
        QCOMPARE(read_journal(path("lost.jsonl")).recording.events.size(), std::size_t(1));
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
