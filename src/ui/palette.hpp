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
    ImVec4 outline;  // around controls; clear where their ground is enough
    ImVec4 text;
    ImVec4 faint;   // captions, what is less important
    ImVec4 accent;  // the one strong colour: what is selected, what to press next
    ImVec4 accent_hover;
    ImVec4 accent_soft;  // ground of what is selected
    ImVec4 on_accent;    // text on `accent`
    ImVec4 zone;         // swatches of the zones, as the picture paints them
    ImVec4 caution;      // text of cautions
    ImVec4 caution_soft;
};

// Sets ImGui's style for a theme at an interface scale (1: 96 dpi) and its colours. Any other name
// than "dark" and "high_contrast" gives "light". The result lives for ever.
//
// Contrast as WCAG counts it, in every theme: text 7:1, faint and on_accent 4.5:1 on their grounds;
// in high_contrast all of them 7:1.
const Colours& apply_theme(std::string_view theme, float scale);
// Without touching ImGui's style.
const Colours& theme_colours(std::string_view theme);

ImU32 packed(const ImVec4& colour, float alpha = 1);

}  // namespace tpatlas::ui
