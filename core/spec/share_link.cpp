#include "core/spec/share_link.h"

#include "core/base/base64.h"
#include "core/base/compression.h"
#include "core/base/json_values.h"
#include "core/spec/spec_json.h"
#include "core/spec/spec_values.h"

#include <stdexcept>
#include <string_view>

namespace lab {

namespace {

constexpr std::string_view beginning = "collapselab:";
/// A specification with hundreds of segments has a tenth of it.
constexpr std::size_t longest_specification = 1 << 20;

[[noreturn]] void refuse(const std::string& why) {
    throw std::invalid_argument("The link " + why + ".");
}

} // namespace

std::string share_link(const ExperimentSpec& spec) {
    ExperimentSpec shared = spec;
    shared.data_dir.clear();
    shared.frost_dir.clear();
    const std::string json = dumped(spec_value(shared));
    return std::string(beginning) + base64url(compressed(json, Wrapping::zlib));
}

ExperimentSpec spec_from_share_link(const std::string& link) {
    std::string text;
    for (const char c : link)
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            text += c;
    if (!text.starts_with(beginning))
        refuse("is none of Collapse Lab: expected \"" + std::string(beginning) +
               "\" at the beginning, found \"" + text.substr(0, 24) + "\"");
    if (text.size() == beginning.size())
        refuse("is cut off: nothing stands behind \"" + std::string(beginning) + "\"");
    std::string json;
    try {
        const std::string_view digits = std::string_view(text).substr(beginning.size());
        json =
            decompressed(from_base64url(digits, beginning.size() + 1), Wrapping::zlib, longest_specification);
    } catch (const std::exception& fault) {
        refuse(fault.what());
    }
    return spec_from_json(json);
}

} // namespace lab
