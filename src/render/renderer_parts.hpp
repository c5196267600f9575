// render/renderer_parts.hpp: what a Renderer is made of. Only for its own sources: renderer.cpp draws,
// renderer_reading.cpp answers what was drawn.
#pragma once

#include "render/body_buffers.hpp"
#include "render/canvas.hpp"
#include "render/cut_pass.hpp"
#include "render/finish_pass.hpp"
#include "render/fonts.hpp"
#include "render/headline_layout.hpp"
#include "render/labels.hpp"
#include "render/layers.hpp"
#include "render/look_texture.hpp"
#include "render/marks_pass.hpp"
#include "render/occlusion_pass.hpp"
#include "render/panes.hpp"
#include "render/renderer.hpp"
#include "render/shade_pass.hpp"
#include "render/shown.hpp"
#include "render/stipple_pass.hpp"
#include "render/surface_pass.hpp"
#include "render/tile.hpp"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace tpatlas::render {

struct Renderer::Parts {
    RenderOptions options;
    SurfacePass surface_pass;
    CutPass cut_pass;
    StipplePass stipple_pass;
    OcclusionPass occlusion_pass;
    ShadePass shade_pass;
    MarksPass marks_pass;
    FinishPass finish_pass;
    Fonts fonts;
    LookTexture looks;
    Layers layers;
    Canvas canvas;

    // What was uploaded, and for which objects; holding them keeps their addresses from being
    // used again.
    std::shared_ptr<const BodySurfaces> body_of_buffers;
    std::unique_ptr<BodyBuffers> body;
    std::shared_ptr<const std::vector<glm::vec2>> zones_of_buffers;
    std::shared_ptr<const std::vector<glm::vec4>> overlay_of_buffers;
    float strength_of_dots = -1;
    std::shared_ptr<const MeshData> mesh_of_contact;
    std::unique_ptr<MeshBuffers> contact;

    // Of the last picture.
    std::vector<Pane> panes;
    float skin_opacity = 0;
    bool drawn = false;

    std::array<Labeller, 2> labellers{};  // of the panes

    void upload(const scene::Frame& frame);
    void draw_structures(const scene::Frame& frame, const Group& group, const Eye& view,
                         const Tile& tile);
    void draw_layers(const scene::Frame& frame, const Shown& shown, const Eye& view,
                     const Tile& tile);
    void draw_body(const scene::Frame& frame, std::size_t pane);
    HeadlineLayout headline_of(const scene::Frame& frame, const PicturePart& above);
    void draw_marks(const scene::Frame& frame, std::size_t pane, const HeadlineLayout& headline);
    void draw_around(const scene::Frame& frame, const PicturePart& above,
                     const PicturePart& strip, const HeadlineLayout& headline);
    float scale_of(const scene::Frame& frame) const;
    // Its number in `panes`; `pixel` as pick() takes it.
    std::optional<std::size_t> pane_under(glm::vec2 pixel) const;
};

}  // namespace tpatlas::render
