// export and --body: what goes out is standard glTF, and comes in again as it was.

#include "program/program.hpp"

#include <cmath>
#include <cstring>
#include <limits>
#include <map>

using namespace program;

namespace {

std::uint32_t word(const std::string& bytes, std::size_t at)
{
    std::uint32_t value = 0;
    if (at + 4 <= bytes.size())
        std::memcpy(&value, bytes.data() + at, 4);
    return value;
}

struct Glb {
    Json json;
    std::string buffer;
};

Glb read(const fs::path& file)
{
    const std::string bytes = content(file);
    EXPECT_EQ(bytes.substr(0, 4), "glTF");
    EXPECT_EQ(word(bytes, 4), 2u);
    EXPECT_EQ(word(bytes, 8), bytes.size());
    EXPECT_EQ(bytes.substr(16, 4), "JSON");
    const std::size_t length = word(bytes, 12);
    EXPECT_EQ(length % 4, 0u);
    Glb glb;
    glb.json = Json::parse(bytes.substr(20, length), nullptr, false);
    EXPECT_FALSE(glb.json.is_discarded());
    EXPECT_EQ(bytes.substr(24 + length, 4), std::string("BIN\0", 4));
    glb.buffer = bytes.substr(28 + length);
    EXPECT_EQ(word(bytes, 20 + length), glb.buffer.size());
    return glb;
}

template <class T>
std::vector<T> elements(const Glb& glb, std::size_t index, int component, const char* type,
                        std::size_t parts)
{
    const Json& accessor = glb.json.at("accessors").at(index);
    EXPECT_EQ(accessor.at("componentType"), component);
    EXPECT_EQ(accessor.at("type"), type);
    const Json& view = glb.json.at("bufferViews").at(accessor.at("bufferView").get<std::size_t>());
    const std::size_t count = accessor.at("count").get<std::size_t>() * parts;
    const std::size_t at = view.value("byteOffset", std::size_t{0}) +
                           accessor.value("byteOffset", std::size_t{0});
    EXPECT_EQ(at % sizeof(T), 0u);
    EXPECT_LE(count * sizeof(T), view.at("byteLength").get<std::size_t>());
    std::vector<T> values(count);
    if (at + count * sizeof(T) > glb.buffer.size()) {
        ADD_FAILURE() << "an accessor reaches past the buffer";
        return {};
    }
    std::memcpy(values.data(), glb.buffer.data() + at, count * sizeof(T));
    return values;
}

// What is wrong with one primitive, by the standard.
void check_primitive(const Glb& glb, const Json& primitive, const std::string& name)
{
    const Json& attributes = primitive.at("attributes");
    const auto at = attributes.at("POSITION").get<std::size_t>();
    const std::vector<float> positions = elements<float>(glb, at, 5126, "VEC3", 3);
    const std::vector<float> normals =
        elements<float>(glb, attributes.at("NORMAL").get<std::size_t>(), 5126, "VEC3", 3);
    const std::vector<std::uint32_t> corners = elements<std::uint32_t>(
        glb, primitive.at("indices").get<std::size_t>(), 5125, "SCALAR", 1);
    EXPECT_EQ(positions.size(), normals.size()) << name;
    EXPECT_EQ(corners.size() % 3, 0u) << name;
    EXPECT_GT(corners.size(), 0u) << name;
    std::uint32_t largest = 0;
    for (const std::uint32_t corner : corners)
        largest = std::max(largest, corner);
    EXPECT_LT(3 * std::size_t{largest}, positions.size()) << name;
    const Json& accessor = glb.json.at("accessors").at(at);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        float low = std::numeric_limits<float>::max(), high = -low;
        for (std::size_t i = axis; i < positions.size(); i += 3) {
            low = std::min(low, positions[i]);
            high = std::max(high, positions[i]);
        }
        EXPECT_FLOAT_EQ(accessor.at("min").at(axis).get<float>(), low) << name;
        EXPECT_FLOAT_EQ(accessor.at("max").at(axis).get<float>(), high) << name;
    }
    std::size_t odd = 0;
    for (std::size_t i = 0; i < normals.size(); i += 3)
        odd += std::abs(std::hypot(normals[i], normals[i + 1], normals[i + 2]) - 1) > 1e-3f;
    EXPECT_EQ(odd, 0u) << name << ": normals that are not unit vectors";
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

std::map<std::string, Json> structures(const Words& options = {})
{
    Words call{"list", "structures", "--json"};
    call.insert(call.end(), options.begin(), options.end());
    std::map<std::string, Json> by_id;
    for (const Json& structure : json_of(call))
        by_id.emplace(structure.at("id"), structure);
    return by_id;
}

std::string stl_of_a_tetrahedron(float edge, float up)
{
    const float corners[4][3] = {{0, up, 0}, {edge, up, 0}, {0, up + edge, 0}, {0, up, edge}};
    const int faces[4][3] = {{0, 2, 1}, {0, 1, 3}, {0, 3, 2}, {1, 2, 3}};
    std::string bytes(80, ' ');
    const auto put = [&bytes](auto value) {
        bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    };
    put(std::uint32_t{4});
    for (const auto& face : faces) {
        for (int i = 0; i < 3; ++i)
            put(0.0f);
        for (const int corner : face)
            for (int axis = 0; axis < 3; ++axis)
                put(corners[corner][axis]);
        put(std::uint16_t{0});
    }
    return bytes;
}

}  // namespace

TEST(Export, writes_standard_gltf_in_metres)
{
    const Glb glb = read(exported());
    EXPECT_EQ(glb.json.at("asset").at("version"), "2.0");
    EXPECT_NE(glb.json.at("asset").at("copyright").get<std::string>().find("BodyParts3D"),
              std::string::npos);
    const Json& roots = glb.json.at("scenes").at(0).at("nodes");
    ASSERT_EQ(roots.size(), 1u);
    const Json& root = glb.json.at("nodes").at(roots.at(0).get<std::size_t>());
    EXPECT_EQ(root.at("scale"), Json({0.001, 0.001, 0.001}));
    const auto listed = structures();
    EXPECT_EQ(root.at("children").size(), listed.size());
    for (const Json& index : root.at("children")) {
        const Json& node = glb.json.at("nodes").at(index.get<std::size_t>());
        const std::string name = node.at("name");
        ASSERT_TRUE(listed.contains(name)) << name;
        EXPECT_EQ(node.at("extras").at("id"), name);
        EXPECT_EQ(node.at("extras").at("kind"), listed.at(name).at("kind"));
        const Json& mesh = glb.json.at("meshes").at(node.at("mesh").get<std::size_t>());
        for (const Json& primitive : mesh.at("primitives"))
            check_primitive(glb, primitive, name);
    }
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
        EXPECT_EQ(again.at("provenance"), "imported");
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

TEST(Body, of_a_users_folder_is_listed_shown_and_exported)
{
    const fs::path folder = fresh_folder();
    std::ofstream(folder / "Right_deltoid.stl", std::ios::binary) << stl_of_a_tetrahedron(60, 1300);
    std::ofstream(folder / "Left_deltoid.stl", std::ios::binary) << stl_of_a_tetrahedron(60, 1200);
    const auto listed = structures({"--body", folder.string()});
    ASSERT_EQ(listed.size(), 2u);
    EXPECT_TRUE(listed.contains("deltoid.right"));
    EXPECT_NEAR(listed.at("deltoid.left").at("volume_mm3").get<double>(), 36000, 10);
    // Nothing is laid on a body that is not registered to ours.
    EXPECT_TRUE(json_of({"list", "points", "--json", "--body", folder.string()}).empty());
    const fs::path picture = folder / "a.png";
    EXPECT_EQ(run({"shot", "--body", folder.string(), "--size", "160x120", "-o", picture.string()})
                  .status,
              0);
    EXPECT_EQ(content(picture).find("BodyParts3D"), std::string::npos);
    const fs::path file = folder / "out.glb";
    ASSERT_EQ(run({"export", "--body", folder.string(), "-o", file.string()}).status, 0);
    EXPECT_FALSE(read(file).json.at("asset").contains("copyright"));
}

TEST(Body, shows_the_good_files_of_a_folder_and_remarks_the_broken_one)
{
    const fs::path folder = fresh_folder();
    std::ofstream(folder / "good.stl", std::ios::binary) << stl_of_a_tetrahedron(60, 1300);
    std::ofstream(folder / "broken.glb", std::ios::binary) << "glTF but no more";
    const Outcome outcome = run({"list", "structures", "--json", "--body", folder.string()});
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.json().size(), 1u);
    EXPECT_EQ(outcome.error_lines(), 1);
    EXPECT_NE(outcome.err.find("broken.glb"), std::string::npos);
}

TEST(Body, that_cannot_be_read_is_one_line)
{
    const fs::path folder = fresh_folder();
    std::ofstream(folder / "broken.glb", std::ios::binary) << "glTF but no more";
    const std::string file = (folder / "broken.glb").string();
    expect_failure({"list", "structures", "--body", file}, {file});
    expect_failure({"list", "structures", "--body", (folder / "absent").string()}, {"absent"});
    expect_failure({"shot", "--body", file, "-o", (folder / "a.png").string()}, {file});
}

TEST(Body, of_the_reference_set_is_read_whole_and_upright)
{
    const fs::path reference = TPATLAS_REFERENCE_DIR;
    if (!fs::exists(reference))
        GTEST_SKIP() << "no reference meshes at " << reference;
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(reference))
        files += entry.path().extension() == ".glb" || entry.path().extension() == ".stl";
    const auto listed = structures({"--body", reference.string()});
    EXPECT_EQ(listed.size(), files);
    const auto bounds = [&](const char* id) { return listed.at(id).at("bounds_mm"); };
    // It comes in with z up; here y is up and the right side has negative x.
    ASSERT_TRUE(listed.contains("femur.right"));
    ASSERT_TRUE(listed.contains("parietal_bone.right"));
    EXPECT_GT(bounds("parietal_bone.right").at(0).at(1), bounds("femur.right").at(1).at(1));
    EXPECT_LT(bounds("femur.right").at(1).at(0), 0);
    EXPECT_NEAR(bounds("femur.right").at(1).at(1).get<double>() -
                    bounds("femur.right").at(0).at(1).get<double>(),
                430, 60);
    EXPECT_EQ(listed.at("femur.right").at("kind"), "bone");
}
