// shade_skin.frag with its inner side, and an outline where the cut meets it.
#define CUT
#include "shade_skin.frag"
