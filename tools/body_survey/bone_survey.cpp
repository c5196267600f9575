#include "body_survey/bone_survey.hpp"

#include "body/bone_surface.hpp"
#include "body_survey/bone_sections.hpp"
#include "body_survey/bone_symmetry.hpp"
#include "body_survey/closing.hpp"
#include "body_survey/reference.hpp"
#include "body_survey/triangle_tree.hpp"
#include "io/measurement_files.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <optional>

#include <Eigen/Dense>
#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

// Some files hold both sides; ours is the right one.
MeshData right_pieces(const MeshData& mesh)
{
    MeshData right;
    for (const MeshData& piece : pieces_of(mesh))
        if (bounds(piece).centre().x < 0)
            append(right, piece);
    return right;
}

glm::vec3 rounded(glm::vec3 v)
{
    return glm::round(v * 100.0f) / 100.0f;
}

// An axis and an across that is square to it, near the given direction.
SliceFrame frame_along(glm::vec3 axis, glm::vec3 across, glm::vec3 origin)
{
    SliceFrame frame;
    frame.origin = rounded(origin);
    frame.axis = glm::normalize(axis);
    frame.across = glm::normalize(across - frame.axis * glm::dot(across, frame.axis));
    return frame;
}

std::array<glm::vec3, 3> principal_directions(const MeshData& mesh)
{
    Eigen::Vector3d mean = Eigen::Vector3d::Zero();
    for (const glm::vec3& p : mesh.positions)
        mean += Eigen::Vector3d(p.x, p.y, p.z);
    mean /= static_cast<double>(mesh.positions.size());
    Eigen::Matrix3d spread = Eigen::Matrix3d::Zero();
    for (const glm::vec3& p : mesh.positions) {
        const Eigen::Vector3d d = Eigen::Vector3d(p.x, p.y, p.z) - mean;
        spread += d * d.transpose();
    }
    const Eigen::SelfAdjointEigenSolver<Eigen::Matrix3d> solver(spread);
    std::array<glm::vec3, 3> directions{};
    for (int i = 0; i < 3; ++i) {
        Eigen::Vector3d v = solver.eigenvectors().col(2 - i);
        Eigen::Index largest = 0;
        v.cwiseAbs().maxCoeff(&largest);
        if (v(largest) < 0)  // the solver's sign is not ours to rely on
            v = -v;
        directions[static_cast<std::size_t>(i)] = {v(0), v(1), v(2)};
    }
    return directions;
}

// Axes worth trying. A midline bone's lie in the plane of symmetry, with across = x.
std::vector<SliceFrame> candidate_frames(const MeshData& closed, bool midline)
{
    const glm::vec3 centre = bounds(closed).centre();
    std::vector<SliceFrame> frames;
    if (midline) {
        for (int i = 0; i < 8; ++i) {
            const float angle = std::numbers::pi_v<float> * static_cast<float>(i) / 8;
            frames.push_back(frame_along({0, std::cos(angle), std::sin(angle)}, {1, 0, 0},
                                         {0, centre.y, centre.z}));
        }
        return frames;
    }
    const std::array<glm::vec3, 3> main = principal_directions(closed);
    const std::array<glm::vec3, 8> axes{main[0],           main[1],          {1, 0, 0},
                                        {0, 1, 0},         {0, 0, 1},        main[0] + main[1],
                                        main[0] - main[1], main[0] + main[2]};
    for (const glm::vec3& axis : axes) {
        const glm::vec3 a = glm::normalize(axis);
        frames.push_back(
            frame_along(a, std::abs(a.x) < 0.8f ? glm::vec3(1, 0, 0) : glm::vec3(0, 0, 1), centre));
    }
    return frames;
}

SurfaceError error_of(const MeshData& rebuilt, const MeshData& closed, std::size_t samples)
{
    if (rebuilt.triangles.empty())
        return {1e3, 1e3, 1e3, 0};
    return surface_error(rebuilt, closed, samples);
}

// Enough to rank axes by: means of a few distances both ways, the reference's tree being kept.
double rough_badness(const MeshData& rebuilt, const MeshData& closed,
                     const TriangleTree& closed_tree)
{
    if (rebuilt.triangles.empty())
        return 1e3;
    const auto mean = [](const MeshData& from, const TriangleTree& to) {
        double sum = 0;
        const std::vector<glm::vec3> samples = surface_samples(from, 3000);
        for (const glm::vec3& p : samples)
            sum += static_cast<double>(to.nearest(p).distance_mm);
        return sum / static_cast<double>(samples.size());
    };
    return std::max(mean(rebuilt, closed_tree), mean(closed, TriangleTree(rebuilt)));
}

// The mean counts, and so does what is far off.
double badness(const SurfaceError& error)
{
    return error.worse_mean_mm() + 0.15 * error.p95;
}

}  // namespace

Result<PreparedBone> prepare_bone(const BoneSpec& spec, const std::filesystem::path& reference)
{
    const Result<std::filesystem::path> file = find_reference(reference, *spec.entry.fma);
    if (!file)
        return file.faults();
    const Result<MeshData> loaded = load_reference_mesh(file.value());
    if (!loaded)
        return loaded.faults();
    MeshData mesh = welded(loaded.value(), 1e-3f);
    if (!spec.entry.midline)
        mesh = right_pieces(mesh);
    ClosingOptions closing;
    closing.radius_mm = spec.closing_mm;
    closing.voxel_mm = spec.voxel_mm;
    closing.thicken_mm = spec.thicken_mm;
    PreparedBone prepared;
    prepared.closed = close_surface(mesh, closing);
    if (prepared.closed.triangles.empty())
        return Error{file.value().filename().string(), "has no surface left after closing",
                     "choose a smaller closing radius in the manifest"};
    if (spec.entry.midline) {
        const MidlineFit fit = fit_midline(prepared.closed, spec.entry.kind == StructureKind::bone);
        prepared.off_midline_mm = static_cast<float>(fit.x_at(fit.centre.x, fit.centre.y));
        prepared.closed = made_symmetric(prepared.closed, fit);
    } else if (spec.border_hold_mm > 0) {
        prepared.closed = with_border_on_midline(prepared.closed, spec.border_hold_mm);
    }
    return prepared;
}

SurfaceError bone_error(const BoneTable& table, const PreparedBone& prepared, std::size_t samples)
{
    return error_of(bone_surface(table), prepared.closed, samples);
}

Result<BoneSurvey> survey_bone(const BoneSpec& spec, const std::filesystem::path& reference)
{
    const Result<PreparedBone> prepared = prepare_bone(spec, reference);
    if (!prepared)
        return prepared.faults();
    const MeshData& closed = prepared.value().closed;
    const bool midline = spec.entry.midline;

    // Which axis, roughly; then how fine the contours of the best, finely.
    BoneSurfaceOptions rough;
    rough.step_mm = 1.1f;
    rough.tolerance_mm = 0;
    std::optional<DenseSections> best_dense;
    double best = 1e9;
    const TriangleTree closed_tree(closed);
    for (const SliceFrame& frame : candidate_frames(closed, midline)) {
        DenseSections dense(closed, midline, frame);
        const BoneTable table = dense.chosen(spec.entry, {});
        const double bad = rough_badness(bone_surface(table, rough), closed, closed_tree);
        if (bad < best) {
            best = bad;
            best_dense = std::move(dense);
        }
    }
    BoneSurvey survey;
    survey.off_midline_mm = prepared.value().off_midline_mm;
    best = 1e9;
    for (const float contour_mm : {0.4f, 0.25f, 0.17f, 0.1f}) {
        SectionBudget budget;
        budget.contour_mm = contour_mm;
        const BoneTable table = io::rounded(best_dense->chosen(spec.entry, budget));
        const SurfaceError error = bone_error(table, prepared.value());
        // A simpler table wins unless the finer one is plainly better.
        if (badness(error) < 0.9 * best) {
            best = badness(error);
            survey.table = table;
            survey.error = error;
        }
    }
    if (survey.table.sections.empty())
        return Error{spec.entry.name, "no sections were found", "look at its reference mesh"};
    return survey;
}

}  // namespace tpatlas
