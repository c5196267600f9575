#include "io/body_cache.hpp"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

namespace fs = std::filesystem;

void put(Body::Parts& parts, const std::string& name, Side side, StructureKind kind, MeshData mesh)
{
    Structure structure;
    structure.name = name;
    structure.side = side;
    structure.id = {name + "." + std::string(to_text(side))};
    structure.kind = kind;
    structure.name_en = name;
    structure.fma = 12345;
    structure.bounds = bounds(mesh);
    BodySurfaces& s = parts.surfaces;
    s.ranges.push_back({static_cast<std::uint32_t>(s.mesh.triangles.size()),
                        static_cast<std::uint32_t>(mesh.triangles.size()),
                        static_cast<std::uint32_t>(s.mesh.positions.size()),
                        static_cast<std::uint32_t>(mesh.positions.size())});
    mesh.normals = vertex_normals(mesh);
    mesh.fibres.assign(mesh.positions.size(), glm::vec2(0.25f, -0.5f));
    append(s.mesh, mesh);
    s.tangents.resize(s.mesh.positions.size(), glm::vec3(0, 1, 0));
    parts.structures.push_back(structure);
}

// A strip of triangles, symmetric in x = 0, as a skin; a muscle of two stacks on the right.
Body::Parts small_parts(int cells = 4)
{
    MeshData strip;
    for (int i = 0; i <= cells; ++i)
        for (const float y : {0.0f, 1.0f})
            strip.positions.emplace_back(static_cast<float>(2 * i - cells), y, 0);
    for (int i = 0; i < cells; ++i) {
        const auto at = static_cast<std::uint32_t>(2 * i);
        strip.triangles.emplace_back(at, at + 2, at + 3);
        strip.triangles.emplace_back(at, at + 3, at + 1);
    }
    Body::Parts parts;
    put(parts, "deltoid", Side::right, StructureKind::muscle, strip);
    const auto half = static_cast<std::uint32_t>(cells);
    parts.structures.back().stacks = {"front", "rear"};
    parts.structures.back().stack_triangles = {half, half};
    put(parts, "skin", Side::middle, StructureKind::skin, strip);
    parts.structures.back().fma.reset();
    parts.surfaces.skin = 1;
    parts.surfaces.stipple = {{1, {0.25f, 0.5f}}};
    for (int i = 0; i <= cells; ++i)
        for (const int y : {0, 1})
            parts.skin_mirror.push_back(static_cast<std::uint32_t>(2 * (cells - i) + y));
    parts.landmarks.push_back(
        {{"acromion"}, Side::right, "tip", "acromion", LandmarkKind::bone, {1, 2, 3}, {4, 5, 6}});
    parts.regions.push_back({{"neck"}, Side::right, "neck", "collum", 12.5, {1, 0, 0}, {1}});
    parts.regions.push_back({{"neck"}, Side::left, "neck", "collum", 12.5, {-1, 0, 0}, {0}});
    parts.skin_regions.assign(parts.skin_mirror.size(), 1);
    strip.normals = vertex_normals(strip);
    strip.fibres.assign(strip.positions.size(), glm::vec2(1, 0.5f));
    parts.contacts[0] = strip;
    parts.contacts.back() = strip; // the last of them, and none between
    parts.layering = {{120, {}, {{0, 0.75f}}}, {}};
    return parts;
}

std::vector<ZoneField> small_fields(const Body::Parts& parts)
{
    ZoneField field{{"deltoid.tp1.essential"}, Side::left, 77, {}};
    std::vector<float> all(parts.skin_mirror.size(), SkinDistances::reach_mm);
    all[0] = -3.5f;
    all[3] = 12.25f;
    all[4] = 0;
    field.distances = SkinDistances(all);
    return {field};
}

std::string bytes_of(const fs::path& file)
{
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

class BodyCache : public ::testing::Test
{
protected:
    void SetUp() override
    {
        folder_ = fs::temp_directory_path() /
                  ("tpatlas_cache_" +
                   std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::create_directories(folder_);
        file_ = folder_ / "body.cache";
    }
    void TearDown() override { fs::remove_all(folder_); }

    void write_bytes(const std::string& bytes) const
    {
        std::ofstream(file_, std::ios::binary | std::ios::trunc) << bytes;
    }

    fs::path folder_, file_;
};

TEST_F(BodyCache, comes_back_as_it_was_written)
{
    const Body::Parts parts = small_parts();
    ASSERT_TRUE(io::write_body_cache(file_, parts, small_fields(parts)));
    const Result<io::LoadedBody> loaded = io::load_body_cache(file_);
    ASSERT_TRUE(loaded) << loaded.error().message();
    const Body& body = *loaded.value().body;
    EXPECT_EQ(body.structures(), parts.structures);
    EXPECT_EQ(body.layering(0), parts.layering[0]);
    EXPECT_EQ(body.layering(1), parts.layering[1]);
    EXPECT_EQ(body.surfaces(), parts.surfaces);
    EXPECT_EQ(body.skin_mirror(), parts.skin_mirror);
    EXPECT_EQ(body.landmarks(), parts.landmarks);
    EXPECT_EQ(body.regions(), parts.regions);
    EXPECT_EQ(body.skin_regions(), parts.skin_regions);
    for (std::size_t i = 0; i < parts.contacts.size(); ++i)
        EXPECT_EQ(body.contact(static_cast<Contact>(i)), parts.contacts[i]) << contact_texts[i];
    EXPECT_FALSE(body.contact(Contact::thumb).triangles.empty());
    EXPECT_TRUE(body.contact(Contact::knuckle).triangles.empty());
    EXPECT_EQ(loaded.value().zone_fields, small_fields(parts));
}

TEST_F(BodyCache, of_the_same_body_has_the_same_bytes)
{
    const Body::Parts parts = small_parts();
    ASSERT_TRUE(io::write_body_cache(file_, parts, small_fields(parts)));
    const std::string first = bytes_of(file_);
    ASSERT_TRUE(io::write_body_cache(file_, small_parts(), small_fields(parts)));
    EXPECT_EQ(bytes_of(file_), first);
}

TEST_F(BodyCache, that_is_absent_is_one_fault_with_its_name)
{
    const Result<io::LoadedBody> loaded = io::load_body_cache(folder_ / "nothing.cache");
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.faults().size(), 1u);
    EXPECT_NE(loaded.error().message().find("nothing.cache"), std::string::npos);
}

TEST_F(BodyCache, that_is_cut_off_anywhere_is_one_fault)
{
    const Body::Parts parts = small_parts();
    ASSERT_TRUE(io::write_body_cache(file_, parts, small_fields(parts)));
    const std::string whole = bytes_of(file_);
    for (std::size_t length = 0; length < whole.size(); length += 7) {
        write_bytes(whole.substr(0, length));
        const Result<io::LoadedBody> loaded = io::load_body_cache(file_);
        ASSERT_FALSE(loaded) << length;
        EXPECT_EQ(loaded.faults().size(), 1u);
    }
}

TEST_F(BodyCache, with_any_byte_changed_is_one_fault)
{
    const Body::Parts parts = small_parts();
    ASSERT_TRUE(io::write_body_cache(file_, parts, small_fields(parts)));
    const std::string whole = bytes_of(file_);
    for (std::size_t at = 0; at < whole.size(); at += 3) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x10);
        write_bytes(changed);
        const Result<io::LoadedBody> loaded = io::load_body_cache(file_);
        ASSERT_FALSE(loaded) << "byte " << at;
        EXPECT_EQ(loaded.faults().size(), 1u);
    }
}

TEST_F(BodyCache, that_cannot_be_written_leaves_nothing_beside_its_place)
{
    fs::create_directories(file_ / "in_the_way");
    EXPECT_FALSE(io::write_body_cache(file_, small_parts(), {}));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(BodyCache, that_is_another_kind_of_file_is_refused)
{
    write_bytes("# a text\n" + std::string(4000, 'x'));
    const Result<io::LoadedBody> loaded = io::load_body_cache(file_);
    ASSERT_FALSE(loaded);
    EXPECT_NE(loaded.error().what.find("no body cache"), std::string::npos);
    EXPECT_FALSE(io::load_body_cache(folder_)); // a folder
}

TEST_F(BodyCache, whose_parts_contradict_each_other_is_refused)
{
    Body::Parts parts = small_parts();
    parts.surfaces.mesh.triangles[0].x = 1000;
    ASSERT_TRUE(io::write_body_cache(file_, parts, {}));
    const Result<io::LoadedBody> loaded = io::load_body_cache(file_);
    ASSERT_FALSE(loaded);
    EXPECT_NE(loaded.error().message().find("deltoid.right"), std::string::npos);
}

TEST_F(BodyCache, whose_contact_names_a_vertex_that_is_not_there_is_refused)
{
    Body::Parts parts = small_parts();
    parts.contacts.back().triangles[0].z =
        static_cast<std::uint32_t>(parts.contacts.back().positions.size());
    ASSERT_TRUE(io::write_body_cache(file_, parts, {}));
    const Result<io::LoadedBody> loaded = io::load_body_cache(file_);
    ASSERT_FALSE(loaded);
    EXPECT_NE(loaded.error().message().find("vibrating_tool"), std::string::npos);
}

TEST_F(BodyCache, whose_contact_lacks_normals_is_refused)
{
    Body::Parts parts = small_parts();
    parts.contacts[0].normals.pop_back();
    ASSERT_TRUE(io::write_body_cache(file_, parts, {}));
    const Result<io::LoadedBody> loaded = io::load_body_cache(file_);
    ASSERT_FALSE(loaded);
    EXPECT_NE(loaded.error().message().find("thumb"), std::string::npos);
}

TEST_F(BodyCache, of_800_000_triangles_loads_in_a_tenth_of_a_second)
{
#if defined(__SANITIZE_ADDRESS__) || !defined(NDEBUG)
    GTEST_SKIP() << "measured in a release build";
#endif
    const Body::Parts parts = small_parts(200000);
    ASSERT_TRUE(io::write_body_cache(file_, parts, small_fields(parts)));
    double best = 1e9;
    for (int i = 0; i < 3; ++i) { // processor time: other programs may be busy
        const std::clock_t start = std::clock();
        ASSERT_TRUE(io::load_body_cache(file_));
        best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    EXPECT_LT(best, 0.1);
}

} // namespace
} // namespace tpatlas
