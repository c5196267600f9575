// core/model_kinds.hpp: which files hold meshes, by the endings of their names.
//
//   if (is_model(file) && lower_ending(file) != ".gltf") ...
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace tpatlas {

constexpr std::string_view model_kinds = "glTF, OBJ, STL, PLY, FBX or COLLADA";  // as a user says

bool is_model(const std::filesystem::path& file);

// With its dot: ".glb" of "Arm.GLB"; "" where there is none.
std::string lower_ending(const std::filesystem::path& file);

// Of ASCII letters alone, whatever the locale.
std::string lower(std::string text);

}  // namespace tpatlas
