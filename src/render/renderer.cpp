#include "render/renderer.hpp"

#include "render/body_marks.hpp"
#include "render/colour.hpp"
#include "render/cut_marks.hpp"
#include "render/gl/debug.hpp"
#include "render/renderer_parts.hpp"
#include "render/strip.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::render {

namespace {

// A moving picture takes the coarse triangles while they are no wider than this.
constexpr float coarse_px = 5.0f;

// As the shaders count it; none where the overlay has no values for this skin.
int overlay_kind(const scene::Frame& frame)
{
    const bool fits = frame.overlay.values && frame.surfaces && frame.surfaces->skin &&
                      frame.overlay.values->size() ==
                          frame.surfaces->ranges[*frame.surfaces->skin].vertex_count;
    return fits ? static_cast<int>(frame.overlay.kind) : 0;
}

// Quiet, as wide as a hair.
void add_line_between(MarkList& list, const scene::Frame& frame, const PicturePart& body,
                      const PicturePart& right)
{
    const float width =
        std::max(1.0f, std::round(static_cast<float>(body.size_px.y) / 500.0f));
    const glm::vec2 from(static_cast<float>(right.from_px.x) - std::floor(width / 2),
                         body.from_px.y);
    list.add_box(from, from + glm::vec2(width, body.size_px.y),
                 glm::vec4(linear_from_srgb(frame.palette.faint_text), 0.35f));
}

PicturePart below_headline(const PicturePart& part, const HeadlineLayout& headline)
{
    if (headline.lines.empty())
        return part;
    const int top = static_cast<int>(headline.plate.low.y);
    return {part.from_px, {part.size_px.x, top - part.from_px.y}};
}

void add_headline(MarkList& list, Fonts& fonts, const scene::Frame& frame,
                  const HeadlineLayout& layout)
{
    if (layout.lines.empty())
        return;
    list.add_plate(layout.plate.low, layout.plate.high, layout.radius_px,
                   glm::vec4(linear_from_srgb(glm::vec3(frame.palette.background_top)), 0.9f));
    const glm::vec4 ink(linear_from_srgb(frame.palette.text), 1);
    for (const HeadlineLayout::Line& line : layout.lines)
        fonts.add(list, line.text, line.base_line_px, {line.size_px, line.strong}, ink);
}

glm::ivec2 scaled(glm::ivec2 size, float scale)
{
    return glm::max(glm::ivec2(glm::round(glm::vec2(size) * scale)), glm::ivec2(1));
}

}  // namespace

float Renderer::Parts::scale_of(const scene::Frame& frame) const
{
    if (!frame.moving)
        return 1;
    return std::clamp(options.moving_scale.value_or(1.0f), 0.1f, 1.0f);
}

void Renderer::Parts::upload(const scene::Frame& frame)
{
    if (frame.surfaces != body_of_buffers) {
        body.reset();
        if (frame.surfaces)
            body = std::make_unique<BodyBuffers>(*frame.surfaces);
        body_of_buffers = frame.surfaces;
        zones_of_buffers = nullptr;
        overlay_of_buffers = nullptr;
        strength_of_dots = -1;
        looks.forget();
    }
    const float dots = frame.zones.strength > 0 ? 1.0f : 0.0f;
    if (body && (frame.zones.distance_mm != zones_of_buffers || strength_of_dots != dots)) {
        body->set_zone_distances(frame.zones.distance_mm.get());
        stipple_pass.choose_dots(*frame.surfaces, frame.zones);
        zones_of_buffers = frame.zones.distance_mm;
        strength_of_dots = dots;
    }
    if (body && frame.overlay.values != overlay_of_buffers) {
        body->set_overlay(frame.overlay.values.get());
        overlay_of_buffers = frame.overlay.values;
    }
    if (body)
        looks.update(frame.looks, body->facts());
    const auto mesh = frame.contact ? frame.contact->mesh : nullptr;
    if (mesh && mesh != mesh_of_contact) {
        contact = std::make_unique<MeshBuffers>(*mesh);
        mesh_of_contact = mesh;
    }
}

void Renderer::Parts::draw_structures(const scene::Frame& frame, const Group& group,
                                      const Eye& view, const Tile& tile)
{
    surface_pass.draw_structures(*body, group.whole, view, frame.dent, looks.id());
    if (!group.clipped.empty())
        cut_pass.draw_structures(*body, group.clipped,
                                 {view, tile, *frame.cut, frame.dent, looks.id()});
}

void Renderer::Parts::draw_layers(const scene::Frame& frame, const Shown& shown, const Eye& view,
                                  const Tile& tile)
{
    const glm::ivec2 picture(view.picture_px);
    layers.prepare(tile.size_px,
                   {!shown.solid.empty(), shown.skin, shown.contact, !shown.ghosts.empty()},
                   frame.cut.has_value());
    tile.set_layer_viewport(picture);
    if (layers.has(Role::structures)) {
        layers.begin(Role::structures);
        draw_structures(frame, shown.solid, view, tile);
    }
    if (layers.has(Role::ghosts)) {
        layers.begin(Role::ghosts);
        draw_structures(frame, shown.ghosts, view, tile);
    }
    if (layers.has(Role::skin)) {
        layers.begin(Role::skin);
        const float edge_mm = frame.zones.soft_edge_mm;
        if (shown.skin_clipped)
            cut_pass.draw_skin(*body, {view, tile, *frame.cut, frame.dent, looks.id()}, edge_mm,
                               overlay_kind(frame));
        else
            surface_pass.draw_skin(*body, body->facts()[*frame.surfaces->skin].closed, view,
                                   frame.dent, edge_mm, overlay_kind(frame), looks.id());
        if (stipple_pass.has_dots())
            stipple_pass.draw(layers, view, frame.dent,
                              shown.skin_clipped ? std::optional(plane_of(*frame.cut))
                                                 : std::nullopt);
    }
    if (layers.has(Role::contact)) {
        layers.begin(Role::contact);
        surface_pass.draw_contact(*contact, frame.contact->world_from_contact, view, looks.id());
    }
}

void Renderer::Parts::draw_body(const scene::Frame& frame, std::size_t number)
{
    const Pane& pane = panes[number];
    const Surface& picture = canvas.body(number);
    const Eye view = eye_of(pane.camera, glm::vec2(picture.size_px));
    const Shown shown = shown_of(frame, body.get(), view);
    // Coarser triangles while they are a few pixels wide and the picture moves.
    const float px_per_mm = view.px_per_mm(pane.camera.distance_mm);
    if (body)
        body->set_coarse(frame.moving && BodyBuffers::coarse_mm * px_per_mm < coarse_px);
    ShadeInputs inputs;
    inputs.looks = looks.id();
    inputs.overlay_kind = overlay_kind(frame);
    inputs.stipple = shown.skin && stipple_pass.has_dots() ? 1u : 0u;
    inputs.cut_structures = !shown.solid.clipped.empty() || !shown.ghosts.clipped.empty();
    inputs.cut_skin = shown.skin_clipped;
    inputs.point_px = view.picture_px.y / 640;  // of the body's part, which is a strip less high
    labellers[number].begin(frame, picture.size_px);
    for (const Tile& tile : tiles_of(picture.size_px, options.tile_px,
                                     OcclusionPass::reach_px(picture.size_px.y))) {
        draw_layers(frame, shown, view, tile);
        labellers[number].collect(layers, tile);
        if (shown.anything() && !frame.moving) {
            occlusion_pass.draw(layers, tile, view);
            inputs.openness = occlusion_pass.openness();
        }
        if (inputs.stipple != 0)
            inputs.stipple = stipple_pass.cover();
        shade_pass.draw(frame, layers, tile, view, inputs, picture);
    }
    canvas.place_body(number, pane.part.from_px, pane.part.size_px);
}

void Renderer::Parts::draw_marks(const scene::Frame& frame, std::size_t number,
                                 const HeadlineLayout& headline)
{
    Pane& pane = panes[number];
    const float point_px = static_cast<float>(canvas.whole().size_px.y) / 720.0f;
    MarkList list;
    pane.points = add_body_marks(list, frame, pane.eye, glm::vec2(pane.part.from_px), point_px);
    add_cut_marks(list, frame, pane.eye, glm::vec2(pane.part.from_px), point_px);
    labellers[number].add(list, fonts,
                          {frame, pane.eye, pane.part, canvas.body(number), point_px, number == 1},
                          headline.lines.empty() ? std::vector<PageBox>{}
                                                 : std::vector<PageBox>{headline.plate});
    marks_pass.draw(list, canvas.whole(), {canvas.body(number), pane.part, pane.eye}, pane.part,
                    frame.target, fonts.atlas());
}

HeadlineLayout Renderer::Parts::headline_of(const scene::Frame& frame, const PicturePart& above)
{
    if (!frame.headline)
        return {};
    const float point_px = static_cast<float>(canvas.whole().size_px.y) / 720.0f;
    return lay_out_headline(*frame.headline, above, point_px,
                            [this](const std::string& text, float size_px, bool strong) {
                                return fonts.width_px(text, {size_px, strong});
                            });
}

// What belongs to no one pane: the line between two, the headline, and the strip.
void Renderer::Parts::draw_around(const scene::Frame& frame, const PicturePart& above,
                                  const PicturePart& strip, const HeadlineLayout& headline)
{
    const MarksGround ground{canvas.body(0), panes[0].part, panes[0].eye};
    MarkList over;
    if (panes.size() == 2)
        add_line_between(over, frame, below_headline(above, headline), panes[1].part);
    add_headline(over, fonts, frame, headline);
    marks_pass.draw(over, canvas.whole(), ground, above, std::nullopt, fonts.atlas());
    if (strip.size_px.y <= 0)
        return;
    MarkList below;
    add_strip(below, fonts, frame, strip);
    marks_pass.draw(below, canvas.whole(), ground, strip, std::nullopt, fonts.atlas());
}

Result<Renderer> Renderer::make(const RenderFiles& files, const RenderOptions& options)
{
    if (options.check_errors)
        gl::report_messages();
    auto surface = SurfacePass::make(files.shaders);
    auto cut = CutPass::make(files.shaders);
    auto stipple = StipplePass::make(files.shaders);
    auto occlusion = OcclusionPass::make(files.shaders);
    auto shade = ShadePass::make(files.shaders);
    auto marks = MarksPass::make(files.shaders);
    auto finish = FinishPass::make(files.shaders);
    auto fonts = Fonts::make(files.font, files.strong_font);
    Faults faults;
    const auto collect = [&faults](const auto& result) {
        if (!result)
            faults.insert(faults.end(), result.faults().begin(), result.faults().end());
    };
    collect(surface), collect(cut), collect(stipple), collect(occlusion), collect(shade);
    collect(marks), collect(finish), collect(fonts);
    if (!faults.empty())
        return faults;
    RenderOptions chosen = options;
    if (!chosen.moving_scale)
        chosen.moving_scale = gl::is_software_renderer() ? 0.5f : 1.0f;
    return Renderer(std::unique_ptr<Parts>(
        new Parts{chosen, surface.take(), cut.take(), stipple.take(), occlusion.take(),
                  shade.take(), marks.take(), finish.take(), fonts.take(), {}, {}, {}, {}, {}, {},
                  {}, -1, {}, {}, {}, 0, false}));
}

Renderer::Renderer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;
Renderer::~Renderer() = default;

void Renderer::draw(const scene::Frame& frame, glm::ivec2 size_px)
{
    const glm::ivec2 size = glm::clamp(size_px, glm::ivec2(1), glm::ivec2(max_size_px()));
    const int strip_px =
        frame.strip ? std::clamp(scene::strip_height_px(size.y), 0, size.y - 1) : 0;
    const PicturePart strip{{0, 0}, {size.x, strip_px}};
    const PicturePart body{{0, strip_px}, {size.x, size.y - strip_px}};
    parts_->panes = panes_of(frame, body);
    const std::size_t panes = parts_->panes.size();
    parts_->skin_opacity = frame.skin.opacity;
    parts_->canvas.prepare(size, scaled(parts_->panes[0].part.size_px, parts_->scale_of(frame)),
                           panes);
    parts_->fonts.begin_frame();

    parts_->upload(frame);
    for (std::size_t number = 0; number < panes; ++number)
        parts_->draw_body(frame, number);
    const HeadlineLayout headline = parts_->headline_of(frame, body);
    for (std::size_t number = 0; number < panes; ++number)
        parts_->draw_marks(frame, number, headline);
    parts_->draw_around(frame, body, strip, headline);
    parts_->finish_pass.draw(parts_->canvas.whole(), parts_->canvas.finished());
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    parts_->drawn = true;
}

int Renderer::max_size_px() const
{
    GLint largest = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
    return std::min(largest, 16384);
}

std::string Renderer::device() const
{
    return gl::device_name();
}

}  // namespace tpatlas::render
