#include "core/base/csv.h"

#include <QtTest>

using lab::csv_cell;
using lab::quoted_cell;

/// Cells as RFC 4180 has them.
class TestCsv : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void what_needs_no_quotes_has_none() {
        QCOMPARE(csv_cell(""), std::string());
        QCOMPARE(csv_cell("Tent; rate 0.1"), std::string("Tent; rate 0.1"));
    }
    void commas_quotes_and_line_ends_do() {
        QCOMPARE(csv_cell("a,b"), std::string("\"a,b\""));
        QCOMPARE(csv_cell("it is \"Tent\""), std::string("\"it is \"\"Tent\"\"\""));
        QCOMPARE(csv_cell("two\nlines"), std::string("\"two\nlines\""));
        QCOMPARE(csv_cell("two\rlines"), std::string("\"two\rlines\""));
        QCOMPARE(csv_cell("\""), std::string("\"\"\"\""));
    }
    void quotes_can_be_asked_for() {
        QCOMPARE(quoted_cell("seed-1"), std::string("\"seed-1\""));
        QCOMPARE(quoted_cell(""), std::string("\"\""));
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "test_csv.moc"
