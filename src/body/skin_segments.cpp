#include "body/skin_segments.hpp"

#include "body/field_shapes.hpp"
#include "body/field_surface.hpp"

#include <algorithm>
#include <cmath>

namespace tpatlas::body {

namespace {

constexpr float margin_mm = 46;  // room for the thickest tissue and filler round a segment

template <class Work>
void at_every_node(FieldGrid& grid, const Work& work)
{
    in_halves(grid.size.z, [&](int first, int last) {
        for (int k = first; k < last; ++k)
            for (int j = 0; j < grid.size.y; ++j)
                for (int i = 0; i < grid.size.x; ++i)
                    work(grid.values[grid.index(i, j, k)], grid.position(i, j, k));
    });
}

glm::vec3 on_polyline(const std::vector<glm::vec3>& line, float share)
{
    const float at = share * float(line.size() - 1);
    const auto piece = std::min(static_cast<std::size_t>(at), line.size() - 2);
    return glm::mix(line[piece], line[piece + 1], at - float(piece));
}

std::vector<glm::vec3> places(const std::vector<AnchoredPoint>& points, const BoneMarks& marks)
{
    std::vector<glm::vec3> out;
    for (const AnchoredPoint& point : points)
        out.push_back(marks.place(point));
    return out;
}

}  // namespace

std::vector<glm::vec3> SegmentBuilder::points_of(const std::vector<std::string>& patterns,
                                                 const Box& within, float spacing_mm) const
{
    std::vector<glm::vec3> out;
    for (const SkinInput& input : inputs_) {
        if (!matches_any(patterns, input.name))
            continue;
        for (glm::vec3 p : sampled(*input.mesh, spacing_mm)) {
            p.x = std::abs(p.x);
            if (within.contains(p))
                out.push_back(p);
        }
    }
    return out;
}

FieldGrid SegmentBuilder::build(const SkinSegment& segment) const
{
    const std::vector<glm::vec3> points =
        points_of(segment.of, {segment.min, segment.max}, segment.step_mm * 0.7f);
    Box box;
    for (const glm::vec3& p : points)
        box.include(p);
    box.min -= margin_mm;
    box.max += margin_mm;
    if (segment.mirrored)
        box.min.x = 0;
    const FieldGrid like = FieldGrid::covering(box, segment.step_mm);
    FieldGrid grid = closed_by(points, like, {segment.closing_mm, segment.mirrored});
    add_sheets(grid, segment.name);
    add_fillers(grid, segment.name);
    blur(grid, segment.blur_mm);
    const bool head = segment.name == "head";
    const FieldGrid tissue =
        tissue_thickness(head ? table_.head_tissue : table_.body_tissue, marks_, grid);
    for (std::size_t i = 0; i < grid.values.size(); ++i)
        grid.values[i] -= tissue.values[i];
    add_fillers(grid, segment.name + "_skin");
    blur(grid, segment.skin_blur_mm);
    return grid;
}

void SegmentBuilder::add_sheets(FieldGrid& grid, const std::string& segment) const
{
    for (const SheetFiller& sheet : table_.sheets) {
        if (sheet.segment != segment)
            continue;
        FieldGrid wall = grid;
        blur(wall, 2 * grid.step_mm);
        const FieldFunction depth = [&wall](glm::vec3 p) { return sample(wall, p); };
        const std::vector<glm::vec3> origin = places(sheet.origin, marks_);
        const std::vector<glm::vec3> insertion = places(sheet.insertion, marks_);
        std::vector<glm::vec3> points;
        constexpr int lines = 240;
        constexpr int steps = 200;
        for (int line = 0; line <= lines; ++line)
            for (int step = 0; step <= steps; ++step) {
                const float s = float(line) / lines;
                const float t = float(step) / steps;
                glm::vec3 p = glm::mix(on_polyline(origin, s), on_polyline(insertion, s), t);
                for (int i = 0; i < 12; ++i) {
                    const float off = -sheet.under_mm - depth(p);
                    const glm::vec3 g = gradient(depth, p, grid.step_mm);
                    // Past the wall the sheet bridges to its bone: it may be pushed out, not in.
                    const float move =
                        t < sheet.wall_share ? std::clamp(off, -6.0f, 6.0f)
                                             : std::clamp(off, 0.0f, 6.0f);
                    p += g * (move / std::max(glm::length(g), 0.3f));
                }
                points.push_back({std::abs(p.x), p.y, p.z});
            }
        const FieldGrid far = distance_to(points, grid);
        for (std::size_t i = 0; i < grid.values.size(); ++i)
            grid.values[i] = smooth_min(grid.values[i],
                                        std::min(far.values[i], 1e4f) - sheet.half_thickness_mm,
                                        sheet.blend_mm);
    }
}

float with_filler(float field, glm::vec3 p, const Filler& filler, glm::vec3 a, glm::vec3 b)
{
    const float d = filler.shape == Filler::Shape::round_cone
                        ? round_cone(p, {a, filler.radii.x}, {b, filler.radii.y})
                        : ellipsoid(p, a, filler.radii, own_frame(filler.up, filler.side));
    return filler.cut ? smooth_max(field, -d, filler.blend_mm)
                      : smooth_min(field, d, filler.blend_mm);
}

void SegmentBuilder::add_fillers(FieldGrid& grid, const std::string& segment) const
{
    for (const Filler& filler : table_.fillers)
        if (filler.segment == segment) {
            const glm::vec3 a = marks_.place(filler.a);
            const glm::vec3 b = marks_.place(filler.b);
            at_every_node(grid, [&](float& value, glm::vec3 p) {
                value = with_filler(value, p, filler, a, b);
            });
        }
}

FieldGrid tissue_thickness(const TissueTable& tissue, const BoneMarks& marks,
                           const FieldGrid& like)
{
    constexpr float coarse_mm = 8;
    Box box = like.box();
    FieldGrid coarse = FieldGrid::covering(box, coarse_mm);
    const float soft2 = tissue.softness_mm * tissue.softness_mm;
    at_every_node(coarse, [&](float& value, glm::vec3 p) {
        float weights = 0;
        float sum = 0;
        for (const TissueDepth& peg : tissue.pegs) {
            const glm::vec3 at = marks.place(peg.at);
            for (const float x : {at.x, -at.x}) {
                const glm::vec3 off = p - glm::vec3(x, at.y, at.z);
                const float near = 1 / (glm::dot(off, off) + soft2);
                weights += near * near;
                sum += near * near * peg.depth_mm;
            }
        }
        value = weights > 0 ? sum / weights : 0;
    });
    FieldGrid out = like;
    out.values.resize(static_cast<std::size_t>(like.size.x) * like.size.y * like.size.z);
    at_every_node(out, [&](float& value, glm::vec3 p) { value = sample(coarse, p); });
    return out;
}

}  // namespace tpatlas::body
