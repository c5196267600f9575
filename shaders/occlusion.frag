// How open each place of a layer is to the light, by what surrounds it in an occluding layer (its
// own, or the contact before the skin). At half the output's resolution.
#include "packing.glsl"
#include "eye_space.glsl"

uniform usampler2DArray surfaces;
uniform sampler2DArray depths;
uniform int layer;
uniform int occluder;
uniform vec2 tile_origin;     // of the layers' lower left, output pixels
uniform float samples_per_px;  // of the layers, an output pixel
uniform float radius_mm;
uniform float strength;
uniform float largest_radius_px;

out vec4 openness;

const int tries = 12;

vec3 place_at(vec2 pixel, int which)
{
    ivec2 at = clamp(ivec2((pixel - tile_origin) * samples_per_px), ivec2(0),
                     textureSize(depths, 0).xy - 1);
    return ray_at(pixel) * mm_from_depth(texelFetch(depths, ivec3(at, which), 0).r);
}

void main()
{
    vec2 pixel = tile_origin + gl_FragCoord.xy * 2.0;
    ivec2 cell = ivec2(gl_FragCoord.xy) & 3;
    // Sixteen turns in an order that keeps neighbours far apart; the blur takes them together.
    float turn = float((cell.x * 5 + cell.y * 7 + cell.x * cell.y * 2) & 15) * 0.3926991;

    uvec2 surface = texelFetch(surfaces, ivec3((pixel - tile_origin) * samples_per_px, layer), 0).xy;
    vec3 n = normal_of(surface);
    vec3 p = place_at(pixel, layer);
    float px_per_mm = picture_size.y * 0.5 / (length(ray_up) * max(dot(p, ray_middle), 1.0));
    float radius_px = min(radius_mm * px_per_mm, largest_radius_px);
    float per_reach = px_per_mm / radius_px;
    float sum = 0.0;
    int count = number_plus_1_of(surface) == 0u ? 1 : tries;
    int i = 0;
    // Leaving at the end: see shading.glsl.
    do {
        float share = (float(i) + 0.5) / float(tries);
        float angle = float(i) * 2.3999632 + turn;
        vec2 q = pixel + radius_px * share * sqrt(share) * vec2(cos(angle), sin(angle));
        vec3 v = place_at(q, occluder) - p;
        float vv = dot(v, v);
        float near = max(1.0 - vv * per_reach * per_reach, 0.0);
        sum += near * max(dot(v, n) * inversesqrt(vv + 0.01) - 0.06, 0.0);
        ++i;
    } while (i < count);
    openness = vec4(count == 1 ? 1.0 : clamp(1.0 - strength * sum / float(tries), 0.0, 1.0));
}
