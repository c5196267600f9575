// tools/body_survey/bone_survey.hpp: measures bones, cartilages and discs.
//
//   for (const BoneSpec& spec : bone_manifest()) {
//       Result<BoneSurvey> survey = survey_bone(spec, reference_folder);
//       write(survey.value().table);
//   }
//
// A bone is closed, a midline bone also made symmetric: that surface is the reference of its
// errors. Then it is cut along several axes, and the axis and fineness whose rebuilt surface is
// nearest to the reference, both ways, is kept. Takes seconds a bone. Pure beside reading the file:
// any number of bones at once. Depends on body.
#pragma once

#include "body_survey/bone_manifest.hpp"
#include "body_survey/distance.hpp"
#include "core/result.hpp"

#include <filesystem>

namespace tpatlas {

// What a table of this bone is measured from and compared with.
struct PreparedBone {
    MeshData closed;
    float off_midline_mm = 0;  // how far the middle of a midline bone lay from x = 0: at its centre
};
Result<PreparedBone> prepare_bone(const BoneSpec& spec, const std::filesystem::path& reference);

// The error of a table: of its rebuilt surface, as the program shows it.
SurfaceError bone_error(const BoneTable& table, const PreparedBone& prepared,
                        std::size_t samples = 20000);

struct BoneSurvey {
    BoneTable table;
    SurfaceError error;
    float off_midline_mm = 0;
};
Result<BoneSurvey> survey_bone(const BoneSpec& spec, const std::filesystem::path& reference);

}  // namespace tpatlas
