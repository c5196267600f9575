// render/renderer.hpp: draws a scene::Frame with OpenGL 3.3 and answers what lies under a pixel.
//
//   Result<render::RenderFiles> files = render::find_files(shader_folder, font_folder);
//   Result<render::Renderer> renderer = render::Renderer::make(files.value());
//   renderer.value().draw(frame, {1920, 1080});         // into a picture of its own
//   renderer.value().present_last(0, {left, bottom});   // onto the window, as often as needed
//   Image image = renderer.value().read_pixels();       // or into a file
//
// Needs a current OpenGL context whose functions glad has loaded (OffscreenContext does both; the
// window calls gladLoadGL), and must die before it. One thread. What it uploads is kept while the
// frame's surfaces, zone distances and hand stay the same objects, so a frame costs drawing only.
// Depends on scene and core.
#pragma once

#include "core/image.hpp"
#include "core/result.hpp"
#include "scene/frame.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

namespace tpatlas::render {

struct RenderFiles {
    std::filesystem::path shaders;  // folder
    std::filesystem::path font;
    std::filesystem::path strong_font;
};

// Inter where it is found below `font_folder`, else another sans-serif there; a fault where there
// is none, or where the shader folder lacks its shaders.
Result<RenderFiles> find_files(const std::filesystem::path& shader_folder,
                               const std::filesystem::path& font_folder);

struct RenderOptions {
    // Bigger pictures are drawn in tiles of this edge, so that memory does not grow with them.
    int tile_px = 2048;
    // Share of the resolution at which a moving frame is drawn. Unset: 0.5 on a software
    // renderer, 1 on a graphics card.
    std::optional<float> moving_scale;
    bool check_errors = false;  // report OpenGL's messages on standard error (KHR_debug)
};

// What lies under a pixel of the last picture.
struct Picked {
    // The skin where its opacity is at least 0.5, else the nearest structure under it.
    std::optional<std::uint32_t> structure;
    std::optional<std::uint32_t> under_skin;  // nearest structure, whatever the skin's opacity
    bool skin = false;                        // the skin is there, however faint
    std::optional<std::uint32_t> point;       // PointMark::tag
    // On the surface of `structure`, or of what else is there.
    std::optional<glm::vec3> position_mm;
    bool second = false;                      // in the picture of Frame::second_camera
};

// One of the last picture's views of the body, (0, 0) at the top left of the whole.
struct PaneOnPicture {
    bool second = false;  // Frame::second_camera's
    glm::ivec2 from_px{0};
    glm::ivec2 size_px{0};
};

class Renderer {
public:
    static Result<Renderer> make(const RenderFiles& files, const RenderOptions& options = {});
    Renderer(Renderer&&) noexcept;
    Renderer& operator=(Renderer&&) noexcept;
    ~Renderer();

    // Draws a picture of `size_px` in all: the strip, where the frame has one, takes
    // scene::strip_height_px(size_px.y) of it at the foot, the body the rest, each of two cameras
    // half of it. Each edge is at least 1 and at most max_size_px().
    void draw(const scene::Frame& frame, glm::ivec2 size_px);

    // Copies the last picture, as large as it is, into `framebuffer` (0: the window), its lower
    // left corner at `origin_px` (from the bottom left, as OpenGL counts). Does nothing before the
    // first draw().
    void present_last(unsigned framebuffer, glm::ivec2 origin_px) const;

    // (0, 0) is the top left of the last picture. Empty outside the body's part of it.
    Picked pick(glm::vec2 pixel) const;

    // The view of the body in which a pixel lies; nothing outside the body's part. Costs nothing.
    std::optional<PaneOnPicture> pane_at(glm::vec2 pixel) const;

    // The last picture.
    Image read_pixels() const;

    int max_size_px() const;
    std::string device() const;  // OpenGL's renderer and version

private:
    struct Parts;
    explicit Renderer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace tpatlas::render
