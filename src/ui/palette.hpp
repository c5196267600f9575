// ui/palette.hpp: every colour and spacing of the panels, in one place.
//
//   const ui::Colours& colours = ui::apply_theme("light", scale);
//
// One accent colour; red and dots belong to zones alone. Depends on ImGui.
#pragma once

#include <string_view>

#include <imgui.h>

namespace tpatlas::ui {

struct Colours {
    ImVec4 panel;    // what panels lie on
    ImVec4 line;     // hair lines between them
    ImVec4 control;  // buttons, fields, tracks
    ImVec4 control_hover;
    ImVec4 control_active;
    ImVec4 text;
    ImVec4 faint;   // captions, what is less important; still 4.5:1 on `panel`
    ImVec4 accent;  // the one strong colour: what is selected, what to press next
    ImVec4 accent_hover;
    ImVec4 accent_soft;  // ground of what is selected
    ImVec4 on_accent;    // text on `accent`
    ImVec4 zone;         // swatches of the zones, as the picture paints them
    ImVec4 caution;      // text of cautions
    ImVec4 caution_soft;
};

// Sets ImGui's style for a theme at an interface scale (1: 96 dpi). "light" is the only theme so
// far; any other name gives it. The result lives for ever.
const Colours& apply_theme(std::string_view theme, float scale);

ImU32 packed(const ImVec4& colour, float alpha = 1);

}  // namespace tpatlas::ui
