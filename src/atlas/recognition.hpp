// atlas/recognition.hpp: what a lone mesh is, and how it lies on the embedded body.
//
//   Recognition seen = recognise(shapes, mesh, map);
//   if (seen.sure) place(seen.body_from_file, seen.guesses.front());
//
// Its name leaves few structures, or none of them all. Each is tried as the file has it (many files
// keep the whole body's place), upright, and turned by its principal axes; the surfaces' distance
// after the best turn decides. A muscle and its partner on the other side are mirror images: where
// neither name nor place says the side and the shape is nearly its own mirror image, it is asked.
// What would take too long to try (atlas/search_cost.hpp) is not recognised.
//
// Depends on core and domain.
#pragma once

#include "atlas/embedded_shapes.hpp"
#include "atlas/registration.hpp"
#include "atlas/similarity.hpp"

#include <stop_token>
#include <vector>

namespace tpatlas {

struct Recognition {
    std::vector<Guess> guesses;  // the likeliest first
    Similarity body_from_file;   // of the first
    bool sure = false;
};

Recognition recognise(const EmbeddedShapes& embedded, const UserMesh& mesh, const BodyMap& said,
                      std::stop_token stop = {});

}  // namespace tpatlas
