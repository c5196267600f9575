// tools/body_survey/bone_manifest.hpp: the bones, cartilages and discs that are surveyed.
//
//   for (const BoneSpec& spec : bone_manifest()) ...
//
// Latin names by Terminologia Anatomica; the FMA number is also how the reference's file is found.
#pragma once

#include "domain/measurements.hpp"

#include <vector>

namespace tpatlas {

struct BoneSpec {
    StructureEntry entry;
    float closing_mm = 1.5f;  // gaps narrower than twice this are closed before measuring
    float thicken_mm = 0.05f;
    float voxel_mm = 0.6f;
    // Above 0: its medial border is a suture in the midline, and is laid there where it lies no
    // farther off than this.
    float border_hold_mm = 0;
    bool lacy = false;  // too fine for serial sections: may miss the accuracy
};

// Head to foot.
const std::vector<BoneSpec>& bone_manifest();

}  // namespace tpatlas
