// domain/usual_units.hpp: the units that modelling programs write their files in.
//
//   Registration::unit_mm = usual_units_mm[nearest_usual_unit(scale)];
#pragma once

#include <array>
#include <cstddef>

namespace tpatlas {

// Millimetre, centimetre, inch, metre.
inline constexpr std::array<float, 4> usual_units_mm{1, 10, 25.4f, 1000};

// Its place in the list; by the ratio, for 5 mm is a small centimetre. Of a positive length.
std::size_t nearest_usual_unit(float mm);

// It is one of them, but for rounding.
bool is_usual_unit(float mm);

}  // namespace tpatlas
