// atlas/user_pieces.hpp: a user's mesh cut between the structures of ours that it is.
//
//   for (Taken& one : pieces_of(shapes, std::move(mesh), numbers, ours_from_user))
//       take(one.number, std::move(one.piece));
//
// Depends on core.
#pragma once

#include "atlas/embedded_shapes.hpp"
#include "atlas/similarity.hpp"
#include "core/mesh_data.hpp"

#include <cstdint>
#include <stop_token>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas {

// A structure's surface with all that the GPU wants of it.
struct Piece {
    MeshData mesh;
    std::vector<glm::vec3> tangents;
    std::vector<std::uint8_t> tendon;
};

// Without fibres. The mesh has normals.
Piece bare_piece(MeshData mesh);

void append(Piece& whole, const Piece& part);

// What a mesh gives a structure of the embedded body.
struct Taken {
    std::uint32_t number = 0;
    Piece piece;
};

// Each triangle goes to the nearest structure; one that is nearest to none gets no piece. Fibres
// are as at the nearest place of our muscle. Where a stop is asked for, some are missing.
std::vector<Taken> pieces_of(const EmbeddedShapes& embedded, MeshData mesh,
                             const std::vector<std::uint32_t>& structures,
                             const Affine& ours_from_user, const std::stop_token& stop = {});

}  // namespace tpatlas
