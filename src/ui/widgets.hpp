// ui/widgets.hpp: the few controls that the panels are made of, in our look. Each enters itself in
// the item register under its label, and can be reached and pressed by keyboard.
#pragma once

#include "ui/panel_context.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tpatlas::ui {

enum class Icon {
    play, pause, step_back, step_forward, undo, redo, home, search, cross, capture, client, scenes,
    settings, keys, muscles, layers, details, down, up, check, copy, file, body
};

// Drawn with lines and triangles in a square of `size`, so that no icon font is needed.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour);

// What every control is made of: invisible, true when it was clicked or pressed by keyboard. It shows
// where the keyboard is; the rest is drawn by the caller, on the last item's rectangle.
bool pressable(const PanelContext& context, std::string_view label, ImVec2 size,
               bool enabled = true);
// Around an ImGui text field of one's own: the keyboard gets in and out of it.
void before_text(const PanelContext& context, std::string_view label);
void after_text(const PanelContext& context, std::string_view label);

// A small window over the others, after ImGui::OpenPopup(id): true while it is open; end_popup()
// then. Escape closes it, arrows move in it.
bool begin_popup(const PanelContext& context, const char* id);
void end_popup(const PanelContext& context);

// `label` is the register's; `tip` appears on hover where it is not empty.
bool icon_button(const PanelContext& context, std::string_view label, Icon icon,
                 const std::string& tip, bool enabled = true);
bool text_button(const PanelContext& context, std::string_view label, const std::string& text,
                 bool active = false, float width = 0);
// An icon with its name beside it; only the icon, and the name in a tip, where `text` is empty.
bool icon_text_button(const PanelContext& context, std::string_view label, Icon icon,
                      const std::string& text, const std::string& tip, bool active = false);
float icon_text_width(const PanelContext& context, const std::string& text);
// A line to choose: text at the left, a remark at the right.
bool choice_row(const PanelContext& context, std::string_view label, const std::string& text,
                const std::string& remark, bool active);
bool check_box(const PanelContext& context, std::string_view label, const std::string& text,
               bool on);
// A line of text to type. What was typed, when Enter or leaving the field ends it; `now` is shown
// until then, `prompt` where that is empty.
std::optional<std::string> text_field(const PanelContext& context, std::string_view label,
                                      const std::string& prompt, const std::string& now,
                                      float width, bool digits = false);
// A line to search with: what is typed counts at once. It is kept in the context's drafts, under
// the label.
struct LiveText {
    std::string text;
    bool entered = false;  // Enter was pressed in it
};
LiveText live_field(const PanelContext& context, std::string_view label, const std::string& prompt,
                    float width);
// The one thing to press next: filled with the accent.
bool main_button(const PanelContext& context, std::string_view label, Icon icon,
                 const std::string& text, float width, bool enabled = true);

// 0...1; true while it is dragged to another value.
bool share_slider(const PanelContext& context, std::string_view label, const std::string& text,
                  float width, float& value);

void title(const PanelContext& context, const std::string& text);
void caption(const PanelContext& context, const std::string& text);
void wrapped(const PanelContext& context, const std::string& text);
void wrapped_faint(const PanelContext& context, const std::string& text);
// Caption and text below it; "not recorded" for an empty text.
void field(const PanelContext& context, std::string_view caption_key, const std::string& text);
void hair_line(const PanelContext& context);
// From `a` to `b` in window units; ImGui's own clipping leaves a panel's padding out.
void edge_line(const PanelContext& context, glm::vec2 a, glm::vec2 b);
// A little rounded label in the line.
void chip(const PanelContext& context, const std::string& text);
// A sentence on an amber ground.
void caution_box(const PanelContext& context, const std::string& text);
// A sample of how a zone is painted, as high as the text: filled, or dotted.
void zone_swatch(const PanelContext& context, ZoneKind kind);
// What does not fit `width` is cut out: at the end, or in the middle (paths keep their file).
std::string shortened(const std::string& text, float width, bool middle = false);
void tip_for_last_item(const PanelContext& context, const std::string& text);

}  // namespace tpatlas::ui
