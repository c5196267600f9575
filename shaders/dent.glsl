// The tissue gives way under a press: one formula moves positions and turns normals.

uniform vec3 dent_centre;
uniform vec3 dent_direction;  // unit, into the body
uniform float dent_depth;     // 0: none; negative: a fold is lifted
uniform vec3 dent_axis;       // unit, of a long one; 0: round
uniform float dent_radius;    // across the axis
uniform float dent_length;    // along it
uniform float dent_half_depth;

// How far a point moves along dent_direction, and the gradient of that.
float dent_at(vec3 p, out vec3 gradient)
{
    vec3 d = p - dent_centre;
    float below = dot(d, dent_direction);
    vec3 across = d - below * dent_direction;
    vec3 long_way = dent_axis * dot(across, dent_axis);
    vec3 scaled = (across - long_way) / (dent_radius * dent_radius) +
                  long_way / (dent_length * dent_length);
    float x = dot(across, scaled);
    float left = max(1.0 - x, 0.0);
    float fade = exp2(-max(below, 0.0) / dent_half_depth);
    float bell = left * left;
    float moved = dent_depth * bell * fade;
    gradient = dent_depth * fade * (-4.0 * left) * scaled;
    gradient -= (below > 0.0 ? 0.6931472 / dent_half_depth * moved : 0.0) * dent_direction;
    return moved;
}

void apply_dent(inout vec3 position, inout vec3 normal, float share)
{
    vec3 gradient;
    float moved = share * dent_at(position, gradient);
    position += moved * dent_direction;
    // The inverse transpose of (identity + direction * gradient^T), applied to the normal.
    float along = dot(dent_direction, normal);
    float stretch = 1.0 + share * dot(gradient, dent_direction);
    normal -= share * gradient * (along / max(stretch, 0.2));
}
