// tests/window/drop_source.hpp: another program's drag and drop (XDND, version 5, of
// freedesktop.org), so that a file can be dropped on a window as a file manager does it.
//
//   const std::string trouble = drop_file(":99", "/tmp/a.toml", 640, 400);
//
// Xlib, one connection a drop.
#pragma once

#include <filesystem>
#include <string>

namespace tpatlas {

// Drops on the window that lies under (x, y) of the screen. Empty where it was taken, else why not.
std::string drop_file(const std::string& display, const std::filesystem::path& file, int x, int y);

}  // namespace tpatlas
