// scene/build_frame.hpp: what should be visible, from what the user chose. Pure but for the memory
// of the last zone painting, which spares the GPU an upload while nothing of it changed.
//
//   FrameMemory memory;
//   Frame frame = build_frame(session.document(), session.view(), atlas, texts, {}, memory);
#pragma once

#include "atlas/atlas.hpp"
#include "atlas/forearm.hpp"
#include "core/texts.hpp"
#include "scene/frame.hpp"
#include "state/document.hpp"
#include "state/view.hpp"

#include <memory>
#include <string>
#include <vector>

namespace tpatlas::scene {

struct FrameOptions {
    bool labels = true;
    bool strip = true;         // --clean: false
    bool transparent = false;
    bool white = false;        // a white background, whatever the theme
    bool capture = false;      // for a file: without what one only works with (the cut's handle)
    bool moving = false;       // the camera is being dragged or flies
    bool tint_regions = false;  // every region of the skin in a tint of its own
};

struct FrameMemory {
    std::string key;  // which zones, which sides
    const Atlas* atlas = nullptr;
    std::shared_ptr<const std::vector<glm::vec2>> distance_mm;
    SkinOverlay overlay;
    const Atlas* atlas_of_overlay = nullptr;
    std::string press_key;  // which press `lay` is of
    const Atlas* atlas_of_press = nullptr;
    ContactLay lay;
};

Frame build_frame(const Document& document, const View& view, const Atlas& atlas,
                  const Texts& texts, const FrameOptions& options, FrameMemory& memory);

}  // namespace tpatlas::scene
