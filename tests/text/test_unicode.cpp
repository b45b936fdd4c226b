#include "core/text/unicode.h"

#include <QtTest>

#include <map>

using namespace lab;

namespace {

std::string utf8(const QString& text) {
    return text.toStdString();
}

} // namespace

/// Categories and composed forms against figures of the reference engine (tokenizers 0.23.2).
class TestUnicode : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void as_many_of_each_class_as_in_the_reference() {
        std::map<CharacterClass, int> count;
        int numeric = 0;
        for (char32_t code = 0; code < 0x110000; ++code) {
            ++count[character_class(code)];
            numeric += is_numeric(code) ? 1 : 0;
        }
        QCOMPARE(count[CharacterClass::letter], 141028); // Unicode 16
        QCOMPARE(count[CharacterClass::number], 1911);
        QCOMPARE(count[CharacterClass::space], 25);
        QCOMPARE(numeric, 1924); // Unicode 17
    }

    void classes_data() {
        QTest::addColumn<uint>("code");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, uint code, CharacterClass kind) {
            QTest::newRow(name) << code << static_cast<int>(kind);
        };
        using enum CharacterClass;
        row("z", 'z', letter);
        row("long s", 0x17f, letter);
        row("han", 0x65e5, letter);
        row("modifier letter", 0x2b0, letter);
        row("han of Unicode 15.1", 0x2ebf0, letter);
        row("letter of Unicode 17", 0x10940, other);
        row("mark", 0x301, other);
        row("vowel sign", 0x93f, other);
        row("half", 0xbd, number);
        row("roman eight", 0x2167, number);
        row("superscript", 0xb2, number);
        row("digit of Unicode 16", 0x10d40, number);
        row("digit of Unicode 17", 0x11de0, other);
        row("no-break space", 0xa0, space);
        row("next line", 0x85, space);
        row("ideographic space", 0x3000, space);
        row("vertical tab", 0xb, space);
        row("unit separator", 0x1f, other);
        row("zero width space", 0x200b, other);
        row("byte-order mark", 0xfeff, other);
        row("private use", 0xe000, other);
        row("last", 0x10ffff, other);
    }
    void classes() {
        QFETCH(uint, code);
        QFETCH(int, kind);
        QCOMPARE(static_cast<int>(character_class(code)), kind);
    }

    void composes_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QString& text, const QString& expected) {
            QTest::newRow(name) << text << expected;
        };
        row("letter and mark", "cafe\u0301", "caf\u00e9");
        row("marks are sorted", "q\u0307\u0323", "q\u0323\u0307");
        row("sorted, then composed", "e\u0301\u0323", "\u1eb9\u0301");
        row("singleton", "\u212b\u2126", "\u00c5\u03a9");
        row("exclusion", "\u0958", "\u0915\u093c");
        row("jamo", "\u1112\u1161\u11ab", "\ud55c");
        row("syllable and jamo", "\uac00\u11a8", "\uac01");
        row("compatibility forms stay", "\ufb01\u00b2", "\ufb01\u00b2");
        row("compatibility ideograph", "\uf900", "\u8c48");
        row("sign", "=\u0338", "\u2260");
        row("mark that is two", "\u0344", "\u0308\u0301");
        row("Tibetan vowel that is two marks", "\u0f71\u0f73", "\u0f71\u0f71\u0f72");
        row("a mark too young to be sorted", "a\u0897\u0323\u0301", "a\u0897\u0323\u0301");
        row("two letters too young to be composed", QString::fromUcs4(U"\U00011935\U00011930"),
            QString::fromUcs4(U"\U00011935\U00011930"));
        row("nothing", "", "");
        row("a mark alone", "\u0301a", "\u0301a");
    }
    void composes() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(composed(utf8(text)).text), expected);
    }

    void tells_where_composed_bytes_come_from() {
        const std::string text = utf8(QStringLiteral("xe\u0301y"));
        const ComposedText made = composed(text);
        QCOMPARE(made.text, utf8(QStringLiteral("x\u00e9y")));
        const std::vector<std::size_t> begins = {0, 1, 1, 4, 5}, ends = {1, 4, 4, 5};
        QCOMPARE(made.sources, begins);
        QCOMPARE(made.source_ends, ends);
        QVERIFY(composed(utf8(QStringLiteral("x\u00e9y"))).sources.empty());
    }

    void many_marks_take_no_squares() {
        // Two million marks of two classes in turns; sorting by exchange would take hours.
        std::string text = "a";
        for (int i = 0; i < 1000000; ++i)
            text += "\xcc\x81\xcc\xa3";
        const std::string made = composed(text).text;
        QVERIFY(made.starts_with("\u1ea1\u0323\u0323") && made.ends_with("\u0301\u0301"));
    }
};

QTEST_GUILESS_MAIN(TestUnicode)
#include "test_unicode.moc"
