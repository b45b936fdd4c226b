#include "core/base/content_hash.h"

#include <QtTest>

#include <set>
#include <string>

using lab::ContentHash;

namespace {

std::string hash(const std::string& text) {
    ContentHash made;
    made.add(text.data(), text.size());
    return made.text();
}

} // namespace

class TestContentHash : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void pieces_do_not_matter() {
        std::string text;
        for (int i = 0; i < 1000; ++i)
            text += static_cast<char>(i * 37);
        for (const std::size_t piece : {1, 7, 31, 32, 33, 100, 999}) {
            ContentHash made;
            for (std::size_t at = 0; at < text.size(); at += piece)
                made.add(text.data() + at, std::min(piece, text.size() - at));
            QCOMPARE(made.text(), hash(text));
        }
        QCOMPARE(hash(text).size(), std::size_t(32));
    }

    /// Every bit, the length, and the order of what is alike count.
    void every_bit_counts() {
        std::set<std::string> all;
        std::size_t made = 0;
        for (std::size_t length = 0; length <= 100; ++length, ++made)
            all.insert(hash(std::string(length, '\0')));
        const std::string text(70, 'x');
        for (std::size_t bit = 0; bit < 8 * text.size(); ++bit, ++made) {
            std::string changed = text;
            changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
            all.insert(hash(changed));
        }
        const std::string a(32, 'a'), b(32, 'b');
        all.insert(hash(a + b));
        all.insert(hash(b + a));
        QCOMPARE(all.size(), made + 2);
    }
};

QTEST_APPLESS_MAIN(TestContentHash)
#include "test_content_hash.moc"
