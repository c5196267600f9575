// The picture: each layer's nearest surface is shaded once a pixel, four times where an edge runs
// through the pixel, and the layers are laid over each other from front to back.
#include "packing.glsl"
#include "eye_space.glsl"
#include "light.glsl"

uniform usampler2DArray surfaces;
uniform sampler2DArray depths;
uniform sampler2D looks;        // three texels a structure: see look_texture.cpp
uniform sampler2D openness;     // half the output's resolution: structures, skin, contact
uniform sampler2D stipple;      // as fine as the layers
uniform ivec4 layer_of_role;    // structures, skin, contact, ghosts; -1: absent
uniform ivec2 tile_origin;      // of the layers' lower left, output pixels from the body's picture
uniform float has_openness;
uniform float has_stipple;

uniform vec3 skin_colour;       // linear, like all colours here
uniform float skin_opacity;
uniform vec3 zone_colour;
uniform float zone_strength;
uniform vec4 background_top;
uniform vec4 background_bottom;
uniform vec3 emphasis_colour;
uniform vec3 contact_colour;
uniform vec3 nail_colour;
uniform float contact_opacity;

layout(location = 0) out vec4 picture;  // multiplied by its alpha
layout(location = 1) out uvec4 places;  // numbers, and distances along the view in mm as bits

const vec3 tendon_colour = vec3(0.66, 0.61, 0.50);
const float far_mm = 1e6;

// The skin counts as in front of what sticks out of it by less than this.
const float skin_lead_mm = 4.0;

struct Layer {
    vec3 colour;  // not multiplied
    float alpha;
    float mm;     // along the view; far where nothing is
    uint number_plus_1;
};

// Openness at half resolution, from the four nearest whose depth agrees.
float open_at(ivec2 sample_at, int layer, int channel, float mm)
{
    if (has_openness < 0.5)
        return 1.0;
    vec2 place = (vec2(sample_at) + 0.5) * 0.25 - 0.5;
    ivec2 low = ivec2(floor(place));
    vec2 f = place - vec2(low);
    ivec2 last = textureSize(openness, 0) - 1;
    float sum = 0.0, weight = 1e-5;
    for (int i = 0; i < 4; ++i) {
        ivec2 step_to = ivec2(i & 1, i >> 1);
        ivec2 at = clamp(low + step_to, ivec2(0), last);
        vec2 share = mix(1.0 - f, f, vec2(step_to));
        float there = mm_from_depth(texelFetch(depths, ivec3(at * 4 + 2, layer), 0).r);
        float w = (share.x * share.y + 0.01) / (1.0 + 0.5 * abs(there - mm));
        vec4 open = texelFetch(openness, at, 0);
        sum += w * (channel == 0 ? open.x : channel == 1 ? open.y : open.z);
        weight += w;
    }
    return sum / weight;
}

Layer nothing() { return Layer(vec3(0.0), 0.0, far_mm, 0u); }

// Bone, muscle, tendon; `ghost` 1 for a ghosted one.
Layer shaded_structure(ivec2 at, int layer, float ghost, vec3 view, float contour)
{
    Layer result = nothing();
    uvec2 s = texelFetch(surfaces, ivec3(at, layer), 0).xy;
    uint number = number_plus_1_of(s);
    for (int there = 0; there < (number > 0u ? 1 : 0); ++there) {
        vec4 look = texelFetch(looks, ivec2(0, int(number) - 1), 0);
        vec4 state = texelFetch(looks, ivec2(1, int(number) - 1), 0);
        float muscle = state.x > 1.5 && state.x < 2.5 ? 1.0 : 0.0;
        float bone = state.x < 0.5 ? 1.0 : 0.0;
        result.mm = mm_from_depth(texelFetch(depths, ivec3(at, layer), 0).r);
        result.number_plus_1 = number;
        vec3 n = normal_of(s);
        float facing = clamp(dot(n, view), 0.0, 1.0);
        float open = ghost > 0.5 ? 1.0 : open_at(at, layer, 0, result.mm);
        float tendon = tendon_of(s) * muscle;
        float streak = (a_of(s) * 2.0 - 1.0) * muscle;
        vec3 albedo = look.rgb * (1.0 + 0.17 * streak * (1.0 - 0.6 * tendon));
        albedo = mix(albedo, tendon_colour * (1.0 + 0.08 * streak), tendon * 0.85);
        // Bone is darker and warmer in its hollows.
        albedo *= mix(vec3(1.0), mix(vec3(0.70, 0.60, 0.48), vec3(1.0), open), bone);
        vec3 colour = matte(albedo, n, open, vec3(0.22, 0.16, 0.14));
        vec3 across_s, across_t;
        basis_across(n, across_s, across_t);
        float angle = b_of(s) * 3.14159265;
        vec3 threads = across_s * cos(angle) + across_t * sin(angle);
        float sheen = muscle * (0.10 + 0.05 * tendon) * thread_shine(threads, n, view, 28.0) *
                      (0.75 + 0.5 * streak);
        sheen += mix(0.045, 0.03, bone) * shine(n, view, mix(22.0, 14.0, bone));
        colour += key_light * sheen * open;
        colour *= 1.0 - 0.30 * contour;
        float rim = pow(1.0 - facing, 2.5);
        colour += emphasis_colour * state.y * (0.55 * rim + 0.04);
        result.colour = rolled_off(colour);
        // A ghost is a veil: thin where it is looked through, denser where it turns away.
        result.alpha = mix(1.0, mix(look.a, 1.0, 0.55 * rim), ghost);
    }
    return result;
}

Layer shaded_skin(ivec2 at, int layer, float dots, vec3 view)
{
    Layer result = nothing();
    uvec2 s = texelFetch(surfaces, ivec3(at, layer), 0).xy;
    for (int there = 0; there < (number_plus_1_of(s) > 0u ? 1 : 0); ++there) {
        result.mm = mm_from_depth(texelFetch(depths, ivec3(at, layer), 0).r) - skin_lead_mm;
        result.number_plus_1 = number_plus_1_of(s);
        vec3 n = normal_of(s);
        float facing = clamp(dot(n, view), 0.0, 1.0);
        float open = mix(1.0, open_at(at, layer, 1, result.mm + skin_lead_mm),
                         0.35 + 0.65 * skin_opacity);
        float zone = max(a_of(s), dots) * zone_strength;
        // Light that wanders below the skin reddens where the form turns from the key.
        vec3 colour = matte(skin_colour, n, open, vec3(0.46, 0.27, 0.20));
        float grazing = 1.0 - facing;
        colour += key_light * 0.045 * shine(n, view, 9.0) * open;
        colour += skin_colour * 0.10 * grazing * grazing * grazing;
        // A zone keeps most of its own colour, so that the eye reads it the same on light and
        // shaded parts, and enough of the form to lie in the skin.
        vec3 painted = mix(matte(zone_colour, n, open, vec3(0.46, 0.30, 0.30)), zone_colour, 0.35);
        result.colour = rolled_off(mix(colour, painted, 0.94 * zone));
        float veil = skin_opacity + (1.0 - skin_opacity) * 0.85 * pow(grazing, 2.2);
        result.alpha = mix(veil, max(veil, 0.84), zone);
    }
    return result;
}

Layer shaded_contact(ivec2 at, int layer, vec3 view)
{
    Layer result = nothing();
    uvec2 s = texelFetch(surfaces, ivec3(at, layer), 0).xy;
    for (int there = 0; there < (number_plus_1_of(s) > 0u ? 1 : 0); ++there) {
        result.mm = mm_from_depth(texelFetch(depths, ivec3(at, layer), 0).r) - skin_lead_mm;
        result.number_plus_1 = number_plus_1_of(s);
        vec3 n = normal_of(s);
        float open = open_at(at, layer, 2, result.mm + skin_lead_mm);
        vec3 albedo = mix(contact_colour, nail_colour, b_of(s));
        vec3 colour = matte(albedo, n, open, vec3(0.30, 0.26, 0.24));
        colour += key_light * (mix(0.03, 0.14, b_of(s)) * shine(n, view, mix(10.0, 40.0, b_of(s))));
        result.colour = rolled_off(colour);
        result.alpha = contact_opacity * a_of(s);
    }
    return result;
}

float passes(Layer other, Layer self) { return 1.0 - (other.mm < self.mm ? other.alpha : 0.0); }

// Three layers over each other, each seen through those in front of it.
vec4 laid_over(Layer a, Layer b, Layer c, Layer d)
{
    float wa = a.alpha * passes(b, a) * passes(c, a) * passes(d, a);
    float wb = b.alpha * passes(a, b) * passes(c, b) * passes(d, b);
    float wc = c.alpha * passes(a, c) * passes(b, c) * passes(d, c);
    float wd = d.alpha * passes(a, d) * passes(b, d) * passes(c, d);
    return vec4(a.colour * wa + b.colour * wb + c.colour * wc + d.colour * wd,
                wa + wb + wc + wd);
}

// Whether the four samples of a pixel differ, and whether two structures meet in it.
void edge_of(ivec2 at, int layer, inout int edge, inout float contour, float px_mm)
{
    for (int there = 0; there < (layer >= 0 ? 1 : 0); ++there) {
        uvec2 s = texelFetch(surfaces, ivec3(at, layer), 0).xy;
        float mm = mm_from_depth(texelFetch(depths, ivec3(at, layer), 0).r);
        vec3 n = normal_of(s);
        uint number = number_plus_1_of(s);
        for (int i = 1; i < 4; ++i) {
            ivec3 other = ivec3(at + ivec2(i & 1, i >> 1), layer);
            uvec2 o = texelFetch(surfaces, other, 0).xy;
            float gap = abs(mm_from_depth(texelFetch(depths, other, 0).r) - mm);
            uint number_there = number_plus_1_of(o);
            bool differs = number_there != number ||
                           (number != 0u && (dot(normal_of(o), n) < 0.93 || gap > 6.0 * px_mm));
            edge = differs ? 4 : edge;
            contour = number_there != number && number != 0u && number_there != 0u ? 1.0 : contour;
        }
    }
}

void main()
{
    ivec2 pixel = ivec2(gl_FragCoord.xy);
    ivec2 at = 2 * (pixel - tile_origin);
    vec3 ray = ray_at(vec2(pixel) + 0.5);
    vec3 view = -normalize(ray);
    float px_mm = 2.0 * length(ray_up) / picture_size.y * 1000.0;  // a pixel at a metre

    int count = 1;
    float contour = 0.0, unused = 0.0;
    edge_of(at, layer_of_role.x, count, contour, px_mm);
    edge_of(at, layer_of_role.y, count, unused, px_mm);
    edge_of(at, layer_of_role.z, count, unused, px_mm);
    edge_of(at, layer_of_role.w, count, unused, px_mm);

    float dots = 0.0;
    for (int i = 0; i < (has_stipple > 0.5 ? 4 : 0); ++i)
        dots += 0.25 * texelFetch(stipple, at + ivec2(i & 1, i >> 1), 0).r;

    vec4 sum = vec4(0.0);
    Layer solid, skin, contact, ghost;
    for (int i = count - 1; i >= 0; --i) {
        ivec2 here = at + ivec2(i & 1, i >> 1);
        solid = nothing();
        skin = nothing();
        contact = nothing();
        ghost = nothing();
        for (int pass = 0; pass < 2; ++pass) {
            int layer = pass == 0 ? layer_of_role.x : layer_of_role.w;
            for (int there = 0; there < (layer >= 0 ? 1 : 0); ++there) {
                Layer found = shaded_structure(here, layer, float(pass), view, contour);
                if (pass == 0)
                    solid = found;
                else
                    ghost = found;
            }
        }
        for (int there = 0; there < (layer_of_role.y >= 0 ? 1 : 0); ++there)
            skin = shaded_skin(here, layer_of_role.y, dots, view);
        for (int there = 0; there < (layer_of_role.z >= 0 ? 1 : 0); ++there)
            contact = shaded_contact(here, layer_of_role.z, view);
        sum += laid_over(solid, ghost, skin, contact);
    }
    sum /= float(count);
    vec4 behind = mix(background_bottom, background_top, (float(pixel.y) + 0.5) / picture_size.y);
    picture = sum + (1.0 - sum.a) * vec4(behind.rgb * behind.a, behind.a);

    // The last sample shaded is the pixel's first: what picking and marks look at.
    bool ghost_first = ghost.mm < solid.mm;
    uint under = ghost_first ? ghost.number_plus_1 : solid.number_plus_1;
    places = uvec4(under | skin.number_plus_1 << 16u, floatBitsToUint(min(solid.mm, ghost.mm)),
                   floatBitsToUint(skin.mm + skin_lead_mm), floatBitsToUint(contact.mm));
}
