// scene/cut_handle.hpp: the cut of a picture, with the knob by which it is moved; where the knob is
// on the picture and how far a drag of the mouse moves the plane. Pure.
//
//   frame.cut = cut_of(document, view, atlas);
//   if (const auto knob = cut_knob_px(view.camera, size_px, *frame.cut)) ...
//   session.update(MoveCut{offset_mm + cut_drag_mm(view.camera, size_px, *frame.cut, from, to)});
//
// `size_px` is of the picture of the body with that camera, without its strip; pixels from its top
// left, of any kind as long as all are the same.
#pragma once

#include "atlas/atlas.hpp"
#include "core/camera_pose.hpp"
#include "scene/frame.hpp"
#include "state/document.hpp"
#include "state/view.hpp"

#include <optional>

#include <glm/vec2.hpp>

namespace tpatlas::scene {

// The handle lies in the plane as near to the middle of what is framed as the plane comes.
std::optional<Cut> cut_of(const Document& document, const View& view, const Atlas& atlas);

// Where the knob is; nothing where it lies behind the eye.
std::optional<glm::vec2> cut_knob_px(const CameraPose& camera, glm::vec2 size_px, const Cut& cut);

// How far along its normal the plane is to go so that the knob follows the mouse. Where the normal
// points at the eye or away, so that the knob cannot be seen to move, up is away from the eye.
float cut_drag_mm(const CameraPose& camera, glm::vec2 size_px, const Cut& cut, glm::vec2 from_px,
                  glm::vec2 to_px);

}  // namespace tpatlas::scene
