#include "core/study/drawing.h"

#include "core/base/text.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>

#include <memory>
#include <new>
#include <stdexcept>

namespace lab {

namespace {

constexpr double png_scale = 2;

using Context = std::unique_ptr<cairo_t, void (*)(cairo_t*)>;
using Target = std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>;

void expect_success(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string("the chart cannot be drawn: ") + cairo_status_to_string(status));
}

/// No exception may pass through Cairo, which is C.
cairo_status_t append(void* text, const unsigned char* bytes, unsigned int length) noexcept {
    try {
        static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), length);
        return CAIRO_STATUS_SUCCESS;
    } catch (const std::bad_alloc&) {
        return CAIRO_STATUS_NO_MEMORY;
    }
}

void set_font(cairo_t* context, const TextStyle& style) {
    cairo_select_font_face(context, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL,
                           style.bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(context, style.size);
    // Widths that hold for every kind of file.
    std::unique_ptr<cairo_font_options_t, void (*)(cairo_font_options_t*)> options(
        cairo_font_options_create(), cairo_font_options_destroy);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(context, options.get());
}

void set_colour(cairo_t* context, Colour colour, double opacity = 1) {
    cairo_set_source_rgba(context, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0, opacity);
}

double advance_of(cairo_t* context, const std::string& text) {
    cairo_text_extents_t extents;
    cairo_text_extents(context, text.c_str(), &extents);
    return extents.x_advance;
}

void trace(cairo_t* context, const Drawing::Points& points) {
    cairo_new_path(context);
    for (const auto& [x, y] : points)
        cairo_line_to(context, x, y);
}

void paint(const ChartPage& page, cairo_surface_t* target, double scale = 1) {
    expect_success(cairo_surface_status(target));
    const Context context(cairo_create(target), cairo_destroy);
    cairo_scale(context.get(), scale, scale);
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    Drawing drawing(context.get());
    page.draw(drawing);
    expect_success(cairo_status(context.get()));
}

void finish(cairo_surface_t* target) {
    cairo_surface_finish(target);
    expect_success(cairo_surface_status(target));
}

/// For XML 1.0, which has no way to write most control characters.
std::string xml_text(const std::string& bytes) {
    std::string all;
    for (const char c : shown(bytes))
        if (c == '&')
            all += "&amp;";
        else if (c == '<')
            all += "&lt;";
        else if (c == '>')
            all += "&gt;";
        else
            all += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    return all;
}

/// Where a character of UTF-8 ends that begins at a byte.
std::size_t end_of_character(const std::string& text, std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        ++end;
    return end;
}

} // namespace

void Drawing::polyline(const Points& points, Colour colour, double width, const std::vector<double>& dashes) {
    trace(context_, points);
    set_colour(context_, colour);
    cairo_set_line_width(context_, width);
    cairo_set_line_join(context_, CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash(context_, dashes.data(), static_cast<int>(dashes.size()), 0);
    cairo_stroke(context_);
}

void Drawing::polygon(const Points& points, Colour colour, double opacity) {
    trace(context_, points);
    cairo_close_path(context_);
    set_colour(context_, colour, opacity);
    cairo_fill(context_);
}

void Drawing::text(double x, double y, const std::string& bytes, const TextStyle& style, Anchor anchor) {
    const std::string text = shown(bytes); // Cairo draws nothing more after a text that is no UTF-8
    set_font(context_, style);
    set_colour(context_, style.colour);
    const double share = anchor == Anchor::start ? 0 : anchor == Anchor::middle ? 0.5 : 1;
    cairo_move_to(context_, x - share * advance_of(context_, text), y);
    cairo_show_text(context_, text.c_str());
}

double text_width(const std::string& text, const TextStyle& style) {
    const Target target(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1), cairo_surface_destroy);
    const Context context(cairo_create(target.get()), cairo_destroy);
    set_font(context.get(), style);
    const double width = advance_of(context.get(), shown(text));
    expect_success(cairo_status(context.get()));
    return width;
}

std::vector<std::string> wrapped_text(const std::string& bytes, const TextStyle& style, double width) {
    const std::string text = shown(bytes);
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin, space = std::string::npos;
        while (end < text.size()) {
            const std::size_t next = end_of_character(text, end);
            if (end > begin && text_width(text.substr(begin, next - begin), style) > width)
                break;
            if (text[end] == ' ')
                space = end;
            end = next;
        }
        if (end < text.size() && text[end] != ' ' && space != std::string::npos)
            end = space;
        lines.push_back(text.substr(begin, end - begin));
        begin = end;
        while (begin < text.size() && text[begin] == ' ')
            ++begin;
    }
    return lines;
}

std::string svg_of(const ChartPage& page) {
    std::string svg;
    const Target target(cairo_svg_surface_create_for_stream(append, &svg, page.width, page.height),
                        cairo_surface_destroy);
    expect_success(cairo_surface_status(target.get()));
    cairo_svg_surface_set_document_unit(target.get(), CAIRO_SVG_UNIT_PX);
    paint(page, target.get());
    finish(target.get());
    // Cairo writes letters as shapes: the words are found in these.
    const std::size_t root = svg.find("<svg "), end = svg.find(">\n", root);
    if (root == std::string::npos || end == std::string::npos)
        throw std::runtime_error("the chart cannot be drawn: Cairo's SVG has no root");
    svg.insert(end + 2, "<title>" + xml_text(page.title) + "</title>\n<desc>" + xml_text(page.description) +
                            "</desc>\n");
    return svg;
}

std::string pdf_of(const ChartPage& page) {
    std::string pdf;
    const Target target(cairo_pdf_surface_create_for_stream(append, &pdf, page.width, page.height),
                        cairo_surface_destroy);
    expect_success(cairo_surface_status(target.get()));
    const auto tell = [&](cairo_pdf_metadata_t what, const std::string& text) {
        cairo_pdf_surface_set_metadata(target.get(), what, shown(text).c_str());
    };
    tell(CAIRO_PDF_METADATA_TITLE, page.title);
    tell(CAIRO_PDF_METADATA_SUBJECT, page.description);
    tell(CAIRO_PDF_METADATA_CREATOR, "Collapse Lab " LAB_VERSION);
    paint(page, target.get());
    finish(target.get());
    return pdf;
}

std::string png_of(const ChartPage& page) {
    const Target target(cairo_image_surface_create(CAIRO_FORMAT_RGB24,
                                                   static_cast<int>(page.width * png_scale),
                                                   static_cast<int>(page.height * png_scale)),
                        cairo_surface_destroy);
    paint(page, target.get(), png_scale);
    std::string png;
    expect_success(cairo_surface_write_to_png_stream(target.get(), append, &png));
    return png;
}

} // namespace lab
