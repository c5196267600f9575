// atlas/recognition.hpp: what a lone mesh is, and how it lies on the embedded body.
//
//   Recognition seen = recognise(shapes, mesh, map);
//   if (seen.sure) place(seen.body_from_file, seen.guesses.front());
//
// Its name leaves few structures, or none of them all. Each is tried as the file has it (many files
// keep the whole body's place), upright, and turned by its principal axes; the surfaces' distance
// after the best turn decides. A muscle and its partner on the other side are mirror images: where
// neither name nor place says the side and the shape is nearly its own mirror image, it is asked.
//
// Depends on core and domain.
#pragma once

#include "atlas/embedded_shapes.hpp"
#include "atlas/registration.hpp"
#include "atlas/shape_fit.hpp"

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

// The structures of the embedded body that the names mean on a side; midline ones on any. Empty
// where it lacks one of them.
std::vector<std::uint32_t> numbers_of(const Body& body, const std::vector<std::string>& names,
                                      Side side);

// From a file's unit and axes: y up is as ours, z up is turned to (x, z, -y).
Similarity convention(float unit_mm, UpAxis up, bool mirrored);

}  // namespace tpatlas
