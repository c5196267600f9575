// skin.frag, clipped by the cut: its inner side is told from its outer one.
#define CUT
#include "skin.frag"
