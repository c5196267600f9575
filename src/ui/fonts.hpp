// ui/fonts.hpp: the few sizes of Inter that the panels use.
//
//   Result<ui::Fonts> fonts = ui::load_fonts(folder, scale, pixel_ratio);
//
// Needs an ImGui context; the fonts live as long as it. Depends on core and ImGui.
#pragma once

#include "core/result.hpp"

#include <filesystem>

#include <imgui.h>

namespace tpatlas::ui {

struct Fonts {
    ImFont* body = nullptr;    // 15 px
    ImFont* strong = nullptr;  // the same, semi-bold
    ImFont* small = nullptr;   // 13 px, captions
    ImFont* title = nullptr;   // 19 px, semi-bold
};

// Replaces the context's fonts. `folder` is searched for Inter-Regular.otf and Inter-SemiBold.otf
// (.ttf too), itself and below. `scale` is the interface's, `pixel_ratio` framebuffer pixels a unit
// of the window: text stays sharp where they differ. Fault: Inter is not there.
Result<Fonts> load_fonts(const std::filesystem::path& folder, float scale, float pixel_ratio);

}  // namespace tpatlas::ui
