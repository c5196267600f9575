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
    return program.open_window(
        {atlas.take(), texts.take(), files.take(), program.font_folder, options.test_report});
}

}  // namespace tpatlas::cli
