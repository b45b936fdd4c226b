#include "ui/view/picture.h"

namespace lab {

QImage toQImage(const Image& image) {
    if (image.width <= 0 || image.height <= 0 || image.pixels.size() < image.byte_count())
        return {};
    const auto format = image.channels == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888;
    // The copy makes the picture independent of the record's bytes.
    return QImage(image.pixels.data(), image.width, image.height, image.width * image.channels, format)
        .copy();
}

} // namespace lab
