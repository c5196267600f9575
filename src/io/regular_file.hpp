// io/regular_file.hpp: a file that is open for reading, and its bytes from wherever they are asked
// for.
//
//   Result<io::RegularFile> file = io::RegularFile::open(path);
//   if (file.value().read(from, bytes)) ...
//
// Read and not mapped: where another program cuts a mapped file short, looking at what is gone ends
// this one.
#pragma once

#include "core/result.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>

namespace tpatlas::io {

class RegularFile {
public:
    static Result<RegularFile> open(const std::filesystem::path& file);

    RegularFile(RegularFile&& other) noexcept;
    RegularFile& operator=(RegularFile&&) = delete;
    ~RegularFile();

    std::uint64_t size() const { return size_; }  // when it was opened
    // Fills `to` with the bytes from `from` on; false where the file does not hold them all, or no
    // longer. Any thread.
    bool read(std::uint64_t from, std::span<std::byte> to) const;

private:
    RegularFile(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}
    int descriptor_ = -1;
    std::uint64_t size_ = 0;
};

// Of its bytes from `from` on, of which a few are in memory at a time; nothing where they cannot all
// be read.
std::optional<std::uint64_t> hash_of(const RegularFile& file, std::uint64_t from = 0);
std::optional<std::uint64_t> hash_of_file(const std::filesystem::path& file);

}  // namespace tpatlas::io
