#include "io/importer/obj_counts.hpp"

#include "io/importer/protocol.hpp"

#include <cstring>

namespace tpatlas::importer {

std::string fault_of_obj_counts(std::span<const char> bytes)
{
    std::size_t vertices = 0, faces = 0;
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    while (at + 1 < end) {
        const bool is_single = at[1] == ' ' || at[1] == '\t';
        vertices += *at == 'v' && is_single ? 1 : 0;
        faces += *at == 'f' && is_single ? 1 : 0;
        if (vertices > max_vertices || faces > max_triangles)
            return "holds more vertices or triangles than a body has";
        const void* line_end = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
        if (line_end == nullptr)
            break;
        at = static_cast<const char*>(line_end) + 1;
    }
    return "";
}

}  // namespace tpatlas::importer
