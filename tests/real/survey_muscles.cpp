// Muscles of the reference set, surveyed and rebuilt. Skipped where the folder of meshes is absent.
#include "body/muscle_surface.hpp"
#include "body_survey/muscle_survey.hpp"
#include "io/measurement_files.hpp"

#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

namespace tpatlas
{
namespace
{

const std::filesystem::path reference = TPATLAS_REFERENCE_DIR;

#define TPATLAS_NEEDS_REFERENCE()                                                                  \
    if (!std::filesystem::exists(reference))                                                       \
    GTEST_SKIP() << "no reference meshes in " << reference << ": set CMake's TPATLAS_REFERENCE"

MuscleManifest manifest_of(const std::vector<std::string>& names)
{
    const auto all = read_muscle_manifest(std::filesystem::path(TPATLAS_SOURCE_DIR) /
                                          "tools/body_survey/muscles");
    EXPECT_TRUE(all);
    MuscleManifest some;
    for (const MuscleJob& job : all.value().muscles)
        if (std::find(names.begin(), names.end(), job.entry.name) != names.end())
            some.muscles.push_back(job);
    return some;
}

glm::vec3 middle_of(const RingSection& ring)
{
    glm::vec3 sum(0);
    for (const glm::vec3& p : ring.points)
        sum += p;
    return sum / static_cast<float>(ring.points.size());
}

TEST(SurveyOfMuscles, measures_small_neck_muscles_within_a_tenth_of_a_millimetre)
{
    TPATLAS_NEEDS_REFERENCE();
    const MuscleManifest manifest = manifest_of({"scalene_anterior", "obliquus_capitis_superior"});
    MuscleSurveyor surveyor(reference, manifest);
    for (const MuscleJob& job : manifest.muscles) {
        const auto muscle = surveyor.survey(job);
        ASSERT_TRUE(muscle) << muscle.error().message();
        EXPECT_LT(muscle.value().error.worse_mean_mm(), 0.12) << job.entry.name;
        EXPECT_LT(muscle.value().error.p95, 0.4) << job.entry.name;
        EXPECT_NEAR(muscle.value().error.volume_ratio, 1, 0.03) << job.entry.name;
        EXPECT_EQ(muscle.value().table, io::rounded(muscle.value().table));
    }
}

TEST(SurveyOfMuscles, gives_the_same_table_each_time)
{
    TPATLAS_NEEDS_REFERENCE();
    const MuscleManifest manifest = manifest_of({"rectus_capitis_lateralis"});
    const auto once = MuscleSurveyor(reference, manifest).survey(manifest.muscles.front());
    const auto again = MuscleSurveyor(reference, manifest).survey(manifest.muscles.front());
    ASSERT_TRUE(once && again);
    EXPECT_EQ(once.value().table, again.value().table);
}

TEST(SurveyOfMuscles, parts_the_two_heads_of_sternocleidomastoid)
{
    TPATLAS_NEEDS_REFERENCE();
    const MuscleManifest manifest =
        manifest_of({"sternocleidomastoid_sternal", "sternocleidomastoid_clavicular"});
    ASSERT_EQ(manifest.muscles.size(), 2u);
    MuscleSurveyor surveyor(reference, manifest);
    double whole = 0, sternal = 0;
    for (const MuscleJob& job : manifest.muscles) {
        const auto parts = surveyor.closed_parts(job);
        ASSERT_TRUE(parts) << parts.error().message();
        const double volume = volume_mm3(parts.value().front());
        whole += volume;
        sternal += job.entry.name == "sternocleidomastoid_sternal" ? volume : 0;
    }
    EXPECT_NEAR(sternal / whole, 0.5, 0.15); // "about half of it": the muscle's record
}

TEST(SurveyOfMuscles, finds_the_committed_tables_as_near_to_the_reference_as_they_say)
{
    TPATLAS_NEEDS_REFERENCE();
    const MuscleManifest manifest = manifest_of({"rhomboid_minor", "teres_major"});
    MuscleSurveyor surveyor(reference, manifest);
    for (const MuscleJob& job : manifest.muscles) {
        const auto table =
            io::read_muscle_table(std::filesystem::path(TPATLAS_SOURCE_DIR) /
                                  "assets/body/muscles" / (job.entry.name + ".toml"));
        ASSERT_TRUE(table) << table.error().message();
        const auto parts = surveyor.closed_parts(job);
        ASSERT_TRUE(parts);
        const SurfaceError error =
            surface_error(muscle_surface(table.value()), parts.value().front());
        EXPECT_LT(error.worse_mean_mm(), 0.2) << job.entry.name;
    }
}

TEST(SurveyOfMuscles, runs_u_from_origin_to_insertion_in_the_committed_tables)
{
    // What must lie higher, further in or further out at the origin: from the facts of attachments.
    struct Fact {
        const char* name;
        int axis;
        float sign; // of origin minus insertion
    };
    for (const Fact& fact :
         {Fact{"trapezius_upper", 1, 1}, Fact{"trapezius_lower", 0, 1},
          Fact{"levator_scapulae", 1, 1}, Fact{"sternocleidomastoid_sternal", 1, -1},
          Fact{"rhomboid_major", 0, 1}, Fact{"infraspinatus", 0, 1}, Fact{"deltoid_middle", 1, 1},
          Fact{"pectoralis_sternal", 0, 1}, Fact{"scalene_medius", 1, 1},
          Fact{"splenius_capitis", 1, -1}, Fact{"triceps_long", 1, 1}, Fact{"omohyoid", 1, -1}}) {
        const auto table =
            io::read_muscle_table(std::filesystem::path(TPATLAS_SOURCE_DIR) /
                                  "assets/body/muscles" / (std::string(fact.name) + ".toml"));
        ASSERT_TRUE(table) << table.error().message();
        const auto& sections = table.value().stacks.front().sections;
        EXPECT_GT(fact.sign * (middle_of(sections.front())[fact.axis] -
                               middle_of(sections.back())[fact.axis]),
                  10)
            << fact.name;
    }
}

} // namespace
} // namespace tpatlas
