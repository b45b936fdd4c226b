#include "core/study/surface.h"

#include "core/record/recording.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>
#include <sstream>

namespace lab {

namespace {

using Points = std::vector<std::pair<double, double>>;

std::string escaped(const std::string& text) {
    std::string all;
    for (const char c : text)
        all += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    return all;
}

class SvgSurface final : public Surface {
  public:
    SvgSurface(int width, int height) {
        svg_ << "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" << width << "\" height=\"" << height
             << "\" viewBox=\"0 0 " << width << ' ' << height
             << "\" font-family=\"DejaVu Sans, Verdana, sans-serif\">\n<rect width=\"100%\" height=\"100%\" "
                "fill=\"white\"/>\n";
    }

    void polyline(const Points& points, Colour colour, double width, double dash) override {
        svg_ << "<polyline fill=\"none\" stroke-linejoin=\"round\" stroke=\"" << name(colour)
             << "\" stroke-width=\"" << width << '"';
        if (dash > 0)
            svg_ << " stroke-dasharray=\"" << dash << "\"";
        write_points(points);
        svg_ << "/>\n";
    }

    void polygon(const Points& points, Colour colour, double opacity) override {
        svg_ << "<polygon fill=\"" << name(colour) << "\" fill-opacity=\"" << opacity << '"';
        write_points(points);
        svg_ << "/>\n";
    }

    void text(double x, double y, const std::string& text, double size, Colour colour, Anchor anchor,
              bool bold) override {
        const char* const anchors[] = {"start", "middle", "end"};
        svg_ << "<text x=\"" << x << "\" y=\"" << y << "\" font-size=\"" << size << "\" fill=\""
             << name(colour) << "\" text-anchor=\"" << anchors[static_cast<int>(anchor)] << '"'
             << (bold ? " font-weight=\"bold\"" : "") << '>' << escaped(text) << "</text>\n";
    }

    void save(const std::string& path) override { write_file_atomically(path, svg_.str() + "</svg>\n"); }

  private:
    static std::string name(Colour c) {
        return "rgb(" + std::to_string(c.red) + "," + std::to_string(c.green) + "," + std::to_string(c.blue) +
               ")";
    }
    void write_points(const Points& points) {
        svg_ << " points=\"";
        for (const auto& [x, y] : points)
            svg_ << x << ',' << y << ' ';
        svg_ << '"';
    }

    std::ostringstream svg_;
};

class PngSurface final : public Surface {
  public:
    PngSurface(int width, int height)
        : picture_(static_cast<int>(height * scale), static_cast<int>(width * scale), CV_8UC3,
                   cv::Scalar(255, 255, 255)) {}

    void polyline(const Points& points, Colour colour, double width, double dash) override {
        double along = 0; // distance from the start of the line: where dashes begin and end
        for (std::size_t i = 1; i < points.size(); ++i)
            along = segment(points[i - 1], points[i], colour, width, dash, along);
    }

    void polygon(const Points& points, Colour colour, double opacity) override {
        std::vector<cv::Point> corners;
        for (const auto& point : points)
            corners.push_back(fixed(point));
        cv::Mat layer = picture_.clone();
        cv::fillPoly(layer, std::vector<std::vector<cv::Point>>{corners}, scalar(colour), cv::LINE_AA, shift);
        cv::addWeighted(layer, opacity, picture_, 1 - opacity, 0, picture_);
    }

    void text(double x, double y, const std::string& text, double size, Colour colour, Anchor anchor,
              bool bold) override {
        constexpr int font = cv::FONT_HERSHEY_SIMPLEX;
        const double factor = size * scale / 30.0;
        const int thickness = bold ? 3 : 1;
        int baseline = 0;
        const int width = cv::getTextSize(text, font, factor, thickness, &baseline).width;
        const double left = x * scale - (anchor == Anchor::start    ? 0
                                         : anchor == Anchor::middle ? 0.5 * width
                                                                    : width);
        cv::putText(picture_, text, {static_cast<int>(left), static_cast<int>(y * scale)}, font, factor,
                    scalar(colour), thickness, cv::LINE_AA);
    }

    void save(const std::string& path) override {
        std::vector<unsigned char> bytes;
        cv::imencode(".png", picture_, bytes);
        write_file_atomically(path, std::string(bytes.begin(), bytes.end()));
    }

  private:
    static constexpr double scale = 2;
    static constexpr int shift = 4; ///< fractional bits of OpenCV's coordinates

    static cv::Scalar scalar(Colour c) { return {double(c.blue), double(c.green), double(c.red)}; }
    static cv::Point fixed(const std::pair<double, double>& p) {
        return {static_cast<int>(std::lround(p.first * scale * (1 << shift))),
                static_cast<int>(std::lround(p.second * scale * (1 << shift)))};
    }

    double segment(const std::pair<double, double>& a, const std::pair<double, double>& b, Colour colour,
                   double width, double dash, double along) {
        const double length = std::hypot(b.first - a.first, b.second - a.second);
        const auto at = [&](double t) {
            return std::pair(a.first + (b.first - a.first) * t, a.second + (b.second - a.second) * t);
        };
        const auto stroke = [&](double from, double to) {
            cv::line(picture_, fixed(at(from)), fixed(at(to)), scalar(colour),
                     std::max(1, static_cast<int>(std::lround(width * scale))), cv::LINE_AA, shift);
        };
        if (dash <= 0 || length <= 0) {
            stroke(0, 1);
            return along + length;
        }
        for (double done = 0; done < length;) {
            const double phase = std::fmod(along + done, 2 * dash);
            const double rest = (phase < dash ? dash : 2 * dash) - phase;
            const double end = std::min(length, done + std::max(rest, 1e-6));
            if (phase < dash)
                stroke(done / length, end / length);
            done = end;
        }
        return along + length;
    }

    cv::Mat picture_;
};

} // namespace

std::unique_ptr<Surface> make_svg_surface(int width, int height) {
    return std::make_unique<SvgSurface>(width, height);
}

std::unique_ptr<Surface> make_png_surface(int width, int height) {
    return std::make_unique<PngSurface>(width, height);
}

} // namespace lab
