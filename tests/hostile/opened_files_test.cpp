// Which files are opened while a hostile one is read, as the system saw it: run under strace.
#include "hostile/authored.hpp"
#include "hostile/corpus.hpp"
#include "program/program.hpp"

#include <set>

using namespace hostile;

namespace {

// The files that were opened, or tried to be; nothing where strace is not there or may not trace.
std::set<std::string> opened_files(const fs::path& models, const fs::path& log)
{
    const std::string command =
        "XDG_CACHE_HOME='" + log.string() + ".cache' strace -f -qq -s 4096 " +
        "-e trace=open,openat,openat2,creat,connect -o '" + log.string() +
        "' '" + program::executable.string() + "' list structures --body '" + models.string() +
        "' > /dev/null 2>&1";
    [[maybe_unused]] const int status = std::system(command.c_str());
    std::set<std::string> files;
    std::ifstream in(log);
    for (std::string line; std::getline(in, line);) {
        const bool is_call = line.find("open") != std::string::npos ||
                             line.find("creat") != std::string::npos ||
                             line.find("connect") != std::string::npos;
        const std::size_t begin = line.find('"');
        const std::size_t end = line.find('"', begin + 1);
        if (is_call && end != std::string::npos)
            files.insert(line.substr(begin + 1, end - begin - 1));
    }
    return files;
}

// Libraries, the program's own data and what the system tells of itself.
bool is_our_business(const std::string& file)
{
    for (const char* begin : {"/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/", "/usr/local/lib/",
                              "/etc/ld.so", "/proc/self/", "/sys/devices/system/cpu",
                              "/sys/fs/cgroup", "/usr/share/locale", "/usr/share/tpatlas"})
        if (file.starts_with(begin))
            return true;
    // /proc/stat: how many processors there are, where /sys is not mounted.
    return file == "/dev/null" || file == "/proc/stat" || file.starts_with(TPATLAS_BINARY_DIR) ||
           file.starts_with(TPATLAS_SOURCE_DIR);
}

std::string obj_with(const std::string& head)
{
    return head + obj_of(tube(6, 3));
}

// Every way of naming another file that the formats know.
std::vector<fs::path> models_that_name_others(const fs::path& folder, const std::string& other)
{
    const Surface small = tube(6, 3);
    const std::string image = "<library_images><image id=\"i\"><init_from>" + other +
                              "</init_from></image></library_images><library_geometries>";
    std::vector<FbxNode> nodes = fbx_nodes_of(small);
    for (const char* kind : {"Video", "Texture"}) {
        FbxNode named{kind, 0, "", {}};
        named.id(4000).text(std::string("a\0\x01", 3) + kind).text("Clip");
        for (const char* field : {"FileName", "RelativeFilename", "Filename"})
            named.children.push_back(FbxNode{field, 0, "", {}}.text(other));
        nodes[3].children.push_back(named);
    }
    return {
        write(folder / "library.obj", obj_with("mtllib " + other + "\nusemtl skin\n")),
        write(folder / "buffer.gltf", gltf_json_of(small, other)),
        write(folder / "image.gltf",
              with(gltf_json_of(small, "buffer.bin"), "\"scene\":0",
                   "\"images\":[{\"uri\":\"" + other + "\"}],\"scene\":0")),
        write(folder / "image.dae", with(collada_of(small), "<library_geometries>", image)),
        write(folder / "geometry.dae",
              with(collada_of(small), "url=\"#g\"", "url=\"" + other + "#g\"")),
        write(folder / "entity.dae",
              with(collada_of(small), "<COLLADA",
                   "<!DOCTYPE COLLADA [<!ENTITY e SYSTEM \"" + other + "\">]><COLLADA")),
        write(folder / "texture.fbx", fbx_of_nodes(nodes)),
    };
}

}  // namespace

TEST(OpenedFiles, lie_in_the_models_folder)
{
    if (std::system("strace -f -qq -o /dev/null true > /dev/null 2>&1") != 0)
        GTEST_SKIP() << "strace is not there, or may not trace here";
    const fs::path folder = program::fresh_folder();
    const fs::path inner = folder / "model";
    fs::create_directories(inner);
    write(inner / "buffer.bin", gltf_buffer_of(tube(6, 3)));
    write(folder / "outside.txt", "not yours");
    fs::create_symlink("../outside.txt", inner / "link.txt");
    const std::vector<std::string> others{"../outside.txt", "link.txt",
                                          (folder / "outside.txt").string(), "/etc/hostname",
                                          "file:///etc/hostname"};
    for (const std::string& other : others) {
        const std::vector<fs::path> models = models_that_name_others(inner, other);
        const std::set<std::string> files = opened_files(inner, folder / "log");
        for (const fs::path& model : models)
            EXPECT_TRUE(files.contains(model.string())) << "else nothing was traced";
        for (const std::string& file : files)
            EXPECT_TRUE(is_our_business(file) ||
                        file.starts_with((folder / "log.cache").string()) ||
                        (file.starts_with(inner.string()) && !file.ends_with("link.txt")))
                << "a model that names " << other << " has opened " << file;
    }
    fs::remove_all(folder);
}
