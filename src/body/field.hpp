// body/field.hpp: dense grids of signed distances, and what one does with them.
//
//   FieldGrid grid = FieldGrid::covering(box, 2.0f);
//   FieldGrid skin = closed_by(points, grid, 18.0f, {.fill_slices = true});
//   blur(skin, 4.0f);
//   float d = sample_smooth(skin, {60, 1400, 80});   // negative inside
//
// Millimetres; negative inside, positive outside. A grid whose first x is 0 stands for a shape
// that is its own mirror image in x = 0: blurs and samples look into the mirror there, fills never
// start there. Values in, values out, no state; two threads inside, with the same result always.
#pragma once

#include "core/box.hpp"
#include "core/mesh_data.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas::body {

struct FieldGrid {
    glm::ivec3 size{0};
    glm::vec3 origin{0};
    float step_mm = 1;
    std::vector<float> values;  // x fastest, then y, then z

    // Nodes on multiples of the step, wide enough for the box; filled with `value`.
    static FieldGrid covering(const Box& box, float step_mm, float value = 0);

    std::size_t index(int i, int j, int k) const
    {
        return (static_cast<std::size_t>(k) * size.y + j) * size.x + i;
    }
    std::array<std::size_t, 3> strides() const
    {
        const auto nx = static_cast<std::size_t>(size.x);
        return {1, nx, nx * static_cast<std::size_t>(size.y)};
    }
    glm::vec3 position(int i, int j, int k) const { return origin + glm::vec3(i, j, k) * step_mm; }
    bool mirrored_at_x0() const { return origin.x == 0; }
    Box box() const { return {origin, position(size.x - 1, size.y - 1, size.z - 1)}; }
};

// Points on every triangle at most `spacing_mm` apart, and the vertices; always the same ones.
std::vector<glm::vec3> sampled(const MeshData& mesh, float spacing_mm);

// Distance from every node to the nearest of the points, which are taken at the centre of gravity
// that they have in their cell: for a densely sampled surface off by less than half a step.
// Infinite where there are no points at all.
FieldGrid distance_to(const std::vector<glm::vec3>& points, const FieldGrid& like);

// Squared distance, in steps, from every node to the nearest node of the seeds (Felzenszwalb &
// Huttenlocher 2012). Seeds hold 0, all others a huge value. `nearest`, where given, holds a number
// for every seed and gets the nearest seed's number everywhere.
void distance_transform(FieldGrid& squared_steps, std::vector<std::uint32_t>* nearest = nullptr);

// Fills what the outside cannot reach: in the volume, and in every slice of constant y if asked.
// `solid` has one entry a node, 0 or 1.
void fill_holes(std::vector<unsigned char>& solid, const FieldGrid& shape, bool slice_by_slice);

struct Closing {
    float radius_mm = 10;
    bool fill_slices = false;
};
// Signed distance to the morphological closing (dilate, fill, erode) of the points.
FieldGrid closed_by(const std::vector<glm::vec3>& points, const FieldGrid& like, Closing closing);

// Gauss, along x, y and z in turn; edges repeat, the mirror is looked into.
void blur(FieldGrid& grid, float sigma_mm);

// Trilinear; beyond the grid the value at the border plus the distance to it.
float sample(const FieldGrid& grid, glm::vec3 at);
// Cubic B-spline: softer by about half a step, with a continuous curvature.
float sample_smooth(const FieldGrid& grid, glm::vec3 at);

// Calls work(first, last) for two halves of 0...count-1, on two threads.
void in_halves(int count, const std::function<void(int, int)>& work);

}  // namespace tpatlas::body
