// state/view.hpp: what is seen now and is not undone: camera, hover, playback, the side, search.
#pragma once

#include "core/camera_pose.hpp"
#include "core/side.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace tpatlas {

enum class SideChoice { left, right, both };

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

struct View {
    CameraPose camera;
    std::optional<Flight> flight;
    std::optional<std::uint32_t> hovered_structure;
    std::optional<std::uint32_t> hovered_point;  // index into Atlas::points()
    Playback playback;
    SideChoice side = SideChoice::right;
    std::string search;
    std::string theme = "light";
    bool reduced_motion = false;
    bool first_hint = true;  // the one dismissible line
    double time_s = 0;
    float aspect = 1.4f;     // width / height of the picture, without its strip

    bool operator==(const View&) const = default;
};

}  // namespace tpatlas
