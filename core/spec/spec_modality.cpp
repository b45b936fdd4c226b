#include "core/spec/spec_modality.h"

#include "core/spec/spec_values.h"

#include <array>
#include <stdexcept>
#include <string>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

struct OwnField {
    const char* part;
    const char* field;
    bool language; ///< of language experiments; else of those with pictures
};

constexpr std::array<OwnField, 20> own_fields = {{{"data", "id", false},
                                                  {"data", "folder", false},
                                                  {"data", "cache_mib", false},
                                                  {"data", "frost_folder", false},
                                                  {"data", "questions", true},
                                                  {"data", "layout", true},
                                                  {"data", "prompt", true},
                                                  {"data", "instruction", true},
                                                  {"model", "options", false},
                                                  {"stream", "scenario", false},
                                                  {"stream", "corruption", false},
                                                  {"stream", "images", false},
                                                  {"stream", "noise_batches", false},
                                                  {"stream", "blind_spot_top", false},
                                                  {"stream", "segments", false},
                                                  {"stream", "order", true},
                                                  {"stream", "steps", true},
                                                  {"stream", "shift", true},
                                                  {"stream", "decoding", true},
                                                  {"machine", "prefetch_threads", false}}};

const Json& default_value() {
    static const Json value = spec_value(ExperimentSpec(), Unset::listed);
    return value;
}

[[noreturn]] void refuse(const OwnField& row) {
    throw std::invalid_argument(std::string(row.part) + "." + row.field +
                                (row.language ? ": is for language experiments, and data.questions is empty: "
                                                "expected none"
                                              : ": is for pictures, and data.questions asks a language "
                                                "model: expected none"));
}

bool names(const Json& value, const OwnField& row) {
    return value.contains(row.part) && value[row.part].is_object() && value[row.part].contains(row.field);
}

/// Whether a text asks questions; what is wrong with the field is told when it is read.
bool asks(const Json& value) {
    if (!names(value, {"data", "questions", true}))
        return false;
    const Json& found = value["data"]["questions"];
    return !found.is_string() || !found.get_ref<const std::string&>().empty();
}

} // namespace

void leave_out_foreign(const ExperimentSpec& spec, Json& value) {
    for (const OwnField& row : own_fields)
        if (row.language != is_language(spec) && names(value, row) &&
            value[row.part][row.field] == default_value()[row.part][row.field])
            value[row.part].erase(row.field);
}

void expect_no_foreign(const Json& value) {
    const bool language = asks(value);
    for (const OwnField& row : own_fields)
        if (row.language != language && names(value, row) &&
            (std::string(row.field) != "questions" || language))
            refuse(row);
}

void expect_no_foreign(const ExperimentSpec& spec) {
    const Json value = spec_value(spec, Unset::listed);
    for (const OwnField& row : own_fields)
        if (row.language != is_language(spec) &&
            value[row.part][row.field] != default_value()[row.part][row.field])
            refuse(row);
}

} // namespace lab
