// tools/body_survey/closing.hpp: the closed outer surface of a reference mesh.
//
//   const MeshData closed = close_surface(mesh);
//
// The reference meshes are heaps of separate fibre strips, with inner walls and holes. Closing
// (dilate, fill, erode) turns them into solids whose surface is the one that errors are measured
// against. The same input gives the same output. Depends on core and OpenVDB.
#pragma once

#include "core/mesh_data.hpp"

#include <functional>
#include <vector>

namespace tpatlas
{

struct ClosingOptions {
    float voxel_mm = 0.8f;
    float radius_mm = 3.0f;        // gaps narrower than twice this are bridged
    float min_piece_share = 0.05f; // pieces with less of the whole volume are dropped
    float thicken_mm = 0.25f;      // keeps sheets that were drawn without thickness
    int smoothing = 2;             // passes of volume-keeping smoothing (Taubin 1995)
};

// Closed, outward-winding, every cavity filled. Empty where nothing is left.
MeshData close_surface(const MeshData& mesh, const ClosingOptions& options = {});

// The part of a closed surface where `beyond` is not above 0, closed at the cut. `beyond` should
// change by about as much as the place does, both in millimetres.
MeshData cut_surface(const MeshData& closed, const std::function<float(glm::vec3)>& beyond,
                     float voxel_mm = 0.8f);

// The part on the side of the plane to which `normal` points.
MeshData cut_surface(const MeshData& closed, glm::vec3 point, glm::vec3 normal,
                     float voxel_mm = 0.8f);

// The connected pieces of a mesh (joined by shared vertices), largest volume first.
std::vector<MeshData> pieces_of(const MeshData& mesh);

// Of a mesh's connected pieces those that come nearest to the places, one or more, as one mesh.
MeshData pieces_nearest(const MeshData& mesh, const std::vector<glm::vec3>& places);

// Smoothing that does not shrink: each pass is one step in and one step out.
void smooth_surface(MeshData& mesh, int passes);

} // namespace tpatlas
