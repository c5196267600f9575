#include "body/skin.hpp"

#include "body/field_shapes.hpp"
#include "body/field_surface.hpp"
#include "body/skin_head.hpp"
#include "body/skin_segments.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace tpatlas::body {

namespace {

constexpr float rough_step_mm = 1.5f;  // of the first triangles; finer ones come by splitting
constexpr float body_step_mm = 2;

Box half_box(std::span<const SkinInput> inputs, const SkinJoins& joins)
{
    Box box;
    for (const SkinInput& input : inputs)
        for (const glm::vec3& p : input.mesh->positions)
            box.include({std::abs(p.x), p.y, p.z});
    box.min -= 40.0f;
    box.max += 40.0f;
    box.min.x = 0;
    box.min.y = joins.end_y - 12;
    return box;
}

// A segment's field on the nodes of the whole; far away where the segment has no grid.
FieldGrid on_grid_of(const FieldGrid& whole, const FieldGrid& part)
{
    FieldGrid out = whole;
    const Box box = part.box();
    in_halves(out.size.z, [&](int first, int last) {
        for (int k = first; k < last; ++k)
            for (int j = 0; j < out.size.y; ++j)
                for (int i = 0; i < out.size.x; ++i) {
                    const glm::vec3 p = out.position(i, j, k);
                    out.values[out.index(i, j, k)] = box.contains(p) ? sample(part, p) : 60.0f;
                }
    });
    return out;
}

// Neck, trunk and arms on one grid.
FieldGrid joined_body(std::map<std::string, FieldGrid>& parts, const FieldGrid& whole,
                      const SkinJoins& joins)
{
    const FieldGrid neck = on_grid_of(whole, parts.at("neck"));
    const FieldGrid trunk = on_grid_of(whole, parts.at("trunk"));
    const FieldGrid arm = on_grid_of(whole, parts.at("arm"));
    const FieldGrid elbow = on_grid_of(whole, parts.at("elbow"));
    FieldGrid out = whole;
    for (int k = 0; k < out.size.z; ++k)
        for (int j = 0; j < out.size.y; ++j)
            for (int i = 0; i < out.size.x; ++i) {
                const std::size_t at = out.index(i, j, k);
                const glm::vec3 p = out.position(i, j, k);
                const float limb = mix(elbow.values[at], arm.values[at],
                                       ramp(p.y, joins.elbow_from_y, joins.elbow_to_y));
                const float blend = mix(joins.arm_blend_low_mm, joins.arm_blend_high_mm,
                                        ramp(p.y, joins.armpit_from_y, joins.armpit_to_y));
                const float body =
                    smooth_min(trunk.values[at], neck.values[at], joins.neck_blend_mm);
                out.values[at] = smooth_min(body, limb, blend);
            }
    blur(out, 1.0f);
    return out;
}

// Distance to what must be covered, less its cover: the patterns of the head, or of all the others.
FieldGrid cover_of(bool head, const SegmentBuilder& builder, const SkinTable& table,
                   const FieldGrid& like)
{
    std::vector<std::string> patterns;
    for (const SkinSegment& segment : table.segments)
        if ((segment.name == "head") == head)
            patterns.insert(patterns.end(), segment.of.begin(), segment.of.end());
    FieldGrid cover =
        distance_to(builder.points_of(patterns, like.box(), like.step_mm * 0.7f), like);
    for (float& v : cover.values)
        v = std::min(v, 1000.0f) -
            (head ? table.joins.skull_cover_mm : table.joins.least_cover_mm);
    return cover;
}

// Nothing of the body may lie nearer to the skin than its cover, whatever blurs and tables did.
void keep_cover(FieldGrid& body, const SegmentBuilder& builder, const SkinTable& table)
{
    const FieldGrid cover = cover_of(false, builder, table, body);
    for (std::size_t i = 0; i < body.values.size(); ++i)
        body.values[i] = smooth_min(body.values[i], cover.values[i], 4);
}

std::function<float(glm::vec3)> edge_lengths(const SkinTable& table, const BoneMarks& marks)
{
    struct Place {
        glm::vec3 at, radii;
        float edge_mm;
    };
    std::vector<Place> places;
    for (const EdgeLength& e : table.edges)
        places.push_back({marks.place(e.at), e.radii, e.edge_mm});
    return [places, coarse = table.edge_mm](glm::vec3 p) {
        float edge = coarse;
        p.x = std::abs(p.x);
        for (const Place& place : places) {
            const float beyond = std::max(ellipsoid(p, place.at, place.radii), 0.0f);
            edge = std::min(edge, place.edge_mm + beyond * 0.2f);  // neighbours differ little
        }
        return edge;
    };
}

std::vector<std::string> unmatched_patterns(std::span<const SkinInput> inputs,
                                            const SkinTable& table)
{
    std::vector<std::string> out;
    for (const SkinSegment& segment : table.segments)
        for (const std::string& pattern : segment.of) {
            const auto hit = std::find_if(inputs.begin(), inputs.end(), [&](const SkinInput& i) {
                return matches(pattern, i.name);
            });
            if (hit == inputs.end() && std::find(out.begin(), out.end(), pattern) == out.end())
                out.push_back(pattern);
        }
    return out;
}

Faults missing_segments(std::span<const SkinInput> inputs, const SkinTable& table)
{
    Faults faults;
    for (const char* name : {"neck", "trunk", "arm", "elbow", "head"}) {
        const auto segment =
            std::find_if(table.segments.begin(), table.segments.end(),
                         [&](const SkinSegment& s) { return s.name == name; });
        const bool filled =
            segment != table.segments.end() &&
            std::any_of(inputs.begin(), inputs.end(), [&](const SkinInput& input) {
                return matches_any(segment->of, input.name);
            });
        if (!filled)
            faults.push_back({std::string("skin segment '") + name + "'",
                              "no structure of it was built",
                              "build its structures first, or change its `of` in the tables"});
    }
    return faults;
}

std::map<std::string, FieldGrid> build_parts(const SegmentBuilder& builder,
                                             const SkinTable& table, const SkinProgress& say)
{
    std::map<std::string, FieldGrid> parts;
    float share = 0;
    for (const SkinSegment& segment : table.segments) {
        say(segment.name, share);
        parts[segment.name] = builder.build(segment);
        share += 0.5f / float(table.segments.size());
    }
    return parts;
}

}  // namespace

Result<BuiltSkin> build_skin(std::span<const SkinInput> inputs, const SkinTable& table,
                             const SkinProgress& progress)
{
    const auto say = [&](std::string_view step, float share) {
        if (progress)
            progress(step, share);
    };
    if (const Faults faults = missing_segments(inputs, table); !faults.empty())
        return faults;
    const Result<BoneMarks> marks = find_marks(table, inputs);
    if (!marks)
        return marks.faults();

    const SegmentBuilder builder(inputs, table, marks.value());
    std::map<std::string, FieldGrid> parts = build_parts(builder, table, say);
    say("joining", 0.5f);
    const Box box = half_box(inputs, table.joins);
    FieldGrid body = joined_body(parts, FieldGrid::covering(box, body_step_mm), table.joins);
    keep_cover(body, builder, table);
    // The skull's cover is kept after head and body are joined: the joint would swell by it.
    const FieldGrid skull_cover = cover_of(true, builder, table, parts.at("head"));
    const HeadField head(std::move(parts.at("head")), table, marks.value());
    parts.clear();

    const FieldFunction field = [&](glm::vec3 p) {
        const float joined =
            smooth_min(sample_smooth(body, p), head(p), table.joins.head_blend_mm);
        const float whole = smooth_min(joined, sample(skull_cover, p), 1.5f);
        return smooth_max(whole, table.joins.end_y - p.y, table.joins.end_round_mm);
    };
    say("surface", 0.6f);
    const MeshData rough = extract_surface(field, box, rough_step_mm);
    say("triangles", 0.7f);
    const MeshData half = remeshed(rough, field, edge_lengths(table, marks.value()));
    MirroredSurface whole = joined_with_mirror_image(half);
    whole.mesh.normals = vertex_normals(whole.mesh);
    say("done", 1);
    return BuiltSkin{std::move(whole.mesh), std::move(whole.mirror_of),
                     unmatched_patterns(inputs, table)};
}

}  // namespace tpatlas::body
