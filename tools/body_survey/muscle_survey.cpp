#include "body_survey/muscle_survey.hpp"

#include "body/muscle_surface.hpp"
#include "body_survey/bone_clearance.hpp"
#include "body_survey/bone_manifest.hpp"
#include "body_survey/muscle_fit.hpp"
#include "body_survey/muscle_rings.hpp"
#include "body_survey/reference.hpp"
#include "core/side.hpp"
#include "io/measurement_files.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <set>

#include <glm/geometric.hpp>

namespace tpatlas
{
namespace
{

Result<MeshData> load(const std::filesystem::path& folder, int fma)
{
    const Result<std::filesystem::path> file = find_reference(folder, fma);
    if (!file)
        return file.faults();
    return load_reference_mesh(file.value());
}

// The edge of the surface along a line: for each place of the line the nearest vertex and what lies
// around it. It follows a rim whose distance from the line varies.
std::vector<std::uint32_t> vertices_along(const MeshData& mesh, const std::vector<glm::vec3>& line,
                                          float reach_mm)
{
    std::vector<glm::vec3> places{line.front()};
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const int steps = std::max(1, static_cast<int>(glm::distance(line[i], line[i + 1])));
        for (int s = 1; s <= steps; ++s)
            places.push_back(
                glm::mix(line[i], line[i + 1], static_cast<float>(s) / static_cast<float>(steps)));
    }
    std::vector<bool> taken(mesh.positions.size(), false);
    for (const glm::vec3& place : places) {
        const auto nearest = *std::min_element(
            mesh.positions.begin(), mesh.positions.end(), [place](glm::vec3 a, glm::vec3 b) {
                return glm::dot(a - place, a - place) < glm::dot(b - place, b - place);
            });
        for (std::size_t i = 0; i < taken.size(); ++i)
            taken[i] = taken[i] || glm::distance(mesh.positions[i], nearest) <= reach_mm;
    }
    std::vector<std::uint32_t> vertices;
    for (std::uint32_t i = 0; i < taken.size(); ++i)
        if (taken[i])
            vertices.push_back(i);
    return vertices;
}

std::vector<std::uint32_t> vertices_within(const std::vector<float>& distances, float reach_mm)
{
    const float limit = *std::min_element(distances.begin(), distances.end()) + reach_mm;
    std::vector<std::uint32_t> vertices;
    for (std::uint32_t i = 0; i < distances.size(); ++i)
        if (distances[i] <= limit)
            vertices.push_back(i);
    return vertices;
}

// With the names that the tables of bones have.
StackEnd named_end(const Attachment& attachment)
{
    StackEnd end{{}, attachment.soft};
    for (const int fma : attachment.bones)
        for (const BoneSpec& bone : bone_manifest())
            if (bone.entry.fma == fma)
                end.bones.push_back(bone.entry.name);
    return end;
}

float mean_at(const std::vector<float>& distances, const std::vector<std::uint32_t>& vertices)
{
    float sum = 0;
    for (const std::uint32_t v : vertices)
        sum += distances[v];
    return sum / static_cast<float>(vertices.size());
}

float distance_to_line(glm::vec3 p, const std::vector<glm::vec3>& line)
{
    float best = glm::distance(p, line.front());
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const glm::vec3 way = line[i + 1] - line[i];
        const float t = glm::dot(p - line[i], way) / std::max(glm::dot(way, way), 1e-6f);
        best = std::min(best, glm::distance(p, line[i] + std::clamp(t, 0.0f, 1.0f) * way));
    }
    return best;
}

// What is nearer to this stack's line than to the lines of the muscle's other stacks.
MeshData part_along(const MeshData& closed, const StackJob& stack, const MuscleJob& job,
                    float voxel_mm)
{
    return cut_surface(
        closed,
        [&](glm::vec3 p) {
            float other = std::numeric_limits<float>::infinity();
            for (const StackJob& s : job.stacks)
                if (&s != &stack && !s.along.empty())
                    other = std::min(other, distance_to_line(p, s.along));
            return 0.5f * (distance_to_line(p, stack.along) - other);
        },
        voxel_mm);
}

// `count` + 1 places evenly along the ring from one point to another, both shares of its points,
// forward where `step` is 1, backward where it is -1.
std::vector<glm::vec3> arc(const std::vector<glm::vec3>& ring, float from, float to, int step,
                           std::size_t count)
{
    const auto n = static_cast<float>(ring.size());
    const float ahead = std::fmod((to - from) * static_cast<float>(step) + 2 * n, n);
    const auto at = [&](float share) {
        const float s = std::fmod(share + 2 * n, n);
        const auto k = std::min(static_cast<std::size_t>(s), ring.size() - 1);
        return glm::mix(ring[k], ring[(k + 1) % ring.size()], s - static_cast<float>(k));
    };
    std::vector<glm::vec3> places;
    for (std::size_t k = 0; k <= count; ++k)
        places.push_back(at(from + static_cast<float>(step) * ahead * static_cast<float>(k) /
                                       static_cast<float>(count)));
    return places;
}

// A midline stack crosses x = 0 in the middle of each face: there v = 0 and the seam are put, and
// its left half becomes the mean of itself and of the right half's mirror image.
void make_symmetric(MuscleStack& stack, glm::vec3 skin)
{
    for (RingSection& section : stack.sections) {
        std::vector<glm::vec3>& ring = section.points;
        float to_left = 0, to_right = 0; // where the ring crosses to that side
        for (std::size_t k = 0; k < ring.size(); ++k) {
            const float a = ring[k].x, b = ring[(k + 1) % ring.size()].x;
            if ((a < 0) != (b < 0))
                (a < 0 ? to_left : to_right) = static_cast<float>(k) + a / (a - b);
        }
        const auto near_skin = [&](float share) {
            return glm::dot(ring[static_cast<std::size_t>(share)], skin);
        };
        const bool left_ahead = near_skin(to_left) > near_skin(to_right);
        const float front = left_ahead ? to_left : to_right, back = left_ahead ? to_right : to_left;
        const std::size_t half = ring.size() / 2;
        const auto left = arc(ring, front, back, left_ahead ? 1 : -1, half);
        const auto right = arc(ring, front, back, left_ahead ? -1 : 1, half);
        for (std::size_t k = 0; k <= half; ++k) {
            const glm::vec3 place = 0.5f * (left[k] + mirrored(right[k]));
            ring[k] = place;
            ring[(ring.size() - k) % ring.size()] = mirrored(place);
        }
        ring[0].x = ring[half].x = 0;
    }
}

} // namespace

MuscleSurveyor::MuscleSurveyor(std::filesystem::path reference, MuscleManifest manifest)
    : reference_(std::move(reference)), manifest_(std::move(manifest))
{
}

Result<const TriangleTree*> MuscleSurveyor::bone(int fma)
{
    const std::lock_guard lock(loading_);
    std::unique_ptr<TriangleTree>& tree = bones_[fma];
    if (!tree) {
        const Result<MeshData> mesh = load(reference_, fma);
        if (!mesh)
            return mesh.faults();
        tree = std::make_unique<TriangleTree>(mesh.value());
    }
    return const_cast<const TriangleTree*>(tree.get());
}

Result<MuscleSurveyor::Nearness> MuscleSurveyor::nearness(const Attachment& attachment)
{
    std::vector<const TriangleTree*> trees;
    // Where there is a line, the bones beside it only say on what it lies.
    for (const int fma : attachment.line.empty() ? attachment.bones : std::vector<int>()) {
        const auto tree = bone(fma);
        if (!tree)
            return tree.faults();
        trees.push_back(tree.value());
    }
    return Nearness([trees, line = attachment.line](glm::vec3 p) {
        float best = std::numeric_limits<float>::infinity();
        for (const TriangleTree* tree : trees)
            best = std::min(best, tree->nearest(p).distance_mm);
        for (const glm::vec3& place : line)
            best = std::min(best, glm::distance(p, place));
        return best;
    });
}

// A coarse skin around all that is measured, with its mirror image: it tells only which way is out.
Result<const TriangleTree*> MuscleSurveyor::outside()
{
    const std::lock_guard lock(loading_);
    if (outside_)
        return const_cast<const TriangleTree*>(outside_.get());
    std::set<int> all;
    for (const MuscleJob& job : manifest_.muscles) {
        all.insert(*job.entry.fma);
        for (const StackJob& stack : job.stacks) {
            all.insert(stack.origin.bones.begin(), stack.origin.bones.end());
            all.insert(stack.insertion.bones.begin(), stack.insertion.bones.end());
        }
    }
    MeshData heap;
    for (const int fma : all) {
        const Result<MeshData> mesh = load(reference_, fma);
        if (!mesh)
            return mesh.faults();
        append(heap, mesh.value());
    }
    append(heap, mirrored(heap));
    const MeshData skin = close_surface(
        heap,
        {.voxel_mm = 5, .radius_mm = 25, .min_piece_share = 0.2f, .thicken_mm = 2, .smoothing = 0});
    outside_ = std::make_unique<TriangleTree>(skin);
    return const_cast<const TriangleTree*>(outside_.get());
}

Result<std::vector<MeshData>> MuscleSurveyor::closed_parts(const MuscleJob& job)
{
    const Result<MeshData> mesh = load(reference_, *job.entry.fma);
    if (!mesh)
        return mesh.faults();
    // Slips a few millimetres thick want finer voxels, and a closing that bridges less.
    const float voxel_mm = std::clamp(job.closing_mm / 3.75f, 0.4f, 0.8f);
    const auto close = [&](const MeshData& piece) {
        return close_surface(piece, {.voxel_mm = voxel_mm, .radius_mm = job.closing_mm});
    };
    std::optional<MeshData> whole;
    std::vector<MeshData> parts;
    for (const StackJob& stack : job.stacks) {
        MeshData part;
        if (!stack.pieces.empty())
            part = close(pieces_nearest(welded(mesh.value(), 1e-3f), stack.pieces));
        else
            part = whole ? *whole : *(whole = close(mesh.value()));
        for (const HalfSpace& half : stack.keep)
            part = cut_surface(part, half.point, half.normal, voxel_mm);
        if (!stack.along.empty())
            part = part_along(part, stack, job, voxel_mm);
        if (part.triangles.size() < 100)
            return Error{job.entry.name, "nothing is left of the reference mesh",
                         "check 'keep' and 'closing_mm' in the manifest"};
        parts.push_back(std::move(part));
    }
    return parts;
}

Result<MuscleEnds> MuscleSurveyor::ends(const MeshData& closed, const StackJob& job)
{
    const auto near_origin = nearness(job.origin), near_insertion = nearness(job.insertion);
    if (!near_origin)
        return near_origin.faults();
    if (!near_insertion)
        return near_insertion.faults();
    std::vector<float> to_origin, to_insertion;
    for (const glm::vec3& p : closed.positions) {
        to_origin.push_back(near_origin.value()(p));
        to_insertion.push_back(near_insertion.value()(p));
    }
    if (job.ends_from == EndsFrom::form) {
        MuscleEnds ends = ends_by_form(closed);
        const float as_is = mean_at(to_origin, ends.origin) + mean_at(to_insertion, ends.insertion);
        const float turned =
            mean_at(to_origin, ends.insertion) + mean_at(to_insertion, ends.origin);
        if (turned < as_is)
            std::swap(ends.origin, ends.insertion);
        return ends;
    }
    const auto end = [&](const Attachment& at, const std::vector<float>& distances) {
        return at.line.empty() ? vertices_within(distances, job.reach_mm)
                               : vertices_along(closed, at.line, job.reach_mm);
    };
    MuscleEnds ends{end(job.origin, to_origin), end(job.insertion, to_insertion)};
    // A vertex near both belongs to neither.
    std::vector<std::uint32_t> both;
    std::set_intersection(ends.origin.begin(), ends.origin.end(), ends.insertion.begin(),
                          ends.insertion.end(), std::back_inserter(both));
    for (auto* vertices : {&ends.origin, &ends.insertion})
        std::erase_if(*vertices, [&both](std::uint32_t v) {
            return std::binary_search(both.begin(), both.end(), v);
        });
    if (ends.origin.empty() || ends.insertion.empty())
        return Error{job.name, "its two ends are one place", "give lines or a smaller reach_mm"};
    return ends;
}

Result<MuscleStack> MuscleSurveyor::survey_stack(const MeshData& closed, const StackJob& job)
{
    // Laplace's equation wants one connected surface.
    const MeshData whole = pieces_of(closed).front();
    const Result<MuscleEnds> far = ends(whole, job);
    if (!far)
        return far.faults();
    const FibreField field = fibre_field(whole, far.value());
    std::vector<LevelRing> rings = level_rings(whole, field.u, 64);
    if (rings.size() < 12)
        return Error{job.name, "its fibre field has too few level lines", "check its attachments"};
    const auto skin = outside();
    if (!skin)
        return skin.faults();
    const auto skinward = [&](glm::vec3 p) {
        const glm::vec3 out = job.skin ? *job.skin : skin.value()->nearest(p).point - p;
        return out / std::max(glm::length(out), 1e-6f);
    };
    match_edges(rings, skinward);
    const glm::vec3 across = edge_direction(rings);
    const bool sideways = std::abs(across.x) > 0.3f * glm::length(across);
    // Across fibres that run sideways no edge is the medial one: there v rises upward.
    const glm::vec3 upward(0, 1, 0), inward(1, 0, 0);
    turn_toward(rings, skinward, job.medial ? *job.medial : sideways ? inward : upward);
    straighten(rings);
    constexpr double small_mm2 = 1500; // what half the numbers measure as well
    const bool is_small = area_mm2(whole) < small_mm2;
    MuscleStack stack =
        fitted_stack(rings, whole, io::max_numbers_of_stack / (is_small ? 2 : 1));
    std::vector<const TriangleTree*> bones;
    for (const int fma : job.clear_of) {
        const auto tree = bone(fma);
        if (!tree)
            return tree.faults();
        bones.push_back(tree.value());
    }
    constexpr float allowed_depth_mm = 1.75f; // between its points the surface is somewhat deeper
    lift_out(stack, bones, allowed_depth_mm);
    return io::rounded(MuscleTable{{}, {stack}}).stacks.front();
}

void describe(MuscleTable& table, const MuscleJob& job)
{
    table.entry = job.entry;
    for (MuscleStack& stack : table.stacks)
        for (const StackJob& said : job.stacks)
            if (said.name == stack.name) {
                stack.origin = named_end(said.origin);
                stack.insertion = named_end(said.insertion);
            }
}

Result<SurveyedMuscle> MuscleSurveyor::survey(const MuscleJob& job)
{
    const auto parts = closed_parts(job);
    if (!parts)
        return parts.faults();
    SurveyedMuscle muscle;
    muscle.table.entry = job.entry;
    for (std::size_t i = 0; i < job.stacks.size(); ++i) {
        Result<MuscleStack> stack = survey_stack(parts.value()[i], job.stacks[i]);
        if (!stack) {
            Error fault = stack.error();
            fault.where = job.entry.name + (fault.where.empty() ? "" : " " + fault.where);
            return fault;
        }
        stack.value().name = job.stacks[i].name;
        if (job.entry.midline)
            make_symmetric(stack.value(),
                           job.stacks[i].skin.value_or(glm::vec3(0, 0, 1)));
        muscle.table.stacks.push_back(stack.take());
        append(muscle.closed, parts.value()[i]);
    }
    describe(muscle.table, job);
    muscle.error = surface_error(muscle_surface(muscle.table), muscle.closed);
    return muscle;
}

} // namespace tpatlas
