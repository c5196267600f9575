// The reference set as a user's body: whole, scaled, turned and mirrored, and its muscles one by
// one. Skipped where the folder of meshes is absent.
#include "atlas/carried_atlas.hpp"
#include "atlas/file_frame.hpp"
#include "atlas/recognition.hpp"
#include "atlas/user_body.hpp"
#include "io/body_cache.hpp"
#include "io/catalogue_files.hpp"
#include "io/import_client.hpp"
#include "io/model_listing.hpp"
#include "io/name_files.hpp"
#include "io/user_meshes.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iostream>

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace tpatlas {
namespace {

namespace fs = std::filesystem;

const fs::path reference = TPATLAS_REFERENCE_DIR;
const fs::path built = TPATLAS_BINARY_DIR;
const fs::path assets = fs::path(TPATLAS_SOURCE_DIR) / "assets";

class UserBodies : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        if (!fs::exists(reference))
            return;
        Result<io::LoadedBody> loaded = io::load_body_cache(built / "assets/body.cache");
        ASSERT_TRUE(loaded) << loaded.error().message();
        Result<io::LoadedCatalogue> catalogue = io::load_catalogues({assets / "catalogue"});
        ASSERT_TRUE(catalogue) << catalogue.error().message();
        Result<std::shared_ptr<const Atlas>> made = make_atlas(
            loaded.value().body,
            std::make_shared<const Catalogue>(std::move(catalogue.value().catalogue)),
            std::move(loaded.value().zone_fields));
        ASSERT_TRUE(made) << made.error().message();
        atlas_ = made.take();
        shapes_ = std::make_unique<EmbeddedShapes>(atlas_->body());
        names_ = std::make_unique<StructureNames>(
            io::read_structure_names(assets / "names", atlas_->body()).take());
        const Result<io::ModelListing> found = io::model_files(reference);
        ASSERT_TRUE(found) << found.error().message();
        Result<io::ImportedFiles> read =
            io::import_files(built / "bin/tpatlas_import", found.value().files);
        ASSERT_TRUE(read) << read.error().message();
        ASSERT_TRUE(read.value().refused.empty()) << read.value().refused[0].message();
        own_ = io::user_meshes(std::move(read.value().files), reference, {}, names_.get(),
                               &atlas_->body());
    }

    void SetUp() override
    {
        if (!fs::exists(reference))
            GTEST_SKIP() << "no reference meshes in " << reference
                         << ": set CMake's TPATLAS_REFERENCE";
    }

    // The muscles that are one structure of ours each.
    static std::vector<UserMesh> muscles()
    {
        std::vector<UserMesh> all;
        for (const UserMesh& mesh : own_.meshes) {
            if (mesh.structures.size() != 1)
                continue;
            const Structure* ours = atlas_->body().find({mesh.structures[0] + ".right"});
            if (ours != nullptr && ours->kind == StructureKind::muscle)
                all.push_back(mesh);
        }
        return all;
    }

    static inline std::shared_ptr<const Atlas> atlas_;
    static inline std::unique_ptr<EmbeddedShapes> shapes_;
    static inline std::unique_ptr<StructureNames> names_;
    static inline io::UserMeshes own_;
};

std::vector<UserMesh> moved(std::vector<UserMesh> meshes, const Similarity& map)
{
    for (UserMesh& mesh : meshes)
        move(mesh.mesh, map);
    return meshes;
}

glm::mat3 turned(float about_y, float about_x)
{
    const glm::mat3 y(glm::vec3(std::cos(about_y), 0, -std::sin(about_y)), glm::vec3(0, 1, 0),
                      glm::vec3(std::sin(about_y), 0, std::cos(about_y)));
    const glm::mat3 x(glm::vec3(1, 0, 0), glm::vec3(0, std::cos(about_x), std::sin(about_x)),
                      glm::vec3(0, -std::sin(about_x), std::cos(about_x)));
    return y * x;
}

const glm::mat3 mirror{glm::vec3(-1, 0, 0), glm::vec3(0, 1, 0), glm::vec3(0, 0, 1)};

// Sorted distances of the carried points from where they lie on the embedded body.
std::vector<float> off_mm(const Atlas& ours, const Atlas& carried)
{
    std::vector<float> off;
    for (const PlacedPoint& point : ours.points())
        if (const PlacedPoint* there = carried.point((*point.record)->id, point.side))
            off.push_back(glm::distance(point.position_mm, there->position_mm));
    std::sort(off.begin(), off.end());
    return off;
}

TEST_F(UserBodies, points_land_where_they_lie_on_ours_however_the_set_is_scaled_turned_and_mirrored)
{
    struct Case {
        const char* name;
        Similarity map;
        bool mirrored;
    };
    const Case cases[]{
        {"as it is", {}, false},
        {"in inches, head down", {turned(2.3f, 3.0f), 0.0394f, {5, 5, 5}}, false},
        {"mirrored, turned", {turned(2.3f, -1.1f) * mirror, 39.4f, {900, -90, 12345}}, true},
    };
    for (const Case& one : cases) {
        SCOPED_TRACE(one.name);
        std::vector<UserMesh> meshes = moved(own_.meshes, one.map);
        const auto found =
            std::make_shared<const Registration>(register_meshes(*shapes_, meshes, {}));
        ASSERT_TRUE(found->registered);
        EXPECT_EQ(found->mirrored, one.mirrored);
        EXPECT_LE(std::count_if(found->fits.begin(), found->fits.end(),
                                [](const StructureFit& fit) { return !fit.trusted; }),
                  2);
        Result<Body> body = make_user_body(shapes_.get(), std::move(meshes), own_.lone,
                                           found->body_from_file, *found);
        ASSERT_TRUE(body) << body.error().message();
        const auto carried =
            carried_atlas(*atlas_, std::make_shared<const Body>(body.take()), found);
        ASSERT_EQ(carried->points().size(), atlas_->points().size());
        ASSERT_EQ(carried->zones().size(), atlas_->zones().size());
        const std::vector<float> off = off_mm(*atlas_, *carried);
        EXPECT_LT(off[off.size() / 2], 4);
        EXPECT_LT(off[off.size() * 95 / 100], 10);
        std::cout << one.name << ": median " << off[off.size() / 2] << " mm, 95 % "
                  << off[off.size() * 95 / 100] << " mm, most " << off.back() << " mm\n";
    }
}

// How a lone muscle is recognised: right and sure, wrong and sure, not sure.
struct Tally {
    int right = 0;
    int wrong = 0;
    int unsure = 0;
    int first = 0;       // the first guess is right
    int among = 0;       // one of the guesses
    float worst_mm = 0;  // of the places of those that are right and sure
};

// Every fifteenth: all of them take ten minutes.
TEST_F(UserBodies, lone_muscles_are_known_by_name_place_and_shape_or_asked_about)
{
    struct Case {
        const char* name;
        bool named, sided;
        Similarity map;
        bool centred;
    };
    const Case cases[]{
        {"named, no side, in place", true, false, {}, false},
        {"named, centred, turned, metres", true, true, {turned(1.1f, 0.6f), 0.001f, {}}, true},
        {"named, no side, centred", true, false, {}, true},
        {"nameless, centred", false, false, {}, true},
    };
    for (const Case& one : cases) {
        Tally tally;
        const std::vector<UserMesh> all = muscles();
        for (std::size_t m = 0; m < all.size(); m += 15) {
            UserMesh mesh = all[m];
            const std::string name = mesh.structures[0];
            const StructureId truth{name + ".right"};
            Similarity map = one.map;
            if (one.centred)
                map.shift = -map(moments_of(mesh.mesh).middle);
            if (!one.named)
                mesh.structures.clear();
            if (!one.sided)
                mesh.side.reset();
            const MeshData before = mesh.mesh;
            const UserMesh shown = moved({mesh}, map)[0];
            const Recognition seen = recognise(*shapes_, shown, {});
            const bool first =
                !seen.guesses.empty() && seen.guesses[0].structures[0] == truth;
            tally.first += first;
            tally.among += std::any_of(seen.guesses.begin(), seen.guesses.end(),
                                       [&](const Guess& g) { return g.structures[0] == truth; });
            if (!seen.sure) {
                ++tally.unsure;
                continue;
            }
            float off = 0;
            for (std::size_t i = 0; i < before.positions.size(); i += 50) {
                const glm::vec3 p = before.positions[i];  // z up: the set's own axes
                off = std::max(off, glm::distance(seen.body_from_file(map(p)),
                                                  glm::vec3(p.x, p.z, -p.y)));
            }
            const bool placed = first && off < 15;
            placed ? ++tally.right : ++tally.wrong;
            if (placed)
                tally.worst_mm = std::max(tally.worst_mm, off);
            else
                std::cout << "    " << truth.text << " taken for " << seen.guesses[0].structures[0].text
                          << " " << seen.guesses[0].off << ", off " << off << " mm\n";
        }
        std::cout << one.name << ": sure and right " << tally.right << ", sure and wrong "
                  << tally.wrong << ", asked " << tally.unsure << ", first guess right "
                  << tally.first << ", among the guesses " << tally.among << ", at most "
                  << tally.worst_mm << " mm off\n";
        const int of = tally.right + tally.wrong + tally.unsure;
        EXPECT_EQ(tally.wrong, 0);  // what is not sure is asked
        EXPECT_GE(tally.right, of * 4 / 5);
        EXPECT_GE(tally.among, of * 9 / 10);
        EXPECT_LT(tally.worst_mm, 10);
    }
}

}  // namespace
}  // namespace tpatlas
