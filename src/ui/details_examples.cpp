#include "ui/details_parts.hpp"

#include "atlas/registration.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace tpatlas::ui {

namespace {

// What a zone's words promise, in the line under an example's name.
std::string zone_words(const TriggerPoint& point)
{
    return point->essential   ? point->essential->words
           : point->spillover ? point->spillover->words
                              : point->place;
}

// Spread over the catalogue, one a muscle where it can be, animated ones first.
std::vector<const TriggerPoint*> example_points(const Catalogue& catalogue, std::size_t count)
{
    std::vector<const TriggerPoint*> best;
    std::vector<const TriggerPoint*> others;
    for (const Muscle& muscle : catalogue.muscles()) {
        std::vector<const TriggerPoint*> points = catalogue.points_of(muscle->id);
        std::stable_partition(points.begin(), points.end(), [](const TriggerPoint* point) {
            return point->is_pressed();
        });
        if (!points.empty()) {
            best.push_back(points.front());
            others.insert(others.end(), points.begin() + 1, points.end());
        }
    }
    std::vector<const TriggerPoint*> chosen;
    if (best.size() >= count) {
        for (std::size_t i = 0; i < count; ++i)
            chosen.push_back(best[i * best.size() / count]);
        return chosen;
    }
    chosen = best;
    for (std::size_t i = 0; i < others.size() && chosen.size() < count; ++i)
        chosen.push_back(others[i]);
    return chosen;
}

bool example(const PanelContext& context, const std::string& label, const std::string& name,
             const std::string& words)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float pad = context.px(11);
    ImGui::PushFont(context.fonts.small);
    const ImVec2 size = ImGui::CalcTextSize(words.c_str(), nullptr, false, width - 2 * pad);
    const float small_px = ImGui::GetFontSize();
    ImGui::PopFont();
    const float line = ImGui::GetTextLineHeight() + context.px(3);
    const bool clicked = pressable(context, label, ImVec2(width, line + size.y + 2 * pad));
    const ImVec2 end = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(
        at, end,
        packed(ImGui::IsItemHovered() ? context.colours.control_hover : context.colours.control),
        context.px(8));
    list.AddText(ImVec2(at.x + pad, at.y + pad), packed(context.colours.accent), name.c_str());
    list.AddText(context.fonts.small, small_px, ImVec2(at.x + pad, at.y + pad + line),
                 packed(context.colours.faint), words.c_str(), nullptr, width - 2 * pad);
    return clicked;
}

}  // namespace

std::vector<Command> examples(const PanelContext& context)
{
    std::vector<Command> commands;
    wrapped_faint(context, context.texts("details.nothing_selected"));
    const Registration* registration = context.atlas().registration();
    if (registration != nullptr && !registration->registered)
        return commands;  // a body that lies alone has no points
    caption(context, context.texts("details.examples"));
    const Side side = side_of(context.view().side);
    std::size_t shown = 0;
    const auto add = [&](const std::string& name, const std::string& words, Command command) {
        if (example(context, "example:" + std::to_string(++shown), name, words))
            commands.push_back(std::move(command));
    };
    const std::vector<const TriggerPoint*> points = example_points(context.catalogue(), 3);
    // A small catalogue: its muscle as a whole is an example too.
    const Muscle* whole =
        points.empty() ? nullptr : context.catalogue().muscle((*points.front())->muscle);
    if (points.size() < 3 && whole != nullptr)
        add((*whole)->name_en, (*whole)->name_la, SelectMuscle{(*whole)->id, side});
    for (const TriggerPoint* point : points) {
        const Muscle* muscle = context.catalogue().muscle((*point)->muscle);
        const std::string name =
            (muscle != nullptr ? (*muscle)->name_en : "") + " · " + point->short_id();
        add(name, zone_words(*point), SelectPoint{(*point)->id, side});
    }
    return commands;
}

}  // namespace tpatlas::ui
