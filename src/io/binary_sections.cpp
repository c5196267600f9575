#include "io/binary_sections.hpp"

#include <array>

namespace tpatlas::io {

std::uint64_t hash_of(std::span<const std::byte> bytes)
{
    constexpr std::uint64_t prime = 0x9E3779B185EBCA87ull;  // 2^64 over the golden ratio, odd
    const auto mix = [](std::uint64_t h, std::uint64_t word) {
        h = (h ^ word) * prime;
        return h ^ (h >> 29);
    };
    std::array<std::uint64_t, 4> lanes{1, 2, 3, 4};
    std::size_t at = 0;
    for (; at + 32 <= bytes.size(); at += 32) {
        std::array<std::uint64_t, 4> words;
        std::memcpy(words.data(), bytes.data() + at, 32);
        for (std::size_t i = 0; i < 4; ++i)
            lanes[i] = mix(lanes[i], words[i]);
    }
    std::array<std::uint64_t, 4> rest{};
    std::memcpy(rest.data(), bytes.data() + at, bytes.size() - at);
    std::uint64_t h = bytes.size();
    for (std::size_t i = 0; i < 4; ++i)
        h = mix(mix(h, lanes[i]), rest[i]);
    return h;
}

}  // namespace tpatlas::io
