// From a depth buffer back to places. The rays are linear across the picture.

uniform vec2 depth_to_mm;   // distance along the view = x / (ndc depth + y)
uniform vec3 eye;
uniform vec3 ray_middle;    // through the picture's middle, length 1 along the view
uniform vec3 ray_right;     // to the picture's right edge
uniform vec3 ray_up;
uniform vec2 picture_size;  // of the body's picture, output pixels

float mm_from_depth(float depth) { return depth_to_mm.x / (2.0 * depth - 1.0 + depth_to_mm.y); }

// `pixel` in output pixels from the lower left of the body's picture.
vec3 ray_at(vec2 pixel)
{
    vec2 ndc = 2.0 * pixel / picture_size - 1.0;
    return ray_middle + ray_right * ndc.x + ray_up * ndc.y;
}
