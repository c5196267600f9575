#include "render/shown.hpp"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

namespace tpatlas::render {

namespace {

// A skin as dense as this hides all that lies under it, which is then not drawn at all.
constexpr float hiding_opacity = 0.995f;

enum class Side { kept, both, beyond };

// Of a box against the cut. A press may move what is in it.
Side side_of(const Box& box, const scene::Frame& frame)
{
    if (!frame.cut)
        return Side::kept;
    const glm::vec3 n = frame.cut->normal;
    const glm::vec3 half = (box.max - box.min) * 0.5f;
    const float middle = glm::dot(n, box.centre()) - frame.cut->offset_mm;
    const float reach = std::abs(n.x) * half.x + std::abs(n.y) * half.y + std::abs(n.z) * half.z +
                        std::abs(frame.dent.depth_mm);
    return middle > reach ? Side::beyond : middle < -reach ? Side::kept : Side::both;
}

}  // namespace

Shown shown_of(const scene::Frame& frame, const BodyBuffers* body, const Eye& eye)
{
    Shown shown;
    shown.contact = frame.contact && frame.contact->mesh &&
                    !frame.contact->mesh->triangles.empty() && frame.contact->opacity > 0;
    if (body == nullptr)
        return shown;
    shown.skin = frame.surfaces->skin && frame.skin.shown && frame.skin.opacity > 0;
    if (shown.skin) {
        const Side side = side_of(body->facts()[*frame.surfaces->skin].box, frame);
        shown.skin = side != Side::beyond;
        shown.skin_clipped = side == Side::both;
    }
    if (shown.skin && !shown.skin_clipped && frame.skin.opacity >= hiding_opacity)
        return shown;
    const std::size_t count = std::min<std::size_t>(
        {frame.looks.size(), body->facts().size(), largest_structure_count});
    for (std::uint32_t number = 0; number < count; ++number) {
        const scene::StructureLook& look = frame.looks[number];
        const bool is_skin = frame.surfaces->skin && *frame.surfaces->skin == number;
        const Box& box = body->facts()[number].box;
        if (look.layer == scene::Layer::hidden || is_skin || !eye.sees(box))
            continue;
        Group& group = look.layer == scene::Layer::ghost ? shown.ghosts : shown.solid;
        const Side side = side_of(box, frame);
        if (side != Side::beyond)
            (side == Side::both ? group.clipped : group.whole).push_back(number);
    }
    return shown;
}

glm::vec4 plane_of(const scene::Cut& cut)
{
    return {cut.normal, -cut.offset_mm};
}

}  // namespace tpatlas::render
