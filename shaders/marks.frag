#include "eye_space.glsl"

in vec2 shape_place;
in vec4 shape_colour;
flat in vec4 shape_kind;
in float shape_mm;

uniform sampler2D glyphs;
uniform usampler2D places;     // number + 1 and distance of structures, of skin, of contact
uniform vec2 places_per_px;    // its size over the body's picture's size
uniform ivec2 corner;          // of the body's picture in the target
uniform vec3 ring_centre;      // of the target ring, on the skin
uniform vec3 ring_normal;

out vec4 picture;  // multiplied by its alpha

const int glyph = 0, box = 1, line = 2, point_mark = 3, essential = 4, spillover = 5, spindle = 6,
          arrow = 7, no_press = 8, target_ring = 9, plate = 10;

const vec3 white = vec3(0.95);

float cover(float distance, float width) { return clamp(0.5 - distance / width, 0.0, 1.0); }

float to_segment(vec2 p, vec2 a, vec2 b)
{
    vec2 ab = b - a;
    return length(p - a - ab * clamp(dot(p - a, ab) / dot(ab, ab), 0.0, 1.0));
}

// Ink over a rim of white.
vec4 rimmed(vec3 ink, float ink_cover, float rim_cover, float rim_alpha)
{
    float rim = rim_cover * rim_alpha * (1.0 - ink_cover);
    return vec4(ink * ink_cover + white * rim, ink_cover + rim);
}

// A black cross with a white rim inside a ring as wide as the uncertainty (radius 1).
vec4 point_cover(vec2 p, vec3 ink, float strong, float px)
{
    float arm = mix(0.36, 0.42, strong);
    float half_width = max(mix(0.055, 0.08, strong), 0.9 * px);
    float cross_distance = min(to_segment(p, vec2(-arm), vec2(arm)),
                               to_segment(p, vec2(-arm, arm), vec2(arm, -arm)));
    float rim = max(0.07, 1.2 * px);
    vec4 mark = rimmed(ink, cover(cross_distance - half_width, px),
                       cover(cross_distance - half_width - rim, px), 0.95);
    float r = length(p);
    float ring_half = max(mix(0.022, 0.035, strong), 0.6 * px);
    float ring = abs(r - (1.0 - ring_half));
    vec4 circle = rimmed(ink, cover(ring - ring_half, px),
                         cover(ring - ring_half - max(0.03, 0.8 * px), px), 0.8);
    float disc = cover(r - 1.0, px) * mix(0.06, 0.16, strong);
    vec4 result = mark + (1.0 - mark.a) * circle;
    return result + (1.0 - result.a) * vec4(white * disc, disc);
}

// Points from (-1, 0) to (1, 0); `aspect` is width over length. A blunt shaft and a broad head.
vec4 arrow_cover(vec2 p, vec3 ink, float aspect, float px)
{
    // Measured in units of the half length; the head is one and a half times as long as wide.
    float half_head = aspect;
    float half_shaft = aspect * 0.42;
    float head_at = 1.0 - min(half_head * 1.9, 1.0);
    float shaft = max(abs(p.y) - half_shaft, max(-1.0 - p.x, p.x - head_at - 0.01));
    vec2 slope = normalize(vec2(half_head, 1.0 - head_at));
    float head = max(head_at - p.x, dot(vec2(p.x - 1.0, abs(p.y)), slope));
    float d = min(shaft, head);
    float rim = max(aspect * 0.22, 1.3 * px);
    float form = 1.0 - 0.35 * clamp(p.y / half_head, -1.0, 1.0);
    return rimmed(ink * form, cover(d, px), cover(d - rim, px), 0.95);
}

// Slender at both ends, over place.x in -1...1; place.y in -1...1 across at the middle.
vec4 spindle_cover(vec2 p, vec3 ink)
{
    float half_width = pow(max(1.0 - p.x * p.x, 0.0), 0.6);
    float px = max(fwidth(p.y), 1e-3);
    float d = abs(p.y) - half_width * 0.62;
    float rim = max(0.16, 1.1 * px);
    float threads = 0.85 + 0.15 * cos(p.y * 14.0) * clamp(0.5 - 3.0 * px, 0.0, 0.5) * 2.0;
    return rimmed(ink * threads, cover(d, px), cover(d - rim, px) * step(abs(p.x), 1.0), 0.75);
}

vec4 patch_cover(vec2 p, vec3 ink)
{
    // A soft lens, as a zone looks on the skin.
    float r = length(p * vec2(0.72, 1.0)) * (1.0 + 0.06 * sin(3.0 * atan(p.y, p.x) + 0.6));
    float alpha = 1.0 - smoothstep(0.70, 0.96, r);
    return vec4(ink * alpha, alpha);
}

vec4 stipple_cover(vec2 p, vec3 ink)
{
    vec2 rows = vec2(p.x * 4.0, p.y * 4.0);
    float row = floor(rows.y + 0.5);
    rows.x += mod(row, 2.0) * 0.5;
    vec2 cell = floor(rows + 0.5);
    float px = max(fwidth(rows.y), 1e-3);
    vec2 centre = vec2((cell.x - mod(row, 2.0) * 0.5) / 4.0, cell.y / 4.0);
    float r = length(centre * vec2(0.72, 1.0));
    float size = 0.34 * (1.0 - smoothstep(0.45, 1.0, r) * 0.5) * step(r, 0.86);
    float alpha = size > 0.01 ? cover(length(rows - cell) - size, px) : 0.0;
    return vec4(ink * alpha, alpha);
}

// A swatch in the manner of shade_skin.frag: 0 never, 1 only, 2 with care.
vec4 no_press_cover(vec2 p, vec3 ink, float grade)
{
    float px = max(fwidth(p.y), 1e-3);
    vec2 corner_off = abs(p) - vec2(1.05, 0.62);
    float d = length(max(corner_off, 0.0)) + min(max(corner_off.x, corner_off.y), 0.0) - 0.22;
    float outline = cover(abs(d + 0.10) - 0.09, px);
    float period = grade < 0.5 ? 0.62 : 0.80;
    float width = grade < 0.5 ? 0.27 : 0.13;
    float off = abs(fract((p.x + p.y) * 0.7071 / period) - 0.5) * period;
    float stripe = grade > 1.5 ? 0.0 : cover(off - 0.5 * width, 1.5 * px);
    float strong = grade < 0.5 ? 0.95 : grade < 1.5 ? 0.65 : 0.42;
    float alpha = max(outline, stripe * 0.9) * strong * cover(d, px);
    float paper = (grade < 0.5 ? 0.6 : 0.25) * cover(d, px);
    return vec4(ink * alpha + white * paper * (1.0 - alpha), alpha + paper * (1.0 - alpha));
}

uvec4 place_here()
{
    ivec2 last = textureSize(places, 0) - 1;
    return texelFetch(places, clamp(ivec2((gl_FragCoord.xy - vec2(corner)) * places_per_px),
                                    ivec2(0), last), 0);
}

// A distance along the view; nothing is far away.
float mm_of(uint bits) { return bits == 0u ? 1e6 : uintBitsToFloat(bits); }

// Lies in the skin whatever its form: distance from the ring's axis at the skin seen here.
vec4 ring_cover(vec3 ink, float radius)
{
    uvec4 here = place_here();
    float mm = mm_of(here.z);
    vec3 p = eye + ray_at(gl_FragCoord.xy - vec2(corner)) * mm;
    vec3 d = p - ring_centre;
    float height = dot(d, ring_normal);
    float r = length(d - height * ring_normal);
    float px = clamp(2.0 * length(ray_up) / picture_size.y * mm, 0.01, 10.0);
    float on_skin = 1.0 - smoothstep(radius * 0.9, radius * 1.4, abs(height));
    on_skin *= mm_of(here.w) < mm - 2.0 ? 0.0 : 1.0;
    float thick = max(1.0, 1.1 * px);
    float outer = abs(r - radius + thick) - thick;
    float d_ring = min(outer, r - max(1.3, 1.5 * px));
    return rimmed(ink, cover(d_ring, px), cover(d_ring - max(0.8, px), px), 0.9) * on_skin;
}

// What lies behind a surface is fainter; `mm` 0 is never behind anything.
float seen_through(float mm)
{
    uvec4 here = place_here();
    float surface = min(mm_of(here.y), mm_of(here.z));
    float through_body = mix(1.0, shape_kind.z, smoothstep(30.0, 70.0, mm - surface));
    float through_contact = mix(1.0, 0.3, smoothstep(0.0, 12.0, mm - mm_of(here.w)));
    return mm <= 0.0 ? 1.0 : min(through_body, through_contact);
}

void main()
{
    int kind = int(shape_kind.x + 0.5);
    vec3 ink = shape_colour.rgb;
    vec2 p = shape_place;
    vec4 c = vec4(ink, 1.0);
    if (kind == glyph) {
        float ink_cover = texelFetch(glyphs, ivec2(floor(p)), 0).r;
        c *= pow(ink_cover, shape_kind.y);
    } else if (kind == line) {
        float d = length(vec2(max(abs(p.x) - shape_kind.y, 0.0), p.y)) - shape_kind.z;
        c *= cover(d, 1.0);
    } else if (kind == point_mark) {
        c = point_cover(p, ink, shape_kind.y, max(fwidth(p.x), fwidth(p.y)) * 0.8) *
            seen_through(shape_mm);
    } else if (kind == essential) {
        c = patch_cover(p, ink);
    } else if (kind == spillover) {
        c = stipple_cover(p, ink);
    } else if (kind == spindle) {
        c = spindle_cover(p, ink) * seen_through(shape_mm);
    } else if (kind == arrow) {
        c = arrow_cover(p, ink, shape_kind.y, max(fwidth(p.y), 1e-4)) * seen_through(shape_mm);
    } else if (kind == no_press) {
        c = no_press_cover(p, ink, shape_kind.y);
    } else if (kind == target_ring) {
        c = ring_cover(ink, shape_kind.y);
    } else if (kind == plate) {
        vec2 out_of = abs(p) - shape_kind.yz + shape_mm;
        c *= cover(length(max(out_of, 0.0)) + min(max(out_of.x, out_of.y), 0.0) - shape_mm, 1.0);
    }
    picture = c * shape_colour.a;
}
