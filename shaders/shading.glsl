// Shades a layer, once a pixel, twice where an edge parts the pixel; and hides what another layer
// covers. The layer's own look is shaded(), in the file that includes this one.
#include "packing.glsl"
#include "eye_space.glsl"
#include "light.glsl"

uniform usampler2DArray surfaces;
uniform sampler2DArray depths;
uniform usampler2D edges;      // of this layer, by mask.frag
uniform sampler2D openness;    // half the output's resolution; w: the skin's to the contact
uniform int layer;
uniform ivec2 tile_origin;     // of the layers' lower left, output pixels
uniform int samples;           // 1, or 2 on edges
uniform float has_openness;
uniform vec3 openness_channel;
uniform int hiding_layer;      // nothing of this layer is seen behind that one; -1: none
uniform int parting_layer;     // only what is before it (parting_side 1) or behind it (-1); -1: none
uniform float parting_side;
uniform float lead_mm;         // this layer counts as so much nearer

layout(location = 0) out vec4 picture;  // multiplied by its alpha
// Number + 1 and distance of the structure, distance of the skin, of the contact (bits; 0: none).
layout(location = 1) out uvec4 places;

struct Seen {
    ivec2 at;       // the sample
    uvec2 surface;
    vec3 n;
    vec3 view;      // toward the eye
    float mm;
    float open;
    float open_to_contact;
    float meeting;  // 1: two structures meet in this pixel
};

vec4 shaded(Seen seen);  // straight alpha

float mm_at(ivec2 at, int which)
{
    return mm_from_depth(texelFetch(depths, ivec3(at, max(which, 0)), 0).r);
}

// From the four nearest whose depth agrees.
vec2 open_at(ivec2 at, float mm)
{
    vec2 place = (vec2(at) + 0.5) * 0.25 - 0.5;
    ivec2 low = ivec2(floor(place));
    vec2 f = place - vec2(low);
    ivec2 last = textureSize(openness, 0) - 1;
    vec2 sum = vec2(0.0);
    float weight = 0.0;
    for (int i = 0; i < 4; ++i) {
        ivec2 step_to = ivec2(i & 1, i >> 1);
        ivec2 texel = clamp(low + step_to, ivec2(0), last);
        vec2 share = mix(1.0 - f, f, vec2(step_to));
        float w = (share.x * share.y + 0.01) / (1.0 + 0.5 * abs(mm_at(texel * 4 + 2, layer) - mm));
        vec4 open = texelFetch(openness, texel, 0);
        sum += w * vec2(dot(open.xyz, openness_channel), open.w);
        weight += w;
    }
    return mix(vec2(1.0), sum / weight, has_openness);
}

void main()
{
    ivec2 pixel = ivec2(gl_FragCoord.xy);
    ivec2 first = 2 * (pixel - tile_origin);
    uint edge = texelFetch(edges, pixel, 0).r;
    int second = int(edge & 3u);
    float second_share = 0.25 * float((edge >> 2u) & 3u);

    Seen seen;
    seen.view = -normalize(ray_at(vec2(pixel) + 0.5));
    seen.meeting = float((edge >> 4u) & 1u);
    seen.at = first;
    seen.mm = mm_at(first, layer);
    vec2 open = open_at(first, seen.mm);
    seen.open = open.x;
    seen.open_to_contact = open.y;

    vec4 sum = vec4(0.0);
    uvec2 found = uvec2(0u);
    int i = 0;
    // Leaving at the end, not at the beginning: where a loop ends is the only branch that a
    // software renderer takes; it computes everything else for every pixel.
    do {
        seen.at = first + (i == 0 ? ivec2(0) : ivec2(second & 1, second >> 1));
        seen.surface = texelFetch(surfaces, ivec3(seen.at, layer), 0).xy;
        seen.n = normal_of(seen.surface);
        seen.mm = mm_at(seen.at, layer);
        float apparent = seen.mm - lead_mm;
        float shown = number_plus_1_of(seen.surface) == 0u ? 0.0 : 1.0;
        shown *= hiding_layer >= 0 && mm_at(seen.at, hiding_layer) < apparent ? 0.0 : 1.0;
        shown *= parting_layer >= 0 &&
                         (mm_at(seen.at, parting_layer) - apparent) * parting_side <= 0.0
                     ? 0.0
                     : 1.0;
        vec4 c = shaded(seen);
        float share = samples == 1 ? 1.0 : i == 0 ? 1.0 - second_share : second_share;
        sum += vec4(c.rgb, 1.0) * (c.a * shown * share);
        found = shown > 0.0 && found.x == 0u
                    ? uvec2(number_plus_1_of(seen.surface), floatBitsToUint(seen.mm))
                    : found;
        ++i;
    } while (i < samples);
    if (found.x == 0u)
        discard;
    picture = sum;
    places = uvec4(found, found.yy);
}
