#include "core/base/compression.h"
#include "core/record/recording_file.h"
#include "core/record/summary.h"
#include "core/spec/share_link.h"
#include "core/spec/spec_json.h"
#include "tests/fuzz/memory_file.h"

namespace fuzz {

namespace {

std::string text_of(Bytes bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void use(const lab::Recording& recording) {
    lab::summarise(recording);
    lab::to_csv(recording);
    if (lab::summary_json(recording).empty() || lab::recording_json(recording).empty())
        throw std::logic_error("a recording that cannot be handed out");
}

} // namespace

void recording(Bytes bytes) {
    expect_a_sentence_at_most([&] {
        const MemoryFile file(bytes);
        use(lab::read_journal(file.path()).recording);
    });
    expect_a_sentence_at_most([&] {
        const std::string packed = lab::compressed(text_of(bytes), lab::Wrapping::gzip);
        const MemoryFile file({reinterpret_cast<const std::uint8_t*>(packed.data()), packed.size()});
        lab::DetailStore details;
        const lab::Recording read = lab::load_recording(file.path(), &details);
        use(read);
    });
}

void link(Bytes bytes) {
    expect_a_sentence_at_most([&] {
        const lab::ExperimentSpec spec = lab::spec_from_share_link(text_of(bytes));
        lab::validate(spec);
        if (!(lab::spec_from_share_link(lab::share_link(spec)) == spec) && spec.data_dir.empty() &&
            spec.frost_dir.empty())
            throw std::logic_error("a link that does not survive being written and read");
    });
}

} // namespace fuzz
