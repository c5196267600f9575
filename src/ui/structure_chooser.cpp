#include "ui/structure_chooser.hpp"

#include "ui/body_list.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tpatlas::ui {

namespace {

constexpr std::size_t most_found = 40;
constexpr float two_columns_from = 500;

std::string percent(float share)
{
    return std::to_string(static_cast<int>(std::lround(share * 100)));
}

std::optional<Side> side_in(const std::vector<StructureId>& ids)
{
    for (const Side side : {Side::left, Side::right})
        for (const StructureId& id : ids)
            if (id.text.ends_with("." + std::string(to_text(side))))
                return side;
    return std::nullopt;
}

// A line on a ground: what one may press while it is a question.
bool guess_button(const PanelContext& context, const std::string& label, const std::string& text,
                  const std::string& remark, float width)
{
    const Colours& c = context.colours;
    const float height = context.px(32);
    const float pad = context.px(10);
    const bool pressed = pressable(context, label, ImVec2(width, height));
    if (!ImGui::IsItemVisible())
        return pressed;
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    const float round = ImGui::GetStyle().FrameRounding;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(min, max,
                       packed(ImGui::IsItemActive()    ? c.control_active
                              : ImGui::IsItemHovered() ? c.control_hover
                                                       : c.control),
                       round);
    if (c.outline.w > 0)
        list.AddRect(min, max, packed(c.outline), round, 0, context.px(1.5f));
    ImGui::PushFont(context.fonts.small);
    const ImVec2 size = ImGui::CalcTextSize(remark.c_str());
    ImGui::PopFont();
    float right = max.x - pad;
    // The name matters more than how near it is.
    const bool room = ImGui::CalcTextSize(text.c_str()).x + size.x + 3 * pad <= width;
    if (room) {
        ImGui::PushFont(context.fonts.small);
        list.AddText(ImVec2(std::round(right - size.x),
                            std::round((min.y + max.y - ImGui::GetFontSize()) / 2)),
                     packed(c.faint), remark.c_str());
        ImGui::PopFont();
        right -= size.x + pad;
    }
    const std::string shown = shortened(text, right - min.x - pad);
    list.AddText(ImVec2(min.x + pad, std::round((min.y + max.y - ImGui::GetFontSize()) / 2)),
                 packed(c.text), shown.c_str());
    if (shown != text || !room)
        tip_for_last_item(context, text + "\n" + remark);
    return pressed;
}

}  // namespace

Side likely_side(const MeshPlace& mesh)
{
    if (const std::optional<Side> said = side_in(mesh.structures))
        return *said;
    for (const Guess& guess : mesh.guesses)
        if (const std::optional<Side> side = side_in(guess.structures))
            return *side;
    return Side::right;
}

StructureChooser::StructureChooser(const PanelContext& context, const std::string& label, Side usual)
    : context_(context), label_(label), side_(usual)
{
    const auto chosen = context.drafts.find(label + "_side");
    if (chosen != context.drafts.end())
        side_ = chosen->second == to_text(Side::left) ? Side::left : Side::right;
}

void StructureChooser::forget(const PanelContext& context, const std::string& label)
{
    context.drafts.erase(label + "_side");
    context.drafts.erase(label + "_search");
}

void StructureChooser::draw_line()
{
    struct Choice {
        Side side;
        const char* letter_key;
        const char* word_key;
    };
    constexpr std::array<Choice, 2> choices{{{Side::right, "side.right_letter", "side.right"},
                                             {Side::left, "side.left_letter", "side.left"}}};
    const float edge = context_.px(32);
    const float gap = context_.px(4);
    const LiveText text = live_field(context_, label_ + "_search", context_.texts("body.search"),
                                     context_.width_left() - 2 * (edge + gap));
    typed_ = text.text;
    entered_ = text.entered;
    for (const Choice& choice : choices) {
        ImGui::SameLine(0, gap);
        if (text_button(context_, label_ + "_side:" + std::string(to_text(choice.side)),
                        context_.texts(choice.letter_key), side_ == choice.side, edge)) {
            side_ = choice.side;
            context_.drafts[label_ + "_side"] = to_text(side_);
        }
        tip_for_last_item(context_, context_.texts(choice.word_key));
    }
}

std::optional<std::vector<StructureId>>
StructureChooser::draw_guesses(const std::vector<Guess>& guesses)
{
    std::optional<std::vector<StructureId>> chosen;
    const float gap = context_.px(6);
    const float line = context_.width_left();
    const bool two = line >= context_.px(two_columns_from);
    const float width = two ? std::floor((line - gap) / 2) : line;
    for (std::size_t i = 0; i < guesses.size(); ++i) {
        if (two && i % 2 == 1)
            ImGui::SameLine(0, gap);
        const Guess& guess = guesses[i];
        const std::string remark =
            guess.off > 0 ? context_.texts("body.guess_off", {{"percent", percent(guess.off)}})
                          : context_.texts("body.guess_name");
        if (guess_button(context_, label_ + "_guess:" + std::to_string(i + 1),
                         context_.body_list->words_of(guess.structures), remark, width))
            chosen = guess.structures;
    }
    return chosen;
}

std::optional<std::vector<StructureId>>
StructureChooser::draw_found(const std::vector<Guess>& guesses)
{
    if (typed_.empty())
        return draw_guesses(guesses);
    std::optional<std::vector<StructureId>> chosen;
    const std::vector<const BodyList::Target*> found =
        context_.body_list->search(typed_, most_found);
    for (const BodyList::Target* target : found) {
        const std::vector<StructureId> ids = context_.body_list->ids_of(*target, side_);
        const std::string remark = target->structures.size() > 1
                                       ? context_.texts("body.whole_muscle")
                                       : context_.texts("kind." + std::string(to_text(target->kind)));
        if (choice_row(context_, label_ + "_found:" + target->key,
                       context_.body_list->words_of(ids), remark, false))
            chosen = ids;
    }
    if (found.empty())
        wrapped_faint(context_, context_.texts("search.none", {{"word", typed_}}));
    else if (entered_)
        chosen = context_.body_list->ids_of(*found.front(), side_);
    return chosen;
}

}  // namespace tpatlas::ui
