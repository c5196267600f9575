// render/shown.hpp: what one pane draws of a frame: which structures, in which layer, whole or
// clipped by the cut.
//
//   const Shown shown = shown_of(frame, body, eye);
#pragma once

#include "render/body_buffers.hpp"
#include "render/eye.hpp"
#include "scene/frame.hpp"

#include <cstdint>
#include <vector>

#include <glm/vec4.hpp>

namespace tpatlas::render {

// Structure numbers, ascending. What lies wholly beyond the cut is in neither.
struct Group {
    std::vector<std::uint32_t> whole;
    std::vector<std::uint32_t> clipped;  // the cut runs through them

    bool empty() const { return whole.empty() && clipped.empty(); }
};

struct Shown {
    Group solid;
    Group ghosts;
    bool skin = false;
    bool skin_clipped = false;
    bool contact = false;

    bool anything() const { return !solid.empty() || !ghosts.empty() || skin || contact; }
    bool anything_clipped() const
    {
        return !solid.clipped.empty() || !ghosts.clipped.empty() || skin_clipped;
    }
};

// `body` is null where the frame has none.
Shown shown_of(const scene::Frame& frame, const BodyBuffers* body, const Eye& eye);

// A cut as the shaders want it: dot(p, xyz) + w is the distance beyond the plane, mm.
glm::vec4 plane_of(const scene::Cut& cut);

}  // namespace tpatlas::render
