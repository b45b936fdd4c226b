#include "core/image/jpeg.h"

#include "core/image/picture_kind.h"

#include <csetjmp>
#include <cstdio>
#include <stdexcept>
#include <string>

#include <jerror.h>
#include <jpeglib.h>

namespace lab {

namespace {

/// What libjpeg calls back; the first field is its own, so that it can be found again.
struct Errors {
    jpeg_error_mgr base;
    std::jmp_buf back;
    char damage[JMSG_LENGTH_MAX];
};

void leave(j_common_ptr info) {
    Errors& errors = *reinterpret_cast<Errors*>(info->err);
    info->err->format_message(info, errors.damage);
    std::longjmp(errors.back, 1);
}

/// Warnings about markers that say nothing of the pixels are let pass; the rest means lost pixels.
bool harmless(int code) {
    return code == JWRN_ADOBE_XFORM || code == JWRN_JFIF_MAJOR || code == JWRN_TOO_MUCH_DATA;
}

void note(j_common_ptr info, int level) {
    Errors& errors = *reinterpret_cast<Errors*>(info->err);
    if (level < 0 && errors.damage[0] == '\0' && !harmless(info->err->msg_code))
        info->err->format_message(info, errors.damage);
}

void say_nothing(j_common_ptr) {}

/// Rows of four channels to RGB. Adobe's programs store the inks inverted.
void to_rgb(const std::vector<std::uint8_t>& inks, std::uint8_t* pixels) {
    for (std::size_t i = 0; i < inks.size() / 4; ++i)
        for (std::size_t c = 0; c < 3; ++c)
            pixels[3 * i + c] = static_cast<std::uint8_t>((inks[4 * i + c] * inks[4 * i + 3] + 127) / 255);
}

class Decoder {
  public:
    explicit Decoder(std::string_view bytes) {
        info_.err = jpeg_std_error(&errors_.base);
        errors_.base.error_exit = leave;
        errors_.base.emit_message = note;
        errors_.base.output_message = say_nothing;
        errors_.damage[0] = '\0';
        jpeg_create_decompress(&info_);
        jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    }
    ~Decoder() { jpeg_destroy_decompress(&info_); }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    Image decoded() {
        refuse_unless(begin());
        expect_picture_size(info_.image_width, info_.image_height);
        if (info_.num_components == 4 && !info_.saw_Adobe_marker)
            throw std::runtime_error("it has four channels and no mark that says which colours they are");
        if (info_.num_components != 1 && info_.num_components != 3 && info_.num_components != 4)
            throw std::runtime_error("expected 1, 3 or 4 channels, found " +
                                     std::to_string(info_.num_components));
        inks_.resize(info_.num_components == 4 ? std::size_t{4} * info_.image_width : 0);
        image_ = {static_cast<int>(info_.image_height),
                  static_cast<int>(info_.image_width),
                  info_.num_components == 1 ? 1 : 3,
                  {}};
        image_.pixels.resize(image_.byte_count());
        refuse_unless(read());
        return std::move(image_);
    }

  private:
    void refuse_unless(bool well) const {
        if (!well || errors_.damage[0] != '\0')
            throw std::runtime_error(std::string("it is damaged: ") + errors_.damage);
    }
    // No object with a destructor may live between setjmp and longjmp.
    bool begin() {
        if (setjmp(errors_.back) != 0)
            return false;
        jpeg_read_header(&info_, TRUE);
        return true;
    }
    bool read() {
        if (setjmp(errors_.back) != 0)
            return false;
        info_.out_color_space = image_.channels == 1 ? JCS_GRAYSCALE : inks_.empty() ? JCS_RGB : JCS_CMYK;
        jpeg_start_decompress(&info_);
        while (info_.output_scanline < info_.output_height) {
            std::uint8_t* const row =
                image_.pixels.data() + static_cast<std::size_t>(info_.output_scanline) *
                                           static_cast<std::size_t>(image_.width * image_.channels);
            JSAMPROW target = inks_.empty() ? row : inks_.data();
            jpeg_read_scanlines(&info_, &target, 1);
            if (!inks_.empty())
                to_rgb(inks_, row);
        }
        jpeg_finish_decompress(&info_);
        return true;
    }

    jpeg_decompress_struct info_{};
    Errors errors_{};
    Image image_;
    std::vector<std::uint8_t> inks_;
};

} // namespace

Image decode_jpeg(std::string_view bytes) {
    return Decoder(bytes).decoded();
}

} // namespace lab
