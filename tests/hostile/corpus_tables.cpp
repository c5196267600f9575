// Hostile OBJ, STL and PLY.
#include "hostile/authored.hpp"
#include "hostile/corpus.hpp"

#include <cmath>
#include <cstring>

#include <sys/stat.h>

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

HostileFile read(const std::string& name, const std::string& file,
                 std::function<std::string()> bytes)
{
    HostileFile harmless = made(name, file, std::move(bytes));
    harmless.is_read = true;
    return harmless;
}

// An OBJ is shown without its colours, whatever it names for them.
HostileFile with_library(const std::string& name, const std::string& library)
{
    return {"obj_mtllib_" + name,
            [=](const fs::path& folder) {
                const fs::path inner = folder / "model";
                fs::create_directories(inner);
                mkfifo((inner / "pipe.mtl").c_str(), 0600);
                return write(inner / "a.obj",
                             "mtllib " + library + "\nusemtl skin\n" + obj_of(small));
            },
            "", true};
}

std::vector<HostileFile> hostile_obj()
{
    const auto with_end = [](const std::string& end) {
        return [end] { return obj_of(small) + end; };
    };
    return {
        with_library("pipe", "pipe.mtl"),
        with_library("device", "/dev/zero"),
        with_library("whole_path", "/etc/hostname"),
        with_library("above", "../../../../../../../../etc/hostname"),
        made("obj_face_of_3000000_corners", "a.obj",
             [] { return obj_of(small) + "f" + repeated(" 1 2 3", 1'000'000) + "\n"; }, "corners"),
        made("obj_corner_0", "a.obj", with_end("f 0 1 2\n"), "names a vertex in line"),
        made("obj_corner_far_before_the_first", "a.obj", with_end("f -99999999 -2147483648 1\n"),
             "names a vertex in line"),
        made("obj_corner_that_overflows", "a.obj", with_end("f 18446744073709551617 1 2\n"),
             "names a vertex in line"),
        made("obj_position_nan", "a.obj",
             [] { return "v nan 0 0\n" + obj_of(small) + "f 1 2 3\n"; },
             "line 1 that is not finite"),
        made("obj_position_infinite", "a.obj",
             [] { return "v 1e99 0 0\n" + obj_of(small) + "f 1 2 3\n"; },
             "line 1 that is not finite"),
        read("obj_line_of_30_megabytes", "a.obj",
             [] { return obj_of(small) + "g " + std::string(30'000'000, 'a'); }),
        made("obj_without_faces", "a.obj",
             [] { return std::string("v 0 0 0\nv 1 0 0\nv 0 1 0\n"); },
             "no surface"),
        made("obj_joined_lines_of_30_megabytes", "a.obj",
             [] { return obj_of(small) + "f 1 2 3" + repeated("\\\n", 15'000'000) + " x\n"; },
             "cannot be understood"),
        made("obj_binary_from_the_middle_on", "a.obj",
             [] { return "v 0 0 0\n" + std::string(5000, '\0') + obj_of(small); }),
    };
}

std::string stl_with_float(float value)
{
    std::string bytes = stl_of(small);
    std::memcpy(bytes.data() + 84 + 12, &value, sizeof value);
    return bytes;
}

std::string stl_with_count(std::uint32_t count)
{
    std::string bytes = stl_of(small);
    std::memcpy(bytes.data() + 80, &count, sizeof count);
    return bytes;
}

std::vector<HostileFile> hostile_stl()
{
    return {
        made("stl_position_nan", "a.stl", [] { return stl_with_float(std::nanf("")); },
             "not finite"),
        made("stl_position_infinite", "a.stl", [] { return stl_with_float(-HUGE_VALF); },
             "not finite"),
        made("stl_of_4_thousand_million_facets", "a.stl", [] { return stl_with_count(0xffffffff); },
             "its end is missing"),
        made("stl_whose_size_overflows", "a.stl", [] { return stl_with_count(85'899'346); },
             "its end is missing"),
        made("stl_text_without_ends", "a.stl",
             [] { return "solid a\n" + repeated("facet normal 0 0 1\nouter loop\n", 200'000); }),
        made("stl_text_of_nonsense", "a.stl",
             [] { return std::string("solid a\nfacet vertex vertex vertex facet 1 2\nvertex"); }),
    };
}

std::string ply_text(const std::string& counts_and_properties, const std::string& values)
{
    return "ply\nformat ascii 1.0\n" + counts_and_properties + "end_header\n" + values;
}

std::vector<HostileFile> hostile_ply()
{
    const std::string vertex = "element vertex 3\nproperty float x\nproperty float y\n"
                               "property float z\n";
    const std::string face = "element face 1\nproperty list uint int vertex_indices\n";
    const std::string corners = "0 0 0 1 0 0 0 1 0\n";
    const auto text = [](const std::string& head, const std::string& values) {
        return [=] { return ply_text(head, values); };
    };
    return {
        made("ply_face_of_3000000_corners", "a.ply",
             [=] {
                 return ply_text(vertex + face,
                                 corners + "3000000" + repeated(" 0 1 2", 1'000'000) + "\n");
             },
             "corners"),
        made("ply_vertices_of_10_to_18", "a.ply",
             [] { return with(ply_of(small), "vertex 24", "vertex 1000000000000000000"); },
             "more vertices"),
        made("ply_vertices_that_overflow", "a.ply",
             [] { return with(ply_of(small), "vertex 24", "vertex 99999999999999999999"); }),
        made("ply_faces_of_4_thousand_million", "a.ply",
             [] { return with(ply_of(small), "element face 36", "element face 4294967295"); },
             "cut off"),
        made("ply_element_of_nothing_10_to_18_times", "a.ply",
             text("element nothing 1000000000000000000\n" + vertex + face, corners + "3 0 1 9\n")),
        made("ply_negative_corner", "a.ply", text(vertex + face, corners + "3 0 1 -1\n")),
        made("ply_negative_count", "a.ply", text(vertex + face, corners + "-3 0 1 2\n")),
        made("ply_corner_that_is_not_there", "a.ply", text(vertex + face, corners + "3 0 1 3\n"),
             "vertex that is not there"),
        made("ply_position_nan", "a.ply", text(vertex + face, "nan 0 0 1 0 0 0 1 0\n3 0 1 2\n"),
             "not finite"),
        made("ply_position_infinite", "a.ply",
             text(vertex + face, "0 0 0 inf 0 0 0 1 0\n3 0 1 2\n"), "not finite"),
        made("ply_position_overflows", "a.ply",
             text(vertex + face, "0 0 0 1e999 0 0 0 1 0\n3 0 1 2\n"), "not finite"),
        made("ply_head_without_end", "a.ply",
             [] { return "ply\nformat ascii 1.0\n" + repeated("comment a\n", 1'000'000); },
             "within its head"),
        made("ply_3000_properties", "a.ply",
             [=] { return ply_text(vertex + repeated("property float w\n", 3'000), corners); },
             "cannot be"),
    };
}

}  // namespace

std::vector<HostileFile> hostile_tables()
{
    std::vector<HostileFile> all;
    for (const auto& chapter : {hostile_obj, hostile_stl, hostile_ply})
        for (HostileFile& file : chapter())
            all.push_back(std::move(file));
    return all;
}

}  // namespace hostile
