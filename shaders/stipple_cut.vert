// stipple.vert, clipped by the cut.
#define CUT
#include "stipple.vert"
