#include "core/text/piece_pattern.h"

#include <QtTest>

using namespace lab;

namespace {

QStringList pieces(const QString& text, const std::vector<std::size_t>& ends) {
    const QByteArray bytes = text.toUtf8();
    QStringList all;
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
        all << QString::fromUtf8(bytes.mid(qsizetype(begin), qsizetype(end - begin)));
        begin = end;
    }
    return all;
}

} // namespace

class TestPieces : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void cuts_data() {
        QTest::addColumn<int>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, PiecePattern pattern, const QString& text,
                            const QStringList& expected) {
            QTest::newRow(name) << static_cast<int>(pattern) << text << expected;
        };
        using enum PiecePattern;
        row("words", llama3, "Hello, world!", {"Hello", ",", " world", "!"});
        row("contractions in any case", llama3, "I'LL we'Re", {"I", "'LL", " we", "'Re"});
        row("contractions in lower case", gpt2, "I'LL we're", {"I", "'", "LL", " we", "'re"});
        row("a contraction ends early", qwen2, "'seven", {"'s", "even"});
        row("long s", llama3, "it'\u017f", {"it", "'\u017f"});
        row("no contraction of long s", gpt2, "it'\u017f", {"it", "'", "\u017f"});
        row("another apostrophe", llama3, "it\u2019s", {"it", "\u2019s"});
        row("three numbers", llama3, "1234567", {"123", "456", "7"});
        row("one number", qwen2, "123", {"1", "2", "3"});
        row("all numbers", gpt2, "a 1234567", {"a", " 1234567"});
        row("no space before a number", llama3, "a 12", {"a", " ", "12"});
        row("other numerals", llama3, "\u0663\u0664\u0665\u0666", {"\u0663\u0664\u0665", "\u0666"});
        row("a sign in front of letters", llama3, "(x)", {"(x", ")"});
        row("a tab in front of letters", qwen2, "\tx", {"\tx"});
        row("a tab is no space", gpt2, "\tx", {"\t", "x"});
        row("signs with line ends", llama3, "; \n!\r\nx", {";", " \n", "!\r\n", "x"});
        row("signs without them", gpt2, "!\nx", {"!", "\n", "x"});
        row("white space up to the last line end", llama3, " \n \n  x", {" \n \n", " ", " x"});
        row("white space of GPT-2", gpt2, " \n  x", {" \n ", " x"});
        row("white space at the end", qwen2, "x   ", {"x", "   "});
        row("one space before a number", gpt2, "x  1", {"x", " ", " 1"});
        row("line end before letters", llama3, "\nx", {"\n", "x"});
        row("carriage return alone", llama3, "a\rb", {"a", "\r", "b"});
        row("mark between letters", llama3, "e\u0301a", {"e", "\u0301a"});
        row("no-break space", gpt2, "a\u00a0b", {"a", "\u00a0", "b"});
        row("joined pictures", llama3, QString::fromUcs4(U"\U0001F468\u200d\U0001F469"),
            {QString::fromUcs4(U"\U0001F468\u200d\U0001F469")});
        row("nothing", llama3, "", {});
    }
    void cuts() {
        QFETCH(int, pattern);
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        QCOMPARE(pieces(text, piece_ends(text.toStdString(), static_cast<PiecePattern>(pattern))), expected);
    }

    void digits() {
        const QString text = QStringLiteral("ab12\u00bdc3");
        QCOMPARE(pieces(text, digit_ends(text.toStdString(), true)),
                 QStringList({"ab", "1", "2", "\u00bd", "c", "3"}));
        QCOMPARE(pieces(text, digit_ends(text.toStdString(), false)),
                 QStringList({"ab", "12\u00bd", "c", "3"}));
    }

    void an_expression_is_known_letter_by_letter() {
        using enum PiecePattern;
        for (const PiecePattern pattern : {gpt2, llama3, qwen2})
            QCOMPARE(static_cast<int>(piece_pattern_of(expression_of(pattern))), static_cast<int>(pattern));
        const std::string llama = expression_of(llama3);
        for (const std::string& other :
             {llama + " ", llama.substr(1), std::string(), std::string("\\p{L}+"), std::string(" ?\\p{L}+")})
            QVERIFY_THROWS_EXCEPTION(std::invalid_argument, piece_pattern_of(other));
    }
};

QTEST_GUILESS_MAIN(TestPieces)
#include "test_pieces.moc"
