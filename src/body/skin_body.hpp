// body/skin_body.hpp: neck, trunk, arms and legs as one field.
//
//   BodyField body(std::move(parts), {hand, foot}, builder, table);
//   float d = body(p);
//
// Segments of one limb are faded into each other with height; a smooth minimum joins only different
// masses. Arms lie on a grid of their own: hand and trunk must not meet, however near they
// hang. Keeps what it needs; any thread.
#pragma once

#include "body/field_surface.hpp"
#include "body/skin_segments.hpp"

#include <map>
#include <string>

namespace tpatlas::body {

// Parts finer than the body's grids. Asked only in the box, which must hold them wholly.
struct FineParts {
    FieldFunction hand, foot;
    FieldFunction hand_edge_mm, foot_edge_mm;  // of triangles
    Box hand_box, foot_box;
};

class BodyField {
public:
    // `parts` holds a grid for every segment of the body without head, hand and foot.
    BodyField(std::map<std::string, FieldGrid> parts, FineParts fine,
              const SegmentBuilder& builder, const SkinTable& table);

    float operator()(glm::vec3 p) const;
    Box box() const { return box_; }

private:
    float core(glm::vec3 p) const;
    float arm(glm::vec3 p) const;

    FieldGrid core_;  // neck, trunk, hip and legs
    FieldGrid arm_;
    FineParts fine_;
    SkinJoins joins_;
    LimbFade wrist_, ankle_;  // into the fine parts
    Box box_;
};

}  // namespace tpatlas::body
