#include "atlas/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <Eigen/LU>
#include <Eigen/SVD>
#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

Eigen::Vector3d to_eigen(glm::vec3 v)
{
    return {v.x, v.y, v.z};
}

glm::vec3 to_glm(const Eigen::Vector3d& v)
{
    return {static_cast<float>(v.x()), static_cast<float>(v.y()), static_cast<float>(v.z())};
}

// Below this share of the largest, a second singular value means points along a line.
constexpr double flat = 1e-4;

}  // namespace

Similarity Similarity::inverse() const
{
    Similarity back;
    back.turn = glm::transpose(turn);
    back.scale = 1 / scale;
    back.shift = -(back.turn * shift) * back.scale;
    return back;
}

Similarity after(const Similarity& outer, const Similarity& inner)
{
    return {outer.turn * inner.turn, outer.scale * inner.scale, outer(inner.shift)};
}

Affine Affine::inverse() const
{
    const glm::mat3 back = glm::inverse(linear);
    return {back, -(back * shift)};
}

std::optional<Similarity> best_similarity(std::span<const PointPair> pairs, bool mirrors)
{
    if (pairs.size() < 3)
        return std::nullopt;
    double weight = 0;
    Eigen::Vector3d from(0, 0, 0), to(0, 0, 0);
    for (const PointPair& pair : pairs) {
        weight += static_cast<double>(pair.weight);
        from += pair.weight * to_eigen(pair.from);
        to += pair.weight * to_eigen(pair.to);
    }
    from /= weight;
    to /= weight;
    Eigen::Matrix3d covariance = Eigen::Matrix3d::Zero();
    double spread = 0;
    for (const PointPair& pair : pairs) {
        const Eigen::Vector3d a = to_eigen(pair.from) - from;
        covariance += pair.weight * (to_eigen(pair.to) - to) * a.transpose();
        spread += static_cast<double>(pair.weight) * a.squaredNorm();
    }
    const Eigen::JacobiSVD<Eigen::Matrix3d> svd(covariance,
                                                Eigen::ComputeFullU | Eigen::ComputeFullV);
    const Eigen::Vector3d values = svd.singularValues();
    if (!(values[1] > flat * values[0]) || !(spread > 0))
        return std::nullopt;
    Eigen::Vector3d signs(1, 1, 1);
    const bool turns_over = svd.matrixU().determinant() * svd.matrixV().determinant() < 0;
    if (turns_over != mirrors)
        signs[2] = -1;
    const Eigen::Matrix3d turn = svd.matrixU() * signs.asDiagonal() * svd.matrixV().transpose();
    const double scale = values.dot(signs) / spread;
    if (!(scale > 0))
        return std::nullopt;
    Similarity best;
    for (int c = 0; c < 3; ++c)
        best.turn[c] = to_glm(turn.col(c));
    best.scale = static_cast<float>(scale);
    best.shift = to_glm(to - scale * (turn * from));
    return best;
}

std::optional<Similarity> robust_similarity(std::span<const PointPair> pairs, bool mirrors,
                                            float spread)
{
    std::vector<PointPair> weighed(pairs.begin(), pairs.end());
    std::optional<Similarity> best = best_similarity(weighed, mirrors);
    for (int i = 0; best && i < 12; ++i) {
        // Begins wide, so that one wrong pair does not decide which others count.
        const float width = std::max(spread, 2 * median_distance(pairs, *best));
        for (std::size_t k = 0; k < weighed.size(); ++k) {
            const float off = glm::distance((*best)(pairs[k].from), pairs[k].to) / width;
            weighed[k].weight = pairs[k].weight / (1 + off * off);
        }
        best = best_similarity(weighed, mirrors);
    }
    return best;
}

float median_distance(std::span<const PointPair> pairs, const Similarity& map)
{
    std::vector<float> off;
    for (const PointPair& pair : pairs)
        off.push_back(glm::distance(map(pair.from), pair.to));
    if (off.empty())
        return 0;
    const auto middle = off.begin() + static_cast<std::ptrdiff_t>(off.size() / 2);
    std::nth_element(off.begin(), middle, off.end());
    return *middle;
}

}  // namespace tpatlas
