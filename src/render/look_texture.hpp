// render/look_texture.hpp: what each structure looks like this frame, a row a structure, read by
// the shaders through the structure's number.
#pragma once

#include "render/body_buffers.hpp"
#include "render/gl/owners.hpp"
#include "scene/frame.hpp"

#include <vector>

namespace tpatlas::render {

class LookTexture {
public:
    LookTexture();
    // Uploads only what changed.
    void update(const std::vector<scene::StructureLook>& looks,
                const std::vector<RangeFacts>& facts);
    void forget() { shown_.clear(); }  // the body changed
    GLuint id() const { return texture_.id(); }

private:
    gl::Texture texture_ = gl::Texture::create();
    std::vector<scene::StructureLook> shown_;
};

}  // namespace tpatlas::render
