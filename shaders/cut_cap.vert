// A square in the plane of the cut.
uniform mat4 clip_from_world;
uniform vec3 cap_middle;
uniform vec3 cap_across;  // half of its edges
uniform vec3 cap_along;

void main()
{
    vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
    gl_Position = clip_from_world *
                  vec4(cap_middle + cap_across * corner.x + cap_along * corner.y, 1.0);
}
