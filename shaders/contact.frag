// The hand or tool that presses.
#include "packing.glsl"

in vec3 world_normal;
in vec2 fibre_place;

out uvec2 surface;

void main()
{
    surface = packed_surface(normalize(gl_FrontFacing ? world_normal : -world_normal),
                             contact_number, 0.0, fibre_place.x, fibre_place.y);
}
