// io/mapped_file.hpp: a file's bytes, mapped for reading as long as the object lives.
//
//   Result<io::MappedFile> file = io::MappedFile::open(path);
//   std::span<const std::byte> bytes = file.value().bytes();
#pragma once

#include "core/result.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace tpatlas::io {

class MappedFile {
public:
    // Regular files only.
    static Result<MappedFile> open(const std::filesystem::path& file);

    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    ~MappedFile();

    std::span<const std::byte> bytes() const { return bytes_; }
    // Their memory may go to others; who reads them again has them read from the file again.
    void let_go(std::span<const std::byte> part) const;

private:
    explicit MappedFile(std::span<const std::byte> bytes) : bytes_(bytes) {}
    std::span<const std::byte> bytes_;
};

// Of its bytes from `from` on, which are let go of behind the hand: of a large file only a little is in
// memory at a time.
std::uint64_t hash_of(const MappedFile& file, std::size_t from = 0);

}  // namespace tpatlas::io
