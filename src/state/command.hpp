// state/command.hpp: everything a user can do, named as a user would say it. Panels, keys, the
// mouse and replayed recordings all speak in these. 
#pragma once

#include "core/camera_pose.hpp"
#include "core/ids.hpp"
#include "core/side.hpp"
#include "state/document.hpp"
#include "state/saved_scene.hpp"
#include "state/settings.hpp"
#include "state/view.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

namespace tpatlas {

// Undoable: change the Document.
struct SelectMuscle { MuscleId muscle; Side side = Side::right; };
struct SelectPoint { PointId point; Side side = Side::right; };
struct SelectStructure { StructureId structure; };  // its muscle, where a record stands for it
struct SelectAlso { StructureId structure; };       // beside what is selected, or no more
struct ClearSelection {};
// Of all that is selected; nothing where nothing is.
struct ShowOnly {};
struct HideSelected {};
struct FadeSelected {};
struct ShowSelected {};                             // again, whatever hides it
struct SetVisibility { StructureId structure; Visibility visibility = Visibility::shown; };
struct InvertVisibility {};                         // hidden is shown and shown hidden
struct ShowAll {};
struct ShowKind { StructureKind kind = StructureKind::muscle; bool shown = true; };
struct ColourSelected { std::optional<glm::vec3> srgb; };  // none: its own again
struct PeelTo { float depth = 0; };
struct SetSkinOpacity { float opacity = 1; };
struct SetSkinTone { std::string name; };  // of core/skin_tones.hpp
struct ShowNoPress { bool shown = true; };
struct ShowGhosts { bool shown = true; };  // of a user's body
// Through the middle of what is selected, else of the body.
struct CutAlong { glm::vec3 normal{0, 0, 1}; };
struct MoveCut { float offset_mm = 0; };
struct TurnCut { glm::vec3 normal{0, 0, 1}; };  // about the middle of what it cuts
struct EndCut {};
struct SetLabelling { Labelling labelling = Labelling::selected; };
struct SetLatin { bool latin = true; };
struct ChooseTechnique { TechniqueId technique; std::optional<Contact> contact = {}; };

struct Undo { std::size_t steps = 1; };
struct Redo { std::size_t steps = 1; };

// Not undoable: change the View.
struct Hover { std::optional<std::uint32_t> structure; std::optional<std::uint32_t> point; };
struct SetSide { SideChoice side = SideChoice::right; };
struct Search { std::string text; };
// `second`: in the second picture, where there is one.
struct Orbit { float yaw = 0; float pitch = 0; float roll = 0; bool second = false; };  // radians
struct Pan { glm::vec2 share{0}; bool second = false; };    // of the picture's height
struct Zoom { float factor = 1; glm::vec2 cursor{0}; bool second = false; };  // cursor -1...1, y up
struct FlyTo { CameraPose pose; };
struct ShowView { std::string name; };                      // "anterior", "posterior", ...
struct FrameSelection {};
struct Home {};                                             // everything back, by one key
struct Play {};
struct Pause {};
struct SeekTo { float share = 0; };
struct SetSpeed { float speed = 1; };
struct SayPain { PainAsked asked = PainAsked::now; std::optional<int> of_ten; };  // none: unsaid
// Of the card's questions: none applies, and the press begins; one does; or it is put away.
enum class SafetyAnswer { none_applies, one_applies, put_away };
struct AnswerSafety { SafetyAnswer answer = SafetyAnswer::put_away; };
struct DismissHint {};
struct EnterClientView {};
struct LeaveClientView {};
struct OpenSheet { Sheet sheet = Sheet::details; };
struct SetTheme { std::string name; };
struct SetInterfaceScale { float scale = 0; };              // 0: as the monitor says
struct SetReducedMotion { bool reduced = true; };
struct SetFreeOrbit { bool free = true; };
struct SetListOrder { ListOrder order = ListOrder::region; };
struct OpenLayers { bool open = true; };
struct SetCapture { CaptureWish wish; };
struct ApplySettings { Settings settings; };
struct Tell { std::string key; std::string what; bool fault = false; };  // a Notice
struct DismissNotice {};
struct ShowListing { FolderListing listing; };
struct ApplyScene { SavedScene scene; std::string file; };  // file: empty for a picture's scene
struct SceneSaved { std::string file; };
struct TellReading { std::optional<BodyReading> reading; };  // none: it is over
// Of the user's body shown: there is something to keep; its file or folder; its body.toml.
struct TellBody { bool unsaved = false; std::string place; std::string map; };
struct PutAwayBodyCard {};                                   // what the lone mesh is stays open
struct Tick { double time_s = 0; };                         // time passes: flight and playback move
struct SetAspect { float aspect = 1; };

// What only the program around can do: the session hands these on (Session::take_requests()).
struct CapturePicture {};               // into a new file, as View::capture says
struct CopyPicture {};                  // to the clipboard
struct SaveScene { std::string file; }; // empty: where it was opened or saved last, else anew
struct ExportModel { std::string file; };  // what is seen, as glTF; empty: a new name beside scenes
struct OpenFile { std::string file; };  // a scene, a picture with a scene, a body
struct ListFolder { std::string folder; };  // empty: where scenes are kept
struct ReloadCatalogue {};              // its files were changed
struct StopReading {};                  // the body on its way; what is shown stays
// Of the user's body shown: what a mesh is of, or none of ours. It is laid anew.
struct MapMesh { std::string file; std::string node; std::vector<StructureId> structures; };
struct KeepBodyMap {};                  // into body.toml, beside the files
struct FocusSearch {};
struct FocusNextPanel { bool back = false; };
struct ToggleFullScreen {};
struct Quit {};

using AnyCommand =
    std::variant<SelectMuscle, SelectPoint, SelectStructure, SelectAlso, ClearSelection, ShowOnly,
                 HideSelected, FadeSelected, ShowSelected, SetVisibility, InvertVisibility, ShowAll,
                 ShowKind, ColourSelected, PeelTo, SetSkinOpacity, SetSkinTone, ShowNoPress, ShowGhosts,
                 CutAlong, MoveCut, TurnCut, EndCut, SetLabelling, SetLatin, ChooseTechnique, Undo,
                 Redo, Hover, SetSide, Search, Orbit, Pan, Zoom, FlyTo, ShowView, FrameSelection,
                 Home, Play, Pause, SeekTo, SetSpeed, SayPain, AnswerSafety, DismissHint, EnterClientView,
                 LeaveClientView, OpenSheet, SetTheme, SetInterfaceScale, SetReducedMotion,
                 SetFreeOrbit, SetListOrder, OpenLayers, SetCapture, ApplySettings, Tell,
                 DismissNotice, ShowListing, ApplyScene, SceneSaved, TellReading, TellBody,
                 PutAwayBodyCard, Tick, SetAspect, CapturePicture, CopyPicture, SaveScene, ExportModel,
                 OpenFile, ListFolder, ReloadCatalogue, StopReading, MapMesh, KeepBodyMap, FocusSearch,
                 FocusNextPanel, ToggleFullScreen, Quit>;

// A variant like any other for std::visit, std::get_if and the rest. Copying it is compiled once, in
// command.cpp: done anew in every file that handles commands it took half of their compile time.
struct Command : AnyCommand {
    template <class One>
        requires(!std::is_base_of_v<AnyCommand, One>)
    Command(One one) : AnyCommand(std::in_place_type<One>, std::move(one))
    {
    }
    Command(const Command& other);
    Command(Command&& other) noexcept;
    Command& operator=(const Command& other);
    Command& operator=(Command&& other) noexcept;
    ~Command();
};

}  // namespace tpatlas
