// A studio with one soft key, a fill, a rim and a bright ceiling; fixed to the camera.

uniform vec3 key_direction;  // unit, toward the light, world
uniform vec3 fill_direction;
uniform vec3 rim_direction;

const vec3 key_light = vec3(0.90, 0.885, 0.86);
const vec3 fill_light = vec3(0.17, 0.18, 0.195);
const vec3 rim_light = vec3(0.20, 0.20, 0.21);
const vec3 ceiling = vec3(0.40, 0.41, 0.42);
const vec3 ground = vec3(0.21, 0.195, 0.18);

// A broad light reaches round the form: `wrap` is how far, a colour of its own where light
// wanders below the surface.
vec3 wrapped(float cosine, vec3 wrap)
{
    vec3 c = clamp((vec3(cosine) + wrap) / (1.0 + wrap), 0.0, 1.0);
    return c * c * (1.6 - 0.6 * c);
}

// What a matte surface sends back. Crevices keep the colour of their walls instead of going grey.
vec3 matte(vec3 albedo, vec3 n, float open, vec3 wrap)
{
    vec3 kept = open / (1.0 - albedo * (1.0 - open) * 0.9);
    vec3 direct = mix(vec3(1.0), kept, 0.65);
    vec3 light = key_light * wrapped(dot(n, key_direction), wrap) * direct;
    light += fill_light * wrapped(dot(n, fill_direction), wrap) * direct;
    light += rim_light * wrapped(dot(n, rim_direction), vec3(0.0)) * direct;
    light += mix(ground, ceiling, n.y * 0.5 + 0.5) * kept;
    return albedo * light;
}

// The soft shine of a moist or waxy surface.
float shine(vec3 n, vec3 v, float sharpness)
{
    vec3 h = normalize(key_direction + v);
    return pow(max(dot(n, h), 0.0), sharpness);
}

// The same for threads that run along t: a band of light across them (after Kajiya and Kay 1989).
float thread_shine(vec3 t, vec3 n, vec3 v, float sharpness)
{
    vec3 h = normalize(key_direction + v);
    float along = dot(t, h);
    float facing = smoothstep(-0.1, 0.6, dot(n, key_direction));
    return pow(max(1.0 - along * along, 0.0), sharpness * 0.5) * facing;
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
