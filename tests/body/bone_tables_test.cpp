#include "body/bone_contour.hpp"
#include "body/bone_surface.hpp"
#include "io/measurement_files.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

const std::filesystem::path folder =
    std::filesystem::path(TPATLAS_SOURCE_DIR) / "assets/body/bones";

const std::vector<BoneTable>& committed()
{
    static const Result<std::vector<BoneTable>> tables = io::read_bone_tables(folder);
    static const std::vector<BoneTable> none;
    if (!tables)
        for (const Error& fault : tables.faults())
            ADD_FAILURE() << fault.message();
    return tables ? tables.value() : none;
}

// As they stand in the file: a contour's height, centre and coefficients; origin and directions.
int numbers_in(const BoneTable& table)
{
    int count = 9;
    for (const PlaneSection& section : table.sections)
        for (const FourierContour& contour : section.contours)
            count += 3 + 4 * static_cast<int>(contour.harmonics.size());
    return count;
}

TEST(BoneTables, keep_to_five_thousand_numbers_a_bone_and_two_megabytes_in_all)
{
    ASSERT_FALSE(committed().empty());
    for (const BoneTable& table : committed())
        EXPECT_LE(numbers_in(table), 5000) << table.entry.name;
    std::uintmax_t bytes = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder))
        bytes += file.file_size();
    EXPECT_LT(bytes, 2u << 20);
}

TEST(BoneTables, say_of_every_bone_what_it_is_and_what_was_surveyed)
{
    for (const BoneTable& table : committed()) {
        const StructureEntry& entry = table.entry;
        EXPECT_FALSE(entry.name_en.empty() || entry.name_la.empty()) << entry.name;
        EXPECT_EQ(entry.layer, 9) << entry.name;
        EXPECT_TRUE(entry.fma || entry.provenance == Provenance::authored) << entry.name;
        EXPECT_TRUE(entry.kind == StructureKind::bone || entry.kind == StructureKind::cartilage ||
                    entry.kind == StructureKind::disc)
            << entry.name;
    }
}

TEST(BoneTables, hold_the_whole_skeleton)
{
    std::set<std::string> names;
    for (const BoneTable& table : committed())
        names.insert(table.entry.name);
    for (const char* name :
         {"frontal_bone",   "parietal_bone", "occipital_bone", "temporal_bone",
          "sphenoid_bone",  "ethmoid",       "nasal_bone",     "lacrimal_bone",
          "zygomatic_bone", "maxilla",       "palatine_bone",  "inferior_nasal_concha",
          "vomer",          "mandible",      "hyoid_bone",     "manubrium",
          "sternum_body",   "clavicle",      "scapula",        "humerus",
          "radius",         "ulna",          "sacrum",         "hip_bone",
          "femur",          "patella",       "tibia",          "fibula",
          "scaphoid",       "lunate",        "triquetrum",     "pisiform",
          "trapezium",      "trapezoid",     "capitate",       "hamate",
          "talus",          "calcaneus",     "navicular",      "cuboid"})
        EXPECT_TRUE(names.contains(name)) << name;
    const auto numbered = [&names](const std::string& stem, int count) {
        for (int i = 1; i <= count; ++i)
            EXPECT_TRUE(names.contains(stem + std::to_string(i))) << stem << i;
    };
    numbered("vertebra_c", 7);
    numbered("vertebra_t", 12);
    numbered("vertebra_l", 5);
    for (const char* stem : {"metacarpal_", "metatarsal_", "phalanx_proximal_finger_",
                             "phalanx_distal_finger_", "phalanx_proximal_toe_",
                             "phalanx_distal_toe_"})
        numbered(stem, 5);
    numbered("rib_", 12);
    numbered("costal_cartilage_", 7);
    const auto discs = std::count_if(names.begin(), names.end(), [](const std::string& name) {
        return name.starts_with("disc_");
    });
    EXPECT_EQ(discs, 23);
}

TEST(BoneTables, of_the_midline_lie_across_it_and_the_others_on_the_right)
{
    for (const BoneTable& table : committed()) {
        if (table.entry.midline) {
            EXPECT_EQ(table.across, glm::vec3(1, 0, 0)) << table.entry.name;
            EXPECT_EQ(table.origin.x, 0) << table.entry.name;
        } else {
            EXPECT_LT(table.origin.x, 0) << table.entry.name;
        }
    }
}

TEST(BoneTables, give_closed_surfaces_that_wind_outward)
{
    // A thin one, a pierced one, a long one: all of them are rebuilt when the body is.
    for (const BoneTable& table : committed()) {
        if (table.entry.name != "nasal_bone" && table.entry.name != "vertebra_c4" &&
            table.entry.name != "clavicle")
            continue;
        const MeshData mesh = bone_surface(table);
        EXPECT_GT(volume_mm3(mesh), 300) << table.entry.name;
        std::set<std::pair<std::uint32_t, std::uint32_t>> edges;
        for (const Triangle& t : mesh.triangles)
            for (int k = 0; k < 3; ++k)
                edges.insert({t[k], t[(k + 1) % 3]});
        for (const auto& [a, b] : edges)
            ASSERT_TRUE(edges.contains({b, a})) << table.entry.name;
    }
}

}  // namespace
}  // namespace tpatlas
