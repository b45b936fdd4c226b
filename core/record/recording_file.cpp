#include "core/record/recording_file.h"

#include "core/base/compression.h"
#include "core/base/json_values.h"
#include "core/record/detail_line.h"
#include "core/record/event_json.h"
#include "core/record/migration.h"
#include "core/record/record_fields.h"
#include "core/record/recording_checks.h"
#include "core/record/run_info_json.h"
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

constexpr int present_version = 3;
constexpr int version_of_words = 2; ///< up to this one events are words, and the device is its title
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

/// @param all_named the version writes what does not apply as null
StepRecord record_from(const Json& json, bool all_named) {
    StepRecord record;
    for_each_member([&](const char* name, auto member) {
        const bool since_0_2 = std::string_view(name) == "severity" || std::string_view(name) == "segment";
        if (since_0_2 && (!json.contains(name) || json[name].is_null()))
            return; // not known
        if constexpr (std::is_same_v<decltype(member), double StepRecord::*>)
            if ((!all_named || !is_measured_in(name, Modality::images)) && !json.contains(name) &&
                !std::string_view(name).ends_with("_ms")) {
                record.*member = std::numeric_limits<double>::quiet_NaN();
                return;
            }
        read(json, name, record.*member);
    });
    read(json, "predictions", record.predictions);
    if (json.contains("labels"))
        read(json, "labels", record.labels);
    return record;
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
            take_event(json);
        else if (type == "detail" || type == "answers")
            take_detail(line);
        else if (type == "end")
            take_end(json);
        else
            throw std::runtime_error("is of an unknown type: \"" + type + "\"");
    }

    /// Nothing more follows. Throws std::exception with what is wrong with an event.
    void finish() {
        if (!events_in_words_.empty())
            result.events = events_from_2_to_3(events_in_words_, result, details);
        if (version_ <= version_of_words)
            records_from_2_to_3(result);
        events_in_words_.clear();
        if (result.info.program.empty())
            result.info.program = program_;
    }

    bool ended() const { return ended_; }
    int lines() const { return lines_; }
    Recording result;
    std::vector<BatchDetailPtr> details;

  private:
    void check_head(const Json& json, const std::string& type) {
        if (type != kind_of_file)
            throw std::runtime_error(
                std::string("is not the beginning of a recording: expected the type \"") + kind_of_file +
                "\", found \"" + type + "\"");
        version_ = json.contains("version") ? whole_number<int>(json["version"], "version") : 0;
        if (version_ > present_version)
            throw std::runtime_error("was written by a newer Collapse Lab: expected a version up to " +
                                     std::to_string(present_version) + ", found " + std::to_string(version_));
        if (version_ < 1)
            throw std::runtime_error("has another version: expected 1 to " + std::to_string(present_version) +
                                     ", found " + std::to_string(version_));
        program_ = json.value("program", std::string());
    }

    void take_specification(const Json& json) {
        ExperimentSpec spec = spec_from_json(json.at("specification").dump());
        validate(spec);
        if (spec.lanes.size() < result.spec.lanes.size())
            throw std::runtime_error("has fewer lanes than the one before");
        result.spec = std::move(spec);
    }

    void take_information(Json json) {
        if (version_ <= version_of_words)
            information_from_2_to_3(json);
        RunInfo info = info_from_value(json);
        check_recorded(info);
        for (const StepRecord& record : result.records) // where it comes late, or again
            check_recorded(record, result.spec.lanes.size(), info.class_names.size());
        result.info = std::move(info);
    }

    void take_record(const Json& json) {
        StepRecord record = record_from(json, version_ <= version_of_words);
        check_recorded(record, result.spec.lanes.size(), result.info.class_names.size());
        result.records.push_back(std::move(record));
    }

    void take_event(const Json& json) {
        if (version_ <= version_of_words)
            events_in_words_.push_back(json); // until all is there that tells what the words mean
        else
            result.events.push_back(event_from_value(json));
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
        const std::size_t found = result.events.size() + events_in_words_.size();
        if (records != result.records.size() || events != found)
            throw std::runtime_error("expects " + std::to_string(records) + " records and " +
                                     std::to_string(events) + " events, found " +
                                     std::to_string(result.records.size()) + " and " + std::to_string(found));
        if (const auto count = json.value("details", std::size_t{0}); count != details.size())
            throw std::runtime_error("expects " + std::to_string(count) + " steps' details, found " +
                                     std::to_string(details.size()));
        ended_ = true;
    }

    int version_ = present_version;
    std::string program_;
    std::vector<Json> events_in_words_;
    int lines_ = 0;
    bool ended_ = false;
};

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
    const Json head = {{"type", kind_of_file}, {"version", present_version}, {"program", LAB_VERSION}};
    return dumped(head) + "\n" + recording_line(spec) + "\n";
}

std::string recording_line(const ExperimentSpec& spec) {
    return dumped({{"type", "specification"}, {"specification", Json::parse(to_json(spec))}});
}

std::string recording_line(const RunInfo& info) {
    Json line = {{"type", "information"}};
    line.update(info_value(info));
    return dumped(line);
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
    std::string text = recording_head(recording.spec) + recording_line(recording.info) + "\n";
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
    try {
        reader.finish();
        for (const Event& event : reader.result.events)
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
    try {
        reader.finish();
    } catch (const std::exception&) { // as above: what came before is kept
    }
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
