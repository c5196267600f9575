// io/importer/scene_parts.hpp: one file through Assimp, as named triangle surfaces.
//
//   Reader reader;                       // keeps the registered importers for a batch of files
//   ReadFile file = reader.read(path);   // file.fault says why there is nothing
//
// Positions carry the node transforms; the unit and the axes are the file's own.
#pragma once

#include "io/importer/protocol.hpp"

#include <filesystem>
#include <memory>
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
    std::string fault;  // empty: it was read
    std::vector<Part> parts;
    float unit_mm = 0;  // as in AnswerHeader
    Up up = Up::unsaid;
};

class Reader {
public:
    Reader();
    ~Reader();
    ReadFile read(const std::filesystem::path& file);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace tpatlas::importer
