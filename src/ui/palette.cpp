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
        .text = rgb(0x1E262B),
        .faint = rgb(0x5D6970),
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

const Colours& apply_theme(std::string_view /*theme*/, float scale)
{
    ImGuiStyle style;  // fresh, so that a second call does not scale the first one's sizes
    set_colours(style.Colors, light_colours());
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
    style.WindowMinSize = ImVec2(1, 1);
    style.ScaleAllSizes(scale);
    ImGui::GetStyle() = style;
    return light_colours();
}

ImU32 packed(const ImVec4& colour, float alpha)
{
    return ImGui::ColorConvertFloat4ToU32(ImVec4(colour.x, colour.y, colour.z, colour.w * alpha));
}

}  // namespace tpatlas::ui
