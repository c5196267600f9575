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

uniform int overlay_kind;   // as in skin.frag
uniform vec3 tints[5];
uniform vec3 overlay_ink;
uniform vec3 overlay_paper;

#ifdef CUT
uniform vec4 cut_plane;  // as in cut.glsl
uniform float cut_line;  // width of the outline, pixels

// 1 on the outline where the cut meets the skin.
float cut_outline(vec3 p, vec3 n, vec3 view, float px)
{
    float away = -(dot(p, cut_plane.xyz) + cut_plane.w);
    float along = dot(n, cut_plane.xyz);
    // How fast the distance grows from pixel to pixel on a surface that leans away from the eye.
    float a_pixel = px * sqrt(max(1.0 - along * along, 0.0)) / max(abs(dot(n, view)), 0.15);
    return clamp(cut_line + 0.5 - away / max(a_pixel, 1e-3), 0.0, 1.0);
}
#endif

// Stripes fixed to the skin: slanted planes through the body, mirrored like it. Where they are
// finer than two pixels they become an even tone.
float striped(vec3 p, float period, float width, float px)
{
    float across = (abs(p.x) + p.y - p.z) * 0.7071;
    float off = abs(fract(across / period) - 0.5) * period;
    float line = clamp((0.5 * width - off) / px + 0.5, 0.0, 1.0);
    return mix(line, width / period, smoothstep(0.25, 0.6, px / period));
}

// The level's parts: x inside, y on the outline.
vec2 parts_of(uint level)
{
    return vec2(min(float(level) / 3.0, 1.0), max(float(level) - 3.0, 0.0) / 4.0);
}

// Ink of the no-press zones in w, and how far the skin between is paled.
vec2 no_press_ink(uint code, vec3 p, float px)
{
    vec2 never = parts_of(code >> 6u & 7u), only = parts_of(code >> 3u & 7u);
    vec2 care = parts_of(code & 7u);
    float ink = max(never.x * (0.10 + 0.80 * striped(p, 7.0, 3.0, px)), 0.95 * never.y);
    float weaker = max(only.x * (0.07 + 0.45 * striped(p, 9.0, 1.4, px)), 0.65 * only.y);
    weaker = max(weaker, max(0.06 * care.x, 0.42 * care.y));
    // The stricter grade wins where zones overlap.
    ink = max(ink, weaker * (1.0 - never.x));
    return vec2(ink, 0.55 * never.x + 0.18 * only.x * (1.0 - never.x));
}

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

    uint code = seen.surface.y & 1023u;
    float px = length(ray_up) * 2.0 / picture_size.y * seen.mm;
    vec2 marked = overlay_kind == 2 ? no_press_ink(code, p, px) : vec2(0.0);
    vec3 albedo = skin_colour;
    if (overlay_kind == 1) {
        albedo = tints[clamp(int(code >> 4u) - 1, 0, 4)];
        albedo *= 1.0 - 0.55 * float(code & 15u) / 15.0;
    }
    albedo = mix(mix(albedo, overlay_paper, marked.y), overlay_ink, marked.x);

    // The fainter the skin, the less of its own hollows is drawn over what lies under it.
    float open = mix(1.0, seen.open, 0.35 + 0.65 * opacity);
    // The contact's shadow is not faint: by it one sees that the skin is touched. Where it touches,
    // the picture mostly does not show both, so its tip darkens what is near by distance alone.
    vec3 to_tip = (p - contact_tip) / 26.0;
    float near_tip = contact_shadow * exp2(-1.44 * dot(to_tip, to_tip));
    float shadow = 1.0 - seen.open_to_contact * (1.0 - 0.75 * near_tip);
    // Light that wanders below the skin reddens where the form turns from the key.
    vec3 colour = matte(albedo, seen.n, open, vec3(0.46, 0.27, 0.20),
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
    veil = max(veil, 0.88 * max(marked.x, marked.y));
#ifdef CUT
    // Its inner side, seen through the opening, is plain and lies still.
    float inner = step(0.5, tendon_of(seen.surface));
    vec3 lining = skin_colour * (0.62 + 0.30 * max(dot(seen.n, key_direction), 0.0));
    colour = mix(colour, lining, inner);
    veil = mix(veil, opacity * opacity, inner);
    float line = cut_outline(p, seen.n, seen.view, px);
    colour = mix(colour, skin_colour * vec3(0.42, 0.33, 0.30), 0.85 * line);
    veil = max(veil, 0.9 * line);
#endif
    return vec4(rolled_off(colour), mix(veil, max(veil, 0.75), shadow));
}
