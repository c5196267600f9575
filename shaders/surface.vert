// Vertices of the body and of the contact, for every layer.
#include "packing.glsl"
#include "dent.glsl"
#ifdef CUT
#include "cut.glsl"
#endif

layout(location = 0) in vec3 position;
layout(location = 1) in vec2 normal_octahedral;
layout(location = 2) in vec2 tangent_octahedral;
layout(location = 3) in vec2 fibre;      // (u, v + 0.5); of the contact: (opacity, nail)
layout(location = 4) in uint structure_and_tendon;  // number | tendon share << 24
layout(location = 5) in vec2 zone_mm;    // of the skin alone: (essential, spillover)
layout(location = 6) in vec4 overlay_at_vertex;  // of the skin alone: scene::SkinOverlay

uniform mat4 clip_from_world;
uniform mat4 world_from_mesh;
uniform sampler2D looks;      // three texels a structure: see look_texture.cpp
uniform float dents_always;   // 1: the skin; 0: as the structure's look says

out vec3 world_normal;
out vec3 world_tangent;
out vec2 fibre_place;
out vec2 zone_distance_mm;
out vec4 overlay;
out float tendon_share;
flat out uint number;
flat out vec4 fibre_pattern;  // bundles across, cells along, 1 = has fibres, unused

void main()
{
    uint structure = structure_and_tendon & 0xffffffu;
    tendon_share = float(structure_and_tendon >> 24) / 255.0;
    int row = int(structure);
    vec4 state = texelFetch(looks, ivec2(1, row), 0);
    fibre_pattern = texelFetch(looks, ivec2(2, row), 0);
    vec3 p = (world_from_mesh * vec4(position, 1.0)).xyz;
    vec3 n = mat3(world_from_mesh) * from_octahedral(normal_octahedral);
    apply_dent(p, n, max(state.z, dents_always));
    world_normal = n;
    world_tangent = from_octahedral(tangent_octahedral);
    fibre_place = fibre;
    zone_distance_mm = zone_mm;
    overlay = overlay_at_vertex;
    number = structure;
    gl_Position = clip_from_world * vec4(p, 1.0);
#ifdef CUT
    clip_beyond_cut(p);
#endif
}
