#include "atlas/shape_fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <Eigen/Cholesky>
#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr std::size_t affine_samples = 100;
constexpr int affine_steps = 14;
constexpr float along_weight = 0.03f;   // of a pair's distance along the surface
constexpr int unknowns = 12;
constexpr float stiffness = 0.01f;      // of the affine's departure from the identity

// A place of ours, where it should come to lie, and the surface's normal there.
struct Match {
    glm::vec3 ours{0};
    glm::vec3 theirs{0};
    glm::vec3 normal{0};
    float weight = 1;
};

float quantile(std::vector<float> values, double share)
{
    if (values.empty())
        return 0;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(
                                         share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

glm::vec3 unit(glm::vec3 v)
{
    const float length = glm::length(v);
    return length > 0 ? v / length : v;
}

// Tukey's biweight on what is far beyond the rest.
void weigh(std::vector<Match>& matches, const std::vector<float>& off, float least)
{
    const float width = std::max(least, 4 * quantile(off, 0.5));
    for (std::size_t i = 0; i < matches.size(); ++i) {
        const float share = off[i] / width;
        const float kept = share < 1 ? 1 - share * share : 0;
        matches[i].weight *= kept * kept;
    }
}

// The nearest of the same places again and again, as they move little by little.
class Following {
public:
    Following(const SurfaceShape& on, std::size_t places)
        : on_(on), rows_(places, NearestInRow(on))
    {
    }

    SurfaceSample nearest(std::size_t place, glm::vec3 at)
    {
        return on_.sample_at(rows_[place].next(at));
    }

private:
    const SurfaceShape& on_;
    std::vector<NearestInRow> rows_;
};

// Places of each surface and what they meet on the other.
struct Searches {
    const std::vector<SurfaceSample>& our_samples;
    const std::vector<SurfaceSample>& their_samples;
    Following on_theirs;
    Following on_ours;
};

std::vector<Match> matches_under(const Affine& map, Searches& searches)
{
    std::vector<Match> matches;
    std::vector<float> off;
    const Affine back = map.inverse();
    const glm::mat3 normals = glm::transpose(back.linear);
    const auto take = [&](Match match, glm::vec3 facing) {
        match.weight = glm::dot(match.normal, facing) < 0 ? 0.0f : 1.0f;
        off.push_back(glm::distance(map(match.ours), match.theirs));
        matches.push_back(match);
    };
    for (std::size_t i = 0; i < searches.our_samples.size(); ++i) {
        const SurfaceSample& s = searches.our_samples[i];
        const SurfaceSample hit = searches.on_theirs.nearest(i, map(s.position));
        take({s.position, hit.position, hit.normal}, unit(normals * s.normal));
    }
    for (std::size_t i = 0; i < searches.their_samples.size(); ++i) {
        const SurfaceSample& s = searches.their_samples[i];
        const SurfaceSample hit = searches.on_ours.nearest(i, back(s.position));
        take({hit.position, s.position, unit(normals * hit.normal)}, s.normal);
    }
    weigh(matches, off, 1.0f);
    return matches;
}

// The affine that fits the matches best, about `middle`.
Affine solved(const std::vector<Match>& matches, glm::vec3 middle, float size)
{
    // Plain loops over a matrix of no fixed size: Eigen unrolls one of 12 for minutes of compiling.
    using Row = std::array<double, unknowns>;
    Eigen::MatrixXd a = Eigen::MatrixXd::Zero(unknowns, unknowns);
    Eigen::VectorXd b = Eigen::VectorXd::Zero(unknowns);
    double weight = 0;
    const auto add = [&](const Row& row, double value, double w) {
        for (int i = 0; i < unknowns; ++i) {
            const double wi = w * row[static_cast<std::size_t>(i)];
            for (int j = 0; j <= i; ++j)
                a(i, j) += wi * row[static_cast<std::size_t>(j)];
            b[i] += wi * value;
        }
    };
    for (const Match& m : matches) {
        weight += static_cast<double>(m.weight);
        const glm::vec3 d = (m.ours - middle) / size;
        const auto row_of = [&](glm::vec3 n) {
            Row row{};
            for (int i = 0; i < 3; ++i) {  // shift, then the columns of the linear part
                row[static_cast<std::size_t>(i)] = n[i];
                for (int c = 0; c < 3; ++c)
                    row[static_cast<std::size_t>(3 + 3 * c + i)] = n[i] * d[c];
            }
            return row;
        };
        const glm::vec3 wanted = m.theirs - middle;
        add(row_of(m.normal), glm::dot(m.normal, wanted), m.weight);
        for (int i = 0; i < 3; ++i) {
            glm::vec3 axis(0);
            axis[i] = 1;
            add(row_of(axis), wanted[i], m.weight * along_weight);
        }
    }
    for (int c = 0; c < 3; ++c)
        for (int i = 0; i < 3; ++i) {
            const int at = 3 + 3 * c + i;
            a(at, at) += static_cast<double>(stiffness) * weight;
            b[at] += static_cast<double>(stiffness) * weight * (c == i ? static_cast<double>(size) : 0.0);
        }
    const Eigen::VectorXd x = a.selfadjointView<Eigen::Lower>().ldlt().solve(b);
    Affine best;
    for (int c = 0; c < 3; ++c)
        for (int i = 0; i < 3; ++i)
            best.linear[c][i] = static_cast<float>(x[3 + 3 * c + i]) / size;
    best.shift = middle + glm::vec3(x[0], x[1], x[2]) - best.linear * middle;
    return best;
}

float change(const Affine& from, const Affine& to, glm::vec3 middle, float size)
{
    float most = glm::distance(from(middle), to(middle));
    for (int i = 0; i < 3; ++i) {
        glm::vec3 at = middle;
        at[i] += size;
        most = std::max(most, glm::distance(from(at), to(at)));
    }
    return most;
}

std::vector<float> distances(const Affine& map, Searches& searches)
{
    std::vector<float> off;
    const Affine back = map.inverse();
    for (std::size_t i = 0; i < searches.our_samples.size(); ++i) {
        const glm::vec3 at = map(searches.our_samples[i].position);
        off.push_back(glm::distance(at, searches.on_theirs.nearest(i, at).position));
    }
    for (std::size_t i = 0; i < searches.their_samples.size(); ++i) {
        const glm::vec3 at = searches.their_samples[i].position;
        off.push_back(glm::distance(at, map(searches.on_ours.nearest(i, back(at)).position)));
    }
    return off;
}

}  // namespace

SimilarityFit fit_similarity(const Sampled& ours, const Sampled& theirs, const Similarity& start,
                             int steps, const std::stop_token& stop)
{
    SimilarityFit fit{start, 0};
    for (int step = 0;; ++step) {
        const Similarity& map = fit.ours_from_theirs;
        const Similarity back = map.inverse();
        std::vector<PointPair> pairs;
        double sum = 0;
        for (const SurfaceSample& s : theirs.samples) {
            const SurfaceSample hit = ours.shape.nearest(map(s.position));
            pairs.push_back({s.position, hit.position, 1});
        }
        for (const SurfaceSample& s : ours.samples) {
            const SurfaceSample hit = theirs.shape.nearest(back(s.position));
            pairs.push_back({hit.position, s.position, 1});
        }
        for (const PointPair& pair : pairs) {
            const float off = glm::distance(map(pair.from), pair.to);
            sum += static_cast<double>(off) * static_cast<double>(off);
        }
        fit.off = static_cast<float>(std::sqrt(sum / static_cast<double>(pairs.size())));
        if (step == steps || stop.stop_requested())
            return fit;
        const std::optional<Similarity> next = best_similarity(pairs, map.mirrors());
        if (!next)
            return fit;
        fit.ours_from_theirs = *next;
    }
}

AffineFit fit_affine(const SurfaceShape& ours, const SurfaceShape& theirs, const Affine& start,
                     const std::stop_token& stop)
{
    const std::vector<SurfaceSample> our_samples = ours.samples(affine_samples);
    const std::vector<SurfaceSample> their_samples = theirs.samples(affine_samples);
    Searches searches{our_samples, their_samples, Following(theirs, our_samples.size()),
                      Following(ours, their_samples.size())};
    const glm::vec3 middle = ours.moments().middle;
    const float size = std::max(1.0f, ours.moments().size());
    AffineFit fit;
    fit.theirs_from_ours = start;
    for (int step = 0; step < affine_steps && !stop.stop_requested(); ++step) {
        const Affine next = solved(matches_under(fit.theirs_from_ours, searches), middle, size);
        const float moved = change(fit.theirs_from_ours, next, middle, size);
        if (!std::isfinite(moved) || glm::determinant(next.linear) < 0.1f)
            break;  // it collapses: what stands so far is better
        fit.theirs_from_ours = next;
        if (moved < 0.01f)
            break;
    }
    const std::vector<float> off = distances(fit.theirs_from_ours, searches);
    fit.median_mm = quantile(off, 0.5);
    fit.worst_mm = quantile(off, 0.95);
    return fit;
}

}  // namespace tpatlas
