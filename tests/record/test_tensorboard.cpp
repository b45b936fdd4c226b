#include "core/record/tensorboard.h"

#include "core/record/measure_table.h"

#include <QtTest>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <map>

namespace {

using namespace lab;

struct Fields {
    std::map<int, std::vector<std::string>> by_number; ///< raw bytes of each value
};

std::uint64_t varint_at(std::string_view& in) {
    std::uint64_t value = 0;
    for (int shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(in.at(0));
        in.remove_prefix(1);
        value |= std::uint64_t{byte & 0x7fu} << shift;
        if (byte < 0x80)
            return value;
    }
}

/// A message of protocol buffers, taken apart by the rules of the wire format.
Fields fields_of(std::string_view in) {
    Fields fields;
    while (!in.empty()) {
        const std::uint64_t key = varint_at(in);
        std::size_t size = 0;
        if ((key & 7) == 0) {
            const std::string_view before = in;
            varint_at(in);
            fields.by_number[static_cast<int>(key >> 3)].emplace_back(
                before.substr(0, before.size() - in.size()));
            continue;
        }
        size = (key & 7) == 1 ? 8 : (key & 7) == 5 ? 4 : varint_at(in);
        fields.by_number[static_cast<int>(key >> 3)].emplace_back(in.substr(0, size));
        in.remove_prefix(size);
    }
    return fields;
}

template <typename T>
T value_of(const std::string& bytes) {
    T value;
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

/// The records of a file, their checksums looked at.
std::vector<std::string> records_of(std::string_view in) {
    const auto masked = [](std::string_view content) {
        const std::uint32_t crc = crc32c(content);
        return std::rotr(crc, 15) + 0xa282ead8u;
    };
    std::vector<std::string> records;
    while (!in.empty()) {
        const auto size = value_of<std::uint64_t>(std::string(in.substr(0, 8)));
        if (value_of<std::uint32_t>(std::string(in.substr(8, 4))) != masked(in.substr(0, 8)))
            throw std::runtime_error("checksum of a length");
        const std::string_view content = in.substr(12, size);
        if (value_of<std::uint32_t>(std::string(in.substr(12 + size, 4))) != masked(content))
            throw std::runtime_error("checksum of a record");
        records.emplace_back(content);
        in.remove_prefix(16 + size);
    }
    return records;
}

Recording small() {
    Recording recording;
    recording.spec = default_experiment();
    for (int step = 1; step <= 3; ++step)
        for (int lane = 0; lane < 2; ++lane) {
            StepRecord record;
            record.lane = lane;
            record.step = step * 100;
            record.accuracy = 0.25 * step;
            record.logit_norm = 3.5 + lane;
            record.predictor_distance = lane == 0 ? std::numeric_limits<double>::quiet_NaN() : 0.125;
            recording.records.push_back(record);
        }
    return recording;
}

} // namespace

class TestTensorboard : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void checksum_of_the_standard() { // RFC 3720, B.4
        QCOMPARE(crc32c(std::string(32, '\0')), 0x8a9136aau);
        QCOMPARE(crc32c(std::string(32, '\xff')), 0x62a8ab43u);
        QCOMPARE(crc32c("123456789"), 0xe3069283u);
        QCOMPARE(crc32c(""), 0u);
    }
    void every_step_has_its_measures() {
        const std::vector<std::string> records = records_of(tensorboard_events(small(), 1));
        QCOMPARE(records.size(), std::size_t(4));
        QCOMPARE(fields_of(records[0]).by_number.at(3).at(0), std::string("brain.Event:2"));
        for (int step = 1; step <= 3; ++step) {
            Fields event = fields_of(records[static_cast<std::size_t>(step)]);
            std::string_view number = event.by_number.at(2).at(0);
            QCOMPARE(varint_at(number), std::uint64_t(step * 100));
            QCOMPARE(value_of<double>(event.by_number.at(1).at(0)), step * 100.0);
            std::map<std::string, float> scalars;
            const Fields summary = fields_of(event.by_number.at(5).at(0));
            for (const std::string& bytes : summary.by_number.at(1)) {
                const Fields value = fields_of(bytes);
                scalars[value.by_number.at(1).at(0)] = value_of<float>(value.by_number.at(2).at(0));
            }
            QCOMPARE(scalars.at("accuracy"), 0.25f * static_cast<float>(step));
            QCOMPARE(scalars.at("logit_norm"), 4.5f);
            QCOMPARE(scalars.at("predictor_distance"), 0.125f);
        }
    }
    void what_does_not_apply_is_left_out() {
        for (const std::string& record : records_of(tensorboard_events(small(), 0)))
            QVERIFY(record.find("predictor_distance") == std::string::npos);
    }
    void a_folder_per_lane() {
        const QTemporaryDir scratch;
        Recording recording = small();
        recording.spec.lanes.resize(2);
        recording.spec.lanes[0].name = recording.spec.lanes[1].name = "a/b";
        const auto files = write_tensorboard(recording, scratch.path().toStdString(), "..");
        QCOMPARE(files.size(), std::size_t(2));
        QCOMPARE(QString::fromStdString(files[0].string()),
                 scratch.path() + "/-/0 a-b/events.out.tfevents.0.collapse-lab");
        QCOMPARE(QString::fromStdString(files[1].string()),
                 scratch.path() + "/-/1 a-b/events.out.tfevents.0.collapse-lab");
        for (const auto& file : files)
            QVERIFY(QFileInfo::exists(QString::fromStdString(file.string())));
    }
};

QTEST_GUILESS_MAIN(TestTensorboard)
#include "test_tensorboard.moc"
