#include "atlas/group_fits.hpp"

#include "atlas/file_frame.hpp"
#include "atlas/search_cost.hpp"
#include "atlas/shape_fit.hpp"
#include "core/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <utility>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr std::size_t turning_samples = 60;
constexpr float near_scale = 0.6f;
constexpr double most_set_cost = 60'000;  // ours, all 561, have a quarter of it

class Fitting {
public:
    Fitting(const EmbeddedShapes& embedded, const std::vector<UserMesh>& meshes,
            const std::vector<MeshGroup>& groups, const Similarity& body_from_file,
            const std::stop_token& stop)
        : embedded_(embedded), meshes_(meshes), groups_(groups), body_from_file_(body_from_file),
          stop_(stop)
    {
    }

    std::vector<StructureFit> run() const;

private:
    MeshData mesh_of(const MeshGroup& group) const;
    std::vector<bool> tangled_groups() const;
    StructureFit fit(const MeshGroup& group, bool tangled) const;

    const EmbeddedShapes& embedded_;
    const std::vector<UserMesh>& meshes_;
    const std::vector<MeshGroup>& groups_;
    const Similarity& body_from_file_;
    const std::stop_token& stop_;
};

// Of a mesh on which nothing can be searched for.
void measure_from_theirs(const SurfaceShape& ours, const MeshData& theirs, StructureFit& fit)
{
    std::vector<float> off;
    for (const SurfaceSample& s : samples_of(theirs, turning_samples))
        off.push_back(ours.hit(s.position).distance_mm);
    if (off.empty())
        return;
    std::sort(off.begin(), off.end());
    fit.median_mm = off[off.size() / 2];
    fit.worst_mm = off[off.size() * 95 / 100];
}

// In the body frame, all of its meshes as one.
MeshData Fitting::mesh_of(const MeshGroup& group) const
{
    MeshData theirs;
    for (const std::uint32_t m : group.meshes) {
        MeshData part;
        part.positions = meshes_[m].mesh.positions;
        part.triangles = meshes_[m].mesh.triangles;
        move(part, body_from_file_);
        if (theirs.positions.empty())
            theirs = std::move(part);
        else
            append(theirs, part);
    }
    return theirs;
}

// On which nothing is searched for: each of them would take too long, or, the worst first, all would.
std::vector<bool> Fitting::tangled_groups() const
{
    std::vector<float> costs(groups_.size());
    in_parallel(groups_.size(), [&](std::size_t i) {
        if (!stop_.stop_requested())
            costs[i] = search_cost(mesh_of(groups_[i]));
    });
    std::vector<std::size_t> order(groups_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return costs[a] < costs[b]; });
    std::vector<bool> tangled(groups_.size());
    double sum = 0;
    for (const std::size_t i : order) {
        sum += static_cast<double>(costs[i]);
        tangled[i] = costs[i] > most_search_cost || sum > most_set_cost;
    }
    return tangled;
}

StructureFit Fitting::fit(const MeshGroup& group, bool tangled) const
{
    StructureFit fit{group.own, group.meshes, {}, 0, 0, false};
    MeshData theirs = mesh_of(group);
    const std::shared_ptr<const SurfaceShape> ours = embedded_.of(group.numbers());
    if (tangled) {
        measure_from_theirs(*ours, theirs, fit);
        return fit;
    }
    const SurfaceShape their_shape(std::move(theirs));
    const float size = ours->moments().size();
    const glm::vec3 shift = their_shape.moments().middle - ours->moments().middle;
    Affine start;
    if (glm::length(shift) > 0.25f * size) {  // another pose or proportion: turned there first
        Similarity moved;
        moved.shift = -shift;
        const SimilarityFit turned =
            fit_similarity(Sampled(*ours, turning_samples), Sampled(their_shape, turning_samples),
                           moved, 8, stop_);
        const Similarity back = turned.ours_from_theirs.inverse();
        start = {back.turn * back.scale, back.shift};
    }
    const AffineFit found = fit_affine(*ours, their_shape, start, stop_);
    fit.median_mm = found.median_mm;
    fit.worst_mm = found.worst_mm;
    fit.trusted = found.median_mm < std::max(3.0f, 0.1f * size) &&
                  found.worst_mm < std::max(12.0f, 0.5f * size);
    if (fit.trusted)
        fit.user_from_embedded = found.theirs_from_ours;
    return fit;
}

std::vector<StructureFit> Fitting::run() const
{
    const std::vector<bool> tangled = tangled_groups();
    std::vector<StructureFit> fits(groups_.size());
    in_parallel(groups_.size(), [&](std::size_t i) {
        if (!stop_.stop_requested())
            fits[i] = fit(groups_[i], tangled[i]);
    });
    return fits;
}

}  // namespace

std::vector<StructureFit> fit_groups(const EmbeddedShapes& embedded,
                                     const std::vector<UserMesh>& meshes,
                                     const std::vector<MeshGroup>& groups,
                                     const Similarity& body_from_file, const std::stop_token& stop)
{
    return Fitting(embedded, meshes, groups, body_from_file, stop).run();
}

bool lies_near(const EmbeddedShapes& embedded, const StructureFit& fit)
{
    if (!fit.trusted || fit.structures.empty())
        return false;
    const SurfaceMoments& ours = embedded.moments(fit.structures.front());
    const float scale = std::cbrt(glm::determinant(fit.user_from_embedded.linear));
    return scale > near_scale && scale < 1 / near_scale &&
           glm::distance(fit.user_from_embedded(ours.middle), ours.middle) < ours.size();
}

}  // namespace tpatlas
