// scene/label_choice.hpp: what is named in the picture, and how important each name is. Where the
// names go, and which find room, is the renderer's.
//
//   frame.labels = chosen_labels(document, view, atlas, frame);
//
// Depends on atlas and state. Pure.
#pragma once

#include "atlas/atlas.hpp"
#include "scene/frame.hpp"
#include "state/document.hpp"
#include "state/view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tpatlas::scene {

// The selected structures' names, or with Labelling::all those of everything that is shown in
// `frame` too; the selected point's short name, the others' numbers. None in client view. A record
// that stands for one muscle of several heads gives one name; so does a pair of left and right,
// unless it is selected.
std::vector<Label> chosen_labels(const Document& document, const View& view, const Atlas& atlas,
                                 const Frame& frame);

// As it stands in a picture: "Biceps brachii", "M. biceps brachii".
std::string name_in_picture(const Structure& structure, const Catalogue& catalogue, bool latin);

// The ball around eyes, nose and mouth on which no name may lie; none where a camera of the frame
// does not see it, or the body has no such landmarks.
std::optional<KeepFree> face_of(const Body& body, const Frame& frame);

}  // namespace tpatlas::scene
