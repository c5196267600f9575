// io/binary_sections.hpp: values to bytes and back, for the body cache.
//
//   SectionWriter out;                      SectionReader in(bytes);
//   out.text(structure.name);               std::string name = in.text();
//   out.array(mesh.positions);              in.array(mesh.positions);
//                                           if (in.failed()) ...
//
// A reader never reads outside its bytes: after the first value that does not fit it has failed and
// gives zeros. Little-endian machines only (as everything that we build for).
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace tpatlas::io {

static_assert(std::endian::native == std::endian::little);

class SectionWriter {
public:
    template <class T>
    void value(const T& v)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        const auto* from = reinterpret_cast<const std::byte*>(&v);
        bytes_.insert(bytes_.end(), from, from + sizeof(T));
    }
    void text(const std::string& s)
    {
        value(static_cast<std::uint32_t>(s.size()));
        const auto* from = reinterpret_cast<const std::byte*>(s.data());
        bytes_.insert(bytes_.end(), from, from + s.size());
    }
    // T must have no padding, or the same values would not give the same bytes.
    template <class T>
    void array(const std::vector<T>& all)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        value(static_cast<std::uint64_t>(all.size()));
        align();
        const auto* from = reinterpret_cast<const std::byte*>(all.data());
        bytes_.insert(bytes_.end(), from, from + all.size() * sizeof(T));
    }
    // Before much is written: growing by and by takes twice the memory.
    void reserve(std::size_t size) { bytes_.reserve(bytes_.size() + size); }
    void align() { bytes_.resize((bytes_.size() + 15) / 16 * 16); }

    const std::vector<std::byte>& bytes() const { return bytes_; }

private:
    std::vector<std::byte> bytes_;
};

class SectionReader {
public:
    explicit SectionReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

    bool failed() const { return failed_; }

    template <class T>
    T value()
    {
        static_assert(std::is_trivially_copyable_v<T>);
        T v{};
        if (fits(sizeof(T)))
            std::memcpy(&v, take(sizeof(T)), sizeof(T));
        return v;
    }
    template <class T>
    void value(T& v)
    {
        v = value<T>();
    }
    std::string text()
    {
        const auto size = value<std::uint32_t>();
        if (!fits(size))
            return {};
        return std::string(reinterpret_cast<const char*>(take(size)), size);
    }
    void text(std::string& s) { s = text(); }
    // A count, for a loop of values of at least `least_size` bytes each.
    std::size_t count(std::size_t least_size)
    {
        const auto n = value<std::uint64_t>();
        if (n > (bytes_.size() - at_) / least_size)
            failed_ = true;
        return failed_ ? 0 : static_cast<std::size_t>(n);
    }
    template <class T>
    void array(std::vector<T>& all)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        const std::size_t n = count(sizeof(T));
        const std::size_t start = (at_ + 15) / 16 * 16;
        if (failed_ || start > bytes_.size() || n > (bytes_.size() - start) / sizeof(T)) {
            failed_ = failed_ || n > 0;
            all.clear();
            return;
        }
        at_ = start;
        all.resize(n);
        if (n > 0)
            std::memcpy(all.data(), take(n * sizeof(T)), n * sizeof(T));
    }

private:
    bool fits(std::size_t size)
    {
        if (failed_ || size > bytes_.size() - at_)
            failed_ = true;
        return !failed_;
    }
    const std::byte* take(std::size_t size)
    {
        const std::byte* from = bytes_.data() + at_;
        at_ += size;
        return from;
    }

    std::span<const std::byte> bytes_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

// 64 bits of a hash of the bytes: against accidents, not against intent. Four lanes, so that 20 MB
// take a few milliseconds.
std::uint64_t hash_of(std::span<const std::byte> bytes);

}  // namespace tpatlas::io
