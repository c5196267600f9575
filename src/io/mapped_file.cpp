#include "io/mapped_file.hpp"

#include "io/hasher.hpp"

#include <algorithm>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tpatlas::io {

Result<MappedFile> MappedFile::open(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return Error{file.string(), "cannot be opened", "check that it is there and readable"};
    struct stat facts{};
    const bool regular = ::fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode);
    const auto size = static_cast<std::size_t>(facts.st_size);
    void* at = MAP_FAILED;
    if (regular && size > 0)
        at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    ::close(descriptor);
    if (!regular)
        return Error{file.string(), "is no regular file", ""};
    if (size == 0)
        return MappedFile(std::span<const std::byte>{});
    if (at == MAP_FAILED)
        return Error{file.string(), "cannot be mapped", "check the free memory"};
    return MappedFile({static_cast<const std::byte*>(at), size});
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept
{
    std::swap(bytes_, other.bytes_);
    return *this;
}

MappedFile::~MappedFile()
{
    if (!bytes_.empty())
        ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

void MappedFile::let_go(std::span<const std::byte> part) const
{
    // Whole pages inside the part alone: its neighbours may be in use.
    static const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto first = (reinterpret_cast<std::uintptr_t>(part.data()) + page - 1) / page * page;
    const auto end = reinterpret_cast<std::uintptr_t>(part.data() + part.size()) / page * page;
    if (first < end)
        ::madvise(reinterpret_cast<void*>(first), end - first, MADV_DONTNEED);
}

std::uint64_t hash_of(const MappedFile& file, std::size_t from)
{
    constexpr std::size_t piece = std::size_t{4} << 20;
    Hasher hasher;
    for (std::span<const std::byte> rest = file.bytes().subspan(from); !rest.empty();) {
        const auto next = rest.first(std::min(piece, rest.size()));
        hasher.add(next);
        file.let_go(next);
        rest = rest.subspan(next.size());
    }
    return hasher.value();
}

}  // namespace tpatlas::io
