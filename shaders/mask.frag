// Sorts the pixels of a layer: nothing there, one surface, or an edge that parts the pixel's four
// samples. The depth chooses which pixels a later pass shades.
#include "packing.glsl"

uniform usampler2DArray surfaces;
uniform int layer;
uniform ivec2 tile_origin;  // of the layers' lower left, output pixels

// Bits 0-1: the sample that stands for those unlike the first; 2-3: how many they are; 4: two
// structures meet here.
out uint edge;

const float one_surface = 0.25, nothing = 0.5, parted = 0.75;

void main()
{
    ivec2 at = 2 * (ivec2(gl_FragCoord.xy) - tile_origin);
    uvec2 s = texelFetch(surfaces, ivec3(at, layer), 0).xy;
    uint number = number_plus_1_of(s);
    uint any_number = number;
    ivec2 n = ivec2(s.x >> 19u, (s.x >> 6u) & 8191u);
    uint differing = 0u, second = 0u, meeting = 0u;
    for (int i = 3; i > 0; --i) {
        uvec2 o = texelFetch(surfaces, ivec3(at + ivec2(i & 1, i >> 1), layer), 0).xy;
        uint other = number_plus_1_of(o);
        // Normals are compared as they are stored: 700 is some 15 degrees.
        ivec2 turn = abs(ivec2(o.x >> 19u, (o.x >> 6u) & 8191u) - n);
        bool differs = other != number || (number != 0u && max(turn.x, turn.y) > 700);
        differing += differs ? 1u : 0u;
        second = differs ? uint(i) : second;
        meeting = other != number && number != 0u && other != 0u ? 1u : meeting;
        any_number |= other;
    }
    edge = second | differing << 2u | meeting << 4u;
    gl_FragDepth = any_number == 0u ? nothing : differing == 0u ? one_surface : parted;
}
