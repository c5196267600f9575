// atlas/similarity.hpp: maps of space that a registration uses: a similarity (turn, scale, shift,
// perhaps a mirror) for a whole set, an affine for each structure.
//
//   const std::vector<PointPair> pairs{{theirs, ours}, ...};
//   std::optional<Similarity> body_from_file = best_similarity(pairs, false);
//
// Depends on core.
#pragma once

#include <optional>
#include <span>

#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>
#include <glm/vec3.hpp>

namespace tpatlas {

struct Similarity {
    glm::mat3 turn{1};  // orthonormal; its determinant is -1 where it mirrors
    float scale = 1;
    glm::vec3 shift{0};

    glm::vec3 operator()(glm::vec3 p) const { return turn * (scale * p) + shift; }
    bool mirrors() const { return glm::determinant(turn) < 0; }
    Similarity inverse() const;
    bool operator==(const Similarity&) const = default;
};

// First `inner`, then `outer`.
Similarity after(const Similarity& outer, const Similarity& inner);

struct Affine {
    glm::mat3 linear{1};
    glm::vec3 shift{0};

    glm::vec3 operator()(glm::vec3 p) const { return linear * p + shift; }
    Affine inverse() const;
    bool operator==(const Affine&) const = default;
};

struct PointPair {
    glm::vec3 from{0};
    glm::vec3 to{0};
    float weight = 1;
};

// The least sum of squares (Umeyama 1991), among the maps that mirror or among those that do not.
// Nothing where fewer than three pairs, or pairs along one line, leave it open.
std::optional<Similarity> best_similarity(std::span<const PointPair> pairs, bool mirrors);

// The same, where a few pairs may be wrong: those that fit worse than the rest weigh less. `spread`
// is the residual from which a pair counts half.
std::optional<Similarity> robust_similarity(std::span<const PointPair> pairs, bool mirrors,
                                            float spread);

// The median distance between where the pairs are mapped and where they should be.
float median_distance(std::span<const PointPair> pairs, const Similarity& map);

}  // namespace tpatlas
