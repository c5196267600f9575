// export and --body: what goes out is standard glTF, and comes in again as it was.

#include "program/bodies.hpp"
#include "program/glb_file.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <set>

using namespace program;

namespace {

using Vector = std::array<double, 3>;

Vector vector_of(const Json& json)
{
    return {json.at(0), json.at(1), json.at(2)};
}

Vector operator-(const Vector& a, const Vector& b)
{
    return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}

double length(const Vector& a)
{
    return std::hypot(a[0], a[1], a[2]);
}

fs::path exported(const Words& options = {})
{
    const fs::path file = fresh_folder() / "body.glb";
    Words call{"export", "-o", file.string()};
    call.insert(call.end(), options.begin(), options.end());
    const Outcome outcome = run(call);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.out + outcome.err, "");
    return file;
}

// The nodes of a group, by name.
std::map<std::string, Json> group(const Glb& glb, const std::string& name)
{
    std::map<std::string, Json> nodes;
    const Json& root = glb.at("nodes", glb.json.at("scenes").at(0).at("nodes").at(0));
    for (const Json& index : root.at("children"))
        if (const Json& found = glb.at("nodes", index); found.at("name") == name)
            for (const Json& child : found.at("children")) {
                const Json& node = glb.at("nodes", child);
                EXPECT_TRUE(nodes.emplace(node.at("name"), node).second) << node.at("name");
            }
    return nodes;
}

struct Surface {
    std::vector<float> positions;
    std::vector<std::uint32_t> corners;
    Json material;

    Vector vertex(std::size_t i) const
    {
        return {positions[3 * i], positions[3 * i + 1], positions[3 * i + 2]};
    }
};

std::vector<Surface> surfaces_of(const Glb& glb, const Json& node)
{
    std::vector<Surface> all;
    for (const Json& primitive : glb.at("meshes", node.at("mesh")).at("primitives"))
        all.push_back(
            {elements<float>(glb,
                             glb.at("accessors", primitive.at("attributes").at("POSITION"))),
             elements<std::uint32_t>(glb, glb.at("accessors", primitive.at("indices"))),
             glb.at("materials", primitive.at("material"))});
    return all;
}

double area_of(const Surface& surface)
{
    double area = 0;
    for (std::size_t i = 0; i + 2 < surface.corners.size(); i += 3) {
        const Vector a = surface.vertex(surface.corners[i]);
        const Vector b = surface.vertex(surface.corners[i + 1]) - a;
        const Vector c = surface.vertex(surface.corners[i + 2]) - a;
        area += length({b[1] * c[2] - b[2] * c[1], b[2] * c[0] - b[0] * c[2],
                        b[0] * c[1] - b[1] * c[0]}) /
                2;
    }
    return area;
}

double nearest_mm(const std::vector<Surface>& surfaces, const Vector& place)
{
    double nearest = std::numeric_limits<double>::max();
    for (const Surface& surface : surfaces)
        for (std::size_t i = 0; 3 * i < surface.positions.size(); ++i)
            nearest = std::min(nearest, length(surface.vertex(i) - place));
    return nearest;
}

}  // namespace

TEST(Export, writes_all_structures_as_standard_gltf_in_metres)
{
    const Glb glb = read_glb(exported());
    EXPECT_EQ(faults_of(glb), Words());
    EXPECT_NE(glb.json.at("asset").at("copyright").get<std::string>().find("BodyParts3D"),
              std::string::npos);
    const Json& roots = glb.json.at("scenes").at(0).at("nodes");
    ASSERT_EQ(roots.size(), 1u);
    const Json& root = glb.at("nodes", roots.at(0));
    EXPECT_EQ(root.at("name"), "body");
    EXPECT_EQ(root.at("scale"), Json({0.001, 0.001, 0.001}));
    const auto listed = structures();
    const auto nodes = group(glb, "structures");
    EXPECT_EQ(nodes.size(), listed.size());
    for (const auto& [name, node] : nodes) {
        ASSERT_TRUE(listed.contains(name)) << name;
        EXPECT_EQ(node.at("extras").at("tpatlas"), "structure");
        EXPECT_EQ(node.at("extras").at("id"), name);
        EXPECT_EQ(node.at("extras").at("kind"), listed.at(name).at("kind"));
        std::size_t corners = 0;
        for (const Surface& surface : surfaces_of(glb, node)) {
            corners += surface.corners.size();
            const std::string material = surface.material.at("name");
            EXPECT_EQ(material.find(listed.at(name).at("kind").get<std::string>()), 0u) << name;
        }
        if (name == "skin.middle")
            continue;  // cut where the head begins
        EXPECT_EQ(corners / 3, listed.at(name).at("triangles").get<std::size_t>()) << name;
    }
}

TEST(Export, has_a_skin_that_is_seen_through_below_an_opaque_head)
{
    const Glb glb = read_glb(exported());
    const std::vector<Surface> skin = surfaces_of(glb, group(glb, "structures").at("skin.middle"));
    ASSERT_EQ(skin.size(), 2u);
    EXPECT_EQ(skin[0].material.value("alphaMode", ""), "BLEND");
    EXPECT_FALSE(skin[1].material.contains("alphaMode"));
    float chin = std::numeric_limits<float>::max(), crown = 0;
    for (std::size_t i = 1; i < skin[1].positions.size(); i += 3) {
        chin = std::min(chin, skin[1].positions[i]);
        crown = std::max(crown, skin[1].positions[i]);
    }
    EXPECT_GT(chin, 1380);
    EXPECT_LT(chin, 1450);
    EXPECT_NEAR(crown, 1644, 20);
}

TEST(Export, has_a_node_for_each_point_with_what_is_listed_of_it)
{
    const Glb glb = read_glb(exported());
    const auto nodes = group(glb, "points");
    const Json listed = json_of({"list", "points", "--json"});
    EXPECT_EQ(nodes.size(), listed.size());
    std::set<Json> markers;
    for (const Json& point : listed) {
        const std::string name =
            point.at("id").get<std::string>() + "." + point.at("side").get<std::string>();
        ASSERT_TRUE(nodes.contains(name)) << name;
        const Json& node = nodes.at(name);
        const Vector place = vector_of(node.at("translation"));
        EXPECT_LT(length(place - vector_of(point.at("position_mm"))), 0.01) << name;
        EXPECT_EQ(place[0] < 0, point.at("side") == "right") << name;
        EXPECT_EQ(node.at("extras").at("tpatlas"), "point");
        for (const auto& [key, value] : point.items())
            EXPECT_EQ(node.at("extras").at(key), value) << name << " " << key;
        markers.insert(node.at("mesh"));
        // Where the skin is touched: only where it may be.
        const Vector skin = vector_of(node.at("extras").at("skin_mm"));
        ASSERT_EQ(node.contains("children"), !point.at("approach").is_null()) << name;
        if (node.contains("children")) {
            const Json& mark = glb.at("nodes", node.at("children").at(0));
            EXPECT_EQ(mark.at("extras").at("tpatlas"), "point");
            EXPECT_LT(length(vector_of(mark.at("translation")) - (skin - place)), 0.02) << name;
            EXPECT_EQ(point.at("approach").at("from_mm"), node.at("extras").at("skin_mm")) << name;
        }
    }
    EXPECT_EQ(markers.size(), 1u) << "they share one";
}

TEST(Export, has_a_patch_of_skin_for_each_zone_as_large_as_is_listed)
{
    const Glb glb = read_glb(exported());
    const auto nodes = group(glb, "zones");
    const Json listed = json_of({"list", "zones", "--json"});
    EXPECT_EQ(nodes.size(), listed.size());
    for (const Json& zone : listed) {
        const std::string name =
            zone.at("id").get<std::string>() + "." + zone.at("side").get<std::string>();
        ASSERT_TRUE(nodes.contains(name)) << name;
        const Json& extras = nodes.at(name).at("extras");
        EXPECT_EQ(extras.at("tpatlas"), "zone");
        EXPECT_EQ(extras.at("notice"), "commonly reported, for teaching, not diagnosis");
        for (const auto& [key, value] : zone.items())
            EXPECT_EQ(extras.at(key), value) << name << " " << key;
        const std::vector<Surface> patch = surfaces_of(glb, nodes.at(name));
        ASSERT_EQ(patch.size(), 1u);
        const double area = zone.at("area_mm2");
        EXPECT_NEAR(area_of(patch[0]), area, 0.04 * area) << name;  // raised, it is a little larger
        EXPECT_EQ(patch[0].material.at("name"), zone.at("kind").get<std::string>() + " zone");
    }
}

TEST(Export, lifts_zones_off_the_skin_and_off_each_other)
{
    const Glb glb = read_glb(exported());
    const std::vector<Surface> skin = surfaces_of(glb, group(glb, "structures").at("skin.middle"));
    const auto nodes = group(glb, "zones");
    std::set<std::array<float, 3>> places;
    std::size_t twice = 0;
    for (const auto& [name, node] : nodes) {
        const Surface patch = surfaces_of(glb, node).at(0);
        for (std::size_t i = 0; i + 2 < patch.positions.size(); i += 3)
            twice += !places.insert({patch.positions[i], patch.positions[i + 1],
                                     patch.positions[i + 2]})
                          .second;
    }
    EXPECT_EQ(twice, 0u) << "vertices of two zones in one place: they would flicker";
    const Surface patch = surfaces_of(glb, nodes.at("trapezius_upper.tp2.essential.right")).at(0);
    for (std::size_t i = 0; 3 * i < patch.positions.size(); i += 7) {
        const double off_mm = nearest_mm(skin, patch.vertex(i));
        EXPECT_GT(off_mm, 0.35);
        EXPECT_LT(off_mm, 8) << "an edge of the skin at most";
    }
}

TEST(Export, whose_checks_find_what_is_wrong)
{
    const Glb good = read_glb(exported());
    ASSERT_EQ(faults_of(good), Words());
    const auto spoilt = [&good](auto spoil) {
        Glb bad = good;
        spoil(bad.json);
        return faults_of(bad).size();
    };
    EXPECT_GT(spoilt([](Json& j) { j["accessors"][0]["count"] = 100000000; }), 0u);
    EXPECT_GT(spoilt([](Json& j) { j["accessors"][0]["min"][1] = -5000; }), 0u);
    EXPECT_GT(spoilt([](Json& j) { j["bufferViews"][3]["byteOffset"] = 2; }), 0u);
    EXPECT_GT(spoilt([](Json& j) { j["nodes"].back()["children"][0] = j["nodes"].size() - 1; }),
              0u);
    EXPECT_GT(spoilt([](Json& j) { j["nodes"][0]["rotation"] = {0, 0, 0, 2}; }), 0u);
    EXPECT_GT(spoilt([](Json& j) {
                  j["materials"][0]["pbrMetallicRoughness"]["baseColorFactor"][0] = 1.5;
              }),
              0u);
    EXPECT_GT(spoilt([](Json& j) { j["meshes"][0]["primitives"][0]["material"] = 99; }), 0u);
    EXPECT_GT(spoilt([](Json& j) { j["nodes"][0]["children"] = Json::array(); }), 0u);
    Glb bad = good;
    bad.buffer[good.json["bufferViews"][1]["byteOffset"].get<std::size_t>() + 3] = '\x7f';
    EXPECT_GT(faults_of(bad).size(), 0u);
}

TEST(Export, that_cannot_be_written_is_one_line_and_leaves_nothing)
{
    const fs::path folder = fresh_folder();
    expect_failure({"export", "-o", (folder / "absent" / "body.glb").string()}, {"absent/body.glb"});
    EXPECT_TRUE(fs::is_empty(folder));
    if (fs::exists("/dev/full")) {
        expect_failure({"export", "-o", "/dev/full"}, {"/dev/full", "No space"});
        EXPECT_TRUE(fs::is_character_file("/dev/full")) << "it stays what it is";
    }
}

TEST(Export, takes_the_place_of_an_older_one_whole)
{
    const fs::path folder = fresh_folder();
    const fs::path file = folder / "body.glb";
    std::ofstream(file) << "an older one";
    ASSERT_EQ(run({"export", "-o", file.string()}).status, 0);
    EXPECT_EQ(faults_of(read_glb(file)), Words());
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1)
        << "nothing lies beside it";
}

TEST(Export, never_takes_the_place_of_a_file_of_the_body_that_it_shows)
{
    const fs::path export_file = exported();
    const fs::path folder = export_file.parent_path() / "meshes";
    fs::create_directory(folder);
    fs::rename(export_file, folder / "mine.glb");
    fs::create_directory_symlink(folder, folder.parent_path() / "link");
    const std::string before = content(folder / "mine.glb");
    for (const fs::path& body : {folder, folder / "mine.glb"})
        for (const fs::path& file :
             {folder / "mine.glb", folder / ".." / "link" / "mine.glb"})
            expect_failure({"export", "--body", body.string(), "-o", file.string()},
                           {"mine.glb", "is a file of the body"});
    EXPECT_EQ(content(folder / "mine.glb"), before);
}

TEST(Export, gives_the_same_bytes_each_time)
{
    const std::string first = content(exported());
    EXPECT_EQ(first, content(exported()));
}

TEST(Body, that_was_exported_comes_in_again_as_it_was)
{
    const fs::path file = exported();
    const auto before = structures();
    const auto after = structures({"--body", file.string()});
    ASSERT_EQ(after.size(), before.size());
    for (const auto& [id, structure] : before) {
        ASSERT_TRUE(after.contains(id)) << id;
        const Json& again = after.at(id);
        // Zones lie on a skin of ours, laid on theirs.
        EXPECT_EQ(again.at("provenance"), id == "skin.middle" ? "authored" : "imported") << id;
        EXPECT_EQ(again.at("kind"), structure.at("kind")) << id;
        EXPECT_EQ(again.at("name_la"), structure.at("name_la")) << id;
        const double volume = structure.at("volume_mm3");
        EXPECT_NEAR(again.at("volume_mm3").get<double>(), volume, 1 + 0.001 * volume) << id;
        for (std::size_t corner = 0; corner < 2; ++corner)
            for (std::size_t axis = 0; axis < 3; ++axis)
                EXPECT_NEAR(again.at("bounds_mm").at(corner).at(axis).get<double>(),
                            structure.at("bounds_mm").at(corner).at(axis).get<double>(), 0.02)
                    << id;
    }
}

TEST(Body, that_was_exported_has_its_points_where_they_were)
{
    const fs::path file = exported();
    std::map<std::string, Json> before, after;
    const auto read = [](std::map<std::string, Json>& into, const Words& call) {
        for (const Json& point : json_of(call))
            into.emplace(point.at("id").get<std::string>() + point.at("side").get<std::string>(),
                         point);
    };
    read(before, {"list", "points", "--json"});
    read(after, {"list", "points", "--json", "--body", file.string()});
    ASSERT_EQ(after.size(), before.size());
    for (const auto& [id, point] : before) {
        ASSERT_TRUE(after.contains(id)) << id;
        EXPECT_LT(length(vector_of(after.at(id).at("position_mm")) -
                         vector_of(point.at("position_mm"))),
                  0.1)
            << id;
    }
}

TEST(Body, of_a_users_folder_is_listed_shown_and_exported)
{
    const fs::path folder = fresh_folder();
    std::ofstream(folder / "Right_deltoid.stl", std::ios::binary) << stl_of_a_tetrahedron(60, 1300);
    std::ofstream(folder / "Left_deltoid.stl", std::ios::binary) << stl_of_a_tetrahedron(60, 1200);
    std::ofstream(folder / "body.toml")  // no shape would tell
        << "[[mesh]]\nfile = \"Right_deltoid.stl\"\nstructure = \"deltoid_middle.right\"\n"
           "[[mesh]]\nfile = \"Left_deltoid.stl\"\nstructure = \"deltoid_middle.left\"\n";
    const auto imported = [](const fs::path& body) {
        std::set<std::string> ids;
        for (const auto& [id, structure] : structures({"--body", body.string()}))
            if (structure.at("provenance") == "imported")
                ids.insert(id);
        return ids;
    };
    const std::set<std::string> theirs = imported(folder);
    ASSERT_GE(theirs.size(), 2u);
    for (const std::string& id : theirs)
        EXPECT_EQ(id.find("deltoid"), 0u) << id;
    const fs::path picture = folder / "a.png";
    EXPECT_EQ(run({"shot", "--body", folder.string(), "--size", "160x120", "-o", picture.string()})
                  .status,
              0);
    const fs::path file = folder / "out" / "body.glb";
    fs::create_directory(file.parent_path());
    ASSERT_EQ(run({"export", "--body", folder.string(), "-o", file.string()}).status, 0);
    const Glb glb = read_glb(file);
    EXPECT_EQ(faults_of(glb), Words());
    // What is theirs is not ours to license, and ours is not to be taken for theirs.
    EXPECT_EQ(glb.json.at("asset").at("copyright").get<std::string>().find("Of ghosts"), 0u);
    for (const auto& [name, node] : group(glb, "structures")) {
        const bool ghost = !theirs.contains(name);
        EXPECT_EQ(node.at("extras").at("tpatlas"), ghost ? "ghost" : "structure") << name;
        if (name == "skin.middle")
            continue;
        EXPECT_EQ(surfaces_of(glb, node).at(0).material.at("name"), ghost ? "ghost" : "muscle")
            << name;
    }
    EXPECT_EQ(imported(file), theirs) << "ghosts are lent anew, not read";
}

TEST(Body, of_a_mesh_that_nobody_knows_is_exported_without_a_claim)
{
    const fs::path folder = fresh_folder();
    std::ofstream(folder / "thing.stl", std::ios::binary) << stl_of_a_tetrahedron(60, 1300);
    const fs::path file = folder / "out.glb";
    ASSERT_EQ(
        run({"export", "--body", (folder / "thing.stl").string(), "-o", file.string()}).status, 0);
    const Glb glb = read_glb(file);
    EXPECT_EQ(faults_of(glb), Words());
    EXPECT_FALSE(glb.json.at("asset").contains("copyright"));
    EXPECT_EQ(group(glb, "structures").size(), 1u);
    EXPECT_TRUE(group(glb, "points").empty() && group(glb, "zones").empty());
}
