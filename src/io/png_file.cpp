#include "io/png_file.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <system_error>

#include <png.h>
#include <unistd.h>

namespace tpatlas::io {

namespace {

namespace fs = std::filesystem;

constexpr png_uint_32 largest_side_px = 16384;
constexpr png_alloc_size_t largest_text = 1024 * 1024 + 1024;  // with its key

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

// libpng leaves by longjmp on an error: what it says is kept here, and nothing with a destructor
// lives between setjmp and the call that may jump.
struct Complaint {
    char text[200] = {};
};

[[noreturn]] void on_error(png_structp png, png_const_charp message)
{
    auto* complaint = static_cast<Complaint*>(png_get_error_ptr(png));
    std::strncpy(complaint->text, message, sizeof complaint->text - 1);
    png_longjmp(png, 1);
}

void on_warning(png_structp, png_const_charp) {}

bool is_opaque(const Image& image)
{
    for (std::size_t i = 3; i < image.rgba.size(); i += 4)
        if (image.rgba[i] != 255)
            return false;
    return true;
}

// Rows without their alpha where the picture is opaque.
std::vector<png_byte> rows_of(const Image& image, bool opaque)
{
    if (!opaque)
        return image.rgba;
    std::vector<png_byte> rgb;
    rgb.reserve(image.rgba.size() / 4 * 3);
    for (std::size_t i = 0; i < image.rgba.size(); i += 4)
        rgb.insert(rgb.end(), image.rgba.begin() + static_cast<std::ptrdiff_t>(i),
                   image.rgba.begin() + static_cast<std::ptrdiff_t>(i) + 3);
    return rgb;
}

std::vector<png_text> text_chunks(const std::vector<PngText>& texts)
{
    std::vector<png_text> chunks;
    for (const PngText& t : texts) {
        png_text chunk{};
        chunk.compression = PNG_ITXT_COMPRESSION_zTXt;
        chunk.key = const_cast<char*>(t.key.c_str());
        chunk.text = const_cast<char*>(t.text.c_str());
        chunk.itxt_length = t.text.size();
        chunk.lang = const_cast<char*>("");
        chunk.lang_key = const_cast<char*>("");
        chunks.push_back(chunk);
    }
    return chunks;
}

bool write_all(std::FILE* file, glm::ivec2 size, bool opaque, std::vector<png_byte>& bytes,
               std::vector<png_text>& chunks, Complaint& complaint)
{
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &complaint, on_error,
                                              on_warning);
    png_infop info = png != nullptr ? png_create_info_struct(png) : nullptr;
    if (info == nullptr) {
        png_destroy_write_struct(&png, nullptr);
        return false;
    }
    if (setjmp(png_jmpbuf(png)) != 0) {
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_init_io(png, file);
    png_set_IHDR(png, info, static_cast<png_uint_32>(size.x), static_cast<png_uint_32>(size.y), 8,
                 opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGBA, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    if (!chunks.empty())
        png_set_text(png, info, chunks.data(), static_cast<int>(chunks.size()));
    png_set_compression_level(png, 6);
    png_write_info(png, info);
    const std::size_t stride = static_cast<std::size_t>(size.x) * (opaque ? 3 : 4);
    for (int y = 0; y < size.y; ++y)
        png_write_row(png, bytes.data() + static_cast<std::size_t>(y) * stride);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return true;
}

fs::path temporary_beside(const fs::path& path)
{
    static std::atomic<unsigned> counter{0};
    return path.parent_path() / ("." + path.filename().string() + "." + std::to_string(getpid()) +
                                 "." + std::to_string(counter++) + ".part");
}

struct Reading {
    File file;
    Complaint complaint;
    png_structp png = nullptr;
    png_infop info = nullptr;

    Reading() = default;
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    ~Reading() { png_destroy_read_struct(&png, &info, nullptr); }
};

Result<Done> begin(Reading& reading, const fs::path& path)
{
    reading.file.reset(std::fopen(path.c_str(), "rb"));
    if (!reading.file)
        return Error{path.string(),
                     "the picture cannot be read: " + std::string(std::strerror(errno)), ""};
    reading.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reading.complaint, on_error,
                                         on_warning);
    reading.info = reading.png != nullptr ? png_create_info_struct(reading.png) : nullptr;
    if (reading.info == nullptr)
        return Error{path.string(), "the picture cannot be read: no memory", ""};
    return Done{};
}

Error no_whole_png(const Reading& reading, const fs::path& path)
{
    return {path.string(), std::string("it is no whole PNG: ") + reading.complaint.text, ""};
}

bool read_header(Reading& reading)
{
    if (setjmp(png_jmpbuf(reading.png)) != 0)
        return false;
    png_init_io(reading.png, reading.file.get());
    png_set_user_limits(reading.png, largest_side_px, largest_side_px);
    png_read_info(reading.png, reading.info);
    png_set_expand(reading.png);
    png_set_strip_16(reading.png);
    png_set_gray_to_rgb(reading.png);
    png_set_add_alpha(reading.png, 255, PNG_FILLER_AFTER);
    png_set_interlace_handling(reading.png);
    png_read_update_info(reading.png, reading.info);
    return true;
}

bool read_to_pixels(Reading& reading)
{
    if (setjmp(png_jmpbuf(reading.png)) != 0)
        return false;
    png_init_io(reading.png, reading.file.get());
    png_set_user_limits(reading.png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);  // they are not unpacked
    png_set_chunk_malloc_max(reading.png, largest_text);
    png_read_info(reading.png, reading.info);
    return true;
}

bool read_rows(Reading& reading, std::vector<png_bytep>& rows)
{
    if (setjmp(png_jmpbuf(reading.png)) != 0)
        return false;
    png_read_image(reading.png, rows.data());
    png_read_end(reading.png, reading.info);
    return true;
}

std::vector<PngText> texts_of(const Reading& reading)
{
    std::vector<PngText> texts;
    png_textp chunks = nullptr;
    int count = 0;
    png_get_text(reading.png, reading.info, &chunks, &count);
    for (int i = 0; i < count; ++i) {
        const std::size_t length = std::max(chunks[i].text_length, chunks[i].itxt_length);
        texts.push_back({chunks[i].key, std::string(chunks[i].text, length)});
    }
    return texts;
}

}  // namespace

Result<Done> write_png(const fs::path& path, const Image& image, const std::vector<PngText>& texts)
{
    const fs::path part = temporary_beside(path);
    File file(std::fopen(part.c_str(), "wb"));
    if (!file)
        return Error{path.string(), "the picture cannot be written: " + std::string(std::strerror(errno)),
                     "choose a folder that exists and may be written to"};
    const bool opaque = is_opaque(image);
    std::vector<png_byte> bytes = rows_of(image, opaque);
    std::vector<png_text> chunks = text_chunks(texts);
    Complaint complaint;
    bool written = write_all(file.get(), image.size_px, opaque, bytes, chunks, complaint);
    written = std::fflush(file.get()) == 0 && fsync(fileno(file.get())) == 0 && written;
    file.reset();
    std::error_code failure;
    if (written)
        fs::rename(part, path, failure);
    if (written && !failure)
        return Done{};
    const std::string why = failure ? failure.message() : std::string(complaint.text);
    fs::remove(part, failure);
    return Error{path.string(), "the picture cannot be written" + (why.empty() ? "" : ": " + why),
                 "look for space on the disk"};
}

Result<PngPicture> read_png(const fs::path& path)
{
    Reading reading;
    if (Result<Done> begun = begin(reading, path); !begun)
        return begun.faults();
    if (!read_header(reading))
        return no_whole_png(reading, path);
    PngPicture picture;
    picture.image.size_px = {static_cast<int>(png_get_image_width(reading.png, reading.info)),
                             static_cast<int>(png_get_image_height(reading.png, reading.info))};
    const std::size_t stride = static_cast<std::size_t>(picture.image.size_px.x) * 4;
    picture.image.rgba.resize(stride * static_cast<std::size_t>(picture.image.size_px.y));
    std::vector<png_bytep> rows;
    for (int y = 0; y < picture.image.size_px.y; ++y)
        rows.push_back(picture.image.rgba.data() + static_cast<std::size_t>(y) * stride);
    if (!read_rows(reading, rows))
        return no_whole_png(reading, path);
    picture.texts = texts_of(reading);
    return picture;
}

Result<std::vector<PngText>> read_png_texts(const fs::path& path)
{
    Reading reading;
    if (Result<Done> begun = begin(reading, path); !begun)
        return begun.faults();
    if (!read_to_pixels(reading))
        return no_whole_png(reading, path);
    return texts_of(reading);
}

}  // namespace tpatlas::io
