#pragma once

namespace lab {

/// 0 … 255 each.
struct Colour {
    int red = 0, green = 0, blue = 0;
    bool operator==(const Colour&) const = default;
};

/// Okabe and Ito's colours, which colour-blind eyes can tell apart ("Color Universal Design", 2008), and a
/// grey.
namespace palette {
inline constexpr Colour vermilion{213, 94, 0}, blue{0, 114, 178}, green{0, 158, 115}, purple{204, 121, 167},
    orange{230, 159, 0}, sky{86, 180, 233}, grey{118, 118, 118};
} // namespace palette

} // namespace lab
