// body/skin_segments.hpp: the masses of the skin, each closed, filled up, blurred and covered.
//
//   SegmentBuilder builder(inputs, table, marks);
//   FieldGrid trunk = builder.build(segment);   // on a grid of its own, tissue included
//
// Keeps references to its arguments; no other state.
#pragma once

#include "body/field.hpp"
#include "body/skin_marks.hpp"

namespace tpatlas::body {

class SegmentBuilder {
public:
    SegmentBuilder(std::span<const SkinInput> inputs, const SkinTable& table,
                   const BoneMarks& marks)
        : inputs_(inputs), table_(table), marks_(marks)
    {
    }

    // Distance to the skin of this segment alone. The segment must match an input.
    FieldGrid build(const SkinSegment& segment) const;

    // Points of every structure that the patterns name, on the left half.
    std::vector<glm::vec3> points_of(const std::vector<std::string>& patterns, const Box& within,
                                     float spacing_mm) const;

private:
    void add_sheets(FieldGrid& grid, const std::string& segment) const;
    void add_fillers(FieldGrid& grid, const std::string& segment) const;

    std::span<const SkinInput> inputs_;
    const SkinTable& table_;
    const BoneMarks& marks_;
};

// The shape's distance, blended into `field` or carved out of it.
float with_filler(float field, glm::vec3 p, const Filler& filler, glm::vec3 a, glm::vec3 b);

// The tissue's thickness on the nodes of a grid like `like`, on both sides of x = 0.
FieldGrid tissue_thickness(const TissueTable& tissue, const BoneMarks& marks,
                           const FieldGrid& like);

}  // namespace tpatlas::body
