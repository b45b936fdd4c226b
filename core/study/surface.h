#pragma once

#include "core/base/palette.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace lab {

enum class Anchor { start, middle, end };

/// A drawing surface in pixels, origin at the top left. Two kinds: SVG text and
/// an antialiased picture; both need no screen. Text is ASCII, so that both
/// show the same.
class Surface {
  public:
    virtual ~Surface() = default;
    /// @param dash lengths of dash and gap; 0 for a solid line
    virtual void polyline(const std::vector<std::pair<double, double>>& points, Colour colour, double width,
                          double dash) = 0;
    /// @param opacity 0 … 1
    virtual void polygon(const std::vector<std::pair<double, double>>& points, Colour colour,
                         double opacity) = 0;
    /// @param x, y the baseline's anchor
    virtual void text(double x, double y, const std::string& text, double size, Colour colour, Anchor anchor,
                      bool bold) = 0;
    /// Writes the file, completely or not at all. Throws std::runtime_error
    /// naming it.
    virtual void save(const std::string& path) = 0;
};

std::unique_ptr<Surface> make_svg_surface(int width, int height);
/// Drawn at twice the size, for print and sharp screens.
std::unique_ptr<Surface> make_png_surface(int width, int height);

} // namespace lab
