#include "ui/palette.hpp"

namespace tpatlas::ui {

namespace {

ImVec4 rgb(unsigned hex)
{
    return ImVec4(static_cast<float>((hex >> 16) & 255u) / 255.0f,
                  static_cast<float>((hex >> 8) & 255u) / 255.0f,
                  static_cast<float>(hex & 255u) / 255.0f, 1.0f);
}

// White paper, slate text, one deep teal: far from the red of zones and the blue of arrows.
const Colours& light_colours()
{
    static const Colours colours{
        .panel = rgb(0xFFFFFF),
        .line = rgb(0xE3E7EA),
        .control = rgb(0xF0F3F4),
        .control_hover = rgb(0xE6ECED),
        .control_active = rgb(0xD9E3E4),
        .outline = ImVec4(0, 0, 0, 0),
        .text = rgb(0x1E262B),
        .faint = rgb(0x56626A),
        .accent = rgb(0x17686E),
        .accent_hover = rgb(0x115559),
        .accent_soft = rgb(0xE0EFEF),
        .on_accent = rgb(0xFFFFFF),
        .zone = rgb(0xCC2929),
        .caution = rgb(0x7A4A05),
        .caution_soft = rgb(0xFDF4E3),
    };
    return colours;
}

// The same hues by lamplight: no pure black, no glare.
const Colours& dark_colours()
{
    static const Colours colours{
        .panel = rgb(0x1C2226),
        .line = rgb(0x333C41),
        .control = rgb(0x293136),
        .control_hover = rgb(0x323C41),
        .control_active = rgb(0x3E4A50),
        .outline = ImVec4(0, 0, 0, 0),
        .text = rgb(0xE8ECEE),
        .faint = rgb(0xA9B5BB),
        .accent = rgb(0x6CC5CB),
        .accent_hover = rgb(0x86D3D8),
        .accent_soft = rgb(0x1F3D40),
        .on_accent = rgb(0x0C1F21),
        .zone = rgb(0xF0605A),
        .caution = rgb(0xF4CE8C),
        .caution_soft = rgb(0x3A2E17),
    };
    return colours;
}

// White on black, every control outlined; yellow for what is selected.
const Colours& high_contrast_colours()
{
    static const Colours colours{
        .panel = rgb(0x000000),
        .line = rgb(0xFFFFFF),
        .control = rgb(0x161616),
        .control_hover = rgb(0x3A3A3A),
        .control_active = rgb(0x505050),
        .outline = rgb(0xFFFFFF),
        .text = rgb(0xFFFFFF),
        .faint = rgb(0xE4E4E4),
        .accent = rgb(0xFFE14D),
        .accent_hover = rgb(0xFFF0A0),
        .accent_soft = rgb(0x2E2800),
        .on_accent = rgb(0x000000),
        .zone = rgb(0xFF6A60),
        .caution = rgb(0xFFC37A),
        .caution_soft = rgb(0x2B1800),
    };
    return colours;
}

void set_colours(ImVec4* of, const Colours& c)
{
    const ImVec4 clear(0, 0, 0, 0);
    of[ImGuiCol_Text] = c.text;
    of[ImGuiCol_TextDisabled] = c.faint;
    of[ImGuiCol_WindowBg] = c.panel;
    of[ImGuiCol_ChildBg] = clear;
    of[ImGuiCol_PopupBg] = c.panel;
    of[ImGuiCol_Border] = c.line;
    of[ImGuiCol_FrameBg] = c.control;
    of[ImGuiCol_FrameBgHovered] = c.control_hover;
    of[ImGuiCol_FrameBgActive] = c.control_hover;
    of[ImGuiCol_ScrollbarBg] = clear;
    of[ImGuiCol_ScrollbarGrab] = c.control_active;
    of[ImGuiCol_ScrollbarGrabHovered] = c.faint;
    of[ImGuiCol_ScrollbarGrabActive] = c.faint;
    of[ImGuiCol_SliderGrab] = c.accent;
    of[ImGuiCol_SliderGrabActive] = c.accent_hover;
    of[ImGuiCol_Button] = c.control;
    of[ImGuiCol_ButtonHovered] = c.control_hover;
    of[ImGuiCol_ButtonActive] = c.control_active;
    of[ImGuiCol_Header] = c.accent_soft;
    of[ImGuiCol_HeaderHovered] = c.control;
    of[ImGuiCol_HeaderActive] = c.control_active;
    of[ImGuiCol_Separator] = c.line;
    of[ImGuiCol_CheckMark] = c.accent;
    of[ImGuiCol_TextSelectedBg] = c.accent_soft;
}

}  // namespace

const Colours& theme_colours(std::string_view theme)
{
    return theme == "dark"            ? dark_colours()
           : theme == "high_contrast" ? high_contrast_colours()
                                      : light_colours();
}

const Colours& apply_theme(std::string_view theme, float scale)
{
    const Colours& colours = theme_colours(theme);
    ImGuiStyle style;  // fresh, so that a second call does not scale the first one's sizes
    set_colours(style.Colors, colours);
    style.WindowPadding = ImVec2(16, 14);
    style.FramePadding = ImVec2(10, 6);
    style.ItemSpacing = ImVec2(8, 6);
    style.ItemInnerSpacing = ImVec2(8, 4);
    style.ScrollbarSize = 9;
    style.GrabMinSize = 14;
    style.WindowRounding = 0;
    style.ChildRounding = 6;
    style.FrameRounding = 6;
    style.PopupRounding = 6;
    style.GrabRounding = 7;
    style.ScrollbarRounding = 5;
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.PopupBorderSize = 1;
    style.ScaleAllSizes(scale);
    style.WindowMinSize = ImVec2(1, 1);  // ImGui refuses less, which a small scale would make of it
    ImGui::GetStyle() = style;
    return colours;
}

ImU32 packed(const ImVec4& colour, float alpha)
{
    return ImGui::ColorConvertFloat4ToU32(ImVec4(colour.x, colour.y, colour.z, colour.w * alpha));
}

}  // namespace tpatlas::ui
