// tests/body/digit_bones.hpp: the shipped bones of hand or foot, and the skin's table for them.
//
//   const DigitBones hand("hand.toml", {"radius", "metacarpal_2"});
//   find_marks(hand.table, hand.inputs());
#pragma once

#include "body/bone_surface.hpp"
#include "body/skin_segments.hpp"
#include "io/measurement_files.hpp"
#include "io/skin_tables.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace tpatlas::body {

struct DigitBones {
    // Reads assets/body/skin/FILE alone, and those bones that the patterns name.
    DigitBones(const std::string& file, const std::vector<std::string>& patterns)
    {
        const auto assets = std::filesystem::path(TPATLAS_SOURCE_DIR) / "assets/body";
        std::ifstream text(assets / "skin" / file);
        const std::string all((std::istreambuf_iterator<char>(text)), {});
        const Result<Done> read = io::add_skin_table(all, file, table);
        EXPECT_TRUE(read) << (read ? "" : read.error().message());
        for (const auto& entry : std::filesystem::directory_iterator(assets / "bones")) {
            if (!matches_any(patterns, entry.path().stem().string()))
                continue;
            const Result<BoneTable> bone = io::read_bone_table(entry.path());
            EXPECT_TRUE(bone);
            if (bone)
                bones.emplace_back(bone.value().entry.name, bone_surface(bone.value()));
        }
    }

    std::vector<SkinInput> inputs() const
    {
        std::vector<SkinInput> out;
        for (const auto& [name, mesh] : bones)
            out.push_back({name, &mesh});
        return out;
    }

    // The segment of that name, as the body's skin builds it.
    FieldGrid grid(const std::string& segment, const BoneMarks& marks) const
    {
        const std::vector<SkinInput> structures = inputs();
        const SegmentBuilder builder(structures, table, marks);
        for (const SkinSegment& s : table.segments)
            if (s.name == segment)
                return builder.build(s);
        ADD_FAILURE() << "no segment " << segment;
        return {};
    }

    SkinTable table;
    std::vector<std::pair<std::string, MeshData>> bones;
};

// The least distance from a bone to the skin; negative where it pierces it.
template <class Field>
float least_cover(const MeshData& bone, const Field& field, float below_y)
{
    float cover = 1e9f;
    for (const glm::vec3& p : bone.positions)
        if (p.y < below_y)
            cover = std::min(cover, -field(glm::vec3(std::abs(p.x), p.y, p.z)));
    return cover;
}

}  // namespace tpatlas::body
