// io/importer/read_file.hpp: what one file holds, as named triangle surfaces, or why it is refused.
//
// Positions carry the node transforms; the unit and the axes are the file's own.
#pragma once

#include "io/importer/protocol.hpp"

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

struct ReadFile {
    std::string fault;       // empty: it was read
    bool no_memory = false;  // that is the fault
    std::vector<Part> parts;
    float unit_mm = 0;  // as in AnswerHeader
    Up up = Up::unsaid;
    bool own = false;
};

// Thrown where a file is not read on; what() is a fault in words that go behind the file's name:
// "holds no surface".
struct Refusal : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace tpatlas::importer
