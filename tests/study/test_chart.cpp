#include "core/study/chart.h"

#include <QColor>
#include <QImage>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>
#include <limits>
#include <stdexcept>

using namespace lab;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
const LaneLook blue{palette::blue}, vermilion{palette::vermilion};

LineChart small_chart() {
    return {"Title", "conditions", "step", "value", false, {{"Tent", blue, {1, 2, 3}, {1, 3, 2}, {}}}};
}

QImage picture_of(const ChartPage& page) {
    return QImage::fromData(QByteArray::fromStdString(png_of(page)), "PNG");
}

/// Pixels that are nearly of that colour.
int count_of(const QImage& picture, Colour colour, const QRect& within) {
    int count = 0;
    for (int y = within.top(); y <= within.bottom(); ++y)
        for (int x = within.left(); x <= within.right(); ++x) {
            const QColor found = picture.pixelColor(x, y);
            count += std::abs(found.red() - colour.red) + std::abs(found.green() - colour.green) +
                                 std::abs(found.blue() - colour.blue) <
                             30
                         ? 1
                         : 0;
        }
    return count;
}

int dark_pixels(const QImage& picture, const QRect& within) {
    return count_of(picture, {51, 51, 51}, within);
}

/// The text of the first element of that name; empty where the XML is not well formed.
QString xml_text_of(const std::string& xml, const QString& name) {
    QXmlStreamReader reader(QByteArray::fromStdString(xml));
    QString text;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == name && text.isEmpty())
            text = reader.readElementText();
    return reader.hasError() ? QString() : text;
}

} // namespace

class TestChart : public QObject {
    Q_OBJECT
  private Q_SLOTS:

    void one_page_makes_three_files() {
        const ChartPage page = page_of(small_chart());
        QCOMPARE(page.width, chart_width);
        QCOMPARE(page.height, chart_height);
        QCOMPARE(picture_of(page).size(), QSize(2 * chart_width, 2 * chart_height));
        const std::string svg = svg_of(page), pdf = pdf_of(page);
        QVERIFY(QByteArray::fromStdString(svg).endsWith("</svg>\n"));
        QVERIFY(QByteArray::fromStdString(svg).contains("viewBox=\"0 0 760 460\""));
        QVERIFY(pdf.starts_with("%PDF-"));
        QVERIFY(QByteArray::fromStdString(pdf).contains("DejaVuSans"));
        QVERIFY(QByteArray::fromStdString(pdf).trimmed().endsWith("%%EOF"));
    }

    void words_stand_in_the_svg_whatever_they_are() {
        LineChart chart = small_chart();
        chart.title = "a < b & c > d";
        for (const std::string caption :
             {"model \xff.safetensors", "a\x01z", "\xe6\xa8\xa1\xe5\x9e\x8b", "]]> & <svg>"}) {
            chart.caption = caption;
            const std::string svg = svg_of(page_of(chart));
            QCOMPARE(xml_text_of(svg, "title"), QString("a < b & c > d"));
            QVERIFY2(!xml_text_of(svg, "desc").isEmpty(), caption.c_str());
            QVERIFY(!pdf_of(page_of(chart)).empty());
            // What follows a text that is no UTF-8 is drawn as well.
            const QImage picture = picture_of(page_of(chart));
            QVERIFY2(count_of(picture, palette::blue, picture.rect()) > 200, caption.c_str());
        }
    }

    void texts_are_as_wide_as_they_are_drawn() {
        const TextStyle plain{10, {}}, large{20, {}}, bold{10, {}, true};
        QCOMPARE(text_width("", plain), 0.0);
        QVERIFY(text_width("WWWW", plain) > 2 * text_width("iiii", plain)); // no fixed width
        QVERIFY(std::abs(text_width("Tent", large) - 2 * text_width("Tent", plain)) < 0.1);
        QVERIFY(text_width("Tent", bold) > text_width("Tent", plain));
        QCOMPARE(text_width("\xc2\xb1", plain), text_width("±", plain));
    }

    void lines_are_broken_within_the_width_and_lose_nothing() {
        const TextStyle style{10, {}};
        const std::string words = "one two three four five six seven eight nine ten";
        const std::string path = "/a/" + std::string(200, 'x') + "é/model.safetensors";
        for (const std::string& text : {words, path, words + " " + path, std::string()}) {
            std::string all;
            for (const std::string& line : wrapped_text(text, style, 100)) {
                QVERIFY2(text_width(line, style) <= 100, line.c_str());
                QVERIFY(!QString::fromStdString(line).contains(QChar::ReplacementCharacter));
                all += line;
            }
            QCOMPARE(QString::fromStdString(all).remove(' '), QString::fromStdString(text).remove(' '));
        }
        QCOMPARE(wrapped_text("one two", style, 1000), std::vector<std::string>{"one two"});
        // Narrower than a letter: a letter a line.
        QCOMPARE(wrapped_text("abc", style, 0.1).size(), std::size_t(3));
    }

    void long_conditions_and_many_lanes_make_the_page_higher() {
        LineChart chart = small_chart();
        for (int i = 0; i < 40; ++i)
            chart.caption += " /a/long/path/to/a/model/file-" + std::to_string(i) + ".safetensors";
        const int with_caption = page_of(chart).height;
        QVERIFY(with_caption > chart_height);
        chart.lines.resize(16, chart.lines.front());
        QVERIFY(page_of(chart).height > with_caption);
        QCOMPARE(picture_of(page_of(chart)).height(), 2 * page_of(chart).height);
    }

    void long_names_leave_their_bars_room() {
        BarChart chart{"T", "c", "x", {{"ZeroSiam", blue, 50, 0}, {"Tent", vermilion, 25, 0}}};
        const auto widest = [](const QImage& picture, Colour colour) {
            int least = picture.width(), most = 0;
            for (int x = 0; x < picture.width(); ++x)
                if (count_of(picture, colour, QRect(x, 0, 1, picture.height())) > 0) {
                    least = std::min(least, x);
                    most = std::max(most, x);
                }
            return std::pair(least, most);
        };
        // Opacity 0.9 on white.
        const Colour drawn{255 - 255 * 9 / 10, 255 - (255 - 114) * 9 / 10, 255 - (255 - 178) * 9 / 10};
        const auto [left, right] = widest(picture_of(page_of(chart)), drawn);
        QVERIFY(right > left);
        chart.bars[0].name = "ZeroSiam with a name that is much longer than that";
        const auto [later, end] = widest(picture_of(page_of(chart)), drawn);
        QVERIFY(later > left + 100);
        QVERIFY(end > later);
    }

    void values_that_are_no_numbers_are_gaps() {
        LineChart chart = small_chart();
        chart.lines[0] = {
            "Tent", blue, {0, 1, 2, 3, 4, 5}, {1, 1, none, none, 1, 1}, {0.2, none, 0, 0, 0, 0}};
        const QImage picture = picture_of(page_of(chart));
        // The legend apart, the line is there at both ends of the plot, and not in the middle.
        const auto drawn = [&](int from, int to) {
            return count_of(picture, palette::blue, QRect(from, 200, to - from, 600));
        };
        QVERIFY(drawn(140, 300) > 0);
        QCOMPARE(drawn(560, 760), 0);
        QVERIFY(drawn(1000, 1250) > 0);
        chart.lines[0].y.assign(6, none);
        QVERIFY(dark_pixels(picture_of(page_of(chart)), QRect(0, 0, 200, 60)) > 0); // the title
        BarChart bars{"T", "c", "x", {{"Tent", blue, none, none}}};
        QVERIFY(!png_of(page_of(bars)).empty());
        bars.bars.clear();
        QVERIFY(!svg_of(page_of(bars)).empty());
    }

    void the_same_chart_is_the_same_picture() {
        QCOMPARE(png_of(page_of(small_chart())), png_of(page_of(small_chart())));
    }

    void what_cannot_be_drawn_is_told() {
        ChartPage page = page_of(small_chart());
        page.width = page.height = 100'000; // beyond what a picture may be
        QVERIFY_EXCEPTION_THROWN(png_of(page), std::runtime_error);
        ChartPage broken = page_of(small_chart());
        broken.draw = [](Drawing& drawing) {
            drawing.polyline({{0, 0}, {1, 1}}, {}, 1, {-1.0}); // no such dash
        };
        QVERIFY_EXCEPTION_THROWN(svg_of(broken), std::runtime_error);
        QVERIFY_EXCEPTION_THROWN(pdf_of(broken), std::runtime_error);
        QVERIFY_EXCEPTION_THROWN(png_of(broken), std::runtime_error);
    }
};

QTEST_GUILESS_MAIN(TestChart)
#include "test_chart.moc"
