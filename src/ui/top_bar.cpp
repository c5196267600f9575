#include "ui/history_menu.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"

#include <array>
#include <cmath>

namespace tpatlas::ui {

namespace {

constexpr std::array<const char*, 6> views{"anterior", "posterior", "left",
                                           "right",    "superior",  "inferior"};

struct SheetButton {
    Sheet sheet;
    const char* label;
    Icon icon;
    const char* key;
    const char* tip_key;
};

constexpr std::array<SheetButton, 5> sheet_buttons{
    {{Sheet::capture, "sheet:capture", Icon::capture, "toolbar.capture", "toolbar.capture_tip"},
     {Sheet::body, "sheet:body", Icon::body, "toolbar.body", "toolbar.body_tip"},
     {Sheet::scenes, "sheet:scenes", Icon::scenes, "toolbar.scenes", "toolbar.scenes_tip"},
     {Sheet::settings, "sheet:settings", Icon::settings, "toolbar.settings",
      "toolbar.settings_tip"},
     {Sheet::keys, "sheet:keys", Icon::keys, "toolbar.keys", "toolbar.keys_tip"}}};

struct ColumnButton {
    Column column;
    const char* label;
    Icon icon;
    const char* key;
};

constexpr std::array<ColumnButton, 3> column_buttons{
    {{Column::muscles, "column:muscles", Icon::muscles, "panel.muscles"},
     {Column::layers, "column:layers", Icon::layers, "panel.layers"},
     {Column::details, "column:details", Icon::details, "panel.details"}}};

// What stands in words and what as an icon or in a menu: as much as there is room for.
struct Fitting {
    bool views_in_line = true;
    bool view_names = true;
    bool client_in_words = true;  // and capture
    bool sheets_in_words = true;
    bool columns_in_words = true;
};

// From the roomiest to the narrowest.
constexpr std::array<Fitting, 6> fittings{{{true, true, true, true, true},
                                           {true, true, true, false, true},
                                           {true, true, false, false, true},
                                           {false, true, true, false, true},
                                           {false, true, false, false, true},
                                           {false, true, false, false, false}}};

constexpr float arrow_room = 16;
constexpr float gap = 4;
constexpr float wide_gap = 12;

class Bar {
public:
    Bar(const PanelContext& context, const Rectangle& place, bool compact, Column column)
        : context_(context), place_(place), compact_(compact), column_(column)
    {
        for (const Fitting& fitting : fittings) {
            fitting_ = fitting;
            if (width() <= place.size.x)
                break;
        }
    }

    BarAnswer draw()
    {
        ImGui::SetCursorPosY((place_.size.y - context_.px(32)) / 2);
        if (icon_button(context_, "home", Icon::home, context_.texts("toolbar.home_tip")))
            answer_.commands.push_back(Home{});
        ImGui::SameLine(0, context_.px(8));
        if (fitting_.views_in_line)
            views_in_line();
        else
            views_in_menu();
        if (compact_)
            columns();
        ImGui::SameLine(place_.size.x - right_width() - context_.px(10));
        right_part();
        return answer_;
    }

private:
    std::string word(bool shown, const char* key) const
    {
        return shown ? context_.texts(key) : std::string();
    }
    float text_width(const std::string& text) const
    {
        return ImGui::CalcTextSize(text.c_str()).x + context_.px(22);
    }

    float views_width() const
    {
        if (!fitting_.views_in_line)
            return text_width(context_.texts("panel.views")) + context_.px(arrow_room);
        float width = 0;
        for (const char* name : views)
            width += text_width(context_.texts("view." + std::string(name))) + context_.px(gap);
        return width;
    }
    float right_width() const
    {
        float width = icon_text_width(context_, word(fitting_.client_in_words, "toolbar.client"));
        for (const SheetButton& button : sheet_buttons)
            if (is_there(button))
                width += context_.px(gap) + icon_text_width(context_, sheet_word(button));
        return width + context_.px(wide_gap) + history_buttons_width(context_);
    }
    float width() const
    {
        float width = context_.px(10 + 32 + 8 + wide_gap + 10) + views_width() + right_width();
        if (compact_)
            for (const ColumnButton& button : column_buttons)
                width += context_.px(gap + 3) +
                         icon_text_width(context_, word(fitting_.columns_in_words, button.key));
        return width;
    }
    // There is nothing to tell of our own body.
    bool is_there(const SheetButton& button) const
    {
        return button.sheet != Sheet::body || context_.atlas().body().is_users();
    }
    std::string sheet_word(const SheetButton& button) const
    {
        return word(button.sheet == Sheet::capture ? fitting_.client_in_words
                                                   : fitting_.sheets_in_words,
                    button.key);
    }

    void views_in_line()
    {
        for (std::size_t i = 0; i < views.size(); ++i) {
            if (i > 0)
                ImGui::SameLine(0, context_.px(gap));
            const std::string name = views[i];
            if (text_button(context_, "view:" + name, context_.texts("view." + name)))
                answer_.commands.push_back(ShowView{name});
            tip_for_last_item(context_,
                              context_.texts("toolbar.view_tip", {{"key", std::to_string(i + 1)}}));
        }
    }
    void views_in_menu()
    {
        const std::string text = context_.texts("panel.views");
        if (text_button(context_, "views", "", false, text_width(text) + context_.px(arrow_room)))
            ImGui::OpenPopup("views");
        const ImVec2 min = ImGui::GetItemRectMin();
        const ImVec2 max = ImGui::GetItemRectMax();
        ImGui::GetWindowDrawList()->AddText(
            ImVec2(min.x + context_.px(11),
                   std::round((min.y + max.y - ImGui::GetFontSize()) / 2)),
            packed(context_.colours.text), text.c_str());
        draw_icon(*ImGui::GetWindowDrawList(), Icon::down,
                  ImVec2(max.x - context_.px(13), max.y - context_.px(15)), context_.px(13),
                  packed(context_.colours.faint));
        ImGui::SetNextWindowPos(ImVec2(ImGui::GetItemRectMin().x, place_.max().y));
        if (!begin_popup(context_, "views"))
            return;
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, context_.px(1)));
        ImGui::Dummy(ImVec2(context_.px(170), 0));  // as wide as all of it
        for (std::size_t i = 0; i < views.size(); ++i) {
            const std::string name = views[i];
            if (choice_row(context_, "view:" + name, context_.texts("view." + name),
                           std::to_string(i + 1), false)) {
                answer_.commands.push_back(ShowView{name});
                ImGui::CloseCurrentPopup();
            }
        }
        ImGui::PopStyleVar();
        end_popup(context_);
    }
    void columns()
    {
        for (const ColumnButton& button : column_buttons) {
            ImGui::SameLine(0, context_.px(&button == &column_buttons.front() ? wide_gap : gap));
            if (icon_text_button(context_, button.label, button.icon,
                                 word(fitting_.columns_in_words, button.key),
                                 context_.texts(button.key), column_ == button.column)) {
                answer_.column = button.column;
                // A sheet lies where Details are.
                if (button.column == Column::details &&
                    context_.view().sheet != Sheet::details)
                    answer_.commands.push_back(OpenSheet{Sheet::details});
            }
        }
    }
    void sheet(const SheetButton& button)
    {
        const bool open = context_.view().sheet == button.sheet;
        if (icon_text_button(context_, button.label, button.icon, sheet_word(button),
                             context_.texts(button.tip_key), open))
            answer_.commands.push_back(OpenSheet{open ? Sheet::details : button.sheet});
    }
    void right_part()
    {
        sheet(sheet_buttons[0]);
        ImGui::SameLine(0, context_.px(gap));
        if (icon_text_button(context_, "client", Icon::client,
                             word(fitting_.client_in_words, "toolbar.client"),
                             context_.texts("toolbar.client_tip")))
            answer_.commands.push_back(EnterClientView{});
        for (std::size_t i = 1; i < sheet_buttons.size(); ++i) {
            if (!is_there(sheet_buttons[i]))
                continue;
            ImGui::SameLine(0, context_.px(gap));
            sheet(sheet_buttons[i]);
        }
        ImGui::SameLine(0, context_.px(wide_gap));
        history_buttons(context_, place_.max().y, answer_.commands);
    }

    const PanelContext& context_;
    Rectangle place_;
    bool compact_;
    Column column_;
    Fitting fitting_;
    BarAnswer answer_;
};

}  // namespace

BarAnswer top_bar(const PanelContext& context, const Rectangle& place, bool compact, Column column)
{
    begin_panel("##bar", place, context, ImVec2(10, 0));
    BarAnswer answer = Bar(context, place, compact, column).draw();
    edge_line(context, {place.min.x, place.max().y}, place.max());
    ImGui::End();
    return answer;
}

}  // namespace tpatlas::ui
