// scene/picture_texts.hpp: what a picture's file says beside its pixels: all that the strip says,
// which records are meant, and the scene from which it can be made again.
//
//   for (const PictureText& t : picture_texts(strip, document, io::scene_text(scene), "0.1.0")) ...
//
// The strip is the frame's, also where the picture itself leaves it out.
#pragma once

#include "scene/frame.hpp"
#include "state/document.hpp"

#include <string>
#include <vector>

namespace tpatlas::scene {

struct PictureText {
    std::string key;  // of a PNG's text: "Title", "Legend", "tpatlas:scene", ...
    std::string text;

    bool operator==(const PictureText&) const = default;
};

// Those that are not empty. "tpatlas:ids" has a line each for what is selected:
// "muscle trapezius_upper right", "point trapezius_upper.tp2 right", "structure scapula.left".
std::vector<PictureText> picture_texts(const Strip& strip, const Document& document,
                                       const std::string& scene_toml, const std::string& version);

}  // namespace tpatlas::scene
