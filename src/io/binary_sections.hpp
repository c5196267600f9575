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
    using Done = std::function<void(std::span<const std::byte>)>;

    // `done` is told of the bytes of each array that has been read.
    explicit SectionReader(std::span<const std::byte> bytes, Done done = {});

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
    std::size_t count(std::size_t least_size);
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
        if (n == 0)
            return;
        std::memcpy(all.data(), take(n * sizeof(T)), n * sizeof(T));
        if (done_)
            done_(bytes_.subspan(start, n * sizeof(T)));
    }

private:
    bool fits(std::size_t size);
    const std::byte* take(std::size_t size)
    {
        const std::byte* from = bytes_.data() + at_;
        at_ += size;
        return from;
    }

    std::span<const std::byte> bytes_;
    Done done_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

}  // namespace tpatlas::io
