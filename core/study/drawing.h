#pragma once

#include "core/base/palette.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

struct _cairo; // Cairo's cairo_t

namespace lab {

enum class Anchor { start, middle, end };

struct TextStyle {
    double size = 10.5; ///< pixels
    Colour colour;
    bool bold = false;
};

/// What a page is drawn on, in pixels from the top left. Text is UTF-8 in DejaVu Sans, or in what fontconfig
/// has in its place.
class Drawing {
  public:
    using Points = std::vector<std::pair<double, double>>;

    explicit Drawing(_cairo* context) : context_(context) {}
    /// @param dashes lengths of dashes and gaps in turn; none for a solid line
    void polyline(const Points& points, Colour colour, double width, const std::vector<double>& dashes = {});
    /// @param opacity 0 … 1
    void polygon(const Points& points, Colour colour, double opacity);
    /// @param x, y the baseline's anchor
    void text(double x, double y, const std::string& text, const TextStyle& style,
              Anchor anchor = Anchor::start);

  private:
    _cairo* context_;
};

/// How wide a text is drawn, in pixels.
double text_width(const std::string& text, const TextStyle& style);
/// A text in lines that are no wider than that, broken at spaces, and within words that are wider alone.
std::vector<std::string> wrapped_text(const std::string& text, const TextStyle& style, double width);

/// A picture that one code draws for every kind of file, without a screen.
struct ChartPage {
    int width = 0, height = 0; ///< pixels; points in PDF
    std::string title, description;
    std::function<void(Drawing&)> draw;
};

/// Files by their content; SVG and PDF carry title and description. Throw std::runtime_error with Cairo's
/// reason.
std::string svg_of(const ChartPage& page);
std::string pdf_of(const ChartPage& page);
/// Of twice the size, for print and sharp screens.
std::string png_of(const ChartPage& page);

} // namespace lab
