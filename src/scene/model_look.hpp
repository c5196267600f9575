// scene/model_look.hpp: what an exported model holds of what is seen now, in the program's colours.
//
//   const ModelLook whole = scene::model_look(Document{}, View{}, atlas);  // all of the body
//
// Hidden and peeled structures are left out; what is seen through stays so. A chosen point brings
// itself and its zones, a chosen muscle all its points and theirs, on the sides shown; where neither
// is chosen all points and zones come. Cuts, presses and labels are the picture's alone.
#pragma once

#include "atlas/atlas.hpp"
#include "core/model_look.hpp"
#include "state/document.hpp"
#include "state/view.hpp"

namespace tpatlas::scene {

ModelLook model_look(const Document& document, const View& view, const Atlas& atlas);

}  // namespace tpatlas::scene
