// The hand or tool that presses.
#include "shading.glsl"

uniform vec3 contact_colour;
uniform vec3 accent_colour;
uniform float contact_gloss;  // of what is not accented
uniform float contact_opacity;

vec4 shaded(Seen seen)
{
    float accent = b_of(seen.surface);
    vec3 colour = 0.88 * matte(mix(contact_colour, accent_colour, accent), seen.n, seen.open,
                        vec3(0.30, 0.26, 0.24), vec3(0.769, 0.794, 0.806));
    float glint = power_8(mirror(seen.n, seen.view));
    colour += key_light * mix(0.035 * glint, 0.16 * glint * glint * glint,
                           max(accent, contact_gloss));
    // An outline, so that a light hand is seen before a light ground.
    float grazing = 1.0 - clamp(dot(seen.n, seen.view), 0.0, 1.0);
    float outline = grazing * grazing;
    colour *= 1.0 - 0.45 * outline * outline;
    return vec4(rolled_off(colour), contact_opacity * a_of(seen.surface));
}
