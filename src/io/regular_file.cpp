#include "io/regular_file.hpp"

#include "io/hasher.hpp"

#include <algorithm>
#include <cerrno>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tpatlas::io {

Result<RegularFile> RegularFile::open(const std::filesystem::path& file)
{
    // Not blocking: a pipe would hold us until somebody writes.
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return Error{file.string(), "cannot be opened", "check that it is there and readable"};
    struct stat facts{};
    const bool known = ::fstat(descriptor, &facts) == 0;
    RegularFile opened(descriptor, static_cast<std::uint64_t>(facts.st_size));
    if (!known || !S_ISREG(facts.st_mode))
        return Error{file.string(), "is no regular file", ""};
    return opened;
}

RegularFile::RegularFile(RegularFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_)
{
}

RegularFile::~RegularFile()
{
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

bool RegularFile::read(std::uint64_t from, std::span<std::byte> to) const
{
    while (!to.empty()) {
        const ssize_t got = ::pread(descriptor_, to.data(), to.size(), static_cast<off_t>(from));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        from += static_cast<std::uint64_t>(got);
        to = to.subspan(static_cast<std::size_t>(got));
    }
    return true;
}

std::optional<std::uint64_t> hash_of(const RegularFile& file, std::uint64_t from)
{
    constexpr std::uint64_t most = 1 << 20;
    Hasher hasher;
    std::vector<std::byte> bytes;
    while (from < file.size()) {
        bytes.resize(static_cast<std::size_t>(std::min(most, file.size() - from)));
        if (!file.read(from, bytes))
            return std::nullopt;
        hasher.add(bytes);
        from += bytes.size();
    }
    return hasher.value();
}

std::optional<std::uint64_t> hash_of_file(const std::filesystem::path& file)
{
    const Result<RegularFile> opened = RegularFile::open(file);
    return opened ? hash_of(opened.value()) : std::nullopt;
}

}  // namespace tpatlas::io
