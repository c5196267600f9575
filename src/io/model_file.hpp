// io/model_file.hpp: a body with its points and zones as standard binary glTF 2.0, for other programs.
//
//   const Result<Done> written = io::write_model("body.glb", atlas, look);
//
// One root "body" scales millimetres to glTF's metres; below it "structures", "points" and "zones".
// Each of their nodes says in its extras, under "tpatlas", what it is:
//
//   structure  "soleus.right"                             a mesh; id, side, kind, names, provenance
//   ghost      the same, of what a user's body lacks      (lent by the program's own body)
//   point      "soleus.tp1.right"                         a marker at the point; fields of `list points`
//   zone       "soleus.tp1.essential.right"               a patch of skin; fields of `list zones`
//
// A point with an approach has a child "….on_skin" where the skin is touched. Reading it back takes
// structures alone. The same atlas and look give the same bytes. Depends on atlas and JSON.
#pragma once

#include "atlas/atlas.hpp"
#include "core/model_look.hpp"
#include "core/result.hpp"

#include <filesystem>
#include <string>

namespace tpatlas::io {

// Structures without a surface are left out; fails where nothing is left.
Result<std::string> model_bytes(const Atlas& atlas, const ModelLook& look);

// Whole or not at all, over what is there (io/whole_file.hpp).
Result<Done> write_model(const std::filesystem::path& file, const Atlas& atlas,
                         const ModelLook& look);

}  // namespace tpatlas::io
