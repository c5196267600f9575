#include "atlas/user_pieces.hpp"

#include "atlas/body.hpp"

#include <cmath>
#include <optional>
#include <utility>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

// Asked now and then: the answer costs as much as a search.
bool is_stopped(const std::stop_token& stop, std::size_t i)
{
    return i % 1024 == 0 && stop.stop_requested();
}

// Part of a mesh with its own vertex list; `triangles` are indices into the whole's.
MeshData part_of(const MeshData& whole, const std::vector<std::uint32_t>& triangles)
{
    MeshData part;
    std::vector<std::uint32_t> place(whole.positions.size(), static_cast<std::uint32_t>(-1));
    for (const std::uint32_t number : triangles) {
        Triangle t = whole.triangles[number];
        for (int k = 0; k < 3; ++k) {
            std::uint32_t& at = place[t[k]];
            if (at == static_cast<std::uint32_t>(-1)) {
                at = static_cast<std::uint32_t>(part.positions.size());
                part.positions.push_back(whole.positions[t[k]]);
                part.normals.push_back(whole.normals[t[k]]);
            }
            t[k] = at;
        }
        part.triangles.push_back(t);
    }
    return part;
}

// For each triangle which of the structures is nearest.
std::vector<std::uint32_t> nearest_of(const EmbeddedShapes& embedded, const MeshData& mesh,
                                      const std::vector<std::uint32_t>& structures,
                                      const Affine& ours_from_user, const std::stop_token& stop)
{
    std::vector<std::uint32_t> of(mesh.triangles.size(), 0);
    std::vector<NearestInRow> rows;
    for (const std::uint32_t number : structures)
        rows.emplace_back(embedded.of(number));
    for (std::size_t i = 0; i < mesh.triangles.size(); ++i) {
        if (is_stopped(stop, i))
            break;
        const Triangle& t = mesh.triangles[i];
        const glm::vec3 middle = ours_from_user(
            (mesh.positions[t.x] + mesh.positions[t.y] + mesh.positions[t.z]) / 3.0f);
        const std::uint32_t first = i == 0 ? 0 : of[i - 1];  // likely of the same one as the last
        float nearest = rows[first].next(middle).distance_mm;
        of[i] = first;
        for (std::uint32_t k = 0; k < structures.size(); ++k)
            if (const auto hit = k == first ? std::nullopt
                                            : embedded.of(structures[k])
                                                  .hit_within(middle, nearest)) {
                nearest = hit->distance_mm;
                of[i] = k;
            }
    }
    return of;
}

// Fibres as at the nearest place of the embedded muscle.
void clothe(const EmbeddedShapes& embedded, Taken& taken, const Affine& ours_from_user,
            const std::stop_token& stop)
{
    const std::uint32_t number = taken.number;
    Piece& piece = taken.piece;
    const Body& ours = embedded.body();
    if (ours.structures()[number].kind != StructureKind::muscle)
        return;
    const BodySurfaces& surfaces = ours.surfaces();
    const SurfaceRange& range = surfaces.ranges[number];
    const SurfaceShape& shape = embedded.of(number);
    const Affine user_from_ours = ours_from_user.inverse();
    NearestInRow row(shape);
    for (std::size_t i = 0; i < piece.mesh.positions.size(); ++i) {
        if (is_stopped(stop, i))
            return;
        const SurfaceHit hit = row.next(ours_from_user(piece.mesh.positions[i]));
        const Triangle t = shape.mesh().triangles[hit.triangle] + range.first_vertex;
        glm::vec2 fibre(0);
        glm::vec3 tangent(0);
        float tendon = 0;
        for (int k = 0; k < 3; ++k) {
            fibre += hit.barycentric[k] * surfaces.mesh.fibres[t[k]];
            tangent += hit.barycentric[k] * surfaces.tangents[t[k]];
            if (!surfaces.tendon.empty())
                tendon += hit.barycentric[k] * static_cast<float>(surfaces.tendon[t[k]]);
        }
        tangent = user_from_ours.linear * tangent;
        const float length = glm::length(tangent);
        piece.mesh.fibres[i] = fibre;
        piece.tangents[i] = length > 0 ? tangent / length : tangent;
        piece.tendon[i] = static_cast<std::uint8_t>(std::lround(tendon));
    }
}

}  // namespace

Piece bare_piece(MeshData mesh)
{
    Piece piece;
    const std::size_t count = mesh.positions.size();
    mesh.fibres.assign(count, glm::vec2(0));
    piece.tangents.assign(count, glm::vec3(0));
    piece.tendon.assign(count, 0);
    piece.mesh = std::move(mesh);
    return piece;
}

void append(Piece& whole, const Piece& part)
{
    append(whole.mesh, part.mesh);
    whole.tangents.insert(whole.tangents.end(), part.tangents.begin(), part.tangents.end());
    whole.tendon.insert(whole.tendon.end(), part.tendon.begin(), part.tendon.end());
}

std::vector<Taken> pieces_of(const EmbeddedShapes& embedded, MeshData mesh,
                             const std::vector<std::uint32_t>& structures,
                             const Affine& ours_from_user, const std::stop_token& stop)
{
    std::vector<Taken> taken;
    if (structures.size() == 1) {
        taken.push_back({structures.front(), bare_piece(std::move(mesh))});
    } else if (!structures.empty()) {
        const std::vector<std::uint32_t> of =
            nearest_of(embedded, mesh, structures, ours_from_user, stop);
        for (std::uint32_t k = 0; k < structures.size(); ++k) {
            std::vector<std::uint32_t> own;
            for (std::uint32_t i = 0; i < of.size(); ++i)
                if (of[i] == k)
                    own.push_back(i);
            if (!own.empty())
                taken.push_back({structures[k], bare_piece(part_of(mesh, own))});
        }
    }
    for (Taken& one : taken)
        clothe(embedded, one, ours_from_user, stop);
    return taken;
}

}  // namespace tpatlas
