// surface.vert, clipped by the cut.
#define CUT
#include "surface.vert"
