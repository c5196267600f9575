// ui/compact_controls.hpp: the small controls of Layers and Details: chips and buttons of one line
// of small text that wrap where a line is full, whatever the language.
//
//   Flow flow(context);
//   for (...) { flow.place(small_width(context, text)); small_button(context, label, text, on); }
#pragma once

#include "ui/widgets.hpp"

#include <string>
#include <string_view>

namespace tpatlas::ui {

constexpr float small_height = 24;  // in interface units, of every small control

// Sets the cursor for one item after the other from left to right; a new line where one does not
// fit any more. What fits no line begins `outdent_px` farther left.
class Flow {
public:
    explicit Flow(const PanelContext& context, float gap = 3, float outdent_px = 0);
    void place(float width);

private:
    const PanelContext& context_;
    float gap_px_;
    float outdent_px_;
    ImVec2 start_;
    float x_;
    float y_;
    bool first_ = true;
};

float small_width(const PanelContext& context, const std::string& text);
// Text that does not fit `width` (0: as wide as the text and no wider than the line) ends in an
// ellipsis.
bool small_button(const PanelContext& context, std::string_view label, const std::string& text,
                  bool active = false, float width = 0);
// The same with a little arrow: something opens below.
bool opening_button(const PanelContext& context, std::string_view label, const std::string& text,
                    float width = 0);
float opening_width(const PanelContext& context, const std::string& text);

// "v" where what it heads is open, ">" where it is closed.
void draw_chevron(ImDrawList& list, ImVec2 centre, float size, bool open, ImU32 colour);

// Text that ends in an ellipsis where it would reach beyond `right`.
void clipped_text(ImDrawList& list, ImVec2 at, float right, ImU32 colour, const std::string& text);

}  // namespace tpatlas::ui
