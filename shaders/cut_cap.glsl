// Caps in a layer: told by a word that no other surface has but by a rare chance.

uniform uint cap_word;
uniform int cap_outline;  // its width in samples

bool is_cap(uvec2 s) { return s.x == cap_word && (s.y & 1023u) == 1023u; }

// 1 at the edge of a cap, falling inward: how much of what is around is not this cap.
float cap_edge(ivec2 at, uvec2 s)
{
    ivec2 last = textureSize(surfaces, 0).xy - 1;
    float other = 0.0;
    for (int i = 0; i < 8; ++i) {
        int k = i < 4 ? i : i + 1;  // of nine places without the middle
        ivec2 way = ivec2(k % 3 - 1, k / 3 - 1);
        ivec2 q = clamp(at + way * cap_outline, ivec2(0), last);
        uvec2 o = texelFetch(surfaces, ivec3(q, layer), 0).xy;
        other += is_cap(o) && number_plus_1_of(o) == number_plus_1_of(s) ? 0.0 : 0.25;
    }
    return min(other, 1.0);
}
