#include "atlas/forearm.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr float pi = std::numbers::pi_v<float>;
constexpr int turns = 12;                               // directions that are tried around the press
constexpr std::array<float, 4> raises{0, 0.26f, 0.52f, 0.7f};  // and how far the hand is raised: radians

// Vertices of a contact that may meet the body: some, and none that has faded or that touches.
std::vector<glm::vec3> samples_of(const MeshData& mesh)
{
    constexpr std::size_t count = 70;
    constexpr float reach_mm = 190, touching_mm = 14;
    std::vector<glm::vec3> samples;
    const std::size_t step = std::max<std::size_t>(1, mesh.positions.size() / count);
    for (std::size_t v = 0; v < mesh.positions.size(); v += step) {
        const float away = glm::length(mesh.positions[v]);
        if (away < reach_mm && away > touching_mm && mesh.fibres[v].x > 0.5f)
            samples.push_back(mesh.positions[v]);
    }
    return samples;
}

// Share of the samples that lie under the resting skin; near the press it gives way.
float sunk_share(const Surface& skin, const std::vector<glm::vec3>& samples, glm::vec3 origin,
                 glm::vec3 x, const ContactLay& lay)
{
    constexpr float giving_way_mm = 32, gives_mm = 9, thick_mm = 60;
    float sunk = 0;
    for (const glm::vec3& p : samples) {
        const glm::vec3 at = origin + x * p.x + lay.y * p.y + lay.z * p.z;
        const SurfacePoint near = skin.nearest(at);
        const float under = glm::dot(skin.smooth_normal(near), skin.position(near) - at);
        const float free = glm::length(p) < giving_way_mm ? gives_mm : 2.0f;
        if (under > free && under < thick_mm)
            sunk += std::min(1.0f, (under - free) / 10);
    }
    return samples.empty() ? 0 : sunk / static_cast<float>(samples.size());
}

glm::vec3 square_to(glm::vec3 wish, glm::vec3 direction)
{
    const glm::vec3 along = wish - direction * glm::dot(wish, direction);
    const float length = glm::length(along);
    return length > 1e-3f ? along / length : glm::vec3(0);
}

// Directions to try, with what speaks for each before one looks at the body.
struct Candidate {
    glm::vec3 y;
    float value;
};

std::vector<Candidate> candidates_of(const PlacedPoint& point, glm::vec3 direction,
                                     glm::vec3 toward_zone, Lie lie)
{
    const float lateral = point.side == Side::left ? 1.0f : -1.0f;
    // Outward and a little back, where a helper's arm comes from; else from behind; else below.
    const std::array<glm::vec3, 3> wishes{glm::normalize(glm::vec3(lateral, 0.1f, -0.25f)),
                                          glm::normalize(glm::vec3(0.45f * lateral, 0.1f, -1.0f)),
                                          glm::normalize(glm::vec3(0.3f * lateral, -1.0f, 0.2f))};
    const std::optional<glm::vec3> fibre = fibre_direction(point);
    glm::vec3 first = square_to(wishes[0], direction);
    if (first == glm::vec3(0))
        first = square_to(wishes[1], direction);
    glm::vec3 held(0);  // the line that it has to keep to
    if (fibre && lie != Lie::free) {
        held = square_to(lie == Lie::along_fibres ? *fibre : glm::cross(*fibre, direction),
                         direction);
        if (held != glm::vec3(0))
            first = held;
    }
    const glm::vec3 second = glm::cross(direction, first);
    std::vector<Candidate> candidates;
    for (int i = 0; i < turns; ++i) {
        const float angle = 2 * pi * static_cast<float>(i) / turns;
        // Mirror images turn the other way, so that both sides are tried in the same order.
        const glm::vec3 y = first * std::cos(angle) + second * (std::sin(angle) * lateral);
        float value = 0;
        for (std::size_t w = 0; w < wishes.size(); ++w)
            value = std::max(value, 0.6f * glm::dot(y, wishes[w]) - 0.08f * static_cast<float>(w));
        // One over the zone is bad; so is one that leaves the fibres.
        value -= std::max(0.0f, glm::dot(y, toward_zone) - 0.35f);
        if (held != glm::vec3(0))
            value -= 4 * std::max(0.0f, 0.86f - std::abs(glm::dot(y, held)));
        candidates.push_back({y, value});
    }
    return candidates;
}

// What is round touches the skin squarely, from wherever it is pushed.
bool is_round(Contact contact)
{
    switch (contact) {
    case Contact::ball_on_wall:
    case Contact::ball_on_floor:
    case Contact::hard_ball:
    case Contact::ball_underfoot:
    case Contact::foam_roller:
    case Contact::roller_stick:
        return true;
    default:
        return false;
    }
}

} // namespace

glm::vec3 zone_middle(const Atlas& atlas, const PlacedPoint& point)
{
    glm::vec3 middle(0);
    double area = 0;
    for (const PlacedZone& zone : atlas.zones()) {
        if (zone.point == &point) {
            middle += zone.centroid_mm * static_cast<float>(zone.area_mm2);
            area += zone.area_mm2;
        }
    }
    return area > 0 ? middle / static_cast<float>(area) : point.skin_mm;
}

std::optional<glm::vec3> fibre_direction(const PlacedPoint& point)
{
    const std::vector<glm::vec3>& band = point.taut_band;
    if (band.size() < 2)
        return std::nullopt;
    const auto nearest = std::min_element(band.begin(), band.end(), [&](glm::vec3 a, glm::vec3 b) {
        return glm::distance(a, point.position_mm) < glm::distance(b, point.position_mm);
    });
    const auto at = nearest - band.begin();
    const auto last = static_cast<std::ptrdiff_t>(band.size()) - 1;
    const glm::vec3 along = band[static_cast<std::size_t>(std::min(at + 2, last))] -
                            band[static_cast<std::size_t>(std::max<std::ptrdiff_t>(at - 2, 0))];
    const float length = glm::length(along);
    return length > 1e-3f ? std::optional(along / length) : std::nullopt;
}

ContactLay lay_of(const Atlas& atlas, const PlacedPoint& point, const PressWay& way,
                  Contact contact, Lie lie)
{
    const glm::vec3 in = is_round(contact) ? -way.approach.normal : way.approach.direction;
    glm::vec3 toward_zone = zone_middle(atlas, point) - way.approach.from_mm;
    toward_zone = glm::length(toward_zone) > 1 ? glm::normalize(toward_zone) : glm::vec3(0);
    const std::vector<glm::vec3> samples = samples_of(atlas.body().contact(contact));
    ContactLay best;
    float most = -1e9f;
    for (const Candidate& candidate : candidates_of(point, in, toward_zone, lie))
        for (const float raise : raises) {
            ContactLay lay;
            lay.y = candidate.y * std::cos(raise) - in * std::sin(raise);
            lay.z = in * std::cos(raise) + candidate.y * std::sin(raise);
            glm::vec3 x = glm::cross(lay.y, lay.z);
            if (point.side == Side::left)  // a mirrored hand
                x = -x;
            float value = candidate.value - 0.25f * raise;
            if (atlas.skin() != nullptr && value > most)  // else it cannot become the best
                value -= 5 * sunk_share(*atlas.skin(), samples, way.approach.from_mm, x, lay);
            if (value > most) {
                most = value;
                best = lay;
            }
        }
    return best;
}

}  // namespace tpatlas
