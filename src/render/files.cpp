// Where shaders and fonts are (render/renderer.hpp).
#include "render/renderer.hpp"

#include <algorithm>
#include <map>
#include <system_error>

namespace tpatlas::render {

namespace {

namespace fs = std::filesystem;

// Fonts by file name; a folder that cannot be read is as good as empty.
std::map<std::string, fs::path> fonts_below(const fs::path& folder)
{
    std::map<std::string, fs::path> fonts;
    std::error_code failure;
    fs::recursive_directory_iterator files(
        folder, fs::directory_options::skip_permission_denied, failure);
    for (; !failure && files != fs::recursive_directory_iterator(); files.increment(failure)) {
        const std::string extension = files->path().extension().string();
        if (extension == ".otf" || extension == ".ttf")
            fonts.emplace(files->path().stem().string(), files->path());
    }
    return fonts;
}

struct Pair {
    const char* regular;
    const char* strong;
};

// Inter first: its figures and its small sizes read best. The others are there on most systems.
constexpr Pair wanted[] = {{"Inter-Regular", "Inter-SemiBold"},
                           {"Inter", "Inter"},
                           {"NotoSans-Regular", "NotoSans-Bold"},
                           {"DejaVuSans", "DejaVuSans-Bold"},
                           {"LiberationSans-Regular", "LiberationSans-Bold"},
                           {"FreeSans", "FreeSansBold"}};

}  // namespace

Result<RenderFiles> find_files(const fs::path& shader_folder, const fs::path& font_folder)
{
    std::error_code failure;
    if (!fs::exists(shader_folder / "surface.vert", failure))
        return Error{shader_folder.string(), "the shaders are not there",
                     "give the program's folder with --data"};
    const std::map<std::string, fs::path> fonts = fonts_below(font_folder);
    for (const Pair& pair : wanted) {
        const auto regular = fonts.find(pair.regular);
        const auto strong = fonts.find(pair.strong);
        if (regular != fonts.end() && strong != fonts.end())
            return RenderFiles{shader_folder, regular->second, strong->second};
    }
    return Error{font_folder.string(), "no sans-serif font is found there", "install fonts-inter"};
}

}  // namespace tpatlas::render
