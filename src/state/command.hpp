// state/command.hpp: everything a user can do, named as a user would say it. Panels, keys, the
// mouse and replayed recordings all speak in these.
#pragma once

#include "core/camera_pose.hpp"
#include "core/ids.hpp"
#include "core/side.hpp"
#include "state/document.hpp"
#include "state/view.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include <glm/vec2.hpp>

namespace tpatlas {

// Undoable: change the Document.
struct SelectMuscle { MuscleId muscle; Side side = Side::right; };
struct SelectPoint { PointId point; Side side = Side::right; };
struct SelectStructure { StructureId structure; };  // its muscle, where a record stands for it
struct ClearSelection {};
struct SetVisibility { StructureId structure; Visibility visibility = Visibility::shown; };
struct ShowAll {};
struct PeelTo { float depth = 0; };
struct SetSkinOpacity { float opacity = 1; };
struct SetSkinTone { std::string name; };  // of core/skin_tones.hpp
struct ShowNoPress { bool shown = true; };
struct ChooseTechnique { TechniqueId technique; };

struct Undo {};
struct Redo {};

// Not undoable: change the View.
struct Hover { std::optional<std::uint32_t> structure; std::optional<std::uint32_t> point; };
struct SetSide { SideChoice side = SideChoice::right; };
struct Search { std::string text; };
struct Orbit { float yaw = 0; float pitch = 0; };           // radians to add
struct Pan { glm::vec2 share{0}; };                         // of the picture's height
struct Zoom { float factor = 1; glm::vec2 cursor{0}; };     // cursor -1...1 of the picture, y up
struct FlyTo { CameraPose pose; };
struct ShowView { std::string name; };                      // "anterior", "posterior", ...
struct FrameSelection {};
struct Home {};                                             // everything back, by one key
struct Play {};
struct Pause {};
struct SeekTo { float share = 0; };
struct SetSpeed { float speed = 1; };
struct SetTheme { std::string name; };
struct DismissHint {};
struct Tick { double time_s = 0; };                         // time passes: flight and playback move
struct SetAspect { float aspect = 1; };

using Command =
    std::variant<SelectMuscle, SelectPoint, SelectStructure, ClearSelection, SetVisibility, ShowAll,
                 PeelTo, SetSkinOpacity, SetSkinTone, ShowNoPress, ChooseTechnique, Undo, Redo, Hover, SetSide, Search, Orbit,
                 Pan, Zoom, FlyTo, ShowView, FrameSelection, Home, Play, Pause, SeekTo, SetSpeed,
                 SetTheme, DismissHint, Tick, SetAspect>;

}  // namespace tpatlas
