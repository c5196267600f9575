#include "cli/picture.hpp"

#include "cli/opening.hpp"

#include <algorithm>

namespace tpatlas::cli {

Picture::Picture(std::shared_ptr<const Atlas> atlas, Texts texts, render::OffscreenContext context,
                 render::Renderer renderer)
    : atlas_(std::move(atlas)), texts_(std::move(texts)), context_(std::move(context)),
      renderer_(std::move(renderer))
{
}

Result<Picture> Picture::open(const CommonOptions& common, const Program& program)
{
    Result<std::shared_ptr<const Atlas>> atlas = open_atlas(common);
    if (!atlas)
        return atlas.faults();
    Result<Texts> texts = open_texts(common);
    if (!texts)
        return texts.faults();
    const Result<io::AssetFolders> assets = find_assets(common);
    if (!assets)
        return assets.faults();
    const Result<render::RenderFiles> files =
        render::find_files(assets.value().shaders(), program.font_folder);
    if (!files)
        return files.faults();
    Result<render::OffscreenContext> context = render::OffscreenContext::make();
    if (!context)
        return context.faults();
    Result<render::Renderer> renderer = render::Renderer::make(files.value());
    if (!renderer)
        return renderer.faults();
    return Picture(atlas.take(), texts.take(), context.take(), renderer.take());
}

scene::Frame Picture::frame(const Session& session, const scene::FrameOptions& options)
{
    return scene::build_frame(session.document(), session.view(), *atlas_, texts_, options,
                              memory_);
}

Image Picture::draw(const scene::Frame& frame, glm::ivec2 size_px)
{
    renderer_.draw(frame, size_px);
    return renderer_.read_pixels();
}

float body_aspect(glm::ivec2 size_px, bool strip)
{
    const int strip_px = strip ? scene::strip_height_px(size_px.y) : 0;
    return static_cast<float>(size_px.x) / static_cast<float>(std::max(1, size_px.y - strip_px));
}

void arrive(Session& session)
{
    const double now = session.view().time_s;
    const double rest =
        session.view().flight ? static_cast<double>(session.view().flight->duration_s) : 0.0;
    session.update(Tick{now + rest + 1e-3});
}

}  // namespace tpatlas::cli
