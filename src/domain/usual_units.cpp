#include "domain/usual_units.hpp"

#include <algorithm>
#include <cmath>

namespace tpatlas {

std::size_t nearest_usual_unit(float mm)
{
    const auto off = [mm](float unit_mm) { return std::abs(std::log(mm / unit_mm)); };
    const auto nearest =
        std::min_element(usual_units_mm.begin(), usual_units_mm.end(),
                         [&](float a, float b) { return off(a) < off(b); });
    return static_cast<std::size_t>(nearest - usual_units_mm.begin());
}

bool is_usual_unit(float mm)
{
    return std::abs(mm / usual_units_mm[nearest_usual_unit(mm)] - 1) < 1e-3f;
}

}  // namespace tpatlas
