// body/muscle_surface.hpp: a muscle's surface from its table.
//
//   const MeshData surface = muscle_surface(table);              // all stacks
//   const MeshData slip = muscle_stack_surface(table.stacks[2]);
//
// The surface is closed (each stack by itself), winds outward and has normals and fibre
// coordinates. Vertices are joined by position and (u, v): the seam on the deep face (v = -0.5 and
// 0.5) and the ridge at each end keep vertices of their own for each value, with equal positions
// and normals. As the table: the right side. Depends on core, domain.
#pragma once

#include "core/mesh_data.hpp"
#include "domain/measurements.hpp"

namespace tpatlas
{

struct MuscleSurfaceOptions {
    float along_mm = 9.0f;  // wanted edge length along the fibres
    float around_mm = 5.5f; // and across; a ring has at least one vertex a point of its table
    int least_around = 14;  // vertices of a ring: thin muscles are round too
    int most_around = 72;
};

MeshData muscle_stack_surface(const MuscleStack& stack, const MuscleSurfaceOptions& options = {});

// The stacks one after another, in the table's order.
MeshData muscle_surface(const MuscleTable& table, const MuscleSurfaceOptions& options = {});

} // namespace tpatlas
