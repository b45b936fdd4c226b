#include "core/text/answer.h"
#include "core/text/question_set.h"
#include "core/text/stream_decoder.h"
#include "tests/fuzz/memory_file.h"

#include <algorithm>
#include <stdexcept>

namespace fuzz {

namespace {

/// Texts that touch every kind of piece.
constexpr const char* texts[] = {"Hello, we'LL see 12345 e\u0301\u0323 \u65e5\u672c\n\n  x<|end|> <mark>",
                                 "\U0001F468\u200d\U0001F469 a\u00a0b\r\n\t1/2", ""};

/// What went in comes out, unless tokens are left out or white space belongs to marks.
void use(const lab::Tokenizer& tokenizer) {
    for (const char* text : texts) {
        lab::EncodedText encoded;
        expect_a_sentence_at_most([&] { encoded = tokenizer.encode(text); });
        if (encoded.ids.size() != encoded.spans.size())
            throw std::logic_error("ids without spans");
        for (const lab::TextSpan& span : encoded.spans)
            if (span.begin > span.end || span.end > std::string_view(text).size())
                throw std::logic_error("a span outside of the text");
        lab::StreamDecoder stream(tokenizer);
        std::string streamed;
        for (const std::int32_t id : encoded.ids)
            streamed += stream.push(id);
        streamed += stream.finish();
        if (streamed != tokenizer.decode(encoded.ids))
            throw std::logic_error("a stream that decodes otherwise");
    }
    for (std::int32_t id = -1;
         id <= static_cast<std::int32_t>(std::min<std::size_t>(tokenizer.vocabulary_size(), 600)); ++id)
        (void)(tokenizer.token_name(id).size() + tokenizer.token_bytes(id).size());
}

} // namespace

void tokenizer(Bytes bytes) {
    const std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    expect_a_sentence_at_most([&] { use(lab::Tokenizer::parse(text)); });
    const MemoryFile file(bytes);
    expect_a_sentence_at_most([&] { (void)lab::Tokenizer::load(file.path()); });
}

/// A file of questions; each answer is judged against the next.
void questions(Bytes bytes) {
    const MemoryFile file(bytes);
    const std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (const auto answer = lab::extract_answer(text))
        (void)lab::judge_answer(answer->text, "\\frac{1}{2}");
    for (const lab::QuestionLayout& layout : lab::question_layouts())
        expect_a_sentence_at_most([&] {
            const lab::QuestionSet set = lab::read_questions(file.path(), layout);
            std::size_t skipped = 0;
            for (const auto& [reason, count] : set.skipped)
                skipped += count;
            if (set.used() + skipped != set.found)
                throw std::logic_error("rows that are neither used nor skipped");
            for (std::size_t i = 0; i < set.questions.size(); ++i) {
                const std::string& answer = set.questions[i].answer;
                (void)lab::judge_answer(answer, set.questions[(i + 1) % set.questions.size()].answer);
                if (lab::judge_answer(answer, answer) != lab::Verdict::right)
                    throw std::logic_error("an answer that is not right for itself");
            }
        });
}

} // namespace fuzz
