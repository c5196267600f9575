in vec2 place;

out float cover;

void main()
{
    float r = length(place);
    float pixel = max(fwidth(r), 1e-3);
    cover = clamp(0.5 - (r - 1.0) / pixel, 0.0, 1.0);
}
