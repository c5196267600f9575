// shade_structure.frag with caps where the cut opens a structure.
#define CUT
#include "shade_structure.frag"
