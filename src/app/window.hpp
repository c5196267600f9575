// app/window.hpp: the window: opens, runs until it is closed.
//
//   app::Options options{.atlas = atlas, .texts = texts, .files = files};
//   Result<Done> ended = app::run_window(options);
//
// On the main thread, once at a time. Faults: no display, no OpenGL 3.3, a missing shader or font;
// each a sentence with what to do. What GLFW complains of later is a warning on standard error.
#pragma once

#include "atlas/atlas.hpp"
#include "core/result.hpp"
#include "core/texts.hpp"
#include "domain/body_map.hpp"
#include "io/atlas_files.hpp"
#include "render/renderer.hpp"
#include "state/command.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include <glm/vec2.hpp>

namespace tpatlas::app {

struct Options {
    std::shared_ptr<const Atlas> atlas;
    Texts texts;
    render::RenderFiles files;
    std::filesystem::path font_folder = "/usr/share/fonts";
    glm::ivec2 size{1280, 800};
    std::vector<Command> first;  // done before the first frame
    // Where another body is read from, and what was laid over ours at the start.
    io::AssetFolders assets;
    io::AtlasChoices choices;
    BodyMap body_map;  // that the user's body was read with
    std::string version;  // of the program, for the texts of a captured picture
    // Where settings are kept; none: io::settings_file().
    std::optional<std::filesystem::path> settings;
    // For tests: after every drawn frame its facts are written here (app/test_report.hpp).
    std::optional<std::filesystem::path> test_report;
};

Result<Done> run_window(const Options& options);

}  // namespace tpatlas::app
