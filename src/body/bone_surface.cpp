#include "body/bone_surface.hpp"

#include "body/bone_section_field.hpp"
#include "body/bone_thinning.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

// Distances are not known beyond it. Short, so that a part that ends between two sections ends near
// the middle of the gap.
constexpr float reach_mm = 4.0f;

struct Stack {
    PlaneGrid plane;
    std::vector<float> heights_mm;
    std::vector<SectionField> fields;
    float first_cap_mm = 0;
    float last_cap_mm = 0;
};

// How far the form goes on beyond its last section: half the last gap, which the survey keeps at
// about a millimetre.
float cap_mm(float gap_mm)
{
    return std::clamp(gap_mm / 2, 0.2f, 2.0f);
}

// Symmetric about x = 0 for a midline bone, so that both halves are sampled alike.
PlaneGrid plane_grid(const std::vector<std::vector<Ring>>& rings, bool midline, float step_mm)
{
    glm::vec2 low{std::numeric_limits<float>::max()};
    glm::vec2 high{-std::numeric_limits<float>::max()};
    for (const std::vector<Ring>& section : rings)
        for (const Ring& ring : section)
            for (const glm::vec2 p : ring) {
                low = glm::min(low, p);
                high = glm::max(high, p);
            }
    low -= 2.5f * step_mm;
    high += 2.5f * step_mm;
    if (midline) {
        const float half = (std::ceil(std::max(-low.x, high.x) / step_mm) + 0.5f) * step_mm;
        low.x = -half;
        high.x = half;
    }
    const glm::vec2 cells = (high - low) / step_mm;
    return {low, step_mm, static_cast<int>(std::lround(std::ceil(cells.x - 1e-3f))) + 1,
            static_cast<int>(std::ceil(cells.y)) + 1};
}

Stack stack_of(const BoneTable& table, float step_mm)
{
    Stack stack;
    std::vector<std::vector<Ring>> rings;
    for (const PlaneSection& section : table.sections) {
        if (section.contours.empty())
            continue;
        rings.push_back(rings_of(section, table.entry.midline, step_mm * 0.7f));
        stack.heights_mm.push_back(section.height_mm);
    }
    if (rings.empty())
        return stack;
    stack.plane = plane_grid(rings, table.entry.midline, step_mm);
    for (const std::vector<Ring>& section : rings)
        stack.fields.push_back(section_field(section, stack.plane, reach_mm));
    const std::vector<float>& z = stack.heights_mm;
    const bool single = z.size() == 1;
    stack.first_cap_mm = cap_mm(single ? 2.0f : z[1] - z[0]);
    stack.last_cap_mm = cap_mm(single ? 2.0f : z[z.size() - 1] - z[z.size() - 2]);
    return stack;
}

// The slope at the middle of three heights that neither overshoots nor makes a new extreme (Fritsch
// & Carlson, "Monotone piecewise cubic interpolation", 1980).
float slope(float below, float gap_below, float above, float gap_above)
{
    if (below * above <= 0)
        return 0;
    const float w1 = 2 * gap_above + gap_below;
    const float w2 = gap_above + 2 * gap_below;
    return (w1 + w2) / (w1 / below + w2 / above);
}

// One layer between section k and the next, at the share t of the gap.
void interpolate(const Stack& stack, std::size_t k, float t, float* layer)
{
    const std::vector<float>& z = stack.heights_mm;
    const float gap = z[k + 1] - z[k];
    const float* b = stack.fields[k].distance_mm.data();
    const float* c = stack.fields[k + 1].distance_mm.data();
    const float* a = k > 0 ? stack.fields[k - 1].distance_mm.data() : nullptr;
    const float* d = k + 2 < z.size() ? stack.fields[k + 2].distance_mm.data() : nullptr;
    const float gap_a = a ? z[k] - z[k - 1] : gap;
    const float gap_d = d ? z[k + 2] - z[k + 1] : gap;
    const float t2 = t * t;
    const float t3 = t2 * t;
    for (std::size_t i = 0; i < stack.plane.size(); ++i) {
        const float here = (c[i] - b[i]) / gap;
        const float m0 = a ? slope((b[i] - a[i]) / gap_a, gap_a, here, gap) : here;
        const float m1 = d ? slope(here, gap, (d[i] - c[i]) / gap_d, gap_d) : here;
        layer[i] = b[i] * (2 * t3 - 3 * t2 + 1) + c[i] * (3 * t2 - 2 * t3) +
                   gap * (m0 * (t3 - 2 * t2 + t) + m1 * (t3 - t2));
    }
}

// One layer of the dome over an end section, `beyond` outside it. Exact over a sphere's section.
void close_over(const SectionField& section, float beyond, float cap, float* layer)
{
    const float share = beyond / cap;
    const float sink = share < 1 ? 1 - std::sqrt(1 - share) : 1 + (share - 1) * 4;
    for (std::size_t i = 0; i < section.distance_mm.size(); ++i)
        layer[i] =
            section.distance_mm[i] + sink * section.half_width_mm[i] + (share >= 1 ? 0.01f : 0);
}

float fitting_step_mm(const BoneTable& table)
{
    double area = 0;  // about the half of the surface's
    for (std::size_t k = 0; k + 1 < table.sections.size(); ++k)
        for (const Ring& ring : rings_of(table.sections[k], table.entry.midline, 2.0f))
            area += perimeter_mm(ring) * static_cast<double>(table.sections[k + 1].height_mm -
                                                             table.sections[k].height_mm);
    return std::clamp(static_cast<float>(std::sqrt(area / 12000.0)), 0.5f, 0.9f);
}

glm::vec3 turned(const BoneTable& table, glm::vec3 v)
{
    return table.across * v.x + glm::cross(table.axis, table.across) * v.y + table.axis * v.z;
}

}  // namespace

BoxField bone_field(const BoneTable& table, float step_mm)
{
    BoxField box;
    const Stack stack = stack_of(table, step_mm);
    const std::vector<float>& z = stack.heights_mm;
    if (z.empty())
        return box;
    const float bottom = z.front() - stack.first_cap_mm - 1.5f * step_mm;
    const float top = z.back() + stack.last_cap_mm + 1.5f * step_mm;
    box.step_mm = step_mm;
    box.origin = glm::vec3(stack.plane.origin, bottom);
    box.size = {stack.plane.columns, stack.plane.rows,
                static_cast<int>(std::ceil((top - bottom) / step_mm)) + 1};
    box.values.resize(stack.plane.size() * static_cast<std::size_t>(box.size.z));
    std::size_t k = 0;
    for (int layer = 0; layer < box.size.z; ++layer) {
        const float height = bottom + step_mm * static_cast<float>(layer);
        float* values = box.values.data() + box.index(0, 0, layer);
        while (k + 2 < z.size() && height >= z[k + 1])
            ++k;
        if (height < z.front())
            close_over(stack.fields.front(), z.front() - height, stack.first_cap_mm, values);
        else if (height >= z.back())
            close_over(stack.fields.back(), height - z.back(), stack.last_cap_mm, values);
        else
            interpolate(stack, k, (height - z[k]) / (z[k + 1] - z[k]), values);
    }
    return box;
}

MeshData bone_surface(const BoneTable& table, const BoneSurfaceOptions& options)
{
    const float step_mm = options.step_mm > 0 ? options.step_mm : fitting_step_mm(table);
    const BoxField field = bone_field(table, step_mm);
    if (field.values.empty())
        return {};
    MeshData mesh = without_crumbs(zero_surface(field), 0.02f);
    smooth(mesh, options.smoothing);
    for (glm::vec3& p : mesh.positions)
        p = table.origin + turned(table, p);
    mesh.normals = vertex_normals(mesh);
    return options.tolerance_mm > 0 ? thinned(mesh, options.tolerance_mm) : mesh;
}

std::vector<MeshData> bone_surfaces(const std::vector<BoneTable>& tables,
                                    const BoneSurfaceOptions& options, int threads)
{
    std::vector<MeshData> meshes(tables.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < tables.size(); i = next++)
            meshes[i] = bone_surface(tables[i], options);
    };
    const auto cores = static_cast<int>(std::thread::hardware_concurrency());
    const int count = std::max(1, threads > 0 ? threads : cores);
    std::vector<std::jthread> team;
    for (int i = 1; i < count; ++i)
        team.emplace_back(work);
    work();
    team.clear();  // waits
    return meshes;
}

}  // namespace tpatlas
