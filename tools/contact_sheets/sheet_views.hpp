// contact_sheets/sheet_views.hpp: one point from the sides that a contact sheet shows, drawn as
// `tpatlas shot` draws it.
#pragma once

#include "cli/picture.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tpatlas {

struct SheetView {
    std::string name;
    int width_px = 0;
    Image image;
};

constexpr int sheet_view_height_px = 640;

// Front, back, right side, the view that `shot --point` chooses, and the press at 0.6 where the
// point is animated. The first three show where the zones and the point are, all at one scale, so
// that one sees that they are the same zone.
std::vector<SheetView> views_of_point(cli::Picture& picture, const PlacedPoint& point);

}  // namespace tpatlas
