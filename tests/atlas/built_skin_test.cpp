// The skin that the build made: whole, closed, over everything, of a lean adult's size.
#include "atlas/built_body.hpp"

#include "atlas/skin_section.hpp"
#include "atlas/skin_sizes.hpp"
#include "body/field_checks.hpp"

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

const Body& body()
{
    return *built_body().body;
}

const MeshData& skin()
{
    static const MeshData mesh = body().mesh_of(*body().surfaces().skin);
    return mesh;
}

glm::vec3 bone(const char* landmark)
{
    return body().landmark({landmark}, Side::right)->position_mm;
}

TEST(BuiltSkin, is_one_closed_surface_that_nowhere_goes_through_itself)
{
    EXPECT_EQ(body::open_or_broken_edges(skin()), 0u);
    EXPECT_EQ(body::pinched_vertices(skin()), 0u);
    EXPECT_EQ(body::euler_number(skin()), 2);
    EXPECT_EQ(body::self_intersections(skin()), 0u);
    EXPECT_GT(volume_mm3(skin()), 55e6);
    EXPECT_LT(skin().triangles.size(), 140000u);
}

TEST(BuiltSkin, is_exactly_its_own_mirror_image)
{
    const std::vector<std::uint32_t>& image = body().skin_mirror();
    ASSERT_EQ(image.size(), skin().positions.size());
    for (std::size_t v = 0; v < image.size(); ++v) {
        const glm::vec3 p = skin().positions[v];
        ASSERT_EQ(skin().positions[image[v]], glm::vec3(-p.x, p.y, p.z));
        ASSERT_EQ(image[image[v]], v);
    }
}

TEST(BuiltSkin, lies_at_least_a_millimetre_and_a_half_over_every_muscle_and_bone)
{
    for (const Cover& cover : least_cover(body()))
        EXPECT_GE(cover.cover_mm, 1.5f)
            << body().structures()[cover.structure].id.text << " at " << cover.at.x << " "
            << cover.at.y << " " << cover.at.z;
}

TEST(BuiltSkin, has_the_heights_breadths_depths_and_girths_of_a_lean_adult)
{
    const std::vector<SkinSize> sizes = skin_sizes(body());
    EXPECT_GE(sizes.size(), 45u);
    std::size_t exceptions = 0;
    for (const SkinSize& size : sizes) {
        EXPECT_TRUE(size.holds()) << size.name << " " << size.value << ", wanted " << size.low
                                  << " to " << size.high;
        exceptions += size.within() ? 0 : 1;
    }
    EXPECT_LE(exceptions, 5u);
}

// Loops of the section on the right side whose middle lies within `reach_mm` of a place.
std::size_t loops_about(const Section& section, glm::vec3 place, float reach_mm)
{
    std::size_t count = 0;
    for (const std::vector<glm::vec3>& loop : section.loops) {
        glm::vec3 sum(0);
        for (const glm::vec3& p : loop)
            sum += p;
        count += glm::distance(sum / static_cast<float>(loop.size()), place) < reach_mm ? 1 : 0;
    }
    return count;
}

TEST(BuiltSkin, keeps_fingers_toes_thighs_and_arms_apart)
{
    // Half-way between the last knuckles and the tips the four fingers are four.
    const glm::vec3 tip = bone("finger_3_tip");
    const glm::vec3 knuckle = bone("metacarpal_3_head");
    const glm::vec3 middle = glm::mix(knuckle, tip, 0.65f);
    EXPECT_EQ(loops_about(section_of(skin(), middle, tip - knuckle), middle, 55), 4u);

    const glm::vec3 toe = bone("toe_3_tip") - glm::vec3(0, 0, 2);
    EXPECT_GE(loops_about(section_of(skin(), toe, {0, 0, 1}), toe, 40), 3u);

    const glm::vec3 thigh = bone("femur_middle");
    EXPECT_EQ(loops_about(section_of(skin(), thigh, {0, 1, 0}), {0, thigh.y, 80}, 150), 2u);

    const glm::vec3 elbow = bone("lateral_epicondyle");
    EXPECT_EQ(loops_about(section_of(skin(), elbow, {0, 1, 0}), {0, elbow.y, 80}, 300), 3u);
}

}  // namespace
}  // namespace tpatlas
