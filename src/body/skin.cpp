#include "body/skin.hpp"

#include "body/field_shapes.hpp"
#include "body/field_surface.hpp"
#include "body/skin_body.hpp"
#include "body/skin_foot.hpp"
#include "body/skin_hand.hpp"
#include "body/skin_head.hpp"
#include "body/skin_segments.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

namespace tpatlas::body {

namespace {

constexpr const char* segment_names[] = {"neck",  "trunk", "arm",  "elbow", "forearm",
                                         "hand",  "hip",   "thigh", "knee",  "calf",
                                         "ankle", "foot",  "head"};
constexpr float rough_step_mm = 1.5f;  // of the first triangles; finer ones come by splitting

// Distance to what the patterns name, less its cover.
FieldGrid cover_over(const std::vector<std::string>& patterns, float cover_mm,
                     const SegmentBuilder& builder, FieldGrid like)
{
    like = distance_to(builder.points_of(patterns, like.box(), like.step_mm * 0.7f), like);
    for (float& v : like.values)
        v = std::min(v, 1000.0f) - cover_mm;
    return like;
}

std::vector<std::string> patterns_of_head(const SkinTable& table)
{
    for (const SkinSegment& segment : table.segments)
        if (segment.name == "head")
            return segment.of;
    return {};
}

std::function<float(glm::vec3)> edge_lengths(const SkinTable& table, const BoneMarks& marks,
                                             const FineParts& fine)
{
    struct Place {
        glm::vec3 at, radii;
        float edge_mm;
    };
    std::vector<Place> places;
    for (const EdgeLength& e : table.edges)
        places.push_back({marks.place(e.at), e.radii, e.edge_mm});
    return [places, &fine, coarse = table.edge_mm](glm::vec3 p) {
        float edge = coarse;
        p.x = std::abs(p.x);
        if (fine.hand_box.contains(p))
            edge = std::min(edge, fine.hand_edge_mm(p));
        if (fine.foot_box.contains(p))
            edge = std::min(edge, fine.foot_edge_mm(p));
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
    for (const char* name : segment_names) {
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

// The field, and over every bone and tendon in the box the cover.
template <class Field>
FieldFunction covered(std::shared_ptr<const Field> field, float step_mm,
                      const SegmentBuilder& builder, float cover_mm)
{
    const auto cover = std::make_shared<const FieldGrid>(
        cover_over({"*"}, cover_mm, builder, FieldGrid::covering(field->box(), step_mm)));
    return [field, cover](glm::vec3 p) {
        return smooth_min((*field)(p), sample(*cover, p), 0.5f);
    };
}

// Hand and foot leave the map of segments: they are asked finer than on the body's grids.
FineParts fine_parts(std::map<std::string, FieldGrid>& parts, const SegmentBuilder& builder,
                     const SkinTable& table, const BoneMarks& marks)
{
    const float step_mm = parts.at("hand").step_mm;
    const float cover_mm = table.joins.digit_cover_mm;
    const auto hand = std::make_shared<const HandField>(std::move(parts.at("hand")), table, marks);
    const auto foot = std::make_shared<const FootField>(std::move(parts.at("foot")), table, marks);
    parts.erase("hand");
    parts.erase("foot");
    return {covered(hand, step_mm, builder, cover_mm),
            covered(foot, step_mm, builder, cover_mm),
            [hand](glm::vec3 p) { return hand->edge_mm(p); },
            [foot](glm::vec3 p) { return foot->edge_mm(p); },
            hand->box(),
            foot->box()};
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
    FieldGrid skull = std::move(parts.at("head"));
    // The skull's cover is kept after head and body are joined: the joint would swell by it.
    const FieldGrid cover =
        cover_over(patterns_of_head(table), table.joins.skull_cover_mm, builder, skull);
    const Box head_box = skull.box();
    const HeadField head(std::move(skull), table, marks.value());
    const FineParts fine = fine_parts(parts, builder, table, marks.value());
    const BodyField body(std::move(parts), fine, builder, table);

    const float reach = table.joins.head_blend_mm;
    const FieldFunction field = [&](glm::vec3 p) {
        const float below = body(p);
        if (p.y < head_box.min.y)
            return below;
        const float joined = smooth_min(below, head(p), reach);
        return smooth_min(joined, sample(cover, p), 1.5f);
    };
    Box box = body.box();
    box.include(head_box.max);
    box.min.x = 0;
    say("surface", 0.6f);
    const MeshData rough = extract_surface(field, box, rough_step_mm);
    say("triangles", 0.7f);
    const MeshData half = remeshed(rough, field, edge_lengths(table, marks.value(), fine));
    MirroredSurface whole = joined_with_mirror_image(half);
    whole.mesh.normals = vertex_normals(whole.mesh);
    say("done", 1);
    return BuiltSkin{std::move(whole.mesh), std::move(whole.mirror_of),
                     unmatched_patterns(inputs, table)};
}

}  // namespace tpatlas::body
