#include "ui/fonts.hpp"

#include <cmath>
#include <string>
#include <string_view>
#include <system_error>

namespace tpatlas::ui {

namespace {

namespace fs = std::filesystem;

fs::path found(const fs::path& folder, std::string_view stem)
{
    std::error_code ignored;
    for (const char* below : {"", "opentype/inter", "truetype/inter", "inter"})
        for (const char* ending : {".otf", ".ttf"}) {
            const fs::path file = folder / below / (std::string(stem) + ending);
            if (fs::is_regular_file(file, ignored))
                return file;
        }
    for (fs::recursive_directory_iterator at(folder, ignored), end; at != end;
         at.increment(ignored))
        if (at->path().stem() == stem &&
            (at->path().extension() == ".otf" || at->path().extension() == ".ttf"))
            return at->path();
    return {};
}

// Latin with its extensions, Greek (units, vertebral formulas), punctuation, arrows, signs.
constexpr ImWchar glyph_ranges[] = {0x0020, 0x024F, 0x0370, 0x03FF, 0x1E00, 0x1EFF, 0x2010,
                                    0x205E, 0x2070, 0x209F, 0x2190, 0x2199, 0x2200, 0x22FF,
                                    0x25A0, 0x25FF, 0x2713, 0x2717, 0};

}  // namespace

Result<Fonts> load_fonts(const fs::path& folder, float scale, float pixel_ratio)
{
    const fs::path regular = found(folder, "Inter-Regular");
    const fs::path semi_bold = found(folder, "Inter-SemiBold");
    if (regular.empty() || semi_bold.empty())
        return Error{folder.string(), "the font Inter was not found", "install fonts-inter"};
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    const auto add = [&](const fs::path& file, float size) {
        ImFontConfig config;
        // Large letters are sharp without; their atlas would be huge.
        config.OversampleH = scale * pixel_ratio < 1.75f ? 2 : 1;
        config.OversampleV = 1;
        config.PixelSnapH = false;
        // Whole pixels: stems stay sharp at every scale.
        return atlas.AddFontFromFileTTF(file.c_str(), std::round(size * scale * pixel_ratio),
                                        &config, glyph_ranges);
    };
    // ImGui counts a font's whole line, 1.21 of what typographers call its size: 15, 13 and 19 px.
    Fonts fonts;
    fonts.body = add(regular, 18);
    fonts.strong = add(semi_bold, 18);
    fonts.small = add(regular, 15.5f);
    fonts.title = add(semi_bold, 23);
    if (fonts.body == nullptr || fonts.strong == nullptr || fonts.small == nullptr ||
        fonts.title == nullptr)
        return Error{regular.string(), "the font cannot be read", "reinstall fonts-inter"};
    ImGui::GetIO().FontGlobalScale = 1 / pixel_ratio;
    return fonts;
}

}  // namespace tpatlas::ui
