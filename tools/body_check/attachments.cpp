#include "body_check/attachments.hpp"

#include "body/muscle_surface.hpp"

#include <algorithm>
#include <limits>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr float far_mm = 1e3f;

// The rounded end beyond the first or the last section, and the section itself.
std::vector<glm::vec3> end_points(const MuscleStack& stack, bool origin)
{
    const MeshData surface = muscle_stack_surface(stack);
    const float first = stack.sections.front().u, last = stack.sections.back().u;
    std::vector<glm::vec3> points;
    for (std::size_t v = 0; v < surface.positions.size(); ++v)
        if (origin ? surface.fibres[v].x <= first : surface.fibres[v].x >= last)
            points.push_back(surface.positions[v]);
    return points;
}

float distance_to_bones(const HalfBody& half, const std::vector<glm::vec3>& points,
                        const std::vector<std::string>& bones)
{
    float best = bones.empty() ? 0 : far_mm;
    for (const std::string& name : bones) {
        auto number = half.body().number({name + ".right"});
        if (!number)
            number = half.body().number({name + ".middle"});
        if (!number)
            continue;
        for (const glm::vec3& p : points) {
            const SignedDistance d = half.distance(*number, p);
            best = std::min(best, d.inside ? 0.0f : d.distance_mm);
        }
    }
    return best;
}

// A third of the triangles' areas around each vertex.
std::vector<float> vertex_areas(const HalfBody& half, std::uint32_t number)
{
    const std::uint32_t first = half.body().surfaces().ranges[number].first_vertex;
    const std::span<const glm::vec3> positions = half.positions(number);
    std::vector<float> areas(positions.size(), 0);
    for (const Triangle& t : half.triangles(number)) {
        const glm::vec3 a = positions[t.x - first];
        const float area = glm::length(
            glm::cross(positions[t.y - first] - a, positions[t.z - first] - a));
        for (int k = 0; k < 3; ++k)
            areas[t[k] - first] += area / 6;
    }
    return areas;
}

Sinking sinking_of(const HalfBody& half, std::uint32_t muscle, float allowed_mm)
{
    Sinking result;
    result.muscle = half.structure(muscle).name;
    const std::span<const glm::vec3> positions = half.positions(muscle);
    const std::vector<float> areas = vertex_areas(half, muscle);
    float sunk = 0, all = 0;
    for (std::size_t v = 0; v < positions.size(); ++v) {
        float deepest = 0;
        for (const std::uint32_t bone : half.bones()) {
            if (!half.structure(bone).bounds.contains(positions[v]))
                continue;
            const SignedDistance d = half.distance(bone, positions[v]);
            if (d.inside && d.distance_mm > deepest) {
                deepest = d.distance_mm;
                if (deepest > result.deepest_mm)
                    result.bone = half.structure(bone).name;
            }
        }
        result.deepest_mm = std::max(result.deepest_mm, deepest);
        all += areas[v];
        if (deepest > allowed_mm)
            sunk += areas[v];
    }
    result.share = all > 0 ? sunk / all : 0;
    return result;
}

}  // namespace

std::vector<EndOnBone> ends_on_bones(const HalfBody& half, const std::vector<MuscleTable>& tables)
{
    std::vector<EndOnBone> ends;
    for (const MuscleTable& table : tables)
        for (const MuscleStack& stack : table.stacks)
            for (const bool origin : {true, false}) {
                const StackEnd& end = origin ? stack.origin : stack.insertion;
                const std::string name =
                    table.entry.name + (stack.name.empty() ? "" : "." + stack.name);
                ends.push_back(
                    {name, origin, end.bones, end.soft,
                     distance_to_bones(half, end_points(stack, origin), end.bones)});
            }
    return ends;
}

std::vector<Sinking> sinking(const HalfBody& half, float allowed_mm)
{
    std::vector<Sinking> all;
    for (const std::uint32_t muscle : half.soft())
        if (half.structure(muscle).kind == StructureKind::muscle)
            if (Sinking s = sinking_of(half, muscle, allowed_mm); s.share > 0)
                all.push_back(std::move(s));
    std::stable_sort(all.begin(), all.end(),
                     [](const Sinking& a, const Sinking& b) { return a.share > b.share; });
    return all;
}

}  // namespace tpatlas
