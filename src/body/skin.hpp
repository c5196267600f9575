// body/skin.hpp: one closed surface over the rebuilt muscles and bones.
//
//   std::vector<SkinInput> inputs;                    // right side and midline, as rebuilt
//   inputs.push_back({"deltoid_middle", &mesh});
//   Result<BuiltSkin> skin = build_skin(inputs, table);
//
// Each mass is closed morphologically with fillers for what no table has yet, covered by a tissue
// thickness that varies by place, and joined to its neighbours; the head grows from the skull by
// soft-tissue depths, with nose, lips, closed lids and ears as blended forms. Half is built, the
// other half is its exact mirror image. About 15 s and 1 GB; two threads inside; no state. The same
// input gives the same bytes. Depends on core, domain and body/field*.
#pragma once

#include "core/mesh_data.hpp"
#include "core/result.hpp"
#include "domain/skin_measurements.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas::body {

// A structure of the right side or the midline, by its id without the side.
struct SkinInput {
    std::string name;
    const MeshData* mesh = nullptr;
};

struct BuiltSkin {
    MeshData mesh;                         // positions and normals
    std::vector<std::uint32_t> mirror_of;  // for each vertex its image; itself in x = 0
    // Patterns of the table that no input matched: fillers alone stand there.
    std::vector<std::string> unmatched;
};

// What is being done, and the share of the whole that is behind it.
using SkinProgress = std::function<void(std::string_view step, float share)>;

// Fails if a segment has no structure at all, or a mark is not found.
Result<BuiltSkin> build_skin(std::span<const SkinInput> inputs, const SkinTable& table,
                             const SkinProgress& progress = {});

}  // namespace tpatlas::body
