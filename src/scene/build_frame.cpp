#include "scene/build_frame.hpp"

#include "atlas/registration.hpp"
#include "scene/captions.hpp"
#include "scene/client_words.hpp"
#include "scene/cut_handle.hpp"
#include "scene/label_choice.hpp"
#include "scene/looks.hpp"
#include "scene/press_moment.hpp"
#include "scene/skin_overlay.hpp"
#include "state/selection.hpp"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::scene {

namespace {

constexpr glm::vec3 arrow_colour{0.10f, 0.32f, 0.62f};

// The fields of the shown zones, joined: essential in x, spillover in y.
void paint_zones(Frame& frame, const PointChoice& choice, const View& view, const Atlas& atlas,
                 FrameMemory& memory)
{
    const std::vector<Side> sides = shown_sides(choice.side, view.side);
    std::string key = choice.id.text;
    for (const Side side : sides)
        key += "/" + std::string(to_text(side));
    if (memory.key != key || memory.atlas != &atlas) {
        const BodySurfaces& all = atlas.body().surfaces();
        const std::size_t count = all.skin ? all.ranges[*all.skin].vertex_count : 0;
        auto joined = std::make_shared<std::vector<glm::vec2>>(
            count, glm::vec2(SkinDistances::reach_mm));
        bool any = false;
        for (const PlacedZone& zone : atlas.zones()) {
            const bool asked = zone.point != nullptr && (*zone.point->record)->id == choice.id &&
                               std::find(sides.begin(), sides.end(), zone.side) != sides.end();
            if (!asked || !zone.field || zone.field->distances.vertex_count() != count)
                continue;
            any = true;
            const int axis = zone.record->kind == ZoneKind::essential ? 0 : 1;
            zone.field->distances.for_each([&](std::uint32_t vertex, float mm) {
                (*joined)[vertex][axis] = std::min((*joined)[vertex][axis], mm);
            });
        }
        memory.key = key;
        memory.atlas = &atlas;
        memory.distance_mm = any ? joined : nullptr;
    }
    frame.zones.distance_mm = memory.distance_mm;
}

void add_overlay(Frame& frame, const Document& document, const Atlas& atlas,
                 const FrameOptions& options, FrameMemory& memory)
{
    using Kind = SkinOverlay::Kind;
    const Kind kind = options.tint_regions    ? Kind::tint
                      : document.no_press     ? Kind::no_press
                                              : Kind::none;
    if (kind == Kind::none)
        return; // what was made stays in the memory: it is often wanted again
    if (memory.overlay.kind != kind || memory.atlas_of_overlay != &atlas) {
        memory.overlay = kind == Kind::tint ? region_tints(atlas) : no_press_overlay(atlas);
        memory.atlas_of_overlay = &atlas;
    }
    frame.overlay = memory.overlay;
}

void add_points(Frame& frame, const Document& document, const View& view, const Atlas& atlas)
{
    if (!document.muscle)
        return;
    const std::vector<Side> sides = shown_sides(document.muscle->side, view.side);
    for (std::uint32_t i = 0; i < atlas.points().size(); ++i) {
        const PlacedPoint& point = atlas.points()[i];
        if ((*point.record)->muscle != document.muscle->id ||
            std::find(sides.begin(), sides.end(), point.side) == sides.end())
            continue;
        const bool selected = document.point && document.point->id == (*point.record)->id;
        if (view.client && !selected)
            continue;  // the client is shown one point
        PointMark mark;
        mark.tag = i;
        mark.position_mm = point.position_mm;
        mark.normal = point.skin_normal;
        mark.uncertainty_mm = (*point.record)->uncertainty_mm;
        mark.selected = selected;
        frame.points.push_back(mark);
    }
}

// The arrow points the way while the contact is not there; then the contact itself shows it.
Arrow arrow_of(const ShownPress& press)
{
    const PressWay& way = *press.way;
    const glm::vec3 in = way.approach.direction;
    Arrow arrow;
    arrow.from_mm = way.approach.from_mm - in * 66.0f;
    arrow.to_mm = way.approach.from_mm - in * 5.0f;
    if (press.option.contact == Contact::pincer)  // the way of the lift
        std::swap(arrow.from_mm, arrow.to_mm);
    arrow.colour = arrow_colour;
    return arrow;
}

// Kept while the same press is shown.
const ContactLay& kept_lay(const Atlas& atlas, const ShownPress& press, FrameMemory& memory)
{
    const Technique& technique = *press.option.technique;
    const std::string key =
        (*press.point->record)->id.text + "/" + std::string(to_text(press.point->side)) + "/" +
        technique->id.text + "/" + std::string(to_text(press.option.contact)) + "/" +
        std::to_string(press.way - press.point->ways.data());
    if (memory.press_key != key || memory.atlas_of_press != &atlas) {
        memory.press_key = key;
        memory.atlas_of_press = &atlas;
        memory.lay = contact_lay(atlas, press);
    }
    return memory.lay;
}

void add_press(Frame& frame, const View& view, const Atlas& atlas, const ShownPress& press,
               PressMoment& moment, FrameMemory& memory)
{
    moment = press_moment(press, view.playback.share);
    frame.dent = dent_of(press, moment);
    frame.zones.strength = moment.zone_strength;
    TargetRing ring;
    ring.centre_mm = moment.touch_mm + moment.direction * moment.dent_mm;
    ring.normal = press.way->approach.normal;
    ring.strength = 1 - 0.6f * moment.gesture.arrival;
    frame.target = ring;
    if (moment.gesture.arrival < 0.5f)
        frame.arrow = arrow_of(press);
    if (moment.gesture.arrival > 0) {
        const ContactPose pose =
            contact_pose(atlas, press, kept_lay(atlas, press, memory), moment);
        if (!pose.mesh->positions.empty())
            frame.contact = pose;
    }
}

void add_side_marks(Frame& frame, const CameraPose& camera, bool second, const Texts& texts)
{
    const float across = camera.right().x;
    if (std::abs(across) < 0.35f || std::abs(camera.pitch) > 1.3f)
        return;  // seen from the side, neither letter would say anything
    const std::string left = texts("side.left_letter");
    const std::string right = texts("side.right_letter");
    frame.corner_texts.push_back({Corner::top_left, across > 0 ? right : left, 20, second});
    frame.corner_texts.push_back({Corner::top_right, across > 0 ? left : right, 20, second});
}

void add_names(Frame& frame, const Document& document, const View& view, const Atlas& atlas,
               const Texts& texts)
{
    frame.labels = chosen_labels(document, view, atlas, frame);
    frame.keep_free = face_of(atlas.body(), frame);
    const Registration* registration = atlas.registration();
    if (registration != nullptr && !registration->registered)
        return;  // nothing tells which way it faces
    add_side_marks(frame, frame.camera, false, texts);
    if (frame.second_camera)
        add_side_marks(frame, *frame.second_camera, true, texts);
}

}  // namespace

int strip_height_px(int picture_height_px)
{
    return std::max(58, static_cast<int>(std::lround(static_cast<double>(picture_height_px) * 0.115)));
}

Frame build_frame(const Document& document, const View& view, const Atlas& atlas,
                  const Texts& texts, const FrameOptions& options, FrameMemory& memory)
{
    Frame frame;
    frame.camera = view.camera;
    frame.second_camera = view.second_camera;
    frame.cut = cut_of(document, view, atlas);
    if (frame.cut)
        frame.cut->handle = options.strip && !options.capture;
    frame.surfaces = std::shared_ptr<const BodySurfaces>(atlas.shared_body(),
                                                         &atlas.body().surfaces());
    frame.looks = structure_looks(document, view, atlas);
    frame.skin = skin_look(document, atlas);
    frame.palette = palette(options.white ? "light" : view.theme);
    if (options.white)
        frame.palette.background_top = frame.palette.background_bottom = glm::vec4(1);
    if (view.client)
        frame.headline = client_headline(document, atlas, texts);
    add_overlay(frame, document, atlas, options, memory);
    frame.transparent = options.transparent;
    frame.moving = options.moving;

    PressMoment moment;
    const PlacedPoint* point =
        document.point ? atlas.point(document.point->id, document.point->side) : nullptr;
    add_points(frame, document, view, atlas);
    if (point != nullptr) {
        paint_zones(frame, *document.point, view, atlas, memory);
        if (!point->taut_band.empty())
            frame.taut_band = TautBand{point->taut_band, 6};
        if (const std::optional<ShownPress> press = shown_press(document, atlas);
            press && press->animated())
            add_press(frame, view, atlas, *press, moment, memory);
    }
    if (options.labels)
        add_names(frame, document, view, atlas, texts);
    if (options.strip)
        frame.strip = make_strip(document, view, atlas, texts, frame, moment);
    return frame;
}

}  // namespace tpatlas::scene
