#include "io/binary_sections.hpp"

#include <array>

namespace tpatlas::io {

void SectionWriter::add(const void* from, std::size_t size)
{
    const auto* first = static_cast<const std::byte*>(from);
    size_ += size;
    if (sink_)
        sink_({first, size});
    else
        bytes_.insert(bytes_.end(), first, first + size);
}

void SectionWriter::align()
{
    constexpr std::array<std::byte, 16> zeros{};
    add(zeros.data(), (16 - size_ % 16) % 16);
}

SectionReader::SectionReader(std::span<const std::byte> bytes, Done done)
    : bytes_(bytes), done_(std::move(done))
{
}

std::size_t SectionReader::count(std::size_t least_size)
{
    const auto n = value<std::uint64_t>();
    if (n > (bytes_.size() - at_) / least_size)
        failed_ = true;
    return failed_ ? 0 : static_cast<std::size_t>(n);
}

bool SectionReader::fits(std::size_t size)
{
    if (failed_ || size > bytes_.size() - at_)
        failed_ = true;
    return !failed_;
}

}  // namespace tpatlas::io
