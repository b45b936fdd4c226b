#include "core/base/notice.h"
#include "core/base/text.h"
#include "core/base/whole_number.h"

#include <QtTest>

using namespace lab;
using namespace std::string_literals;

class TestText : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void showsWhatIsNoUtf8() {
        QCOMPARE(shown("caf\xe9/model"), "caf\xef\xbf\xbd/model"s);
        QCOMPARE(shown("\xe4\xb8\xad\xe6\x96\x87"), "\xe4\xb8\xad\xe6\x96\x87"s);
        QCOMPARE(shown("\xed\xa0\x80"), "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"s); // half of a surrogate pair
        QCOMPARE(shown("\xc0\xaf"), "\xef\xbf\xbd\xef\xbf\xbd"s);                 // an overlong slash
        QVERIFY(is_utf8("\xf0\x9f\x98\x80") && !is_utf8("\xf5\x80\x80\x80") && !is_utf8("a\xe4"));
    }
    void decodesTextsOfAllKinds_data() {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const std::string& bytes) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes);
        };
        row("UTF-8", "caf\xc3\xa9\ncat");
        row("UTF-8 with a mark", "\xef\xbb\xbf"
                                 "caf\xc3\xa9\ncat");
        row("Latin-1", "caf\xe9\ncat");
        row("UTF-16 little", "\xff\xfe"s + "c\0a\0f\0\xe9\0\n\0c\0a\0t\0"s);
        row("UTF-16 big", "\xfe\xff"s + "\0c\0a\0f\0\xe9\0\n\0c\0a\0t"s);
        row("UTF-16 without a mark", "c\0a\0f\0\xe9\0\n\0c\0a\0t\0"s);
    }
    void decodesTextsOfAllKinds() {
        QFETCH(QByteArray, bytes);
        QCOMPARE(decoded_text(bytes.toStdString()), "caf\xc3\xa9\ncat"s);
    }
    void decodesSurrogatePairs() {
        QCOMPARE(decoded_text("\xff\xfe"s + "\x3d\xd8\x00\xde"s), "\xf0\x9f\x98\x80"s);
        QCOMPARE(decoded_text("\xff\xfe"s + "\x3d\xd8"s), "\xef\xbf\xbd"s);
    }
    void splitsLinesOfAllKinds() {
        const std::vector<std::string> three = {"a", "", "b"};
        QCOMPARE(lines_of_text("a\n\nb\n\n"), three);
        QCOMPARE(lines_of_text("a\r\n\r\nb\r\n"), three);
        QCOMPARE(lines_of_text("a\r\rb"), three);
        QVERIFY(lines_of_text("").empty() && lines_of_text("\n\n").empty());
        QCOMPARE(trimmed(" \ta b\r\n"), "a b"s);
    }
    void listsTheFirstFew() {
        QCOMPARE(first_few({"a", "b"}), "\"a\", \"b\""s);
        QCOMPARE(first_few({"a", "b", "c", "d", "e"}), "\"a\", \"b\", \"c\" and 2 more"s);
    }
    void readsWholeNumbersOnly_data() {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"", "-1", "+1", "1.0", "1e3", " 1", "1 ", "0x1", "18446744073709551616", "1,"})
            QTest::newRow(text) << text;
    }
    void readsWholeNumbersOnly() {
        QFETCH(QString, text);
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, seed_from(text.toStdString(), "--seed"));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, seeds_from(text.toStdString(), "--seeds"));
    }
    void readsSeeds() {
        QCOMPARE(seed_from("18446744073709551615", "--seed"), ~std::uint64_t{0});
        QCOMPARE(seeds_from("2,0,1", "--seeds"), (std::vector<std::uint64_t>{2, 0, 1}));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, seeds_from("0,1,0", "--seeds"));
        QCOMPARE(whole_number_from("-3", "x", -3, 5), -3);
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, whole_number_from("6", "x", -3, 5));
    }
    void namesNotices() {
        for (const NoticeSubject subject :
             {NoticeSubject::model, NoticeSubject::data, NoticeSubject::labels, NoticeSubject::lanes})
            QCOMPARE(notice_subject_named(name_of(subject)), subject);
        QCOMPARE(sentence_of({NoticeSubject::model, false, "8 groups assumed", "--groups"}),
                 "model: 8 groups assumed (--groups sets it)"s);
        QCOMPARE(sentence_of({NoticeSubject::labels, true, "no names in common"}),
                 "warning: labels: no names in common"s);
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "test_text.moc"
