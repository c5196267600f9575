// atlas/group_fits.hpp: an affine for each structure that a user's set and the embedded body have.
//
//   std::vector<StructureFit> fits = fit_groups(shapes, meshes, groups, body_from_file, stop);
//
// Works on all cores. Depends on core and domain.
#pragma once

#include "atlas/embedded_shapes.hpp"
#include "atlas/mesh_groups.hpp"
#include "atlas/registration.hpp"
#include "atlas/similarity.hpp"

#include <stop_token>
#include <vector>

namespace tpatlas {

// One for each group. Of a mesh on which a search would take too long (atlas/search_cost.hpp) none
// is trusted; nor, where the whole set would, of the worst. After a stop they are worth nothing.
std::vector<StructureFit> fit_groups(const EmbeddedShapes& embedded,
                                     const std::vector<UserMesh>& meshes,
                                     const std::vector<MeshGroup>& groups,
                                     const Similarity& body_from_file, const std::stop_token& stop);

// Whether the user's lies about where ours does, and is about as large.
bool lies_near(const EmbeddedShapes& embedded, const StructureFit& fit);

}  // namespace tpatlas
