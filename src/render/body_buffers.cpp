#include "render/body_buffers.hpp"

#include "render/coarse_surfaces.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::render {

namespace {

std::int16_t signed_bits(float value)
{
    return static_cast<std::int16_t>(std::lround(std::clamp(value, -1.0f, 1.0f) * 32767.0f));
}

std::uint16_t unsigned_bits(float value)
{
    return static_cast<std::uint16_t>(std::lround(std::clamp(value, 0.0f, 1.0f) * 65535.0f));
}

glm::vec2 octahedral(glm::vec3 n)
{
    const float sum = std::abs(n.x) + std::abs(n.y) + std::abs(n.z);
    if (sum < 1e-12f)
        return glm::vec2(0);
    n /= sum;
    if (n.z >= 0)
        return {n.x, n.y};
    return {(1 - std::abs(n.y)) * (n.x >= 0 ? 1.0f : -1.0f),
            (1 - std::abs(n.x)) * (n.y >= 0 ? 1.0f : -1.0f)};
}

const void* offset_of(std::size_t bytes)
{
    return reinterpret_cast<const void*>(bytes);
}

// The lengths that u and v span, from the gradients over the structure's triangles, weighted by
// area; triangles at the pointed ends, where v runs together, are left out.
glm::vec2 fibre_lengths(const BodySurfaces& body, const SurfaceRange& range)
{
    double area_sum = 0;
    glm::dvec2 slope(0);
    for (std::uint32_t t = 0; t < range.triangle_count; ++t) {
        const Triangle& tri = body.mesh.triangles[range.first_triangle + t];
        const glm::vec2 f0 = body.mesh.fibres[tri.x];
        const glm::vec2 e1 = body.mesh.fibres[tri.y] - f0, e2 = body.mesh.fibres[tri.z] - f0;
        if (f0.x < 0.15f || f0.x > 0.85f || std::abs(e1.y) > 0.3f || std::abs(e2.y) > 0.3f)
            continue;
        const glm::vec3 p0 = body.mesh.positions[tri.x];
        const glm::vec3 d1 = body.mesh.positions[tri.y] - p0;
        const glm::vec3 d2 = body.mesh.positions[tri.z] - p0;
        const glm::vec3 normal = glm::cross(d1, d2);
        const float twice = glm::length(normal);
        if (twice < 1e-4f)
            continue;
        const glm::vec3 n = normal / twice;
        const glm::vec3 across2 = glm::cross(d2, n) / twice, across1 = glm::cross(n, d1) / twice;
        slope.x += static_cast<double>(twice * glm::length(e1.x * across2 + e2.x * across1));
        slope.y += static_cast<double>(twice * glm::length(e1.y * across2 + e2.y * across1));
        area_sum += static_cast<double>(twice);
    }
    if (slope.x <= 0 || slope.y <= 0)
        return glm::vec2(0);
    return {static_cast<float>(area_sum / slope.x), static_cast<float>(area_sum / slope.y)};
}

RangeFacts facts_of(const BodySurfaces& body, const SurfaceRange& range)
{
    RangeFacts facts;
    glm::dvec3 area_vector(0);
    double area = 0, volume = 0;
    for (std::uint32_t v = 0; v < range.vertex_count; ++v)
        facts.box.include(body.mesh.positions[range.first_vertex + v]);
    const glm::vec3 middle = facts.box.empty() ? glm::vec3(0) : facts.box.centre();
    for (std::uint32_t t = 0; t < range.triangle_count; ++t) {
        const Triangle& tri = body.mesh.triangles[range.first_triangle + t];
        const glm::dvec3 a(body.mesh.positions[tri.x] - middle);
        const glm::dvec3 b(body.mesh.positions[tri.y] - middle);
        const glm::dvec3 c(body.mesh.positions[tri.z] - middle);
        const glm::dvec3 twice = glm::cross(b - a, c - a);
        area_vector += twice;
        area += glm::length(twice);
        volume += glm::dot(a, glm::cross(b, c));
    }
    // The area vectors of a closed surface cancel.
    facts.closed = area > 0 && glm::length(area_vector) < 1e-4 * area && volume > 0;
    const bool fibres = !body.mesh.fibres.empty() && !body.tangents.empty() &&
                        range.vertex_count > 0;
    if (fibres) {
        facts.fibre_mm = fibre_lengths(body, range);
        facts.has_fibres = facts.fibre_mm.x > 1 && facts.fibre_mm.y > 1;
    }
    return facts;
}

}  // namespace

GpuVertex gpu_vertex(glm::vec3 position, glm::vec3 normal, glm::vec3 tangent, glm::vec2 fibre,
                     std::uint32_t structure)
{
    const glm::vec2 n = octahedral(normal), t = octahedral(tangent);
    return {position,
            {signed_bits(n.x), signed_bits(n.y)},
            {signed_bits(t.x), signed_bits(t.y)},
            {unsigned_bits(fibre.x), unsigned_bits(fibre.y)},
            structure};
}

void describe_vertices(std::uint32_t first_vertex)
{
    const std::size_t base = first_vertex * sizeof(GpuVertex);
    constexpr GLsizei stride = sizeof(GpuVertex);
    for (const GLuint slot : {0u, 1u, 2u, 3u, 4u})
        glEnableVertexAttribArray(slot);
    glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, stride,
                          offset_of(base + offsetof(GpuVertex, position)));
    glVertexAttribPointer(1, 2, GL_SHORT, GL_TRUE, stride,
                          offset_of(base + offsetof(GpuVertex, normal)));
    glVertexAttribPointer(2, 2, GL_SHORT, GL_TRUE, stride,
                          offset_of(base + offsetof(GpuVertex, tangent)));
    glVertexAttribPointer(3, 2, GL_UNSIGNED_SHORT, GL_TRUE, stride,
                          offset_of(base + offsetof(GpuVertex, fibre)));
    glVertexAttribIPointer(4, 1, GL_UNSIGNED_INT, stride,
                           offset_of(base + offsetof(GpuVertex, structure)));
}

BodyBuffers::BodyBuffers(const BodySurfaces& body) : ranges_(body.ranges), skin_number_(body.skin)
{
    const MeshData& mesh = body.mesh;
    const std::vector<glm::vec3> normals =
        mesh.normals.size() == mesh.positions.size() ? mesh.normals : vertex_normals(mesh);
    std::vector<GpuVertex> vertices(mesh.positions.size());
    for (std::uint32_t number = 0; number < ranges_.size(); ++number) {
        const SurfaceRange& range = ranges_[number];
        facts_.push_back(facts_of(body, range));
        for (std::uint32_t v = range.first_vertex; v < range.first_vertex + range.vertex_count;
             ++v) {
            const std::uint32_t tendon = body.tendon.empty() ? 0u : body.tendon[v];
            vertices[v] = gpu_vertex(mesh.positions[v], normals[v],
                                     body.tangents.empty() ? glm::vec3(0) : body.tangents[v],
                                     mesh.fibres.empty() ? glm::vec2(0)
                                                         : mesh.fibres[v] + glm::vec2(0, 0.5f),
                                     number | tendon << 24);
        }
    }
    glBindVertexArray(structures_.id());
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices.size() * sizeof(GpuVertex)),
                 vertices.data(), GL_STATIC_DRAW);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.id());
    upload_triangles(body, normals);
    describe_vertices(0);
    if (!skin_number_)
        return;
    glBindVertexArray(skin_.id());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.id());
    describe_vertices(ranges_[*skin_number_].first_vertex);
    glBindBuffer(GL_ARRAY_BUFFER, zones_.id());
    glEnableVertexAttribArray(5);
    glVertexAttribPointer(5, 2, GL_FLOAT, GL_FALSE, sizeof(glm::vec2), offset_of(0));
    set_zone_distances(nullptr);
}

void BodyBuffers::upload_triangles(const BodySurfaces& body, const std::vector<glm::vec3>& normals)
{
    CoarseSurfaces coarse = coarse_surfaces(body, normals, coarse_mm);
    coarse_ranges_ = std::move(coarse.ranges);
    const std::vector<Triangle>& fine = body.mesh.triangles;
    for (SurfaceRange& range : coarse_ranges_)
        range.first_triangle += static_cast<std::uint32_t>(fine.size());
    const auto bytes = [](std::size_t triangles) {
        return static_cast<GLsizeiptr>(triangles * sizeof(Triangle));
    };
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, bytes(fine.size() + coarse.triangles.size()), nullptr,
                 GL_STATIC_DRAW);
    glBufferSubData(GL_ELEMENT_ARRAY_BUFFER, 0, bytes(fine.size()), fine.data());
    glBufferSubData(GL_ELEMENT_ARRAY_BUFFER, bytes(fine.size()), bytes(coarse.triangles.size()),
                    coarse.triangles.data());
}

void BodyBuffers::draw_structures(std::span<const std::uint32_t> numbers) const
{
    std::vector<GLsizei> counts;
    std::vector<const void*> offsets;
    std::uint32_t end = 0;
    for (const std::uint32_t number : numbers) {
        const SurfaceRange& range = ranges()[number];
        const auto count = static_cast<GLsizei>(range.triangle_count * 3);
        if (!counts.empty() && range.first_triangle == end)
            counts.back() += count;
        else {
            counts.push_back(count);
            offsets.push_back(offset_of(range.first_triangle * sizeof(Triangle)));
        }
        end = range.first_triangle + range.triangle_count;
    }
    if (counts.empty())
        return;
    glBindVertexArray(structures_.id());
    glMultiDrawElements(GL_TRIANGLES, counts.data(), GL_UNSIGNED_INT, offsets.data(),
                        static_cast<GLsizei>(counts.size()));
}

void BodyBuffers::draw_skin() const
{
    if (!skin_number_)
        return;
    // The skin's attributes begin at its first vertex, so that its zone distances need no padding;
    // its indices count from the body's first.
    const SurfaceRange& range = ranges()[*skin_number_];
    glBindVertexArray(skin_.id());
    glDrawElementsBaseVertex(GL_TRIANGLES, static_cast<GLsizei>(range.triangle_count * 3),
                             GL_UNSIGNED_INT, offset_of(range.first_triangle * sizeof(Triangle)),
                             -static_cast<GLint>(range.first_vertex));
}

void BodyBuffers::set_zone_distances(const std::vector<glm::vec2>* distance_mm)
{
    if (!skin_number_)
        return;
    const std::size_t count = ranges_[*skin_number_].vertex_count;
    const std::vector<glm::vec2> far(distance_mm == nullptr ? count : 0, glm::vec2(1000));
    const std::vector<glm::vec2>& values = distance_mm == nullptr ? far : *distance_mm;
    if (values.size() != count)
        return;
    glBindBuffer(GL_ARRAY_BUFFER, zones_.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(count * sizeof(glm::vec2)),
                 values.data(), GL_DYNAMIC_DRAW);
}

void BodyBuffers::set_overlay(const std::vector<glm::vec4>* values)
{
    if (!skin_number_)
        return;
    glBindVertexArray(skin_.id());
    if (values == nullptr || values->size() != ranges_[*skin_number_].vertex_count) {
        glDisableVertexAttribArray(6);
        return;
    }
    glBindBuffer(GL_ARRAY_BUFFER, overlay_.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(values->size() * sizeof(glm::vec4)),
                 values->data(), GL_DYNAMIC_DRAW);
    glEnableVertexAttribArray(6);
    glVertexAttribPointer(6, 4, GL_FLOAT, GL_FALSE, sizeof(glm::vec4), offset_of(0));
}

MeshBuffers::MeshBuffers(const MeshData& mesh)
    : index_count_(static_cast<GLsizei>(mesh.triangles.size() * 3))
{
    const std::vector<glm::vec3> normals =
        mesh.normals.size() == mesh.positions.size() ? mesh.normals : vertex_normals(mesh);
    std::vector<GpuVertex> vertices;
    for (std::size_t v = 0; v < mesh.positions.size(); ++v)
        vertices.push_back(gpu_vertex(mesh.positions[v], normals[v], glm::vec3(0),
                                      mesh.fibres.empty() ? glm::vec2(1, 0) : mesh.fibres[v], 0));
    glBindVertexArray(array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices.size() * sizeof(GpuVertex)),
                 vertices.data(), GL_STATIC_DRAW);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.id());
    glBufferData(GL_ELEMENT_ARRAY_BUFFER,
                 static_cast<GLsizeiptr>(mesh.triangles.size() * sizeof(Triangle)),
                 mesh.triangles.data(), GL_STATIC_DRAW);
    describe_vertices(0);
}

void MeshBuffers::draw() const
{
    glBindVertexArray(array_.id());
    glDrawElements(GL_TRIANGLES, index_count_, GL_UNSIGNED_INT, nullptr);
}

}  // namespace tpatlas::render
