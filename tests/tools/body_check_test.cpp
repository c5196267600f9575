// The built body against its tables and against itself.
#include "body_check/attachments.hpp"
#include "body_check/depth.hpp"
#include "io/body_cache.hpp"
#include "io/measurement_files.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>

using namespace tpatlas;
namespace fs = std::filesystem;

namespace
{

class BuiltBody : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        auto loaded = io::load_body_cache(fs::path(TPATLAS_BINARY_DIR) / "assets/body.cache");
        ASSERT_TRUE(loaded) << loaded.error().message();
        body_ = loaded.value().body;
        half_ = std::make_unique<HalfBody>(*body_);
    }
    static void TearDownTestSuite()
    {
        half_.reset();
        body_.reset();
    }

    static inline std::shared_ptr<const Body> body_;
    static inline std::unique_ptr<HalfBody> half_;
};

} // namespace

TEST_F(BuiltBody, muscles_end_on_the_bones_that_their_tables_name)
{
    // Ends that stay off their bone, and why: nothing else is excused.
    const std::map<std::string, std::string> exceptions{
        {"dorsal_interosseous_of_foot_1 insertion", "3.2 mm, as in the reference"},
        {"extensor_hallucis_longus insertion", "the reference's tendon stops short of the phalanx"},
        {"flexor_hallucis_brevis_medial origin", "3.1 mm, as in the reference"},
        {"flexor_hallucis_brevis_lateral origin", "3.0 mm, as in the reference"},
        {"rotatores_cervicis.short_1 insertion", "the reference's slip ends between the bones"},
        {"rotatores_cervicis.long_1 insertion", "the reference's slip ends between the bones"},
        {"rotatores_cervicis.long_3 origin", "the reference's slip begins between the bones"},
        {"serratus_posterior_inferior.slip_12 insertion", "crumpled in the reference"},
        {"spinalis_thoracis origin", "the reference lacks its lowest slips"},
        {"abductor_pollicis_brevis insertion", "on the radial sesamoid, which the reference lacks"},
        {"flexor_pollicis_brevis_superficial insertion", "on the same sesamoid"},
        {"flexor_pollicis_brevis_superficial origin", "on the flexor retinaculum"},
        {"extensor_pollicis_brevis origin", "on the interosseous membrane"},
        {"biceps_brachii_short insertion", "in the tendon of the long head"},
        {"flexor_carpi_ulnaris_ulnar insertion", "in the tendon of the humeral head"},
        {"flexor_digitorum_brevis.toe_2_medial insertion", "on the sheath of the tendons"},
        {"gracilis insertion", "pes anserinus, over the tibia"},
        {"sartorius insertion", "pes anserinus, over the tibia"},
        {"semitendinosus insertion", "pes anserinus, over the tibia"},
        {"sternothyroid insertion", "on the thyroid cartilage, which the reference lacks"},
    };
    const auto tables = io::read_muscle_tables(fs::path(TPATLAS_SOURCE_DIR) / "assets/body/muscles");
    ASSERT_TRUE(tables) << tables.error().message();
    std::size_t on_bone = 0;
    for (const EndOnBone& end : ends_on_bones(*half_, tables.value())) {
        const std::string name = end.stack + (end.origin ? " origin" : " insertion");
        EXPECT_TRUE(!end.bones.empty() || !end.soft.empty()) << name << " names nothing";
        on_bone += !end.bones.empty() && end.distance_mm <= 3;
        if (!exceptions.contains(name)) {
            EXPECT_LE(end.distance_mm, 3) << name;
        }
    }
    EXPECT_GE(on_bone, 250u);
}

TEST_F(BuiltBody, no_muscle_sinks_into_a_bone)
{
    for (const Sinking& s : sinking(*half_))
        EXPECT_LE(s.share, 0.03f) << s.muscle << " in " << s.bone << ", " << s.deepest_mm << " mm";
}

TEST_F(BuiltBody, depth_ranks_are_what_most_rays_meet)
{
    // Muscles of which another part lies deeper: a rank is one for the whole muscle.
    const std::set<std::string> exceptions{
        "vastus_intermedius over vastus_medialis",          // from the front
        "adductor_magnus_adductor over vastus_medialis",    // from behind
        "adductor_magnus_adductor over sartorius",          // from behind
        "semimembranosus over biceps_femoris_long",         // beside the tuberosity
        "semimembranosus over gastrocnemius_medial",        // behind the knee
        "biceps_femoris_short over vastus_lateralis",       // from behind
        "interosseous_membrane_of_leg over tibialis_anterior",  // from behind
    };
    int agreeing = 0, all = 0;
    for (const DepthOrder& pair : depth_orders(*half_, 500)) {
        all += pair.rays;
        agreeing += pair.above_layer <= pair.below_layer ? pair.rays : 0;
    }
    EXPECT_GE(all, 400);
    EXPECT_GE(agreeing, all * 0.8) << agreeing << " of " << all;
    for (const DepthOrder& pair : depth_orders(*half_, 5000)) {
        const std::string name = pair.above + " over " + pair.below;
        const bool plainly = pair.rays >= 20 && pair.rays > 2 * pair.opposed;
        if (plainly && !exceptions.contains(name)) {
            EXPECT_FALSE(pair.disagrees())
                << name << ": ranks " << pair.above_layer << " and " << pair.below_layer << ", "
                << pair.rays << " rays of " << pair.rays + pair.opposed;
        }
    }
}

TEST_F(BuiltBody, peeling_leaves_nothing_in_the_air)
{
    for (const Scrap& scrap : scraps(*half_))
        ADD_FAILURE() << scrap.structure << " when layer " << scrap.peeled_layer << " is gone";
}
