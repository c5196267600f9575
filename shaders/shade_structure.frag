// Bone, cartilage, muscle, tendon; solid or ghosted.
#include "shading.glsl"

uniform sampler2D looks;  // three texels a structure: see look_texture.cpp
uniform float ghost;
uniform vec3 emphasis_colour;

const vec3 tendon_colour = vec3(0.66, 0.61, 0.50);

#ifdef CUT
#include "cut_cap.glsl"

uniform vec3 cut_normal;

// As a section looks on an anatomist's table: even light, flesh redder and bone paler than outside,
// a thin line around.
vec4 cap_shaded(Seen seen, vec4 look, vec4 state)
{
    float muscle = state.x > 1.5 && state.x < 2.5 ? 1.0 : 0.0;
    float bone = state.x < 0.5 ? 1.0 : 0.0;
    float grey = dot(look.rgb, vec3(0.2126, 0.7152, 0.0722));
    vec3 flesh = max(mix(vec3(grey), look.rgb, 1.15), 0.0) * vec3(0.86, 0.62, 0.68);
    vec3 albedo = mix(look.rgb, flesh, muscle);
    albedo = mix(albedo, sqrt(look.rgb), 0.35 * bone);
    float lit = 0.92 + 0.14 * dot(cut_normal, key_direction);
    vec3 colour = albedo * lit;
    colour = mix(colour, emphasis_colour, 0.16 * state.y);
    colour *= 1.0 - 0.50 * cap_edge(seen.at, seen.surface);
    float veil = look.a * (1.7 - 0.7 * look.a);
    return vec4(rolled_off(colour), mix(1.0, veil, ghost));
}
#endif

vec4 shaded(Seen seen)
{
    int row = max(int(number_plus_1_of(seen.surface)) - 1, 0);
    vec4 look = texelFetch(looks, ivec2(0, row), 0);
    vec4 state = texelFetch(looks, ivec2(1, row), 0);
#ifdef CUT
    if (is_cap(seen.surface))
        return cap_shaded(seen, look, state);
#endif
    float muscle = state.x > 1.5 && state.x < 2.5 ? 1.0 : 0.0;
    float bone = state.x < 0.5 ? 1.0 : 0.0;
    vec3 n = seen.n;
    float tendon = tendon_of(seen.surface) * muscle;
    float streak = (a_of(seen.surface) * 2.0 - 1.0) * muscle;
    vec3 albedo = look.rgb * (1.0 + 0.20 * streak * (1.0 - 0.6 * tendon));
    albedo = mix(albedo, tendon_colour * (1.0 + 0.08 * streak), tendon * 0.85);
    // Bone is darker and warmer in its hollows.
    albedo *= mix(vec3(1.0), mix(vec3(0.70, 0.60, 0.48), vec3(1.0), seen.open), bone);
    vec3 colour = matte(albedo, n, seen.open, vec3(0.20, 0.15, 0.13), vec3(0.833, 0.870, 0.885));

    vec3 across_s, across_t;
    basis_across(n, across_s, across_t);
    float angle = b_of(seen.surface) * 3.14159265;
    float band = thread_mirror(across_s * cos(angle) + across_t * sin(angle), seen.view);
    float facing_key = clamp(dot(n, key_direction) * 1.4 + 0.15, 0.0, 1.0);
    float sheen = muscle * (0.09 + 0.05 * tendon) * power_8(band) * band * band * facing_key *
                  (0.8 + 0.6 * streak);
    float glint = mirror(n, seen.view);
    sheen += mix(0.055, 0.035, bone) * power_8(glint) * glint * glint;
    colour += key_light * (sheen * seen.open);
    colour *= 1.0 - 0.30 * seen.meeting;
    float turned = 1.0 - clamp(dot(n, seen.view), 0.0, 1.0);
    float rim = turned * turned * turned;
    colour += emphasis_colour * (state.y * (0.42 * rim + 0.02));
    // A ghost is a veil: thin where it is looked through, denser where it turns away. Light adds up
    // linearly here, which makes a dark veil fainter than its opacity says to the eye: it is raised.
    float veil = look.a * (1.7 - 0.7 * look.a);
    return vec4(rolled_off(colour), mix(1.0, mix(veil, 1.0, 0.70 * rim), ghost));
}
