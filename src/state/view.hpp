// state/view.hpp: what is seen now and is not undone: camera, hover, playback, the side, search,
// which sheet is open, what the program last said.
#pragma once

#include "core/camera_pose.hpp"
#include "core/side.hpp"
#include "state/settings.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tpatlas {

// A repetition of the press; `share` is the command line's --press.
struct Playback {
    bool playing = false;
    float share = 0;    // 0...1
    float speed = 1;    // 1: a repetition takes the technique's time, shortened for the eye

    bool operator==(const Playback&) const = default;
};

struct Flight {
    CameraPose from;
    CameraPose to;
    double start_s = 0;
    float duration_s = 0.6f;

    bool operator==(const Flight&) const = default;
};

// What stands at the right: Details, or for a while something else in their place.
enum class Sheet { details, capture, scenes, settings, keys, body };

// Said once, in the line below the picture, until it has been read: the text of `key`, whose {what}
// is `what`.
struct Notice {
    std::string key;
    std::string what;
    bool fault = false;
    double until_s = 0;  // of View::time_s

    bool operator==(const Notice&) const = default;
};

// A folder as the sheets show it: what of it can be opened.
struct FolderListing {
    struct Entry {
        std::string name;
        bool folder = false;

        bool operator==(const Entry&) const = default;
    };
    std::string folder;          // absolute; empty: none was read yet
    std::string fault;           // why it cannot be read; empty: it was
    std::vector<Entry> entries;  // folders first, by name
    bool meshes = false;         // there are some in it, or in a folder of it: it can be a body

    bool operator==(const FolderListing&) const = default;
};

// How much it hurts from 0 to 10, as the person says: before a press, and now. Nobody keeps it.
enum class PainAsked { before, now };

struct PainSaid {
    std::optional<int> before;
    std::optional<int> now;

    bool operator==(const PainSaid&) const = default;
};

// The card of short questions before a press that one does oneself.
struct SafetyCard {
    bool open = false;
    bool applies = false;       // one of the questions was answered with yes
    bool asked = false;         // the general ones, of this person
    bool asked_of_legs = false; // those of thigh, leg and foot

    bool operator==(const SafetyCard&) const = default;
};

// A user's body that is being read.
struct BodyReading {
    std::string name;   // of its file or folder
    std::size_t done = 0;
    std::size_t of = 0;  // 0: not known yet
    std::string file;   // read last; empty: all are read, and it is fitted

    bool operator==(const BodyReading&) const = default;
};

// What the user has said of the body shown and what may be written beside its files.
struct BodyAnswers {
    bool put_away = false;  // the question what the lone mesh is
    bool unsaved = false;   // there is something to keep in body.toml
    std::string place;      // its file or folder
    std::string map;        // its body.toml, whether it is there or not

    bool operator==(const BodyAnswers&) const = default;
};

struct View {
    CameraPose camera;
    // A second picture to the right of the first, where no one view shows both point and zone.
    std::optional<CameraPose> second_camera;
    std::optional<Flight> flight;
    bool framed = false;  // the camera stands, or flies, where the selection was framed
    std::optional<std::uint32_t> hovered_structure;
    std::optional<std::uint32_t> hovered_point;  // index into Atlas::points()
    Playback playback;
    PainSaid pain;
    SafetyCard safety;
    std::optional<BodyReading> reading;
    BodyAnswers body;
    SideChoice side = SideChoice::right;
    std::string search;
    bool first_hint = true;  // the one dismissible line
    bool client = false;     // client view
    Sheet sheet = Sheet::details;
    std::optional<Notice> notice;
    FolderListing listing;
    std::string scene_file;  // that was opened or saved last; empty: none

    // Kept between starts (state/settings.hpp):
    std::string theme = "light";
    float interface_scale = 0;  // 0: as the monitor says
    bool reduced_motion = false;
    bool free_orbit = false;    // else a turntable
    ListOrder list_order = ListOrder::region;
    bool layers_open = true;
    CaptureWish capture;
    std::vector<std::string> recent;  // scene files, the last one first

    double time_s = 0;
    float aspect = 1.4f;     // width / height of the picture, without its strip

    bool operator==(const View&) const = default;
};

}  // namespace tpatlas
