// state/framing.hpp: where the camera stands: presets, and muscle and zone in one picture.
#pragma once

#include "atlas/atlas.hpp"
#include "core/camera_pose.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace tpatlas {

// Names that ShowView knows: anterior posterior left right superior inferior.
std::vector<std::string_view> view_names();

// A preset's direction, framing the whole body; nothing for an unknown name.
std::optional<CameraPose> named_view(std::string_view name, const Body& body, float aspect);

struct PointFraming {
    CameraPose first;
    // Of the zones, beside the first picture, which is then of the muscle and its point alone: where
    // no one side shows both, or both together would be too small to read. Each picture is half as
    // wide as `aspect` says.
    std::optional<CameraPose> second;
};

// Shows point and zones together, from the side where most of the zone is seen.
PointFraming framing_of_point(const Atlas& atlas, const PlacedPoint& point, float aspect);
// From the side toward which the muscle lies: its skin's side for a superficial one.
CameraPose framing_of_muscle(const Atlas& atlas, const Muscle& muscle, Side side, float aspect);

}  // namespace tpatlas
