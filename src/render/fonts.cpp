#include "render/fonts.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <vector>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_GLYPH_H
#include FT_OUTLINE_H
#include FT_STROKER_H

#include <glm/common.hpp>

namespace tpatlas::render {

namespace {

constexpr int atlas_px = 2048;
constexpr int steps_per_px = 4;  // glyphs begin at quarters of a pixel, so that words space evenly

struct GlyphKey {
    bool strong;
    bool halo;
    int size_64;
    int step;
    char32_t character;
    auto operator<=>(const GlyphKey&) const = default;
};

struct Glyph {
    glm::ivec2 atlas{0};
    glm::ivec2 size{0};
    glm::ivec2 bearing{0};  // from the pen to the upper left
};

// The part of a bitmap that is copied into the atlas.
struct Bitmap {
    glm::ivec2 size{0};
    glm::ivec2 bearing{0};
    std::vector<unsigned char> cover;
};

float luminance(glm::vec4 c)
{
    return 0.2126f * c.x + 0.7152f * c.y + 0.0722f * c.z;
}

}  // namespace

struct Fonts::Parts {
    FT_Library library = nullptr;
    FT_Face faces[2] = {nullptr, nullptr};
    FT_Stroker stroker = nullptr;
    int size_64_of[2] = {0, 0};
    gl::Texture texture = gl::Texture::create();
    std::map<GlyphKey, Glyph> glyphs;
    std::map<std::tuple<bool, int, char32_t>, float> advances;
    glm::ivec2 pen{1};
    int row_height = 0;
    bool full = false;

    ~Parts()
    {
        if (stroker != nullptr)
            FT_Stroker_Done(stroker);
        for (FT_Face face : faces)
            if (face != nullptr)
                FT_Done_Face(face);
        if (library != nullptr)
            FT_Done_FreeType(library);
    }

    FT_Face face(bool strong, int size_64)
    {
        FT_Face f = faces[strong ? 1 : 0];
        if (size_64_of[strong ? 1 : 0] != size_64) {
            FT_Set_Char_Size(f, size_64, size_64, 72, 72);
            size_64_of[strong ? 1 : 0] = size_64;
        }
        return f;
    }

    float advance(bool strong, int size_64, char32_t character)
    {
        const auto key = std::make_tuple(strong, size_64, character);
        const auto known = advances.find(key);
        if (known != advances.end())
            return known->second;
        FT_Face f = face(strong, size_64);
        float width = 0;
        if (FT_Load_Char(f, character, FT_LOAD_NO_HINTING) == 0)
            width = static_cast<float>(f->glyph->linearHoriAdvance) / 65536.0f;
        return advances.emplace(key, width).first->second;
    }

    Bitmap drawn(const GlyphKey& key);
    const Glyph& glyph(const GlyphKey& key);
};

Bitmap Fonts::Parts::drawn(const GlyphKey& key)
{
    Bitmap result;
    FT_Face f = face(key.strong, key.size_64);
    FT_Glyph glyph = nullptr;
    if (FT_Load_Char(f, key.character, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0 ||
        FT_Get_Glyph(f->glyph, &glyph) != 0)
        return result;
    if (key.halo) {
        // A seventh of the size, and never thinner than reads as a halo.
        FT_Stroker_Set(stroker, std::max(key.size_64 / 7, 110), FT_STROKER_LINECAP_ROUND,
                       FT_STROKER_LINEJOIN_ROUND, 0);
        FT_Glyph_StrokeBorder(&glyph, stroker, 0, 1);
    }
    FT_Vector shift{key.step * 64 / steps_per_px, 0};
    if (FT_Glyph_To_Bitmap(&glyph, FT_RENDER_MODE_NORMAL, &shift, 1) == 0) {
        const auto* bitmap = reinterpret_cast<FT_BitmapGlyph>(glyph);
        result.size = {static_cast<int>(bitmap->bitmap.width),
                       static_cast<int>(bitmap->bitmap.rows)};
        result.bearing = {bitmap->left, bitmap->top};
        for (int y = 0; y < result.size.y; ++y) {
            const unsigned char* row = bitmap->bitmap.buffer + y * bitmap->bitmap.pitch;
            result.cover.insert(result.cover.end(), row, row + result.size.x);
        }
    }
    FT_Done_Glyph(glyph);
    return result;
}

const Glyph& Fonts::Parts::glyph(const GlyphKey& key)
{
    const auto known = glyphs.find(key);
    if (known != glyphs.end())
        return known->second;
    const Bitmap bitmap = drawn(key);
    Glyph glyph{pen, bitmap.size, bitmap.bearing};
    if (pen.x + bitmap.size.x + 1 > atlas_px) {
        pen = {1, pen.y + row_height + 1};
        row_height = 0;
        glyph.atlas = pen;
    }
    if (pen.y + bitmap.size.y + 1 > atlas_px || bitmap.size.x + 2 > atlas_px) {
        full = true;  // this text lacks it once; begin_frame() makes room
        glyph.size = glm::ivec2(0);
        return glyphs.emplace(key, glyph).first->second;
    }
    if (bitmap.size.x > 0 && bitmap.size.y > 0) {
        glBindTexture(GL_TEXTURE_2D, texture.id());
        glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
        glTexSubImage2D(GL_TEXTURE_2D, 0, pen.x, pen.y, bitmap.size.x, bitmap.size.y, GL_RED,
                        GL_UNSIGNED_BYTE, bitmap.cover.data());
        glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    }
    pen.x += bitmap.size.x + 1;
    row_height = std::max(row_height, bitmap.size.y);
    return glyphs.emplace(key, glyph).first->second;
}

Result<Fonts> Fonts::make(const std::filesystem::path& regular, const std::filesystem::path& strong)
{
    auto parts = std::make_unique<Parts>();
    if (FT_Init_FreeType(&parts->library) != 0 ||
        FT_Stroker_New(parts->library, &parts->stroker) != 0)
        return Error{"FreeType", "it does not start", "reinstall libfreetype6"};
    for (int i = 0; i < 2; ++i) {
        const std::filesystem::path& file = i == 0 ? regular : strong;
        if (FT_New_Face(parts->library, file.c_str(), 0, &parts->faces[i]) != 0)
            return Error{file.string(), "the font cannot be read", "install fonts-inter"};
    }
    glBindTexture(GL_TEXTURE_2D, parts->texture.id());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, atlas_px, atlas_px, 0, GL_RED, GL_UNSIGNED_BYTE, nullptr);
    for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
        glTexParameteri(GL_TEXTURE_2D, filter, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    return Fonts(std::move(parts));
}

Fonts::Fonts(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;
Fonts::~Fonts() = default;

GLuint Fonts::atlas() const
{
    return parts_->texture.id();
}

void Fonts::begin_frame()
{
    if (!parts_->full)
        return;
    parts_->glyphs.clear();
    parts_->pen = glm::ivec2(1);
    parts_->row_height = 0;
    parts_->full = false;
}

float Fonts::width_px(std::string_view text, TextSize size)
{
    const int size_64 = static_cast<int>(std::lround(size.px * 64));
    float width = 0;
    while (!text.empty())
        width += parts_->advance(size.strong, size_64, next_character(text));
    return width;
}

void Fonts::add(MarkList& list, std::string_view text, glm::vec2 start, TextSize size,
                glm::vec4 ink, glm::vec4 halo)
{
    const int size_64 = static_cast<int>(std::lround(size.px * 64));
    // Light adds up linearly here, which thins dark text: its cover is raised to make up for it.
    const float exponent = luminance(ink) < 0.35f ? 0.72f : 1.0f;
    const float base = std::round(start.y);
    for (const bool is_halo : {true, false}) {
        const glm::vec4 colour = is_halo ? halo : ink;
        float pen = start.x;
        for (std::string_view rest = text; !rest.empty() && colour.w > 0;) {
            const char32_t character = next_character(rest);
            const float snapped = std::floor(pen * steps_per_px + 0.5f) / steps_per_px;
            const float whole = std::floor(snapped);
            const int step = static_cast<int>((snapped - whole) * steps_per_px);
            const Glyph& g =
                parts_->glyph({size.strong, is_halo, size_64, step, character});
            pen += parts_->advance(size.strong, size_64, character);
            if (g.size.x == 0)
                continue;
            const glm::vec2 high(whole + static_cast<float>(g.bearing.x + g.size.x),
                                 base + static_cast<float>(g.bearing.y));
            const glm::vec2 low = high - glm::vec2(g.size);
            const glm::vec2 a(g.atlas), b = a + glm::vec2(g.size);
            list.add_quad({low, {high.x, low.y}, high, {low.x, high.y}},
                          {{a.x, b.y}, b, {b.x, a.y}, a},
                          {Shape::glyph, colour, is_halo ? 1.0f : exponent, 0});
        }
    }
}

char32_t next_character(std::string_view& text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    const bool lead = first < 0x80 || (first >= 0xC2 && first <= 0xF4);
    char32_t character = length == 1 ? first : first & (0x7Fu >> length);
    bool whole = lead && text.size() >= length;
    for (std::size_t i = 1; whole && i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        whole = (next & 0xC0u) == 0x80;
        character = character << 6 | (next & 0x3Fu);
    }
    text.remove_prefix(whole ? length : 1);
    return whole ? character : U'\uFFFD';
}

}  // namespace tpatlas::render
