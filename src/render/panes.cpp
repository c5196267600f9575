#include "render/panes.hpp"

namespace tpatlas::render {

namespace {

Pane pane_of(const CameraPose& camera, const PicturePart& part)
{
    return {part, camera, eye_of(camera, glm::vec2(part.size_px)), {}};
}

}  // namespace

std::vector<Pane> panes_of(const scene::Frame& frame, const PicturePart& body)
{
    if (!frame.second_camera)
        return {pane_of(frame.camera, body)};
    // Of one size, so that both are drawn into the same layers.
    const glm::ivec2 size((body.size_px.x + 1) / 2, body.size_px.y);
    const glm::ivec2 right(body.from_px.x + body.size_px.x - size.x, body.from_px.y);
    return {pane_of(frame.camera, {body.from_px, size}),
            pane_of(*frame.second_camera, {right, size})};
}

}  // namespace tpatlas::render
