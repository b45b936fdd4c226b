#include "core/model/language/rope_config.h"

#include <optional>
#include <string>

namespace lab {

namespace {

/// One of two fields under which a thing is stored; both must say the same.
template <class T>
std::optional<T> either(const ConfigFields& fields, const char* key, const std::optional<T>& older,
                        const std::optional<T>& newer) {
    if (older && newer && *older != *newer)
        fields.refuse(key, "what rope_parameters says");
    return newer ? newer : older;
}

RopeScaling llama3_scaling(const ConfigFields& fields) {
    const auto number = [&](const char* key) {
        const auto value = fields.positive(key);
        if (!value)
            fields.refuse(key, "a number above 0");
        return *value;
    };
    const RopeScaling scaling{number("factor"), number("low_freq_factor"), number("high_freq_factor"),
                              number("original_max_position_embeddings")};
    if (scaling.high <= scaling.low)
        fields.refuse("high_freq_factor", "more than low_freq_factor");
    if (scaling.factor < 1)
        fields.refuse("factor", "1 or more");
    return scaling;
}

/// What rope_scaling or rope_parameters say of the frequencies; the scaling, or nothing.
std::optional<RopeScaling> read_rope(const ConfigFields& top, const char* key, std::optional<double>& theta) {
    if (!top.has(key))
        return std::nullopt;
    if (!top[key].is_object())
        top.refuse(key, "an object");
    const ConfigFields rope(top[key], top.source() + ": " + key);
    for (const auto& [name, value] : rope.object().items())
        if (value.is_object())
            top.refuse(key, "one set of rotations for all layers");
    if (const auto share = rope.positive("partial_rotary_factor"); share && *share != 1)
        rope.refuse("partial_rotary_factor", "1, as nothing else is implemented");
    if (rope.has("mrope_section"))
        rope.refuse("mrope_section", "rotations by one position");
    theta = either(top, "rope_theta", theta, rope.positive("rope_theta"));
    const char* const named = rope.has("rope_type") ? "rope_type" : "type";
    const std::string type = rope.text(named, "default");
    if (type != "default" && type != "llama3")
        rope.refuse(named, "\"default\" or \"llama3\"");
    if (rope.has("rope_type") && rope.text("type", type) != type)
        rope.refuse("type", "what rope_type says");
    if (type == "llama3")
        return llama3_scaling(rope);
    if (rope.has("factor") && rope.positive("factor") != 1.0)
        rope.refuse("factor", "none, as no rope_type says what it scales");
    return std::nullopt;
}

} // namespace

void read_rotations(const ConfigFields& fields, DecoderConfig& config) {
    std::optional<double> theta = fields.positive("rope_theta");
    config.scaling = read_rope(fields, "rope_scaling", theta);
    if (fields.has("rope_parameters")) {
        const std::optional<RopeScaling> newer = read_rope(fields, "rope_parameters", theta);
        if (fields.has("rope_scaling") && newer != config.scaling)
            fields.refuse("rope_parameters", "what rope_scaling says");
        config.scaling = newer;
    }
    if (!theta)
        config.notices.push_back({NoticeSubject::model, false,
                                  "rope_theta 10000 assumed: " + fields.source() + " does not tell", ""});
    config.rope_theta = theta.value_or(config.rope_theta);
}

} // namespace lab
