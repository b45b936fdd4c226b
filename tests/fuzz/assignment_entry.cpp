#include "core/base/text.h"
#include "core/catalogue/preset.h"
#include "core/spec/spec_json.h"
#include "core/spec/spec_use.h"
#include "core/spec/spec_values.h"
#include "tests/fuzz/memory_file.h"

#include <algorithm>

namespace fuzz {

namespace {

/// What is accepted stands in the specification, whole: every leaf of an assignment that no other one
/// touches.
void expect_effect(const lab::ExperimentSpec& spec, const std::vector<std::string>& assignments) {
    const auto value = lab::spec_value(spec, lab::Unset::listed);
    std::vector<lab::Assignment> all;
    for (const std::string& text : assignments)
        all.push_back(lab::assignment_of(text));
    for (const lab::Assignment& one : all) {
        const bool alone = std::count_if(all.begin(), all.end(), [&](const lab::Assignment& other) {
                               const std::size_t depth = std::min(one.keys.size(), other.keys.size());
                               return std::equal(one.keys.begin(), one.keys.begin() + std::ptrdiff_t(depth),
                                                 other.keys.begin());
                           }) == 1;
        const auto* const found = lab::find_value(value, one.keys);
        if (!alone || found == nullptr)
            continue;
        for (const lab::Leaf& leaf : lab::leaves_of(lab::assigned_value(one, *found), one.keys)) {
            const auto* const now = lab::find_value(value, leaf.keys);
            if (leaf.value.is_object())
                continue; // a text by its bytes, which may be UTF-8
            const auto wished =
                leaf.value.is_string() ? lab::text_value(leaf.value.get<std::string>()) : leaf.value;
            if (now == nullptr || *now != wished)
                throw std::logic_error("an assignment that is accepted and has no effect: " + one.path);
        }
    }
}

} // namespace

void assignments(Bytes bytes) {
    const std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const std::vector<std::string> lines = lab::lines_of_text(text);
    expect_a_sentence_at_most([&] {
        std::vector<lab::Notice> notices;
        const lab::ExperimentSpec spec = lab::preset_with("default", lines, notices);
        lab::validate(spec);
        lab::expect_used(spec, lines);
        expect_effect(spec, lines);
        if (!(lab::spec_from_json(lab::to_json(spec)) == spec))
            throw std::logic_error("a specification that does not survive being written and read");
    });
}

} // namespace fuzz
