#include "core/record/recording_file.h"

#include "core/base/compression.h"
#include "core/base/json_values.h"
#include "core/base/notice_json.h"
#include "core/record/detail_line.h"
#include "core/record/record_fields.h"
#include "core/record/recording_checks.h"
#include "core/spec/spec_json.h"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <limits>
#include <sstream>
#include <stdexcept>
#include <type_traits>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

constexpr int plain_version = 1;
constexpr int version_with_details = 2;
constexpr const char* kind_of_file = "collapse-lab-recording";
/// 20,000 steps of six lanes have a fiftieth of it; a longer file is none of ours.
constexpr std::size_t longest_file = std::size_t(4) << 30;

template <typename Value>
void read(const Json& json, const char* name, Value& value) {
    if (!json.contains(name))
        throw std::runtime_error(std::string("has no \"") + name + "\"");
    const Json& found = json[name];
    if constexpr (std::is_floating_point_v<Value>) {
        value = found.is_null() ? std::numeric_limits<Value>::quiet_NaN() : found.get<Value>();
    } else if constexpr (std::is_integral_v<Value>) {
        value = whole_number<Value>(found, name);
    } else if constexpr (std::is_same_v<Value, std::vector<int>>) {
        if (!found.is_array())
            throw std::runtime_error(std::string("\"") + name + "\": expected a list, found " +
                                     found.dump().substr(0, 40));
        for (const Json& item : found)
            value.push_back(whole_number<int>(item, name));
    } else {
        value = found.get<Value>();
    }
}

StepRecord record_from(const Json& json) {
    StepRecord record;
    for_each_field(record, [&](const char* name, const auto& field) {
        const bool since_0_2 = std::string_view(name) == "severity" || std::string_view(name) == "segment";
        if (since_0_2 && (!json.contains(name) || json[name].is_null()))
            return; // not known
        // The list of fields hands out constant references; this record is not constant.
        read(json, name, const_cast<std::decay_t<decltype(field)>&>(field));
    });
    read(json, "predictions", record.predictions);
    if (json.contains("labels"))
        read(json, "labels", record.labels);
    return record;
}

Event event_from(const Json& json) {
    Event event;
    std::string kind;
    read(json, "kind", kind);
    event.kind = event_kind_named(kind);
    read(json, "lane", event.lane);
    read(json, "step", event.step);
    read(json, "text", event.text);
    if (json.contains("pictures"))
        read(json, "pictures", event.pictures);
    return event;
}

RunInfo info_from(const Json& json) {
    RunInfo info;
    read(json, "class_names", info.class_names);
    read(json, "data_title", info.data_title);
    read(json, "model_title", info.model_title);
    read(json, "device", info.device);
    read(json, "feature_count", info.feature_count);
    read(json, "total_steps", info.total_steps);
    read(json, "total_images", info.total_images);
    if (json.contains("notices"))
        info.notices = notices_from_value(json["notices"]);
    return info;
}

/// Takes a recording's lines one by one.
class Reader {
  public:
    /// Throws std::exception with what is wrong with the line.
    void take(const std::string& line) {
        expect_shallow(line, "nested");
        const Json json = Json::parse(line);
        const std::string type = json.value("type", "");
        if (lines_++ == 0)
            return check_head(json, type);
        if (ended_)
            throw std::runtime_error("stands behind the last line");
        if (type == "specification")
            take_specification(json);
        else if (type == "information")
            take_information(json);
        else if (type == "record")
            take_record(json);
        else if (type == "event")
            result.events.push_back(event_from(json));
        else if (type == "detail")
            take_detail(line);
        else if (type == "end")
            take_end(json);
        else
            throw std::runtime_error("is of an unknown type: \"" + type + "\"");
    }

    bool ended() const { return ended_; }
    int lines() const { return lines_; }
    Recording result;
    std::vector<BatchDetailPtr> details;

  private:
    static void check_head(const Json& json, const std::string& type) {
        if (type != kind_of_file)
            throw std::runtime_error(
                std::string("is not the beginning of a recording: expected the type \"") + kind_of_file +
                "\", found \"" + type + "\"");
        const int version = json.value("version", 0);
        if (version != plain_version && version != version_with_details)
            throw std::runtime_error("has another version: expected " + std::to_string(plain_version) +
                                     " or " + std::to_string(version_with_details) + ", found " +
                                     std::to_string(version));
    }

    void take_specification(const Json& json) {
        ExperimentSpec spec = spec_from_json(json.at("specification").dump());
        validate(spec);
        if (spec.lanes.size() < result.spec.lanes.size())
            throw std::runtime_error("has fewer lanes than the one before");
        result.spec = std::move(spec);
    }

    void take_information(const Json& json) {
        RunInfo info = info_from(json);
        check_recorded(info);
        for (const StepRecord& record : result.records) // where it comes late, or again
            check_recorded(record, result.spec.lanes.size(), info.class_names.size());
        result.info = std::move(info);
    }

    void take_record(const Json& json) {
        StepRecord record = record_from(json);
        check_recorded(record, result.spec.lanes.size(), result.info.class_names.size());
        result.records.push_back(std::move(record));
    }

    void take_detail(const std::string& line) {
        details.push_back(std::make_shared<BatchDetail>(
            detail_from_json_line(line, static_cast<int>(result.spec.lanes.size()),
                                  static_cast<int>(result.info.class_names.size()))));
    }

    void take_end(const Json& json) {
        std::size_t records = 0, events = 0;
        read(json, "records", records);
        read(json, "events", events);
        result.ended = json.value("ended", std::string());
        if (records != result.records.size() || events != result.events.size())
            throw std::runtime_error("expects " + std::to_string(records) + " records and " +
                                     std::to_string(events) + " events, found " +
                                     std::to_string(result.records.size()) + " and " +
                                     std::to_string(result.events.size()));
        if (const auto count = json.value("details", std::size_t{0}); count != details.size())
            throw std::runtime_error("expects " + std::to_string(count) + " steps' details, found " +
                                     std::to_string(details.size()));
        ended_ = true;
    }

    int lines_ = 0;
    bool ended_ = false;
};

std::string head_of(const ExperimentSpec& spec, int version) {
    const Json head = {{"type", kind_of_file}, {"version", version}, {"program", LAB_VERSION}};
    return dumped(head) + "\n" + recording_line(spec) + "\n";
}

Json end_of(const Recording& recording) {
    Json end = {{"type", "end"}, {"records", recording.records.size()}, {"events", recording.events.size()}};
    if (!recording.ended.empty())
        end["ended"] = recording.ended;
    return end;
}

/// Those that fit into a file.
DetailStore within_bound(const DetailStore& details) {
    DetailStore fitting(saved_details_bound);
    for (const int step : details.steps())
        fitting.add(details.at(step));
    return fitting;
}

std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in)
        throw std::runtime_error(path + ": cannot be read: " + std::strerror(errno));
    return bytes;
}

} // namespace

std::string recording_head(const ExperimentSpec& spec) {
    return head_of(spec, plain_version);
}

std::string recording_line(const ExperimentSpec& spec) {
    return dumped({{"type", "specification"}, {"specification", Json::parse(to_json(spec))}});
}

std::string recording_line(const RunInfo& info) {
    return dumped({{"type", "information"},
                   {"class_names", info.class_names},
                   {"data_title", info.data_title},
                   {"model_title", info.model_title},
                   {"device", info.device},
                   {"feature_count", info.feature_count},
                   {"total_steps", info.total_steps},
                   {"total_images", info.total_images},
                   {"notices", notices_value(info.notices)}});
}

std::string recording_end(const Recording& recording) {
    return dumped(end_of(recording));
}

std::string recording_json(const Recording& recording) {
    Json json = {{"specification", Json::parse(to_json(recording.spec))},
                 {"information", Json::parse(recording_line(recording.info))},
                 {"records", Json::array()},
                 {"events", Json::array()}};
    json["information"].erase("type");
    const auto add = [&](const char* list, const auto& item) {
        Json line = Json::parse(to_json_line(item));
        line.erase("type");
        json[list].push_back(std::move(line));
    };
    for (const StepRecord& record : recording.records)
        add("records", record);
    for (const Event& event : recording.events)
        add("events", event);
    const Completion completion = completion_of(recording);
    json["complete"] = completion.complete;
    json["ended"] = completion.ended;
    return dumped(json, 1) + "\n";
}

void save_recording(const std::string& path, const Recording& recording, const DetailStore& details) {
    std::string text = head_of(recording.spec, details.empty() ? plain_version : version_with_details) +
                       recording_line(recording.info) + "\n";
    for (const StepRecord& record : recording.records)
        text += to_json_line(record) + "\n";
    for (const Event& event : recording.events)
        text += to_json_line(event) + "\n";
    Json end = end_of(recording);
    if (!details.empty()) {
        const DetailStore fitting = within_bound(details);
        for (const int step : fitting.steps())
            text += to_json_line(*fitting.at(step)) + "\n";
        end["details"] = fitting.size();
    }
    text += dumped(end) + "\n";
    write_file_atomically(path, compressed(text, Wrapping::gzip));
}

Recording load_recording(const std::string& path, DetailStore* details) {
    const std::string bytes = bytes_of(path);
    if (bytes.size() < 2 || bytes[0] != '\x1f' || bytes[1] != '\x8b')
        throw std::runtime_error(path +
                                 ": is not a recording of Collapse Lab: expected gzip-compressed data");
    std::string text;
    try {
        text = decompressed(bytes, Wrapping::gzip, longest_file);
    } catch (const std::runtime_error& fault) {
        throw std::runtime_error(path + ": " + fault.what());
    }
    Reader reader;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        try {
            reader.take(line);
        } catch (const std::exception& fault) {
            throw std::runtime_error(path + ": line " + std::to_string(std::max(1, reader.lines())) + ": " +
                                     fault.what());
        }
    if (!reader.ended())
        throw std::runtime_error(path + ": is cut off: expected a last line of the type \"end\"");
    // Not line by line: a journal tells of a fork before the lane that it makes.
    for (const Event& event : reader.result.events)
        try {
            check_recorded(event, reader.result.spec.lanes.size());
        } catch (const std::exception& fault) {
            throw std::runtime_error(path + ": an event: " + fault.what());
        }
    if (details != nullptr)
        for (const BatchDetailPtr& detail : reader.details)
            details->add(detail);
    return std::move(reader.result);
}

RecoveredJournal read_journal(const std::string& path) {
    const std::string text = bytes_of(path);
    Reader reader;
    for (std::size_t begin = 0, end; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1)
        try {
            reader.take(text.substr(begin, end - begin));
        } catch (const std::exception& fault) {
            if (reader.lines() < 2 || reader.result.spec.lanes.empty())
                throw std::runtime_error(path + ": line " + std::to_string(std::max(1, reader.lines())) +
                                         ": " + fault.what());
            break; // what a damaged disk left of the rest is given up
        }
    if (reader.lines() < 2)
        throw std::runtime_error(path +
                                 ": is not a journal of Collapse Lab, or was cut off in its first lines");
    const auto foreign = [lanes = reader.result.spec.lanes.size()](const Event& event) {
        try {
            check_recorded(event, lanes);
            return false;
        } catch (const std::invalid_argument&) { // the lane of a fork that did not come about
            return true;
        }
    };
    std::erase_if(reader.result.events, foreign);
    return {std::move(reader.result), reader.ended()};
}

} // namespace lab
