// cli/program.hpp: what the executable tells the command line about itself.
#pragma once

#include "atlas/atlas.hpp"
#include "core/result.hpp"
#include "core/texts.hpp"
#include "render/renderer.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace tpatlas::cli {

// What the window starts from.
struct WindowStart {
    std::shared_ptr<const Atlas> atlas;
    Texts texts;
    render::RenderFiles files;
    std::filesystem::path font_folder;
    std::optional<std::filesystem::path> test_report;
};

struct Program {
    std::string version;                // "0.1.0"
    std::filesystem::path font_folder;  // where fonts are looked for
    std::function<Result<Done>(const WindowStart&)> open_window;  // returns when it was closed
};

}  // namespace tpatlas::cli
