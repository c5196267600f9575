#include "render/renderer.hpp"

#include "render/body_buffers.hpp"
#include "render/body_marks.hpp"
#include "render/canvas.hpp"
#include "render/eye.hpp"
#include "render/finish_pass.hpp"
#include "render/fonts.hpp"
#include "render/gl/debug.hpp"
#include "render/labels.hpp"
#include "render/layers.hpp"
#include "render/look_texture.hpp"
#include "render/marks_pass.hpp"
#include "render/occlusion_pass.hpp"
#include "render/shade_pass.hpp"
#include "render/stipple_pass.hpp"
#include "render/strip.hpp"
#include "render/surface_pass.hpp"
#include "render/tile.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::render {

namespace {

// The skin is what is picked from this opacity on (product.md).
constexpr float picked_skin_opacity = 0.5f;

// A skin as dense as this hides all that lies under it, which is then not drawn at all.
constexpr float hiding_opacity = 0.995f;

// A moving picture takes the coarse triangles while they are no wider than this.
constexpr float coarse_px = 5.0f;

// What of the frame is drawn, by layer.
struct Shown {
    std::vector<std::uint32_t> solid;
    std::vector<std::uint32_t> ghosts;
    bool skin = false;
    bool contact = false;
};

Shown shown_of(const scene::Frame& frame, const BodyBuffers* body, const Eye& eye)
{
    Shown shown;
    shown.contact = frame.contact && frame.contact->mesh &&
                    !frame.contact->mesh->triangles.empty() && frame.contact->opacity > 0;
    if (body == nullptr)
        return shown;
    shown.skin = frame.surfaces->skin && frame.skin.shown && frame.skin.opacity > 0;
    if (shown.skin && frame.skin.opacity >= hiding_opacity)
        return shown;
    const std::size_t count = std::min<std::size_t>(
        {frame.looks.size(), body->facts().size(), largest_structure_count});
    for (std::uint32_t number = 0; number < count; ++number) {
        const scene::StructureLook& look = frame.looks[number];
        const bool is_skin = frame.surfaces->skin && *frame.surfaces->skin == number;
        if (look.layer == scene::Layer::hidden || is_skin || !eye.sees(body->facts()[number].box))
            continue;
        (look.layer == scene::Layer::ghost ? shown.ghosts : shown.solid).push_back(number);
    }
    return shown;
}

// As the shaders count it; none where the overlay has no values for this skin.
int overlay_kind(const scene::Frame& frame)
{
    const bool fits = frame.overlay.values && frame.surfaces && frame.surfaces->skin &&
                      frame.overlay.values->size() ==
                          frame.surfaces->ranges[*frame.surfaces->skin].vertex_count;
    return fits ? static_cast<int>(frame.overlay.kind) : 0;
}

glm::ivec2 scaled(glm::ivec2 size, float scale)
{
    return glm::max(glm::ivec2(glm::round(glm::vec2(size) * scale)), glm::ivec2(1));
}

}  // namespace

struct Renderer::Parts {
    RenderOptions options;
    SurfacePass surface_pass;
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
    PicturePart body_part;
    Eye eye;  // at the resolution of the body's part
    std::vector<PointOnPicture> points;
    bool skin_is_picked = false;
    bool drawn = false;

    void upload(const scene::Frame& frame);
    void draw_layers(const scene::Frame& frame, const Shown& shown, const Eye& view,
                     const Tile& tile);
    void draw_body(const scene::Frame& frame);
    void draw_marks(const scene::Frame& frame, const PicturePart& strip);
    float scale_of(const scene::Frame& frame) const;
};

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

void Renderer::Parts::draw_layers(const scene::Frame& frame, const Shown& shown, const Eye& view,
                                  const Tile& tile)
{
    const glm::ivec2 picture(view.picture_px);
    layers.prepare(tile.size_px, {!shown.solid.empty(), shown.skin, shown.contact,
                                  !shown.ghosts.empty()});
    tile.set_layer_viewport(picture);
    if (layers.has(Role::structures)) {
        layers.begin(Role::structures);
        surface_pass.draw_structures(*body, shown.solid, view, frame.dent, looks.id());
    }
    if (layers.has(Role::ghosts)) {
        layers.begin(Role::ghosts);
        surface_pass.draw_structures(*body, shown.ghosts, view, frame.dent, looks.id());
    }
    if (layers.has(Role::skin)) {
        layers.begin(Role::skin);
        surface_pass.draw_skin(*body, body->facts()[*frame.surfaces->skin].closed, view,
                               frame.dent, frame.zones.soft_edge_mm, overlay_kind(frame), looks.id());
        if (stipple_pass.has_dots())
            stipple_pass.draw(layers, view, frame.dent);
    }
    if (layers.has(Role::contact)) {
        layers.begin(Role::contact);
        surface_pass.draw_contact(*contact, frame.contact->world_from_contact, view, looks.id());
    }
}

void Renderer::Parts::draw_body(const scene::Frame& frame)
{
    const Eye view = eye_of(frame.camera, glm::vec2(canvas.body().size_px));
    const Shown shown = shown_of(frame, body.get(), view);
    // Coarser triangles while they are a few pixels wide and the picture moves.
    const float px_per_mm = view.px_per_mm(frame.camera.distance_mm);
    if (body)
        body->set_coarse(frame.moving && BodyBuffers::coarse_mm * px_per_mm < coarse_px);
    const bool anything = !shown.solid.empty() || !shown.ghosts.empty() || shown.skin ||
                          shown.contact;
    ShadeInputs inputs;
    inputs.looks = looks.id();
    inputs.overlay_kind = overlay_kind(frame);
    inputs.stipple = shown.skin && stipple_pass.has_dots() ? 1u : 0u;
    for (const Tile& tile : tiles_of(canvas.body().size_px, options.tile_px,
                                     OcclusionPass::reach_px(canvas.body().size_px.y))) {
        draw_layers(frame, shown, view, tile);
        if (anything && !frame.moving) {
            occlusion_pass.draw(layers, tile, view);
            inputs.openness = occlusion_pass.openness();
        }
        if (inputs.stipple != 0)
            inputs.stipple = stipple_pass.cover();
        shade_pass.draw(frame, layers, tile, view, inputs, canvas.body());
    }
    canvas.place_body(body_part.from_px, body_part.size_px);
}

void Renderer::Parts::draw_marks(const scene::Frame& frame, const PicturePart& strip)
{
    const glm::ivec2 size = canvas.whole().size_px;
    const float point_px = static_cast<float>(size.y) / 720.0f;
    MarkList over_body;
    points = add_body_marks(over_body, frame, eye, glm::vec2(body_part.from_px), point_px);
    add_labels(over_body, fonts, frame, eye, body_part, point_px);
    marks_pass.draw(over_body, canvas, body_part, body_part, eye, frame.target, fonts.atlas());
    if (strip.size_px.y <= 0)
        return;
    MarkList below;
    add_strip(below, fonts, frame, strip);
    marks_pass.draw(below, canvas, body_part, strip, eye, std::nullopt, fonts.atlas());
}

Result<Renderer> Renderer::make(const RenderFiles& files, const RenderOptions& options)
{
    if (options.check_errors)
        gl::report_messages();
    auto surface = SurfacePass::make(files.shaders);
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
    collect(surface), collect(stipple), collect(occlusion), collect(shade), collect(marks);
    collect(finish), collect(fonts);
    if (!faults.empty())
        return faults;
    RenderOptions chosen = options;
    if (!chosen.moving_scale)
        chosen.moving_scale = gl::is_software_renderer() ? 0.5f : 1.0f;
    return Renderer(std::unique_ptr<Parts>(
        new Parts{chosen, surface.take(), stipple.take(), occlusion.take(), shade.take(),
                  marks.take(), finish.take(), fonts.take(), {}, {}, {}, {}, {}, {}, {}, -1, {}, {}, {},
                  {}, {}, false, false}));
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
    parts_->body_part = {{0, strip_px}, {size.x, size.y - strip_px}};
    parts_->eye = eye_of(frame.camera, glm::vec2(parts_->body_part.size_px));
    parts_->skin_is_picked = frame.skin.opacity >= picked_skin_opacity;
    parts_->canvas.prepare(size, scaled(parts_->body_part.size_px, parts_->scale_of(frame)));
    parts_->fonts.begin_frame();

    parts_->upload(frame);
    parts_->draw_body(frame);
    parts_->draw_marks(frame, strip);
    parts_->finish_pass.draw(parts_->canvas.whole(), parts_->canvas.finished());
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    parts_->drawn = true;
}

void Renderer::present_last(unsigned framebuffer, glm::ivec2 origin_px) const
{
    if (!parts_->drawn)
        return;
    const Surface& picture = parts_->canvas.finished();
    glBindFramebuffer(GL_READ_FRAMEBUFFER, picture.target.id());
    glReadBuffer(GL_COLOR_ATTACHMENT0);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_FRAMEBUFFER_SRGB);  // the bytes are sRGB already
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glBlitFramebuffer(0, 0, picture.size_px.x, picture.size_px.y, origin_px.x, origin_px.y,
                      origin_px.x + picture.size_px.x, origin_px.y + picture.size_px.y,
                      GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
}

Picked Renderer::pick(glm::vec2 pixel) const
{
    Picked picked;
    if (!parts_->drawn)
        return picked;
    const PicturePart& part = parts_->body_part;
    const Surface& places = parts_->canvas.body();
    const glm::vec2 size(part.size_px);
    // From the lower left of the body's part, which is the upper part of the picture.
    const glm::vec2 at(pixel.x, size.y - pixel.y);
    if (at.x < 0 || at.y < 0 || at.x >= size.x || at.y >= size.y)
        return picked;
    const glm::ivec2 texel = glm::min(glm::ivec2(at * glm::vec2(places.size_px) / size),
                                      places.size_px - 1);
    std::array<std::uint32_t, 4> found{};
    glBindFramebuffer(GL_READ_FRAMEBUFFER, places.target.id());
    glReadBuffer(GL_COLOR_ATTACHMENT1);
    glReadPixels(texel.x, texel.y, 1, 1, GL_RGBA_INTEGER, GL_UNSIGNED_INT, found.data());
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);

    const std::uint32_t under = found[0], skin = found[2];  // 0: nothing
    picked.skin = skin != 0;
    if (under != 0)
        picked.under_skin = under - 1;
    const bool takes_skin = skin != 0 && parts_->skin_is_picked;
    if (takes_skin)
        picked.structure = parts_->body_of_buffers->skin;
    else
        picked.structure = picked.under_skin;
    const bool skin_place = takes_skin || (under == 0 && skin != 0);
    if (skin != 0 || under != 0)
        picked.position_mm =
            parts_->eye.place(at, std::bit_cast<float>(skin_place ? found[2] : found[1]));
    // The nearest mark's middle wins; the selected one lies on top.
    float nearest = 1;
    for (const PointOnPicture& point : parts_->points) {
        const float away = glm::distance(point.centre_px, at) / point.radius_px;
        if (away < nearest) {
            nearest = away;
            picked.point = point.tag;
        }
    }
    return picked;
}

Image Renderer::read_pixels() const
{
    Image image;
    if (!parts_->drawn)
        return image;
    const Surface& picture = parts_->canvas.finished();
    image.size_px = picture.size_px;
    const std::size_t stride = static_cast<std::size_t>(image.size_px.x) * 4;
    const auto rows = static_cast<std::size_t>(image.size_px.y);
    image.rgba.resize(stride * rows);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, picture.target.id());
    glReadBuffer(GL_COLOR_ATTACHMENT0);
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, image.size_px.x, image.size_px.y, GL_RGBA, GL_UNSIGNED_BYTE,
                 image.rgba.data());
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
    // OpenGL counts rows from below.
    for (std::size_t y = 0; y < rows / 2; ++y)
        std::swap_ranges(image.rgba.begin() + static_cast<std::ptrdiff_t>(y * stride),
                         image.rgba.begin() + static_cast<std::ptrdiff_t>((y + 1) * stride),
                         image.rgba.begin() + static_cast<std::ptrdiff_t>((rows - 1 - y) * stride));
    return image;
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
