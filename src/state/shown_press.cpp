#include "state/shown_press.hpp"

#include <algorithm>

namespace tpatlas {

float ShownPress::hold_s_min() const
{
    const float least = (*option.technique)->hold_s_min;
    return way != nullptr && way->longest_s ? std::min(least, *way->longest_s) : least;
}

float ShownPress::hold_s_max() const
{
    const float most = (*option.technique)->hold_s_max;
    return way != nullptr && way->longest_s ? std::min(most, *way->longest_s) : most;
}

bool ShownPress::takes_too_long() const
{
    if (way == nullptr || !way->longest_s)
        return false;
    switch ((*option.technique)->gesture) {
    case Gesture::stepped:
    case Gesture::pulsed:
    case Gesture::roll_and_stop:
    case Gesture::vibrate:
        return (*option.technique)->hold_s_min > *way->longest_s;
    default:
        return false;
    }
}

bool ShownPress::animated() const
{
    if (way == nullptr || way->refuses(option.contact) || takes_too_long())
        return false;
    const Gesture gesture = (*option.technique)->gesture;
    if (gesture == Gesture::cross_fibres)
        return way->clear_across;
    return !travels(gesture) || !way->stroke.empty();
}

std::string ShownPress::why_not(const Texts& texts) const
{
    if (animated())
        return {};
    if (point == nullptr)
        return texts("press.not_on_body");
    if (way == nullptr) {
        const std::string& reason = (*point->record)->view_only_reason;
        return reason.empty() ? texts("press.no_direction") : reason;
    }
    if (way->refuses(option.contact))
        return texts("press.refused", {{"name", (*way->refused_by)->name_en},
                                       {"text", (*way->refused_by)->text}});
    if (takes_too_long())
        return texts("press.too_long",
                     {{"seconds", std::to_string(static_cast<int>(*way->longest_s))}});
    return texts("press.no_room");
}

std::vector<ShownPress> presses_of(const Atlas& atlas, const TriggerPoint& point, Side side)
{
    const PlacedPoint* placed = atlas.point(point->id, side);
    std::vector<ShownPress> presses;
    for (const PressOption& option : press_options(point, atlas.catalogue())) {
        ShownPress shown{placed, nullptr, option};
        if (placed != nullptr)
            for (const PressWay& way : placed->ways)
                if (way.press == option.press)
                    shown.way = &way;
        presses.push_back(shown);
    }
    return presses;
}

std::optional<ShownPress> shown_press(const Document& document, const Atlas& atlas)
{
    const TriggerPoint* point =
        document.point ? atlas.catalogue().point(document.point->id) : nullptr;
    if (point == nullptr)
        return std::nullopt;
    const std::vector<ShownPress> presses = presses_of(atlas, *point, document.point->side);
    const ShownPress* best = nullptr;
    int most = -1;
    for (const ShownPress& press : presses) {
        const bool technique = (*press.option.technique)->id == document.technique;
        const bool contact = document.contact && press.option.contact == *document.contact;
        const int value = (technique ? 4 : 0) + (contact ? 2 : 0) + (press.animated() ? 1 : 0);
        if (value > most) {
            most = value;
            best = &press;
        }
    }
    return best != nullptr ? std::optional(*best) : std::nullopt;
}

}  // namespace tpatlas
