#include "contact_sheets/sheet_views.hpp"

#include "state/framing.hpp"

#include <algorithm>
#include <array>

#include <glm/common.hpp>

namespace tpatlas {

namespace {

constexpr int side_width_px = 340;
constexpr int close_width_px = 540;
constexpr int press_width_px = 400;
constexpr float press_span_mm = 330;
constexpr float press_share = 0.6f;

// The point and all of its zones.
Box extent_of(const Atlas& atlas, const PlacedPoint& point)
{
    Box box;
    box.include(point.position_mm);
    box.include(point.skin_mm);
    const BodySurfaces& surfaces = atlas.body().surfaces();
    if (!surfaces.skin)
        return box;
    const std::uint32_t first = surfaces.ranges[*surfaces.skin].first_vertex;
    for (const PlacedZone& zone : atlas.zones())
        if (zone.point == &point)
            zone.field->distances.for_each([&](std::uint32_t vertex, float mm) {
                if (mm < 0)
                    box.include(surfaces.mesh.positions[first + vertex]);
            });
    return box;
}

// High enough for the extent from every side, with enough around it to know the place again.
float span_of(const Box& box)
{
    const glm::vec3 size = box.size();
    const float aspect = static_cast<float>(side_width_px) / sheet_view_height_px;
    return std::max({1.15f * size.y, 1.15f * std::max(size.x, size.z) / aspect, 480.0f});
}

SheetView drawn(cli::Picture& picture, const Session& session, std::string name, int width_px)
{
    scene::FrameOptions how;
    how.labels = false;
    how.strip = false;
    how.capture = true;
    how.white = true;
    const scene::Frame frame = picture.frame(session, how);
    return {std::move(name), width_px, picture.draw(frame, {width_px, sheet_view_height_px})};
}

Session session_on(const cli::Picture& picture, const PlacedPoint& point, int width_px)
{
    Session session(picture.atlas());
    session.update(Home{});
    session.update(SetAspect{static_cast<float>(width_px) / sheet_view_height_px});
    session.update(SetSide{point.side == Side::left ? SideChoice::left : SideChoice::right});
    session.update(SelectPoint{(*point.record)->id, point.side});
    cli::arrive(session);
    return session;
}

}  // namespace

std::vector<SheetView> views_of_point(cli::Picture& picture, const PlacedPoint& point)
{
    const Atlas& atlas = *picture.atlas();
    std::vector<SheetView> views;
    Session sides = session_on(picture, point, side_width_px);
    const Box extent = extent_of(atlas, point);
    constexpr std::array<std::array<const char*, 2>, 3> named{
        {{"front", "anterior"}, {"back", "posterior"}, {"right side", "right"}}};
    for (const auto& [name, view] : named) {
        sides.update(ShowView{view});
        cli::arrive(sides);
        sides.update(FlyTo{spanning(sides.view().camera, extent.centre(), span_of(extent))});
        cli::arrive(sides);
        views.push_back(drawn(picture, sides, name, side_width_px));
    }
    const Session close = session_on(picture, point, close_width_px);
    views.push_back(drawn(picture, close, "as shown", close_width_px));
    if (!close.selected_point_is_animated())
        return views;
    Session press = session_on(picture, point, press_width_px);
    press.update(FlyTo{spanning(press.view().camera, point.skin_mm, press_span_mm)});
    press.update(SeekTo{press_share});
    cli::arrive(press);
    views.push_back(drawn(picture, press, "pressed", press_width_px));
    return views;
}

}  // namespace tpatlas
