// io/mapped_file.hpp: a file's bytes, mapped for reading as long as the object lives.
//
//   Result<io::MappedFile> file = io::MappedFile::open(path);
//   std::span<const std::byte> bytes = file.value().bytes();
#pragma once

#include "core/result.hpp"

#include <cstddef>
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

private:
    explicit MappedFile(std::span<const std::byte> bytes) : bytes_(bytes) {}
    std::span<const std::byte> bytes_;
};

}  // namespace tpatlas::io
