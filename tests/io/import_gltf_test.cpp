// What the helper's own reader makes of glTF files, and what it refuses.
#include "io/import_client.hpp"

#include "io/import_files.hpp"

using namespace import_files;
using namespace tpatlas;

namespace {

const fs::path helper = fs::path(TPATLAS_BINARY_DIR) / "bin/tpatlas_import";

// The file read, or a failure of the test that says why not.
io::ImportedFile read(const fs::path& file)
{
    Result<io::ImportedFiles> all = io::import_files(helper, {file});
    if (!all || all.value().files.empty()) {
        ADD_FAILURE() << (all ? all.value().refused[0] : all.error()).message();
        return {file, {io::ImportedPart{}}, 0, std::nullopt, false};
    }
    return std::move(all.value().files[0]);
}

std::string refusal(const fs::path& file)
{
    const Result<io::ImportedFiles> all = io::import_files(helper, {file});
    return !all ? all.error().message()
           : all.value().refused.empty() ? "" : all.value().refused[0].message();
}

// The same text with one piece of it another.
std::string with(std::string text, const std::string& piece, const std::string& other)
{
    const std::size_t at = text.find(piece);
    EXPECT_NE(at, std::string::npos) << piece;
    return at == std::string::npos ? text : text.replace(at, piece.size(), other);
}

const Tetrahedron tetrahedron;

// A .glb of the tetrahedron with one piece of its JSON another.
fs::path changed(const std::string& piece, const std::string& other)
{
    static int count = 0;
    static const fs::path folder = fresh_folder();
    return write(folder / (std::to_string(count++) + ".glb"),
                 glb_of_json(with(gltf_json(tetrahedron, "", "a"), piece, other),
                             buffer_of(tetrahedron)));
}

void expect_refusal(const std::string& piece, const std::string& other, const std::string& words)
{
    const std::string said = refusal(changed(piece, other));
    EXPECT_NE(said.find(words), std::string::npos) << other.substr(0, 100) << ": " << said;
    EXPECT_EQ(said.find("broke the importer"), std::string::npos) << said;
}

std::string base64(const std::string& bytes)
{
    static const char* digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t bits = 0;
        for (std::size_t k = 0; k < 3; ++k)
            bits = bits << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0u);
        for (std::size_t k = 0; k < 4; ++k)
            text += i + k > bytes.size() ? '=' : digits[bits >> (18 - 6 * k) & 63];
    }
    return text;
}

}  // namespace

TEST(ImportGltf, reads_a_buffer_within_its_text)
{
    const fs::path folder = fresh_folder();
    const std::string uri =
        "data:application/octet-stream;base64," + base64(buffer_of(tetrahedron));
    const io::ImportedFile file =
        read(write(folder / "a.gltf", gltf_json(tetrahedron, uri, "Deltoid.L")));
    EXPECT_NEAR(volume_mm3(file.parts.at(0).mesh), 4500, 1);
    EXPECT_EQ(file.parts[0].name, "Deltoid.L");
    EXPECT_FALSE(file.own);
}

TEST(ImportGltf, reads_a_buffer_whose_name_holds_a_space)
{
    const fs::path folder = fresh_folder();
    write(folder / "my buffer.bin", buffer_of(tetrahedron));
    const fs::path model = write(folder / "a.gltf", gltf_json(tetrahedron, "my%20buffer.bin", "a"));
    EXPECT_NEAR(volume_mm3(read(model).parts.at(0).mesh), 4500, 1);
}

TEST(ImportGltf, reads_small_integers_as_positions)
{
    std::string bytes;
    for (const float value : tetrahedron.positions())
        put(bytes, static_cast<std::int16_t>(value));
    for (const std::uint16_t corner : tetrahedron.corners())
        put(bytes, corner);
    std::string json = with(gltf_json(tetrahedron, "", "a"), "5126", "5122");
    json = with(json, "\"byteLength\":48}", "\"byteLength\":24}");
    json = with(json, "\"byteOffset\":48", "\"byteOffset\":24");
    json = with(json, "\"byteLength\":72", "\"byteLength\":48");
    const fs::path model = write(fresh_folder() / "a.glb", glb_of_json(json, bytes));
    EXPECT_NEAR(volume_mm3(read(model).parts.at(0).mesh), 4500, 1);
}

TEST(ImportGltf, reads_strips_and_fans_with_their_winding)
{
    // Corners 0 2 1 3 0 2 as a strip go once around the tetrahedron.
    std::string strip;
    for (const float value : tetrahedron.positions())
        put(strip, value);
    for (const int corner : {0, 2, 1, 3, 0, 2})
        put(strip, static_cast<std::uint16_t>(corner));
    std::string json = with(gltf_json(tetrahedron, "", "a"), "\"indices\":1", "\"indices\":1,\"mode\":5");
    json = with(with(with(json, "\"count\":12", "\"count\":6"), "\"byteLength\":24", "\"byteLength\":12"),
                "\"byteLength\":72", "\"byteLength\":60");
    const io::ImportedFile file = read(write(fresh_folder() / "a.glb", glb_of_json(json, strip)));
    EXPECT_EQ(file.parts.at(0).mesh.triangles.size(), 4u);
    EXPECT_NEAR(volume_mm3(file.parts[0].mesh), 4500, 1);
}

TEST(ImportGltf, leaves_out_of_our_own_files_what_is_no_structure)
{
    const auto nodes = [](const std::string& generator) {
        std::string json = with(gltf_json(tetrahedron, "", "muscle"), "\"nodes\":[0]", "\"nodes\":[0,1,2]");
        json = with(json, R"("name":"muscle"}])",
                    R"("name":"muscle","extras":{"tpatlas":"structure"}},)"
                    R"({"mesh":0,"name":"a zone","extras":{"tpatlas":"zone"}},)"
                    R"({"mesh":0,"name":"skin","extras":{"tpatlas":"ghost"},"children":[3]},)"
                    R"({"mesh":0,"name":"a point","extras":{"tpatlas":"point"}}])");
        json = with(json, R"("version":"2.0")", R"("version":"2.0","generator":")" + generator + "\"");
        return glb_of_json(json, buffer_of(tetrahedron));
    };
    const fs::path folder = fresh_folder();
    const io::ImportedFile own = read(write(folder / "own.glb", nodes("tpatlas 0.1.0")));
    EXPECT_TRUE(own.own);
    EXPECT_EQ(own.up, UpAxis::y);
    ASSERT_EQ(own.parts.size(), 1u);
    EXPECT_EQ(own.parts[0].name, "muscle");
    const io::ImportedFile other = read(write(folder / "other.glb", nodes("another program")));
    EXPECT_FALSE(other.own);
    EXPECT_EQ(other.parts.size(), 4u);
}

TEST(ImportGltf, refuses_bytes_outside_a_buffer)
{
    const std::string view = R"("byteOffset":48,"byteLength":24)";
    for (const char* wrong :
         {R"("byteOffset":49,"byteLength":24)", R"("byteOffset":18446744073709551608,"byteLength":24)",
          R"("byteOffset":48,"byteLength":18446744073709551608)"})
        expect_refusal(view, wrong, "outside a buffer");
    for (const char* wrong : {"18446744073709551608", "18446744073709551600", "1"})
        expect_refusal(R"("componentType":5123)",
                       std::string(R"("componentType":5123,"byteOffset":)") + wrong, "outside a buffer");
    expect_refusal(view, R"("byteOffset":-8,"byteLength":24)", "no whole number");
    expect_refusal(view, R"("byteOffset":1e3,"byteLength":24)", "no whole number");
    expect_refusal(R"("byteLength":72)", R"("byteLength":73)", "lacks bytes");
}

TEST(ImportGltf, refuses_counts_and_numbers_that_cannot_be)
{
    for (const char* wrong : {"18446744073709551615", "1431655766", "4294967296", "0"})
        expect_refusal(R"("count":4)", std::string(R"("count":)") + wrong, "holds");
    expect_refusal(R"("count":12)", R"("count":13)", "outside a buffer");
    expect_refusal(R"("buffer":0,"byteLength":48)", R"("buffer":0,"byteLength":48,"byteStride":65535)",
                   "stride");
    expect_refusal(R"("POSITION":0)", R"("POSITION":7)", "not there");
    expect_refusal("5126", "5130", "unknown kind");
}

TEST(ImportGltf, refuses_nodes_that_hang_in_themselves_and_depth_without_end)
{
    expect_refusal(R"("name":"a")", R"("name":"a","children":[0])", "in two places");
    std::string brackets = "[";
    for (int i = 0; i < 21; ++i)  // two millions of them
        brackets += brackets;
    expect_refusal(R"("scene":0)", R"("extras":)" + brackets + R"(,"scene":0)", "nests brackets");
    std::string chain = R"("name":"a","children":[1]})";
    for (int i = 1; i < 60'000; ++i)
        chain += R"(,{"children":[)" + std::to_string(i + 1) + "]}";
    expect_refusal(R"("name":"a"})", chain + R"(,{"mesh":0})", "nests nodes");
    expect_refusal(R"("name":"a")", R"("name":"a","matrix":[1])", "16 numbers");
}

TEST(ImportGltf, refuses_compression_with_its_name)
{
    expect_refusal(R"("bufferView":0,)", "", "compressed");
    expect_refusal(R"({"buffer":0,"byteLength":48})",
                   R"({"buffer":0,"byteLength":48,"extensions":{"EXT_meshopt_compression":{}}})",
                   "compressed");
}
