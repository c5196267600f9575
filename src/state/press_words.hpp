// state/press_words.hpp: how a press is told in a line, in panels and pictures alike.
#pragma once

#include "core/texts.hpp"
#include "state/shown_press.hpp"

#include <string>
#include <vector>

namespace tpatlas {

// "30–60", "30".
std::string range_text(float min, float max);

// "hold 30-60 s, 1-3 times", "6-12 slow strokes along the fibres": what the technique asks for.
std::string dose_words(const Technique& technique, const Texts& texts);

// "thumb: down and slightly back, toward the shoulder blade; medium, hold 30-60 s, 1-3 times".
std::string press_words(const ShownPress& press, const Texts& texts);

// The sentences that always stand beside a press, in panels and pictures: those of the technique,
// the question of a leg, and for the chest that the heart comes first.
std::vector<std::string> beside_words(const ShownPress& press, const Catalogue& catalogue,
                                      const Texts& texts);

}  // namespace tpatlas
