// Where the camera stands for a selected point, on the body that is shipped: point and zone in one
// picture, or in two where no one view shows both. The points are of a catalogue made for this.

#include "state/framing.hpp"

#include "io/atlas_files.hpp"
#include "state/session.hpp"

#include <cmath>

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace tpatlas {
namespace {

constexpr float aspect = 1.4f;

class Framing : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        const Result<io::AssetFolders> assets =
            io::find_assets(std::filesystem::path(TPATLAS_BINARY_DIR) / "assets", {});
        ASSERT_TRUE(assets);
        io::AtlasChoices choices;
        choices.catalogue = TPATLAS_SOURCE_DIR "/tests/support/catalogues/far_zones";
        Result<io::OpenedAtlas> opened = io::open_atlas(assets.value(), choices);
        ASSERT_TRUE(opened) << opened.error().message();
        atlas_ = opened.value().atlas;
    }
    static void TearDownTestSuite() { atlas_.reset(); }

    static const PlacedPoint& point(const char* id, Side side)
    {
        return *atlas_->point({id}, side);
    }
    static const PlacedZone& zone(const char* id, Side side)
    {
        return *atlas_->zone({id}, side);
    }

    // In the picture, and turned to the eye.
    static bool is_seen(const CameraPose& pose, float of_aspect, glm::vec3 at, glm::vec3 normal)
    {
        const glm::vec4 clip =
            pose.clip_from_view(of_aspect) * pose.view_from_world() * glm::vec4(at, 1);
        const bool inside = clip.w > 0 && std::abs(clip.x) < clip.w && std::abs(clip.y) < clip.w;
        return inside && glm::dot(normal, pose.eye_mm() - at) > 0;
    }
    // Share of the zone's skin that is seen.
    static float seen_share(const CameraPose& pose, float of_aspect, const PlacedZone& zone)
    {
        const BodySurfaces& all = atlas_->body().surfaces();
        const SurfaceRange skin = all.ranges[*all.skin];
        int count = 0, seen = 0;
        zone.field->distances.for_each([&](std::uint32_t i, float mm) {
            if (mm >= 0)
                return;
            ++count;
            const std::uint32_t v = skin.first_vertex + i;
            seen += is_seen(pose, of_aspect, all.mesh.positions[v], all.mesh.normals[v]);
        });
        return static_cast<float>(seen) / static_cast<float>(std::max(1, count));
    }
    static float height_mm(const CameraPose& pose)
    {
        return 2 * pose.distance_mm * std::tan(pose.field_of_view / 2);
    }

    static std::shared_ptr<const Atlas> atlas_;
};

std::shared_ptr<const Atlas> Framing::atlas_;

TEST_F(Framing, of_a_near_zone_is_one_picture_of_point_and_zone)
{
    for (const Side side : {Side::right, Side::left}) {
        const PlacedPoint& p = point("soleus.tp2", side);
        const PointFraming framing = framing_of_point(*atlas_, p, aspect);
        EXPECT_FALSE(framing.second);
        EXPECT_TRUE(is_seen(framing.first, aspect, p.skin_mm, p.skin_normal));
        EXPECT_GT(seen_share(framing.first, aspect, zone("soleus.tp2.essential", side)), 0.6f);
    }
}

TEST_F(Framing, from_the_calf_to_the_sacroiliac_joint_is_two_pictures)
{
    for (const Side side : {Side::right, Side::left}) {
        const PlacedPoint& p = point("soleus.tp1", side);
        const PlacedZone& z = zone("soleus.tp1.essential", side);
        const PointFraming framing = framing_of_point(*atlas_, p, aspect);
        ASSERT_TRUE(framing.second);
        EXPECT_TRUE(is_seen(framing.first, aspect / 2, p.skin_mm, p.skin_normal));
        EXPECT_GT(seen_share(*framing.second, aspect / 2, z), 0.8f);
        // Large enough to read: a patch of 60 mm is a ninth of its picture at least.
        EXPECT_LT(height_mm(*framing.second), 60 * 9);
        EXPECT_LT(height_mm(framing.first), 900);
    }
}

TEST_F(Framing, of_a_zone_on_the_other_face_of_the_trunk_is_two_pictures_from_two_sides)
{
    const PlacedPoint& p = point("rhomboid_major.tp1", Side::right);
    const PointFraming framing = framing_of_point(*atlas_, p, aspect);
    ASSERT_TRUE(framing.second);
    EXPECT_TRUE(is_seen(framing.first, aspect / 2, p.skin_mm, p.skin_normal));
    EXPECT_GT(seen_share(*framing.second, aspect / 2, zone("rhomboid_major.tp1.essential", Side::right)),
              0.6f);
    EXPECT_LT(glm::dot(framing.first.forward(), framing.second->forward()), -0.5f);
}

TEST_F(Framing, of_every_shipped_point_shows_it_and_most_of_its_zone)
{
    for (const PlacedPoint& p : atlas_->points()) {
        if ((*p.record)->muscle.text != "trapezius_upper")
            continue;  // of this test's catalogue
        const PointFraming framing = framing_of_point(*atlas_, p, aspect);
        EXPECT_FALSE(framing.second) << "the trapezius' zones lie near";
        const bool two = framing.second.has_value();
        const float own = two ? aspect / 2 : aspect;
        EXPECT_TRUE(is_seen(framing.first, own, p.skin_mm, p.skin_normal))
            << (*p.record)->id.text << " " << to_text(p.side);
        for (const PlacedZone& z : atlas_->zones())
            if (z.point == &p && z.record->kind == ZoneKind::essential) {
                EXPECT_GT(seen_share(framing.second.value_or(framing.first), own, z), 0.4f)
                    << z.record->id.text << " " << to_text(p.side);
            }
    }
}

TEST_F(Framing, a_session_shows_two_pictures_until_something_else_is_selected)
{
    Session session(atlas_);
    session.update(SetAspect{aspect});
    session.update(SelectPoint{{"soleus.tp1"}, Side::right});
    ASSERT_TRUE(session.view().second_camera);
    session.update(Orbit{0.3f, 0, 0, true});
    EXPECT_TRUE(session.view().flight) << "the first goes on flying";
    session.update(SelectPoint{{"soleus.tp2"}, Side::right});
    EXPECT_FALSE(session.view().second_camera);
    session.update(SelectPoint{{"soleus.tp1"}, Side::left});
    EXPECT_TRUE(session.view().second_camera);
    session.update(ShowView{"anterior"});
    EXPECT_FALSE(session.view().second_camera);
    session.update(FrameSelection{});
    EXPECT_TRUE(session.view().second_camera);
    session.update(ClearSelection{});
    EXPECT_FALSE(session.view().second_camera);
}

}  // namespace
}  // namespace tpatlas
