#include "body_survey/muscle_survey.hpp"

#include "body/muscle_surface.hpp"
#include "body_survey/muscle_fit.hpp"
#include "body_survey/muscle_rings.hpp"
#include "body_survey/reference.hpp"
#include "io/measurement_files.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <glm/geometric.hpp>

namespace tpatlas {
namespace {

Result<MeshData> load(const std::filesystem::path& folder, int fma)
{
    const Result<std::filesystem::path> file = find_reference(folder, fma);
    if (!file)
        return file.faults();
    return load_reference_mesh(file.value());
}

float distance_to_line(glm::vec3 p, const std::vector<glm::vec3>& line)
{
    float best = glm::distance(p, line.front());
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        best = std::min(best, glm::distance(p, nearest_on_triangle(p, line[i], line[i + 1],
                                                                   line[i + 1])));
    return best;
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

float mean_at(const std::vector<float>& distances, const std::vector<std::uint32_t>& vertices)
{
    float sum = 0;
    for (const std::uint32_t v : vertices)
        sum += distances[v];
    return sum / static_cast<float>(vertices.size());
}

}  // namespace

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
    for (const int fma : attachment.bones) {
        const auto tree = bone(fma);
        if (!tree)
            return tree.faults();
        trees.push_back(tree.value());
    }
    return Nearness([trees, line = attachment.line](glm::vec3 p) {
        float best = std::numeric_limits<float>::infinity();
        for (const TriangleTree* tree : trees)
            best = std::min(best, tree->nearest(p).distance_mm);
        return line.empty() ? best : std::min(best, distance_to_line(p, line));
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
    const MeshData skin =
        close_surface(heap, {.voxel_mm = 5, .radius_mm = 25, .min_piece_share = 0.2f,
                             .thicken_mm = 2, .smoothing = 0});
    outside_ = std::make_unique<TriangleTree>(skin);
    return const_cast<const TriangleTree*>(outside_.get());
}

Result<std::vector<MeshData>> MuscleSurveyor::closed_parts(const MuscleJob& job)
{
    const Result<MeshData> mesh = load(reference_, *job.entry.fma);
    if (!mesh)
        return mesh.faults();
    const MeshData closed = close_surface(mesh.value(), {.radius_mm = job.closing_mm});
    std::vector<MeshData> parts;
    for (const StackJob& stack : job.stacks) {
        MeshData part = closed;
        for (const HalfSpace& half : stack.keep)
            part = cut_surface(part, half.point, half.normal);
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
    MuscleEnds ends{vertices_within(to_origin, job.reach_mm),
                    vertices_within(to_insertion, job.reach_mm)};
    // A vertex near both belongs to neither.
    std::vector<std::uint32_t> both;
    std::set_intersection(ends.origin.begin(), ends.origin.end(), ends.insertion.begin(),
                          ends.insertion.end(), std::back_inserter(both));
    for (auto* end : {&ends.origin, &ends.insertion})
        std::erase_if(*end, [&both](std::uint32_t v) {
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
    match_edges(rings);
    const auto skin = outside();
    if (!skin)
        return skin.faults();
    const glm::vec3 across = edge_direction(rings);
    const glm::vec3 medial = job.medial                                     ? *job.medial
                             : std::abs(across.x) > 0.3f * glm::length(across) ? glm::vec3(1, 0, 0)
                                                                            : glm::vec3(0, 1, 0);
    turn_toward(
        rings,
        [&](glm::vec3 p) { return job.skin ? *job.skin : skin.value()->nearest(p).point - p; },
        medial);
    MuscleStack stack = fitted_stack(rings, whole, io::max_numbers_of_stack);
    stack.name = job.name;
    return stack;
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
        muscle.table.stacks.push_back(stack.take());
        append(muscle.closed, parts.value()[i]);
    }
    muscle.error = surface_error(muscle_surface(muscle.table), muscle.closed);
    return muscle;
}

}  // namespace tpatlas
