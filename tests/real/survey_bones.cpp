// Bones of the reference set, surveyed and rebuilt. Skipped where the folder of meshes is absent.
#include "body/bone_surface.hpp"
#include "body_survey/bone_sections.hpp"
#include "body_survey/bone_survey.hpp"
#include "io/measurement_files.hpp"

#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

const std::filesystem::path reference = TPATLAS_REFERENCE_DIR;

const BoneSpec& spec_of(const std::string& name)
{
    const std::vector<BoneSpec>& all = bone_manifest();
    return *std::find_if(all.begin(), all.end(),
                         [&](const BoneSpec& spec) { return spec.entry.name == name; });
}

#define TPATLAS_NEEDS_REFERENCE()                                                                  \
    if (!std::filesystem::exists(reference))                                                       \
    GTEST_SKIP() << "no reference meshes in " << reference << ": set CMake's TPATLAS_REFERENCE"

TEST(SurveyOfBones, measures_a_vertebra_within_a_fifth_of_a_millimetre)
{
    TPATLAS_NEEDS_REFERENCE();
    const Result<BoneSurvey> survey = survey_bone(spec_of("vertebra_c4"), reference);
    ASSERT_TRUE(survey) << survey.error().message();
    EXPECT_LT(survey.value().error.worse_mean_mm(), 0.2);
    EXPECT_LT(survey.value().error.p95, 0.5);
    EXPECT_NEAR(survey.value().error.volume_ratio, 1, 0.05);
    EXPECT_LE(numbers_in(survey.value().table), 5000);
    EXPECT_LT(std::abs(survey.value().off_midline_mm), 3);
    // The foramina of the transverse processes and the canal: a genus of three.
    const MeshData mesh = bone_surface(survey.value().table);
    const long euler =
        static_cast<long>(mesh.positions.size()) - static_cast<long>(mesh.triangles.size()) / 2;
    EXPECT_EQ(euler, 2 - 2 * 3);
}

TEST(SurveyOfBones, finds_the_committed_tables_as_near_to_the_reference_as_they_say)
{
    TPATLAS_NEEDS_REFERENCE();
    for (const std::string name : {"clavicle", "mandible", "disc_c4_c5"}) {
        const Result<BoneTable> table = io::read_bone_table(
            std::filesystem::path(TPATLAS_SOURCE_DIR) / "assets/body/bones" / (name + ".toml"));
        ASSERT_TRUE(table) << table.error().message();
        const Result<PreparedBone> prepared = prepare_bone(spec_of(name), reference);
        ASSERT_TRUE(prepared) << prepared.error().message();
        const SurfaceError error = bone_error(table.value(), prepared.value());
        EXPECT_LT(error.worse_mean_mm(), 0.2) << name;
        EXPECT_LT(error.p95, 0.6) << name;
        EXPECT_NEAR(error.volume_ratio, 1, 0.05) << name;
    }
}

TEST(SurveyOfBones, says_which_file_is_missing)
{
    const Result<BoneSurvey> survey =
        survey_bone(spec_of("clavicle"), std::filesystem::path(TPATLAS_SOURCE_DIR) / "assets");
    ASSERT_FALSE(survey);
    EXPECT_NE(survey.error().message().find("13322"), std::string::npos);
}

}  // namespace
}  // namespace tpatlas
