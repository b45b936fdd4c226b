#include "core/record/replay.h"
#include "tests/support/test_files.h"

#include <QtTest>

#include <limits>

using namespace lab;
using test_files::sentence_of;

namespace {

StepRecord record(int lane, int step) {
    StepRecord r;
    r.lane = lane;
    r.step = step;
    r.batch_size = 2;
    r.logit_norm = 3.25;
    r.loss = std::numeric_limits<double>::quiet_NaN();
    r.forward_ms = step * 0.7;
    r.predictions = {0, 1};
    r.labels = {0, -1};
    return r;
}

/// Three steps of two lanes and, from step 2 on, a fork of the second.
Recording sample() {
    Recording recording;
    recording.spec.lanes = {make_lane("tent"), make_lane("zerosiam"), make_lane("zerosiam")};
    recording.spec.lanes[2].name = "fork";
    recording.info.device = {DeviceKind::cpu, 0, 2, {}};
    recording.info.program = "0.2.0";
    recording.info.total_steps = 5;
    for (int step = 1; step <= 3; ++step)
        for (int lane = 0; lane < (step == 1 ? 2 : 3); ++lane)
            recording.records.push_back(record(lane, step));
    SwitchThrown off{recording.spec.lanes[0].recipe, recording.spec.lanes[0].recipe};
    off.after.adapts = false;
    recording.events = {{0, -1, 1, RunStarted{}},
                        {0, 0, 2, off},
                        {0, 2, 2, LaneForked{1, 1, {}, recording.spec.lanes[2].recipe, "fork"}},
                        {0, 0, 3, Collapsed{}}};
    return recording;
}

} // namespace

class TestReplay : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void whatWasDoneIsAScheduleAgain() {
        const Recording recording = sample();
        const Replay replay = replay_of(recording);
        QCOMPARE(replay.spec.lanes.size(), std::size_t(2));
        QCOMPARE(replay.spec.threads, 2); // as recorded: the specification leaves it to the machine
        QCOMPARE(replay.schedule.last_step, 3);
        const auto* off = recording.events[1].as<SwitchThrown>();
        QVERIFY(replay.schedule.switches == (std::vector<ScheduledSwitch>{{2, 0, off->after}}));
        QVERIFY(replay.schedule.forks ==
                (std::vector<ScheduledFork>{{1, 1, 1, recording.spec.lanes[2].recipe, "fork"}}));
        QVERIFY(holds_switches(recording));
    }

    void threadsThatWereAskedForStay() {
        Recording recording = sample();
        recording.spec.threads = 3;
        QCOMPARE(replay_of(recording).spec.threads, 3);
        recording.spec.threads = 0;
        recording.info.device = {DeviceKind::cuda, 0, 0, "H100"};
        QCOMPARE(replay_of(recording).spec.threads, 0);
    }

    void aRunWithoutSwitches() {
        Recording recording = sample();
        recording.events = {{0, 0, 3, Collapsed{}}};
        recording.spec.lanes.pop_back();
        QVERIFY(!holds_switches(recording));
        QCOMPARE(replay_of(recording).spec.lanes.size(), std::size_t(2));
        QVERIFY(replay_of(recording).schedule.switches.empty());
    }

    void whatCannotBeDoneAgainIsRefused() {
        Recording recording = sample();
        std::get<SwitchThrown>(recording.events[1].what).unread = "Rate as before";
        QCOMPARE(sentence_of([&] { replay_of(recording); }),
                 std::string(
                     "The switch at step 2 is recorded as \"Rate as before\" alone: these words of 0.1.0 do "
                     "not tell what was set, so the run cannot be done again."));
        recording = sample();
        std::get<LaneForked>(recording.events[2].what).unread = "fork of nobody";
        QVERIFY(sentence_of([&] { replay_of(recording); }).find("fork of nobody") != std::string::npos);
        recording.records.clear();
        QVERIFY(sentence_of([&] { replay_of(recording); }).find("no records") != std::string::npos);
    }

    void recordsAreComparedBitForBitButForTimes() {
        const std::vector<StepRecord> recorded = sample().records;
        std::vector<StepRecord> found = recorded;
        found[2].forward_ms = 1000;
        QVERIFY(!first_difference(recorded, found));
        found[4].logit_norm = std::nextafter(3.25, 4);
        found[5].batch_size = 3;
        const auto difference = first_difference(recorded, found);
        QVERIFY(difference && difference->at == 4 && difference->lane == 2 && difference->step == 2);
        QCOMPARE(sentence_of(*difference),
                 std::string("record 5 (lane 3, step 2): logit_norm was 3.25, is 3.2500000000000004"));
    }

    void everyKindOfDifference() {
        const StepRecord one = record(0, 1);
        const auto told = [&](auto change) {
            StepRecord other = one;
            change(other);
            const RecordDifference d = difference_of(one, other);
            return d.field + ": " + d.recorded + ", " + d.found;
        };
        QCOMPARE(told([](StepRecord& r) { r.loss = 0.5; }), std::string("loss: none, 0.5"));
        QCOMPARE(told([](StepRecord& r) { r.corruption = "fog"; }), std::string("corruption: \"\", \"fog\""));
        QCOMPARE(told([](StepRecord& r) { r.lane = 1; }), std::string("lane: 0, 1"));
        QCOMPARE(told([](StepRecord& r) { r.predictions[1] = 7; }), std::string("predictions[1]: 1, 7"));
        QCOMPARE(told([](StepRecord& r) { r.labels.pop_back(); }), std::string("labels[1]: -1, none"));
        QCOMPARE(told([](StepRecord& r) { r.entropy = -0.0; }), std::string("entropy: 0.0, -0.0"));
        QCOMPARE(told([](StepRecord& r) { r.update_ms = 9; }), std::string(": , "));
        // JSON has one word for both.
        QCOMPARE(told([](StepRecord& r) { r.loss = std::numeric_limits<double>::infinity(); }),
                 std::string(": , "));
    }

    void aShorterRunIsEqualOnlyWhereItWasStopped() {
        const Recording recorded = sample();
        Recording found = recorded;
        found.records.pop_back();
        QVERIFY(!compare_runs(recorded, found, true).difference);
        QCOMPARE(compare_runs(recorded, found, true).compared, std::size_t(7));
        const RunComparison short_run = compare_runs(recorded, found, false);
        QVERIFY(short_run.difference);
        QCOMPARE(sentence_of(*short_run.difference),
                 std::string("record 8 (lane 3, step 3): expected 8 records in all, found 7"));
        found.records.push_back(recorded.records.back());
        found.records.push_back(record(0, 4));
        QVERIFY(compare_runs(recorded, found, true).difference);
        found.records[0].kept = 2; // an early difference counts, stopped or not
        QVERIFY(compare_runs(recorded, found, true).difference);
    }

    void whatElseIsAnother() {
        const RunInfo recorded = sample().info;
        RunInfo found = recorded;
        QVERIFY(differences_of(recorded, found).empty());
        found.device.threads = 4;
        found.weights = "abc"; // not known of the recorded one
        found.total_images = 10;
        const auto differences = differences_of(recorded, found);
        QCOMPARE(differences.size(), std::size_t(2));
        QCOMPARE(sentence_of(differences[0]),
                 std::string("device: recorded with CPU, 2 threads, now CPU, 4 threads"));
        QCOMPARE(differences[1].part, RunPart::images);
    }

    void devicesAreReadFromTheirTitles() {
        for (const DeviceInfo& device :
             {DeviceInfo{DeviceKind::cpu, 0, 1, {}}, DeviceInfo{DeviceKind::cpu, 0, 64, {}},
              DeviceInfo{DeviceKind::cuda, 0, 0, {}},
              DeviceInfo{DeviceKind::cuda, 3, 0, "NVIDIA H100, 80 GB"},
              DeviceInfo{DeviceKind::unknown, 0, 0, "CPU, many threads"},
              DeviceInfo{DeviceKind::unknown, 0, 0, "CUDA first"}, DeviceInfo{}})
            QVERIFY2(device_from_title(device_title(device)) == device, device_title(device).c_str());
    }
};

QTEST_GUILESS_MAIN(TestReplay)
#include "test_replay.moc"
