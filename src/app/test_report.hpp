// app/test_report.hpp: for tests only: what the window shows, as one small JSON file that is
// replaced whole after each drawn frame. A test reads where to click and what came of it.
//
//   write_test_report(file, {session, panels.items(), ...});
//
// Keys: frame, body_draws, body_draw_s, animating, moving, typing, hint, window [w, h], picture [x,
// y, w, h] (the body's part), items {label: [x0, y0, x1, y1]}, muscle, muscle_side, point,
// point_side, structure, side, search, press, pain, playing, share, speed, hovered_structure, hovered_point,
// skin, depth, can_undo, camera {target_mm, distance_mm, yaw, pitch, field_of_view}, points {"id
// side": [x, y]}: where each point lies in the window. Lengths in window units, null where there is
// none.
#pragma once

#include "core/result.hpp"
#include "state/session.hpp"
#include "ui/item_register.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <glm/vec2.hpp>

namespace tpatlas::app {

struct ReportFacts {
    const Session& session;
    const std::vector<ui::Item>& items;
    glm::vec2 window{0};
    glm::vec2 picture_min{0};
    glm::vec2 picture_size{0};
    std::uint64_t frame = 0;       // frames of the window so far
    std::uint64_t body_draws = 0;  // pictures of the body so far
    double body_draw_s = 0;        // what the last one took
    bool moving = false;
    bool typing = false;  // a text field has the keyboard
    std::string device;
    float scale = 1;                        // of the interface
    std::optional<glm::vec2> cut_handle{};  // in the window
};

std::string test_report(const ReportFacts& facts);
void write_test_report(const std::filesystem::path& file, const ReportFacts& facts);

}  // namespace tpatlas::app
