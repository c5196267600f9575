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

// "30–60", "30".
std::string range_text(float min, float max);

// "hold 30-60 s", "6-12 slow strokes along the fibres": what the technique asks for.
std::string dose_words(const Technique& technique, const Texts& texts);

// "thumb: down and slightly back, toward the shoulder blade; medium, hold 30-60 s".
std::string press_words(const ShownPress& press, const Texts& texts);

Strip make_strip(const Document& document, const View& view, const Atlas& atlas,
                 const Texts& texts, const Frame& frame, const PressMoment& moment);

}  // namespace tpatlas::scene
