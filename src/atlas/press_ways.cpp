#include "atlas/press_ways.hpp"

#include "atlas/forearm.hpp"
#include "atlas/no_press.hpp"

#include <algorithm>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr float shortest_stroke_mm = 24;
constexpr float longest_jump_mm = 12;   // between two places of a stroke: else it left the muscle
constexpr float deepest_mm = 80;        // of a fibre under the skin that a stroke follows

bool may_travel(const Press& press)
{
    return !press.strokes.empty() || press.allows(Contact::foam_roller) ||
           press.allows(Contact::roller_stick);
}

// Where a contact over this place of the band touches the skin; nothing where it may not.
std::optional<glm::vec3> touch(const Atlas& atlas, const PressWay& way, glm::vec3 band_mm)
{
    const auto hit = atlas.skin()->tree().first_hit(band_mm, -way.approach.direction);
    if (!hit || hit->distance_mm > deepest_mm)
        return std::nullopt;
    std::vector<Contact> refused;
    if (refusing(atlas, hit->position_mm, *way.press, refused) != nullptr)
        return std::nullopt;
    return hit->position_mm;
}

std::vector<glm::vec3> stroke_of(const Atlas& atlas, const PlacedPoint& point, const PressWay& way)
{
    if (point.taut_band.empty() || way.refused_by != nullptr || !may_travel(*way.press))
        return {};
    const auto nearest = std::min_element(
        point.taut_band.begin(), point.taut_band.end(), [&](glm::vec3 a, glm::vec3 b) {
            return glm::distance(a, point.position_mm) < glm::distance(b, point.position_mm);
        });
    const auto middle = static_cast<int>(nearest - point.taut_band.begin());
    std::vector<glm::vec3> stroke{way.approach.from_mm};
    const auto go_on = [&](int step) {
        glm::vec3 last = way.approach.from_mm;
        const auto count = static_cast<int>(point.taut_band.size());
        for (int i = middle + step; i >= 0 && i < count; i += step) {
            const auto at = touch(atlas, way, point.taut_band[static_cast<std::size_t>(i)]);
            if (!at || glm::distance(*at, last) > longest_jump_mm)
                return;
            last = *at;
            stroke.insert(step < 0 ? stroke.begin() : stroke.end(), last);
        }
    };
    go_on(-1);
    go_on(1);
    return glm::distance(stroke.front(), stroke.back()) < shortest_stroke_mm
               ? std::vector<glm::vec3>{}
               : stroke;
}

// To either side of the fibres, as far as a stroke across them goes.
bool is_clear_across(const Atlas& atlas, const PlacedPoint& point, const PressWay& way)
{
    const std::optional<glm::vec3> fibre = fibre_direction(point);
    if (!way.press->allows(Gesture::cross_fibres) || !fibre)
        return false;
    const glm::vec3 across = glm::cross(*fibre, way.approach.direction);
    std::vector<Contact> refused;
    for (const float to : {-across_mm, across_mm})
        if (refusing(atlas, way.approach.from_mm + across * to, *way.press, refused) != nullptr)
            return false;
    return true;
}

}  // namespace

const NoPressZone* refusing(const Atlas& atlas, glm::vec3 skin_mm, const Press& press,
                            std::vector<Contact>& refused)
{
    float widest_mm = 0;
    for (const Contact contact : press.contacts)
        widest_mm = std::max(widest_mm, half_width_mm(contact));
    const NoPressZone* strictest = nullptr;
    for (const NoPressHere& here : no_press_at(atlas, skin_mm, widest_mm)) {
        const NoPressZone& zone = *here.zone->record;
        for (const Contact contact : press.contacts) {
            const float clear_mm =
                zone->grade == NoPressGrade::never ? half_width_mm(contact) : 0.0f;
            if (here.inside_mm <= -clear_mm)
                continue;
            Press one = press;
            one.contacts = {contact};
            if (verdict_on(zone, one).allowed)
                continue;
            if (strictest == nullptr)
                strictest = &zone;
            if (std::find(refused.begin(), refused.end(), contact) == refused.end())
                refused.push_back(contact);
        }
    }
    return strictest;
}

void complete_ways(const Atlas& atlas, PlacedPoint& point)
{
    for (PressWay& way : point.ways) {
        way.refused_by = refusing(atlas, way.approach.from_mm, *way.press, way.refused);
        for (const NoPressHere& here : no_press_at(atlas, way.approach.from_mm))
            if (const auto limit = verdict_on(*here.zone->record, *way.press).longest_s)
                way.longest_s = std::min(way.longest_s.value_or(*limit), *limit);
        way.stroke = stroke_of(atlas, point, way);
        way.clear_across = is_clear_across(atlas, point, way);
    }
}

}  // namespace tpatlas
