// The skin with the zones that lie in it.
#include "shading.glsl"

uniform sampler2D stipple;  // as fine as the layers
uniform float has_stipple;
uniform vec3 skin_colour;   // linear, like all colours here
uniform float skin_opacity;
uniform vec3 zone_colour;
uniform float zone_strength;
uniform vec3 contact_tip;
uniform float contact_shadow;  // 0: no contact
uniform vec4 dense;            // plane: dense_share opaque where dot(p, xyz) + w is over 1
uniform float dense_share;

vec4 shaded(Seen seen)
{
    // The dots have edges of their own: all four samples count.
    ivec2 corner = seen.at & ~1;
    float dots = 0.0;
    for (int i = 0; i < 4; ++i)
        dots += texelFetch(stipple, corner + ivec2(i & 1, i >> 1), 0).r;
    float zone = max(a_of(seen.surface), 0.25 * dots * has_stipple) * zone_strength;

    vec3 p = eye - seen.view * (seen.mm / -dot(seen.view, ray_middle));
    float beyond = smoothstep(0.0, 1.0, dot(p, dense.xyz) + dense.w);
    float opacity = mix(skin_opacity, 1.0, dense_share * beyond);

    // The fainter the skin, the less of its own hollows is drawn over what lies under it.
    float open = mix(1.0, seen.open, 0.35 + 0.65 * opacity);
    // The contact's shadow is not faint: by it one sees that the skin is touched. Where it touches,
    // the picture mostly does not show both, so its tip darkens what is near by distance alone.
    vec3 to_tip = (p - contact_tip) / 26.0;
    float near_tip = contact_shadow * exp2(-1.44 * dot(to_tip, to_tip));
    float shadow = 1.0 - seen.open_to_contact * (1.0 - 0.75 * near_tip);
    // Light that wanders below the skin reddens where the form turns from the key.
    vec3 colour = matte(skin_colour, seen.n, open, vec3(0.46, 0.27, 0.20),
                        vec3(0.685, 0.787, 0.833));
    colour += key_light * (0.05 * power_8(mirror(seen.n, seen.view)) * open);
    // The outline is drawn a little darker, as a pencil would.
    float grazing = 1.0 - clamp(dot(seen.n, seen.view), 0.0, 1.0);
    float outline = grazing * grazing;
    colour *= 1.0 - 0.25 * outline * outline;
    // A zone keeps most of its own colour, so that the eye reads it the same on light and shaded
    // parts, and enough of the form to lie in the skin.
    vec3 painted = mix(matte(zone_colour, seen.n, open, vec3(0.46, 0.30, 0.30),
                             vec3(0.685, 0.77, 0.77)), zone_colour, 0.35);
    colour = mix(colour, painted, 0.94 * zone);
    colour *= mix(vec3(1.0), vec3(0.42, 0.34, 0.32), shadow);
    float veil = opacity + (1.0 - opacity) * 0.85 * outline;
    veil = mix(veil, max(veil, 0.84), zone);
    return vec4(rolled_off(colour), mix(veil, max(veil, 0.75), shadow));
}
