// cli/picture.hpp: the window's own way from choices to pixels, without a window.
//
//   Result<Picture> picture = Picture::open(common, program);
//   Session session(picture.value().atlas());
//   ... commands ...
//   Image image = picture.value().draw(session, frame_options, {1200, 900});
//
// Needs no display. One thread.
#pragma once

#include "atlas/atlas.hpp"
#include "cli/options.hpp"
#include "cli/program.hpp"
#include "core/image.hpp"
#include "core/result.hpp"
#include "core/texts.hpp"
#include "render/offscreen.hpp"
#include "render/renderer.hpp"
#include "scene/build_frame.hpp"
#include "state/session.hpp"

#include <memory>

namespace tpatlas::cli {

class Picture {
public:
    static Result<Picture> open(const CommonOptions& common, const Program& program);

    const std::shared_ptr<const Atlas>& atlas() const { return atlas_; }
    const Texts& texts() const { return texts_; }
    const render::Renderer& renderer() const { return renderer_; }

    // The frame that would be drawn: what its strip says goes into a file's texts.
    scene::Frame frame(const Session& session, const scene::FrameOptions& options);
    // size_px is that of the whole picture, with its strip.
    Image draw(const scene::Frame& frame, glm::ivec2 size_px);

private:
    Picture(std::shared_ptr<const Atlas> atlas, Texts texts, render::OffscreenContext context,
            render::Renderer renderer);

    std::shared_ptr<const Atlas> atlas_;
    Texts texts_;
    scene::FrameMemory memory_;
    render::OffscreenContext context_;  // before the renderer, so that it dies after it
    render::Renderer renderer_;
};

// Width by height of the body's part of a picture.
float body_aspect(glm::ivec2 size_px, bool strip);

// Time passes until no flight is left: a picture is of where the camera ends.
void arrive(Session& session);

}  // namespace tpatlas::cli
