#include "core/text/stream_decoder.h"
#include "core/text/token_merges.h"
#include "core/text/tokenizer_layout.h"
#include "tests/text/small_tokenizer.h"

#include <QtTest>

#include <random>

using namespace lab;

namespace {

Tokenizer small(const std::string& name) {
    return Tokenizer::parse(small_tokenizer::json(name).dump());
}

std::string texts_of_spans(const std::string& text, const EncodedText& encoded) {
    std::string all;
    for (const TextSpan& span : encoded.spans)
        all += "[" + text.substr(span.begin, span.end - span.begin) + "]";
    return all;
}

} // namespace

class TestTokenizer : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void spans_hold_the_bytes_of_each_id() {
        const Tokenizer tokenizer = small("smollm2");
        for (const std::string text :
             {"Hello, world! 12", "  \n x", "\u65e5\u672c \U0001F44D\U0001F3FD<|end|>."}) {
            const EncodedText encoded = tokenizer.encode(text);
            QCOMPARE(encoded.spans.size(), encoded.ids.size());
            std::size_t at = 0;
            for (std::size_t i = 0; i < encoded.ids.size(); ++i) {
                QCOMPARE(encoded.spans[i].begin, at);
                at = encoded.spans[i].end;
                QCOMPARE(std::string(tokenizer.token_bytes(encoded.ids[i])),
                         text.substr(encoded.spans[i].begin, at - encoded.spans[i].begin));
            }
            QCOMPARE(at, text.size());
        }
    }

    void spans_lead_through_the_composed_form() {
        const Tokenizer tokenizer = small("qwen2");
        const std::string text = "xe\u0301 <mark>y";
        const EncodedText encoded = tokenizer.encode(text);
        const std::string shown = texts_of_spans(text, encoded);
        QVERIFY2(shown.find("[e\u0301]") != std::string::npos, shown.c_str());
        QVERIFY2(shown.find("[<mark>]") != std::string::npos, shown.c_str());
        QCOMPARE(encoded.spans.back().end, text.size());
    }

    void what_the_post_processor_adds_has_empty_spans() {
        const EncodedText with = small("llama3").encode("a"), without = small("llama3").encode("a", {false});
        QCOMPARE(with.ids.size(), without.ids.size() + 2);
        QCOMPARE(with.spans[0], (TextSpan{0, 0}));
        QCOMPARE(small("llama3").ids_in_front().size(), std::size_t{2});
        QVERIFY(small("qwen2").ids_in_front().empty());
    }

    void a_space_put_in_front_has_no_bytes() {
        const Tokenizer tokenizer = small("marks");
        const EncodedText encoded = tokenizer.encode("7");
        QCOMPARE(tokenizer.decode(encoded.ids), std::string(" 7"));
        QCOMPARE(encoded.spans.front().begin, std::size_t{0});
        QCOMPARE(encoded.spans.back(), (TextSpan{0, 1}));
    }

    void marks_in_a_users_text_stay_text() {
        const Tokenizer tokenizer = small("qwen2");
        const std::string text = "<|end|> and <mark>";
        const std::int32_t end = *tokenizer.id_of("<|end|>"), mark = *tokenizer.id_of("<mark>");
        const auto has = [&](MarksInText marks, std::int32_t id) {
            const auto ids = tokenizer.encode(text, {true, marks}).ids;
            return std::count(ids.begin(), ids.end(), id) == 1;
        };
        QVERIFY(has(MarksInText::all, end) && has(MarksInText::all, mark));
        QVERIFY(!has(MarksInText::ordinary, end) && has(MarksInText::ordinary, mark));
        QVERIFY(!has(MarksInText::none, end) && !has(MarksInText::none, mark));
        for (const MarksInText marks : {MarksInText::all, MarksInText::ordinary, MarksInText::none})
            QCOMPARE(tokenizer.decode(tokenizer.encode(text, {true, marks}).ids), text);
    }

    void names_bytes_and_sizes() {
        const Tokenizer tokenizer = small("smollm2");
        QCOMPARE(*tokenizer.id_of("<|begin|>"), 0);
        QVERIFY(tokenizer.is_special(0) && !tokenizer.is_special(5) && !tokenizer.is_special(-1));
        const std::int32_t space = *tokenizer.id_of("\u0120");
        QCOMPARE(std::string(tokenizer.token_bytes(space)), std::string(" "));
        QCOMPARE(tokenizer.token_name(space), std::string("\u0120"));
        QVERIFY(!tokenizer.id_of("no such token") && !tokenizer.id_of("\xff"));
        const auto size = static_cast<std::int32_t>(tokenizer.vocabulary_size());
        QVERIFY(tokenizer.has_token(size - 1) && !tokenizer.has_token(size) && !tokenizer.has_token(-1));
        QVERIFY(tokenizer.merge_count() > 200);
        QCOMPARE(tokenizer.decode({space, size + 7, space}), std::string("  ")); // a row that only fills up
    }

    void both_spellings_of_merges_are_one() {
        auto pairs = small_tokenizer::json("qwen2"), strings = pairs;
        strings["model"]["merges"] = small_tokenizer::Json::array();
        strings["model"]["merges"].push_back("#version: 0.2");
        for (const auto& pair : pairs["model"]["merges"])
            strings["model"]["merges"].push_back(pair[0].get<std::string>() + " " +
                                                 pair[1].get<std::string>());
        const Tokenizer a = Tokenizer::parse(pairs.dump()), b = Tokenizer::parse(strings.dump());
        const std::string text = "Hello the ananas bananas \\frac{1}{2}";
        QVERIFY(a.merge_count() > 200);
        QCOMPARE(a.merge_count(), b.merge_count());
        QCOMPARE(a.encode(text).ids, b.encode(text).ids);
        QVERIFY(a.encode(text).ids.size() < text.size() / 2);
    }

    void a_vocabulary_of_single_bytes_needs_no_merges() {
        auto json = small_tokenizer::json("smollm2");
        auto& vocabulary = json["model"]["vocab"];
        std::vector<std::string> longer;
        for (const auto& [name, id] : vocabulary.items())
            if (id.get<int>() >= 258)
                longer.push_back(name);
        for (const std::string& name : longer)
            vocabulary.erase(name);
        json["model"]["merges"] = small_tokenizer::Json::array();
        QCOMPARE(Tokenizer::parse(json.dump()).encode("7+8*3").ids.size(), std::size_t{5});
    }

    void a_byte_without_a_token_is_told() {
        auto json = small_tokenizer::json("unknown");
        json["model"]["unk_token"] = nullptr;
        const Tokenizer tokenizer = Tokenizer::parse(json.dump());
        QVERIFY(!tokenizer.encode("an an").ids.empty());
        for (const auto& [text, place] : {std::pair("anx", "\"x\" at byte 2"),
                                          {"\u65e5", "at byte 0"},
                                          {"an an\u00e9", "\"\u00e9\" at byte 5"}}) {
            try {
                tokenizer.encode(text);
                QFAIL("accepted");
            } catch (const std::invalid_argument& fault) {
                QVERIFY2(std::string(fault.what()).find(place) != std::string::npos, fault.what());
            }
        }
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, tokenizer.encode("\xff"));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, tokenizer.encode("a\xed\xa0\x80"));
    }

    void a_character_is_held_back_until_it_is_whole() {
        const Tokenizer tokenizer = small("smollm2");
        StreamDecoder stream(tokenizer);
        const std::string text = "\U0001F44D";
        std::vector<std::int32_t> ids;
        for (const char c : text)
            for (std::int32_t id = 0; id < 258; ++id)
                if (tokenizer.token_bytes(id) == std::string_view(&c, 1))
                    ids.push_back(id);
        QCOMPARE(ids.size(), std::size_t{4});
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(stream.push(ids[std::size_t(i)]), std::string());
            QCOMPARE(stream.pending().size(), std::size_t(i + 1));
        }
        QCOMPARE(stream.push(ids[3]), text);
        QVERIFY(stream.pending().empty());
        // Half a character at the end, and in front of another one.
        std::string rest = stream.push(ids[0]);
        rest += stream.finish();
        QCOMPARE(rest, std::string("\ufffd"));
        rest.clear();
        for (const std::int32_t id : {ids[0], ids[0], *tokenizer.id_of("a")})
            rest += stream.push(id);
        rest += stream.finish();
        QCOMPARE(rest, std::string("\ufffd\ufffda"));
    }

    void queue_and_list_merge_alike() {
        std::mt19937 random(5);
        TokenMerges merges;
        for (std::int32_t i = 0; i < 40; ++i)
            merges.add(static_cast<std::int32_t>(random() % 12), static_cast<std::int32_t>(random() % 12),
                       {i, 2 + static_cast<std::int32_t>(random() % 10)});
        for (int round = 0; round < 300; ++round) {
            std::vector<PieceToken> longer;
            for (std::size_t i = 0; i < 40 + random() % 20; ++i)
                longer.push_back({static_cast<std::int32_t>(random() % 3), 1});
            // By hand: the lowest rank, of equal ones the leftmost.
            std::vector<PieceToken> expected = longer;
            for (;;) {
                std::size_t best = expected.size();
                TokenMerges::Merge merge;
                for (std::size_t i = 0; i + 1 < expected.size(); ++i) {
                    const auto found = merges.find(expected[i].id, expected[i + 1].id);
                    if (found.rank >= 0 && (merge.rank < 0 || found.rank < merge.rank)) {
                        best = i;
                        merge = found;
                    }
                }
                if (best == expected.size())
                    break;
                expected[best] = {merge.into, expected[best].bytes + expected[best + 1].bytes};
                expected.erase(expected.begin() + std::ptrdiff_t(best) + 1);
            }
            merge_tokens(longer, merges);
            QCOMPARE(longer.size(), expected.size());
            for (std::size_t i = 0; i < longer.size(); ++i)
                QVERIFY(longer[i].id == expected[i].id && longer[i].bytes == expected[i].bytes);
        }
    }

    /// Two megabytes without a place to cut: an algorithm that takes squares would not come back.
    void long_words_take_no_squares() {
        const Tokenizer tokenizer = small("llama3");
        for (const std::string piece : {"a", "an", " ", "\n", "'", "1", "\u0301", "<|en"}) {
            std::string text;
            while (text.size() < 2000000)
                text += piece;
            QCOMPARE(tokenizer.decode(tokenizer.encode(text, {false}).ids), text);
        }
    }
};

QTEST_GUILESS_MAIN(TestTokenizer)
#include "test_tokenizer.moc"
