// atlas/search_cost.hpp: whether places on a mesh can be searched for in good time.
//
//   if (search_cost(mesh) > most_search_cost) ... no surface: it is not laid on anything
//
// A search for the nearest place passes over all triangles whose boxes lie farther off. Of a
// surface few do not; where thousands of long triangles lie across one another each search has to
// look at all of them, and a fit makes thousands of searches. Counted, not timed: it says the same
// on any machine. Depends on core.
#pragma once

#include "core/mesh_data.hpp"

namespace tpatlas {

// Of what is fitted: surfaces have less than a tenth of it.
constexpr float most_search_cost = 500;

// The triangles that a search from near the mesh has to look at, in the mean; 0 without an area.
float search_cost(const MeshData& mesh);

}  // namespace tpatlas
