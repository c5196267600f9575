// render/body_buffers.hpp: a body's surfaces on the GPU: one vertex buffer, one index buffer, drawn
// by ranges, so that a hidden structure costs nothing.
//
//   BodyBuffers buffers(surfaces);
//   buffers.draw_structures(numbers);
//
// Made once a body; a copy of what it needs, not a reference.
#pragma once

#include "core/body_surfaces.hpp"
#include "core/box.hpp"
#include "render/gl/owners.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec4.hpp>

namespace tpatlas::render {

// Structure numbers that a layer can hold; what is beyond is not drawn.
constexpr std::uint32_t largest_structure_count = 4090;

// As the GPU gets a vertex: 28 bytes.
struct GpuVertex {
    glm::vec3 position;
    std::int16_t normal[2];    // octahedral
    std::int16_t tangent[2];   // octahedral
    std::uint16_t fibre[2];    // (u, v + 0.5); of a contact (opacity, nail)
    std::uint32_t structure;
};

GpuVertex gpu_vertex(glm::vec3 position, glm::vec3 normal, glm::vec3 tangent, glm::vec2 fibre,
                     std::uint32_t structure);

// Sets up the attributes of the bound buffer for the bound vertex array, beginning at a vertex.
void describe_vertices(std::uint32_t first_vertex);

struct RangeFacts {
    Box box;
    bool closed = false;       // and wound outward: its back faces are never seen
    bool has_fibres = false;
    glm::vec2 fibre_mm{0};     // length along u and around v, in the middle
};

class BodyBuffers {
public:
    explicit BodyBuffers(const BodySurfaces& surfaces);

    const std::vector<RangeFacts>& facts() const { return facts_; }

    // Coarse from here on, or fine: fewer triangles, of this size, for a moving picture.
    static constexpr float coarse_mm = 5;
    void set_coarse(bool coarse) { coarse_ = coarse; }

    // Draws the listed structures (ascending); neighbouring ranges go as one.
    void draw_structures(std::span<const std::uint32_t> numbers) const;
    // The skin with its zone distances.
    void draw_skin() const;
    // (essential, spillover) at each skin vertex; null: nothing is near.
    void set_zone_distances(const std::vector<glm::vec2>* distance_mm);
    // scene::SkinOverlay's values; null: none.
    void set_overlay(const std::vector<glm::vec4>* values);

private:
    void upload_triangles(const BodySurfaces& body, const std::vector<glm::vec3>& normals);
    gl::Buffer vertices_ = gl::Buffer::create();
    gl::Buffer indices_ = gl::Buffer::create();
    gl::Buffer zones_ = gl::Buffer::create();
    gl::Buffer overlay_ = gl::Buffer::create();
    gl::VertexArray structures_ = gl::VertexArray::create();
    gl::VertexArray skin_ = gl::VertexArray::create();
    const std::vector<SurfaceRange>& ranges() const { return coarse_ ? coarse_ranges_ : ranges_; }

    std::vector<SurfaceRange> ranges_;
    std::vector<SurfaceRange> coarse_ranges_;  // behind the others in the index buffer
    bool coarse_ = false;
    std::vector<RangeFacts> facts_;
    std::optional<std::uint32_t> skin_number_;
};

// One mesh by itself: the hand that presses.
class MeshBuffers {
public:
    explicit MeshBuffers(const MeshData& mesh);
    void draw() const;

private:
    gl::Buffer vertices_ = gl::Buffer::create();
    gl::Buffer indices_ = gl::Buffer::create();
    gl::VertexArray array_ = gl::VertexArray::create();
    GLsizei index_count_ = 0;
};

}  // namespace tpatlas::render
