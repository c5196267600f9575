// io/glb_writer.hpp: a body as binary glTF 2.0, one node a structure.
//
//   io::write_glb(out / "body.glb", body, {});                       // the build's: millimetres
//   io::write_glb("body.glb", body, {.unit = io::GlbUnit::metres});  // `tpatlas export`
//
// Nodes are named by their structure's id; their extras say id, side, kind, stack (the names,
// where there are several: then the mesh has a primitive a stack), fma, name_en, name_la and
// provenance. Fibre coordinates are the first texture coordinates of muscles. No compression, no
// quantisation; the same body gives the same bytes. Depends on atlas and JSON.
#pragma once

#include "atlas/body.hpp"
#include "core/result.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace tpatlas::io {

enum class GlbUnit {
    millimetres,  // no unit node; said in asset.extras
    metres        // as the standard wants: a root node scales by 0.001
};

struct GlbOptions {
    GlbUnit unit = GlbUnit::millimetres;
    // Which structures are written; all where there is none.
    std::function<bool(const Structure&)> keep;
};

Result<Done> write_glb(const std::filesystem::path& file, const Body& body,
                       const GlbOptions& options = {});

}  // namespace tpatlas::io
