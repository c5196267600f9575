#include "body_survey/muscle_fit.hpp"

#include "body/muscle_spline.hpp"
#include "body/muscle_surface.hpp"
#include "body_survey/distance.hpp"
#include "body_survey/triangle_tree.hpp"
#include "io/measurement_files.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>

#include <glm/geometric.hpp>

namespace tpatlas
{
namespace
{

// The pull of both surfaces on each of the stack's points.
struct Pulls {
    std::vector<glm::vec3> sums;
    std::vector<float> weights;

    // A pull felt at (u, v) is shared by the four points around.
    void add(const MuscleStack& stack, glm::vec2 fibre, glm::vec3 pull)
    {
        const auto& sections = stack.sections;
        const std::size_t n = sections.front().points.size();
        std::size_t i = 0;
        while (i + 2 < sections.size() && sections[i + 1].u <= fibre.x)
            ++i;
        const float t =
            std::clamp((fibre.x - sections[i].u) / (sections[i + 1].u - sections[i].u), 0.0f, 1.0f);
        const float around = (fibre.y - std::floor(fibre.y)) * static_cast<float>(n);
        const auto k = std::min(static_cast<std::size_t>(around), n - 1);
        const float s = around - static_cast<float>(k);
        const auto share = [&](std::size_t row, std::size_t column, float weight) {
            sums[row * n + column % n] += weight * pull;
            weights[row * n + column % n] += weight;
        };
        share(i, k, (1 - t) * (1 - s));
        share(i, k + 1, (1 - t) * s);
        share(i + 1, k, t * (1 - s));
        share(i + 1, k + 1, t * s);
    }
};

glm::vec2 fibre_at(const MeshData& mesh, const Triangle& t, glm::vec3 p)
{
    const glm::vec3 a = mesh.positions[t.x];
    const glm::vec3 ab = mesh.positions[t.y] - a, ac = mesh.positions[t.z] - a, ap = p - a;
    const float bb = glm::dot(ab, ab), bc = glm::dot(ab, ac), cc = glm::dot(ac, ac);
    const float pb = glm::dot(ap, ab), pc = glm::dot(ap, ac);
    const float area = bb * cc - bc * bc;
    if (area <= 0)
        return mesh.fibres[t.x];
    const float s = (cc * pb - bc * pc) / area, r = (bb * pc - bc * pb) / area;
    return (1 - s - r) * mesh.fibres[t.x] + s * mesh.fibres[t.y] + r * mesh.fibres[t.z];
}

struct Target {
    const MeshData& closed;
    TriangleTree tree;
    std::vector<glm::vec3> samples;

    explicit Target(const MeshData& mesh)
        : closed(mesh), tree(mesh), samples(surface_samples(mesh, sample_count(mesh)))
    {
    }

    // One a square millimetre; more than 6000 do not make the fit better.
    static std::size_t sample_count(const MeshData& mesh)
    {
        return static_cast<std::size_t>(std::clamp(area_mm2(mesh), 1000.0, 6000.0));
    }
};

// One step of a least-squares fit: each point goes by the mean of the pulls on it.
void pull_once(MuscleStack& stack, const Target& target)
{
    const MeshData surface = muscle_stack_surface(stack);
    const TriangleTree tree(surface);
    const std::size_t n = stack.sections.front().points.size();
    Pulls pulls{std::vector<glm::vec3>(stack.sections.size() * n, glm::vec3(0)),
                std::vector<float>(stack.sections.size() * n, 0.0f)};
    for (const glm::vec3& sample : target.samples) {
        const NearestPoint hit = tree.nearest(sample);
        pulls.add(stack, fibre_at(surface, surface.triangles[hit.triangle], hit.point),
                  sample - hit.point);
    }
    for (std::size_t i = 0; i < surface.positions.size(); ++i) {
        const glm::vec3 p = surface.positions[i];
        pulls.add(stack, surface.fibres[i], target.tree.nearest(p).point - p);
    }
    for (std::size_t i = 0; i < stack.sections.size(); ++i)
        for (std::size_t k = 0; k < n; ++k)
            if (const float weight = pulls.weights[i * n + k]; weight > 1e-3f)
                stack.sections[i].points[k] += 1.2f * pulls.sums[i * n + k] / weight;
}

// What decides between two fits of one muscle.
double misfit(const MuscleStack& stack, const Target& target)
{
    return surface_error(muscle_stack_surface(stack), target.closed, target.samples.size())
        .worse_mean_mm();
}

// Points slide along their rings until lines along the fibres run straighter: the fit has moved
// each by itself. The two edges hardly move, since the form is sharpest there.
void slide_straight(MuscleStack& stack)
{
    constexpr int passes = 12, finer = 12;
    const std::size_t n = stack.sections.front().points.size();
    const RingSpline spline(n, finer);
    std::vector<std::vector<glm::vec3>> dense;
    std::vector<std::vector<float>> at(stack.sections.size(), std::vector<float>(n));
    for (std::size_t i = 0; i < stack.sections.size(); ++i) {
        dense.push_back(spline.sampled(stack.sections[i].points));
        for (std::size_t k = 0; k < n; ++k)
            at[i][k] = static_cast<float>(k * finer);
    }
    const auto place = [&](std::size_t i, float where) {
        const auto size = static_cast<float>(n * finer);
        const float s = where - std::floor(where / size) * size;
        const auto j = static_cast<std::size_t>(s) % (n * finer);
        return glm::mix(dense[i][j], dense[i][(j + 1) % (n * finer)], s - std::floor(s));
    };
    for (int pass = 0; pass < passes; ++pass)
        for (std::size_t i = 1; i + 1 < stack.sections.size(); ++i)
            for (std::size_t k = 0; k < n; ++k) {
                const glm::vec3 a = place(i - 1, at[i - 1][k]), b = place(i + 1, at[i + 1][k]);
                const glm::vec3 here = place(i, at[i][k]);
                const float from = glm::distance(a, here), to = glm::distance(b, here);
                const glm::vec3 wanted = glm::mix(a, b, from / std::max(from + to, 1e-6f));
                const glm::vec3 ahead = place(i, at[i][k] + 1) - place(i, at[i][k] - 1);
                const float step = 2 * glm::dot(wanted - here, ahead) /
                                   std::max(glm::dot(ahead, ahead), 1e-6f);
                const bool edge = 4 * k == n || 4 * k == 3 * n;
                const float home = static_cast<float>(k * finer);
                const float reach = edge ? 0.1f * finer : 0.4f * finer;
                at[i][k] = std::clamp(at[i][k] + 0.5f * step, home - reach, home + reach);
            }
    for (std::size_t i = 0; i < stack.sections.size(); ++i)
        for (std::size_t k = 0; k < n; ++k)
            stack.sections[i].points[k] = place(i, at[i][k]);
}

MuscleStack stack_of(const std::vector<LevelRing>& rings, const std::vector<std::size_t>& chosen,
                     std::size_t points, float crowding)
{
    MuscleStack stack;
    for (const std::size_t i : chosen)
        stack.sections.push_back({rings[i].u, resampled(rings[i], points, crowding)});
    return stack;
}

} // namespace

std::vector<std::size_t> best_sections(const std::vector<std::vector<glm::vec3>>& rings,
                                       std::size_t count)
{
    const std::size_t n = rings.size();
    assert(n >= 2);
    count = std::clamp<std::size_t>(count, 2, n);
    // Squared distance of the rings between i and j from the straight course from i to j.
    const auto gap = [&rings](std::size_t i, std::size_t j) {
        double sum = 0;
        for (std::size_t k = i + 1; k < j; ++k) {
            const float t = static_cast<float>(k - i) / static_cast<float>(j - i);
            for (std::size_t p = 0; p < rings[k].size(); ++p) {
                const glm::vec3 d = rings[i][p] * (1 - t) + rings[j][p] * t - rings[k][p];
                sum += static_cast<double>(glm::dot(d, d));
            }
        }
        return sum;
    };
    constexpr double far = std::numeric_limits<double>::infinity();
    std::vector<std::vector<double>> cost(count, std::vector<double>(n, far));
    std::vector<std::vector<std::size_t>> from(count, std::vector<std::size_t>(n, 0));
    cost[0][0] = 0;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = i + 1; j < n; ++j) {
            const double step = gap(i, j);
            for (std::size_t c = 1; c < count; ++c)
                if (cost[c - 1][i] + step < cost[c][j]) {
                    cost[c][j] = cost[c - 1][i] + step;
                    from[c][j] = i;
                }
        }
    std::vector<std::size_t> chosen{n - 1};
    for (std::size_t c = count - 1; c > 0; --c)
        chosen.push_back(from[c][chosen.back()]);
    std::reverse(chosen.begin(), chosen.end());
    return chosen;
}

MuscleStack fitted_stack(const std::vector<LevelRing>& rings, const MeshData& closed,
                         std::size_t most_numbers)
{
    assert(rings.size() >= 6);
    std::vector<std::vector<glm::vec3>> even;
    for (const LevelRing& ring : rings)
        even.push_back(resampled(ring, 16, 0.3f));
    const Target target(closed);
    MuscleStack best;
    double best_misfit = std::numeric_limits<double>::infinity();
    for (const std::size_t points : {10u, 12u, 14u, 16u, 20u})
        for (const float crowding : {0.0f, 0.6f}) {
            const std::vector<std::size_t> chosen =
                best_sections(even, most_numbers / (1 + 3 * points));
            MuscleStack stack = stack_of(rings, chosen, points, crowding);
            for (int pass = 0; pass < 4; ++pass)
                pull_once(stack, target);
            if (const double value = misfit(stack, target); value < best_misfit) {
                best_misfit = value;
                best = std::move(stack);
            }
        }
    for (int pass = 0; pass < 8; ++pass) {
        MuscleStack next = best;
        pull_once(next, target);
        if (const double value = misfit(next, target); value < best_misfit) {
            best_misfit = value;
            best = std::move(next);
        } else {
            break;
        }
    }
    MuscleStack straight = best;
    for (int pass = 0; pass < 2; ++pass) {
        slide_straight(straight);
        pull_once(straight, target);
    }
    // Straight lines are worth a few hundredths of a millimetre.
    if (misfit(straight, target) < 1.15 * best_misfit + 0.02)
        best = std::move(straight);
    return io::rounded(MuscleTable{{}, {best}}).stacks.front();
}

} // namespace tpatlas
