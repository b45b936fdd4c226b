#include "core/spec/spec_json.h"
#include "tests/fuzz/memory_file.h"

namespace fuzz {

void spec(Bytes bytes) {
    expect_a_sentence_at_most([&] {
        const std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        const lab::ExperimentSpec spec = lab::spec_from_json(text);
        if (!(lab::spec_from_json(lab::to_json(spec)) == spec))
            throw std::logic_error("a specification that does not survive being written and read");
        lab::validate(spec);
    });
}

} // namespace fuzz
