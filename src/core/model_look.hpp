// core/model_look.hpp: what of an atlas goes into an exported model, and in which colours: plain data
// that scene makes and io writes.
//
//   const ModelLook look = scene::model_look(document, view, atlas);
//   io::write_model("body.glb", atlas, look);
#pragma once

#include "core/structure_kind.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas {

struct ModelLook {
    struct StructureRow {
        bool shown = true;
        float opacity = 1;
        std::optional<glm::vec3> colour;  // given by the user; none: that of its kind
    };
    // What lies before it, where the normal points to, is opaque whatever the skin's opacity says.
    struct Plane {
        glm::vec3 point_mm{0};
        glm::vec3 normal{0, 1, 0};  // unit
    };

    std::vector<StructureRow> structures;  // by number
    std::vector<std::uint32_t> points;     // indices into Atlas::points()
    std::vector<std::uint32_t> zones;      // and Atlas::zones()

    // sRGB, 0...1.
    std::array<glm::vec3, structure_kind_texts.size()> of_kind{};
    glm::vec3 essential{0};
    glm::vec3 spillover{0};
    glm::vec3 point{0};
    glm::vec3 ghost{0};
    std::optional<Plane> opaque_skin;
};

}  // namespace tpatlas
