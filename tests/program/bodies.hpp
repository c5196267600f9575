// tests/program/bodies.hpp: what the program lists of a body, and a user's mesh to show.
#pragma once

#include "program/program.hpp"

#include <map>
#include <string>

namespace program {

inline std::map<std::string, Json> structures(const Words& options = {})
{
    Words call{"list", "structures", "--json"};
    call.insert(call.end(), options.begin(), options.end());
    std::map<std::string, Json> by_id;
    for (const Json& structure : json_of(call))
        by_id.emplace(structure.at("id"), structure);
    return by_id;
}

inline std::string stl_of_a_tetrahedron(float edge, float up)
{
    const float corners[4][3] = {{0, up, 0}, {edge, up, 0}, {0, up + edge, 0}, {0, up, edge}};
    const int faces[4][3] = {{0, 2, 1}, {0, 1, 3}, {0, 3, 2}, {1, 2, 3}};
    std::string bytes(80, ' ');
    const auto put = [&bytes](auto value) {
        bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    };
    put(std::uint32_t{4});
    for (const auto& face : faces) {
        for (int i = 0; i < 3; ++i)
            put(0.0f);
        for (const int corner : face)
            for (int axis = 0; axis < 3; ++axis)
                put(corners[corner][axis]);
        put(std::uint16_t{0});
    }
    return bytes;
}

}  // namespace program
