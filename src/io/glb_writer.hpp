// io/glb_writer.hpp: a body as binary glTF 2.0, one node a structure, in millimetres: the build's
// own form, for tests and measurements. What users get is io/model_file.hpp.
//
//   io::write_glb(out / "body.glb", body);
//
// Nodes are named by their structure's id; their extras say id, side, kind, stack (the names,
// where there are several: then the mesh has a primitive a stack), fma, name_en, name_la and
// provenance. Fibre coordinates are the first texture coordinates of muscles. The same body gives
// the same bytes. Depends on atlas and JSON.
#pragma once

#include "atlas/body.hpp"
#include "core/result.hpp"

#include <filesystem>

namespace tpatlas::io {

Result<Done> write_glb(const std::filesystem::path& file, const Body& body);

}  // namespace tpatlas::io
