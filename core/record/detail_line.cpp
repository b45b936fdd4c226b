#include "core/record/detail_line.h"

#include "core/base/base64.h"
#include "core/base/json_values.h"
#include "core/record/answers_line.h"
#include "core/record/json_field.h"
#include "core/record/recording_checks.h"
#include "core/spec/spec_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <type_traits>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

static_assert(std::endian::native == std::endian::little, "numbers are written as they lie in memory");
static_assert(sizeof(int) == 4);

template <typename T>
std::string packed(const std::vector<T>& values) {
    static_assert(std::is_arithmetic_v<T>);
    return base64url({reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)});
}

[[noreturn]] void refuse(const char* name, const std::string& what) {
    throw std::runtime_error(std::string("\"") + name + "\" " + what);
}

int whole(const Json& json, const char* name) {
    return whole_number<int>(field_of(json, name), name);
}

template <typename T>
void unpack(const Json& json, const char* name, std::vector<T>& values) {
    std::string bytes;
    try {
        bytes = from_base64url(field_of(json, name).get_ref<const std::string&>());
    } catch (const std::invalid_argument& fault) {
        refuse(name, fault.what());
    }
    if (bytes.size() % sizeof(T) != 0)
        refuse(name, "holds " + std::to_string(bytes.size()) + " bytes: expected a multiple of " +
                         std::to_string(sizeof(T)));
    values.resize(bytes.size() / sizeof(T));
    if (!bytes.empty())
        std::memcpy(values.data(), bytes.data(), bytes.size());
}

void expect_size(const char* name, std::size_t found, std::size_t expected) {
    if (found != expected)
        refuse(name, "holds " + std::to_string(found) + " values: expected " + std::to_string(expected));
}

Json json_of(const StepDetail& d) {
    Json largest = Json::array();
    for (const MatrixEntry& entry : d.largest)
        largest.push_back({entry.row, entry.column, entry.value});
    return {{"lane", d.lane},
            {"recipe", Json::parse(to_json(d.recipe))},
            {"predictions", packed(d.predictions)},
            {"top_classes", packed(d.top_classes)},
            {"top_probabilities", packed(d.top_probabilities)},
            {"projection", packed(d.projection)},
            {"features", d.features},
            {"matrix_side", d.matrix_side},
            {"matrix", packed(d.matrix)},
            {"largest", largest},
            {"feature_norm", d.feature_norm},
            {"predictor_distance_before", d.distance_before},
            {"predictor_distance", d.distance},
            {"norm_change", d.norm_change},
            {"predictor_change", d.predictor_change},
            {"milliseconds", d.milliseconds}};
}

/// JSON has no word for what is not a number.
double number(const Json& json, const char* name) {
    const Json& found = field_of(json, name);
    return found.is_null() ? std::numeric_limits<double>::quiet_NaN() : found.get<double>();
}

void expect_all(const char* name, const std::vector<int>& values, int first, int end) {
    for (const int value : values)
        if (value < first || value >= end)
            refuse(name, "holds " + std::to_string(value) + ": expected " + std::to_string(first) + " to " +
                             std::to_string(end - 1));
}

StepDetail lane_from(const Json& json, std::size_t samples, int lanes, int classes) {
    StepDetail d;
    d.lane = whole(json, "lane");
    check_recorded_lane(d.lane, static_cast<std::size_t>(lanes));
    d.recipe = recipe_from_json(field_of(json, "recipe").dump());
    unpack(json, "predictions", d.predictions);
    unpack(json, "top_classes", d.top_classes);
    unpack(json, "top_probabilities", d.top_probabilities);
    unpack(json, "projection", d.projection);
    d.features = whole(json, "features");
    d.matrix_side = whole(json, "matrix_side");
    unpack(json, "matrix", d.matrix);
    expect_size("predictions", d.predictions.size(), samples);
    expect_size("top_classes", d.top_classes.size(), samples * StepDetail::top);
    expect_size("top_probabilities", d.top_probabilities.size(), samples * StepDetail::top);
    expect_all("predictions", d.predictions, 0, classes);
    expect_all("top_classes", d.top_classes, -1, classes);
    expect_size("projection", d.projection.size(), samples * 2);
    expect_range("matrix_side", d.matrix_side, 0, StepDetail::largest_side);
    expect_size("matrix", d.matrix.size(),
                static_cast<std::size_t>(d.matrix_side) * static_cast<std::size_t>(d.matrix_side));
    for (const Json& entry : field_of(json, "largest")) {
        const MatrixEntry named{whole_number<int>(entry.at(0), "largest"),
                                whole_number<int>(entry.at(1), "largest"), entry.at(2).get<float>()};
        if (std::min(named.row, named.column) < 0 || std::max(named.row, named.column) >= d.features)
            refuse("largest", "names an entry outside of the matrix");
        d.largest.push_back(named);
    }
    d.feature_norm = number(json, "feature_norm");
    d.distance_before = number(json, "predictor_distance_before");
    d.distance = number(json, "predictor_distance");
    d.norm_change = number(json, "norm_change");
    d.predictor_change = number(json, "predictor_change");
    d.milliseconds = number(json, "milliseconds");
    return d;
}

std::vector<Image> pictures_from(const Json& json) {
    std::vector<std::uint8_t> pixels;
    unpack(json, "pixels", pixels);
    std::vector<Image> pictures;
    std::size_t used = 0;
    for (const Json& size : field_of(json, "picture_sizes")) {
        const auto at = [&size](int i) {
            return whole_number<int>(size.at(static_cast<std::size_t>(i)), "picture_sizes");
        };
        Image image{at(0), at(1), at(2), {}};
        const auto fits = [](int side) { return side > 0 && side <= BatchDetail::picture_side; };
        if (!fits(image.height) || !fits(image.width) || (image.channels != 1 && image.channels != 3))
            refuse("picture_sizes", "has " + size.dump() + ": expected height and width up to " +
                                        std::to_string(BatchDetail::picture_side) + " and 1 or 3 channels");
        if (pixels.size() - used < image.byte_count())
            refuse("pixels", "ends before the pictures do");
        const auto begin = pixels.begin() + static_cast<std::ptrdiff_t>(used);
        image.pixels.assign(begin, begin + static_cast<std::ptrdiff_t>(image.byte_count()));
        used += image.byte_count();
        pictures.push_back(std::move(image));
    }
    expect_size("pixels", pixels.size(), used);
    return pictures;
}

} // namespace

std::string to_json_line(const BatchDetail& detail) {
    if (!detail.questions.empty())
        return dumped(answers_value(detail));
    Json sizes = Json::array(), lanes = Json::array();
    std::vector<std::uint8_t> pixels;
    for (const Image& picture : detail.pictures) {
        sizes.push_back({picture.height, picture.width, picture.channels});
        pixels.insert(pixels.end(), picture.pixels.begin(), picture.pixels.end());
    }
    for (const StepDetail& lane : detail.lanes)
        lanes.push_back(json_of(lane));
    return Json{{"type", "detail"},
                {"step", detail.step},
                {"samples", packed(detail.samples)},
                {"labels", packed(detail.labels)},
                {"axis_shares", detail.axis_shares},
                {"picture_sizes", sizes},
                {"pixels", packed(pixels)},
                {"lanes", lanes}}
        .dump();
}

BatchDetail detail_from_json_line(const std::string& line, int lanes, int classes) {
    const Json json = Json::parse(line);
    if (json.value("type", std::string()) == "answers")
        return answers_from_value(json, lanes, classes);
    BatchDetail detail;
    detail.step = whole(json, "step");
    if (detail.step < 1)
        refuse("step", "is " + std::to_string(detail.step) + ": expected 1 or more");
    unpack(json, "samples", detail.samples);
    unpack(json, "labels", detail.labels);
    expect_size("labels", detail.labels.size(), detail.samples.size());
    expect_all("labels", detail.labels, -1, classes);
    const Json& shares = field_of(json, "axis_shares");
    detail.axis_shares = {shares.at(0).get<double>(), shares.at(1).get<double>()};
    detail.pictures = pictures_from(json);
    if (detail.pictures.size() > detail.samples.size())
        refuse("picture_sizes", "has more pictures than there are samples");
    for (const Json& lane : field_of(json, "lanes")) {
        detail.lanes.push_back(lane_from(lane, detail.samples.size(), lanes, classes));
        detail.lanes.back().step = detail.step;
    }
    return detail;
}

} // namespace lab
