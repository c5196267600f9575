// Takes the sixteen turns of a 4x4 block together, along one axis, not across edges of depth.
#include "eye_space.glsl"

uniform sampler2D openness_in;
uniform sampler2DArray depths;
uniform ivec4 layer_of_role;
uniform float samples_per_px;
uniform ivec2 along;  // (1, 0), then (0, 1)

out vec4 openness;

float depth_mm(ivec2 at, int layer)
{
    ivec2 place = ivec2((vec2(at) + 0.5) * 2.0 * samples_per_px);
    return mm_from_depth(texelFetch(depths, ivec3(place, layer), 0).r);
}

void main()
{
    ivec2 at = ivec2(gl_FragCoord.xy);
    ivec2 last = textureSize(openness_in, 0) - 1;
    vec4 sum = vec4(0.0);
    vec4 weight = vec4(1e-4);
    int front = layer_of_role.y >= 0 ? layer_of_role.y : layer_of_role.x;
    int back = layer_of_role.x >= 0 ? layer_of_role.x : front;
    float front_mm = depth_mm(at, front);
    float back_mm = depth_mm(at, back);
    for (int i = -2; i <= 2; ++i) {
        ivec2 other = clamp(at + along * i, ivec2(0), last);
        float edge = abs(i) == 2 ? 0.5 : 1.0;
        float near_front = edge / (1.0 + 0.3 * abs(depth_mm(other, front) - front_mm));
        float near_back = edge / (1.0 + 0.3 * abs(depth_mm(other, back) - back_mm));
        vec4 w = vec4(near_back, near_front, edge, near_front);
        sum += w * texelFetch(openness_in, other, 0);
        weight += w;
    }
    openness = sum / weight;
}
