// tpatlas without a verb: the window.

#include "cli/opening.hpp"
#include "cli/verbs.hpp"

namespace tpatlas::cli {

Result<Done> open_window(const CommonOptions& common, const WindowOptions& options,
                         const Program& program)
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
    Result<render::RenderFiles> files =
        render::find_files(assets.value().shaders(), program.font_folder);
    if (!files)
        return files.faults();
    WindowStart start;
    start.atlas = atlas.take();
    start.texts = texts.take();
    start.files = files.take();
    start.font_folder = program.font_folder;
    start.test_report = options.test_report;
    start.assets = assets.value();
    start.choices = choices_of(common);
    start.version = program.version;
    start.settings = options.settings;
    return program.open_window(start);
}

}  // namespace tpatlas::cli
