// The skin: its normal and how much of the essential zone covers the sample.
#include "packing.glsl"

in vec3 world_normal;
in vec2 zone_distance_mm;
flat in uint number;

uniform float soft_edge_mm;

out uvec2 surface;

void main()
{
    vec3 n = normalize(gl_FrontFacing ? world_normal : -world_normal);
    float essential = zone_distance_mm.x;
    // Soft by soft_edge_mm, and never sharper than a pixel.
    float half_edge = max(soft_edge_mm * 0.5, 0.7 * fwidth(essential));
    surface = packed_surface(n, number, 0.0, 1.0 - smoothstep(-half_edge, half_edge, essential),
                             0.0);
}
