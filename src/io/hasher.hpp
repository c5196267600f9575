// io/hasher.hpp: bytes to 64 bits, by which a file's content is known again.
//
//   io::Hasher hasher;                      io::hash_of(bytes)
//   hasher.add(some); hasher.add(more);
//   hasher.value()
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace tpatlas::io {

// Against accidents, not against intent. Four lanes, so that 20 MB take a few milliseconds. However the
// bytes are cut when they are added, the same come to the same.
class Hasher {
public:
    void add(std::span<const std::byte> bytes);
    std::uint64_t value() const;

private:
    static constexpr std::size_t stride = 32;
    std::array<std::uint64_t, 4> lanes_{1, 2, 3, 4};
    std::array<std::byte, stride> rest_{};  // of the stride that is not whole yet
    std::size_t size_ = 0;
};

std::uint64_t hash_of(std::span<const std::byte> bytes);

}  // namespace tpatlas::io
