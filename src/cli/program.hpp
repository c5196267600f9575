// cli/program.hpp: what the executable tells the command line about itself.
#pragma once

#include "atlas/atlas.hpp"
#include "core/result.hpp"
#include "core/texts.hpp"
#include "domain/body_map.hpp"
#include "io/asset_folders.hpp"
#include "io/atlas_files.hpp"
#include "render/renderer.hpp"
#include "state/command.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tpatlas::cli {

// What the window starts from.
struct WindowStart {
    std::shared_ptr<const Atlas> atlas;
    Texts texts;
    render::RenderFiles files;
    std::filesystem::path font_folder;
    std::optional<std::filesystem::path> test_report;
    std::vector<Command> first;  // done before the first frame
    io::AssetFolders assets;     // where another body is read from,
    io::AtlasChoices choices;    // and what was laid over ours
    BodyMap body_map;            // that the user's body was read with
    std::string version;
    std::optional<std::filesystem::path> settings;  // none: the user's own
};

struct Program {
    std::string version;                // "0.1.0"
    std::filesystem::path font_folder;  // where fonts are looked for
    std::function<Result<Done>(const WindowStart&)> open_window;  // returns when it was closed
};

}  // namespace tpatlas::cli
