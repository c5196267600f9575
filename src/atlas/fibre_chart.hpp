// atlas/fibre_chart.hpp: from fibre coordinates to a place in a muscle.
//
//   const FibreChart chart(body, number, "");                  // one stack
//   std::optional<glm::vec3> on = chart.on_surface({0.6f, 0.1f});
//   std::optional<glm::vec3> in = chart.inside({0.6f, 0.1f}, 0.5f);
//
// Borrows the body. Depends on core.
#pragma once

#include "atlas/body.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

namespace tpatlas {

class FibreChart {
public:
    // An empty chart where the structure has no such stack; "" is the only one, or the first.
    FibreChart(const Body& body, std::uint32_t structure, const std::string& stack);

    // Nothing where no triangle of the surface holds (u, v).
    std::optional<glm::vec3> on_surface(glm::vec2 uv) const;

    // Between the face toward the skin (depth 0) and the deep face (depth 1) at (u, v). `v` of the
    // deep face names the same way through the muscle as its partner on the face toward the skin.
    std::optional<glm::vec3> inside(glm::vec2 uv, float depth) const;

    // Along the fibres through (u, v) at this depth: places about `step_mm` apart, up to `reach_mm`
    // to either side, from the origin's side to the insertion's.
    std::vector<glm::vec3> fibre(glm::vec2 uv, float depth, float reach_mm, float step_mm) const;

private:
    const Body* body_;
    std::uint32_t first_triangle_ = 0;
    std::uint32_t triangle_count_ = 0;
};

}  // namespace tpatlas
