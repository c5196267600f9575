// tools/body_survey/bone_sections.hpp: which sections of a bone a table holds, and how fine each
// contour is.
//
//   const DenseSections dense(closed, entry.midline, frame);
//   BoneTable table = dense.chosen(entry, {});
//
// The bone is cut every half millimetre. Sections are then taken where they tell most: first the
// ends, then always in the middle of the gap whose interpolation is worst, until every gap is good
// or the numbers are spent. A contour gets the harmonics that it needs. Depends on body.
#pragma once

#include "body/bone_section_field.hpp"
#include "body_survey/bone_slicing.hpp"
#include "domain/measurements.hpp"

#include <set>
#include <vector>

namespace tpatlas {

struct SectionBudget {
    int numbers = 5000;
    float contour_mm = 0.2f;  // root mean square that a series may be off its ring
    float gap_mm = 0.12f;     // mean that an interpolated section may be off the bone
    float widest_gap_mm = 5;
};

// What counts as a number, as in the file: a contour's height, centre and coefficients.
int numbers_in(const PlaneSection& section);
int numbers_in(const BoneTable& table);

class DenseSections {
public:
    DenseSections(const MeshData& closed, bool midline, const SliceFrame& frame);

    // Values are rounded to hundredths of a millimetre. No sections where the mesh has none.
    BoneTable chosen(const StructureEntry& entry, const SectionBudget& budget) const;

private:
    struct Misfit {
        float mean_mm = 0;
        double area_mm2 = 0;  // of surface in the gap, roughly
    };

    Misfit misfit(std::size_t from, std::size_t to) const;
    PlaneSection section(std::size_t at, float contour_mm) const;
    std::set<std::size_t> picked(std::size_t first, std::size_t last,
                                 const SectionBudget& budget) const;

    bool midline_;
    SliceFrame frame_;
    PlaneGrid grid_;
    std::vector<float> heights_mm_;
    std::vector<std::vector<Ring>> rings_;
    std::vector<SectionField> fields_;
};

}  // namespace tpatlas
