// Linear light, multiplied by its alpha, into sRGB bytes with straight alpha; an ordered dither
// keeps slow gradients free of steps and leaves exact values exact.
uniform sampler2D picture;

out vec4 pixel;

vec3 srgb_from_linear(vec3 c)
{
    return mix(12.92 * c, 1.055 * pow(max(c, vec3(1e-5)), vec3(1.0 / 2.4)) - 0.055,
               step(0.0031308, c));
}

float bayer(ivec2 p)
{
    int sum = 0;
    for (int bit = 0; bit < 3; ++bit) {
        int x = (p.x >> bit) & 1, y = (p.y >> bit) & 1;
        sum += ((x ^ y) * 2 + y) << (4 - 2 * bit);
    }
    return (float(sum) + 0.5) / 64.0 - 0.5;
}

void main()
{
    ivec2 at = ivec2(gl_FragCoord.xy);
    vec4 c = texelFetch(picture, at, 0);
    vec3 straight = clamp(c.rgb / max(c.a, 1e-4), 0.0, 1.0);
    float dither = bayer(at) * 0.98 / 255.0;
    pixel = vec4(c.a > 0.0 ? srgb_from_linear(straight) + dither : vec3(0.0), c.a);
}
