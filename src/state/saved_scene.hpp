// state/saved_scene.hpp: everything that a figure needs to be made again.
// io/scene_file.hpp reads and writes it; a captured PNG carries one.
//
//   SavedScene scene = saved_scene(session);
//   FittedScene fitted = fitted_to(scene, session.atlas());
#pragma once

#include "atlas/atlas.hpp"
#include "state/document.hpp"
#include "state/view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tpatlas {

class Session;

struct SavedScene {
    std::string body;  // what --body named; empty: the embedded body
    Document document;
    CameraPose camera;
    std::optional<CameraPose> second_camera;
    SideChoice side = SideChoice::right;
    std::string theme = "light";
    float press = 0;      // the moment of the press, as --press
    CaptureWish picture;  // as it was, or would be, captured; its folder is not kept

    bool operator==(const SavedScene&) const = default;
};

SavedScene saved_scene(const Session& session);

struct FittedScene {
    SavedScene scene;                  // without what this atlas lacks
    std::vector<std::string> unknown;  // its ids, in the order in which they stand in the scene
};

FittedScene fitted_to(SavedScene scene, const Atlas& atlas);

}  // namespace tpatlas
