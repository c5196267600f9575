#include "io/hasher.hpp"

#include <algorithm>
#include <cstring>

namespace tpatlas::io {

namespace {

std::uint64_t mix(std::uint64_t h, std::uint64_t word)
{
    constexpr std::uint64_t prime = 0x9E3779B185EBCA87ull;  // 2^64 over the golden ratio, odd
    h = (h ^ word) * prime;
    return h ^ (h >> 29);
}

void mix(std::array<std::uint64_t, 4>& lanes, const std::byte* stride)
{
    std::array<std::uint64_t, 4> words;
    std::memcpy(words.data(), stride, sizeof words);
    for (std::size_t i = 0; i < 4; ++i)
        lanes[i] = mix(lanes[i], words[i]);
}

}  // namespace

void Hasher::add(std::span<const std::byte> bytes)
{
    const std::size_t begun = size_ % stride;
    size_ += bytes.size();
    if (begun > 0) {
        const std::size_t more = std::min(stride - begun, bytes.size());
        std::copy_n(bytes.begin(), more, rest_.begin() + static_cast<std::ptrdiff_t>(begun));
        bytes = bytes.subspan(more);
        if (begun + more < stride)
            return;
        mix(lanes_, rest_.data());
    }
    auto lanes = lanes_;  // of its own, so that the compiler keeps them in registers
    for (; bytes.size() >= stride; bytes = bytes.subspan(stride))
        mix(lanes, bytes.data());
    lanes_ = lanes;
    std::copy(bytes.begin(), bytes.end(), rest_.begin());
}

std::uint64_t Hasher::value() const
{
    std::array<std::uint64_t, 4> rest{};
    std::memcpy(rest.data(), rest_.data(), size_ % stride);
    std::uint64_t h = size_;
    for (std::size_t i = 0; i < 4; ++i)
        h = mix(mix(h, lanes_[i]), rest[i]);
    return h;
}

std::uint64_t hash_of(std::span<const std::byte> bytes)
{
    Hasher hasher;
    hasher.add(bytes);
    return hasher.value();
}

}  // namespace tpatlas::io
