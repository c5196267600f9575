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

#include "io/regular_file.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace tpatlas::io {

static_assert(std::endian::native == std::endian::little);

class SectionWriter {
public:
    using Sink = std::function<void(std::span<const std::byte>)>;

    SectionWriter() = default;  // keeps the bytes
    // Hands them on as they come and keeps none: what is large is not there twice.
    explicit SectionWriter(Sink sink) : sink_(std::move(sink)) {}

    template <class T>
    void value(const T& v)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        add(&v, sizeof(T));
    }
    void text(const std::string& s)
    {
        value(static_cast<std::uint32_t>(s.size()));
        add(s.data(), s.size());
    }
    // T must have no padding, or the same values would not give the same bytes.
    template <class T>
    void array(const std::vector<T>& all)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        value(static_cast<std::uint64_t>(all.size()));
        align();
        add(all.data(), all.size() * sizeof(T));
    }
    void align();

    std::size_t size() const { return size_; }  // of all bytes so far, kept or handed on
    const std::vector<std::byte>& bytes() const { return bytes_; }

private:
    void add(const void* from, std::size_t size);

    Sink sink_;
    std::vector<std::byte> bytes_;
    std::size_t size_ = 0;
};

class SectionReader {
public:
    // Of bytes that outlive it.
    explicit SectionReader(std::span<const std::byte> bytes);
    // Of `size` bytes of a file that outlives it, from `from` on. They are read a few at a time, an
    // array's straight to their place.
    SectionReader(const RegularFile& file, std::uint64_t from, std::size_t size);
    SectionReader(const SectionReader&) = delete;
    SectionReader& operator=(const SectionReader&) = delete;

    bool failed() const { return failed_; }

    template <class T>
    T value()
    {
        static_assert(std::is_trivially_copyable_v<T>);
        T v{};
        if (fits(sizeof(T)))
            take(&v, sizeof(T));
        return v;
    }
    template <class T>
    void value(T& v)
    {
        v = value<T>();
    }
    std::string text();
    void text(std::string& s) { s = text(); }
    // A count, for a loop of values of at least `least_size` bytes each.
    std::size_t count(std::size_t least_size);
    template <class T>
    void array(std::vector<T>& all)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        const std::size_t n = count(sizeof(T));
        const std::size_t start = (at_ + 15) / 16 * 16;
        if (failed_ || start > size_ || n > (size_ - start) / sizeof(T)) {
            failed_ = failed_ || n > 0;
            all.clear();
            return;
        }
        at_ = start;
        all.resize(n);
        if (n > 0)
            take(all.data(), n * sizeof(T));
    }

private:
    bool fits(std::size_t size);
    // What fits; zeros where it cannot be read.
    void take(void* to, std::size_t size);
    void read(std::size_t from, std::span<std::byte> to);

    std::size_t size_;
    std::size_t at_ = 0;
    bool failed_ = false;
    std::span<const std::byte> held_;  // of all, those from `held_from_` on
    std::size_t held_from_ = 0;
    const RegularFile* file_ = nullptr;
    std::uint64_t file_from_ = 0;
    std::vector<std::byte> buffer_;  // what is held of a file
};

}  // namespace tpatlas::io
