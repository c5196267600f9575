// atlas/registration.hpp: where a user's meshes lie on the embedded body.
//
//   const EmbeddedShapes shapes(embedded);
//   Registration found = register_meshes(shapes, meshes, map.value());
//   found.body_from_file(mesh.positions[0])
//
// First one similarity for the whole set: unit, axes, pose, and a mirror where left and right are
// exchanged. Four structures or more that both have give it by their middles (Umeyama 1991); fewer,
// by the shape of the largest. Then an affine for each structure that both have. Positions are in
// the body frame "after the similarity". Nothing is moved here: atlas/user_body.hpp does that.
//
// May take a second: it asks `stop` at each step, and is then as if nothing were known. Two runs
// say the same of the same files. Depends on core and domain.
#pragma once

#include "atlas/body.hpp"
#include "atlas/embedded_shapes.hpp"
#include "atlas/similarity.hpp"
#include "core/mesh_data.hpp"
#include "core/side.hpp"
#include "domain/body_map.hpp"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tpatlas {

// By what it is known what a mesh is of.
enum class KnownBy { nothing, shape, name, note };

// A mesh of a user's, as its files have it.
struct UserMesh {
    std::string file;  // as MappedMesh has it
    std::string node;
    std::string name;  // to show; without side and numbers
    MeshData mesh;     // welded; the files' own unit and axes
    // What it is of: names of embedded structures without their side, several where it is the
    // surface of a group. Empty: not known.
    std::vector<std::string> structures;
    std::vector<StructureId> noted;  // the same as a note says it, each with its own side
    std::optional<Side> side;  // none: not said
    KnownBy by = KnownBy::nothing;  // `note` with no structures: it is none of ours, and not asked
    std::vector<std::string> proposed;  // what its name may mean, where that is not sure
};

// What a mesh may be, by its shape and place.
struct Guess {
    std::vector<StructureId> structures;
    float off = 0;  // root mean square distance of the surfaces, over the muscle's size; 0: its name

    bool operator==(const Guess&) const = default;
};

struct MeshPlace {
    std::string file;
    std::string node;
    std::string name;
    std::vector<StructureId> structures;  // of the embedded body; empty: shown as it is
    KnownBy by = KnownBy::nothing;
    // The likeliest first; only where it is not known. A lone mesh is not fitted then.
    std::vector<Guess> guesses;

    bool operator==(const MeshPlace&) const = default;
};

struct StructureFit {
    // Numbers in the embedded body; no two fits have one in common. Of what its meshes are
    // (MeshPlace::structures) those are left out, perhaps all, that a fit of fewer has.
    std::vector<std::uint32_t> structures;
    std::vector<std::uint32_t> meshes;      // indices of the user's
    Affine user_from_embedded;              // in the body frame
    float median_mm = 0;                    // between the surfaces
    float worst_mm = 0;                     // of 95 %
    bool trusted = true;  // false: too far from ours; the similarity alone is used, the affine is 1

    bool operator==(const StructureFit&) const = default;
};

struct Registration {
    bool registered = false;     // false: nothing below says anything but `meshes`
    Similarity body_from_file;
    std::vector<MeshPlace> meshes;   // one for each that was given
    std::vector<StructureFit> fits;

    // What the similarity says of the files.
    // The nearest usual one (domain/usual_units.hpp), or the one that was said where that is nearer.
    float unit_mm = 1;
    UpAxis up = UpAxis::y;
    bool mirrored = false;

    bool operator==(const Registration&) const = default;
};

// Of a set that is not laid on ours: it is said what this mesh is, but its triangles lie across one
// another so much that nothing can be searched on it (atlas/search_cost.hpp).
inline bool is_said_but_tangled(const Registration& found, const MeshPlace& mesh)
{
    return !found.registered && mesh.by == KnownBy::note && !mesh.structures.empty();
}

Registration register_meshes(const EmbeddedShapes& embedded, const std::vector<UserMesh>& meshes,
                             const BodyMap& said, std::stop_token stop = {});

// The same for meshes whose similarity is known (what `tpatlas export` wrote lies in the body frame).
// Not registered where none of them is near ours: such a body stood alone when it was written.
Registration register_in_place(const EmbeddedShapes& embedded, const std::vector<UserMesh>& meshes,
                               const Similarity& body_from_file, std::stop_token stop = {});

}  // namespace tpatlas
