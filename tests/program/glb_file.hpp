// tests/program/glb_file.hpp: a binary glTF file as it was written, and what is wrong with it by the
// standard: the checks of the official validator that an export can fail, so that they run without it.
//
//   const Glb glb = read_glb(file);
//   EXPECT_EQ(faults_of(glb), Words());
#pragma once

#include "program/program.hpp"

#include <cstring>
#include <string>
#include <vector>

namespace program {

struct Glb {
    Json json;
    std::string buffer;
    Words faults;  // of the file's frame

    const Json& at(const char* list, const Json& index) const
    {
        return json.at(list).at(index.get<std::size_t>());
    }
};

Glb read_glb(const fs::path& file);
// All that is wrong with it; few where there is much.
Words faults_of(const Glb& glb);

// The numbers behind an accessor; empty where it does not lie in its view and the buffer.
template <class T>
std::vector<T> elements(const Glb& glb, const Json& accessor)
{
    const std::string type = accessor.at("type");
    const std::size_t parts = type == "SCALAR" ? 1 : type == "VEC2" ? 2 : type == "VEC3" ? 3 : 0;
    const std::size_t view_number = accessor.at("bufferView");
    if (parts == 0 || view_number >= glb.json.at("bufferViews").size())
        return {};
    const Json& view = glb.json.at("bufferViews").at(view_number);
    const std::size_t count = accessor.at("count").get<std::size_t>() * parts;
    const std::size_t inside = accessor.value("byteOffset", std::size_t{0});
    const std::size_t at = view.value("byteOffset", std::size_t{0}) + inside;
    if (count == 0 || at % sizeof(T) != 0 ||
        inside + count * sizeof(T) > view.at("byteLength").get<std::size_t>() ||
        at + count * sizeof(T) > glb.buffer.size())
        return {};
    std::vector<T> values(count);
    std::memcpy(values.data(), glb.buffer.data() + at, count * sizeof(T));
    return values;
}

}  // namespace program
