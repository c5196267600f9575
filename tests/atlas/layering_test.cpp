#include "atlas/layering.hpp"

#include "atlas/built_body.hpp"
#include "atlas/shapes.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

float share_of(const std::vector<Neighbour>& all, const std::string& name)
{
    const Body& body = *built_body().body;
    float sum = 0;
    for (const Neighbour& n : all)
        if (body.structures()[n.structure].name.starts_with(name))
            sum += n.share;
    return sum;
}

const Layering& of(const char* id)
{
    const Body& body = *built_body().body;
    return body.layering(body.number({id}).value());
}

TEST(Layering, of_the_built_body_is_what_any_anatomist_would_sign)
{
    EXPECT_GT(share_of(of("soleus.right").over, "gastrocnemius"), 0.5f);
    EXPECT_GT(share_of(of("supraspinatus.right").over, "trapezius"), 0.5f);
    EXPECT_GT(share_of(of("brachialis.right").over, "biceps_brachii"), 0.5f);
    EXPECT_GT(share_of(of("pectoralis_minor.right").over, "pectoralis"), 0.6f);
    EXPECT_GT(share_of(of("rhomboid_major.right").over, "trapezius"), 0.6f);
    EXPECT_GT(share_of(of("piriformis.right").over, "gluteus_maximus"), 0.5f);
    EXPECT_GT(share_of(of("vastus_intermedius.right").over, "rectus_femoris"), 0.4f);
    EXPECT_GT(share_of(of("tibialis_posterior.right").over, "soleus"), 0.3f);
    EXPECT_GT(share_of(of("supraspinatus.right").under, "scapula"), 0.4f);
    EXPECT_GT(share_of(of("gastrocnemius_medial.right").under, "soleus"), 0.4f);
    EXPECT_GT(share_of(of("infraspinatus.right").under, "scapula"), 0.6f);
    EXPECT_GT(share_of(of("vastus_intermedius.right").under, "femur"), 0.5f);
}

TEST(Layering, has_nothing_but_skin_over_the_most_superficial)
{
    for (const char* id :
         {"gluteus_maximus.right", "trapezius_middle.right", "tibialis_anterior.left"})
        EXPECT_TRUE(of(id).over.empty()) << id;
    EXPECT_EQ(share_of(of("soleus.right").under, "gastrocnemius"), 0);
}

TEST(Layering, is_the_same_on_both_sides)
{
    const Body& body = *built_body().body;
    const Layering& right = of("soleus.right");
    const Layering& left = of("soleus.left");
    ASSERT_EQ(right.over.size(), left.over.size());
    for (std::size_t i = 0; i < right.over.size(); ++i) {
        EXPECT_EQ(body.structures()[right.over[i].structure].name,
                  body.structures()[left.over[i].structure].name);
        EXPECT_EQ(body.structures()[left.over[i].structure].side, Side::left);
    }
}

TEST(Layering, lists_at_most_eight_from_the_largest_share_on)
{
    const Body& body = *built_body().body;
    for (std::uint32_t n = 0; n < body.structures().size(); ++n)
        for (const auto* list : {&body.layering(n).over, &body.layering(n).under}) {
            EXPECT_LE(list->size(), most_neighbours);
            EXPECT_TRUE(std::is_sorted(
                list->begin(), list->end(),
                [](const Neighbour& a, const Neighbour& b) { return a.share > b.share; }));
            for (const Neighbour& neighbour : *list) {
                EXPECT_GE(neighbour.share, least_neighbour_share);
                EXPECT_LE(neighbour.share, 1.0f);
                EXPECT_NE(neighbour.structure, n);
                EXPECT_NE(neighbour.structure, body.surfaces().skin);
            }
        }
}

void add(Body::Parts& parts, const char* name, StructureKind kind, MeshData mesh)
{
    Structure structure;
    structure.name = name;
    structure.side = Side::middle;
    structure.id = {std::string(name) + ".middle"};
    structure.kind = kind;
    structure.bounds = bounds(mesh);
    BodySurfaces& all = parts.surfaces;
    all.ranges.push_back({static_cast<std::uint32_t>(all.mesh.triangles.size()),
                          static_cast<std::uint32_t>(mesh.triangles.size()),
                          static_cast<std::uint32_t>(all.mesh.positions.size()),
                          static_cast<std::uint32_t>(mesh.positions.size())});
    mesh.normals = vertex_normals(mesh);
    if (mesh.fibres.empty())
        mesh.fibres.assign(mesh.positions.size(), glm::vec2(0));
    if (kind == StructureKind::skin) {
        all.skin = static_cast<std::uint32_t>(parts.structures.size());
        for (std::uint32_t i = 0; i < mesh.positions.size(); ++i)
            parts.skin_mirror.push_back(i);
    }
    append(all.mesh, mesh);
    all.tangents.resize(all.mesh.positions.size(), glm::vec3(0));
    parts.structures.push_back(structure);
}

// A hollow ball; v is 0 on its outer face and 0.5 on its inner one.
MeshData shell(float inner_mm, float outer_mm)
{
    MeshData mesh = shapes::sphere(outer_mm, 3);
    mesh.fibres.assign(mesh.positions.size(), glm::vec2(0));
    MeshData hollow = shapes::sphere(inner_mm, 3);
    hollow.fibres.assign(hollow.positions.size(), glm::vec2(0, 0.5f));
    for (Triangle& t : hollow.triangles)
        std::swap(t.y, t.z);
    append(mesh, hollow);
    return mesh;
}

TEST(Layering, of_shells_is_their_order)
{
    Body::Parts parts;
    add(parts, "core", StructureKind::bone, shapes::sphere(20, 3));
    add(parts, "inner", StructureKind::muscle, shell(21, 30));
    add(parts, "outer", StructureKind::muscle, shell(31, 45));
    add(parts, "skin", StructureKind::skin, shapes::sphere(60, 3));
    Result<Body> body = Body::make(std::move(parts));
    ASSERT_TRUE(body) << body.error().message();
    const std::vector<Layering> all = measure_layering(body.value());
    ASSERT_EQ(all.size(), 4u);
    const auto numbers = [](const std::vector<Neighbour>& list) {
        std::set<std::uint32_t> found;
        for (const Neighbour& n : list) {
            EXPECT_GT(n.share, 0.95f);
            found.insert(n.structure);
        }
        return found;
    };
    using Numbers = std::set<std::uint32_t>;
    EXPECT_EQ(numbers(all[0].over), (Numbers{1, 2}));
    EXPECT_EQ(numbers(all[1].over), Numbers{2});
    EXPECT_EQ(numbers(all[1].under), Numbers{0});
    EXPECT_EQ(numbers(all[2].under), (Numbers{0, 1}));
    EXPECT_TRUE(all[2].over.empty());
    EXPECT_EQ(all[3], Layering{});
}

}  // namespace
}  // namespace tpatlas
