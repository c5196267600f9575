// One triangle over the whole viewport, at a depth that chooses pixels by their mask (mask.frag).
uniform float depth;  // 0 ... 1

void main()
{
    vec2 corner = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
    gl_Position = vec4(corner, depth * 2.0 - 1.0, 1.0);
}
