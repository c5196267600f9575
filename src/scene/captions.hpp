// scene/captions.hpp: the words of a picture: title, how to press, legend, note, attribution.
#pragma once

#include "atlas/atlas.hpp"
#include "core/texts.hpp"
#include "scene/frame.hpp"
#include "scene/press_moment.hpp"
#include "state/document.hpp"
#include "state/view.hpp"

#include <string>

namespace tpatlas::scene {

// "TrP 2": short, since it stands in the picture; the strip's title has the book's number too.
std::string point_label(const TriggerPoint& point);

Strip make_strip(const Document& document, const View& view, const Atlas& atlas,
                 const Texts& texts, const Frame& frame, const PressMoment& moment);

}  // namespace tpatlas::scene
