// atlas/shape_fit.hpp: lays one surface on another by its shape (iterated nearest places).
//
//   SimilarityFit rough = fit_similarity(Sampled(ours, 60), Sampled(theirs, 60), start, 8);
//   AffineFit fine = fit_affine(ours, theirs_in_body_frame, {});
//
// Both ways count: ours on theirs and theirs on ours, so that neither shrinks into a part of the
// other. Places whose surfaces face opposite ways do not belong together; those that fit much worse
// than the rest weigh less. `stop` is asked at each step; what comes back then is worth nothing.
// Depends on core.
#pragma once

#include "atlas/surface_shape.hpp"
#include "atlas/similarity.hpp"

#include <cstddef>
#include <stop_token>
#include <vector>

namespace tpatlas {

// Borrows the shape.
struct Sampled {
    Sampled(const SurfaceShape& of, std::size_t count) : shape(of), samples(of.samples(count)) {}

    const SurfaceShape& shape;
    std::vector<SurfaceSample> samples;
};

struct SimilarityFit {
    Similarity ours_from_theirs;
    float off = 0;  // root mean square distance, in our units, both ways
};

// From a start that is roughly right; `steps` at most.
SimilarityFit fit_similarity(const Sampled& ours, const Sampled& theirs, const Similarity& start,
                             int steps, const std::stop_token& stop = {});

struct AffineFit {
    Affine theirs_from_ours;
    float median_mm = 0;  // distance between the surfaces, both ways
    float worst_mm = 0;   // of 95 %
};

// `theirs` lies in the body frame. The affine stays near the identity where the surfaces leave it
// open: along the length of a strap, about the axis of a spindle.
AffineFit fit_affine(const SurfaceShape& ours, const SurfaceShape& theirs, const Affine& start,
                     const std::stop_token& stop = {});

}  // namespace tpatlas
