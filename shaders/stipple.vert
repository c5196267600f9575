// One dot of the spillover stipple, lying in the skin.
#include "dent.glsl"
#ifdef CUT
#include "cut.glsl"
#endif

layout(location = 0) in vec2 corner;     // -1...1
layout(location = 1) in vec3 centre;
layout(location = 2) in vec4 normal_size;  // unit normal, radius in mm

uniform mat4 clip_from_world;
uniform vec3 eye;
uniform float smallest_mm_at_1m;  // a dot is never thinner than this share of its distance

out vec2 place;

void main()
{
    vec3 p = centre;
    vec3 n = normal_size.xyz;
    apply_dent(p, n, 1.0);
    n = normalize(n);
    vec3 side = normalize(cross(n, abs(n.y) < 0.9 ? vec3(0, 1, 0) : vec3(1, 0, 0)));
    vec3 other = cross(n, side);
    float away = length(eye - p);
    float radius = max(normal_size.w, smallest_mm_at_1m * away * 0.001);
    place = corner * 1.4;
    p += (side * place.x + other * place.y) * radius;
    // Toward the eye, so that the skin's own triangles do not cut the disc.
    p += (eye - p) * (1.2 / away);
    gl_Position = clip_from_world * vec4(p, 1.0);
#ifdef CUT
    clip_beyond_cut(p);
#endif
}
