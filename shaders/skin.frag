// The skin: its normal, how much of the essential zone covers the sample, and its overlay.
#include "packing.glsl"

in vec3 world_normal;
in vec2 zone_distance_mm;
in vec4 overlay;
flat in uint number;

uniform float soft_edge_mm;
uniform int overlay_kind;  // 0 none, 1 tint, 2 no-press zones

out uvec2 surface;

// Bits 4-6: number of the tint that wins, from 1; 0-3: how near its border is.
uint tint_code(vec4 w)
{
    float shares[5] = float[5](w.x, w.y, w.z, w.w, 1.0 - dot(w, vec4(1.0)));
    float best = -1.0, second = -1.0;
    uint winner = 0u;
    for (uint i = 0u; i < 5u; ++i) {
        bool wins = shares[i] > best;
        second = wins ? best : max(second, shares[i]);
        winner = wins ? i + 1u : winner;
        best = wins ? shares[i] : best;
    }
    float lead = best - second;
    float border = 1.0 - smoothstep(0.0, 1.6 * max(fwidth(lead), 0.05), lead);
    return winner << 4u | unit_bits(border, 15.0);
}

// 0 outside, up to 3 inside, up to 7 on the outline that runs just inside the edge.
uint no_press_level(float mm)
{
    float px = clamp(fwidth(mm), 0.05, 4.0);
    float inside = 1.0 - smoothstep(-0.7 * px, 0.7 * px, mm);
    float outline = 1.0 - smoothstep(0.7, 0.7 + px, abs(mm + 0.8));
    return unit_bits(max(3.0 * inside, 7.0 * outline * inside) / 7.0, 7.0);
}

void main()
{
    vec3 n = normalize(gl_FrontFacing ? world_normal : -world_normal);
    float essential = zone_distance_mm.x;
    // Soft by soft_edge_mm, and never sharper than a pixel.
    float half_edge = max(soft_edge_mm * 0.5, 0.7 * fwidth(essential));
    uint tint = tint_code(overlay);
    uint no_press = no_press_level(overlay.x) << 6u | no_press_level(overlay.y) << 3u |
                    no_press_level(overlay.z);
    uint code = overlay_kind == 1 ? tint : overlay_kind == 2 ? no_press : 0u;
#ifdef CUT
    float inside = gl_FrontFacing ? 0.0 : 1.0;  // seen through the opening
#else
    float inside = 0.0;
#endif
    surface = packed_surface(n, number, inside, 1.0 - smoothstep(-half_edge, half_edge, essential),
                             float(code) / 1023.0);
}
