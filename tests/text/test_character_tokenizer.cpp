#include "core/text/character_tokenizer.h"
#include "core/text/text_shift.h"
#include "core/text/tokenizer.h"
#include "tests/support/test_files.h"

#include <QtTest>
#include <nlohmann/json.hpp>

using namespace lab;

namespace {

std::string tasks_own() {
    return character_tokenizer_json({"<pad>", "<end>"}, task_characters());
}

} // namespace

class TestCharacterTokenizer : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void each_character_is_a_token() {
        const Tokenizer tokenizer = Tokenizer::parse(tasks_own());
        QCOMPARE(tokenizer.vocabulary_size(), std::size_t(48));
        QCOMPARE(tokenizer.merge_count(), std::size_t(0));
        const std::string text(task_characters());
        const EncodedText encoded = tokenizer.encode(text);
        QCOMPARE(encoded.ids.size(), text.size());
        for (std::size_t i = 0; i < text.size(); ++i) {
            QCOMPARE(encoded.ids[i], std::int32_t(i) + 2);
            QCOMPARE(tokenizer.token_bytes(encoded.ids[i]), std::string_view(text).substr(i, 1));
        }
        QCOMPARE(tokenizer.decode(encoded.ids), text);
    }

    void solutions_come_back_and_marks_are_marks() {
        const Tokenizer tokenizer = Tokenizer::parse(tasks_own());
        for (const TextTaskRow& row : text_tasks())
            for (std::uint64_t number = 0; number < 50; ++number) {
                const WorkedQuestion q = worked_question(row.task, TaskSplit::test, 0, number);
                const std::string filled = with_fillers(q.question, 0.4, 0, number) + q.solution();
                QCOMPARE(tokenizer.decode(tokenizer.encode(filled).ids), filled);
            }
        QVERIFY(tokenizer.is_special(0) && tokenizer.is_special(1) && !tokenizer.is_special(2));
        QCOMPARE(tokenizer.id_of("<end>"), std::optional<std::int32_t>(1));
        QCOMPARE(tokenizer.decode({2, 1, 0}, true), std::string("0"));
    }

    void what_is_in_no_question_is_refused() {
        const Tokenizer tokenizer = Tokenizer::parse(tasks_own());
        for (const char* text : {"7+Y=?", "7\n", "7×3=?", "{7}"})
            QVERIFY2(test_files::sentence_of([&] {
                         tokenizer.encode(text);
                     }).starts_with("the vocabulary has no token for "),
                     text);
    }

    /// No merges are no damage where no token is longer than a byte, and are where one is.
    void merges_that_were_lost_are_told() {
        auto json = nlohmann::ordered_json::parse(tasks_own());
        for (const char* longer : {"10", "+1", "=?"}) {
            auto damaged = json;
            damaged["model"]["vocab"][longer] = 48;
            const std::string said = test_files::sentence_of([&] { Tokenizer::parse(damaged.dump()); });
            QVERIFY2(said.starts_with("model.merges: expected merges, as tokens are longer than a byte"),
                     said.c_str());
        }
    }

    void characters_that_cannot_be_are_refused() {
        for (const char* characters : {"0120", "a\n", "\x7f", "\xc3\xa9", "a\t"})
            QVERIFY2(test_files::sentence_of([&] {
                         character_tokenizer_json({"<end>"}, characters);
                     }).starts_with("characters: expected visible ASCII and the space, each once"),
                     characters);
    }
};

QTEST_GUILESS_MAIN(TestCharacterTokenizer)
#include "test_character_tokenizer.moc"
