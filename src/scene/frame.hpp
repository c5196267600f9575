// scene/frame.hpp: one picture as plain data: what should be visible, and how. No OpenGL, no
// catalogue: `render` draws it, tests read it.
//
//   scene::Frame frame = scene::build_frame(document, view, atlas, texts, theme, time);
//   renderer.draw(frame, {1920, 1080});
//
// A frame points into the Body that it shows and keeps it alive. Millimetres, body frame; colours
// are sRGB 0...1; sizes in "points" are 1/720 of the picture's height, so that text, lines and
// stipple scale with it. Over 150 lines because these types only make sense together.
#pragma once

#include "core/body_surfaces.hpp"
#include "core/camera_pose.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

namespace tpatlas::scene {

// A hidden structure costs nothing; a ghosted one is translucent, only its nearest surface shows.
enum class Layer { hidden, solid, ghost };
enum class Material { bone, cartilage, muscle, tendon, skin };

struct StructureLook {
    Layer layer = Layer::hidden;
    Material material = Material::muscle;
    glm::vec3 colour{0.6f};
    float opacity = 1;   // of a ghost
    float emphasis = 0;  // 1: selected, drawn with a rim of light; 0.5: hovered
    bool dents = true;   // follows the press (skin, muscle); bone does not

    bool operator==(const StructureLook&) const = default;
};

// The skin is opaque on the side of a plane that the normal points to: a head that stays a calm
// mannequin while the muscles below it are seen.
struct DenseSkin {
    glm::vec3 point_mm{0};
    glm::vec3 normal{0, 1, 0};  // unit
    float soft_mm = 40;         // width of the passage, half on either side

    bool operator==(const DenseSkin&) const = default;
};

struct SkinLook {
    bool shown = true;
    glm::vec3 colour{0.85f, 0.68f, 0.58f};
    float opacity = 1;
    std::optional<DenseSkin> dense;

    bool operator==(const SkinLook&) const = default;
};

// Essential fills solid, spillover stipples; both lie in the skin and stay legible where the skin
// is translucent.
struct ZonePaint {
    // (essential, spillover): signed distance to the edge along the skin at each skin vertex, mm,
    // negative inside. Null: no zone is shown.
    std::shared_ptr<const std::vector<glm::vec2>> distance_mm;
    glm::vec3 colour{0.80f, 0.16f, 0.16f};
    float strength = 1;   // answers to the force, eases during the hold
    float soft_edge_mm = 3;
    float dot_radius_mm = 1.15f;
};

// What else is drawn in the skin, from four values at each skin vertex.
struct SkinOverlay {
    // tint: how much a place belongs to the first four of five tints, the rest to the fifth; the
    // largest share wins. no_press: signed distance to the edge of what is never pressed, only so,
    // and with care, mm, negative inside; the fourth is unused.
    enum class Kind { none, tint, no_press };

    Kind kind = Kind::none;
    std::shared_ptr<const std::vector<glm::vec4>> values;
    std::array<glm::vec3, 5> tints{};
    glm::vec3 ink{0.11f, 0.15f, 0.30f};    // of no-press zones: stripes and outlines
    glm::vec3 paper{0.90f, 0.91f, 0.95f};  // what never-zones are paled to between their stripes
};

// Tissue gives way along `direction`: by `depth_mm` on the axis, falling smoothly to 0 at
// `radius_mm` from it, and less in deeper tissue (halved every `half_depth_mm` below the skin).
struct Dent {
    glm::vec3 centre_mm{0};
    glm::vec3 direction{0, 0, -1};  // unit, into the body
    float depth_mm = 0;             // 0: none; negative: a fold is lifted
    float radius_mm = 28;           // across `axis`
    glm::vec3 axis{0};              // unit, of a long dent or a fold; 0: round
    float length_mm = 28;           // half of it, along `axis`
    float half_depth_mm = 14;

    bool operator==(const Dent&) const = default;
};

// The hand or tool that presses. The mesh's fibres hold (opacity, share of the accent: a nail, ...).
struct ContactPose {
    std::shared_ptr<const MeshData> mesh;
    glm::mat4 world_from_contact{1};  // may mirror: the renderer turns the winding then
    float opacity = 1;
    glm::vec3 colour{0.93f, 0.91f, 0.88f};
    glm::vec3 accent_colour{0.97f, 0.93f, 0.91f};
    float gloss = 0;  // of what is not accented
};

// A reported point: a black cross with a white rim inside a ring as wide as its uncertainty, drawn
// so that it is seen through the muscle and the skin.
struct PointMark {
    std::uint32_t tag = 0;  // what picking answers (index into Atlas::points())
    glm::vec3 position_mm{0};
    glm::vec3 normal{0, 0, 1};
    float uncertainty_mm = 8;
    bool selected = false;
};

// Along the fibres through the selected point: a slender spindle drawn over its muscle.
struct TautBand {
    std::vector<glm::vec3> path_mm;
    float width_mm = 6;
};

struct TargetRing {
    glm::vec3 centre_mm{0};
    glm::vec3 normal{0, 0, 1};
    float radius_mm = 16;
    float strength = 1;
};

struct Arrow {
    glm::vec3 from_mm{0};
    glm::vec3 to_mm{0};
    float width_mm = 5;
    glm::vec3 colour{0.10f, 0.32f, 0.62f};
};

// The body is cut open along a plane: what lies beyond it, where the normal points to, is not drawn
// nor picked; where the cut opens a closed structure its inside is filled. The skin is only opened,
// with an outline where the plane meets it. Marks and the hand that presses stay whole.
struct Cut {
    glm::vec3 normal{0, 0, 1};  // unit
    float offset_mm = 0;        // of the plane along the normal
    glm::vec3 handle_mm{0};     // a place in the plane by which it is moved; drawn as a knob
    float half_size_mm = 200;   // of the square outline drawn around the handle in the plane
    bool handle = true;         // knob and outline are drawn

    bool operator==(const Cut&) const = default;
};

// A name with a leader line to what it names. The renderer chooses place and, for a structure, where
// on its visible part the line ends; a label without room, or whose structure is not seen, is left
// out.
struct Label {
    std::string text;
    // The anchor lies on the visible surface of one of these; none: it is `anchor_mm`, a place in
    // the body.
    std::vector<std::uint32_t> structures;
    glm::vec3 anchor_mm{0};
    float importance = 0;  // the larger first where there is no room for all
    float size_points = 15;
    bool strong = false;
};

// A ball on which no label may lie: the face.
struct KeepFree {
    glm::vec3 centre_mm{0};
    float radius_mm = 0;

    bool operator==(const KeepFree&) const = default;
};

// Large, plain words at the head of the picture, for whoever looks over the shoulder.
struct Headline {
    std::string title;  // "Your right shoulder"
    std::string line;   // may be empty
};

enum class Corner { top_left, top_right, bottom_left, bottom_right };

// "L", "R" and the like: text fixed to the picture.
struct CornerText {
    Corner corner = Corner::top_left;
    std::string text;
    float size_points = 20;
    bool second = false;  // of the second camera's picture
};

enum class Symbol {
    essential, spillover, disc, taut_band, arrow, no_press, no_press_only, no_press_care
};

struct LegendEntry {
    Symbol symbol = Symbol::essential;
    std::string text;
};

// Below the picture, never over it: legend, note and attribution.
struct Strip {
    std::string title;   // "Trapezius, upper fibres · tp2 · right"
    std::string caption;  // "thumb: down and slightly back ..."; may be empty
    std::vector<LegendEntry> legend;
    std::string note;    // "commonly reported, for teaching, not diagnosis"
    std::string attribution;
};

struct Palette {
    glm::vec4 background_top{0.96f, 0.965f, 0.97f, 1};
    glm::vec4 background_bottom{0.90f, 0.91f, 0.925f, 1};
    glm::vec3 text{0.13f, 0.15f, 0.18f};
    glm::vec3 faint_text{0.36f, 0.39f, 0.43f};
    glm::vec3 strip{1.0f, 1.0f, 1.0f};
    glm::vec3 emphasis{0.95f, 0.55f, 0.10f};
};

struct Frame {
    CameraPose camera;
    // The same body once more, beside the first picture: each takes half of the width.
    std::optional<CameraPose> second_camera;
    std::shared_ptr<const BodySurfaces> surfaces;
    std::vector<StructureLook> looks;  // by structure number; the skin's own row is not used
    SkinLook skin;
    ZonePaint zones;
    SkinOverlay overlay;
    Dent dent;
    std::optional<ContactPose> contact;
    std::vector<PointMark> points;
    std::optional<TautBand> taut_band;
    std::optional<TargetRing> target;
    std::optional<Arrow> arrow;
    std::optional<Cut> cut;
    std::vector<Label> labels;
    std::optional<KeepFree> keep_free;
    std::optional<Headline> headline;
    std::vector<CornerText> corner_texts;
    std::optional<Strip> strip;  // none: --clean, or a window that shows it elsewhere
    Palette palette;
    bool transparent = false;    // no background
    bool moving = false;         // the camera moves or something plays: quality gives way to speed
};

// Height of the strip at the foot of a picture that is so high in all, in pixels.
int strip_height_px(int picture_height_px);

}  // namespace tpatlas::scene
