// What lies under a pixel of the last picture, and its pixels.
#include "render/renderer_parts.hpp"

#include <array>
#include <bit>
#include <utility>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::render {

namespace {

// The skin is what is picked from this opacity on; below it, what lies under it.
constexpr float picked_skin_opacity = 0.5f;

}  // namespace

std::optional<std::size_t> Renderer::Parts::pane_under(glm::vec2 pixel) const
{
    if (!drawn)
        return std::nullopt;
    const auto height = static_cast<float>(canvas.whole().size_px.y);
    const glm::vec2 at(pixel.x, height - pixel.y);
    // The last one lies on top in a column that two share.
    for (std::size_t number = panes.size(); number-- > 0;) {
        const glm::vec2 from(panes[number].part.from_px), size(panes[number].part.size_px);
        if (at.x >= from.x && at.y >= from.y && at.x < from.x + size.x && at.y < from.y + size.y)
            return number;
    }
    return std::nullopt;
}

std::optional<PaneOnPicture> Renderer::pane_at(glm::vec2 pixel) const
{
    const std::optional<std::size_t> number = parts_->pane_under(pixel);
    if (!number)
        return std::nullopt;
    const PicturePart& part = parts_->panes[*number].part;
    const int top = parts_->canvas.whole().size_px.y - part.from_px.y - part.size_px.y;
    return PaneOnPicture{*number == 1, {part.from_px.x, top}, part.size_px};
}

Picked Renderer::pick(glm::vec2 pixel) const
{
    Picked picked;
    const std::optional<std::size_t> number = parts_->pane_under(pixel);
    if (!number)
        return picked;
    picked.second = *number == 1;
    const Pane& pane = parts_->panes[*number];
    const Surface& places = parts_->canvas.body(*number);
    const glm::vec2 size(pane.part.size_px);
    // From the lower left of the pane, which is in the upper part of the picture.
    const glm::vec2 at(pixel.x - static_cast<float>(pane.part.from_px.x), size.y - pixel.y);
    const glm::ivec2 texel = glm::clamp(glm::ivec2(at * glm::vec2(places.size_px) / size),
                                        glm::ivec2(0), places.size_px - 1);
    std::array<std::uint32_t, 4> found{};
    glBindFramebuffer(GL_READ_FRAMEBUFFER, places.target.id());
    glReadBuffer(GL_COLOR_ATTACHMENT1);
    glReadPixels(texel.x, texel.y, 1, 1, GL_RGBA_INTEGER, GL_UNSIGNED_INT, found.data());
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);

    const std::uint32_t under = found[0], skin = found[2];  // 0: nothing
    picked.skin = skin != 0;
    if (under != 0)
        picked.under_skin = under - 1;
    const bool takes_skin = skin != 0 && parts_->skin_opacity >= picked_skin_opacity;
    if (takes_skin)
        picked.structure = parts_->body_of_buffers->skin;
    else
        picked.structure = picked.under_skin;
    const bool skin_place = takes_skin || (under == 0 && skin != 0);
    if (skin != 0 || under != 0)
        picked.position_mm =
            pane.eye.place(at, std::bit_cast<float>(skin_place ? found[2] : found[1]));
    // The nearest mark's middle wins; the selected one lies on top.
    float nearest = 1;
    for (const PointOnPicture& point : pane.points) {
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
    return parts_->drawn ? image_of(parts_->canvas.finished()) : Image();
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

}  // namespace tpatlas::render
