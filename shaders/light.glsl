// A studio with one soft key, a fill, a rim and a bright ceiling; fixed to the camera.

uniform vec3 key_direction;  // unit, toward the light, world
uniform vec3 fill_direction;
uniform vec3 rim_direction;

const vec3 key_light = vec3(0.98, 0.96, 0.925);
const vec3 fill_light = vec3(0.13, 0.14, 0.155);
const vec3 rim_light = vec3(0.22, 0.22, 0.23);
const vec3 ceiling = vec3(0.36, 0.37, 0.385);
const vec3 ground = vec3(0.16, 0.145, 0.13);

// A broad light reaches round the form: `wrap` is how far, a colour of its own where light
// wanders below the surface; `scale` is 1 / (1 + wrap).
vec3 wrapped(float cosine, vec3 wrap, vec3 scale)
{
    vec3 c = clamp((vec3(cosine) + wrap) * scale, 0.0, 1.0);
    return c * c * (1.6 - 0.6 * c);
}

// What a matte surface sends back. Crevices keep the colour of their walls instead of going grey.
vec3 matte(vec3 albedo, vec3 n, float open, vec3 wrap, vec3 scale)
{
    vec3 kept = open / (1.0 - albedo * ((1.0 - open) * 0.9));
    vec3 direct = 0.35 + 0.65 * kept;
    vec3 light = key_light * wrapped(dot(n, key_direction), wrap, scale);
    light += fill_light * max(dot(n, fill_direction), 0.0);
    light += rim_light * max(dot(n, rim_direction), 0.0);
    return albedo * (light * direct + mix(ground, ceiling, n.y * 0.5 + 0.5) * kept);
}

// Powers are written as products: a software renderer pays for pow().
float power_8(float x)
{
    float x2 = x * x;
    float x4 = x2 * x2;
    return x4 * x4;
}

// The cosine of which a shine is a power.
float mirror(vec3 n, vec3 v) { return max(dot(n, normalize(key_direction + v)), 0.0); }

// For threads that run along t: a band of light across them (after Kajiya and Kay 1989).
float thread_mirror(vec3 t, vec3 v)
{
    float along = dot(t, normalize(key_direction + v));
    return max(1.0 - along * along, 0.0);
}

// Highlights roll off softly above `knee`; the colour's hue stays.
vec3 rolled_off(vec3 c)
{
    const float knee = 0.72;
    float top = max(c.r, max(c.g, c.b));
    float over = max(top - knee, 0.0);
    float rolled = top > knee ? knee + (1.0 - knee) * (over / (over + 1.0 - knee)) : top;
    return c * (rolled / max(top, 1e-4));
}
