#include "core/base/compression.h"
#include "core/base/input_file.h"
#include "core/record/event_text.h"
#include "core/record/recording_file.h"
#include "core/record/replay.h"
#include "core/spec/share_link.h"
#include "core/spec/spec_json.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <cmath>
#include <filesystem>
#include <set>
#include <sstream>

using namespace lab;
using test_files::sentence_of;
using Json = nlohmann::json;

namespace {

std::string path(const std::string& name) {
    return LAB_SOURCE_DIR "/tests/record/files_of_0_1/" + name;
}

/// The lines of a recording as they stand in the file, of one type.
std::vector<Json> lines_of(const std::string& name, const std::string& type) {
    std::istringstream in(decompressed(file_content(path(name)), Wrapping::gzip, std::size_t{1} << 24));
    std::vector<Json> lines;
    for (std::string line; std::getline(in, line);)
        if (Json json = Json::parse(line); json.at("type") == type)
            lines.push_back(std::move(json));
    return lines;
}

/// An experiment with every field set, as it stands in whole.json.
ExperimentSpec whole() {
    ExperimentSpec spec = default_experiment();
    spec.stream.scenario = ScenarioKind::custom;
    spec.stream.segments = {{{CorruptionKind::fog, 3, CorruptionTable::size32}, 640},
                            {{CorruptionKind::snow, 5, CorruptionTable::automatic}, 320}};
    spec.data_dir = "/home/me/data";
    spec.frost_dir = "/home/me/frost";
    spec.cache_mib = 64;
    spec.device = "cpu";
    spec.threads = 3;
    spec.prefetch_threads = 2;
    spec.precision = "float64";
    spec.lanes[1].name = "Mine";
    spec.lanes[1].reset = ResetPolicy::segment;
    spec.lanes[1].on_collapse = CollapseAction::reset;
    spec.lanes[1].start_from = "/home/me/state.safetensors";
    spec.lanes[0].recipe.frozen_prefixes = {"layer3"};
    spec.lanes[0].recipe.reference_quirks = true;
    return spec;
}

const SwitchThrown& thrown_in(const Recording& recording, std::size_t number) {
    for (const Event& event : recording.events)
        if (const auto* thrown = event.as<SwitchThrown>(); thrown && number-- == 0)
            return *thrown;
    qFatal("no such switch");
}

} // namespace

class TestOldFiles : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyFileOfTheFolderIsKnownHere() {
        std::set<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(path("")))
            names.insert(entry.path().filename().string());
        QVERIFY(names ==
                (std::set<std::string>{"README.md", "default.json", "default.link", "details.collapselab",
                                       "fork.collapselab", "fork.jsonl", "switches.collapselab",
                                       "unread.collapselab", "whole.json", "whole.link"}));
    }

    void experimentsAndLinks() {
        QVERIFY(spec_from_json(file_content(path("default.json"))) == default_experiment());
        QVERIFY(spec_from_json(file_content(path("whole.json"))) == whole());
        QVERIFY(spec_from_share_link(file_content(path("default.link"))) == default_experiment());
        ExperimentSpec shared = whole();
        shared.data_dir.clear();
        shared.frost_dir.clear();
        QVERIFY(spec_from_share_link(file_content(path("whole.link"))) == shared);
    }

    void recordsAreAsTheyWere_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("records");
        QTest::newRow("switches") << "switches.collapselab" << 24;
        QTest::newRow("fork") << "fork.collapselab" << 21 + 4 + 1;
        QTest::newRow("details") << "details.collapselab" << 4;
        QTest::newRow("unread") << "unread.collapselab" << 24;
    }
    void recordsAreAsTheyWere() {
        QFETCH(QString, name);
        QFETCH(int, records);
        const Recording recording = load_recording(path(name.toStdString()));
        QCOMPARE(int(recording.records.size()), records);
        const std::vector<Json> lines = lines_of(name.toStdString(), "record");
        for (std::size_t i = 0; i < recording.records.size(); ++i) {
            const Json again = Json::parse(to_json_line(recording.records[i]));
            for (const auto& [key, value] : lines.at(i).items()) {
                const bool gone =
                    value == 0 && key == "predictor_distance"; // without a predictor it has none
                QVERIFY2(again.value(key, Json()) == value || (gone && !again.contains(key)), key.c_str());
            }
            QCOMPARE(recording.records[i].severity, StepRecord::unknown);
        }
        QVERIFY(recording.info.device == (DeviceInfo{DeviceKind::cpu, 0, 1, {}}));
        QCOMPARE(recording.info.program, std::string("0.1.0"));
    }

    void switchesAreReadFromTheirWords() {
        const Recording recording = load_recording(path("switches.collapselab"));
        QCOMPARE(recording.events.size(), std::size_t(5));
        QCOMPARE(sentence_of(recording.events[1], recording.spec.lanes),
                 std::string("ZeroSiam: alignment.stop_gradient=false, alignment.alpha=0.5"));
        QCOMPARE(sentence_of(recording.events[2], recording.spec.lanes),
                 std::string("Tent: optimiser.kind=\"sam\", frozen_prefixes=[\"layer2\",\"layer3\"], "
                             "reference_quirks=true"));
        QCOMPARE(sentence_of(recording.events[3], recording.spec.lanes),
                 std::string("ZeroSiam: alignment.predictor=\"mlp\", optimiser.rate=0.002"));
        QVERIFY(thrown_in(recording, 2).before == thrown_in(recording, 0).after);
        const Replay replay = replay_of(recording);
        QCOMPARE(replay.schedule.switches.size(), std::size_t(3));
        QCOMPARE(replay.spec.lanes.size(), std::size_t(3));
    }

    void detailsKnowWhatWordsRound() {
        DetailStore details;
        const Recording recording = load_recording(path("details.collapselab"), &details);
        QVERIFY(!details.empty());
        QCOMPARE(thrown_in(recording, 0).after.optimiser.rate, 0.00123456789);
    }

    void forksHaveTheirParentsAndTimes() {
        const Recording recording = load_recording(path("fork.collapselab"));
        const Replay replay = replay_of(recording);
        QCOMPARE(replay.spec.lanes.size(), std::size_t(3));
        QCOMPARE(replay.schedule.last_step, 7);
        QCOMPARE(replay.schedule.forks.size(), std::size_t(2));
        const ScheduledFork &then = replay.schedule.forks[0], &now = replay.schedule.forks[1];
        QVERIFY(then.parent == 1 && then.step == 3 && then.asked_after == 5);
        QVERIFY(now.parent == 2 && now.step == 6 && now.asked_after == 6);
        QCOMPARE(then.name, std::string("ZeroSiam fork @3"));
        QCOMPARE(then.recipe.alignment.predictor, PredictorKind::none);
        // The parent had been switched by then.
        for (const Event& event : recording.events)
            if (const auto* fork = event.as<LaneForked>(); fork && event.lane == 3)
                QVERIFY(fork->before == thrown_in(recording, 0).after);
    }

    void wordsThatTellNoRecipeAreKept() {
        const Recording recording = load_recording(path("unread.collapselab"));
        QCOMPARE(thrown_in(recording, 0).unread, std::string("Stop-Gradient wie zuvor"));
        QVERIFY(sentence_of([&] { replay_of(recording); }).find("Stop-Gradient wie zuvor") !=
                std::string::npos);
    }

    void theJournalIsRecovered() {
        const RecoveredJournal journal = read_journal(path("fork.jsonl"));
        QVERIFY(!journal.ended);
        const Recording recording = load_recording(path("fork.collapselab"));
        QVERIFY(!first_difference(recording.records, journal.recording.records));
        QVERIFY(journal.recording.spec == recording.spec);
        const auto forks = [](const Recording& r) { return replay_of(r).schedule.forks; };
        QVERIFY(forks(journal.recording) == forks(recording));
    }

    /// Read and written again they have the present version, and say the same.
    void whatIsWrittenAgainSaysTheSame() {
        QTemporaryDir folder;
        const std::string again = folder.filePath("again.collapselab").toStdString();
        for (const char* name : {"switches.collapselab", "fork.collapselab", "unread.collapselab"}) {
            const Recording old = load_recording(path(name));
            save_recording(again, old);
            const Recording read = load_recording(again);
            QVERIFY(read.spec == old.spec && read.events == old.events);
            QVERIFY(!first_difference(old.records, read.records));
            QCOMPARE(read.info.program, std::string("0.1.0"));
        }
    }
};

QTEST_GUILESS_MAIN(TestOldFiles)
#include "test_old_files.moc"
