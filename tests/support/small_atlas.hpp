// tests/support/small_atlas.hpp: an authored body that is small enough to reason about: a sphere of
// skin (radius 150 mm around (0, 1300, 80)), a sphere of bone in its middle, and on each side a flat
// muscle under the skin at the side, with two points: tp1 refers to the front and is not pressed;
// tp2 is pressed inward by the thumb.
#pragma once

#include "atlas/atlas.hpp"

#include <memory>

namespace tpatlas::testing {

std::shared_ptr<const Atlas> small_atlas();

}  // namespace tpatlas::testing
