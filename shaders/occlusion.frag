// How open each place is to the light: structures, skin and contact, each among its own kind (and
// the contact over the skin). At half the output's resolution.
#include "packing.glsl"
#include "eye_space.glsl"

uniform usampler2DArray surfaces;
uniform sampler2DArray depths;
uniform ivec4 layer_of_role;    // structures, skin, contact, ghosts; -1: absent
uniform vec2 tile_origin;       // of the layers' lower left, output pixels
uniform float samples_per_px;   // of the layers, an output pixel
uniform float radius_mm;
uniform float largest_radius_px;

out vec4 openness;

const int tries = 12;

vec3 place_at(vec2 pixel, int layer)
{
    ivec2 at = clamp(ivec2((pixel - tile_origin) * samples_per_px), ivec2(0),
                     textureSize(depths, 0).xy - 1);
    return ray_at(pixel) * mm_from_depth(texelFetch(depths, ivec3(at, layer), 0).r);
}

float openness_of(int layer, int over, vec2 pixel, float turn)
{
    ivec2 at = ivec2((pixel - tile_origin) * samples_per_px);
    uvec2 surface = texelFetch(surfaces, ivec3(at, layer), 0).xy;
    vec3 n = normal_of(surface);
    vec3 p = place_at(pixel, layer);
    float px_per_mm = picture_size.y * 0.5 / (length(ray_up) * max(dot(p, ray_middle), 1.0));
    float radius_px = min(radius_mm * px_per_mm, largest_radius_px);
    float reach = radius_px / px_per_mm;
    float sum = 0.0;
    int count = number_plus_1_of(surface) == 0u ? 0 : tries;
    for (int i = 0; i < count; ++i) {
        float share = (float(i) + 0.5) / float(tries);
        float angle = float(i) * 2.3999632 + turn;
        vec2 q = pixel + radius_px * share * sqrt(share) * vec2(cos(angle), sin(angle));
        vec3 v = place_at(q, layer) - p;
        float vv = dot(v, v);
        float near = max(1.0 - vv / (reach * reach), 0.0);
        sum += near * max(dot(v, n) * inversesqrt(vv + 0.01) - 0.06, 0.0);
        for (int also = 0; also < (over >= 0 ? 1 : 0); ++also) {
            vec3 w = place_at(q, over) - p;
            float ww = dot(w, w);
            sum += max(1.0 - ww / (reach * reach), 0.0) *
                   max(dot(w, n) * inversesqrt(ww + 0.01) - 0.06, 0.0);
        }
    }
    return clamp(1.0 - 2.4 * sum / float(tries), 0.0, 1.0);
}

void main()
{
    vec2 pixel = tile_origin + gl_FragCoord.xy * 2.0;
    ivec2 cell = ivec2(gl_FragCoord.xy) & 3;
    // Sixteen turns in an order that keeps neighbours far apart; the blur takes them together.
    float turn = float((cell.x * 5 + cell.y * 7 + cell.x * cell.y * 2) & 15) * 0.3926991;
    openness = vec4(1.0);
    for (int role = 0; role < 3; ++role) {
        int layer = role == 0 ? layer_of_role.x : role == 1 ? layer_of_role.y : layer_of_role.z;
        int over = role == 1 ? layer_of_role.z : -1;
        float open = 1.0;
        for (int there = 0; there < (layer >= 0 ? 1 : 0); ++there)
            open = openness_of(layer, over, pixel, turn);
        openness = vec4(role == 0 ? open : openness.x, role == 1 ? open : openness.y,
                        role == 2 ? open : openness.z, 1.0);
    }
}
