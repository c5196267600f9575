#include "io/folder_listing.hpp"

#include "io/fresh_folder.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace tpatlas {

namespace {

using namespace tpatlas::testing;

class FolderListingOf : public FreshFolder {};

}  // namespace

TEST_F(FolderListingOf, a_folder_shows_what_can_be_opened_folders_first)
{
    for (const char* name : {"b.toml", "A.PNG", "c.obj", "notes.txt", ".hidden.toml", "\xFF.toml",
                             "toml"})
        write(folder_ / name, "x");
    for (const char* name : {"zebra", "Apes", ".git"})
        fs::create_directories(folder_ / name);
    ASSERT_EQ(mkfifo((folder_ / "pipe.toml").c_str(), 0600), 0);
    fs::create_symlink("b.toml", folder_ / "link.toml");
    fs::create_symlink("nowhere", folder_ / "broken.toml");
    const FolderListing listing = io::list_folder(folder_ / "zebra" / "..");
    EXPECT_EQ(listing.folder, folder_.string());
    EXPECT_EQ(listing.fault, "");
    EXPECT_EQ(listing.entries,
              (std::vector<FolderListing::Entry>{{"Apes", true},
                                                 {"zebra", true},
                                                 {"A.PNG", false},
                                                 {"b.toml", false},
                                                 {"c.obj", false},
                                                 {"link.toml", false}}));
}

TEST_F(FolderListingOf, every_mesh_that_is_read_is_shown)
{
    const std::vector<std::string> meshes{"a.glb", "b.gltf", "c.obj", "d.STL",
                                          "e.ply", "f.fbx",  "g.Dae"};
    for (const std::string& name : meshes)
        write(folder_ / name, "x");
    for (const char* name : {"h.blend", "i.mtl", "j.bin", "obj"})
        write(folder_ / name, "x");
    std::vector<std::string> shown;
    for (const FolderListing::Entry& entry : io::list_folder(folder_).entries)
        shown.push_back(entry.name);
    EXPECT_EQ(shown, meshes);
}

TEST_F(FolderListingOf, a_folder_with_meshes_in_it_or_in_a_folder_of_it_can_be_a_body)
{
    write(folder_ / "scene.toml", "x");
    fs::create_directories(folder_ / "left" / "arm");
    EXPECT_FALSE(io::list_folder(folder_).meshes);
    write(folder_ / "left" / "arm" / "ulna.stl", "x");
    EXPECT_FALSE(io::list_folder(folder_).meshes) << "a whole disk is not looked through";
    EXPECT_TRUE(io::list_folder(folder_ / "left").meshes);
    write(folder_ / "hand.ply", "x");
    EXPECT_TRUE(io::list_folder(folder_).meshes);
}

TEST_F(FolderListingOf, what_cannot_be_read_says_why)
{
    write(folder_ / "file", "x");
    for (const char* name : {"file", "absent"}) {
        const FolderListing listing = io::list_folder(folder_ / name);
        EXPECT_EQ(listing.folder, (folder_ / name).string());
        EXPECT_NE(listing.fault.find(name), std::string::npos);
        EXPECT_TRUE(listing.entries.empty());
    }
}

TEST_F(FolderListingOf, a_very_full_folder_ends_somewhere)
{
    for (std::size_t i = 0; i < io::most_listed + 50; ++i)
        write(folder_ / (std::to_string(i) + ".toml"), "");
    EXPECT_EQ(io::list_folder(folder_).entries.size(), io::most_listed);
}

}  // namespace tpatlas
