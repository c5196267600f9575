// Hostile FBX and COLLADA: trees of named nodes.
#include "hostile/authored.hpp"
#include "hostile/corpus.hpp"

#include <cmath>
#include <cstring>

namespace hostile {

namespace {

const Surface small = tube(6, 3);

HostileFile made(const std::string& name, const std::string& file,
                 std::function<std::string()> bytes, const std::string& said = "")
{
    return {name,
            [=](const fs::path& folder) { return write(folder / file, bytes()); },
            said, false};
}

// A zlib stream of `size` zeros: one literal, then "258 times what was before" in 13 bits each.
std::string packed_zeros(std::size_t size)
{
    std::string bytes("\x78\x01", 2);
    std::uint32_t bits = 0;
    int count = 0;
    const auto put_bits = [&](std::uint32_t value, int length) {  // the lowest first
        bits |= value << count;
        for (count += length; count >= 8; count -= 8, bits >>= 8)
            bytes += static_cast<char>(bits & 0xff);
    };
    const auto put_code = [&](std::uint32_t code, int length) {  // Huffman codes: the highest first
        for (int i = length - 1; i >= 0; --i)
            put_bits(code >> i & 1, 1);
    };
    put_bits(1, 1);         // the last block
    put_bits(1, 2);         // of the fixed code
    put_code(0b00110000, 8);  // 0
    for (std::size_t done = 1; done < size; done += 258) {
        put_code(0b11000101, 8);  // 258 times
        put_code(0, 5);           // the byte before
    }
    put_code(0, 7);
    put_bits(0, 7);
    return bytes + std::string(4, '\0');
}

// The authored file with its vertices, or the corners of its faces, given as another array.
std::string fbx_with_array(std::size_t which, char kind, std::uint32_t count,
                           std::uint32_t encoding, const std::string& bytes)
{
    std::vector<FbxNode> nodes = fbx_nodes_of(small);
    FbxNode array{nodes[3].children[0].children[which].name, 0, "", {}};
    nodes[3].children[0].children[which] = array.array(kind, count, encoding, bytes);
    return fbx_of_nodes(nodes);
}

std::string fbx_with_vertex(double value)
{
    std::string bytes;
    for (std::size_t i = 0; i < small.positions.size(); ++i)
        put(bytes, i == 4 ? value : static_cast<double>(small.positions[i]));
    return fbx_with_array(0, 'd', static_cast<std::uint32_t>(small.positions.size()), 0, bytes);
}

// Models 3000 ... each hung on the one before; in a ring the first hangs on the last.
std::string fbx_chain(int length, bool ring)
{
    std::vector<FbxNode> nodes = fbx_nodes_of(small);
    for (int i = 0; i < length; ++i) {
        FbxNode model{"Model", 0, "", {}};
        model.id(3000 + i).text(std::string("a\0\x01Model", 8)).text("Null");
        model.children.push_back(FbxNode{"Version", 0, "", {}}.whole(232));
        nodes[3].children.push_back(model);
        FbxNode connection{"C", 0, "", {}};
        const int parent = i == 0 ? (ring ? 3000 + length - 1 : 2000) : 3000 + i - 1;
        nodes[4].children.push_back(connection.text("OO").id(3000 + i).id(parent));
    }
    if (ring)
        nodes[4].children.push_back(FbxNode{"C", 0, "", {}}.text("OO").id(3000).id(2000));
    return fbx_of_nodes(nodes);
}

std::string fbx_face_of(std::uint32_t corners)
{
    std::string bytes;
    for (std::uint32_t i = 0; i + 1 < corners; ++i)
        put(bytes, static_cast<std::int32_t>(i % 24));
    put(bytes, std::int32_t{-1});
    return fbx_with_array(1, 'i', corners, 0, bytes);
}

std::string deep_fbx(int depth)
{
    std::string head("Kaydara FBX Binary  \0\x1a\0", 23);
    put(head, std::uint32_t{7400});
    const std::size_t end = head.size() + 14u * static_cast<std::size_t>(depth) + 13;
    for (int i = 0; i < depth; ++i) {
        put(head, static_cast<std::uint32_t>(end));
        put(head, std::uint32_t{0});
        put(head, std::uint32_t{0});
        head += "\x01N";
    }
    return head.append(13 + 160, '\0');
}

std::vector<HostileFile> hostile_fbx()
{
    const auto text = [](const std::string& end) {
        return "; FBX 7.4.0 project file\nFBXHeaderExtension:  {\n\tFBXVersion: 7400\n}\n" + end;
    };
    return {
        made("fbx_bomb_of_packed_zeros", "a.fbx",
             [] { return fbx_with_array(0, 'd', 100'000'000, 1, packed_zeros(800'000'000)); }),
        made("fbx_packed_array_of_nonsense", "a.fbx",
             [] { return fbx_with_array(0, 'd', 72, 1, std::string(500, 'x')); }),
        made("fbx_count_that_overflows", "a.fbx",
             [] { return fbx_with_array(0, 'd', 0x20000009, 0, std::string(576, '\0')); }),
        made("fbx_count_of_4_thousand_million", "a.fbx",
             [] { return fbx_with_array(1, 'i', 0xffffffff, 0, std::string(576, '\0')); }),
        made("fbx_face_of_3000000_corners", "a.fbx", [] { return fbx_face_of(3'000'000); }),
        made("fbx_position_nan", "a.fbx", [] { return fbx_with_vertex(std::nan("")); },
             "not finite"),
        made("fbx_position_infinite", "a.fbx", [] { return fbx_with_vertex(HUGE_VAL); },
             "not finite"),
        made("fbx_models_60000_deep", "a.fbx", [] { return fbx_chain(60'000, false); }),
        made("fbx_models_in_a_ring", "a.fbx", [] { return fbx_chain(5, true); }),
        made("fbx_nodes_300000_deep", "a.fbx", [] { return deep_fbx(300'000); }),
        made("fbx_text_of_two_million_braces", "a.fbx",
             [=] { return text("Objects: " + repeated("{ a: ", 2'000'000)); }),
        made("fbx_text_of_a_count_that_overflows", "a.fbx",
             [=] {
                 return text("Objects: {\n Geometry: 1, \"Geometry::\", \"Mesh\" {\n Vertices: "
                             "*18446744073709551615 { a: 1,2,3 }\n }\n}\n");
             }),
        made("fbx_offset_beyond_its_end", "a.fbx",
             [] {
                 std::string bytes = fbx_of(small);
                 std::memset(bytes.data() + 27, 0xff, 4);
                 return bytes;
             }),
        made("fbx_64_bit_offset_near_2_64", "a.fbx",
             [] {
                 std::string bytes("Kaydara FBX Binary  \0\x1a\0", 23);
                 put(bytes, std::uint32_t{7500});
                 for (int i = 0; i < 3; ++i)
                     put(bytes, std::uint64_t{0xfffffffffffffff8});
                 return bytes + "\x07Objects" + std::string(500, '\0');
             }),
    };
}

std::string nested_nodes(std::size_t depth)
{
    return with(collada_of(small), "<instance_geometry url=\"#g\"/>",
                repeated("<node>", depth) + "<instance_geometry url=\"#g\"/>" +
                    repeated("</node>", depth));
}

// Each node of a library holds the next one twice.
std::string doubling_nodes(int times)
{
    std::string library = "<library_nodes>";
    for (int i = 0; i < times; ++i) {
        const std::string next = "<instance_node url=\"#d" + std::to_string(i + 1) + "\"/>";
        library += "<node id=\"d" + std::to_string(i) + "\">" + next + next + "</node>";
    }
    library += "<node id=\"d" + std::to_string(times) +
               "\"><instance_geometry url=\"#g\"/></node></library_nodes>";
    const std::string text = with(collada_of(small), "<library_visual_scenes>",
                                  library + "<library_visual_scenes>");
    return with(text, "<instance_geometry url=\"#g\"/></node></visual_scene>",
                "<instance_node url=\"#d0\"/></node></visual_scene>");
}

std::string dae_face_of(std::size_t corners)
{
    std::string text = collada_of(small);
    const std::size_t begin = text.find("<triangles"), end = text.find("</triangles>");
    return text.replace(begin, end + 12 - begin,
                        "<polylist count=\"1\"><input semantic=\"VERTEX\" source=\"#v\" "
                        "offset=\"0\"/><vcount>" + std::to_string(corners) + "</vcount><p>" +
                            repeated("0 1 2 ", corners / 3) + "</p></polylist>");
}

std::vector<HostileFile> hostile_dae()
{
    const auto changed = [](const std::string& piece, const std::string& other) {
        return [=] { return with(collada_of(small), piece, other); };
    };
    return {
        made("dae_two_million_brackets", "a.dae",
             [] {
                 return with(collada_of(small), "<library_geometries>",
                             repeated("<a>", 2'000'000) + "<library_geometries>");
             }),
        made("dae_nodes_60000_deep", "a.dae", [] { return nested_nodes(60'000); }),
        made("dae_node_in_itself", "a.dae",
             changed("<instance_geometry url=\"#g\"/>", "<instance_node url=\"#n\"/>")),
        made("dae_nodes_doubled_40_times", "a.dae", [] { return doubling_nodes(40); }),
        made("dae_face_of_3000000_corners", "a.dae", [] { return dae_face_of(3'000'000); }),
        made("dae_count_that_overflows", "a.dae",
             changed("id=\"pa\" count=\"72\"", "id=\"pa\" count=\"4294967295\"")),
        made("dae_triangles_of_10_to_18", "a.dae",
             changed("triangles count=\"36\"", "triangles count=\"1000000000000000000\"")),
        made("dae_stride_of_10_to_9", "a.dae", changed("stride=\"3\"", "stride=\"1000000000\"")),
        made("dae_corner_that_is_not_there", "a.dae", changed("<p>0 ", "<p>400000000 ")),
        made("dae_position_nan", "a.dae", changed("count=\"72\">", "count=\"72\">nan ")),
        made("dae_entities_that_double", "a.dae",
             [] {
                 std::string kinds = "<!DOCTYPE COLLADA [<!ENTITY e0 \"aaaaaaaaaa\">";
                 for (int i = 1; i < 40; ++i)
                     kinds += "<!ENTITY e" + std::to_string(i) + " \"&e" + std::to_string(i - 1) +
                              ";&e" + std::to_string(i - 1) + ";\">";
                 return with(with(collada_of(small), "<COLLADA", kinds + "]><COLLADA"), "<p>0 ",
                             "<p>&e39; ");
             }),
    };
}

}  // namespace

std::vector<HostileFile> hostile_trees()
{
    std::vector<HostileFile> all = hostile_fbx();
    for (HostileFile& file : hostile_dae())
        all.push_back(std::move(file));
    return all;
}

}  // namespace hostile
