// scene/looks.hpp: how each structure looks: colours, what the depth peels, what fades.
#pragma once

#include "atlas/atlas.hpp"
#include "scene/frame.hpp"
#include "state/document.hpp"
#include "state/view.hpp"

#include <string>
#include <vector>

namespace tpatlas::scene {

// Of what ours lends to a user's body, in pictures and models: pale and without the red of muscle,
// there to tell where one is, never to be taken for theirs.
inline constexpr glm::vec3 lent_colour{0.80f, 0.79f, 0.77f};

// One row a structure, by number.
std::vector<StructureLook> structure_looks(const Document& document, const View& view,
                                           const Atlas& atlas);
SkinLook skin_look(const Document& document, const Atlas& atlas);
// Of a kind of structure; single muscles are a little lighter or darker. Not of the skin.
glm::vec3 kind_colour(StructureKind kind);
// "light", "medium", "dark"; medium for an unknown name. Zones are legible on all.
glm::vec3 skin_colour(const std::string& tone);
Palette palette(const std::string& theme);

}  // namespace tpatlas::scene
