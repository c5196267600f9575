// tpatlas without a verb: the window, with a scene or a body where one is named.

#include "cli/opening.hpp"
#include "cli/verbs.hpp"

#include "io/scene_file.hpp"

#include <system_error>

namespace tpatlas::cli {

namespace {

// A picture is not saved over: its scene has no file.
ApplyScene shown(SavedScene scene, const std::filesystem::path& file)
{
    std::error_code fault;
    const bool own = file.extension() == ".toml";
    return {std::move(scene), own ? std::filesystem::absolute(file, fault).string() : ""};
}

}  // namespace

Result<Done> open_window(const CommonOptions& asked, const WindowOptions& options,
                         const Program& program)
{
    CommonOptions common = asked;
    std::vector<Command> first;
    if (options.scene) {
        Result<SavedScene> scene = io::read_scene(*options.scene);
        if (!scene)
            return scene.faults();
        common = with_body_of(scene.value(), *options.scene, asked);
        first.push_back(shown(scene.take(), *options.scene));
    }
    Result<io::OpenedAtlas> opened = open_atlas_and_map(common);
    if (!opened)
        return opened.faults();
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
    start.atlas = std::move(opened.value().atlas);
    start.body_map = std::move(opened.value().body_map);
    start.texts = texts.take();
    start.files = files.take();
    start.font_folder = program.font_folder;
    start.test_report = options.test_report;
    start.assets = assets.value();
    start.choices = choices_of(common);
    start.version = program.version;
    start.settings = options.settings;
    start.first = std::move(first);
    return program.open_window(start);
}

}  // namespace tpatlas::cli
