// io/new_file.hpp: pictures and models that never take the place of another.
//
//   Result<fs::path> file = io::write_new_png(folder, io::safe_stem(title), image, texts);
#pragma once

#include "core/image.hpp"
#include "core/result.hpp"
#include "io/png_file.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas::io {

// Writes folder/stem.png, or stem-2.png, stem-3.png ...: the first name that is free, also where
// several programs write at once. The folder is made where only that is missing. Returns the file.
Result<std::filesystem::path> write_new_png(const std::filesystem::path& folder,
                                            const std::string& stem, const Image& image,
                                            const std::vector<PngText>& texts);
// The same for a file of any other kind; `ending` with its dot.
Result<std::filesystem::path> write_new(const std::filesystem::path& folder,
                                        const std::string& stem, const std::string& ending,
                                        std::string_view bytes);

// A file's name without its ending, of words that may hold anything: letters of any script, digits,
// '_', '.', and '-' for the rest; at most 80 bytes; "picture" where nothing is left.
std::string safe_stem(std::string_view words);

}  // namespace tpatlas::io
