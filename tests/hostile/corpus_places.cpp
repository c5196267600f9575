// Hostile places: links, pipes, devices, folders; and files that are merely large.
#include "hostile/authored.hpp"
#include "hostile/corpus.hpp"

#include <fstream>

#include <sys/stat.h>
#include <unistd.h>

namespace hostile {

namespace {

const Surface small = tube(6, 3);

HostileFile place(const std::string& name, std::function<fs::path(const fs::path&)> make,
                  const std::string& said, bool is_read = false)
{
    return {name, std::move(make), said, is_read};
}

// An honest mesh with a body.toml beside it that is not.
HostileFile beside(const std::string& name, std::function<void(const fs::path& toml)> make)
{
    return {name,
            [=](const fs::path& folder) {
                write(folder / "Right_radius.glb", glb_of(small));
                make(folder / "body.toml");
                return folder / "Right_radius.glb";
            },
            "body.toml", false};
}

// A file of `megabytes` whose middle is `line` again and again.
HostileFile large(const std::string& name, const std::string& file, std::size_t megabytes,
                  const std::string& head, const std::string& line, const std::string& tail,
                  bool is_read = false)
{
    return {name,
            [=](const fs::path& folder) {
                std::ofstream out(folder / file, std::ios::binary);
                out << head;
                const std::string block = repeated(line, (1 << 20) / line.size());
                for (std::size_t i = 0; i < megabytes; ++i)
                    out << block;
                out << tail;
                return folder / file;
            },
            "", is_read};
}

}  // namespace

std::vector<HostileFile> hostile_places()
{
    return {
        place("pipe_as_a_model",
              [](const fs::path& folder) {
                  mkfifo((folder / "a.glb").c_str(), 0600);
                  return folder / "a.glb";
              },
              "neither a file nor a folder"),
        place("device_as_a_model",
              [](const fs::path& folder) {
                  fs::create_symlink("/dev/zero", folder / "a.obj");
                  return folder / "a.obj";
              },
              "neither a file nor a folder"),
        place("link_to_nothing",
              [](const fs::path& folder) {
                  fs::create_symlink("absent.obj", folder / "a.obj");
                  return folder / "a.obj";
              },
              "is not there"),
        place("link_to_itself",
              [](const fs::path& folder) {
                  fs::create_symlink("a.obj", folder / "a.obj");
                  return folder / "a.obj";
              },
              "is not there"),
        place("file_of_400_gigabytes_of_nothing",
              [](const fs::path& folder) {
                  write(folder / "a.obj", "v 0 0 0\n");
                  fs::resize_file(folder / "a.obj", std::uintmax_t{400} << 30);
                  return folder / "a.obj";
              },
              "no regular file of at most"),
        place("folder_named_as_a_model",
              [](const fs::path& folder) {
                  fs::create_directories(folder / "a.glb");
                  return folder / "a.glb";
              },
              "holds no mesh"),
        place("folder_of_loops",
              [](const fs::path& folder) {
                  fs::create_directories(folder / "a/b");
                  fs::create_directory_symlink(folder, folder / "a/b/round");
                  fs::create_directory_symlink("/", folder / "a/everything");
                  fs::create_directory_symlink(".", folder / "a/here");
                  return folder;
              },
              "holds no mesh"),
        place("folder_of_loops_with_a_mesh",
              [](const fs::path& folder) {
                  fs::create_directories(folder / "a/b");
                  fs::create_directory_symlink(folder, folder / "a/b/round");
                  write(folder / "a/b/Right_radius.glb", glb_of(small));
                  return folder;
              },
              "", true),
        place("folder_whose_only_mesh_is_a_link_out",
              [](const fs::path& folder) {
                  fs::create_directories(folder / "in");
                  write(folder / "outside.glb", glb_of(small));
                  fs::create_symlink(folder / "outside.glb", folder / "in/a.glb");
                  return folder / "in";
              },
              "holds no mesh"),
        place("folder_of_pipes_named_as_models",
              [](const fs::path& folder) {
                  for (int i = 0; i < 50; ++i)
                      mkfifo((folder / (std::to_string(i) + ".obj")).c_str(), 0600);
                  return folder;
              },
              "holds no mesh"),
        place("folder_of_10000_tiny_files",
              [](const fs::path& folder) {
                  for (int i = 0; i < 10'000; ++i)
                      write(folder / (std::to_string(i) + ".obj"), "v 0 0 0\n");
                  return folder;
              },
              "holds more than 5000 meshes"),
        place("folder_of_500_broken_files",
              [](const fs::path& folder) {
                  for (int i = 0; i < 500; ++i)
                      write(folder / (std::to_string(i) + ".obj"), "v 0 0 0\n");
                  return folder;
              },
              "499 more"),
        beside("body_toml_that_is_a_pipe",
               [](const fs::path& toml) { mkfifo(toml.c_str(), 0600); }),
        beside("body_toml_that_is_a_device",
               [](const fs::path& toml) { fs::create_symlink("/dev/zero", toml); }),
        beside("body_toml_of_300_megabytes",
               [](const fs::path& toml) { write(toml, std::string(300'000'000, '#')); }),
        beside("body_toml_of_two_million_brackets",
               [](const fs::path& toml) { write(toml, "a = " + repeated("[", 2'000'000)); }),
        place("folders_1000_deep",
              [](const fs::path& folder) {
                  fs::path deep = folder;
                  for (int i = 0; i < 1000; ++i)
                      deep /= "d";
                  fs::create_directories(deep);
                  write(deep / "a.obj", obj_of(small));
                  return folder;
              },
              "holds no mesh"),
    };
}

std::vector<HostileFile> large_files()
{
    const std::string gltf = gltf_json_of(small, "absent.bin");
    return {
        large("obj_of_300_megabytes_of_vertices", "a.obj", 300, "", "v 1.25 2.5 3.75\n",
              "f 1 2 3\n"),
        large("obj_of_300_megabytes_of_faces", "a.obj", 300, obj_of(small), "f 1 2 3\n", ""),
        large("obj_of_300_megabytes_of_one_line", "a.obj", 300, "v 0 0 0\nf ", "1 2 3 ", ""),
        large("obj_of_100_megabytes_of_groups", "a.obj", 100, obj_of(small), "g a\nf 1 2 3\n", ""),
        large("stl_of_100_megabytes_of_text", "a.stl", 100, "solid a\n",
              "facet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nvertex 0 1 0\nendloop\n"
              "endfacet\n",
              "endsolid a\n", true),
        large("ply_of_300_megabytes_of_text", "a.ply", 300,
              "ply\nformat ascii 1.0\nelement vertex 12000000\nproperty float x\nproperty float y\n"
              "property float z\nelement face 1\nproperty list uchar int vertex_indices\n"
              "end_header\n",
              "1 2 3\n", "3 0 1 2\n"),
        large("dae_of_300_megabytes_of_space", "a.dae", 300, "<?xml version=\"1.0\"?><COLLADA>",
              "                \n", "</COLLADA>"),
        large("gltf_of_300_megabytes_of_space", "a.gltf", 300, "{",
              "                \n", gltf.substr(1)),
        large("fbx_of_100_megabytes_of_text", "a.fbx", 100,
              "; FBX 7.4.0 project file\nFBXHeaderExtension:  {\n\tFBXVersion: 7400\n}\n",
              "a: 1,2,3,4\n", ""),
    };
}

}  // namespace hostile
