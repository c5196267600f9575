// How a surface is stored in a layer: two unsigned words a sample.
//   x: normal, octahedral, 13 + 13 bits | tendon 6 bits
//   y: structure number + 1, 12 bits (0: nothing there) | a 10 bits | b 10 bits
// structures: a = streak, b = angle of the fibres in the basis of the normal
// skin:       a = essential zone, b = overlay code, see skin.frag; tendon = 1: its inner side
// caps:       normal and tendon of the cut's word, a = 0, b = all bits; see cut_cap.glsl
// contact:    a = opacity, b = nail

const uint contact_number = 4094u;

vec2 octahedral(vec3 n)
{
    n /= abs(n.x) + abs(n.y) + abs(n.z);
    vec2 folded = (1.0 - abs(n.yx)) * vec2(n.x >= 0.0 ? 1.0 : -1.0, n.y >= 0.0 ? 1.0 : -1.0);
    return n.z >= 0.0 ? n.xy : folded;
}

vec3 from_octahedral(vec2 e)
{
    vec3 n = vec3(e, 1.0 - abs(e.x) - abs(e.y));
    float t = max(-n.z, 0.0);
    n.xy -= vec2(n.x >= 0.0 ? t : -t, n.y >= 0.0 ? t : -t);
    return normalize(n);
}

uint unit_bits(float value, float largest)
{
    return uint(clamp(value, 0.0, 1.0) * largest + 0.5);
}

uvec2 packed_surface(vec3 normal, uint number, float tendon, float a, float b)
{
    vec2 e = octahedral(normal) * 0.5 + 0.5;
    return uvec2(unit_bits(e.x, 8191.0) << 19u | unit_bits(e.y, 8191.0) << 6u |
                     unit_bits(tendon, 63.0),
                 (number + 1u) << 20u | unit_bits(a, 1023.0) << 10u | unit_bits(b, 1023.0));
}

vec3 normal_of(uvec2 s)
{
    return from_octahedral(vec2(float(s.x >> 19u), float((s.x >> 6u) & 8191u)) / 4095.5 - 1.0);
}

uint number_plus_1_of(uvec2 s) { return s.y >> 20u; }
float tendon_of(uvec2 s) { return float(s.x & 63u) / 63.0; }
float a_of(uvec2 s) { return float((s.y >> 10u) & 1023u) / 1023.0; }
float b_of(uvec2 s) { return float(s.y & 1023u) / 1023.0; }

// Two unit vectors across n; the same n gives the same two (Duff et al. 2017).
void basis_across(vec3 n, out vec3 s, out vec3 t)
{
    float sign_z = n.z >= 0.0 ? 1.0 : -1.0;
    float a = -1.0 / (sign_z + n.z);
    float b = n.x * n.y * a;
    s = vec3(1.0 + sign_z * n.x * n.x * a, sign_z * b, -sign_z * n.x);
    t = vec3(b, sign_z + n.y * n.y * a, -n.y);
}
