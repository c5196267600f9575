// The controls of bar and sheets: icons with names, lines to choose, check boxes, text fields.

#include "ui/widgets.hpp"

#include <array>
#include <cmath>
#include <cstring>

namespace tpatlas::ui {

namespace {

constexpr float icon_edge = 18;
constexpr float side_padding = 8;
constexpr std::size_t longest_text = 1024;

bool is_continuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u;
}

// The last item's ground; clear at rest where `rest` is.
void draw_ground(const PanelContext& context, const ImVec4& rest, bool active)
{
    const Colours& c = context.colours;
    const ImVec4& ground = active                   ? c.accent_soft
                           : ImGui::IsItemActive()  ? c.control_active
                           : ImGui::IsItemHovered() ? c.control_hover
                                                    : rest;
    ImGui::GetWindowDrawList()->AddRectFilled(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                                              packed(ground), ImGui::GetStyle().FrameRounding);
    if (c.outline.w > 0 && active)
        ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                                            packed(c.accent), ImGui::GetStyle().FrameRounding, 0,
                                            context.px(1.5f));
}

}  // namespace

float icon_text_width(const PanelContext& context, const std::string& text)
{
    if (text.empty())
        return context.px(32);
    return std::ceil(ImGui::CalcTextSize(text.c_str()).x) +
           context.px(2 * side_padding + icon_edge + 7);
}

bool icon_text_button(const PanelContext& context, std::string_view label, Icon icon,
                      const std::string& text, const std::string& tip, bool active)
{
    const Colours& c = context.colours;
    const bool pressed =
        pressable(context, label, ImVec2(icon_text_width(context, text), context.px(32)));
    draw_ground(context, ImVec4(c.control.x, c.control.y, c.control.z, 0), active);
    const ImVec2 min = ImGui::GetItemRectMin();
    const float middle = (min.y + ImGui::GetItemRectMax().y) / 2;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 ink = packed(active ? c.accent : c.text, active ? 1.0f : 0.9f);
    const float left = text.empty() ? context.px((32 - icon_edge) / 2) : context.px(side_padding);
    draw_icon(list, icon, ImVec2(min.x + left + context.px(icon_edge / 2), middle),
              context.px(icon_edge), ink);
    if (!text.empty())
        list.AddText(ImVec2(std::round(min.x + context.px(side_padding + icon_edge + 7)),
                            std::round(middle - ImGui::GetFontSize() / 2)),
                     ink, text.c_str());
    tip_for_last_item(context, tip);
    return pressed;
}

bool choice_row(const PanelContext& context, std::string_view label, const std::string& text,
                const std::string& remark, bool active)
{
    const Colours& c = context.colours;
    const float width = context.width_left();
    const float pad = context.px(10);
    ImGui::PushFont(context.fonts.small);
    const ImVec2 size = remark.empty() ? ImVec2(0, 0) : ImGui::CalcTextSize(remark.c_str());
    ImGui::PopFont();
    // Strong type is the widest: a row stays as high when it is chosen.
    ImGui::PushFont(context.fonts.strong);
    const bool below =
        !remark.empty() && ImGui::CalcTextSize(text.c_str()).x > width - 3 * pad - size.x;
    ImGui::PopFont();
    const float height = context.px(below ? 46.0f : 29.0f);
    const bool pressed = pressable(context, label, ImVec2(width, height));
    if (!ImGui::IsItemVisible())
        return pressed;
    draw_ground(context, ImVec4(0, 0, 0, 0), active);
    const ImVec2 min = ImGui::GetItemRectMin();
    const float middle = min.y + context.px(29) / 2;  // of the text's line
    ImDrawList& list = *ImGui::GetWindowDrawList();
    float right = min.x + width - pad;
    if (!remark.empty()) {
        ImGui::PushFont(context.fonts.small);
        list.AddText(below ? ImVec2(min.x + pad, std::round(min.y + context.px(26)))
                           : ImVec2(std::round(right - size.x), std::round(middle - size.y / 2)),
                     packed(c.faint), remark.c_str());
        ImGui::PopFont();
        if (!below)
            right -= size.x + pad;
    }
    ImGui::PushFont(active ? context.fonts.strong : context.fonts.body);
    const std::string shown = shortened(text, right - min.x - pad);
    list.AddText(ImVec2(min.x + pad, std::round(middle - ImGui::GetFontSize() / 2)),
                 packed(active ? c.accent : c.text), shown.c_str());
    ImGui::PopFont();
    if (shown != text)
        tip_for_last_item(context, text);
    return pressed;
}

bool check_box(const PanelContext& context, std::string_view label, const std::string& text,
               bool on)
{
    const Colours& c = context.colours;
    const float edge = context.px(18);
    const float gap = context.px(9);
    const float width = context.width_left();
    const ImVec2 words = ImGui::CalcTextSize(text.c_str(), nullptr, false, width - edge - gap);
    const float height = std::max(context.px(28), words.y + context.px(6));
    const bool pressed = pressable(context, label, ImVec2(width, height));
    const ImVec2 min = ImGui::GetItemRectMin();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float line = ImGui::GetFontSize();
    const float top = min.y + (height - words.y) / 2;  // of the first line
    const ImVec2 box(min.x, std::round(top + (line - edge) / 2));
    const ImVec2 end(box.x + edge, box.y + edge);
    const float round = context.px(4);
    list.AddRectFilled(box, end,
                       packed(on                        ? c.accent
                              : ImGui::IsItemHovered() ? c.control_hover
                                                       : c.control),
                       round);
    if (on)
        draw_icon(list, Icon::check, ImVec2((box.x + end.x) / 2, (box.y + end.y) / 2),
                  context.px(14), packed(c.on_accent));
    else
        list.AddRect(box, end, packed(c.faint), round, 0, context.px(1.2f));
    list.AddText(nullptr, 0, ImVec2(std::round(min.x + edge + gap), std::round(top)),
                 packed(c.text), text.c_str(), nullptr, width - edge - gap);
    return pressed;
}

std::optional<std::string> text_field(const PanelContext& context, std::string_view label,
                                      const std::string& prompt, const std::string& now,
                                      float width, bool digits)
{
    const std::string name(label);
    const auto draft = context.drafts.find(name);
    std::array<char, longest_text> text{};  // ImGui edits the copy, never the state
    const std::string& shown = draft != context.drafts.end() ? draft->second : now;
    std::strncpy(text.data(), shown.c_str(), text.size() - 1);
    before_text(context, label);
    ImGui::SetNextItemWidth(width);
    ImGui::PushStyleVar(
        ImGuiStyleVar_FramePadding,
        ImVec2(context.px(9), std::floor((context.px(32) - ImGui::GetFontSize()) / 2)));
    ImGui::PushStyleColor(ImGuiCol_TextDisabled, context.colours.faint);
    ImGuiInputTextFlags flags = ImGuiInputTextFlags_EnterReturnsTrue;
    if (digits)
        flags |= ImGuiInputTextFlags_CharsDecimal | ImGuiInputTextFlags_AutoSelectAll;
    const bool entered = ImGui::InputTextWithHint(("##" + name).c_str(), prompt.c_str(),
                                                  text.data(), text.size(), flags);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    after_text(context, label);
    const bool active = ImGui::IsItemActive();
    const ImVec4& edge = active ? context.colours.accent : context.colours.outline;
    if (edge.w > 0)
        ImGui::GetWindowDrawList()->AddRect(
            ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), packed(edge),
            ImGui::GetStyle().FrameRounding, 0, context.px(1.5f));
    if (active && !entered) {
        context.drafts[name] = text.data();
        return std::nullopt;
    }
    if (draft == context.drafts.end() && !entered)
        return std::nullopt;
    // Escape has given back what was there before.
    const std::string typed = text.data();
    context.drafts.erase(name);
    if (typed == now && !entered)
        return std::nullopt;
    return typed;
}

LiveText live_field(const PanelContext& context, std::string_view label, const std::string& prompt,
                    float width)
{
    const std::string name(label);
    std::array<char, longest_text> text{};
    std::strncpy(text.data(), context.drafts[name].c_str(), text.size() - 1);
    const float height = context.px(32);
    const float icon_room = context.px(30);
    const float inner = std::max(1.0f, width - icon_room);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float round = ImGui::GetStyle().FrameRounding;
    const ImVec2 end(at.x + width, at.y + height);
    list.AddRectFilled(at, end, packed(context.colours.control), round);
    draw_icon(list, Icon::search, ImVec2(at.x + context.px(16), at.y + height / 2), context.px(15),
              packed(context.colours.faint));
    ImGui::SetCursorScreenPos(ImVec2(at.x + icon_room, at.y));
    before_text(context, label);
    ImGui::SetNextItemWidth(inner);
    ImGui::PushStyleColor(ImGuiCol_FrameBg, ImVec4(0, 0, 0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                        ImVec2(context.px(2), std::floor((height - ImGui::GetFontSize()) / 2)));
    LiveText answer;
    answer.entered = ImGui::InputText(("##" + name).c_str(), text.data(), text.size(),
                                      ImGuiInputTextFlags_EnterReturnsTrue);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    after_text(context, label);
    const bool active = ImGui::IsItemActive();
    answer.text = context.drafts[name] = text.data();
    if (answer.text.empty()) {  // ImGui's own hint would be cut where it is too long
        const std::string shown = shortened(prompt, inner - context.px(8));
        if (shown != prompt)
            tip_for_last_item(context, prompt);
        list.AddText(ImVec2(at.x + icon_room + context.px(2),
                            std::round(at.y + (height - ImGui::GetFontSize()) / 2)),
                     packed(context.colours.faint), shown.c_str());
    }
    const ImVec4& edge = active ? context.colours.accent : context.colours.outline;
    if (edge.w > 0)
        list.AddRect(at, end, packed(edge), round, 0, context.px(1.5f));
    return answer;
}

std::string shortened(const std::string& text, float width, bool middle)
{
    const auto wide = [](const std::string& t) { return ImGui::CalcTextSize(t.c_str()).x; };
    if (wide(text) <= width)
        return text;
    std::string head = middle ? text.substr(0, text.size() / 2) : text;
    std::string tail = middle ? text.substr(text.size() / 2) : std::string();
    while (!tail.empty() && is_continuation(tail.front())) {
        head += tail.front();
        tail.erase(0, 1);
    }
    bool from_tail = false;
    while ((!head.empty() || !tail.empty()) && wide(head + "…" + tail) > width) {
        from_tail = !tail.empty() && (!from_tail || head.empty());
        if (from_tail) {
            do
                tail.erase(0, 1);
            while (!tail.empty() && is_continuation(tail.front()));
        } else if (!head.empty()) {
            while (head.size() > 1 && is_continuation(head.back()))
                head.pop_back();  // whole characters
            head.pop_back();
        }
    }
    return head + "…" + tail;
}

}  // namespace tpatlas::ui
