// io/png_file.hpp: pictures as PNG files that carry texts (a scene, a licence).
//
//   Result<Done> saved = io::write_png(path, image, {{"Description", "..."}, {"tpatlas", scene}});
//
// A file is written beside its place and renamed into it: it is whole or it is not there.
#pragma once

#include "core/image.hpp"
#include "core/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace tpatlas::io {

struct PngText {
    std::string key;   // 1 to 79 characters of Latin-1
    std::string text;  // UTF-8

    bool operator==(const PngText&) const = default;
};

struct PngPicture {
    Image image;
    std::vector<PngText> texts;
};

// Replaces what is at `path`. An opaque image is written without alpha.
Result<Done> write_png(const std::filesystem::path& path, const Image& image,
                       const std::vector<PngText>& texts = {});

// Any PNG, turned into eight bits RGBA; pictures over 16384 pixels a side are refused.
Result<PngPicture> read_png(const std::filesystem::path& path);

// Those that stand before the pixels, where write_png() puts them; a picture of any size. A text
// that unpacks to more than 1 MB is left out.
Result<std::vector<PngText>> read_png_texts(const std::filesystem::path& path);

}  // namespace tpatlas::io
