// render/fonts.hpp: UTF-8 text as glyphs of an atlas, at exact pixel sizes.
//
//   Result<Fonts> fonts = Fonts::make(regular_file, strong_file);
//   float width = fonts.value().width_px("Trapezius", {14, false});
//   fonts.value().add(list, "Trapezius", {20, 40}, {14, false}, ink, halo);
//
// Glyphs are drawn on first use and kept; when the atlas is full it is begun anew at the next
// begin_frame(). FreeType; no kerning (Inter keeps its kerning where FreeType does not look).
#pragma once

#include "core/result.hpp"
#include "render/gl/owners.hpp"
#include "render/mark_list.hpp"

#include <filesystem>
#include <memory>
#include <string_view>

namespace tpatlas::render {

struct TextSize {
    float px = 14;
    bool strong = false;
};

class Fonts {
public:
    static Result<Fonts> make(const std::filesystem::path& regular,
                              const std::filesystem::path& strong);
    Fonts(Fonts&&) noexcept;
    Fonts& operator=(Fonts&&) noexcept;
    ~Fonts();

    void begin_frame();
    float width_px(std::string_view text, TextSize size);
    // `start` is the left end of the base line. A halo with alpha 0 is left out.
    void add(MarkList& list, std::string_view text, glm::vec2 start, TextSize size, glm::vec4 ink,
             glm::vec4 halo = glm::vec4(0));
    GLuint atlas() const;

private:
    struct Parts;
    explicit Fonts(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

// The next character of UTF-8 and the rest; U+FFFD for a byte that fits nowhere.
char32_t next_character(std::string_view& text);

}  // namespace tpatlas::render
