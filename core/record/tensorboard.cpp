#include "core/record/tensorboard.h"

#include "core/record/measure_table.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace lab {

namespace {

void put_little_endian(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>(value >> (8 * i) & 0xff);
}

// Protocol buffers: a field is a key (number and wire type) and its value.
enum WireType { varint = 0, fixed64 = 1, delimited = 2, fixed32 = 5 };

void put_varint(std::string& out, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7)
        out += static_cast<char>((value & 0x7f) | 0x80);
    out += static_cast<char>(value);
}

void put_key(std::string& out, int field, WireType type) {
    put_varint(out, static_cast<std::uint64_t>(field << 3 | type));
}

void put_text(std::string& out, int field, std::string_view text) {
    put_key(out, field, delimited);
    put_varint(out, text.size());
    out += text;
}

void put_double(std::string& out, int field, double value) {
    put_key(out, field, fixed64);
    put_little_endian(out, std::bit_cast<std::uint64_t>(value), 8);
}

/// CRCs of data that hold CRCs are weak, so TensorFlow turns and shifts them.
std::uint32_t masked_crc(std::string_view content) {
    const std::uint32_t crc = crc32c(content);
    return (crc >> 15 | crc << 17) + 0xa282ead8u;
}

void put_record(std::string& out, const std::string& content) {
    std::string length;
    put_little_endian(length, content.size(), 8);
    out += length;
    put_little_endian(out, masked_crc(length), 4);
    out += content;
    put_little_endian(out, masked_crc(content), 4);
}

/// Event: wall_time = 1, step = 2, file_version = 3, summary = 5. Summary: value = 1. Value: tag = 1,
/// simple_value = 2.
std::string event_of(const StepRecord& record) {
    std::string summary;
    for (const MeasureRow& row : measure_table()) {
        const double shown = row.value(record);
        if (!std::isfinite(shown))
            continue;
        std::string value;
        put_text(value, 1, row.id);
        put_key(value, 2, fixed32);
        put_little_endian(value, std::bit_cast<std::uint32_t>(static_cast<float>(shown)), 4);
        put_text(summary, 1, value);
    }
    std::string event;
    put_double(event, 1, record.step);
    put_key(event, 2, varint);
    put_varint(event, static_cast<std::uint64_t>(record.step));
    put_text(event, 5, summary);
    return event;
}

/// As a name of a folder: TensorBoard shows it.
std::string folder_name(const std::string& title) {
    std::string name;
    for (const char c : title)
        name += c == '/' || c == '\\' || c == '\0' ? '-' : c;
    return name == "." || name == ".." || name.empty() ? "-" : name;
}

} // namespace

std::uint32_t crc32c(std::string_view content) {
    static const std::array<std::uint32_t, 256> table = [] {
        std::array<std::uint32_t, 256> rows{};
        for (std::uint32_t byte = 0; byte < 256; ++byte) {
            std::uint32_t rest = byte;
            for (int bit = 0; bit < 8; ++bit)
                rest = rest >> 1 ^ (rest & 1 ? 0x82f63b78u : 0u);
            rows[byte] = rest;
        }
        return rows;
    }();
    std::uint32_t crc = 0xffffffffu;
    for (const char c : content)
        crc = crc >> 8 ^ table[(crc ^ static_cast<unsigned char>(c)) & 0xff];
    return ~crc;
}

std::string tensorboard_events(const Recording& recording, int lane) {
    std::string out, head;
    put_double(head, 1, 0);
    put_text(head, 3, "brain.Event:2");
    put_record(out, head);
    for (const StepRecord& record : recording.records)
        if (record.lane == lane)
            put_record(out, event_of(record));
    return out;
}

std::vector<std::filesystem::path>
write_tensorboard(const Recording& recording, const std::filesystem::path& folder, const std::string& run) {
    std::vector<std::filesystem::path> files;
    for (std::size_t lane = 0; lane < recording.spec.lanes.size(); ++lane) {
        // The number keeps lanes of the same name apart.
        const std::filesystem::path own =
            folder / folder_name(run) /
            (std::to_string(lane) + " " + folder_name(lane_title(recording.spec.lanes[lane])));
        make_output_folder(own);
        files.push_back(own / "events.out.tfevents.0.collapse-lab");
        write_file_atomically(files.back(), tensorboard_events(recording, static_cast<int>(lane)));
    }
    return files;
}

} // namespace lab
