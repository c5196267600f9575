// What is behind everything, and the empty map of what lies where.
#include "eye_space.glsl"

uniform vec4 background_top;
uniform vec4 background_bottom;

layout(location = 0) out vec4 picture;  // multiplied by its alpha
layout(location = 1) out uvec4 places;

void main()
{
    vec4 c = mix(background_bottom, background_top, gl_FragCoord.y / picture_size.y);
    picture = vec4(c.rgb * c.a, c.a);
    places = uvec4(0u);
}
