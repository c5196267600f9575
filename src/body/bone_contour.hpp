// body/bone_contour.hpp: closed contours in the plane as elliptic Fourier series, both ways.
//
//   FourierContour series = fourier_contour(ring, 12);
//   std::vector<glm::vec2> again = contour_points(series, 96);
//
// Kuhl & Giardina, "Elliptic Fourier features of a closed contour" (1982), with the parameter being
// the arc length. Pure functions. Depends on domain alone.
#pragma once

#include "domain/measurements.hpp"

#include <vector>

#include <glm/vec2.hpp>

namespace tpatlas {

using Ring = std::vector<glm::vec2>;  // closed: the last point joins the first

// Positive for a ring that runs counter-clockwise.
double signed_area_mm2(const Ring& ring);

double perimeter_mm(const Ring& ring);

// The ring needs three points that differ; the series keeps its direction and starts, t = 0, at the
// first point. `harmonics` from 1.
FourierContour fourier_contour(const Ring& ring, int harmonics);

// `count` points at equal steps of the parameter.
Ring contour_points(const FourierContour& contour, int count);

// How many points show every wave of the contour: about `step_mm` apart, at least 8 a harmonic.
int fitting_point_count(const FourierContour& contour, float step_mm);

}  // namespace tpatlas
