#include "atlas/named_places.hpp"

#include "atlas/fibre_chart.hpp"
#include "atlas/geodesics.hpp"
#include "atlas/zone_measure.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

// Rules are written with x lateral; on the right side that is -x.
glm::vec3 on_right(glm::vec3 lateral)
{
    return mirrored(lateral);
}

class LandmarkFinder
{
public:
    explicit LandmarkFinder(const PlacesOnSkin& on) : on_(on) {}

    void find(const LandmarkEntry& entry)
    {
        const Result<glm::vec3> found =
            std::visit([&](const auto& rule) { return at(rule); }, entry.rule);
        if (!found) {
            for (const Error& fault : found.faults())
                faults_.push_back({entry.id.text, fault.what, fault.mend});
            return;
        }
        PlacedLandmark place;
        place.id = entry.id;
        place.side = entry.midline ? Side::middle : Side::right;
        place.name_en = entry.name_en;
        place.name_la = entry.name_la;
        place.kind = entry.kind;
        place.position_mm = found.value();
        if (entry.midline)
            place.position_mm.x = 0;
        place.skin_mm = entry.midline ? nearest_in_midline(on_.skin(), place.position_mm)
                                      : on_.skin().tree().nearest(place.position_mm).position_mm;
        if (entry.kind == LandmarkKind::skin)
            place.position_mm = place.skin_mm;
        landmarks_.push_back(place);
        if (entry.midline)
            return;
        place.side = Side::left;
        place.position_mm = mirrored(place.position_mm);
        place.skin_mm = mirrored(place.skin_mm);
        landmarks_.push_back(place);
    }

    const Faults& faults() const { return faults_; }
    std::vector<PlacedLandmark> take() { return std::move(landmarks_); }

private:
    // Null where the rule of that landmark found nothing, which has been told already.
    const PlacedLandmark* placed(const LandmarkId& id) const
    {
        for (const PlacedLandmark& l : landmarks_)
            if (l.id == id)
                return &l; // the right one comes first
        return nullptr;
    }
    static Error depends_on(const LandmarkId& id)
    {
        return {"", "depends on '" + id.text + "', which is not found", ""};
    }

    std::optional<std::uint32_t> structure(const std::string& name) const
    {
        for (const char* side : {".right", ".middle"})
            if (const auto number = on_.body().number({name + side}))
                return number;
        return std::nullopt;
    }

    Result<glm::vec3> at(const ExtremeOf& rule) const
    {
        const std::optional<std::uint32_t> number = structure(rule.structure);
        if (!number)
            return Error{"", "there is no structure '" + rule.structure + "'", ""};
        const BodySurfaces& s = on_.body().surfaces();
        const SurfaceRange& range = s.ranges[*number];
        Box box;
        for (std::uint32_t i = 0; i < range.vertex_count; ++i)
            box.include(s.mesh.positions[range.first_vertex + i]);
        const Box inner{box.min + box.size() * rule.from, box.min + box.size() * rule.to};
        const glm::vec3 direction = on_right(rule.direction);
        float best = -std::numeric_limits<float>::infinity();
        glm::vec3 found(0);
        for (std::uint32_t i = 0; i < range.vertex_count; ++i) {
            const glm::vec3 p = s.mesh.positions[range.first_vertex + i];
            if (const float reach = glm::dot(p, direction); inner.contains(p) && reach > best) {
                best = reach;
                found = p;
            }
        }
        if (std::isinf(best))
            return Error{"", "nothing of '" + rule.structure + "' lies in its box", ""};
        return found;
    }

    Result<glm::vec3> at(const Between& rule) const
    {
        const PlacedLandmark* a = placed(rule.a);
        const PlacedLandmark* b = placed(rule.b);
        if (!a || !b)
            return depends_on(a ? rule.b : rule.a);
        return glm::mix(a->position_mm, b->position_mm, rule.share);
    }

    Result<glm::vec3> at(const Offset& rule) const
    {
        const PlacedLandmark* from = placed(rule.from);
        if (!from)
            return depends_on(rule.from);
        return from->position_mm + on_right(rule.offset_mm);
    }

    Result<glm::vec3> at(const FibrePlace& rule) const
    {
        const std::optional<std::uint32_t> number = structure(rule.structure);
        if (!number)
            return Error{"", "there is no structure '" + rule.structure + "'", ""};
        const std::optional<glm::vec3> found =
            FibreChart(on_.body(), *number, "").on_surface({rule.u, rule.v});
        if (!found)
            return Error{"", "'" + rule.structure + "' has no such fibre coordinates", ""};
        return *found;
    }

    Result<glm::vec3> at(const SkinToward& rule) const
    {
        const PlacedLandmark* from = placed(rule.from);
        if (!from)
            return depends_on(rule.from);
        // From outside back to the landmark, so that a fold between does not stop the way.
        const glm::vec3 direction = on_right(rule.direction);
        constexpr float outside_mm = 400;
        const std::optional<SurfaceHit> hit = on_.skin().tree().first_hit(
            from->position_mm + direction * outside_mm, -direction, 1e-4f, outside_mm);
        if (!hit)
            return Error{"", "the way from '" + rule.from.text + "' meets no skin", ""};
        return hit->position_mm;
    }

    Result<glm::vec3> at(const SkinExtreme& rule) const
    {
        const PlacedLandmark* near = placed(rule.near);
        if (!near)
            return depends_on(rule.near);
        const glm::vec3 direction = on_right(rule.direction);
        float best = -std::numeric_limits<float>::infinity();
        glm::vec3 found(0);
        for (const glm::vec3& p : on_.skin().mesh().positions)
            if (glm::distance(p, near->position_mm) <= rule.radius_mm &&
                glm::dot(p, direction) > best) {
                best = glm::dot(p, direction);
                found = p;
            }
        if (std::isinf(best))
            return Error{"", "no skin lies so near to '" + rule.near.text + "'", ""};
        return found;
    }

    const PlacesOnSkin& on_;
    std::vector<PlacedLandmark> landmarks_;
    Faults faults_;
};

struct Seeds {
    std::vector<GeodesicSource> sources;
    std::vector<std::uint16_t> region; // of each source
};

std::vector<PlacedRegion> entries_of(const Places& places)
{
    std::vector<PlacedRegion> regions;
    for (const RegionEntry& entry : places.regions)
        for (const Side side : entry.midline ? std::vector<Side>{Side::middle}
                                             : std::vector<Side>{Side::right, Side::left}) {
            PlacedRegion region;
            region.id = entry.id;
            region.side = side;
            region.name_en = entry.name_en;
            region.name_la = entry.name_la;
            regions.push_back(region);
        }
    return regions;
}

Seeds seeds_of(const Places& places, const std::vector<PlacedLandmark>& landmarks,
               const Surface& skin)
{
    const auto right_one = [&](const LandmarkId& id) {
        return std::find_if(landmarks.begin(), landmarks.end(),
                            [&](const PlacedLandmark& l) { return l.id == id; });
    };
    float farthest = 0;
    for (const RegionEntry& entry : places.regions)
        for (const RegionEntry::Seed& seed : entry.seeds)
            farthest = std::max(farthest, seed.reach_mm);
    // Of a line a place every few millimetres, each put on the skin by itself.
    constexpr float step_mm = 5;
    const auto places_of = [&](const RegionEntry::Seed& seed) {
        const glm::vec3 from = right_one(seed.landmark)->skin_mm + on_right(seed.offset_mm);
        if (!seed.to)
            return std::vector<glm::vec3>{from};
        const glm::vec3 to = right_one(seed.to->landmark)->skin_mm + on_right(seed.to->offset_mm);
        const int steps = std::max(1, static_cast<int>(glm::distance(from, to) / step_mm));
        std::vector<glm::vec3> line;
        for (int i = 0; i <= steps; ++i)
            line.push_back(glm::mix(from, to, static_cast<float>(i) / static_cast<float>(steps)));
        return line;
    };
    Seeds seeds;
    std::uint16_t number = 0;
    for (const RegionEntry& entry : places.regions) {
        for (const RegionEntry::Seed& seed : entry.seeds)
            for (const glm::vec3& wanted : places_of(seed)) {
                const double offset = static_cast<double>(farthest - seed.reach_mm);
                const glm::vec3 at = skin.tree().nearest(wanted).position_mm;
                seeds.sources.push_back({skin.nearest(at), offset});
                seeds.region.push_back(number);
                if (std::abs(wanted.x) < 0.01f && entry.midline)
                    continue; // its own mirror image
                seeds.sources.push_back({skin.nearest(mirrored(at)), offset});
                seeds.region.push_back(entry.midline ? number
                                                     : static_cast<std::uint16_t>(number + 1));
            }
        number = static_cast<std::uint16_t>(number + (entry.midline ? 1 : 2));
    }
    return seeds;
}

// The regions of the right half decide; the left half is their mirror image.
std::vector<std::uint16_t> regions_of_vertices(const PlacesOnSkin& on, const Seeds& seeds,
                                               const std::vector<PlacedRegion>& regions)
{
    const GeodesicField field = distances_along(on.skin(), seeds.sources);
    const std::vector<std::uint32_t>& mirror = on.body().skin_mirror();
    std::vector<std::uint16_t> all(on.skin().vertex_count(), 0);
    for (std::uint32_t v = 0; v < all.size(); ++v) {
        const bool left = on.skin().mesh().positions[v].x > 0;
        const std::uint32_t source = field.source[left ? mirror[v] : v];
        // Skin that no seed reaches (a piece by itself) falls to the first region.
        std::uint16_t region = source == GeodesicField::no_source ? 0 : seeds.region[source];
        const Side wrong = left ? Side::right : Side::left;
        if (left && regions[region].side != Side::middle)
            region = static_cast<std::uint16_t>(regions[region].side == Side::right ? region + 1
                                                                                    : region - 1);
        if (regions[region].side == wrong) // a tie in the plane of symmetry
            region = static_cast<std::uint16_t>(wrong == Side::left ? region - 1 : region + 1);
        all[v] = region;
    }
    return all;
}

void find_neighbours(const Surface& skin, const SkinCells& cells,
                     std::vector<PlacedRegion>& regions)
{
    std::vector<std::set<std::uint16_t>> neighbours(regions.size());
    for (const Triangle& t : skin.mesh().triangles) {
        const std::array<std::uint16_t, 3> of = cells.of(skin.mesh(), t);
        for (const std::uint16_t a : of)
            for (const std::uint16_t b : of)
                if (a != b)
                    neighbours[a].insert(b);
    }
    // Across the midline a region meets its own image, which no triangle shows: its corners there
    // belong to either.
    for (std::uint32_t v = 0; v < skin.vertex_count(); ++v) {
        if (std::abs(skin.mesh().positions[v].x) >= 1e-4f)
            continue;
        std::set<std::uint16_t> around;
        for (const std::uint32_t h : skin.leaving(v)) {
            const std::array<std::uint16_t, 3> of =
                cells.of(skin.mesh(), skin.mesh().triangles[h / 3]);
            around.insert(of[h % 3]);
        }
        for (const std::uint16_t a : around)
            for (const std::uint16_t b : around)
                if (a != b)
                    neighbours[a].insert(b);
    }
    for (std::size_t i = 0; i < regions.size(); ++i)
        regions[i].neighbours.assign(neighbours[i].begin(), neighbours[i].end());
}

} // namespace

glm::vec3 nearest_in_midline(const Surface& skin, glm::vec3 p)
{
    p.x = 0;
    glm::vec3 best = p;
    float least = std::numeric_limits<float>::infinity();
    for (const Triangle& t : skin.mesh().triangles) {
        // The ends of the triangle's piece in the plane x = 0.
        std::array<glm::vec3, 3> ends;
        std::size_t count = 0;
        for (int k = 0; k < 3; ++k) {
            const glm::vec3 a = skin.mesh().positions[t[k]];
            const glm::vec3 b = skin.mesh().positions[t[(k + 1) % 3]];
            if (a.x == 0)
                ends[count++] = a;
            else if (a.x * b.x < 0)
                ends[count++] = glm::mix(a, b, a.x / (a.x - b.x));
        }
        if (count == 0)
            continue;
        const glm::vec3 a = ends[0], way = ends[count - 1] - a;
        const float squared = glm::dot(way, way);
        const float share =
            squared > 0 ? std::clamp(glm::dot(p - a, way) / squared, 0.0f, 1.0f) : 0;
        const glm::vec3 q = a + way * share;
        if (const float distance = glm::distance(p, q); distance < least) {
            least = distance;
            best = q;
        }
    }
    best.x = 0;
    return best;
}

Result<NamedPlaces> find_places(const Places& places, const PlacesOnSkin& on)
{
    LandmarkFinder finder(on);
    for (const LandmarkEntry& entry : places.landmarks)
        finder.find(entry);
    if (!finder.faults().empty())
        return finder.faults();
    NamedPlaces found;
    found.landmarks = finder.take();
    found.regions = entries_of(places);
    if (found.regions.empty())
        return found;
    const Seeds seeds = seeds_of(places, found.landmarks, on.skin());
    found.skin_regions = regions_of_vertices(on, seeds, found.regions);
    const SkinCells cells(found.skin_regions, found.regions);
    measure_regions(on.skin(), cells, found.regions);
    find_neighbours(on.skin(), cells, found.regions);
    Faults faults;
    for (const PlacedRegion& region : found.regions)
        if (region.area_mm2 <= 0)
            faults.push_back(
                {region.id.text, "covers no skin", "move its seed or widen its reach"});
    if (!faults.empty())
        return faults;
    return found;
}

} // namespace tpatlas
