// io/importer/read_file.hpp: what one file holds, as named triangle surfaces, or why it is refused.
//
// Positions carry the node transforms; the unit and the axes are the file's own.
#pragma once

#include "core/up_axis.hpp"
#include "io/importer/protocol.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas::importer {

struct Part {
    std::string name;  // of its node or mesh; may be empty
    std::vector<glm::vec3> positions;
    std::vector<glm::uvec3> triangles;
};

// A name no longer than `max_name_bytes`, cut between two characters.
inline std::string short_name(std::string name)
{
    if (name.size() > max_name_bytes) {
        std::size_t end = max_name_bytes;
        while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0u) == 0x80u)
            --end;
        name.resize(end);
    }
    return name;
}

struct ReadFile {
    std::string fault;       // empty: it was read
    bool no_memory = false;  // that is the fault
    std::vector<Part> parts;
    float unit_mm = 0;  // of one unit, as the file says; 0: it does not
    std::optional<UpAxis> up;
    bool own = false;
};

// Thrown where a file is not read on; what() is a fault in words that go behind the file's name:
// "holds no surface".
struct Refusal : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace tpatlas::importer
