// atlas/file_frame.hpp: from the frame that a file is written in to the body's.
//
//   const Similarity body_from_file = convention(1000, UpAxis::z, false);   // metres, z up
//   move(mesh, body_from_file);
//
// Depends on core and domain.
#pragma once

#include "atlas/similarity.hpp"
#include "core/mesh_data.hpp"
#include "domain/body_map.hpp"

namespace tpatlas {

// From a file's unit and axes: y up is as ours, z up is turned to (x, z, -y).
Similarity convention(float unit_mm, UpAxis up, bool mirrored);

// A mirrored mesh is wound anew, so that it still faces outward. Normals are dropped.
void move(MeshData& mesh, const Similarity& map);

}  // namespace tpatlas
