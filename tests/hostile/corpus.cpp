#include "hostile/corpus.hpp"

#include "hostile/authored.hpp"

#include <cstdlib>
#include <fstream>
#include <iostream>

namespace hostile {

namespace {

const Surface small = tube(6, 3);

HostileFile file_of(const std::string& name, const std::string& file, std::string bytes,
                    const std::string& said = "")
{
    return {name, [=](const fs::path& folder) { return write(folder / file, bytes); }, said, false};
}

// As a packer begins a file, and then ten megabytes of what it would unpack to zeros.
HostileFile zip_bomb(const std::string& name, const std::string& file, const std::string& said = "")
{
    const auto make = [=](const fs::path& folder) {
        std::string bytes("PK\x03\x04\x14\0\0\0\x08\0", 10);
        bytes.append(16, '\0');
        put(bytes, std::uint16_t{5});
        put(bytes, std::uint16_t{0});
        return write(folder / file, bytes + "a.dae" + std::string(10'000'000, '\0'));
    };
    return {name, make, said, false};
}

struct Kind {
    const char* extension;
    std::string bytes;
};

std::vector<Kind> kinds()
{
    return {{"glb", glb_of(small)}, {"obj", obj_of(small)}, {"stl", stl_of(small)},
            {"ply", ply_of(small)}, {"fbx", fbx_of(small)}, {"dae", collada_of(small)}};
}

}  // namespace

std::vector<HostileFile> lying_names()
{
    std::vector<HostileFile> all;
    const std::vector<Kind> each = kinds();
    for (std::size_t i = 0; i < each.size(); ++i) {
        const Kind& kind = each[i];
        const Kind& other = each[(i + 1) % each.size()];
        const std::string name = std::string("a.") + kind.extension;
        all.push_back(file_of(std::string(kind.extension) + "_empty", name, ""));
        all.push_back(file_of(std::string(kind.extension) + "_that_is_" + other.extension, name,
                              other.bytes));
        all.push_back(zip_bomb(std::string(kind.extension) + "_that_is_a_zip_bomb", name));
    }
    all.push_back(file_of("gltf_that_is_ply", "a.gltf", ply_of(small)));
    all.push_back(zip_bomb("zip_bomb", "a.zip", "kind that is not read"));
    all.push_back(zip_bomb("zip_bomb_3mf", "a.3mf", "kind that is not read"));
    all.push_back(file_of("md5mesh", "a.md5mesh", "MD5Version 10\n", "kind that is not read"));
    all.push_back(file_of("blend", "a.blend", "BLENDER-v293", "kind that is not read"));
    return all;
}

std::vector<HostileFile> cut_files()
{
    std::vector<HostileFile> all;
    const auto cut = [&all](const std::string& extension, const std::string& bytes,
                            const std::vector<std::size_t>& places) {
        for (const std::size_t place : places)
            all.push_back(file_of(extension + "_cut_at_" + std::to_string(place), "a." + extension,
                                  bytes.substr(0, place)));
    };
    const std::string glb = glb_of(small);
    const std::size_t json = 20, buffer = glb.find("BIN") - 4;
    cut("glb", glb, {1, 4, 8, 12, 16, json, json + 50, buffer - 1, buffer, buffer + 4, buffer + 8,
                     buffer + 200, glb.size() - 1});
    const std::string stl = stl_of(small);
    cut("stl", stl, {40, 80, 83, 84, 84 + 49, 84 + 50, stl.size() - 1});
    const std::string ply = ply_of(small);
    const std::size_t values = ply.find("end_header\n") + 11;
    cut("ply", ply, {3, 10, values - 5, values, values + 5, values + 288, values + 290,
                     ply.size() - 1});
    const std::string fbx = fbx_of(small);
    cut("fbx", fbx, {10, 21, 27, 40, 100, fbx.find("Objects"), fbx.find("Vertices"),
                     fbx.find("Vertices") + 40, fbx.find("PolygonVertexIndex") + 40,
                     fbx.find("Connections")});
    const std::string dae = collada_of(small);
    cut("dae", dae, {5, 60, dae.find("<float_array"), dae.find("</float_array"),
                     dae.find("<p>") + 9, dae.find("<scene>"), dae.size() - 5});
    const std::string obj = obj_of(small);
    cut("obj", obj, {3, obj.find("v ") + 1, obj.find("f ") - 2});
    return all;
}

std::vector<HostileFile> corpus()
{
    std::vector<HostileFile> all;
    for (const auto& chapter : {lying_names, cut_files, hostile_gltf, hostile_tables, hostile_trees,
                                hostile_places, large_files})
        for (HostileFile& file : chapter())
            all.push_back(std::move(file));
    return all;
}

fs::path write(const fs::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

std::string with(std::string text, const std::string& piece, const std::string& other)
{
    const std::size_t at = text.find(piece);
    if (at == std::string::npos) {
        std::cerr << "the authored file holds no " << piece << "\n";
        std::abort();
    }
    return text.replace(at, piece.size(), other);
}

std::string repeated(const std::string& piece, std::size_t times)
{
    std::string all;
    all.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        all += piece;
    return all;
}

}  // namespace hostile
