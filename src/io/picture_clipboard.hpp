// io/picture_clipboard.hpp: a picture for other programs' "paste". GLFW's clipboard holds text
// only, so this runs `wl-copy` or `xclip`, which go on serving it after this program has ended.
#pragma once

#include "core/result.hpp"

#include <filesystem>

namespace tpatlas::io {

// The content of the file, as image/png; it may be deleted afterwards. Waits until the clipboard has
// it, 3 s at most. A fault where neither program is installed, or no display answers.
Result<Done> copy_picture(const std::filesystem::path& png);

}  // namespace tpatlas::io
