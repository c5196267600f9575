// Bones, muscles, tendons: normal roughened by the fibres, their direction, their tendons.
#include "packing.glsl"

in vec3 world_normal;
in vec3 world_tangent;
in vec2 fibre_place;
in float tendon_share;
flat in uint number;
flat in vec4 fibre_pattern;

out uvec2 surface;

float hash(vec2 p)
{
    p = fract(p * vec2(0.1031, 0.1030));
    p += dot(p, p.yx + 33.33);
    return fract((p.x + p.y) * p.x);
}

// Smooth noise in -1...1 with its slope along x. Repeats after `period` cells in x, so that the
// two sides of a muscle's seam meet.
vec2 bundle_noise(vec2 p, float period)
{
    vec2 cell = floor(p);
    vec2 f = p - cell;
    vec2 next = cell + 1.0;
    float x0 = mod(cell.x, period);
    float x1 = mod(next.x, period);
    float a = hash(vec2(x0, cell.y)), b = hash(vec2(x1, cell.y));
    float c = hash(vec2(x0, next.y)), d = hash(vec2(x1, next.y));
    vec2 s = f * f * (3.0 - 2.0 * f);
    float low = mix(a, b, s.x), high = mix(c, d, s.x);
    float slope = mix(b - a, d - c, s.y) * 6.0 * f.x * (1.0 - f.x);
    return vec2(mix(low, high, s.y) * 2.0 - 1.0, slope * 2.0);
}

void main()
{
    vec3 n = normalize(gl_FrontFacing ? world_normal : -world_normal);
    float streak = 0.0;
    float tendon = 0.0;
    // The pattern fades out before it would alias: `width` is a pixel in cells of the pattern.
    // v jumps at the seam, where the smaller of two ways of measuring its change is right.
    float wrapped = fract(fibre_place.y + 0.5);
    float dv = min(fwidth(fibre_place.y), fwidth(wrapped));
    float bundles = fibre_pattern.x;
    float cells = fibre_pattern.y;
    if (fibre_pattern.z > 0.5) {
        vec2 coarse = bundle_noise(vec2(fibre_place.y * bundles, fibre_place.x * cells), bundles);
        vec2 fine = bundle_noise(vec2(fibre_place.y * bundles * 3.0, fibre_place.x * cells * 1.7 + 9.0),
                                 bundles * 3.0);
        vec2 finest = bundle_noise(vec2(fibre_place.y * bundles * 9.0, fibre_place.x * cells * 2.9 + 5.0),
                                   bundles * 9.0);
        float keep_coarse = 1.0 - smoothstep(0.25, 0.7, dv * bundles);
        float keep_fine = 1.0 - smoothstep(0.25, 0.7, dv * bundles * 3.0);
        float keep_finest = 1.0 - smoothstep(0.2, 0.6, dv * bundles * 9.0);
        streak = 0.56 * coarse.x * keep_coarse + 0.36 * fine.x * keep_fine +
                 0.26 * finest.x * keep_finest;
        float slope = 0.15 * coarse.y * keep_coarse + 0.12 * fine.y * keep_fine +
                      0.09 * finest.y * keep_finest;
        float u = fibre_place.x + 0.025 * coarse.x + 0.012 * fine.x;
        tendon = 1.0 - smoothstep(0.015, 0.09, u) * (1.0 - smoothstep(0.90, 0.975, u));
        // Flesh and tendon interlock along the bundles.
        float thin = tendon_share + 0.22 * coarse.x + 0.10 * fine.x;
        tendon = max(tendon, smoothstep(0.3, 0.7, thin) * step(0.02, tendon_share));
        vec3 across = cross(n, world_tangent);
        n = normalize(n + across * (slope * (1.0 - 0.5 * tendon)));
    }
    vec2 e = floor((octahedral(n) * 0.5 + 0.5) * 8191.0 + 0.5);
    vec3 stored = from_octahedral(e / 4095.5 - 1.0);  // what the reader will see
    vec3 s, t;
    basis_across(stored, s, t);
    float angle = atan(dot(world_tangent, t), dot(world_tangent, s) + 1e-6);
    surface = packed_surface(n, number, tendon, streak * 0.5 + 0.5,
                             fract(angle / 3.14159265 + 1.0));
}
