#include "io/binary_sections.hpp"

#include <algorithm>
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

SectionReader::SectionReader(std::span<const std::byte> bytes) : size_(bytes.size()), held_(bytes) {}

SectionReader::SectionReader(const RegularFile& file, std::uint64_t from, std::size_t size)
    : size_(size), file_(&file), file_from_(from)
{
}

std::string SectionReader::text()
{
    const auto size = value<std::uint32_t>();
    if (!fits(size))
        return {};
    std::string text(size, '\0');
    take(text.data(), size);
    return text;
}

std::size_t SectionReader::count(std::size_t least_size)
{
    const auto n = value<std::uint64_t>();
    if (n > (size_ - at_) / least_size)
        failed_ = true;
    return failed_ ? 0 : static_cast<std::size_t>(n);
}

bool SectionReader::fits(std::size_t size)
{
    if (failed_ || size > size_ - at_)
        failed_ = true;
    return !failed_;
}

void SectionReader::take(void* to, std::size_t size)
{
    constexpr std::size_t most_held = 1 << 16;
    const std::span<std::byte> out(static_cast<std::byte*>(to), size);
    const std::size_t skipped = at_ - held_from_;
    if (skipped > held_.size() || size > held_.size() - skipped) {
        if (size >= most_held) {
            read(at_, out);
            at_ += size;
            return;
        }
        buffer_.resize(std::min(most_held, size_ - at_));
        read(at_, buffer_);
        held_ = buffer_;
        held_from_ = at_;
    }
    std::copy_n(held_.begin() + static_cast<std::ptrdiff_t>(at_ - held_from_), size, out.begin());
    at_ += size;
}

void SectionReader::read(std::size_t from, std::span<std::byte> to)
{
    if (file_ != nullptr && file_->read(file_from_ + from, to))
        return;
    failed_ = true;
    std::fill(to.begin(), to.end(), std::byte{0});
}

}  // namespace tpatlas::io
