#include "atlas/layering.hpp"

#include "atlas/body.hpp"
#include "atlas/surface_tree.hpp"
#include "core/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr std::size_t needles_a_structure = 240;
constexpr float out_mm = 150;      // no skin is farther from what faces it
constexpr float in_mm = 100;
constexpr float chord_mm = 700;    // through the whole trunk
constexpr float much_barred = 0.3f;
constexpr float widest_gap_mm = 30;
constexpr float start_mm = 0.05f;  // off the surface that it starts from
constexpr float overlap_mm = 2;
// Deeper than the middle of the limb or trunk nothing lies under any more: it lies over from the
// other side. A little beyond, since few bones stand right in the middle.
constexpr float middle_share = 0.55f;

bool is_hard(StructureKind kind)
{
    return kind == StructureKind::bone || kind == StructureKind::cartilage ||
           kind == StructureKind::disc;
}

// Where a needle is inside a structure; from 0 where it starts there.
struct Passage {
    float in_mm = 0;
    float out_mm = 0;
    std::uint32_t structure = 0;
    bool ignored = false;
};

// Through a place of a surface: outward as far as the skin, and inward.
struct Needle {
    std::optional<float> skin_mm;
    float middle_mm = in_mm;  // inward from the start
    std::vector<Passage> out, in;
};

struct Start {
    glm::vec3 position{0};
    glm::vec3 outward{0};
    float area_mm2 = 0;
};

class Needles {
public:
    explicit Needles(const Body& body) : body_(body), trees_(body.structures().size())
    {
        const BodySurfaces& s = body.surfaces();
        for (std::size_t n = 0; n < trees_.size(); ++n)
            trees_[n] = std::make_unique<SurfaceTree>(
                s.mesh.positions, std::span(s.mesh.triangles)
                                      .subspan(s.ranges[n].first_triangle,
                                               s.ranges[n].triangle_count));
    }

    Layering measure(std::uint32_t number) const
    {
        // The fibres' face toward the skin is the nearer one; where bone bars that way the muscle is
        // reached from its other face (tibialis posterior, through the calf).
        Layering near = measure(number, false);
        if (!has_fibres(number) || barred(near) < much_barred)
            return near;
        Layering far = measure(number, true);
        return barred(far) + much_barred < barred(near) ? far : near;
    }

private:
    Layering measure(std::uint32_t number, bool far_face) const
    {
        std::map<std::uint32_t, float> over, under;
        Layering result;
        for (const Start& start : starts(number, far_face)) {
            const Needle needle = needle_through(start);
            if (!faces_skin(number, needle))
                continue;
            result.facing_mm2 += start.area_mm2;
            for (const std::uint32_t met : walk_out(number, needle))
                over[met] += start.area_mm2;
            for (const std::uint32_t met : walk_in(number, needle))
                under[met] += start.area_mm2;
        }
        // What is met both ways lies mostly on one of them.
        for (auto& [met, area] : over)
            if (const auto at = under.find(met); at != under.end())
                (at->second > area ? area : at->second) = 0;
        result.over = largest(over, result.facing_mm2);
        result.under = largest(under, result.facing_mm2);
        return result;
    }

    // How much of the way to the skin is through bone, or the membranes between bones.
    float barred(const Layering& layering) const
    {
        float sum = 0;
        for (const Neighbour& n : layering.over) {
            const StructureKind kind = body_.structures()[n.structure].kind;
            if (is_hard(kind) || kind == StructureKind::ligament)
                sum += n.share;
        }
        return sum;
    }

    Needle needle_through(const Start& start) const
    {
        const glm::vec3 off = start.outward * start_mm;
        Needle needle;
        needle.skin_mm = to_skin(start.position + off, start.outward, out_mm);
        needle.out = passages(start.position + off, start.outward, needle.skin_mm.value_or(out_mm));
        needle.in = passages(start.position - off, -start.outward, in_mm);
        if (needle.skin_mm)
            if (const auto far_skin = to_skin(start.position - off, -start.outward, chord_mm))
                needle.middle_mm =
                    middle_share * (*needle.skin_mm + *far_skin) - *needle.skin_mm;
        settle_overlap(needle);
        return needle;
    }

    // Neighbouring surfaces cut into each other a little: what the needle starts in lies on the side
    // where more of it is. Where much of it is on both sides neither can be said.
    static void settle_overlap(Needle& needle)
    {
        for (Passage& out : needle.out)
            for (Passage& in : needle.in)
                if (out.in_mm == 0 && in.in_mm == 0 && out.structure == in.structure) {
                    const bool much = std::min(out.out_mm, in.out_mm) > overlap_mm;
                    out.ignored = much || out.out_mm < in.out_mm;
                    in.ignored = much || in.out_mm <= out.out_mm;
                }
    }

    bool has_fibres(std::uint32_t number) const
    {
        return body_.structures()[number].kind == StructureKind::muscle;
    }

    std::vector<Start> starts(std::uint32_t number, bool far_face) const
    {
        const MeshData& mesh = body_.surfaces().mesh;
        const SurfaceRange& range = body_.surfaces().ranges[number];
        std::vector<float> areas(range.vertex_count, 0.0f);
        for (std::uint32_t i = 0; i < range.triangle_count; ++i) {
            const Triangle& t = mesh.triangles[range.first_triangle + i];
            const glm::vec3 a = mesh.positions[t.x];
            const float third =
                glm::length(glm::cross(mesh.positions[t.y] - a, mesh.positions[t.z] - a)) / 6;
            for (const std::uint32_t corner : {t.x, t.y, t.z})
                areas[corner - range.first_vertex] += third;
        }
        std::vector<Start> all;
        for (std::uint32_t i = 0; i < range.vertex_count; ++i) {
            const std::uint32_t v = range.first_vertex + i;
            if (areas[i] > 0 &&
                (!has_fibres(number) || (std::abs(mesh.fibres[v].y) < 0.25f) != far_face))
                all.push_back({mesh.positions[v], mesh.normals[v], areas[i]});
        }
        const std::size_t step = (all.size() + needles_a_structure - 1) / needles_a_structure;
        std::vector<Start> some;
        for (std::size_t i = 0; i < all.size(); i += step)
            some.push_back(all[i]);
        return some;
    }

    std::optional<float> to_skin(glm::vec3 from, glm::vec3 direction, float most) const
    {
        if (!body_.surfaces().skin)
            return std::nullopt;
        const auto hit = trees_[*body_.surfaces().skin]->first_hit(from, direction, 0, most);
        return hit ? std::optional(hit->distance_mm) : std::nullopt;
    }

    // In the order in which they are met.
    std::vector<Passage> passages(glm::vec3 from, glm::vec3 direction, float most) const
    {
        std::vector<Passage> met;
        for (std::uint32_t n = 0; n < trees_.size(); ++n) {
            if (n == body_.surfaces().skin ||
                !meets(body_.structures()[n].bounds, from, direction, most))
                continue;
            const auto first = trees_[n]->first_hit(from, direction, 0, most);
            if (!first)
                continue;
            if (leaves(n, *first, direction)) {
                met.push_back({0, first->distance_mm, n});
                continue;
            }
            const auto second =
                trees_[n]->first_hit(from, direction, first->distance_mm + 0.01f, out_mm);
            met.push_back({first->distance_mm,
                           second ? second->distance_mm : first->distance_mm, n});
        }
        std::sort(met.begin(), met.end(), [](const Passage& a, const Passage& b) {
            return a.in_mm != b.in_mm ? a.in_mm < b.in_mm : a.structure < b.structure;
        });
        return met;
    }

    bool leaves(std::uint32_t number, const SurfaceHit& hit, glm::vec3 direction) const
    {
        const BodySurfaces& s = body_.surfaces();
        const Triangle& t = s.mesh.triangles[s.ranges[number].first_triangle + hit.triangle];
        const glm::vec3 a = s.mesh.positions[t.x];
        return glm::dot(glm::cross(s.mesh.positions[t.y] - a, s.mesh.positions[t.z] - a),
                        direction) > 0;
    }

    // A muscle's face toward the skin is known by its fibres; of anything else it is what has the
    // skin before it, with neither itself nor a hollow between.
    bool faces_skin(std::uint32_t number, const Needle& needle) const
    {
        if (has_fibres(number))
            return true;
        if (!needle.skin_mm)
            return false;
        float reached = 0;
        for (const Passage& passage : needle.out) {
            if (passage.structure == number || passage.in_mm - reached > widest_gap_mm)
                return false;
            reached = std::max(reached, passage.out_mm);
        }
        return *needle.skin_mm - reached <= widest_gap_mm;
    }

    static std::vector<std::uint32_t> walk_out(std::uint32_t self, const Needle& needle)
    {
        std::vector<std::uint32_t> met;
        float reached = 0;
        for (const Passage& passage : needle.out) {
            if (passage.in_mm - reached > widest_gap_mm)
                break;
            reached = std::max(reached, passage.out_mm);
            if (passage.structure != self && !passage.ignored)
                met.push_back(passage.structure);
        }
        return met;
    }

    // As far as the next bone; the bone in the core of a limb may lie beyond its middle.
    std::vector<std::uint32_t> walk_in(std::uint32_t self, const Needle& needle) const
    {
        const bool from_bone = is_hard(body_.structures()[self].kind);
        std::vector<std::uint32_t> met;
        float reached = 0;
        for (const Passage& passage : needle.in) {
            if (passage.in_mm - reached > widest_gap_mm)
                break;
            reached = std::max(reached, passage.out_mm);
            const bool hard = is_hard(body_.structures()[passage.structure].kind);
            const bool deep = passage.in_mm > needle.middle_mm;
            if (passage.structure == self || passage.ignored || (deep && (from_bone || !hard)))
                continue;
            met.push_back(passage.structure);
            if (hard)
                break;
        }
        return met;
    }

    static std::vector<Neighbour> largest(const std::map<std::uint32_t, float>& areas, float whole)
    {
        std::vector<Neighbour> all;
        for (const auto& [number, area] : areas)
            if (area >= least_neighbour_share * whole)
                all.push_back({number, std::min(1.0f, area / whole)});
        std::stable_sort(all.begin(), all.end(),
                         [](const Neighbour& a, const Neighbour& b) { return a.share > b.share; });
        if (all.size() > most_neighbours)
            all.resize(most_neighbours);
        return all;
    }

    const Body& body_;
    std::vector<std::unique_ptr<SurfaceTree>> trees_;
};

// The structure's image on the other side; itself where there is none.
std::uint32_t twin(const Body& body, std::uint32_t number)
{
    const Structure& s = body.structures()[number];
    if (s.side == Side::middle)
        return number;
    const std::string side(to_text(other(s.side)));
    return body.number({s.name + "." + side}).value_or(number);
}

void mirror(const Body& body, std::vector<Neighbour>& neighbours)
{
    for (Neighbour& neighbour : neighbours)
        neighbour.structure = twin(body, neighbour.structure);
}

// Of a structure in the midline both sides say the same: the mean of each with its image.
void even_out(const Body& body, std::vector<Neighbour>& neighbours)
{
    std::map<std::uint32_t, float> shares;
    for (const Neighbour& n : neighbours)
        for (const std::uint32_t one : {n.structure, twin(body, n.structure)})
            shares[one] += n.share / 2;
    neighbours.clear();
    for (const auto& [number, share] : shares)
        if (share >= least_neighbour_share)
            neighbours.push_back({number, share});
    std::stable_sort(neighbours.begin(), neighbours.end(),
                     [](const Neighbour& a, const Neighbour& b) { return a.share > b.share; });
    if (neighbours.size() > most_neighbours)
        neighbours.resize(most_neighbours);
}

}  // namespace

std::vector<Layering> measure_layering(const Body& body)
{
    const Needles needles(body);
    const auto count = static_cast<std::uint32_t>(body.structures().size());
    std::vector<Layering> all(count);
    const auto is_image = [&](std::uint32_t n) {
        return body.structures()[n].side == Side::left && twin(body, n) != n;
    };
    in_parallel(count, [&](std::size_t i) {
        const auto n = static_cast<std::uint32_t>(i);
        if (n != body.surfaces().skin && !is_image(n))
            all[n] = needles.measure(n);
    });
    for (std::uint32_t n = 0; n < count; ++n) {
        if (is_image(n))
            all[n] = all[twin(body, n)];
        for (std::vector<Neighbour>* list : {&all[n].over, &all[n].under}) {
            if (is_image(n))
                mirror(body, *list);
            else if (body.structures()[n].side == Side::middle)
                even_out(body, *list);
        }
    }
    return all;
}

}  // namespace tpatlas
