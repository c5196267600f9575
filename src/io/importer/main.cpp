// tpatlas_import: reads the meshes of strangers for tpatlas, in a process of its own that may do
// nothing else. It is not called by people: requests come on standard input, answers go to standard
// output (protocol.hpp). It ends when its input does.

#include "core/model_kinds.hpp"
#include "io/importer/confinement.hpp"
#include "io/importer/protocol.hpp"
#include "io/importer/scene_parts.hpp"

#include <cerrno>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <limits>
#include <new>
#include <string>
#include <utility>

#include <unistd.h>

namespace {

using namespace tpatlas::importer;

bool read_all(void* to, std::size_t size)
{
    auto* at = static_cast<char*>(to);
    while (size > 0) {
        const ssize_t got = read(STDIN_FILENO, at, size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        at += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

bool write_all(const void* from, std::size_t size)
{
    const auto* at = static_cast<const char*>(from);
    while (size > 0) {
        const ssize_t put = write(STDOUT_FILENO, at, size);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        at += put;
        size -= static_cast<std::size_t>(put);
    }
    return true;
}

bool write_part(const Part& part)
{
    PartHeader header;
    header.name_bytes = static_cast<std::uint32_t>(part.name.size());
    header.vertex_count = static_cast<std::uint32_t>(part.positions.size());
    header.triangle_count = static_cast<std::uint32_t>(part.triangles.size());
    return write_all(&header, sizeof header) && write_all(part.name.data(), part.name.size()) &&
           write_all(part.positions.data(), part.positions.size() * sizeof part.positions[0]) &&
           write_all(part.triangles.data(), part.triangles.size() * sizeof part.triangles[0]);
}

bool answer(const ReadFile& file)
{
    const std::string text = file.fault.substr(0, max_text_bytes);
    AnswerHeader header;
    header.status = file.fault.empty() ? Status::read
                    : file.no_memory   ? Status::no_memory
                                       : Status::refused;
    header.text_bytes = static_cast<std::uint32_t>(text.size());
    header.part_count =
        file.fault.empty() ? static_cast<std::uint32_t>(file.parts.size()) : std::uint32_t{0};
    header.unit_mm = file.unit_mm;
    header.up = !file.up ? 0u : *file.up == tpatlas::UpAxis::y ? 1u : 2u;
    header.own = file.own ? 1 : 0;
    if (!write_all(&header, sizeof header) || !write_all(text.data(), text.size()))
        return false;
    for (std::uint32_t i = 0; i < header.part_count; ++i)
        if (!write_part(file.parts[i]))
            return false;
    return true;
}

ReadFile refused(std::string fault)
{
    ReadFile file;
    file.fault = std::move(fault);
    return file;
}

// What a file of its size may need: nothing honest that was seen needs half of it. A .gltf says
// nothing by its size, since its buffers lie beside it.
std::uint64_t memory_for(const std::filesystem::path& file)
{
    constexpr std::uint64_t base = std::uint64_t{300} << 20, times = 50;
    std::error_code fault;
    const std::uint64_t size = std::filesystem::file_size(file, fault);
    const bool unknown = fault || tpatlas::lower_ending(file) == ".gltf" || size > max_file_bytes;
    return unknown ? std::numeric_limits<std::uint64_t>::max() : base + times * size;
}

ReadFile read_guarded(Reader& reader, const std::string& path)
{
    const bool is_by_size = allow_memory(memory_for(path));
    try {
        return reader.read(path);
    } catch (const std::bad_alloc&) {
        ReadFile file = refused("needs more memory than a file of its size may have");
        file.no_memory = !is_by_size;  // then a larger share would not help
        return file;
    } catch (const Refusal& fault) {
        return refused(fault.what());
    } catch (const std::exception& fault) {
        return refused(std::string("cannot be understood: ") + fault.what());
    }
}

}  // namespace

int main(int count, char** words)
{
    if (isatty(STDIN_FILENO) != 0) {
        const char text[] = "tpatlas_import is tpatlas's helper and is not called by hand\n";
        return write(STDERR_FILENO, text, sizeof text - 1) < 0 ? 1 : 2;
    }
    Reader reader;
    constexpr unsigned usual_mib = 1100;
    confine(count > 1 ? static_cast<unsigned>(std::strtoul(words[1], nullptr, 10)) : usual_mib);
    RequestHeader request;
    while (read_all(&request, sizeof request)) {
        if (request.magic != request_magic || request.path_bytes > max_path_bytes)
            return 1;
        std::string path(request.path_bytes, '\0');
        if (!read_all(path.data(), path.size()) || !answer(read_guarded(reader, path)))
            return 1;
    }
    return 0;
}
