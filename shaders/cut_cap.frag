// The inside of one structure, where the cut opens it: flat, in the plane.
uniform uint cap_word;  // normal of the plane and full tendon, as packing.glsl stores them
uniform uint number;

out uvec2 surface;

void main()
{
    surface = uvec2(cap_word, (number + 1u) << 20u | 1023u);
}
