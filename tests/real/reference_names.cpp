// The names of the reference's files: each structure that was surveyed is found again by the number
// and by the name of its file. Skipped where the folder of meshes is absent.
#include "body_survey/bone_manifest.hpp"
#include "body_survey/muscle_manifest.hpp"
#include "body_survey/reference.hpp"
#include "io/name_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

const std::filesystem::path reference = TPATLAS_REFERENCE_DIR;

std::vector<NamedStructure> surveyed()
{
    std::vector<NamedStructure> all;
    const auto add = [&all](const StructureEntry& e) {
        all.push_back({e.name, e.kind, e.name_en, e.name_la, e.fma, !e.midline});
    };
    for (const BoneSpec& spec : bone_manifest())
        add(spec.entry);
    const std::filesystem::path tools = TPATLAS_SOURCE_DIR "/tools/body_survey/muscles";
    const Result<MuscleManifest> muscles = read_muscle_manifest(tools);
    EXPECT_TRUE(muscles);
    if (muscles)
        for (const MuscleJob& job : muscles.value().muscles)
            add(job.entry);
    all.push_back({"skin", StructureKind::skin, "skin", "cutis", std::nullopt, false});
    return all;
}

bool holds(const std::vector<std::string>& names, const std::string& name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

TEST(ReferenceNames, lead_each_surveyed_structure_back_by_number_and_by_name)
{
    if (!std::filesystem::exists(reference))
        GTEST_SKIP() << "no reference meshes in " << reference
                     << ": set CMake's TPATLAS_REFERENCE";
    const std::vector<NamedStructure> structures = surveyed();
    std::ifstream in(TPATLAS_SOURCE_DIR "/assets/names/names.toml");
    const std::string text(std::istreambuf_iterator<char>(in), {});
    const Result<NameRules> rules = io::name_rules_of_text(text, "names.toml", structures);
    ASSERT_TRUE(rules) << rules.error().message();
    const StructureNames names(structures, rules.value());
    std::size_t tried = 0;
    for (const NamedStructure& each : structures) {
        if (!each.fma)
            continue;
        const Result<std::filesystem::path> file = find_reference(reference, *each.fma);
        ASSERT_TRUE(file) << file.error().message();
        const std::string stem = file.value().stem().string();
        const std::string number = "FMA" + std::to_string(*each.fma);
        const std::vector<std::string> of_file = names.match(number).names;
        EXPECT_TRUE(holds(of_file, each.name)) << stem;
        // A file that holds several is called by one of them.
        for (const std::string& said :
             {stem, stem.substr(stem.find('_', stem.find(number)) + 1)}) {
            const NameMatch match = names.match(said);
            EXPECT_TRUE(match.sure) << said;
            EXPECT_FALSE(match.names.empty()) << said;
            for (const std::string& name : match.names)
                EXPECT_TRUE(holds(of_file, name)) << said << ": " << name;
            if (each.paired && said.find("ight_") != std::string::npos) {
                EXPECT_EQ(match.side, Side::right) << said;
            }
        }
        ++tried;
    }
    EXPECT_GT(tried, 280u);
}

}  // namespace
}  // namespace tpatlas
