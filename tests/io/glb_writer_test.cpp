#include "io/glb_writer.hpp"

#include "io/body_cache.hpp"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tpatlas {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct Glb {
    std::string bytes;
    json document;
    std::string binary;
};

std::uint32_t word(const std::string& bytes, std::size_t at)
{
    std::uint32_t w = 0;
    std::memcpy(&w, bytes.data() + at, 4);
    return w;
}

Glb read(const fs::path& file)
{
    std::ostringstream content;
    content << std::ifstream(file, std::ios::binary).rdbuf();
    Glb glb{content.str(), {}, {}};
    EXPECT_EQ(glb.bytes.substr(0, 4), "glTF");
    EXPECT_EQ(word(glb.bytes, 4), 2u);
    EXPECT_EQ(word(glb.bytes, 8), glb.bytes.size());
    const std::uint32_t text = word(glb.bytes, 12);
    EXPECT_EQ(text % 4, 0u);
    EXPECT_EQ(glb.bytes.substr(16, 4), "JSON");
    glb.document = json::parse(glb.bytes.substr(20, text));
    EXPECT_EQ(word(glb.bytes, 20 + text + 4), 0x004E4942u);
    glb.binary = glb.bytes.substr(28 + text);
    EXPECT_EQ(word(glb.bytes, 20 + text), glb.binary.size());
    return glb;
}

const Body& built_body()
{
    static const std::shared_ptr<const Body> body = [] {
        Result<io::LoadedBody> loaded =
            io::load_body_cache(fs::path(TPATLAS_BINARY_DIR) / "assets" / "body.cache");
        if (!loaded)
            throw std::runtime_error(loaded.error().message());
        return loaded.value().body;
    }();
    return *body;
}

fs::path scratch(const char* name)
{
    return fs::temp_directory_path() / (std::string("tpatlas_") + name);
}

TEST(Glb, of_the_built_body_has_a_node_for_each_structure_with_what_is_known_of_it)
{
    const Glb glb = read(fs::path(TPATLAS_BINARY_DIR) / "assets" / "body.glb");
    const Body& body = built_body();
    ASSERT_EQ(glb.document["nodes"].size(), body.structures().size());
    EXPECT_EQ(glb.document["asset"]["extras"]["unit"], "millimetre");
    std::set<std::string> ids;
    for (const json& node : glb.document["nodes"]) {
        const std::string id = node["extras"]["id"];
        EXPECT_EQ(node["name"], id);
        EXPECT_TRUE(ids.insert(id).second) << id;
        EXPECT_FALSE(node.contains("scale"));
        const Structure* structure = body.find({id});
        ASSERT_TRUE(structure) << id;
        EXPECT_EQ(node["extras"]["side"], to_text(structure->side));
        EXPECT_EQ(node["extras"]["kind"], to_text(structure->kind));
        EXPECT_EQ(node["extras"]["name_en"], structure->name_en);
        EXPECT_EQ(node["extras"]["name_la"], structure->name_la);
        EXPECT_EQ(node["extras"]["provenance"], to_text(structure->provenance));
        EXPECT_EQ(node["extras"].contains("fma"), structure->fma.has_value()) << id;
        EXPECT_EQ(node["extras"].contains("stack"), !structure->stacks.empty()) << id;
        const json& mesh = glb.document["meshes"][node["mesh"].get<std::size_t>()];
        EXPECT_EQ(mesh["primitives"].size(), std::max<std::size_t>(1, structure->stacks.size()));
        EXPECT_EQ(mesh["primitives"][0]["attributes"].contains("TEXCOORD_0"),
                  structure->kind == StructureKind::muscle);
    }
    EXPECT_TRUE(ids.contains("trapezius_upper.right"));
    EXPECT_TRUE(ids.contains("skin.middle"));
}

TEST(Glb, has_accessors_that_lie_in_its_buffer_and_say_their_bounds)
{
    const Glb glb = read(fs::path(TPATLAS_BINARY_DIR) / "assets" / "body.glb");
    EXPECT_EQ(glb.document["buffers"][0]["byteLength"], glb.binary.size());
    for (const json& view : glb.document["bufferViews"]) {
        EXPECT_EQ(view["byteOffset"].get<std::size_t>() % 4, 0u);
        EXPECT_LE(view["byteOffset"].get<std::size_t>() + view["byteLength"].get<std::size_t>(),
                  glb.binary.size());
    }
    for (const json& mesh : glb.document["meshes"])
        for (const json& primitive : mesh["primitives"]) {
            const json& positions =
                glb.document["accessors"][primitive["attributes"]["POSITION"].get<std::size_t>()];
            const json& indices =
                glb.document["accessors"][primitive["indices"].get<std::size_t>()];
            ASSERT_TRUE(positions.contains("min") && positions.contains("max"));
            const json& view =
                glb.document["bufferViews"][indices["bufferView"].get<std::size_t>()];
            const std::size_t count = indices["count"], vertices = positions["count"];
            for (std::size_t i = 0; i < count; i += 17)
                ASSERT_LT(word(glb.binary, view["byteOffset"].get<std::size_t>() + 4 * i),
                          vertices);
        }
}

TEST(Glb, of_the_same_body_has_the_same_bytes)
{
    const fs::path file = scratch("again.glb");
    ASSERT_TRUE(io::write_glb(file, built_body()));
    EXPECT_TRUE(read(file).bytes ==
                read(fs::path(TPATLAS_BINARY_DIR) / "assets" / "body.glb").bytes);
    fs::remove(file);
}

TEST(Glb, that_cannot_be_written_is_a_fault_with_its_name)
{
    const Result<Done> written = io::write_glb("/nowhere/at/all/body.glb", built_body());
    ASSERT_FALSE(written);
    EXPECT_NE(written.error().message().find("/nowhere/at/all/body.glb"), std::string::npos);
}

} // namespace
} // namespace tpatlas
