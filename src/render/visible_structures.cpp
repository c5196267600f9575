#include "render/visible_structures.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <optional>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::render {

namespace {

// The grid has so many rows, whatever the picture's size, so that a picture at another size gets
// the same names: a cell is two points wide, finer than a line's end.
constexpr int rows = 360;

// What is behind a veil denser than this cannot be told apart any more.
constexpr float densest_veil = 0.75f;
constexpr float densest_ghost = 0.5f;
// A ghost fainter than this is there for orientation only.
constexpr float faintest_ghost = 0.3f;

using Places = std::array<std::uint32_t, 4>;
using Packed = std::array<std::uint32_t, 2>;

float mm_of(std::uint32_t bits)
{
    return bits == 0 ? 1e9f : std::bit_cast<float>(bits);
}

template <class Sample>
std::vector<Sample> read_back(GLuint target, glm::ivec2 size, GLenum layout)
{
    std::vector<Sample> samples(static_cast<std::size_t>(size.x) *
                                static_cast<std::size_t>(size.y));
    glBindFramebuffer(GL_READ_FRAMEBUFFER, target);
    glReadBuffer(GL_COLOR_ATTACHMENT0);
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, size.x, size.y, layout, GL_UNSIGNED_INT, samples.data());
    return samples;
}

// How dense the skin is at a place on it (as shade_skin.frag).
float density_of(const scene::SkinLook& skin, glm::vec3 place)
{
    if (!skin.dense)
        return skin.opacity;
    const float beyond = glm::dot(place - skin.dense->point_mm, skin.dense->normal);
    const float soft = std::max(skin.dense->soft_mm, 0.1f);
    const float share = glm::smoothstep(0.0f, 1.0f, beyond / soft + 0.5f) *
                        glm::smoothstep(0.08f, 0.30f, skin.opacity);
    return glm::mix(skin.opacity, 1.0f, share);
}

float opacity_of(const scene::Frame& frame, std::uint32_t number)
{
    if (number >= frame.looks.size())
        return 1;
    const scene::StructureLook& look = frame.looks[number];
    return look.layer == scene::Layer::ghost ? look.opacity : 1.0f;
}

// Number + 1 of what is named there.
std::uint32_t named_at(const scene::Frame& frame, const Places& places, std::uint32_t solid)
{
    const std::uint32_t front = places[0];
    if (front == 0 || front == solid)
        return front;
    const float opacity = opacity_of(frame, front - 1);
    if (solid != 0 && opacity < densest_ghost)
        return solid;
    return opacity >= faintest_ghost ? front : 0;
}

}  // namespace

void VisibleStructures::prepare(Copy& copy, glm::ivec2 size, unsigned format, unsigned layout)
{
    if (copy.size == size)
        return;
    copy.size = size;
    copy.texture = gl::Texture::create();
    glBindTexture(GL_TEXTURE_2D, copy.texture.id());
    glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(format), size.x, size.y, 0, layout,
                 GL_UNSIGNED_INT, nullptr);
    for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
        glTexParameteri(GL_TEXTURE_2D, filter, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    copy.target = gl::Framebuffer::create();
    glBindFramebuffer(GL_FRAMEBUFFER, copy.target.id());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, copy.texture.id(),
                           0);
}

void VisibleStructures::begin(const scene::Frame& frame, glm::ivec2 body_px)
{
    wanted_ = std::any_of(frame.labels.begin(), frame.labels.end(),
                          [](const scene::Label& label) { return !label.structures.empty(); });
    if (!wanted_)
        return;
    body_px_ = body_px;
    size_.y = std::min(rows, body_px.y);
    size_.x = std::clamp(static_cast<int>(std::lround(static_cast<float>(size_.y) *
                                                      static_cast<float>(body_px.x) /
                                                      static_cast<float>(body_px.y))),
                         1, body_px.x);
    prepare(solid_, size_, GL_RG32UI, GL_RG_INTEGER);
    prepare(places_, size_, GL_RGBA32UI, GL_RGBA_INTEGER);
    glBindFramebuffer(GL_FRAMEBUFFER, solid_.target.id());
    glDisable(GL_SCISSOR_TEST);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    constexpr GLuint nothing[4] = {0, 0, 0, 0};
    glClearBufferuiv(GL_COLOR, 0, nothing);
}

void VisibleStructures::collect(const Layers& layers, const Tile& tile)
{
    if (!wanted_ || !layers.has(Role::structures))
        return;
    if (layer_.id() == 0)
        layer_ = gl::Framebuffer::create();
    glBindFramebuffer(GL_READ_FRAMEBUFFER, layer_.id());
    glFramebufferTextureLayer(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, layers.surfaces(), 0,
                              layers.layer_of_role()[static_cast<int>(Role::structures)]);
    glReadBuffer(GL_COLOR_ATTACHMENT0);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, solid_.target.id());
    glDisable(GL_SCISSOR_TEST);
    const glm::vec2 cells_per_px = glm::vec2(size_) / glm::vec2(body_px_);
    const glm::ivec2 from = (tile.keep_from - tile.origin_px) * samples_per_px;
    const glm::ivec2 to = from + tile.keep_size * samples_per_px;
    const glm::ivec2 low(glm::round(glm::vec2(tile.keep_from) * cells_per_px));
    const glm::ivec2 high(glm::round(glm::vec2(tile.keep_from + tile.keep_size) * cells_per_px));
    glBlitFramebuffer(from.x, from.y, to.x, to.y, low.x, low.y, high.x, high.y,
                      GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

VisibleGrid VisibleStructures::read(const scene::Frame& frame, const Eye& eye, const Surface& body)
{
    VisibleGrid grid;
    if (!wanted_)
        return grid;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, body.target.id());
    glReadBuffer(GL_COLOR_ATTACHMENT1);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, places_.target.id());
    glDisable(GL_SCISSOR_TEST);
    glBlitFramebuffer(0, 0, body.size_px.x, body.size_px.y, 0, 0, size_.x, size_.y,
                      GL_COLOR_BUFFER_BIT, GL_NEAREST);
    const auto places = read_back<Places>(places_.target.id(), size_, GL_RGBA_INTEGER);
    const auto solid = read_back<Packed>(solid_.target.id(), size_, GL_RG_INTEGER);

    grid.size = size_;
    grid.structures.assign(places.size(), 0);
    grid.mm.assign(places.size(), 0);
    grid.body_from = size_.x;
    for (int y = 0; y < size_.y; ++y)
        for (int x = 0; x < size_.x; ++x) {
            const std::size_t i = grid.at({x, y});
            const Places& here = places[i];
            if (here == Places{})
                continue;
            grid.body_from = std::min(grid.body_from, x);
            grid.body_to = std::max(grid.body_to, x + 1);
            if (here[0] == 0 || mm_of(here[3]) < mm_of(here[1]))
                continue;
            if (here[2] != 0 &&
                density_of(frame.skin, eye.place(grid.middle_of({x, y}) * eye.picture_px,
                                                 mm_of(here[2]))) > densest_veil)
                continue;
            grid.structures[i] = named_at(frame, here, solid[i][1] >> 20u);
            grid.mm[i] = mm_of(here[1]);
        }
    return grid;
}

}  // namespace tpatlas::render
