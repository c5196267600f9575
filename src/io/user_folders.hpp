// io/user_folders.hpp: where the user's own files belong, as the desktop says (XDG base directories
// and user directories): by the environment, then ~/.config/user-dirs.dirs, then the usual names.
//
// Absolute paths. Nothing is made: whoever writes does that.
#pragma once

#include <filesystem>

namespace tpatlas::io {

std::filesystem::path settings_file();
std::filesystem::path pictures_folder();
std::filesystem::path scenes_folder();
std::filesystem::path cache_folder();  // what can be made again: $XDG_CACHE_HOME/tpatlas

}  // namespace tpatlas::io
