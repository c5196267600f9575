// What a captured picture is to be, and the two buttons that make it.

#include "ui/compact_controls.hpp"
#include "ui/sheets.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace tpatlas::ui {

namespace {

struct Size {
    const char* label;
    const char* key;
    glm::ivec2 px;
};

constexpr std::array<Size, 6> sizes{{{"size:screen", "capture.size_screen", {1920, 1080}},
                                     {"size:4x3", "capture.size_4x3", {1920, 1440}},
                                     {"size:slide", "capture.size_slide", {3840, 2160}},
                                     {"size:a4", "capture.size_a4", {3508, 2480}},
                                     {"size:a4_upright", "capture.size_a4_upright", {2480, 3508}},
                                     {"size:square", "capture.size_square", {2048, 2048}}}};

struct Ground {
    CaptureGround ground;
    const char* label;
    const char* key;
};

constexpr std::array<Ground, 3> grounds{
    {{CaptureGround::theme, "ground:theme", "capture.ground_theme"},
     {CaptureGround::white, "ground:white", "capture.ground_white"},
     {CaptureGround::transparent, "ground:transparent", "capture.ground_transparent"}}};

constexpr float foot = 88;
constexpr float largest_preview = 96;
constexpr float strip_share = 0.12f;  // of the picture's height

std::string size_text(glm::ivec2 px)
{
    return std::to_string(px.x) + " × " + std::to_string(px.y);
}

void draw_chequers(ImDrawList& list, ImVec2 min, ImVec2 max, float edge)
{
    list.AddRectFilled(min, max, IM_COL32(255, 255, 255, 255));
    list.PushClipRect(min, max, true);
    int row = 0;
    for (float y = min.y; y < max.y; y += edge, ++row)
        for (float x = min.x + (row % 2 == 0 ? 0 : edge); x < max.x; x += 2 * edge)
            list.AddRectFilled(ImVec2(x, y), ImVec2(x + edge, y + edge),
                               IM_COL32(214, 219, 222, 255));
    list.PopClipRect();
}

// The picture's proportions, its ground and its strip.
void preview(const PanelContext& context, const CaptureWish& wish)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = context.width_left();
    const float room = context.px(largest_preview);
    const glm::vec2 px = wish.size_px;
    const float by = std::min((width - context.px(2)) / px.x, room / px.y);
    const ImVec2 min(std::round(at.x + (width - px.x * by) / 2),
                     std::round(at.y + (room - px.y * by) / 2));
    const ImVec2 max(std::round(min.x + px.x * by), std::round(min.y + px.y * by));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Colours& c = context.colours;
    if (wish.ground == CaptureGround::transparent)
        draw_chequers(list, min, max, context.px(7));
    else
        list.AddRectFilled(min, max,
                           wish.ground == CaptureGround::white ? IM_COL32(255, 255, 255, 255)
                                                               : packed(c.control));
    float body_bottom = max.y;
    const bool paper = wish.ground != CaptureGround::theme;
    const ImU32 ink = paper ? IM_COL32(150, 160, 166, 255) : packed(c.faint, 0.75f);
    if (wish.strip) {
        body_bottom = std::round(max.y - (max.y - min.y) * strip_share);
        list.AddLine(ImVec2(min.x, body_bottom), ImVec2(max.x, body_bottom), ink, context.px(1));
        const float line = (max.y + body_bottom) / 2;
        const float left = min.x + (max.x - min.x) * 0.06f;
        for (int i = 0; i < 3; ++i) {
            const float x = left + (max.x - min.x) * 0.26f * static_cast<float>(i);
            list.AddLine(ImVec2(x, line), ImVec2(x + (max.x - min.x) * 0.17f, line), ink,
                         context.px(2));
        }
    }
    // Somebody stands in it.
    const float tall = (body_bottom - min.y) * 0.84f;
    const ImVec2 foot_at((min.x + max.x) / 2, body_bottom - (body_bottom - min.y) * 0.08f);
    const float head = tall * 0.07f;
    list.AddCircleFilled(ImVec2(foot_at.x, foot_at.y - tall + head), head, ink, 24);
    list.AddRectFilled(ImVec2(foot_at.x - tall * 0.11f, foot_at.y - tall * 0.83f),
                       ImVec2(foot_at.x + tall * 0.11f, foot_at.y - tall * 0.44f), ink,
                       tall * 0.05f);
    for (const float way : {-1.0f, 1.0f})
        list.AddRectFilled(
            ImVec2(foot_at.x + way * tall * 0.055f - tall * 0.045f, foot_at.y - tall * 0.45f),
            ImVec2(foot_at.x + way * tall * 0.055f + tall * 0.045f, foot_at.y), ink, tall * 0.03f);
    list.AddRect(min, max, packed(c.faint, 0.6f), 0, 0, context.px(1));
    ImGui::Dummy(ImVec2(width, room));
    context.items.add("capture_preview", {min.x, min.y}, {max.x, max.y});
}

// A number from what was typed; nothing where it is none.
std::optional<int> number_of(const std::string& text)
{
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc() || number <= 0)
        return std::nullopt;
    return number;
}

void size_by_hand(const PanelContext& context, CaptureWish& wish)
{
    const float field_width = context.px(78);
    ImGui::Dummy(ImVec2(context.px(2), 0));
    ImGui::SameLine(0, context.px(8));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(context.texts("capture.size_own").c_str());
    // Below it where it is long.
    const float right = ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x;
    const float left = context.width_left() - 2 * field_width - context.px(24);
    if (right + context.px(8) <= left)
        ImGui::SameLine(left);
    else
        ImGui::SetCursorPosX(left);
    if (const auto typed = text_field(context, "size_width", "",
                                      std::to_string(wish.size_px.x), field_width, true))
        wish.size_px.x = number_of(*typed).value_or(wish.size_px.x);
    ImGui::SameLine(0, context.px(7));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted("×");
    ImGui::SameLine(0, context.px(7));
    if (const auto typed = text_field(context, "size_height", "",
                                      std::to_string(wish.size_px.y), field_width, true))
        wish.size_px.y = number_of(*typed).value_or(wish.size_px.y);
}

void choices(const PanelContext& context, CaptureWish& wish)
{
    sheet_section(context, "capture.size");
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(context.px(8), context.px(1)));
    for (const Size& size : sizes)
        if (choice_row(context, size.label, context.texts(size.key), size_text(size.px),
                       size.px == wish.size_px))
            wish.size_px = size.px;
    ImGui::PopStyleVar();
    size_by_hand(context, wish);

    sheet_section(context, "capture.ground");
    const float gap = context.px(4);
    const float width = std::floor((context.width_left() - 2 * gap) / 3);
    Flow flow(context);
    for (const Ground& ground : grounds) {
        const std::string text = context.texts(ground.key);
        const float needed = std::max(width, small_width(context, text));
        flow.place(needed);
        if (small_button(context, ground.label, text, wish.ground == ground.ground, needed))
            wish.ground = ground.ground;
    }

    sheet_section(context, "capture.included");
    if (check_box(context, "capture_strip", context.texts("capture.strip"), wish.strip))
        wish.strip = !wish.strip;
    if (check_box(context, "capture_labels", context.texts("capture.labels"), wish.labels))
        wish.labels = !wish.labels;

    sheet_section(context, "capture.folder");
    if (const auto folder = text_field(context, "capture_folder",
                                       context.texts("capture.folder_usual"), wish.folder,
                                       context.width_left()))
        wish.folder = *folder;
}

}  // namespace

std::vector<Command> capture_sheet(const PanelContext& context, const Rectangle& place)
{
    std::vector<Command> commands;
    CaptureWish wish = context.view().capture;
    begin_sheet(context, place, "sheet.capture", foot, commands);
    preview(context, wish);
    choices(context, wish);
    begin_foot(context, place, foot);
    const float width = place.size.x - 2 * context.px(16);
    if (main_button(context, "capture", Icon::capture, context.texts("capture.make"), width))
        commands.push_back(CapturePicture{});
    if (text_button(context, "copy", context.texts("capture.copy"), false, width))
        commands.push_back(CopyPicture{});
    end_sheet(context, place, true);
    if (wish != context.view().capture)
        commands.insert(commands.begin(), SetCapture{wish});
    return commands;
}

}  // namespace tpatlas::ui
