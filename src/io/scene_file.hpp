// io/scene_file.hpp: scenes as TOML (docs/scenes.md), alone or carried by a picture.
//
//   Result<Done> saved = io::write_scene(path, saved_scene(session));
//   Result<SavedScene> scene = io::read_scene(path);   // a *.toml or a PNG
//
// Every field comes back exactly. The text is stable: the same scene gives the same bytes, and a
// structure that is hidden adds one line.
#pragma once

#include "core/result.hpp"
#include "state/saved_scene.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace tpatlas::io {

// The key of the text in a PNG.
constexpr const char* scene_text_key = "tpatlas:scene";

constexpr std::size_t scene_text_limit = 1024 * 1024;
constexpr int scene_version = 1;

std::string scene_text(const SavedScene& scene);
// All faults, each with its line; `where` stands for the file in them. What it names is not looked
// up: fitted_to() does that.
Result<SavedScene> scene_of_text(std::string_view text, const std::string& where);

// Whole or not at all. Its folder is made where only that is missing.
Result<Done> write_scene(const std::filesystem::path& file, const SavedScene& scene);
// What it is, its content says: a PNG's own text, or TOML.
Result<SavedScene> read_scene(const std::filesystem::path& file);
// The text itself, for whoever looks for a line in it; faults as of read_scene.
Result<std::string> read_scene_text(const std::filesystem::path& file);

// Where the scene's own body lies, looked for beside its file, then from the working folder; nothing
// where it names none, or one that is not there.
std::optional<std::filesystem::path> body_of(const SavedScene& scene,
                                             const std::filesystem::path& file);

// Meant as a scene, sound or not: begins with `version` or holds [camera]. For a catalogue's files
// beside it.
bool looks_like_scene(std::string_view text);
// A *.toml whose text does.
bool is_scene_file(const std::filesystem::path& file);

}  // namespace tpatlas::io
